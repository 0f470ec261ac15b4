import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, roundInOrder } from "../../../../server/import/population/apportion.ts";

const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);
const weightLists = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 12 });

describe("largest remainder", () => {
  it("hands out all, in whole people, each within one of the exact share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), weightLists, (total, weights) => {
        const parts = apportion(total, weights);
        expect(sum(parts)).toBe(total);
        const all = sum(weights);
        parts.forEach((part, i) => {
          // Exact fractions, so that the comparison has no tolerance: |part × all − total × weight| < all.
          const exact = all === 0 ? null : BigInt(part) * BigInt(all) - BigInt(total) * BigInt(weights[i]);
          expect(Number.isInteger(part) && part >= 0).toBe(true);
          if (exact !== null) expect(exact < BigInt(all) && -exact < BigInt(all)).toBe(true);
        });
      }),
    );
  });

  it("never gives more than the weight where the weights suffice", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weights, share) => {
          if (sum(weights) === 0) return;
          apportion(Math.floor(share * sum(weights)), weights).forEach((part, i) => {
            expect(part).toBeLessThanOrEqual(weights[i]);
          });
        },
      ),
    );
  });

  it("gives what is left over to the largest remainders, the first of equals", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(7, [6, 3, 1])).toEqual([4, 2, 1]);
    expect(apportion(5, [0, 0])).toEqual([3, 2]);
    expect(apportion(0, [3, 4])).toEqual([0, 0]);
    expect(apportion(0, [])).toEqual([]);
  });
});

describe("cumulative rounding", () => {
  it("is the rounded sum at every step, and each within one of its own", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4000 }).map((eighths) => eighths / 8)), (figures) => {
        const whole = roundInOrder(figures);
        figures.forEach((figure, i) => {
          expect(sum(whole.slice(0, i + 1))).toBe(Math.round(sum(figures.slice(0, i + 1))));
          expect(Math.abs(whole[i] - figure)).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it("leaves whole figures as they are", () => {
    expect(roundInOrder([3, 0, 12])).toEqual([3, 0, 12]);
    expect(roundInOrder([0.4, 0.4, 0.4, 0.4])).toEqual([0, 1, 0, 1]);
  });
});
