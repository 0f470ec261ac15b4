/** Files of the console guard what a spreadsheet would run as those of the service do. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvText as ofService } from "../../../../server/base/csv-text.ts";
import { csvText } from "../../../../web/state/csv.ts";

const STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "-5", "-1,234.5", "店", '"', ""];

it("a cell is the same in both", () => {
  fc.assert(
    fc.property(fc.constantFrom(...STARTS), fc.string(), (start, rest) => {
      expect(csvText([[start + rest]])).toBe(`\uFEFF${ofService(start + rest)}\r\n`);
    }),
  );
});
