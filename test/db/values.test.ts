/** Both stores give the same values, keep transactions apart and lose no failure. @module */
import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { arrayLiteral, arrayOf } from "../../server/store/array-parameters.ts";
import type { Database } from "../../server/store/database.ts";
import { LostStatementError } from "../../server/store/errors.ts";
import { migrate } from "../../server/store/migrate.ts";
import { describeOnBothStores } from "../support/stores.ts";

async function one<T>(db: Kysely<Database>, expression: ReturnType<typeof sql>): Promise<T> {
  const { rows } = await sql<{ v: T }>`select ${expression} as v`.execute(db);
  return rows[0].v;
}

// An exception of C++ inside GEOS: a relation of a polygon whose second corner is not a number.
const BROKEN = sql.raw(`ST_Relate(
  case when i <> 5 then 'POLYGON((0 0,1 1,1 2,0 1,0 0))'::geometry
    else 'POLYGON((0 0,1 1,1 2,NaN 0,0 1,0 0))'::geometry end,
  'POLYGON((0 0,2 0,2 1,0.3 1,0 0))'::geometry)`);

describeOnBothStores("the store", (store) => {
  describe("values", () => {
    it("gives numbers as numbers, times as ISO strings, json as objects, bytes as bytes", async () => {
      const { rows } = await sql`
      select 9007199254740991::int8 as i8, 12.5::numeric as n, 0.1::float8 + 0.2::float8 as f, true as b,
        '2026-03-01 08:00:00+08'::timestamptz as t, '2026-03-01'::date as d,
        '{"a":[1,"二"]}'::jsonb as j, '\\x00ff10'::bytea as bytes,
        array[1, 2]::int8[] as i8s, array[0.1, 0.5]::float8[] as fs, array['甲', null, 'a"b\\c'] as texts, null as nothing
    `.execute(store.db);
      expect(rows).toEqual([
        {
          i8: Number.MAX_SAFE_INTEGER,
          n: 12.5,
          f: 0.1 + 0.2,
          b: true,
          t: "2026-03-01T00:00:00.000Z",
          d: "2026-03-01",
          j: { a: [1, "二"] },
          bytes: new Uint8Array([0, 255, 16]),
          i8s: [1, 2],
          fs: [0.1, 0.5],
          texts: ["甲", null, 'a"b\\c'],
          nothing: null,
        },
      ]);
      const bytes = await one<Uint8Array>(store.db, sql`'\\x0102'::bytea`);
      expect([bytes.constructor, bytes.byteOffset, bytes.buffer.byteLength]).toEqual([Uint8Array, 0, 2]);
    });

    it("throws where an int8 is too large for a number", async () => {
      await expect(one(store.db, sql`9007199254740993::int8`)).rejects.toThrow(/9007199254740993/);
      expect(await one(store.db, sql`1::int8`)).toBe(1);
    });

    it("takes parameters and gives them back unchanged", async () => {
      const bytes = new Uint8Array(1000).map((_, i) => i * 7);
      const { rows } = await sql`
      select ${0.1 + 0.2}::float8 as f, ${-(2 ** 52)}::int8 as i, ${"中文 ' \" \\ 😀"}::text as t, ${true}::bool as b,
        ${bytes}::bytea as bytes, ${JSON.stringify({ a: "二", b: [1] })}::jsonb as j, jsonb_typeof(${'{"a":1}'}::jsonb) as k
    `.execute(store.db);
      expect(rows).toEqual([
        { f: 0.1 + 0.2, i: -(2 ** 52), t: "中文 ' \" \\ 😀", b: true, bytes, j: { a: "二", b: [1] }, k: "object" },
      ]);
    });

    it("takes whole columns as arrays", async () => {
      const texts = ["小区 1", null, "", "NULL", "null", '{"a",\\}', "换\n行"];
      const numbers = [0.1 + 0.2, null, -1e-300, 1 / 3, 14.4, 0, 90];
      const { rows } = await sql`
      select * from unnest(${arrayOf("text", texts)}, ${arrayOf("float8", numbers)}) as columns (t, n)
    `.execute(store.db);
      expect(rows).toEqual(texts.map((t, i) => ({ t, n: numbers[i] })));
    });

    it("keeps 30 MB of bytes whole", async () => {
      const block = new Uint8Array(30_000_000).map((_, i) => (i * 7919) >> 3);
      await sql`create table big (block bytea)`.execute(store.db);
      await sql`insert into big values (${block})`.execute(store.db);
      const { rows } = await sql<{ block: Uint8Array }>`select block from big`.execute(store.db);
      expect(Buffer.compare(rows[0].block, block)).toBe(0);
    });

    it("has nothing left to migrate, and may be asked again", async () => {
      expect(await migrate(store.db)).toEqual([]);
    });
  });

  describe("transactions", () => {
    const names = async () =>
      (await sql<{ name: string }>`select name from note order by name`.execute(store.db)).rows.map(({ name }) => name);
    const write = (db: Kysely<Database>, name: string) => sql`insert into note values (${name})`.execute(db);

    it("a statement from outside never joins another's transaction", async () => {
      await sql`create table note (name text unique)`.execute(store.db);
      let outside: Promise<unknown> = Promise.resolve();
      const failing = store.db.transaction().execute(async (trx) => {
        await write(trx, "inside");
        outside = write(store.db, "outside");
        await sql`select pg_sleep(0.05)`.execute(trx);
        throw new Error("on purpose");
      });
      await expect(failing).rejects.toThrow("on purpose");
      await outside;
      expect(await names()).toEqual(["outside"]);
    });

    it("many at once each keep or lose all of theirs", async () => {
      await sql`delete from note`.execute(store.db);
      const attempts = Array.from({ length: 12 }, (_, i) =>
        store.db.transaction().execute(async (trx) => {
          await write(trx, `a${i}`);
          await write(trx, `b${i}`);
          if (i % 3 === 0) throw new Error("on purpose");
        }),
      );
      const results = await Promise.allSettled(attempts);
      expect(results.filter(({ status }) => status === "rejected")).toHaveLength(4);
      const kept = [1, 2, 4, 5, 7, 8, 10, 11];
      expect(await names()).toEqual([...kept.map((i) => `a${i}`), ...kept.map((i) => `b${i}`)].sort());
    });

    it("an error that is swallowed inside does not commit half", async () => {
      await sql`delete from note`.execute(store.db);
      const careless = store.db.transaction().execute(async (trx) => {
        await write(trx, "one");
        await write(trx, "one").catch(() => undefined);
      });
      await careless.catch(() => undefined);
      expect(await names()).toEqual([]);
    });

    it("an error carries its SQLSTATE and the store goes on", async () => {
      await write(store.db, "twice");
      await expect(write(store.db, "twice")).rejects.toMatchObject({ code: "23505" });
      expect(await names()).toEqual(["twice"]);
    });

    it("a savepoint takes back its own part alone", async () => {
      await sql`delete from note`.execute(store.db);
      const trx = await store.db.startTransaction().execute();
      await write(trx, "kept");
      const saved = await trx.savepoint("here").execute();
      await write(saved, "dropped");
      await saved.rollbackToSavepoint("here").execute();
      await trx.commit().execute();
      expect(await names()).toEqual(["kept"]);
    });
  });

  describe("statements that fail inside a geometry function", () => {
    const rows = async () => (await sql<{ n: number }>`select count(*) as n from relation`.execute(store.db)).rows[0].n;
    const fill = (db: Kysely<Database>) =>
      sql`insert into relation select i, ${BROKEN} from generate_series(1, 9) i`.execute(db);

    it("throw, and leave nothing of what they wrote", async () => {
      await sql`create table relation (i integer, relate text)`.execute(store.db);
      await expect(fill(store.db)).rejects.toThrow();
      expect(await rows()).toBe(0);
    });

    it("spoil their transaction, even where the error is swallowed", async () => {
      const careless = store.db.transaction().execute(async (trx) => {
        await sql`insert into relation values (0, 'before')`.execute(trx);
        await fill(trx).catch(() => undefined);
      });
      await careless.catch(() => undefined);
      expect(await rows()).toBe(0);
    });

    it("are followed by statements that work", async () => {
      for (let i = 0; i < 50; i++) {
        await expect(sql`select ${BROKEN} from generate_series(5, 5) i`.execute(store.db)).rejects.toThrow();
      }
      const { rows } = await sql`select ST_Area(ST_Buffer(ST_MakePoint(1, 2), 1)) > 3 as v`.execute(store.db);
      expect(rows).toEqual([{ v: true }]);
    });

    it("say that the answer was lost, where the store cannot say why", async () => {
      const failing = sql`select ${BROKEN} from generate_series(1, 9) i`.execute(store.db);
      if (store.kind === "embedded") await expect(failing).rejects.toThrow(LostStatementError);
      else await expect(failing).rejects.toMatchObject({ code: "XX000" });
    });
  });
});

describe("array literals", () => {
  it("are text of PostgreSQL", () => {
    expect(arrayLiteral(["a", null, 'b"\\', ""])).toBe('{"a",NULL,"b\\"\\\\",""}');
    expect(arrayLiteral([])).toBe("{}");
    expect(arrayLiteral([1.5, null, true])).toBe("{1.5,NULL,true}");
  });
});
