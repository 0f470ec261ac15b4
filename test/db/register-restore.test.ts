/** Going back in the register: facts, waivers, names and settings count again as they did, and nothing is lost. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { KeptFact } from "../../server/standards/facts/kept-fact.ts";
import {
  registerAliases,
  registerFacts,
  registerNames,
  registerSettings,
  registerVersions,
  registerWaivers,
} from "../../server/store/register/read-register.ts";
import { RESTORED_TABLES, restoreRegister } from "../../server/store/register/restore-register.ts";
import { askNames, type RegisterOrder, writeRegister } from "../../server/store/register/write-register.ts";
import { writeImport } from "../../server/store/write/write-import.ts";
import { importOf, streets } from "../support/prepared-import.ts";
import { describeOnBothStores } from "../support/stores.ts";

const PACK = "gb50180-2018";
const NAME = { street: "花园路", written: "省民航社区" };
const WAIVER = {
  pack: PACK,
  unit: "东风路/六合苑",
  requirement: "kindergarten.radius",
  reason: "规划中",
  office: "区民政局",
  from: "2013-11-01",
  until: null,
};

const fact = (unit: string, m2: number): KeptFact => ({
  unit,
  kind: "culture_center",
  place: "",
  form: "area",
  fact: "area",
  since: "",
  value: { m2, basis: "unknown" },
});

describeOnBothStores("going back in the register", (store) => {
  const write = (order: Omit<RegisterOrder, "areaId" | "action" | "office">, office = "街道办") =>
    writeRegister(store.db, { areaId: "town", action: "facts", office, ...order });
  const restore = (version: number) => restoreRegister(store.db, { areaId: "town", version, office: "区民政局" });
  /** All that counts at a version, without ids and the versions that began it. */
  const contentOf = async (version: number) => {
    const rows = [
      ...(await registerFacts(store.db, "town", version).execute()),
      ...(await registerWaivers(store.db, "town", version).execute()),
      ...(await registerAliases(store.db, "town", version).execute()),
      ...(await registerSettings(store.db, "town", version).execute()),
    ];
    return rows.map((row) => ({ ...row, id: null, version: null, madeAt: null }));
  };

  it("makes one version more of the old content; every version in between stays as it was", async () => {
    await writeImport(store.db, importOf("town", { streets: streets() }));
    await askNames(store.db, "town", "a.csv", [{ ...NAME, row: 7 }]);
    // 1: two facts, a waiver, a name decided, a parameter set.
    await write({
      pack: PACK,
      facts: [fact("甲", 1), fact("乙", 2)],
      waivers: [WAIVER],
      aliases: [{ ...NAME, unit: "花园路/民航" }],
      settings: [{ parameter: "reach_share", value: 0.9 }],
    });
    const [waiver] = await registerWaivers(store.db, "town", 1).execute();
    const [, second] = await registerFacts(store.db, "town", 1).execute();
    // 2: all of it otherwise; 乙 is replaced, 甲 stays, 丙 comes.
    await write({
      pack: PACK,
      facts: [fact("乙", 3), fact("丙", 4)],
      endedWaivers: [waiver.id],
      aliases: [{ ...NAME, unit: null }],
      settings: [{ parameter: "reach_share", value: 0.8 }],
    });
    // 3: 甲 goes, and the parameter is taken back.
    const gone = (await registerFacts(store.db, "town", 2).execute()).find(({ unit }) => unit === "甲");
    await write({
      pack: PACK,
      withdrawn: [gone?.id ?? 0],
      settings: [{ parameter: "reach_share", value: null }],
    });
    const before = await Promise.all([1, 2, 3].map(contentOf));
    // 甲, 乙 and 丙, the waiver, the name, the parameter.
    expect(await restore(1)).toEqual({ version: 4, changed: 6 });
    expect(await contentOf(4)).toEqual(before[0]);
    expect(await Promise.all([1, 2, 3].map(contentOf))).toEqual(before);
    expect(second.unit).toBe("甲");
    expect((await registerVersions(store.db, "town").execute())[0]).toMatchObject({
      number: 4,
      action: "restore",
      restored: 1,
      office: "区民政局",
      changed: 6,
    });
  });

  it("goes forward again to a version that was left behind", async () => {
    const third = await contentOf(3);
    expect(await restore(3)).toEqual({ version: 5, changed: 6 });
    expect(await contentOf(5)).toEqual(third);
  });

  it("keeps what is the same with whoever told it, and makes no version of what is the same as a whole", async () => {
    expect(await restore(5)).toEqual({ version: 5, changed: 0 });
    await write({ facts: [fact("丁", 9)] });
    await write({ facts: [fact("丁", 8)] });
    await write({ facts: [fact("丁", 9)] });
    expect(await restore(6)).toEqual({ version: 8, changed: 0 });
    await restore(7);
    const told = await registerFacts(store.db, "town", 9).execute();
    expect(told.find(({ unit }) => unit === "丁")).toMatchObject({ value: { m2: 8 }, version: 9 });
    expect(told.find(({ unit }) => unit === "丙")?.version).toBeLessThan(9);
  });

  it("a name that is decided no more waits again", async () => {
    const other = { street: "", written: "东风", row: 2 };
    await askNames(store.db, "town", "b.csv", [other]);
    const waiting = async () => (await registerNames(store.db, "town").execute()).map(({ written }) => written);
    expect(await waiting()).toEqual(["东风"]);
    const decided = await write({ aliases: [{ street: "", written: "东风", unit: "东风路" }] });
    expect(await waiting()).toEqual([]);
    await restore(decided.version - 1);
    expect(await waiting()).toEqual(["东风"]);
  });

  it("sets a parameter once, changes it, takes it back, and tells when and by whom", async () => {
    const set = (value: number | string | null, office?: string) =>
      write({ pack: "duyun-2013", settings: [{ parameter: "work_funds_period", value }] }, office);
    const first = await set("once", "市民政局");
    expect(await set("once", "别的单位")).toEqual({ version: first.version, changed: 0 });
    const at = async (version: number) =>
      (await registerSettings(store.db, "town", version).execute()).filter(({ pack }) => pack === "duyun-2013");
    expect(await at(first.version)).toMatchObject([
      { parameter: "work_funds_period", value: "once", office: "市民政局", version: first.version },
    ]);
    const [{ madeAt }] = await registerVersions(store.db, "town").execute();
    expect((await at(first.version))[0].madeAt).toBe(madeAt);
    const second = await set("yearly");
    expect(await at(second.version)).toMatchObject([{ value: "yearly", office: "街道办" }]);
    const third = await set(null);
    expect(await at(third.version)).toEqual([]);
    expect(await set(null)).toEqual({ version: third.version, changed: 0 });
  });

  it("tells a setting that came back with the office, the version and the time that set it", async () => {
    const set = (value: number | null, office: string) =>
      write({ pack: "duyun-2013", settings: [{ parameter: "share", value }] }, office);
    const timeOf = async (wanted: number) =>
      (await registerVersions(store.db, "town").execute()).find(({ number }) => number === wanted)?.madeAt;
    const first = await set(0.5, "市民政局");
    const second = await set(0.6, "街道办");
    const third = await set(0.5, "市民政局");
    const told = async (version: number) =>
      (await registerSettings(store.db, "town", version).execute()).find(({ parameter }) => parameter === "share");
    const asFirst = { office: "市民政局", value: 0.5, version: first.version, madeAt: await timeOf(first.version) };
    await restore(second.version);
    const back = await restore(first.version);
    expect(await told(back.version)).toMatchObject(asFirst);
    await restore(second.version);
    const again = await restore(back.version);
    expect(await told(again.version)).toMatchObject(asFirst);
    expect((await told(third.version))?.version).toBe(third.version);
  });

  it("knows which of the columns that it compares may be null", async () => {
    for (const { table, subject, said, nullable } of RESTORED_TABLES) {
      const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
        where table_name = ${table} and is_nullable = 'YES'`.execute(store.db);
      const mayBeNull = new Set(rows.map(({ name }) => name));
      expect([...subject, ...said].filter((name) => mayBeNull.has(name))).toEqual(nullable);
    }
  });

  it.each([0, 99])("version %i is not there", async (version) => {
    await expect(restore(version)).rejects.toMatchObject({ code: "register_version_unknown" });
  });
});
