/** The compiled loop against the plainest walk, on arcs of every kind; one search after another in one memory. @module */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNREACHED } from "../../../../server/base/units.ts";
import type { Arcs } from "../../../../server/network/walk-network.ts";
import {
  createSearch,
  resetSearch,
  type Search,
  seed,
  spread,
  spreadLabels,
  spreadUntil,
} from "../../../../server/reach/search.ts";
import { arcsOf, randomWalks, slowSpread } from "../../../support/random-arcs.ts";

/** Junctions reached with what was found there, in order; and that nothing else was. */
function foundBy(search: Search, labelled: boolean): [number, number, number][] {
  const touched = [...search.touched.subarray(0, search.touchedCount)].sort((a, b) => a - b);
  const reached = search.mm.reduce((sum, mm) => sum + (mm === UNREACHED ? 0 : 1), 0);
  expect(new Set(touched).size).toBe(touched.length);
  expect(reached).toBe(touched.length);
  return touched.map((v) => [v, search.mm[v], labelled ? search.label[v] : 0]);
}

function expected(found: Map<number, { mm: number; label: number }>, labelled: boolean): [number, number, number][] {
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([v, { mm, label }]): [number, number, number] => [v, mm, labelled ? label : 0]);
}

describe("walks by the compiled loop", () => {
  it("equal the plainest walk, without labels and with them, forwards and backwards, one after another", () => {
    fc.assert(
      fc.property(randomWalks, ({ count, arcs, seeds, limitMm }) => {
        const turned = arcs.map(([tail, head, mm]) => [head, tail, mm] as const);
        const directions = { forward: arcsOf(count, arcs), backward: arcsOf(count, turned) };
        const search = createSearch(directions);
        const walk = (way: Arcs, labelled: boolean) => {
          resetSearch(search);
          seeds.forEach(({ node, mm }, label) => {
            seed(search, node, mm, label);
          });
          (labelled ? spreadLabels : spread)(search, way, limitMm);
          return foundBy(search, labelled);
        };
        const [forwards, backwards] = [slowSpread(arcs, seeds, limitMm), slowSpread(turned, seeds, limitMm)];
        expect(walk(directions.forward, false)).toEqual(expected(forwards, false));
        expect(walk(directions.backward, true)).toEqual(expected(backwards, true));
        expect(walk(directions.forward, true)).toEqual(expected(forwards, true));
        expect(walk(directions.backward, false)).toEqual(expected(backwards, false));
      }),
      { numRuns: 500 },
    );
  });

  it("halted on the way, have all that is nearer than the frontier, and go on or are forgotten", () => {
    fc.assert(
      fc.property(randomWalks, fc.nat(100_000), ({ count, arcs, seeds, limitMm }, untilMm) => {
        const forward = arcsOf(count, arcs);
        const search = createSearch({ forward, backward: forward });
        for (const goesOn of [false, true]) {
          for (const { node, mm } of seeds) seed(search, node, mm, 0);
          const whole = slowSpread(arcs, seeds, limitMm);
          const frontier = spreadUntil(search, forward, limitMm, untilMm);
          for (const [v, { mm }] of whole) if (mm < frontier) expect(search.mm[v]).toBe(mm);
          if (goesOn) {
            expect(spreadUntil(search, forward, limitMm, UNREACHED)).toBe(UNREACHED);
            expect(foundBy(search, false)).toEqual(expected(whole, false));
          }
          resetSearch(search);
          expect(foundBy(search, false)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("have room for as many entries as come, with views of the memory that stay", () => {
    const count = 60_000;
    const star = Array.from({ length: count - 1 }, (_, i) => [0, i + 1, 60_000 - i] as const);
    const forward = arcsOf(count, star);
    const search = createSearch({ forward, backward: forward });
    const { mm } = search;
    seed(search, 0, 5, 0);
    spread(search, forward, 1_000_000);
    expect(search.touchedCount).toBe(count);
    expect(mm[count - 1]).toBe(5 + 60_000 - (count - 2));
    resetSearch(search);
    for (let v = 0; v < count; v++) seed(search, v, 1_000_000 - v, v);
    spreadLabels(search, forward, 2_000_000);
    expect([mm[0], mm[1], search.label[count - 1]]).toEqual([1_000_000, 999_999, count - 1]);
  });

  it("refuse arcs that are not theirs", () => {
    const [own, other] = [arcsOf(1, []), arcsOf(1, [])];
    const search = createSearch({ forward: own, backward: own });
    expect(() => spread(search, other, 1000)).toThrow("arcs of another search");
  });
});
