/** Tables that spacing rests on: a register in GCJ-02 against its WGS 84 twin, and applications as the files that people have. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { encodeGb18030 } from "../../data/demo/gb18030.ts";
import { prepareImport } from "../../server/intake/prepare.ts";
import { bindingOf } from "../../server/spacing/register.ts";
import { sheetsOf } from "../support/export-files.ts";
import { describeService } from "../support/service.ts";
import { rule, town, violations } from "../support/spacing.ts";

interface Clinic {
  readonly ref: string;
  readonly name: string;
  readonly position: readonly [number, number];
  readonly original: { readonly x: number; readonly y: number; readonly crs: string };
  readonly openedOn: string | null;
}

describeService("tables for spacing", { holding: "demo", onlyRead: true }, (service) => {
  let folder: string;
  let clinics: readonly Clinic[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "circle-gcj-"));
    clinics = (await service.get("/areas/demo/facilities?category=clinic&limit=1000")).json.items;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function read(file: string, positionOf: (clinic: Clinic) => readonly number[], crs: string) {
    const rows = clinics.map((one) => [one.ref, one.name, "诊所", ...positionOf(one), one.openedOn ?? ""].join(","));
    const path = join(folder, file);
    await writeFile(path, ["编号,名称,类别,经度,纬度,开业日期", ...rows].join("\n"));
    const { network } = (await service.desk.open("demo")).content;
    const facilities = { path, file, crs };
    const none = { osm: null, boundary: null, residences: null, communities: null, population: null };
    const files = { areaId: "demo", areaName: null, demo: true, facilities, ...none };
    const { prepared, warnings } = await prepareImport(files, network, () => {});
    const list = prepared.facilitiesFile!.rows.map(({ ref, position, name, openedOn }) => ({
      ...{ ref, position, category: "clinic" },
      ...(name !== null && { name }),
      ...(openedOn !== null && { openedOn }),
    }));
    return { list, warnings: warnings.map(({ en }) => en) };
  }

  function verdicts(list: Awaited<ReturnType<typeof read>>["list"]): string[] {
    const { register } = town(list);
    const { a, b, metres } = violations(list).pairs;
    return Array.from(a, (f, i) => {
      const { verdict, reason } = bindingOf(rule(), register, f, b[i]);
      return `${list[f].ref} ${list[b[i]].ref} ${metres[i].toFixed(3)} ${verdict} ${reason}`;
    });
  }

  it("a register in GCJ-02: stated as it is, pair for pair as its twin; stated as WGS 84, doubted", async () => {
    expect(clinics.every(({ original }) => original.crs === "gcj02")).toBe(true);
    const inGcj = ({ original }: Clinic) => [original.x, original.y];
    const declared = await read("gcj.csv", inGcj, "gcj02");
    const twin = await read("wgs.csv", ({ position }) => position, "wgs84");
    const raw = await read("raw.csv", inGcj, "wgs84");
    const expected = verdicts(twin.list);
    expect(expected.length).toBeGreaterThan(20);
    expect(verdicts(declared.list)).toEqual(expected);
    expect([declared.warnings, twin.warnings]).toEqual([[], []]);
    expect(raw.warnings).toEqual([expect.stringContaining("raw.csv: read as wgs84")]);
    expect(raw.warnings[0]).toContain("read as gcj02");
    expect(raw.warnings[0]).toContain("The coordinate system may be wrong");
  });

  const decide = (body: Record<string, unknown>) =>
    service.post("/spacing/batch", { area: "demo", date: "2024-12-31", crs: "wgs84", ...body });

  it("applications as a file: the template as it is, CSV in either encoding, one of both and never none", async () => {
    const [lon, lat] = clinics[0].position;
    const csv = `编号,类别,经度,纬度\nA,诊所,${lon},${lat}\nB,门诊部,${lon},${lat}\n`;
    const expected = (await decide({ csv })).json;
    expect(expected.items.map(({ check }: { check: { category: string } }) => check.category)).toEqual([
      "clinic",
      "outpatient_department",
    ]);
    const file = Buffer.from(encodeGb18030(csv)).toString("base64");
    expect((await decide({ file })).json).toEqual(expected);
    for (const format of ["xlsx", "csv"]) {
      const { bytes } = await service.get(`/templates/applications/${format}`);
      const { items, refused } = (await decide({ file: bytes.toString("base64") })).json;
      expect([items.map(({ ref }: { ref: string }) => ref), refused]).toEqual([["申请-1"], []]);
      expect(items[0].check.place.uncertaintyM).toBe(5);
    }
    for (const body of [{}, { csv, file }]) expect((await decide(body)).json.code).toBe("request_invalid");
    expect((await decide({ file: "not base64!" })).json.code).toBe("request_invalid");
  });

  it("decisions as a workbook: the same rows in their order, those refused where they stood, and the rules", async () => {
    const [lon, lat] = clinics[0].position;
    const csv = `编号,名称,类别,经度,纬度\nA,=1+1,诊所,${lon},${lat}\nB,,外星站,${lon},${lat}\nC,,理发店,${lon},${lat}\n`;
    const { items } = (await decide({ csv })).json;
    const body = { area: "demo", date: "2024-12-31", crs: "wgs84", csv };
    const { status, bytes } = await service.post("/spacing/batch/export", body);
    expect(status).toBe(200);
    const sheets = await sheetsOf(bytes);
    expect(sheets.get("说明")?.flat().join(" ")).toContain("不符合 1，无适用规则 1，未校核 1");
    const [head, ...rows] = sheets.get("校核结果") ?? [];
    const cell = (row: readonly unknown[], name: string) => row[head.indexOf(name)];
    expect(rows.map((row) => ["行", "编号", "名称", "结论", "校核编号"].map((name) => cell(row, name)))).toEqual([
      [2, "A", "=1+1", "不符合", items[0].check.number],
      [3, "B", null, "未校核", null],
      [4, "C", null, "无适用规则", items[1].check.number],
    ]);
    expect(cell(rows[0], "距离（米）")).toBe(0);
    expect(cell(rows[1], "未校核的原因")).toContain("外星站");
    const english = await sheetsOf((await service.post("/spacing/batch/export", { ...body, lang: "en" })).bytes);
    expect([...english.keys()]).toEqual(["Notes", "Results"]);
    expect((await service.post("/spacing/batch/export", { ...body, csv: undefined })).json.code).toBe(
      "request_invalid",
    );
  });

  it("a workbook says why a verdict is unknown, what is odd about a place, and which rules did not hold", async () => {
    const [lon, lat] = clinics[0].position;
    const decisions = async (body: Record<string, unknown>) => {
      const { bytes } = await service.post("/spacing/batch/export", { area: "demo", crs: "wgs84", ...body });
      const [head, ...rows] = (await sheetsOf(bytes)).get("校核结果") ?? [];
      return rows.map((row) =>
        ["结论", "依据规则", "起决定作用的邻近设施", "余量（米）", "提示"].map((name) => row[head.indexOf(name)]),
      );
    };
    const csv = `编号,类别,经度,纬度\nA,诊所,${lon + 1},${lat}\n`;
    expect(await decisions({ date: "2024-12-31", csv })).toEqual([
      ["未知", null, null, null, expect.stringMatching(/本区范围之外.*200 米内没有道路.*不在本区任何社区之内/)],
    ]);
    const pharmacy = `编号,类别,经度,纬度\nA,药店,${lon},${lat}\n`;
    expect(await decisions({ date: "2021-02-27", rule: "shanghai-pharmacy", csv: pharmacy })).toEqual([
      ["无适用规则", null, null, null, expect.stringMatching(/^当日无效的规则：.+。$/)],
    ]);
  });

  it("rows without a class take the one that is given, or are refused", async () => {
    const [lon, lat] = clinics[0].position;
    const csv = `编号,类别,经度,纬度\nA,诊所,${lon},${lat}\nB,,${lon},${lat}\n`;
    const without = (await decide({ csv })).json;
    expect(without.refused).toMatchObject([{ ref: "B", reason: "category_missing" }]);
    const { items } = (await decide({ csv, category: "outpatient_department" })).json;
    expect(items[1].check.category).toBe("outpatient_department");
  });
});
