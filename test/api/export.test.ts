/** Files to take along: every sum in every file is that of the screen, in both languages, on both stores. */
import { expect, it } from "vitest";
import { askGdal, csvRowsOf, sheetsOf, type Value, withGeoPackage } from "../support/export-files.ts";
import { describeService } from "../support/service.ts";

const QUESTION = "category=pharmacy&category=hospital&minutes=8&profile=elderly";
const PARTS = ["total", "covered", "uncovered", "unknown"] as const;
const TALLIES = ["residences", "households", "residents"] as const;
const LIMIT = 8;

// biome-ignore lint/suspicious/noExplicitAny: answers of the service, checked against its description already
type Json = any;

describeService("export", { holding: "demo", onlyRead: true }, (service) => {
  const file = async (query: string, headers = {}) => {
    const answer = await service.get(`/areas/demo/export?${query}`, headers);
    expect(answer.status, answer.text.slice(0, 500)).toBe(200);
    return answer;
  };
  const coverage = async (category: string, by: string): Promise<Json> =>
    (await service.get(`/coverage?area=demo&category=${category}&minutes=8&profile=elderly&by=${by}`)).json;

  it("a workbook holds the figures of the screen, cell by cell, and its totals are those of the whole", async () => {
    const sheets = await sheetsOf((await file(`${QUESTION}&format=xlsx`)).bytes);
    expect([...sheets.keys()]).toEqual(["说明", "全区", "街道", "社区", "缺口", "设施", "居住地", "六边形网格"]);
    for (const [level, name] of [
      ["subdistrict", "街道"],
      ["community", "社区"],
    ] as const) {
      const rows = records(sheets.get(name));
      const answers = [await coverage("pharmacy", level), await coverage("hospital", level)];
      const units = answers.flatMap(({ units }) => units);
      expect(rows).toHaveLength(units.length + 2);
      for (const [i, unit] of [...units, ...answers.map(({ whole }) => whole)].entries()) expectUnit(rows[i], unit);
      expect(rows.slice(-2).map((row) => [row.类别, row.名称])).toEqual([
        ["药店", "合计"],
        ["医院", "合计"],
      ]);
    }
    const [pharmacy, hospital] = [await coverage("pharmacy", "area"), await coverage("hospital", "area")];
    const area = records(sheets.get("全区"));
    expectUnit(area[0], pharmacy.whole);
    expectUnit(area[1], hospital.whole);
    const facilities = records(sheets.get("设施"));
    const cells = records(sheets.get("六边形网格"));
    for (const [category, { whole }] of [
      ["药店", pharmacy],
      ["医院", hospital],
    ] as const) {
      const of = (rows: Row[]) => rows.filter((row) => row.类别 === category);
      const people = "以此为最近且在时限内 人口（人）";
      expectTotal(of(facilities), people, whole.residents.covered);
      expectTotal(of(facilities), "以此为最近且在时限内 居住地（处）", whole.residences.covered);
      expectTotal(of(facilities), "以此为最近且在时限内 户数（户）", whole.households.covered);
      for (const [head, part] of [
        ["合计", "total"],
        ["已覆盖", "covered"],
        ["未覆盖", "uncovered"],
        ["未知", "unknown"],
      ] as const)
        expectTotal(of(cells), `人口 ${head}（人）`, whole.residents[part]);
    }
  });

  it("a residence's walk is shown on its side of the limit, beside its verdict, and the verdicts add up", async () => {
    const rows = records((await sheetsOf((await file(`${QUESTION}&level=residence`)).bytes)).get("居住地"));
    const [total] = rows.splice(-1);
    for (const [name, code] of [
      ["药店", "pharmacy"],
      ["医院", "hospital"],
    ] as const) {
      const { whole } = await coverage(code, "area");
      expect(rows).toHaveLength(whole.residences.total);
      expect([total["户数（户）"], total["人口（人）"]]).toEqual([whole.households.total, whole.residents.total]);
      for (const [word, part] of [
        ["覆盖", "covered"],
        ["未覆盖", "uncovered"],
        ["未知", "unknown"],
      ] as const) {
        const of = rows.filter((row) => row[`${name} 判定`] === word);
        expect(of).toHaveLength(whole.residences[part]);
        expect(sum(of, "人口（人）")).toBe(whole.residents[part]);
        expect(sum(of, "户数（户）")).toBe(whole.households[part]);
      }
      for (const row of rows) {
        const minutes = row[`${name} 步行（分钟）`];
        if (minutes === null) continue;
        expect(Number(minutes) <= LIMIT).toBe(row[`${name} 判定`] === "覆盖");
        expect(Number(row[`${name} 步行（米）`]) <= LIMIT * 60 * 0.8).toBe(row[`${name} 判定`] === "覆盖");
        expect(Number.isInteger(Math.round(Number(minutes) * 1e6) / 1e5)).toBe(true);
      }
    }
  });

  it("every person who is not covered is in one gap, and nobody relies on a facility alone who is not near it", async () => {
    const query = `${QUESTION}&level=gap&level=facility`;
    const sheets = await sheetsOf((await file(query)).bytes);
    const [gaps, facilities] = [records(sheets.get("缺口")), records(sheets.get("设施"))];
    for (const [name, code] of [
      ["药店", "pharmacy"],
      ["医院", "hospital"],
    ] as const) {
      const { whole } = await coverage(code, "area");
      for (const [word, part] of [
        ["未覆盖", "uncovered"],
        ["未知", "unknown"],
      ] as const) {
        const of = gaps.filter((row) => row.类别 === name && row.判定 === word);
        expectTotal(of, "人口（人）", whole.residents[part]);
        expectTotal(of, "户数（户）", whole.households[part]);
        expectTotal(of, "居住地（处）", whole.residences[part]);
        expect(of.slice(0, -1).every((row) => row.主要原因 !== null)).toBe(true);
      }
      for (const row of facilities.filter(({ 类别, 名称 }) => 类别 === name && 名称 !== "合计"))
        expect(Number(row["只靠此处的人口（人）"])).toBeLessThanOrEqual(Number(row["以此为最近且在时限内 人口（人）"]));
    }
  });

  it("notes tell what was asked, of which data, what the words mean, and whom to credit", async () => {
    const read = async (lang: string) => {
      const sheets = await sheetsOf((await file(`${QUESTION}&level=area&lang=${lang}`)).bytes);
      const [[, notes]] = [...sheets];
      return new Map(notes.map(([head, text]) => [String(head), text === null ? null : String(text)]));
    };
    const { datasets, name } = (await service.get("/areas/demo")).json;
    const zh = await read("zh");
    expect([...zh.keys()][0]).toBe(`${name} 8 分钟步行覆盖`);
    expect(zh.get("类别")).toBe("药店、医院");
    expect(zh.get("步行人群与时限")).toBe("老年人，每秒 0.8 米，8 分钟，即 384 米，含");
    expect(zh.get("来源")).toContain("演示数据");
    expect(zh.get("未知")).toContain("未知不等于未覆盖");
    const en = await read("en");
    expect(en.get("categories")).toBe("Pharmacy, Hospital");
    expect(en.get("unknown")).toContain("Unknown is not uncovered");
    for (const { file: source } of datasets) {
      for (const notes of [zh, en])
        expect([source, [...notes.values()].join("\n")]).toEqual([source, expect.stringContaining(source)]);
    }
    for (const text of en.values())
      if (text !== null && !text.includes("demo")) expect(text).not.toMatch(/[\u4e00-\u9fff]{6}/);
  });

  it("CSV, GeoJSON and GeoPackage hold the same exact rows under the same names", async () => {
    const bytes = (await file(`${QUESTION}&format=gpkg`)).bytes;
    for (const [level, layer] of Object.entries(LAYERS)) {
      const csv = csvRowsOf((await file(`${QUESTION}&format=csv&level=${level}`)).bytes);
      const { features } = JSON.parse((await file(`${QUESTION}&format=geojson&level=${level}`)).text);
      expect(features.map(({ properties }: Json) => asText(properties))).toEqual(csv);
      const stored = withGeoPackage(bytes, (db) => db.prepare(`select * from ${layer} order by fid`).all());
      expect(stored.map(({ fid: _, geom: __, ...row }) => asText(row))).toEqual(csv.map(withBits));
    }
  });

  it("the sums of the exact rows are those of the whole", async () => {
    const { whole } = await coverage("hospital", "area");
    for (const level of ["subdistrict", "community"]) {
      const rows = csvRowsOf((await file(`${QUESTION}&format=csv&level=${level}`)).bytes);
      for (const tally of TALLIES) {
        for (const part of PARTS) {
          const of = rows.filter(({ category }) => category === "hospital");
          expect(of.reduce((all, row) => all + Number(row[`${tally}_${part}`]), 0)).toBe(whole[tally][part]);
        }
      }
    }
  });

  it("a GeoPackage keeps to its standard, and GDAL opens it with the Chinese intact", async () => {
    const { bytes } = await file(`${QUESTION}&format=gpkg`);
    expect(bytes.readUInt32BE(68)).toBe(0x47504b47);
    expect(bytes.readUInt32BE(60)).toBe(10300);
    withGeoPackage(bytes, (db, path) => {
      expect(db.prepare("pragma integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
      expect(db.prepare("pragma foreign_key_check").all()).toEqual([]);
      const contents = db.prepare("select table_name, data_type, srs_id from gpkg_contents order by table_name").all();
      expect(contents.map(({ table_name }) => table_name)).toEqual([...Object.values(LAYERS), "notes"].toSorted());
      const alias = db.prepare(
        "select name from gpkg_data_columns where table_name = 'communities' and column_name = 'residents_covered'",
      );
      expect(alias.get()).toEqual({ name: "人口 已覆盖（人）" });
      const [point] = db.prepare("select geom, lon, lat from residences").all() as Json[];
      const view = new DataView(point.geom.buffer, point.geom.byteOffset);
      expect([view.getFloat64(13, true), view.getFloat64(21, true)]).toEqual([point.lon, point.lat]);
      const told = askGdal(path, "-q", "-al");
      if (told !== null) {
        const [, communities] = told.split("Layer name: communities");
        expect(communities.split("Layer name:")[0]).toContain("name (String) = 学府社区");
        expect(communities.split("Layer name:")[0]).toContain("MULTIPOLYGON (((104.");
        expect(told).not.toMatch(/warning|error/i);
      }
    });
  });

  it.each(["xlsx", "gpkg", "geojson", "csv"])("the same pins give the same bytes: %s", async (format) => {
    const first = await file(`category=clinic&format=${format}`);
    const again = await file(`category=clinic&format=${format}`);
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });

  it("is called after what it holds, in Chinese and for readers of ASCII, and is not packed twice", async () => {
    const headers = { "accept-encoding": "gzip, br" };
    const named = async (query: string, language: string) =>
      (await file(query, { ...headers, "accept-language": language })).headers;
    const zh = await named("category=pharmacy&format=xlsx", "zh-CN");
    expect(zh["content-type"]).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    expect(zh["content-encoding"]).toBeUndefined();
    expect(String(zh["content-disposition"])).toMatch(
      /^attachment; filename="demo_pharmacy_15-min-walk_coverage_release-1\.xlsx"; filename\*=UTF-8''[\w%.!#$&+^`|~-]+$/,
    );
    const [, encoded] = String(zh["content-disposition"]).split("UTF-8''");
    expect(decodeURIComponent(encoded)).toBe("云溪示例区（虚构）_药店_15分钟步行_覆盖_第1版.xlsx");
    const en = await named("category=pharmacy&format=csv&level=community", "en");
    expect(decodeURIComponent(String(en["content-disposition"]))).toContain(
      "_Pharmacy_15-min-walk_Communities_release-1.csv",
    );
    expect(en["content-type"]).toBe("text/csv; charset=utf-8");
    expect((await named("category=pharmacy&format=gpkg&level=area", "zh"))["content-type"]).toBe(
      "application/geopackage+sqlite3",
    );
  });

  it.each([
    ["format=docx", 400, "request_invalid", "querystring.format"],
    ["level=street", 400, "request_invalid", "querystring.level"],
    ["minutes=0", 400, "request_invalid", "querystring.minutes"],
    ["lang=fr", 400, "request_invalid", "querystring.lang"],
    ["format=csv&level=area&level=cell", 400, "one_level_needed", "area, cell"],
    ["category=casino", 400, "category_unknown", "casino"],
    ["profile=runner", 400, "profile_unknown", "runner"],
    ["colour=red", 400, "request_invalid", "querystring.colour"],
  ])("%s is %d %s", async (query, status, code, named) => {
    const { json, headers, ...answer } = await service.get(`/areas/demo/export?${query}`);
    expect([answer.status, json.code]).toEqual([status, code]);
    expect(JSON.stringify(json)).toContain(named);
    expect(headers["content-disposition"]).toBeUndefined();
  });

  it("an area that is not there is told", async () => {
    expect((await service.get("/areas/nowhere/export")).json).toMatchObject({ status: 404, code: "area_unknown" });
  });
});

const LAYERS: Readonly<Record<string, string>> = {
  area: "areas",
  subdistrict: "subdistricts",
  community: "communities",
  gap: "gaps",
  facility: "facilities",
  residence: "residences",
  cell: "cells",
};

type Row = Readonly<Record<string, Value>>;

function records(sheet: Value[][] | undefined): Row[] {
  if (sheet === undefined) throw new Error("no such sheet");
  const [head, ...rows] = sheet;
  return rows.map((row) => Object.fromEntries(head.map((name, c) => [String(name), row[c] ?? null])));
}

function expectUnit(row: Row, unit: Json): void {
  const units = { residences: ["居住地", "处"], households: ["户数", "户"], residents: ["人口", "人"] } as const;
  const parts = { total: "合计", covered: "已覆盖", uncovered: "未覆盖", unknown: "未知" } as const;
  for (const tally of TALLIES) {
    const [name, measure] = units[tally];
    for (const part of PARTS) expect(row[`${name} ${parts[part]}（${measure}）`]).toBe(unit[tally][part]);
  }
  const share = row["人口覆盖率（%）"];
  if (unit.residentShare === null) expect(share).toBeNull();
  else expect(Math.abs(Number(share) - unit.residentShare)).toBeLessThanOrEqual(0.001);
  expect(row["区内设施（个）"]).toBe(unit.facilities);
  if (unit.meanSeconds !== null) expect(row["平均步行（分钟）"]).toBeCloseTo(unit.meanSeconds / 60, 0);
}

/** The last of the rows is the total of those before it, and is what the screen says. */
function expectTotal(rows: readonly Row[], head: string, onScreen: number): void {
  const parts = rows.slice(0, -1).reduce((all, row) => all + Number(row[head]), 0);
  expect([head, parts, rows.at(-1)?.[head]]).toEqual([head, onScreen, onScreen]);
}

function sum(rows: readonly Row[], head: string): number {
  return rows.reduce((all, row) => all + Number(row[head] ?? 0), 0);
}

function asText(row: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? "" : String(value)]));
}

/** SQLite has no true and false of its own. */
function withBits(row: Record<string, string>): Record<string, string> {
  const bits: Readonly<Record<string, string>> = { true: "1", false: "0" };
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, bits[value] ?? value]));
}
