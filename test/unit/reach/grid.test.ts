import { describe, expect, it } from "vitest";
import { endsOf, seedStart, startOf, totalTo } from "../../../server/reach/ends.ts";
import { nearestForAll } from "../../../server/reach/nearest.ts";
import { resetSearch, spread } from "../../../server/reach/search.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { JOIN_M, streetMap } from "../../support/street-map.ts";

/** A perfect grid of 7 × 7 corners, 60 m apart; its walks are |dx| + |dy|, worked out without any search. */
const SIZE = 7;
const names = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvw";
const drawing = Array.from({ length: SIZE }, (_, y) => [...names.slice(y * SIZE, (y + 1) * SIZE)].join("-")).join(
  `\n${Array(SIZE).fill("|").join(" ")}\n`,
);
const map = streetMap(drawing);
const walker = createWalker(openStreets(map.network), profileOf("adult"));
const corner = (i: number) => [i % SIZE, Math.floor(i / SIZE)];
const gridMm = (a: number, b: number) =>
  1000 * JOIN_M * (Math.abs(corner(a)[0] - corner(b)[0]) + Math.abs(corner(a)[1] - corner(b)[1]));

describe("a perfect grid", () => {
  it("is walked along its streets between any two corners", () => {
    for (const [a, from] of [...names].entries()) {
      const start = startOf(walker, map.at(from));
      if (start === null) throw new Error(from);
      resetSearch(walker.search);
      seedStart(walker, start, 10_000_000);
      spread(walker.search, walker.forward, 10_000_000);
      for (const [b, to] of [...names].entries()) {
        expect([from, to, totalTo(walker, start, endsOf(walker, map.at(to))[0])]).toEqual([from, to, gridMm(a, b)]);
      }
    }
  });

  it("tells who is reached by a sum of powers of two", () => {
    // Facilities at six corners weigh 1, 2, 4, … so that one sum names all that lie within the limit.
    const facilities = ["A", "G", "Y", "q", "w", "I"];
    for (const limit of [0, 120_000, 240_000, 360_000, 719_999, 720_000]) {
      for (const [a, from] of [...names].entries()) {
        const start = startOf(walker, map.at(from));
        if (start === null) throw new Error(from);
        resetSearch(walker.search);
        seedStart(walker, start, limit);
        spread(walker.search, walker.forward, limit);
        const sum = facilities.reduce(
          (total, f, i) => total + (totalTo(walker, start, endsOf(walker, map.at(f))[0]) <= limit ? 2 ** i : 0),
          0,
        );
        const onPaper = facilities.reduce(
          (total, f, i) => total + (gridMm(a, names.indexOf(f)) <= limit ? 2 ** i : 0),
          0,
        );
        expect([from, limit, sum]).toEqual([from, limit, onPaper]);
      }
    }
  });

  it("has the nearest of several facilities for every corner, ties to the first", () => {
    const facilities = ["C", "S", "q"];
    const places = facilities.map((f) => endsOf(walker, map.at(f))[0]);
    const starts = [...names].map((n) => startOf(walker, map.at(n)));
    const { totalMm, end } = nearestForAll(
      walker,
      {
        edge: Int32Array.from(starts, (s) => s?.edge ?? -1),
        mm: Int32Array.from(starts, (s) => s?.mm ?? 0),
        offsetMm: Int32Array.from(starts, (s) => s?.offsetMm ?? 0),
      },
      { places, facility: Int32Array.of(0, 1, 2) },
    );
    for (let a = 0; a < names.length; a++) {
      const onPaper = facilities.map((f) => gridMm(a, names.indexOf(f)));
      const best = Math.min(...onPaper);
      expect([names[a], totalMm[a], end[a]]).toEqual([names[a], best, onPaper.indexOf(best)]);
    }
  });
});
