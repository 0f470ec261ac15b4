import fc from "fast-check";
import { expect, it } from "vitest";
import { geodesicM } from "../../../server/base/geodesic.ts";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { type Placed, rule, told, violations } from "../../support/spacing.ts";

/** Up to 40 facilities within some two kilometres, many on the same few lines and points, anywhere up to 70°. */
const crowd = fc
  .record({
    lon: fc.constantFrom(0, 113.65, 179.999, -180),
    lat: fc.double({ min: -70, max: 70, noNaN: true }),
    steps: fc.array(fc.tuple(fc.nat(12), fc.nat(12), fc.boolean()), { minLength: 2, maxLength: 40 }),
  })
  .map(({ lon, lat, steps }): Placed[] =>
    steps.map(([x, y, isClinic], i) => ({
      ref: `f${i}`,
      position: [wrap(lon + x * 0.0019), lat + y * 0.0013],
      category: isClinic ? "clinic" : "kindergarten",
    })),
  );

function wrap(lon: number): number {
  return lon > 180 ? lon - 360 : lon;
}

function bruteForce(list: readonly Placed[], leastM: number, isPair: (a: Placed, b: Placed) => boolean): string[] {
  const found: string[] = [];
  list.forEach((a, i) => {
    for (const b of list.slice(i + 1)) {
      if (!isPair(a, b)) continue;
      const metres = distance(a.position, b.position);
      if (metres < leastM) found.push([a.ref, b.ref].sort().join("-"));
    }
  });
  return found.sort();
}

function distance([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  return geodesicM(lonA, latA, lonB, latB);
}

const refsOf = (lines: readonly string[]) => lines.map((line) => line.split(" ")[0]).sort();

it("finds the pairs that holding everybody against everybody finds", () => {
  fc.assert(
    fc.property(crowd, fc.double({ min: 1, max: 1500, noNaN: true }), (list, leastM) => {
      expect(refsOf(told(list, rule({ leastM })))).toEqual(
        bruteForce(list, leastM, (a, b) => a.category === "clinic" && b.category === "clinic"),
      );
      const named = rule({ leastM, sameClass: [], between: [["clinic"], ["kindergarten"]] });
      expect(refsOf(told(list, named))).toEqual(bruteForce(list, leastM, (a, b) => a.category !== b.category));
    }),
    { numRuns: 150 },
  );
});

it("a larger distance keeps every pair, one facility fewer adds none, and the order of the file does not matter", () => {
  fc.assert(
    fc.property(crowd, fc.integer({ min: 1, max: 900 }), fc.nat(), (list, leastM, pick) => {
      const whole = told(list, rule({ leastM }));
      const wider = new Set(refsOf(told(list, rule({ leastM: leastM + 50 }))));
      expect(refsOf(whole).every((pair) => wider.has(pair))).toBe(true);
      const { ref } = list[pick % list.length];
      const without = list.filter((each) => each.ref !== ref);
      const isOf = (pair: string) => pair.split("-").includes(ref);
      expect(refsOf(told(without, rule({ leastM })))).toEqual(refsOf(whole).filter((pair) => !isOf(pair)));
      expect(told(list.toReversed(), rule({ leastM }))).toEqual(whole);
    }),
    { numRuns: 100 },
  );
});

it("clusters are whoever hangs together, with the fewest moves that trying all sets finds", () => {
  fc.assert(
    fc.property(crowd, fc.integer({ min: 150, max: 600 }), (all, leastM) => {
      const list = all.filter(({ category }) => category === "clinic").slice(0, 12);
      const { clusters, pairs } = violations(list, rule({ leastM }));
      const links = Array.from(pairs.a, (a, i) => [a, pairs.b[i]] as const);
      expect(clusters.reduce((sum, cluster) => sum + cluster.pairs, 0)).toBe(pairs.total);
      for (const { members, leastMoves, mostMoves, move } of clusters) {
        const own = links.filter(([a]) => members.includes(a));
        expect(leastMoves).toBe(mostMoves);
        expect(move).toHaveLength(mostMoves);
        expect(own.every(([a, b]) => move!.includes(a) || move!.includes(b))).toBe(true);
        expect(fewestOf(members, own)).toBe(leastMoves);
      }
    }),
    { numRuns: 80 },
  );
});

function fewestOf(members: readonly number[], links: readonly (readonly [number, number])[]): number {
  let best = members.length;
  for (let set = 0; set < 2 ** members.length; set++) {
    const moves = members.filter((_, i) => (set & (1 << i)) !== 0);
    if (moves.length < best && links.every(([a, b]) => moves.includes(a) || moves.includes(b))) best = moves.length;
  }
  return best;
}
