/** Walks of the engine against pgRouting on the uncontracted graph of the same extract. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UNREACHED } from "../../server/base/units.ts";
import { walksToCategory } from "../../server/coverage/category-walks.ts";
import { startsOf } from "../../server/coverage/starts.ts";
import { loadCatalogue } from "../../server/import/categories.ts";
import { type OsmExtract, readOsm } from "../../server/import/osm/read-osm.ts";
import { buildNetwork } from "../../server/network/build.ts";
import { walkBetween } from "../../server/reach/pair.ts";
import { createWalker, openStreets, type Streets } from "../../server/reach/walker.ts";
import { buildGraph, type GraphWalk, loadPieces, nearestOf, walksBetween } from "../support/pgrouting-graph.ts";
import { profileOf } from "../support/profiles.ts";
import { sharedData } from "../support/shared-data.ts";
import { embeddedFolder, freshDatabase } from "../support/stores.ts";
import { describeWith } from "../support/requirements.ts";

const PAIRS = 500;
const TOLERANCE_M = 0.01;
let extract: OsmExtract;
let streets: Streets;

describeWith(["pgrouting", "shared data"], "Malta against pgRouting", () => {
  let sql: postgres.Sql; let drop: () => Promise<void>;
  beforeAll(async () => {
    const db = await freshDatabase(); drop = db.drop;
    sql = postgres(db.url, { max: 1, onnotice: () => {} });
    extract = await readOsm(sharedData("malta/malta-2016.osm.pbf")!, await loadCatalogue());
    let t = performance.now();
    await loadPieces(sql, extract.streets);
    console.log("load", performance.now() - t);
    streets = openStreets(buildNetwork(extract.streets));
  });
  afterAll(async () => { await sql.end(); await drop(); });
  it.each(["adult", "wheelchair"])("%s", async (id) => {
    const profile = profileOf(id);
    const walker = createWalker(streets, profile);
    let seed = 7;
    const random = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 2 ** 32; };
    const { nodeLonE7, nodeLatE7 } = extract.streets;
    const points = [];
    for (let i = 0; i < 2 * PAIRS; i++) {
      const n = Math.floor(random() * nodeLonE7.length);
      points.push({ id: i, lon: nodeLonE7[n] / 1e7 + (random() - 0.5) * 0.004, lat: nodeLatE7[n] / 1e7 + (random() - 0.5) * 0.004 });
    }
    const homes = extract.residences.rows.map(({ position }, i) => ({ id: 10000 + i, lon: position[0], lat: position[1] }));
    const pharmacies = extract.facilities.rows.filter((f) => f.category === "pharmacy").map(({ position }, i) => ({ id: 100000 + i, lon: position[0], lat: position[1] }));
    let t = performance.now();
    await buildGraph(sql, { avoidsSteps: profile.avoidsSteps, points: [...points, ...homes, ...pharmacies] });
    console.log("graph", performance.now() - t); t = performance.now();
    console.log(await sql`select count(*) from edge`, await sql`select role, count(*), count(distinct point) from place group by role`);
    const pairs = Array.from({ length: PAIRS }, (_, i) => ({ from: 2 * i, to: 2 * i + 1 }));
    const walks = await walksBetween(sql, pairs);
    console.log("pairs", performance.now() - t); t = performance.now();
    const diffs: number[] = []; const status: Record<string, number> = {}; let ambiguous = 0;
    pairs.forEach(({ from, to }, i) => {
      const ours = walkBetween(walker, [points[from].lon, points[from].lat], [points[to].lon, points[to].lat]);
      const w = walks[i];
      const theirs = w === null ? "no_street_within_200m" : w.every((x) => x === Infinity) ? "island" : "ok";
      status[`${ours.status}/${theirs}`] = (status[`${ours.status}/${theirs}`] ?? 0) + 1;
      if (ours.status === "ok" && w) { if (w.length > 1) ambiguous++; const d = w.map((x) => ours.totalMm / 1000 - x).sort((a, b) => Math.abs(a) - Math.abs(b))[0]; diffs.push(d); if (Math.abs(d) > 0.008) console.log(i, from, to, ours.totalMm, w, d); }
    });
    diffs.sort((a, b) => a - b);
    console.log(id, status, "ambiguous", ambiguous, "min", diffs[0], "median", diffs[diffs.length >> 1], "max", diffs.at(-1));
    console.log("ours", performance.now() - t); t = performance.now();
    const nearest = await nearestOf(sql, homes.map((h) => h.id), pharmacies.map((h) => h.id));
    console.log("nearest", performance.now() - t); t = performance.now();
    const residences = { count: homes.length, ref: homes.map(() => ""), lon: Float64Array.from(homes, (h) => h.lon), lat: Float64Array.from(homes, (h) => h.lat), households: new Int32Array(homes.length), residents: new Int32Array(homes.length), estimated: new Uint8Array(homes.length), community: new Int32Array(homes.length), subdistrict: new Int32Array(homes.length) };
    const facilities = { ...residences, count: pharmacies.length, name: pharmacies.map(() => null), category: new Int32Array(pharmacies.length), categories: ["pharmacy"], lon: Float64Array.from(pharmacies, (h) => h.lon), lat: Float64Array.from(pharmacies, (h) => h.lat) };
    const open = createWalker(streets, profileOf("adult"));
    const cw = walksToCategory(walker, startsOf(walker, open, residences), facilities as any, 0);
    const nd: number[] = []; const st: Record<string, number> = {}; let amb = 0;
    homes.forEach((h, r) => {
      const w = nearest.get(h.id) ?? null;
      const theirs = w === null ? "none" : w.every((x) => x === Infinity) ? "nowalk" : "ok";
      const ours = cw.totalMm[r] === UNREACHED ? `state${cw.state[r]}` : "ok";
      st[`${ours}/${theirs}`] = (st[`${ours}/${theirs}`] ?? 0) + 1;
      if (ours === "ok" && theirs === "ok") { if (w!.length > 1) amb++; const d = w!.map((x) => cw.totalMm[r] / 1000 - x).sort((a, b) => Math.abs(a) - Math.abs(b))[0]; nd.push(d); if (Math.abs(d) > 0.008) console.log("nearest", r, h, cw.totalMm[r], w); }
    });
    nd.sort((a, b) => a - b);
    console.log(id, "nearest", st, amb, nd[0], nd[nd.length >> 1], nd.at(-1));
  });
});
