/** A workbook for officials: notes first, then one sheet a level. Written as it is read, in little memory. @module */
import { exportError } from "../errors.ts";
import { LEVEL_WORDS } from "../levels.ts";
import { dayOf, notesOf, titleOf } from "../notes.ts";
import type { ExportOrder } from "../order.ts";
import { type Cell, type ExportTable, tableOf } from "../table.ts";
import { notesSheet } from "./notes-sheet.ts";
import { type Sheet, tableSheet } from "./sheet.ts";
import { stylesXml } from "./styles.ts";
import { columnLetters, escaped } from "./xml.ts";
import { type ZipEntry, zipped } from "./zip.ts";

/** Of Excel 2007 and later. */
const MAX_ROWS = 1_048_576;
/** So that a sheet stays far below the 4 GiB of a ZIP entry: a cell takes 40 bytes, one with a long name 150. */
const MAX_CELLS = 20_000_000;
const SHEET = "coverage";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Throws `rows_too_many`, `sheet_too_large` before the first byte. */
export function workbook(order: ExportOrder, tables: readonly ExportTable[]): AsyncGenerator<Uint8Array> {
  const { language, release } = order;
  for (const table of tables) checkSize(table, LEVEL_WORDS[table.level].sheet[language]);
  const footer = `${titleOf(order)} · ${dayOf(order)}`;
  const sheets = [
    notesSheet(notesOf(order, tables), { zh: "说明", en: "Notes" }[language], footer),
    ...tables.map((table) => tableSheet(table, LEVEL_WORDS[table.level].sheet[language], footer, language)),
  ];
  return workbookOf(sheets, titleOf(order), release.releasedAt);
}

/** A workbook of sheets that are made elsewhere. @param dated ISO 8601: what says when it was made */
export function workbookOf(sheets: readonly Sheet[], title: string, dated: string): AsyncGenerator<Uint8Array> {
  return zipped(entriesOf(sheets, title, dated), new Date(dated));
}

/** A workbook of one sheet whose heads are names for machines, for tables that are no level of a file. */
export function plainWorkbook(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  releasedAt: string,
): AsyncGenerator<Uint8Array> {
  const table = tableOf<readonly Cell[]>({
    level: "area",
    language: "en",
    columns: columns.map((key, c) => ({ key, head: { zh: key, en: key }, kind: "raw", of: (row) => row[c] })),
    sheetFirst: [],
    geometryType: "POINT",
    count: rows.length,
    items: () => rows,
    geometryOf: () => null,
    totals: [],
  });
  checkSize(table, SHEET);
  return workbookOf([tableSheet(table, SHEET, "", "en")], "circle", releasedAt);
}

function checkSize({ count, totals, columns }: ExportTable, sheet: string): void {
  const rows = 1 + count + totals.length;
  if (rows > MAX_ROWS) throw exportError("rows_too_many", { sheet, value: rows, expected: MAX_ROWS });
  const cells = rows * columns.length;
  if (cells > MAX_CELLS) throw exportError("sheet_too_large", { sheet, value: cells, expected: MAX_CELLS });
}

function entriesOf(sheets: readonly Sheet[], title: string, dated: string): ZipEntry[] {
  const text = (path: string, xml: string): ZipEntry => ({ path, pieces: () => [XML, xml] });
  const at = new Date(dated).toISOString().replace(/\.\d+Z$/, "Z");
  return [
    text(
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets
        .map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
        .join("")}</Types>`,
    ),
    text(
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
    text(
      "docProps/core.xml",
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>一刻钟 Yikezhong</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`,
    ),
    text("xl/workbook.xml", workbookXml(sheets)),
    text(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${sheets
        .map(
          (_, i) =>
            `<Relationship Id="rId${i + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    { path: "xl/styles.xml", pieces: () => [stylesXml()] },
    ...sheets.map(({ pieces }, i): ZipEntry => ({ path: `xl/worksheets/sheet${i + 1}.xml`, pieces })),
  ];
}

/** Names that Excel itself gives to what filters, and to the columns and rows that every printed page repeats. */
function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, filter, headRows, leadColumns }, i) => {
    const quoted = escaped(`'${name.replaceAll("'", "''")}'`);
    const filters = filter?.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    return [
      filter === null
        ? ""
        : `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${quoted}!${filters}</definedName>`,
      headRows === 0
        ? ""
        : `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${leadColumns === 0 ? "" : `${quoted}!$A:$${columnLetters(leadColumns - 1)},`}${quoted}!$1:$${headRows}</definedName>`,
    ];
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView/></bookViews><sheets>${sheets
    .map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join("")}</sheets><definedNames>${names.join("")}</definedNames></workbook>`;
}
