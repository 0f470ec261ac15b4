/** What must hold between walks whatever they are: no oracle says how long they should be. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { pieceLengthM } from "../../../server/base/metric.ts";
import { type StreetRows, WayFlag } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { E7 } from "../../../server/network/walk-network.ts";
import { endsOf, seedStart, startOf, totalTo } from "../../../server/reach/ends.ts";
import { columnsOf, nearestForAll } from "../../../server/reach/nearest.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { closedTo, type Profile, penaltiesOf } from "../../../server/reach/profile.ts";
import { resetSearch, spread } from "../../../server/reach/search.ts";
import { createWalker, openStreets, type Walker, withEdits } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { hasStreets, randomPoint, randomStreets, STEPS_PER_KM } from "../../support/random-streets.ts";
import { slowWalks } from "../../support/slow-walks.ts";
import { moved } from "../../support/street-map.ts";
import { streetRows } from "../../support/street-rows.ts";

const wholeMm = (...ends: Parameters<typeof pieceLengthM>) => Math.round(pieceLengthM(...ends) * 1000) / 1000;
const careful: Profile = {
  ...profileOf("planning"),
  id: "careful",
  penaltySeconds: { crossing: 20, lift: 30, step: 0.4 },
};
const anyProfile = fc.constantFrom(profileOf("adult"), profileOf("wheelchair"), careful);
const points = (least: number, most: number) => fc.array(randomPoint, { minLength: least, maxLength: most });
const walkerOn = (rows: StreetRows, profile: Profile) =>
  createWalker(openStreets(buildNetwork(rows, wholeMm)), profile);

function totalOf(walker: Walker, from: LonLat, to: LonLat): number {
  const walk = walkBetween(walker, from, to);
  return walk.status === "ok" ? walk.totalMm : Infinity;
}

/** Walks from a point to others within a limit; Infinity beyond it. */
function within(walker: Walker, from: LonLat, to: readonly LonLat[], limit: number): number[] {
  const start = startOf(walker, from);
  if (start === null) return to.map(() => Infinity);
  resetSearch(walker.search);
  seedStart(walker, start, limit);
  spread(walker.search, walker.forward, limit);
  return to.map((point) => {
    const total = Math.min(...endsOf(walker, point).map((end) => totalTo(walker, start, end)), Infinity);
    return total <= limit ? total : Infinity;
  });
}

