import { expect, it } from "vitest";
import { monthsBefore } from "../../../../web/pages/standards/months-before.ts";

it.each([
  ["2015-12-31", 6, "2015-06-30"],
  ["2024-03-15", 1, "2024-02-29"],
  ["2024-01-01", 6, "2023-07-31"],
  ["2024-01-31", 1, "2023-12-31"],
])("%s less %i months ends on %s", (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected);
});
