/** Names that a spreadsheet would run, or that XML forbids, in every kind of text file. */
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { expect, it } from "vitest";
import { csvPieces } from "../../../server/export/csv.ts";
import { tableOf } from "../../../server/export/table.ts";
import { tableSheet } from "../../../server/export/xlsx/sheet.ts";
import { stylesXml } from "../../../server/export/xlsx/styles.ts";
import { columnLetters, escaped } from "../../../server/export/xlsx/xml.ts";
import { zipped } from "../../../server/export/xlsx/zip.ts";
import { joined } from "../../support/export-files.ts";

const NAMES = [
  '=HYPERLINK("http://x","y")',
  "+8613800000000",
  "-2号楼",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  '逗号,引号"换\n行',
  " 空格 ",
  "a & b < c > d",
  "_x0041_",
  "𠮷野家",
];

interface Item {
  readonly name: string | null;
  readonly lon: number;
}
const table = tableOf<Item>({
  level: "facility",
  language: "zh",
  columns: [
    { key: "name", head: { zh: "名称", en: "Name" }, kind: "text", of: ({ name }) => name },
    { key: "lon", head: { zh: "经度", en: "Longitude" }, kind: "degrees", of: ({ lon }) => lon },
    { key: "open", head: { zh: "可达", en: "Open" }, kind: "flag", of: ({ lon }) => lon < 0 },
  ],
  sheetFirst: ["lon"],
  geometryType: "POINT",
  count: NAMES.length,
  items: () => NAMES.map((name) => ({ name, lon: -8.61 })),
  geometryOf: () => null,
  totals: [{ name: "合计" }],
});

it("CSV begins with the mark of UTF-8, and an apostrophe stands before what would be run; numbers stay numbers", () => {
  const text = [...csvPieces(table)].join("");
  expect(text.startsWith("\uFEFFname,lon,open\r\n")).toBe(true);
  const rows = parse(text, { columns: true, bom: true }) as { name: string; lon: string }[];
  expect(rows.map(({ name }) => name)).toEqual([
    `'${NAMES[0]}`,
    "'+8613800000000",
    "'-2号楼",
    "'@SUM(A1)",
    "'\t=1",
    "'\r=1",
    ...NAMES.slice(6),
  ]);
  expect(new Set(rows.map(({ lon }) => lon))).toEqual(new Set(["-8.61"]));
});

it("no cell of a sheet is a formula, and every text is read back as it was", async () => {
  const sheet = tableSheet(table, "设施", "a & b", "zh");
  const xml = [...sheet.pieces()].join("");
  expect(xml).not.toContain("<f>");
  expect(xml).toContain('<autoFilter ref="A1:C12"/>');
  expect(xml).toContain("&amp;La &amp;&amp; b&amp;C");
  const [head, ...rows] = await readSheet(await bookOf(xml));
  expect(head).toEqual(["经度", "名称", "可达"]);
  const names = rows.map(([, name]) => name);
  // The reader trims, and leaves coded characters as they are.
  expect(names.slice(0, 4)).toEqual(NAMES.slice(0, 4));
  expect(names.at(-2)).toBe("𠮷野家");
  expect(names.at(-1)).toBe("合计");
  expect(rows[0]).toEqual([-8.61, NAMES[0], "是"]);
});

it("what XML forbids is written as workbooks write it", () => {
  expect(escaped("a\u0008b")).toBe("a_x0008_b");
  expect(escaped("_x0041_")).toBe("_x005F_x0041_");
  expect(escaped("\uD842")).toBe("_xD842_");
  expect(escaped('<"&">')).toBe("&lt;&quot;&amp;&quot;&gt;");
});

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %d is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

/** The least that a reader takes for a workbook. */
async function bookOf(sheet: string): Promise<Buffer> {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const files = {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": stylesXml(),
    "xl/worksheets/sheet1.xml": sheet,
  };
  const entries = Object.entries(files).map(([path, text]) => ({ path, pieces: () => [text] }));
  return joined(zipped(entries, new Date("2026-01-02T03:04:06Z")));
}
