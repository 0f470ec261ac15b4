import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { pieceLengthM } from "../../../server/base/metric.ts";
import { limitMm } from "../../../server/base/units.ts";
import { walksToCategory } from "../../../server/coverage/category-walks.ts";
import { startsOf } from "../../../server/coverage/starts.ts";
import { verdictOf } from "../../../server/coverage/verdict.ts";
import { NodeFlag, WayFlag } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { endsOf, startOf } from "../../../server/reach/ends.ts";
import { columnsOf, nearestForAll } from "../../../server/reach/nearest.ts";
import { walkBetween, walkOrReason } from "../../../server/reach/pair.ts";
import { isRestricted, type Profile } from "../../../server/reach/profile.ts";
import { lengthOf, routeOf } from "../../../server/reach/route.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { moved } from "../../support/street-map.ts";
import { type DrawnWay, streetRows } from "../../support/street-rows.ts";

const BOTH = WayFlag.FORWARD | WayFlag.BACKWARD;
const ROAD = BOTH | WayFlag.LARGE_ROAD;
const HALF_ROAD = ROAD | WayFlag.CARRIAGEWAY;
/** On a step of the coordinates that rows can hold, so that a node is met exactly. */
const at = (eastM: number, northM = 0): LonLat => {
  const [lon, lat] = moved([113.65, 34.75], eastM, northM);
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
};
const wholeMetres = (...ends: Parameters<typeof pieceLengthM>) => Math.round(pieceLengthM(...ends));

/** 1 m/s, so that a second is a metre. */
const careful: Profile = { ...profileOf("planning"), penaltySeconds: { crossing: 40, lift: 60, step: 0.5 } };

/** A path of 100 m pieces from west to east, with what its nodes and pieces are; and other ways. */
function path(
  nodeFlags: number[],
  more: { nodes?: [number, number][]; ways?: DrawnWay[]; flags?: number[]; steps?: number } = {},
) {
  const count = 5;
  const positions = [
    ...Array.from({ length: count }, (_, i) => at(100 * i)),
    ...(more.nodes ?? []).map(([x, y]) => at(x, y)),
  ];
  const flags = more.flags ?? [];
  const own = Array.from({ length: count - 1 }, (_, i): DrawnWay => {
    const kind = BOTH | (flags[i] ?? 0);
    return { nodes: [i, i + 1], flags: kind, stepsPerKm: (kind & WayFlag.STEPS) !== 0 ? (more.steps ?? 0) : 0 };
  });
  return openStreets(buildNetwork(streetRows(positions, [...own, ...(more.ways ?? [])], nodeFlags), wholeMetres));
}

function told(streets: ReturnType<typeof path>, fromM: number, toM: number, profile = careful) {
  const walker = createWalker(streets, profile);
  const walk = walkBetween(walker, at(fromM), at(toM));
  if (walk.status !== "ok") return walk.status;
  return {
    seconds: Math.round(walk.totalMm / profile.speedMmPerSecond),
    metres: Math.round(lengthOf(walker, walk) / 1000),
  };
}

