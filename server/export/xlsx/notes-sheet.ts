/** The first sheet: what the workbook says of itself. @module */
import type { Note } from "../notes.ts";
import { cellXml, columnXml, type Sheet, sheetFoot, sheetHead } from "./sheet.ts";
import { PROSE_STYLE, SECTION_STYLE, TERM_STYLE, TITLE_STYLE } from "./styles.ts";
import { widthOf } from "./xml.ts";

const TERM_WIDTH = 18;
const PROSE_WIDTH = 96;
const LINE_HEIGHT = 16.5;
const TITLE_HEIGHT = 30;
const BARE_VIEW = '<sheetView showGridLines="0" workbookViewId="0"/>';

export function notesSheet(notes: readonly Note[], name: string, footer: string): Sheet {
  return {
    name,
    headRows: 0,
    leadColumns: 0,
    filter: null,
    *pieces() {
      yield `${sheetHead(`A1:B${notes.length}`, BARE_VIEW)}<cols>${columnXml(0, TERM_WIDTH)}${columnXml(1, PROSE_WIDTH)}</cols><sheetData>`;
      yield* notes.map(noteRow);
      yield `</sheetData>${sheetFoot(footer, "portrait", 1)}`;
    },
  };
}

function noteRow([head, text]: Note, i: number): string {
  const row = i + 1;
  if (text === null) {
    const height = i === 0 ? TITLE_HEIGHT : LINE_HEIGHT * 1.6;
    return `<row r="${row}" ht="${height}" customHeight="1">${cellXml("A", row, head, i === 0 ? TITLE_STYLE : SECTION_STYLE)}</row>`;
  }
  // Rows of wrapped text are given their height: not every program finds it by itself.
  const lines = Math.max(1, Math.ceil(widthOf(text) / PROSE_WIDTH));
  return `<row r="${row}" ht="${lines * LINE_HEIGHT}" customHeight="1">${cellXml("A", row, head, TERM_STYLE)}${cellXml("B", row, text, PROSE_STYLE)}</row>`;
}
