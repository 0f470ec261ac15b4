import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tallyCapacity } from "../../../../server/coverage/capacity/outcome.ts";
import { serveNearest } from "../../../../server/coverage/capacity/serve.ts";
import { walkPairs } from "../../../../server/coverage/capacity/walk-pairs.ts";
import { walksToCategory } from "../../../../server/coverage/category-walks.ts";
import { groupsBy } from "../../../../server/coverage/groups.ts";
import { startsOf } from "../../../../server/coverage/starts.ts";
import { endsOf } from "../../../../server/reach/ends.ts";
import { createMatrix, matrixRow } from "../../../../server/reach/matrix.ts";
import { placeAt } from "../../../../server/reach/nearest.ts";
import { createWalker, openStreets } from "../../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../../support/people.ts";
import { profileOf } from "../../../support/profiles.ts";
import { streetMap } from "../../../support/street-map.ts";

// Every join is 60 m; x-y is an island.
const map = streetMap(`
  a-b-c-d-e-f-g
        |   v
        h-i-j





  x-y
`);
const walker = createWalker(openStreets(map.network), profileOf("adult"));

type Home = readonly [at: string, residents: number];
type Nursery = readonly [at: string, capacity: number];

/** Everything from scratch, as the answer puts it together. */
function served(homes: readonly Home[], nurseries: readonly Nursery[], limitMm: number) {
  const residences = residencesAt(
    homes.map(([at, residents], i) => ({
      ref: `${i}`,
      position: at === "nowhere" ? map.at("a", -3000) : map.at(at === "two doors" ? "a" : at),
      residents,
      community: -1,
      ...(at === "two doors" && { compound: true, entrances: [map.at("a"), map.at("g")] }),
    })),
  );
  const facilities = facilitiesAt(
    nurseries.map(([at, capacity], i) => ({
      ref: `${i}`,
      category: "nursery",
      position: map.at(at),
      community: -1,
      capacity,
    })),
  );
  const starts = startsOf(walker, walker, residences);
  const endsAt = (f: number) => endsOf(walker, [facilities.lon[f], facilities.lat[f]]);
  const of = (wanted: (places: number) => boolean) =>
    nurseries.flatMap(([, capacity], f) => (wanted(capacity) ? [f] : []));
  const [counted, uncounted] = [of((places) => places >= 0), of((places) => places < 0)];
  const pairs = walkPairs(walker, starts, counted.map(endsAt), limitMm);
  const near = walkPairs(walker, starts, uncounted.map(endsAt), limitMm);
  const nearUncounted = new Uint8Array(residences.count);
  for (const r of near.residence) nearUncounted[r] = 1;
  const demand = residences.residents;
  const result = serveNearest(
    pairs,
    demand,
    Int32Array.from(counted, (f) => nurseries[f][1]),
  );
  const walks = walksToCategory(walker, walker, starts, facilities, 0);
  const ground = { walks, limitMm, demand, served: result, nearUncounted };
  const [tally] = tallyCapacity(ground, groupsBy("area", [], residences, facilities));
  return { residences, starts, counted, pairs, result, tally, nearUncounted };
}

describe("places given out to the nearest first", () => {
  it("fills a nursery with its neighbours, and turns the next away", () => {
    // a: 4 at 0 m, b: 2 at 60 m, c: 1 at 120 m; five places: a whole, one of b, nobody of c.
    const { result, tally } = served(
      [
        ["c", 1],
        ["a", 4],
        ["b", 2],
      ],
      [["a", 5]],
      120_000,
    );
    expect([...result.served]).toEqual([0, 4, 1]);
    expect([[...result.assigned], [...result.within], [...result.turnedAway]]).toEqual([[5], [7], [2]]);
    expect(tally).toEqual({ total: 7, served: 5, unserved: 2, unknown: 0, beyond: 0, residencesWithoutFigure: 0 });
  });

  it("a home may be served in part by several, and goes on to the next when one is full", () => {
    // c walks 60 m to b (3 places), 120 m to e (2 places) and 180 m to f (9 places, beyond the limit).
    const { result, tally } = served(
      [["c", 8]],
      [
        ["b", 3],
        ["e", 2],
        ["f", 9],
      ],
      120_000,
    );
    expect([...result.assigned]).toEqual([3, 2, 0]);
    expect([...result.turnedAway]).toEqual([5, 3, 0]);
    expect(tally).toMatchObject({ served: 5, unserved: 3, beyond: 0 });
  });

  it("at equal walks the earlier facility, then the earlier home", () => {
    const { result } = served(
      [
        ["d", 2],
        ["b", 2],
      ],
      [
        ["c", 1],
        ["c", 3],
      ],
      60_000,
    );
    // Facility 0 first: its one place goes to the home that stands first.
    expect([...result.assigned]).toEqual([1, 3]);
    expect([...result.served]).toEqual([2, 2]);
    expect([...result.turnedAway]).toEqual([3, 0]);
  });

  it("exactly at the limit finds a place, a millimetre less does not", () => {
    expect(served([["c", 1]], [["a", 1]], 120_000).tally).toMatchObject({ served: 1, beyond: 0 });
    expect(served([["c", 1]], [["a", 1]], 119_999).tally).toMatchObject({ served: 0, beyond: 1 });
  });

  it("whoever only a nursery of unknown size could take is unknown, not unserved", () => {
    // Of a's four two find a place at b; the others may at c. f is near neither.
    const { tally } = served(
      [
        ["a", 4],
        ["f", 8],
        ["x", 16],
        ["nowhere", 32],
        ["b", -1],
      ],
      [
        ["b", 2],
        ["c", -1],
      ],
      120_000,
    );
    expect(tally).toEqual({
      total: 60,
      served: 2,
      unserved: 0,
      unknown: 2 + 16 + 32,
      beyond: 8,
      residencesWithoutFigure: 1,
    });
  });

  it("a nursery without places turns everybody away", () => {
    const { tally, result } = served([["a", 4]], [["a", 0]], 120_000);
    expect([tally.unserved, ...result.turnedAway]).toEqual([4, 4]);
  });

  it("of two doors the nearer one counts, once", () => {
    const { pairs, result } = served([["two doors", 4]], [["f", 9]], 1_000_000);
    expect([[...pairs.totalMm], [...result.within]]).toEqual([[60_000], [4]]);
  });
});

