import { expect, it } from "vitest";
import { dayInChina } from "../../../server/base/day.ts";

it.each([
  ["2026-02-28T15:59:59.999Z", "2026-02-28"],
  ["2026-02-28T16:00:00.000Z", "2026-03-01"],
  ["2026-12-31T23:00:00.000Z", "2027-01-01"],
])("%s is %s in China", (instant, day) => {
  expect(dayInChina(instant)).toBe(day);
  expect(dayInChina(new Date(instant))).toBe(day);
});
