/** A template as a file that Excel opens as it is and the import takes back as it is. @module */
import type { Note } from "../notes.ts";
import { tableOf } from "../table.ts";
import { notesSheet } from "../xlsx/notes-sheet.ts";
import { tableSheet } from "../xlsx/sheet.ts";
import { workbookOf } from "../xlsx/workbook.ts";
import { csvTable } from "./csv-table.ts";
import type { Template } from "./templates.ts";

/** Templates have no day of their own; the same bytes every time. */
const DATED = "2026-01-01T00:00:00Z";

/** The table comes first, so that the import reads it; what columns mean stands on the second sheet. */
export function templateWorkbook({ kind, name, columns }: Template): AsyncGenerator<Uint8Array> {
  const row = columns.map(({ example }) => (/^\d+(\.\d+)?$/.test(example) ? Number(example) : example));
  const table = tableOf<typeof row>({
    level: "area",
    language: "zh",
    columns: columns.map(({ field, header }, c) => ({
      key: field,
      head: { zh: header, en: header },
      kind: "raw",
      of: (cells) => cells[c],
    })),
    sheetFirst: [],
    geometryType: "POINT",
    count: 1,
    items: () => [row],
    geometryOf: () => null,
    totals: [],
  });
  const notes: Note[] = [
    [`${name.zh} · ${name.en}`, null],
    ...columns.map(({ header, isNeeded, note }): Note => {
      return [header, `${isNeeded ? "必填。" : ""}${note.zh}\n${isNeeded ? "Needed. " : ""}${note.en}`];
    }),
  ];
  return workbookOf([tableSheet(table, name.zh, name.zh, "zh"), notesSheet(notes, "说明", name.zh)], kind, DATED);
}

export function templateCsv({ columns }: Template): string {
  return csvTable([columns.map(({ header }) => header), columns.map(({ example }) => example)]);
}
