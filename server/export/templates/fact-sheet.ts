/** The tables of facts and of prices that an office fills in, as a file that Excel opens as it is and the register takes back as it is. @module */
import type { FactSheet } from "../../analysis/register/open-template.ts";
import type { Note } from "../notes.ts";
import type { Column } from "../table.ts";
import { notesSheet } from "../xlsx/notes-sheet.ts";
import { rowsSheet } from "../xlsx/rows-sheet.ts";
import { workbookOf } from "../xlsx/workbook.ts";
import { csvTable } from "./csv-table.ts";

/** Forms have no day of their own; the same bytes every time. */
const DATED = "2026-01-01T00:00:00Z";
const SHEETS = {
  facts: { name: "台账", widths: [14, 16, 24, 22, 24, 14, 26], notes: factNotes },
  prices: { name: "价格调查", widths: [18, 16, 20, 22, 13, 16, 8, 15, 20, 15, 22], notes: priceNotes },
} as const;

export function factSheetWorkbook({ table, title, packName, header, rows }: FactSheet): AsyncGenerator<Uint8Array> {
  const { name, widths, notes } = SHEETS[table];
  const columns = header.map((head, c): Column<readonly string[]> => {
    const width = (widths as readonly number[])[c];
    const of = (row: readonly string[]) => row[c];
    return { key: `c${c}`, head: { zh: head, en: head }, kind: "text", of, ...(width === undefined ? {} : { width }) };
  });
  return workbookOf(
    [rowsSheet(columns, rows, name, title, "zh"), notesSheet(notes(packName), "说明", title)],
    title,
    DATED,
  );
}

export function factSheetCsv({ header, rows }: FactSheet): string {
  return csvTable([header, ...rows]);
}

function factNotes(packName: string): Note[] {
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

function priceNotes(packName: string): Note[] {
  return [
    [`${packName} · 价格调查填写说明`, null],
    ["一行", "每个品名在每个市场占一行；同一设施同一天的各行为一次调查。调查几种商品、几个市场，就照样加几行。"],
    ["示例行", "第一行为示例，不导入，可保留。"],
    ["调查日期", "写作 2015-09-01。判断某一天的结论时，用当天及以前最近的一次调查；以后的调查不用。"],
    ["本店价格、市场价格", "同一单位（如每斤）的零售价，只填数字，以元计，大于 0。"],
    ["市场均价", "各市场价格的平均数；逐个品名比较，不折合为指数。"],
    ["来源", "采价单位或价格公告，可不填；不填写个人姓名。"],
    ["再次导入", "同一设施、同一调查日期的表再次导入时，以后一次为准；以前的版本仍可查看。"],
  ];
}