describe("a limit", () => {
  it("that is larger reaches all that a smaller one does, at the same length, and what lies beyond it lies between", () => {
    fc.assert(
      fc.property(
        randomStreets,
        randomPoint,
        points(1, 8),
        fc.integer({ min: 0, max: 400_000 }),
        fc.integer({ min: 0, max: 400_000 }),
        anyProfile,
        (rows, from, to, a, b, profile) => {
          const walker = walkerOn(rows, profile);
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          const small = within(walker, from, to, less);
          const large = within(walker, from, to, more);
          const free = to.map((point) => totalOf(walker, from, point));
          to.forEach((_, i) => {
            expect(small[i]).toBe(free[i] <= less ? free[i] : Infinity);
            expect(large[i]).toBe(free[i] <= more ? free[i] : Infinity);
          });
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe("a street added between two junctions", () => {
  /**
   * What is promised: no walk between the same two places on the streets grows. A point may find itself nearer to the
   * new street than to its own, and then starts there, which can be farther from where it goes: that is the rule of the
   * nearest street, not a fault. So the promise is for points whose nearest places (as start, and as end) stay.
   */
  it("makes no walk longer whose ends stay where they were", () => {
    let kept = 0;
    fc.assert(
      fc.property(
        randomStreets,
        fc.tuple(fc.nat(), fc.nat()),
        fc.constantFrom(
          WayFlag.FORWARD,
          WayFlag.FORWARD | WayFlag.BACKWARD,
          12 | WayFlag.STEPS,
          12 | WayFlag.LARGE_ROAD,
        ),
        points(2, 8),
        anyProfile,
        (rows, [a, b], flags, list, profile) => {
          const base = openStreets(buildNetwork(rows, wholeMm));
          const { nodeCount, nodeOrigin } = base.network;
          const [from, to] = [a % nodeCount, b % nodeCount];
          if (nodeOrigin[from] === nodeOrigin[to]) return;
          const link = { from: { junction: from }, to: { junction: to }, via: [], flags, stepsPerKm: 0, name: null };
          const before = createWalker(base, profile);
          const after = createWalker(withEdits(base, [{ kind: "add_link", ...link }], wholeMm), profile);
          for (const origin of list) {
            for (const goal of list) {
              const isNew = ({ edge }: { edge: number }) => edge >= base.network.edgeCount;
              const ends = [startOf(after, origin) ?? [], endsOf(after, goal)].flat();
              if (ends.some(isNew)) continue;
              expect(totalOf(after, origin, goal)).toBeLessThanOrEqual(totalOf(before, origin, goal));
              kept++;
            }
          }
        },
      ),
      { numRuns: 800 },
    );
    expect(kept).toBeGreaterThan(2000);
  });

  it("can make the walk of a point longer that it draws to itself, and of no other", () => {
    // p lies 30 m from the street a-b; the new street a-c passes at 10 m, but leads to b only by way of a.
    const at = (eastM: number, northM: number): LonLat => [113.65 + eastM / 91_000, 34.75 + northM / 111_000];
    const rows = streetRows([at(0, 0), at(100, 0), at(100, 40)], [{ nodes: [0, 1], flags: 12 }], []);
    const more = streetRows(
      [at(0, 0), at(100, 0), at(100, 40)],
      [
        { nodes: [0, 1], flags: 12 },
        { nodes: [0, 2], flags: 12 },
      ],
      [],
    );
    const p = at(90, 30);
    const [before, after] = [rows, more].map((each) => totalOf(walkerOn(each, profileOf("adult")), p, at(100, 0)));
    expect(after).toBeGreaterThan(before);
  });
});

describe("a walk back", () => {
  it("is as long as the walk there, where nothing is one-way or private", () => {
    const bothWays = randomStreets.map((rows): StreetRows => {
      const oneWay = WayFlag.FORWARD | WayFlag.BACKWARD;
      return { ...rows, wayFlags: rows.wayFlags.map((flags) => (flags | oneWay) & ~WayFlag.PRIVATE) };
    });
    fc.assert(
      fc.property(bothWays, randomPoint, randomPoint, anyProfile, (rows, from, to, profile) => {
        const walker = walkerOn(rows, profile);
        expect(totalOf(walker, to, from)).toBe(totalOf(walker, from, to));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the order of a batch", () => {
  it("of pairs changes nothing, nor does what was asked before", () => {
    fc.assert(
      fc.property(
        randomStreets,
        fc.array(fc.tuple(randomPoint, randomPoint), { minLength: 2, maxLength: 8 }),
        anyProfile,
        (rows, pairs, profile) => {
          const walker = walkerOn(rows, profile);
          const forwards = pairs.map(([from, to]) => walkBetween(walker, from, to));
          const backwards = [...pairs].reverse().map(([from, to]) => walkBetween(walker, from, to));
          expect(backwards.reverse()).toEqual(forwards);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of starts and of facilities changes no walk", () => {
    fc.assert(
      fc.property(randomStreets, points(1, 8), points(1, 5), anyProfile, (rows, origins, facilities, profile) => {
        const walker = walkerOn(rows, profile);
        const walks = (from: readonly LonLat[], to: readonly LonLat[]) => {
          const ends = to.flatMap((position, f) => endsOf(walker, position).map((place) => ({ place, f })));
          const starts = columnsOf(from.map((position) => startOf(walker, position)));
          return nearestForAll(walker, starts, {
            places: ends.map(({ place }) => place),
            facility: Int32Array.from(ends, ({ f }) => f),
          }).totalMm;
        };
        const plain = [...walks(origins, facilities)];
        expect([...walks([...origins].reverse(), facilities)].reverse()).toEqual(plain);
        expect([...walks(origins, [...facilities].reverse())]).toEqual(plain);
        expect(origins.map((origin) => walks([origin], facilities)[0])).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a facility added", () => {
  it("makes nobody's walk longer", () => {
    fc.assert(
      fc.property(randomStreets, points(1, 6), points(2, 5), anyProfile, (rows, origins, facilities, profile) => {
        const walker = walkerOn(rows, profile);
        const starts = columnsOf(origins.map((position) => startOf(walker, position)));
        const [all, fewer] = [facilities, facilities.slice(1)].map((list) => {
          const places = list.flatMap((position) => endsOf(walker, position));
          return nearestForAll(walker, starts, { places, facility: Int32Array.from(places, (_, i) => i) }).totalMm;
        });
        for (let r = 0; r < origins.length; r++) expect(all[r]).toBeLessThanOrEqual(fewer[r]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a tile with a margin", () => {
  /**
   * A walk within the limit never leaves the circle of that radius round its origin, and a place that could draw a point
   * of this circle to itself lies within the longest offset of it: a margin of both holds everything that matters.
   */
  /** Most random points have no street within so short an offset. */
  const step = fc.integer({ min: -8, max: 8 });
  const nearNode = fc.record({ node: fc.nat(), eastM: step, northM: step });
  it("gives every walk within the limit that the whole gives, and no other", () => {
    let found = 0;
    fc.assert(
      fc.property(
        randomStreets,
        nearNode,
        fc.array(nearNode, { minLength: 3, maxLength: 10 }),
        fc.integer({ min: 10_000, max: 150_000 }),
        fc.constantFrom(10_000, 40_000),
        anyProfile,
        (rows, from, to, limit, maxOffsetMm, given) => {
          const [origin, ...goals] = [from, ...to].map(({ node, eastM, northM }): LonLat => {
            const n = node % rows.nodeIds.length;
            return moved([rows.nodeLonE7[n] / E7, rows.nodeLatE7[n] / E7], eastM, northM);
          });
          // The towns are small: offsets shorter than 200 m leave something outside the tile.
          const profile = { ...given, maxOffsetMm };
          const tile = tileOf(rows, origin, (limit + maxOffsetMm) / 1000);
          const whole = within(walkerOn(rows, profile), origin, goals, limit);
          const part = hasStreets(tile)
            ? within(walkerOn(tile, profile), origin, goals, limit)
            : goals.map(() => Infinity);
          const oracle = slowWalks(rows, pieceMm(rows), {
            maxOffsetMm,
            closed: closedTo(profile),
            costs: costsOf(profile),
          });
          goals.forEach((goal, i) => {
            // Which of equally near streets draws a point to itself is a matter of their numbers, which a tile has not.
            if (new Set(oracle.walks(origin, goal)).size > 1) return;
            expect(part[i]).toBe(whole[i]);
            if (tile.wayFlags.length < pieceCount(rows) && whole[i] !== Infinity) found++;
          });
        },
      ),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(500);
  });
});

function costsOf(profile: Profile) {
  const { crossingMm, liftMm, thousandStepsMm } = penaltiesOf(profile);
  return { crossing: crossingMm, lift: liftMm, perStepsMm: (thousandStepsMm * STEPS_PER_KM) / 1e9 };
}

function pieceMm({ nodeLonE7, nodeLatE7 }: StreetRows) {
  return (u: number, v: number) =>
    Math.round(1000 * pieceLengthM(nodeLonE7[u] / E7, nodeLatE7[u] / E7, nodeLonE7[v] / E7, nodeLatE7[v] / E7));
}

function pieceCount({ wayFlags, wayStart }: StreetRows): number {
  return wayFlags.reduce((sum, _, w) => sum + Math.max(0, wayStart[w + 1] - wayStart[w] - 1), 0);
}

/** Every piece of street that comes nearer to the point than the radius, each as a way of its own. */
function tileOf(rows: StreetRows, [lon, lat]: LonLat, radiusM: number): StreetRows {
  const positions = [...rows.nodeLonE7].map((lonE7, n): LonLat => [lonE7 / E7, rows.nodeLatE7[n] / E7]);
  const [lonM, latM] = [
    pieceLengthM(lon, lat, lon + 0.001, lat) * 1000,
    pieceLengthM(lon, lat, lon, lat + 0.001) * 1000,
  ];
  const distance = (u: number, v: number): number => {
    const [ax, ay] = [(positions[u][0] - lon) * lonM, (positions[u][1] - lat) * latM];
    const [dx, dy] = [(positions[v][0] - positions[u][0]) * lonM, (positions[v][1] - positions[u][1]) * latM];
    const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(ax + t * dx, ay + t * dy);
  };
  const ways = [...rows.wayFlags].flatMap((flags, w) =>
    Array.from({ length: Math.max(0, rows.wayStart[w + 1] - rows.wayStart[w] - 1) }, (_, k) => {
      const [u, v] = [rows.wayNodes[rows.wayStart[w] + k], rows.wayNodes[rows.wayStart[w] + k + 1]];
      return { nodes: [u, v], flags, stepsPerKm: rows.wayStepsPerKm[w], name: rows.names[rows.wayName[w]] };
    }),
  );
  const near = ways.filter(({ nodes: [u, v] }) => distance(u, v) <= radiusM + 0.01);
  return streetRows(positions, near, [...rows.nodeFlags]);
}
