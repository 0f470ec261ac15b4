import { describe, expect, it } from "vitest";
import {
  amountShown,
  boundsShown,
  moneyShown,
  quantityShown,
  shortfallOf,
} from "../../../../web/pages/standards/quantity.ts";

describe("quantities of a finding", () => {
  it.each([
    [{ low: 100, high: 100 }, "m2", "100 平方米"],
    [{ low: 1, high: 3 }, "count", "1–3 处"],
    [{ low: 2, high: null }, "count", "≥ 2 处"],
    [{ low: null, high: 4 }, "人", "≤ 4 人"],
    [{ low: 0, high: null }, "m2", null],
    [{ low: null, high: null }, "m2", null],
    [null, "m2", null],
    [{ low: 5000, high: 5000 }, "册", "5,000 册"],
    [{ low: 0.3, high: 0.3 }, "ratio", "0.3"],
    [{ low: 0.529, high: 0.529 }, "share", "52.9% 居民"],
    [{ low: 0.9999, high: 0.9999 }, "share", "99.9% 居民"],
    [{ low: 1, high: 1 }, "share", "100% 居民"],
    [{ low: 0, high: 1 }, "share", null],
  ])("%j in %s reads %s", (bounds, measure, expected) => {
    expect(quantityShown(bounds, measure, "zh")).toBe(expected);
  });

  it("has a second language", () => {
    expect(quantityShown({ low: 15, high: 15 }, "m2", "en")).toBe("15 m²");
    expect(amountShown(3, "人", "en")).toBe("3 persons");
    const one = ["count", "entries", "层", "班", "m2"].map((measure) => amountShown(1, measure, "en"));
    expect(one).toEqual(["1 place", "1 entry", "1 floor", "1 class", "1 m²"]);
    expect(amountShown(0.01, "share", "en")).toBe("1% of residents");
    expect(boundsShown({ low: 3, high: 5 }, "")).toBe("3–5");
  });

  it("tells too little from too much", () => {
    const of = (low: number, asked: number, shortfall: number | null) =>
      shortfallOf({ measured: { low, high: low }, asked: { low: asked, high: asked }, shortfall });
    expect(of(80, 100, 20)).toEqual({ amount: 20, isOver: false });
    expect(of(3, 1, 2)).toEqual({ amount: 2, isOver: true });
    expect(of(100, 100, null)).toBeNull();
  });

  it("writes yuan with fen only where there are any", () => {
    expect([moneyShown(2_120_000), moneyShown(0.5)]).toEqual(["2,120,000", "0.50"]);
  });
});
