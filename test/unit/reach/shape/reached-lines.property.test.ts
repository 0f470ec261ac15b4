import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildNetwork } from "../../../../server/network/build.ts";
import { startOf, totalTo } from "../../../../server/reach/ends.ts";
import { reachedLines } from "../../../../server/reach/shape/reached-lines.ts";
import { spreadFrom } from "../../../../server/reach/spread-from.ts";
import { createWalker, openStreets } from "../../../../server/reach/walker.ts";
import { profileOf } from "../../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../../support/random-streets.ts";
import { streetMap } from "../../../support/street-map.ts";

describe("the reached pieces of street", () => {
  it("hold every place that a walk reaches within the limit, with its walk, and no other", () => {
    fc.assert(
      fc.property(
        randomStreets,
        randomPoint,
        fc.constantFrom("adult", "wheelchair"),
        fc.integer({ min: 1, max: 400_000 }),
        (rows, origin, profile, limitMm) => {
          const walker = createWalker(openStreets(buildNetwork(rows)), profileOf(profile));
          const { network } = walker;
          const start = startOf(walker, origin);
          if (start === null) return;
          spreadFrom(walker, start, limitMm);
          const lines = reachedLines(walker, start, limitMm);
          for (let edge = 0; edge < network.edgeCount; edge++) {
            const own = lines.filter((line) => line.edge === edge);
            if ((network.edgeFlags[edge] & walker.closed) !== 0) expect(own).toEqual([]);
            const length = network.edgeLengthMm[edge];
            const cuts = own.flatMap(({ fromMm, toMm }) => [fromMm, toMm]);
            const tried = [...cuts.flatMap((mm) => [mm - 1, mm, mm + 1]), length >> 2, length >> 1, (3 * length) >> 2];
            for (const mm of tried.filter((mm) => mm > 0 && mm < length)) {
              if ((network.edgeFlags[edge] & walker.closed) !== 0) continue;
              const walked = own
                .filter(({ fromMm, toMm }) => Math.min(fromMm, toMm) <= mm && mm <= Math.max(fromMm, toMm))
                .map((line) => line.walkedFromMm + Math.abs(mm - line.fromMm));
              const total = totalTo(walker, start, { edge, mm, offsetMm: 0, lon: 0, lat: 0 });
              expect(Math.min(...walked)).toBe(total <= limitMm ? total : Infinity);
            }
            for (const { fromMm, toMm, walkedFromMm, walkedToMm } of own) {
              expect(walkedToMm - walkedFromMm).toBe(Math.abs(toMm - fromMm));
              expect(walkedToMm).toBeLessThanOrEqual(limitMm);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("are cut at the limit, and lead one way only where the street does", () => {
    const map = streetMap("a-b>c");
    const walker = createWalker(openStreets(map.network), profileOf("adult"));
    const walkedFrom = (name: string, limitMm: number) => {
      const start = startOf(walker, map.at(name));
      if (start === null) throw new Error("no street");
      spreadFrom(walker, start, limitMm);
      const lines = reachedLines(walker, start, limitMm);
      return lines.map(({ walkedFromMm, walkedToMm }) => [walkedFromMm, walkedToMm]).sort(([a], [b]) => a - b);
    };
    expect(walkedFrom("a", 100_000)).toEqual([
      [0, 60_000],
      [60_000, 100_000],
    ]);
    expect(walkedFrom("b", 25_000)).toEqual([
      [0, 25_000],
      [0, 25_000],
    ]);
    expect(walkedFrom("c", 100_000)).toEqual([]);
  });
});
