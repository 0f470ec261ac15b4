/** The refused rows of an import as a CSV that Excel opens: for whoever has to mend the files. @module */
import { writeFile } from "node:fs/promises";
import { BYTE_ORDER_MARK, csvText } from "../base/csv-text.ts";
import type { Words } from "../base/errors.ts";
import { OSM_REASONS } from "./osm/errors.ts";
import { ROW_REASONS } from "./reasons.ts";
import type { Refusal } from "./rows.ts";

/** Every reason that a row or an object can be refused for, in words. */
export const REASONS: Readonly<Record<string, Words>> = { ...ROW_REASONS, ...OSM_REASONS };
const HEADER = [
  "文件 file",
  "行 row",
  "编号 ref",
  "原因 reason",
  "说明",
  "explanation",
  "列 field",
  "值 value",
  "应为 expected",
];

export async function writeRefusals(path: string, refusals: readonly Refusal[]): Promise<void> {
  await writeFile(path, refusalsAsCsv(refusals));
}

export function refusalsAsCsv(refusals: readonly Refusal[]): string {
  const lines = refusals.map(({ file, row, ref, reason, field, value, expected }) => {
    const { zh, en } = REASONS[reason] ?? { zh: "", en: "" };
    return [file, row, ref, reason, zh, en, field, value, expected]
      .map((cell) => csvText(String(cell ?? "")))
      .join(",");
  });
  return `${BYTE_ORDER_MARK}${[HEADER.join(","), ...lines].join("\r\n")}\r\n`;
}
