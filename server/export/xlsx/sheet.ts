/** One sheet: a head that stays and filters, rows, totals under them, ready to be printed on A4. @module */
import type { Language } from "../order.ts";
import type { Cell, ExportTable, Kind } from "../table.ts";
import { HEAD_STYLE, plainStyle, totalStyle } from "./styles.ts";
import { columnLetters, escaped, widthOf } from "./xml.ts";

export interface Sheet {
  readonly name: string;
  /** Rows of the head, which are repeated on every printed page; 0 for none. */
  readonly headRows: 0 | 1;
  /** Columns that are repeated too, where a table is wider than a page. */
  readonly leadColumns: number;
  /** Area that filters, such as `A1:F20`; null for none. */
  readonly filter: string | null;
  readonly pieces: () => Iterable<string>;
}

const WIDTH: Readonly<Record<Kind, number>> = {
  text: 16,
  count: 12,
  number: 8,
  raw: 14,
  ratio: 10,
  share: 11,
  minutes: 11,
  metres: 11,
  degrees: 13,
  flag: 9,
};
/** Characters on an A4 page that lies, as small as can still be read. */
const PAGE_WIDTH = 220;
/** What stays in view must leave room for the rest on an office screen. */
const MOST_LEAD_WIDTH = 75;
/** A head that is wider than its column breaks into so many lines. */
const HEAD_LINES = 3;
const HEAD_HEIGHT = 48;

/** @param footer such as the area and the date, printed beside the number of the page */
export function tableSheet(table: ExportTable, name: string, footer: string, language: Language): Sheet {
  const columns = table.sheetColumns.map((c) => table.columns[c]);
  const letters = columns.map((_, c) => columnLetters(c));
  const last = letters[letters.length - 1];
  const filter = `A1:${last}${table.count + 1}`;
  const heads = columns.map(({ head }) => head[language]);
  const widths = columns.map(({ kind, width }, c) => columnWidth(heads[c], width ?? WIDTH[kind]));
  const leads = sum(widths.slice(0, table.sheetLeads)) <= MOST_LEAD_WIDTH ? table.sheetLeads : 0;
  const pagesWide = Math.ceil(sum(widths) / PAGE_WIDTH);
  return {
    name,
    headRows: 1,
    leadColumns: leads,
    filter,
    *pieces() {
      yield sheetHead(`A1:${last}${table.count + table.totals.length + 1}`, headView(leads));
      yield `<cols>${widths.map((width, c) => columnXml(c, width)).join("")}</cols><sheetData>`;
      yield `<row r="1" ht="${HEAD_HEIGHT}" customHeight="1">${heads.map((head, c) => cellXml(letters[c], 1, head, HEAD_STYLE)).join("")}</row>`;
      let r = 1;
      const row = (cells: readonly Cell[], styleOf: (kind: Kind) => number) => {
        r++;
        return `<row r="${r}">${columns.map(({ kind }, c) => cellXml(letters[c], r, cells[table.sheetColumns[c]], styleOf(kind))).join("")}</row>`;
      };
      for (const each of table.rows()) yield row(each.shown(), plainStyle);
      for (const total of table.totals) yield row(total, totalStyle);
      yield `</sheetData><autoFilter ref="${filter}"/>${sheetFoot(footer, "landscape", pagesWide)}`;
    },
  };
}

/** The head stays above what scrolls, and the columns up to the name beside it. */
function headView(leads: number): string {
  const corner = `${columnLetters(leads)}2`;
  return leads === 0
    ? `<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>`
    : `<sheetView workbookViewId="0"><pane xSplit="${leads}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/></sheetView>`;
}

/** @param view one `sheetView` */
export function sheetHead(dimension: string, view: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${dimension}"/><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="16.5"/>`;
}

/** A4, so many pages wide and as long as it must be. */
export function sheetFoot(footer: string, orientation: "landscape" | "portrait", pagesWide: number): string {
  // In headers of pages & begins a code, and a figure after it would be a size of type.
  const left = escaped(footer.replaceAll("&", "&&"));
  return `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/><headerFooter><oddFooter>&amp;L${left}&amp;C&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

export function columnXml(column: number, width: number): string {
  return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
}

/** Text is text, whatever it begins with: no cell of ours is ever a formula. */
export function cellXml(letters: string, row: number, cell: Cell, style: number): string {
  const place = `<c r="${letters}${row}" s="${style}"`;
  if (cell === null || cell === "") return `${place}/>`;
  if (typeof cell === "number") return `${place}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `${place} t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** Wide enough for the values, and for the head in a few lines. */
function columnWidth(head: string, values: number): number {
  return Math.max(values, Math.ceil(widthOf(head) / HEAD_LINES) + 4);
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}
