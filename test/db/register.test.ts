/** The register of facts: versions that stay readable, facts told again, withdrawn and replaced, waivers, names. */
import { expect, it } from "vitest";
import type { KeptFact } from "../../server/standards/facts/kept-fact.ts";
import {
  newestRegister,
  registerAliases,
  registerFacts,
  registerNames,
  registerVersions,
  registerWaivers,
} from "../../server/store/register/read-register.ts";
import { askNames, type RegisterOrder, writeRegister } from "../../server/store/register/write-register.ts";
import { writeImport } from "../../server/store/write/write-import.ts";
import { importOf, streets } from "../support/prepared-import.ts";
import { describeOnBothStores } from "../support/stores.ts";

const fact = (unit: string, value: KeptFact["value"], more: Partial<KeptFact> = {}): KeptFact => ({
  unit,
  kind: "culture_center",
  place: "",
  form: "area",
  fact: "area",
  since: "",
  value,
  ...more,
});
const area = (m2: number) => ({ m2, basis: "unknown" }) as const;

describeOnBothStores("the register", (store) => {
  const write = (order: Omit<RegisterOrder, "areaId" | "action" | "office">, office: string | null = "街道办") =>
    writeRegister(store.db, { areaId: "town", action: "facts", office, ...order });
  const facts = async (version: number) =>
    (await registerFacts(store.db, "town", version).execute()).map(({ id: _, form: __, ...one }) => one);

  it("holds nothing at first, and takes nothing for an area that is not there", async () => {
    await writeImport(store.db, importOf("town", { streets: streets() }));
    expect(await newestRegister(store.db, "town")).toBe(0);
    await expect(
      writeRegister(store.db, { areaId: "nowhere", action: "facts", office: null, facts: [fact("甲/乙", area(1))] }),
    ).rejects.toMatchObject({ code: "register_area_unknown" });
  });

  it("keeps each version readable: what is told again stays as it was told first, what differs is replaced", async () => {
    const a = fact("东风路/六合苑", area(120.5));
    const b = fact("东风路/六合苑", true, { form: "mark", fact: "room_reading" });
    expect(await write({ facts: [a, b], pack: "dongfeng-2015" })).toEqual({ version: 1, changed: 2 });
    expect(await write({ facts: [a, b] })).toEqual({ version: 1, changed: 0 });
    expect(await write({ facts: [a, { ...b, value: false }] }, null)).toEqual({ version: 2, changed: 1 });
    expect(await facts(1)).toEqual([
      { unit: a.unit, kind: a.kind, place: "", fact: "area", since: "", value: area(120.5), version: 1 },
      { unit: a.unit, kind: a.kind, place: "", fact: "room_reading", since: "", value: true, version: 1 },
    ]);
    expect((await facts(2)).map(({ fact: name, value, version }) => [name, value, version])).toEqual([
      ["area", area(120.5), 1],
      ["room_reading", false, 2],
    ]);
    expect(await registerVersions(store.db, "town").execute()).toMatchObject([
      { number: 2, office: null, action: "facts", changed: 1 },
      { number: 1, office: "街道办", pack: "dongfeng-2015", changed: 2 },
    ]);
  });

  it("holds facts of several days side by side, whatever letters they are made of", async () => {
    const odd = fact("路\"\\'{}/null", "NULL", { form: "step", fact: "plan", place: "一、“二”", since: "2015-06-30" });
    const { version } = await write({ facts: [odd, { ...odd, since: "2015-07-01", value: "not_done" }] });
    expect((await facts(version)).filter(({ unit }) => unit === odd.unit)).toMatchObject([
      { value: "NULL", since: "2015-06-30", place: "一、“二”" },
      { value: "not_done", since: "2015-07-01" },
    ]);
  });

  it("forgets nothing that is withdrawn, and withdraws nothing twice", async () => {
    const before = await newestRegister(store.db, "town");
    const [{ id }] = await registerFacts(store.db, "town", before).execute();
    expect(await write({ withdrawn: [id] })).toEqual({ version: before + 1, changed: 1 });
    expect((await registerFacts(store.db, "town", before + 1).execute()).map((one) => one.id)).not.toContain(id);
    expect((await registerFacts(store.db, "town", before).execute()).map((one) => one.id)).toContain(id);
    await expect(write({ withdrawn: [id] })).rejects.toMatchObject({ code: "fact_unknown" });
  });

  it("leaves nothing of an order that fails half way", async () => {
    const before = await newestRegister(store.db, "town");
    const order = { facts: [fact("丙", area(9))], endedWaivers: [4711] };
    await expect(write(order)).rejects.toMatchObject({ code: "waiver_unknown" });
    expect(await newestRegister(store.db, "town")).toBe(before);
    expect((await facts(before + 1)).some(({ unit }) => unit === "丙")).toBe(false);
  });

  it("keeps waivers until they are ended", async () => {
    const waiver = {
      pack: "jinshui-2013",
      unit: "东风路/六合苑",
      requirement: "elderly_day_care.area",
      reason: "老旧小区无房",
      office: "区民政局",
      from: "2013-11-01",
      until: null,
    };
    const { version } = await write({ waivers: [waiver] });
    const [kept] = await registerWaivers(store.db, "town", version).execute();
    expect(kept).toMatchObject({ ...waiver, version });
    await write({ endedWaivers: [kept.id] });
    expect(await registerWaivers(store.db, "town", version + 1).execute()).toEqual([]);
    expect(await registerWaivers(store.db, "town", version).execute()).toHaveLength(1);
  });

  it("names wait once, leave the queue when they are decided, and may be decided otherwise later", async () => {
    const name = { street: "花园路", written: "省民航社区", row: 7 };
    await askNames(store.db, "town", "a.csv", [name]);
    await askNames(store.db, "town", "b.csv", [name, { street: "", written: "东风", row: 2 }]);
    const waiting = await registerNames(store.db, "town").execute();
    expect(waiting.map(({ written, file, row }) => [written, file, row])).toEqual([
      ["省民航社区", "a.csv", 7],
      ["东风", "b.csv", 2],
    ]);
    const first = await write({ aliases: [{ ...NAME, unit: "花园路/民航" }] });
    expect((await registerNames(store.db, "town").execute()).map(({ written }) => written)).toEqual(["东风"]);
    expect((await write({ aliases: [{ ...NAME, unit: "花园路/民航" }] })).changed).toBe(0);
    const second = await write({ aliases: [{ ...NAME, unit: null }] });
    const unitAt = async (version: number) => (await registerAliases(store.db, "town", version).execute())[0].unit;
    expect([await unitAt(first.version), await unitAt(second.version)]).toEqual(["花园路/民航", null]);
  });
});

const NAME = { street: "花园路", written: "省民航社区" };