describe("crossing a large road", () => {
  const AT_200 = [0, 0, NodeFlag.LARGE_ROAD];
  it("costs once, whether the road itself may be walked or not", () => {
    expect(told(path(AT_200), 100, 300)).toEqual({ seconds: 240, metres: 200 });
    const road: DrawnWay = { nodes: [5, 2, 6], flags: ROAD };
    const walked = path([0, 0, NodeFlag.LARGE_ROAD, 0, 0, NodeFlag.LARGE_ROAD, NodeFlag.LARGE_ROAD], {
      nodes: [
        [200, 50],
        [200, -50],
      ],
      ways: [road],
    });
    expect(told(walked, 100, 300)).toEqual({ seconds: 240, metres: 200 });
  });

  it("costs half to whoever turns onto it or starts in the middle, and nothing along it", () => {
    const road: DrawnWay = { nodes: [5, 2, 6], flags: ROAD };
    const large = NodeFlag.LARGE_ROAD;
    const streets = path([0, 0, large, 0, 0, large, large], {
      nodes: [
        [200, 50],
        [200, -50],
      ],
      ways: [road],
    });
    const walker = createWalker(streets, careful);
    expect(walkBetween(walker, at(100), at(200, 50))).toMatchObject({ totalMm: 170_000 });
    expect(walkBetween(walker, at(200, -50), at(200, 50))).toMatchObject({ totalMm: 100_000 });
  });

  it("of two carriageways costs half at each", () => {
    const half = NodeFlag.CARRIAGEWAY;
    expect(told(path([0, half, half]), 0, 400)).toEqual({ seconds: 440, metres: 400 });
    const walked = path([0, half, half, 0, 0, half, half], {
      nodes: [
        [100, 50],
        [200, 50],
      ],
      ways: [
        { nodes: [5, 1], flags: HALF_ROAD },
        { nodes: [6, 2], flags: HALF_ROAD },
      ],
    });
    expect(told(walked, 0, 400)).toEqual({ seconds: 440, metres: 400 });
  });

  it("never costs more than it does where its half is no whole millimetre: a walk at the limit is within it", () => {
    const odd: Profile = { ...careful, speedMmPerSecond: 1111, penaltySeconds: { crossing: 5, lift: 0, step: 0 } };
    // 5 s are 5,555 mm: 2,777 on coming onto the road, 2,777 on leaving it.
    const walker = createWalker(path(AT_200), odd);
    expect(walkBetween(walker, at(100), at(300))).toMatchObject({ totalMm: 205_554 });
    expect(walkBetween(walker, at(300), at(100))).toMatchObject({ totalMm: 205_554 });
  });

  it("is nothing to a profile to which it costs nothing", () => {
    expect(told(path(AT_200), 100, 300, profileOf("planning"))).toEqual({ seconds: 200, metres: 200 });
  });
});

describe("lifts", () => {
  it("cost one ride, mapped as a point or as a way with stops", () => {
    expect(told(path([0, 0, NodeFlag.LIFT]), 0, 400)).toEqual({ seconds: 460, metres: 400 });
    const stops = path([0, NodeFlag.LIFT, NodeFlag.LIFT, NodeFlag.LIFT], { flags: [0, WayFlag.LIFT, WayFlag.LIFT] });
    expect(told(stops, 0, 400)).toEqual({ seconds: 460, metres: 400 });
  });
});

describe("steps", () => {
  const flags = [0, WayFlag.STEPS];
  it("cost by their number, and by the part of them that is walked", () => {
    const streets = path([], { flags, steps: 2000 });
    expect(told(streets, 0, 300)).toEqual({ seconds: 400, metres: 300 });
    expect(told(streets, 150, 300)).toEqual({ seconds: 200, metres: 150 });
    expect(told(streets, 110, 160)).toEqual({ seconds: 100, metres: 50 });
  });

  it("are told with a route; where nobody counted them the number is an estimate", () => {
    const routeOn = (steps: number) => {
      const walker = createWalker(path([], { flags, steps }), careful);
      const walk = walkBetween(walker, at(50), at(150));
      return walk.status === "ok" ? routeOf(walker, walk) : null;
    };
    expect(routeOn(2000)?.steps).toEqual({ mm: expect.closeTo(50_000, -2), count: 100, estimated: false });
    expect(routeOn(0)?.steps).toEqual({ mm: expect.closeTo(50_000, -2), count: 167, estimated: true });
  });
});

describe("steps that take longer than any limit", () => {
  const flags = [0, WayFlag.STEPS];
  const endless: Profile = {
    ...careful,
    speedMmPerSecond: 1200,
    penaltySeconds: { crossing: 0, lift: 0, step: 3600 },
  };

  it("are closed to the profile and told as such, whatever their length", () => {
    // 100 m without a count are 333 steps of 4,320 m each: 1,440 km.
    const streets = path([], { flags });
    const walker = createWalker(streets, endless);
    const open = createWalker(streets, profileOf("planning"));
    expect(walkOrReason(walker, open, at(50), at(250))).toMatchObject({ status: "closed_to_profile" });
    expect(walkBetween(walker, at(20), at(60))).toMatchObject({ totalMm: expect.closeTo(40_000, -2) });
    // Whoever stands on them goes to the nearest street that can be walked.
    expect(startOf(walker, at(140))?.offsetMm).toBeCloseTo(40_000, -2);
    expect(isRestricted(endless)).toBe(true);
  });

  it("are walked as long as they can be told", () => {
    const walker = createWalker(path([], { flags, steps: 2000 }), endless);
    const walk = walkBetween(walker, at(0), at(300));
    // 200 steps of 4,320 m.
    expect(walk).toMatchObject({ status: "ok", totalMm: 300_000 + 200 * 4_320_000 });
    expect(walk.status === "ok" && lengthOf(walker, walk)).toBe(300_000);
  });
});

