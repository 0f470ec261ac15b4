/** Days as documents write them. */
import { describe, expect, it } from "vitest";
import { daysBetween, dueDate, monthsTouched } from "../../../server/standards/dates.ts";

it.each([
  ["2015-08-20", "2015-08-20"],
  ["2013年11月30日", "2013-11-30"],
  ["2013年底", "2013-12-31"],
  ["2013年9月底", "2013-09-30"],
  ["2016年2月底", "2016-02-29"],
  ["2015年2月底", "2015-02-28"],
  ["2015年8月中旬", "2015-08-20"],
  ["2015年5月初", "2015-05-10"],
  ["2015年5月上旬", "2015-05-10"],
  ["2015年6月下旬", "2015-06-30"],
  [" 2012年底 ", "2012-12-31"],
])("%s is %s", (written, day) => {
  expect(dueDate(written)).toBe(day);
});

describe("no day", () => {
  it.each(["2013-02-30", "2013年2月29日", "2013年0月底", "2013年13月底", "年底", "2013年", "13年底", "2013/1/1", ""])(
    "%j",
    (written) => {
      expect(() => dueDate(written)).toThrow(/is no date; expected 2015-08-20/);
    },
  );
});

it("days run over a leap day", () => {
  expect(daysBetween("2016-02-28", "2016-03-01")).toBe(2);
  expect(daysBetween("2015-04-10", "2015-01-31")).toBe(-69);
});

it("months are counted as begun, both ends included", () => {
  expect(monthsTouched("2013-09-01", "2013-12-31")).toBe(4);
  expect(monthsTouched("2013-09-01", "2013-09-01")).toBe(1);
  expect(monthsTouched("2013-09-01", "2014-09-01")).toBe(13);
  expect(monthsTouched("2013-09-01", "2013-08-31")).toBe(0);
});