const NODES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "x", "y"] as const;
const home = fc.tuple(fc.constantFrom<string>(...NODES, "nowhere", "two doors"), fc.integer({ min: -1, max: 6 }));
const nursery = fc.tuple(fc.constantFrom<string>(...NODES), fc.integer({ min: -1, max: 6 }));

it("equals giving out places one person at a time over every walk, sorted", () => {
  fc.assert(
    fc.property(
      fc.array(home, { maxLength: 7 }),
      fc.array(nursery, { maxLength: 5 }),
      fc.integer({ min: 0, max: 500_000 }),
      (homes, nurseries, limitMm) => {
        const { residences, starts, counted, pairs, result, tally, nearUncounted } = served(homes, nurseries, limitMm);
        const all: { mm: number; f: number; r: number }[] = [];
        counted.forEach((of, f) => {
          const places = endsOf(walker, map.at(nurseries[of][0]));
          const matrix = createMatrix(walker, { places, facility: new Int32Array(places.length) }, limitMm);
          for (let r = 0; r < residences.count; r++) {
            const walks = [];
            for (let s = starts.first[r]; s < starts.first[r + 1]; s++) {
              const start = placeAt(starts, s);
              if (start !== null) walks.push(...matrixRow(matrix, start).totalMm);
            }
            if (walks.length > 0) all.push({ mm: Math.min(...walks), f, r });
          }
        });
        all.sort((p, q) => p.mm - q.mm || p.f - q.f || p.r - q.r);
        expect(all.map(({ mm, f, r }) => [mm, f, r])).toEqual(
          [...pairs.totalMm].map((mm, i) => [mm, pairs.facility[i], pairs.residence[i]]),
        );
        const wants = homes.map(([, people]) => Math.max(0, people));
        const free = counted.map((f) => nurseries[f][1]);
        for (const { f, r } of all) {
          while (wants[r] > 0 && free[f] > 0) {
            wants[r]--;
            free[f]--;
          }
        }
        expect([...result.left]).toEqual(wants);
        expect([...result.assigned]).toEqual(counted.map((f, i) => nurseries[f][1] - free[i]));
        expect(tally.served + tally.unserved + tally.unknown + tally.beyond).toBe(tally.total);
        expect(tally.total).toBe(homes.reduce((sum, [, people]) => sum + Math.max(0, people), 0));
        expect(tally.served).toBe(result.assigned.reduce((sum, people) => sum + people, 0));
        // Nobody is left without a place beside a free one.
        for (const { f, r } of all) if (wants[r] > 0) expect(free[f]).toBe(0);
        for (let r = 0; r < homes.length; r++)
          if (nearUncounted[r] === 1 && tally.total === wants[r]) expect(tally.unserved).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});

it("more places never serve fewer people", () => {
  fc.assert(
    fc.property(
      fc.array(home, { maxLength: 7 }),
      fc.array(nursery, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (homes, nurseries, more) => {
        const larger = nurseries.map(
          ([at, places], f): Nursery => [at, f === 0 && places >= 0 ? places + more : places],
        );
        const of = (list: readonly Nursery[]) => served(homes, list, 200_000).tally.served;
        expect(of(larger)).toBeGreaterThanOrEqual(of(nurseries));
      },
    ),
    { numRuns: 100 },
  );
});

it("is refused where homes and places make more pairs than memory should hold", () => {
  const residences = residencesAt([{ ref: "0", position: map.at("a"), residents: 1, community: -1 }]);
  const starts = startsOf(walker, walker, residences);
  const ends = [map.at("b"), map.at("c")].map((at) => endsOf(walker, at));
  expect(walkPairs(walker, starts, ends, 600_000, 2).residence).toHaveLength(2);
  expect(() => walkPairs(walker, starts, ends, 600_000, 1)).toThrow(
    expect.objectContaining({ code: "capacity_pairs_too_many" }),
  );
});
