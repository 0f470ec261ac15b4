import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type { Refusal } from "../../../server/import/rows.ts";
import { readTable } from "../../../server/import/tables/read-table.ts";
import { writeRefusals } from "../../../server/import/write-refusals.ts";
import { tempFiles } from "../../support/temp-file.ts";

const tempFile = tempFiles();
const refusal: Refusal = {
  file: "网点.csv",
  row: 7,
  ref: "007",
  reason: "position_zero",
  field: "经度, 纬度",
  value: "0, 0",
  expected: "≠ 0, 0",
};

it("writes what Excel opens: a mark, two languages, one line a refusal", async () => {
  const path = await tempFile("refused.csv", "");
  await writeRefusals(path, [refusal, { ...refusal, row: null, reason: "ring_degenerate", value: 'a "b"\nc' }]);
  expect([...(await readFile(path))].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  const { header, records } = await readTable(path);
  expect(header.slice(0, 4)).toEqual(["文件 file", "行 row", "编号 ref", "原因 reason"]);
  expect(records.map(({ cells }) => cells)).toEqual([
    [
      "网点.csv",
      "7",
      "007",
      "position_zero",
      "坐标为 0,0，等于没有填写",
      "the position is 0,0, which is a blank",
      "经度, 纬度",
      "0, 0",
      "≠ 0, 0",
    ],
    [
      "网点.csv",
      "",
      "007",
      "ring_degenerate",
      "边界线没有面积",
      "the outline encloses no area",
      "经度, 纬度",
      'a "b"\nc',
      "≠ 0, 0",
    ],
  ]);
});

it("hands Excel no formula from a stranger's file, but leaves numbers below zero alone", async () => {
  const path = await tempFile("formula.csv", "");
  await writeRefusals(path, [
    { ...refusal, value: "=1+1" },
    { ...refusal, value: "-8.61, 41.1" },
    { ...refusal, value: "@SUM(A1)" },
  ]);
  expect((await readTable(path)).records.map(({ cells }) => cells[7])).toEqual(["'=1+1", "-8.61, 41.1", "'@SUM(A1)"]);
});
