import { expect, it } from "vitest";
import { periodOf } from "../../../../web/pages/standards-paper/period.ts";

it.each([
  ["week", "2026-11-23", "2026-11-23", "2026-12-06"],
  ["week", "2026-11-29", "2026-11-23", "2026-12-06"],
  ["week", "2024-03-01", "2024-02-26", "2024-03-10"],
  ["month", "2024-01-31", "2024-01-01", "2024-02-29"],
  ["month", "2015-12-31", "2015-12-01", "2016-01-31"],
] as const)("a %s report of %s begins on %s and looks ahead to %s", (period, day, from, next) => {
  expect(periodOf(period, day)).toEqual({ from, to: day, next });
});
