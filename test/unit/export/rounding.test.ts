/** Rounding for eyes keeps every value on its side of the limit. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { metresByLimit, minutesByLimit, shareToShow, tenthsOfMinutes } from "../../../server/export/rounding.ts";

it.each([
  [902.4, 15, false, 15.1],
  [900.0001, 15, false, 15.1],
  [900, 15, true, 15],
  [899.9, 15, true, 15],
  [18.04 * 60, 15, false, 18],
  [7.54 * 60, 7.5, false, 7.6],
  [7.26 * 60, 7.26, true, 7.2],
])("%f s over a limit of %f min, within: %s, reads %f", (seconds, limit, isWithin, shown) => {
  expect(minutesByLimit(seconds, limit, isWithin)).toBe(shown);
});

it("minutes and metres stay on their side, and within one step of the truth", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 7200, noNaN: true }), fc.integer({ min: 1, max: 1200 }), (seconds, tenths) => {
      const limit = tenths / 10;
      const isWithin = seconds <= limit * 60;
      const shown = minutesByLimit(seconds, limit, isWithin);
      expect(shown <= limit).toBe(isWithin);
      expect(Math.abs(shown - seconds / 60)).toBeLessThanOrEqual(0.1 + 1e-9);
      const metres = metresByLimit(seconds, limit * 60, isWithin);
      expect(metres <= limit * 60).toBe(isWithin);
      expect(Math.abs(metres - seconds)).toBeLessThanOrEqual(1);
    }),
  );
});

it("a mean is held against no limit", () => {
  expect(tenthsOfMinutes(902.4)).toBe(15);
});

it.each([
  [1, 1],
  [0, 0],
  [0.99999, 0.999],
  [0.00001, 0.001],
  [0.87654, 0.877],
])("the share %f reads %f", (share, shown) => {
  expect(shareToShow(share)).toBe(shown);
});
