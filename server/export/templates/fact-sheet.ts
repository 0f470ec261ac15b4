/** The table of facts that an office fills in, as a file that Excel opens as it is and the register takes back as it is. @module */
import type { FactSheet } from "../../analysis/register/open-template.ts";
import type { Note } from "../notes.ts";
import type { Column } from "../table.ts";
import { notesSheet } from "../xlsx/notes-sheet.ts";
import { rowsSheet } from "../xlsx/rows-sheet.ts";
import { workbookOf } from "../xlsx/workbook.ts";
import { csvTable } from "./csv-table.ts";

/** Forms have no day of their own; the same bytes every time. */
const DATED = "2026-01-01T00:00:00Z";
const WIDTHS = [14, 16, 24, 22, 24, 14, 26];

export function factSheetWorkbook({ title, packName, header, rows }: FactSheet): AsyncGenerator<Uint8Array> {
  const columns = header.map((head, c): Column<readonly string[]> => {
    const width = WIDTHS[c];
    const of = (row: readonly string[]) => row[c];
    return { key: `c${c}`, head: { zh: head, en: head }, kind: "text", of, ...(width === undefined ? {} : { width }) };
  });
  return workbookOf(
    [rowsSheet(columns, rows, "台账", title, "zh"), notesSheet(notesOf(packName), "说明", title)],
    title,
    DATED,
  );
}

export function factSheetCsv({ header, rows }: FactSheet): string {
  return csvTable([header, ...rows]);
}

function notesOf(packName: string): Note[] {
  return [
    [`${packName} · 台账填写说明`, null],
    ["值", "只填“值”一列；不知道的留空，留空不作为不达标。第一张表可原样导入，列的顺序可以改动，列名不可改动。"],
    ["是、否", "填“是”或“否”，也可填“有”“无”。"],
    ["数字", "只填数字，不带单位；面积以平方米计。"],
    ["日期", "写作 2015-06-30；确知没有完成的步骤填“未完成”。"],
    ["台账齐全", "该单位此类设施已全部列入本表时填“是”；此后表中没有的即视为没有。"],
    ["设施名称", "同一类设施有几处的，每处各占若干行并写明名称；只有一处的可不填。"],
    ["兼作", "一室多用、一站多能的，可另加一行，事实填“兼作”，值填所兼项目的名称，以顿号隔开。"],
    ["停用日期", "已停用的设施可另加一行，事实填“停用日期”，值填最后使用日。"],
    ["起始日期", "可另加“起始日期”一列：填写后，该值自这一天起有效，此前仍按原值。"],
  ];
}