describe("two ways that take equally long", () => {
  // Stairs of 30 m with 30 steps of a second, or 60 m round them; 30 m before and behind.
  const positions = [at(0), at(30), at(60), at(90), at(45, 26)];
  const stairs: DrawnWay = { nodes: [1, 2], flags: BOTH | WayFlag.STEPS, stepsPerKm: 1000 };
  const others = [
    [0, 1],
    [2, 3],
    [1, 4],
    [4, 2],
  ].map((nodes): DrawnWay => ({ nodes, flags: BOTH }));
  const second: Profile = { ...careful, penaltySeconds: { crossing: 0, lift: 0, step: 1 } };

  it.each([
    ["stairs first", [stairs, ...others]],
    ["stairs last", [...others, stairs]],
    ["the way round first", [...others.slice(2), stairs, ...others.slice(0, 2)]],
  ])("are told by the shorter one, pair by pair and for all, %s in the file", (_, ways) => {
    const streets = openStreets(buildNetwork(streetRows(positions, ways, []), wholeMetres));
    const walker = createWalker(streets, second);
    const ends = endsOf(walker, at(90));
    const starts = columnsOf([startOf(walker, at(0))]);
    const all = nearestForAll(walker, starts, { places: ends, facility: new Int32Array(ends.length) });
    const walk = walkBetween(walker, at(0), at(90));
    if (walk.status !== "ok") throw new Error(walk.status);
    const route = routeOf(walker, walk);
    expect([all.totalMm[0], walk.totalMm]).toEqual([120_000, 120_000]);
    expect([all.lengthMm[0], lengthOf(walker, walk), route.lengthMm]).toEqual([90_000, 90_000, 90_000]);
    expect(route.steps).toMatchObject({ count: 30 });
  });
});

describe("what decides", () => {
  it("is the time, inclusive: a second more or less than the limit, at the same length", () => {
    // 300 m and a crossing of 40 s.
    const streets = path([0, 0, NodeFlag.LARGE_ROAD]);
    const homes = residencesAt([{ ref: "r", position: at(0), residents: 3, community: -1 }]);
    const shops = facilitiesAt([{ ref: "f", category: "shop", position: at(300), community: -1 }]);
    const walker = createWalker(streets, careful);
    const walks = walksToCategory(walker, walker, startsOf(walker, walker, homes), shops, 0);
    expect([walks.totalMm[0], walks.lengthMm[0]]).toEqual([340_000, 300_000]);
    const verdictAt = (seconds: number) => verdictOf(walks, 0, limitMm(seconds / 60, 1000));
    expect([339, 340, 341].map(verdictAt)).toEqual(["uncovered", "covered", "covered"]);
  });

  it("can make the longer way the quicker one", () => {
    // Straight over the road 200 m, or 30 m longer through an underpass.
    const under: DrawnWay = { nodes: [1, 5, 3], flags: BOTH };
    const streets = path([0, 0, NodeFlag.LARGE_ROAD], { nodes: [[200, -57]], ways: [under] });
    expect(told(streets, 100, 300)).toEqual({ seconds: 230, metres: 230 });
    expect(told(streets, 100, 300, profileOf("planning"))).toEqual({ seconds: 200, metres: 200 });
  });
});

describe("a profile with an offset of its own", () => {
  const near: Profile = { ...profileOf("adult"), id: "near", maxOffsetMm: 50_000 };
  const streets = path([]);
  it("takes a street exactly so far away, and calls a farther one closed to it, not missing", () => {
    const walker = createWalker(streets, near);
    const open = createWalker(streets, profileOf("adult"));
    expect(walkBetween(walker, at(100, 49.99), at(0)).status).toBe("ok");
    expect(walkOrReason(walker, open, at(100, 50.1), at(0)).status).toBe("closed_to_profile");
    expect(walkOrReason(walker, open, at(100, 250), at(0)).status).toBe("no_street_within_200m");
    expect(walkOrReason(walker, open, at(0), at(100, 50.1)).status).toBe("closed_to_profile");
  });
});
