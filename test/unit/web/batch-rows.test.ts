/** The file of a batch: every row of the table once, in its order, refused ones where they stood. */
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import type { SpacingBatch } from "../../../server/api/schemas/spacing.ts";
import { type BatchWords, batchLines, countVerdicts, decidedOf } from "../../../web/pages/batch/rows.ts";
import { csvText } from "../../../web/state/csv.ts";

type Item = SpacingBatch["items"][number];
type Near = Item["check"]["rules"][number]["near"][number];

const near = (ref: string, verdict: Near["verdict"], approvedBefore = false) =>
  ({
    facility: { ref, name: null },
    verdict,
    approvedBefore,
    distanceM: 12.5,
    marginM: -487.5,
    uncertaintyM: 3,
  }) as Near;

function item(row: number, verdict: Item["check"]["verdict"], list: readonly Near[]): Item {
  const rule = { rule: { title: { zh: "规则", en: "rule" } }, verdict, near: list };
  const check = {
    verdict,
    warnings: verdict === "unknown" ? ["outside_area"] : [],
    category: "clinic",
    place: { position: [113.5, 34.5] },
    rules: list.length === 0 ? [] : [rule],
    number: `N${row}`,
    hash: "h",
  };
  return { ref: `A${row}`, row, name: row === 2 ? '=1+1 "甲"' : null, check } as unknown as Item;
}

const WORDS: BatchWords = {
  heads: ["行", "编号"],
  verdict: (verdict) => verdict,
  refused: "refused",
  category: (code) => code,
  words: ({ zh }) => zh,
  yes: "是",
  remarks: ({ warnings }) => warnings,
};
const REFUSED = {
  row: 3,
  ref: "B",
  reason: "x",
  words: { zh: "坏", en: "bad" },
  field: "类别",
  value: "?",
  expected: null,
};
const items = [
  item(2, "fail", [near("F1", "pass"), near("F2", "fail")]),
  item(4, "pass", [near("F3", "pass"), near("F4", "pass")]),
  item(5, "not_applicable", []),
  item(6, "fail", [near("A4", "fail", true)]),
];
const batch = { items, refused: [REFUSED], columns: {}, date: "2024-12-31" } as SpacingBatch;

it("tells the neighbour that decided, else the nearest", () => {
  expect(items.map((one) => decidedOf(one).near?.facility.ref ?? null)).toEqual(["F2", "F3", null, "A4"]);
  expect(countVerdicts(items)).toEqual([
    { verdict: "pass", n: 1 },
    { verdict: "fail", n: 2 },
    { verdict: "not_applicable", n: 1 },
  ]);
});

it("tells of several rules the one with the least margin, and none where the verdict is unknown", () => {
  const wide = { ...near("wide", "pass"), marginM: 90 };
  const close = { ...near("close", "pass"), marginM: 9 };
  const passed = item(2, "pass", [wide]);
  const { rules } = passed.check;
  const both = { ...passed, check: { ...passed.check, rules: [...rules, { ...rules[0], near: [wide, close] }] } };
  expect(decidedOf(both).near?.facility.ref).toBe("close");
  const unknown = item(3, "unknown", [wide]);
  const outside = { ...unknown, check: { ...unknown.check, rules } };
  expect(decidedOf(outside)).toEqual({ item: outside, rule: null, near: null });
  const rows = parse(csvText(batchLines({ ...batch, items: [outside], refused: [] }, WORDS)), {
    bom: true,
    relax_column_count: true,
    from: 2,
  }) as string[][];
  expect(rows[0].slice(6, 14)).toEqual(["unknown", "", "", "", "", "", "", "outside_area"]);
});

it("holds every row once, in the order of the table", () => {
  const text = csvText(batchLines(batch, WORDS));
  expect(text.startsWith("\uFEFF行,编号\r\n")).toBe(true);
  const rows = parse(text, { bom: true, relax_column_count: true, from: 2 }) as string[][];
  expect(rows.map((row) => [row[0], row[1], row[6], row[9]])).toEqual([
    ["2", "A2", "fail", ""],
    ["3", "B", "refused", ""],
    ["4", "A4", "pass", ""],
    ["5", "A5", "not_applicable", ""],
    ["6", "A6", "fail", "是"],
  ]);
  expect(rows.every((row) => row.length === 16)).toBe(true);
  // A spreadsheet shows it and does not run it.
  expect(rows[0][2]).toBe(`'=1+1 "甲"`);
  expect(rows[1][13]).toBe("坏 · 类别 · ?");
});
