import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeSnapshot } from "../../server/network/snapshot.ts";
import { WalkPool } from "../../server/reach/pool/walk-pool.ts";
import { createWalker, openStreets } from "../../server/reach/walker.ts";
import { openStore } from "../../server/store/open.ts";
import { wholeArea } from "../bench/coverage.ts";
import { loadNetwork } from "../bench/support/peer.ts";
import { everyOrigin, nearestForEveryJunction, oneOrigin } from "../bench/walks.ts";
import { facility, residence } from "../support/prepared-import.ts";
import { profileOf } from "../support/profiles.ts";
import { describeWith } from "../support/requirements.ts";
import { freshDatabase } from "../support/stores.ts";
import { streetMap } from "../support/street-map.ts";

const map = streetMap(`
  a-b-c-d
  |   |
  e>f g=h
  |
  i-j
`);
const walker = createWalker(openStreets(map.network), profileOf("adult"));

/** Benchmarks check their answers against pgRouting while they measure; here they do so on a town of ten corners. */
describeWith("pgrouting", "benchmarks in short, their figures left alone", () => {
  let sql: postgres.Sql;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    sql = postgres(database.url, { max: 1, onnotice: () => {} });
    await loadNetwork(sql, map.network);
  });
  afterAll(async () => {
    await sql.end();
    await drop();
  });

  it("walks", async () => {
    const scale = { origins: 5, batches: [3] };
    const gates = [
      await oneOrigin(walker, sql, scale),
      await nearestForEveryJunction(walker, sql),
      ...(await everyOrigin(walker, sql, scale)),
    ];
    expect(gates.filter(({ ratio }) => !Number.isFinite(ratio))).toEqual([]);
  });

  it("a whole area", async () => {
    const { url, drop: dropStore } = await freshDatabase();
    const store = await openStore({ kind: "postgres", url });
    const pool = new WalkPool(1);
    const homes = ["a", "d", "j"].map((name) => residence(name, ...map.at(name)));
    const places = ["b", "h"].map((name, i) => facility(name, `kind ${i}`, ...map.at(name)));
    const [gate] = await wholeArea(writeSnapshot(map.network), homes, places, store, pool);
    expect(gate.ratio).toBeGreaterThan(0);
    await pool.close();
    await store.close();
    await dropStore();
  });
});
