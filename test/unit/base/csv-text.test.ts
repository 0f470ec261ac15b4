import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "../../../server/base/csv-text.ts";
import { csvLine } from "../../../server/cli/csv.ts";

describe("text in a table", () => {
  it.each([
    '=HYPERLINK("http://x","y")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－1+A1",
    "＠SUM(A1)",
    "+86 371 6666",
  ])("%j is shown, not run", (text) => {
    expect(parse(`${csvText(text)}\r\n`, { record_delimiter: "\r\n" })).toEqual([[`'${text}`]]);
  });

  it.each(["", "药店", "-5", "-1,234.5", "a=b", "100%"])("%j is left as it is", (text) => {
    expect(csvText(text).replaceAll('"', "")).toBe(text);
  });

  it("comes back from any reader, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2 }), (cells) => {
        const [back] = parse(csvLine(cells), { record_delimiter: "\n", relax_column_count: true }) as string[][];
        expect(back.map((cell, i) => (cell === cells[i] ? cell : cell.slice(1)))).toEqual(cells);
      }),
    );
  });
});
