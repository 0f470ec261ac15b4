import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bytesShown,
  countShown,
  dayShown,
  instantShown,
  metresShown,
  minutesShown,
  shareShown,
} from "../../../../web/state/figures.ts";

describe("minutes are never rounded across the limit", () => {
  it.each([
    [15.04, 15, "15.1"],
    [15.001, 15, "15.1"],
    [15, 15, "15.0"],
    [14.96, 15, "15.0"],
    [14.94, 15, "14.9"],
    [15.16, 15, "15.2"],
    [0, 15, "0.0"],
    [5.02, 5, "5.1"],
  ])("%d over a limit of %d reads %s", (minutes, limit, shown) => {
    expect(minutesShown(minutes * 60, limit)).toBe(shown);
  });

  it("rounds plainly where there is no limit", () => {
    expect(minutesShown(15.04 * 60, null)).toBe("15.0");
  });

  it("shows more than the limit exactly when the walk is longer, for every whole millimetre at every speed", () => {
    const speeds = fc.constantFrom(600, 800, 1000, 1200);
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 30 }),
        speeds,
        fc.integer({ min: -20_000, max: 20_000 }),
        (limit, speed, by) => {
          const limitMm = Math.floor(limit * 60 * speed);
          const mm = Math.max(0, limitMm + by);
          expect(Number(minutesShown(mm / speed, limit)) > limit).toBe(mm > limitMm);
        },
      ),
    );
  });
});

describe("shares", () => {
  it.each([
    [1, "100.0"],
    [0.99996, "99.9"],
    [0.5, "50.0"],
    [0.00001, "0.1"],
    [0, "0.0"],
    [0.9244, "92.4"],
  ])("%d reads %s", (share, shown) => {
    expect(shareShown(share)).toBe(shown);
  });
});

it("separates thousands", () => {
  expect(countShown(1_234_567)).toBe("1,234,567");
  expect(countShown(999)).toBe("999");
});

it("gives metres a decimal only where it matters", () => {
  expect(metresShown(3.04)).toBe("3.0");
  expect(metresShown(9.96)).toBe("10");
  expect(metresShown(1080)).toBe("1,080");
});

it("names the size of a file", () => {
  expect([bytesShown(12), bytesShown(12_400), bytesShown(181_000_000)]).toEqual(["12 B", "12.4 kB", "181.0 MB"]);
});

it("tells instants as clocks and calendars in China show them", () => {
  expect(instantShown("2026-02-28T22:30:00.000Z")).toBe("2026-03-01 06:30");
  expect(dayShown("2026-02-28T22:30:00.000Z")).toBe("2026-03-01");
  expect(dayShown("2026-02-28T15:59:59.999Z")).toBe("2026-02-28");
});
