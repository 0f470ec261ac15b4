import { describe, expect, it } from "vitest";
import { limitMm, UNREACHED } from "../../../server/base/units.ts";
import { NodeFlag, WayFlag } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { endsOf, seedStart, startOf } from "../../../server/reach/ends.ts";
import { walkBetween, walkOrReason } from "../../../server/reach/pair.ts";
import type { Job } from "../../../server/reach/pool/jobs.ts";
import { runHere } from "../../../server/reach/pool/run-here.ts";
import { matrixOfEach, reachOfEach } from "../../../server/reach/pool/streams.ts";
import { routeOf } from "../../../server/reach/route.ts";
import { resetSearch, spread } from "../../../server/reach/search.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { moved, streetMap } from "../../support/street-map.ts";
import { streetRows } from "../../support/street-rows.ts";

function walkerOn(map: ReturnType<typeof streetMap>, profile = "adult") {
  return createWalker(openStreets(map.network), profileOf(profile));
}

describe("reach on a map drawn in the test", () => {
  // Every join is 60 m; > is one-way on foot.
  const map = streetMap(`
    a-b-c
    |   |
    d>e f
  `);
  const walker = walkerOn(map);
  const walked = (limit: number) => {
    const start = startOf(walker, map.at("a"));
    resetSearch(walker.search);
    if (start) seedStart(walker, start, limit);
    spread(walker.search, walker.forward, limit);
    return walker.search.mm;
  };

  it("reaches a junction exactly at the limit, and none beyond", () => {
    const mm = walked(120_000);
    expect(mm[map.node.e]).toBe(120_000);
    expect(mm[map.node.f]).toBe(UNREACHED);
    expect(walked(119_999)[map.node.e]).toBe(UNREACHED);
  });

  it("walks a one-way street its way only", () => {
    expect(walkBetween(walker, map.at("d"), map.at("e"))).toMatchObject({ status: "ok", totalMm: 60_000 });
    expect(walkBetween(walker, map.at("e"), map.at("d"))).toMatchObject({ status: "island" });
  });

  it("adds both offsets and the parts of edges", () => {
    // 20 m along a-b and 10 m off it; 30 m along c-f and 5 m off it.
    const walk = walkBetween(walker, map.at("a", 20, 10), map.at("c", 5, -30));
    expect(walk).toMatchObject({
      status: "ok",
      start: { offsetMm: expect.closeTo(10_000, -1) },
      end: { offsetMm: expect.closeTo(5_000, -1) },
    });
    expect(walk.status === "ok" && walk.totalMm).toBeCloseTo(10_000 + 100_000 + 30_000 + 5_000, -2);
  });

  it("walks straight along the street between two places on it", () => {
    const walk = walkBetween(walker, map.at("a", 10), map.at("a", 50));
    expect(walk.status === "ok" && walk.totalMm).toBeCloseTo(40_000, -2);
  });
});

describe("private ways", () => {
  // p and q lie inside a compound whose gate g is on the public street a-g-b.
  const map = streetMap(`
    a-g-b
      :
    p=+=q
  `);
  const walker = walkerOn(map);
  const total = (from: string, to: string) => {
    const walk = walkBetween(walker, map.at(from), map.at(to));
    return walk.status === "ok" ? walk.totalMm : walk.status;
  };

  it("lets those who live there walk out", () => expect(total("p", "b")).toBe(180_000));
  it("lets them walk to a place inside", () => expect(total("p", "q")).toBe(120_000));
  it("lets nobody in: the walk ends on the public street, the rest is offset", () => {
    // From a to g, and 84.85 m straight from there to q; a-g-b is 60 m away from p and q.
    const walk = walkBetween(walker, map.at("a"), map.at("q"));
    expect(walk).toMatchObject({ status: "ok", totalMm: expect.closeTo(120_000 + 60_000, -2) });
    expect(walk.end?.offsetMm).toBeCloseTo(60_000, -2);
  });
  it("offers a public end and a private one", () => expect(endsOf(walker, map.at("q"))).toHaveLength(2));
});

describe("a private gate", () => {
  // A gate where the private way from p meets the street a-g-b.
  const { FORWARD, BACKWARD, PRIVATE } = WayFlag;
  const at = (eastM: number, northM = 0) => moved([113.65, 34.75], eastM, northM);
  const ways = [
    { nodes: [0, 1, 2], flags: FORWARD | BACKWARD },
    { nodes: [1, 3], flags: FORWARD | BACKWARD | PRIVATE },
  ];
  const rows = streetRows([at(0), at(100), at(200), at(100, -50)], ways, [0, NodeFlag.PRIVATE_GATE]);
  const walker = createWalker(openStreets(buildNetwork(rows)), profileOf("adult"));

  it("is told once with a route, though both of its halves are passed", () => {
    const walk = walkBetween(walker, at(100, -50), at(200));
    if (walk.status !== "ok") throw new Error(walk.status);
    expect(routeOf(walker, walk).gates).toEqual([[rows.nodeLonE7[1] / 1e7, rows.nodeLatE7[1] / 1e7]]);
  });
});

describe("blocked nodes and steps", () => {
  it("ends every street at a blocked node", () => {
    const map = streetMap("a-#-b");
    const walker = walkerOn(map);
    expect(walkBetween(walker, map.at("a"), map.at("b")).status).toBe("island");
  });

  it("sends a wheelchair round the steps, and says when only they are in the way", () => {
    const round = streetMap(`
      a~b
      |  
      c-d
    `);
    const chair = walkerOn(round, "wheelchair");
    const adult = walkerOn(round);
    expect(walkBetween(adult, round.at("a"), round.at("b"))).toMatchObject({ totalMm: 60_000 });
    expect(walkOrReason(chair, adult, round.at("a"), round.at("b"))).toMatchObject({
      status: "ok",
      end: { offsetMm: expect.closeTo(60_000, -2) },
    });
    const cut = streetMap("a-b~c-d");
    expect(walkOrReason(walkerOn(cut, "wheelchair"), walkerOn(cut), cut.at("a"), cut.at("d"))).toMatchObject({
      status: "closed_to_profile",
    });
  });
});

describe("a point that the profile cannot leave", () => {
  // Stairs on an island of their own, 300 m from the street.
  const map = streetMap("a-b         c~d");
  const [chair, adult] = [walkerOn(map, "wheelchair"), walkerOn(map)];

  it("is closed to the profile, not without a street, whether the walk would start or end there", () => {
    for (const [from, to] of ["ca", "ac", "cd"])
      expect(walkOrReason(chair, adult, map.at(from), map.at(to)).status).toBe("closed_to_profile");
    expect(walkOrReason(adult, adult, map.at("c"), map.at("a")).status).toBe("island");
  });

  it("is without a street where nobody has one", () => {
    expect(walkOrReason(chair, adult, map.at("c"), map.at("a", 0, 300)).status).toBe("no_street_within_200m");
    expect(walkOrReason(chair, adult, map.at("a", 0, 300), map.at("b")).status).toBe("no_street_within_200m");
  });

  it("is told as such among many", async () => {
    const run = async (job: Job) => runHere(chair, adult, job);
    const origins = [map.at("c"), map.at("a"), map.at("a", 0, 300), [NaN, 0] as const];
    const expected = ["closed_to_profile", "ok", "no_street_within_200m", "invalid_coordinates"];
    const told: string[] = [];
    for await (const { status } of reachOfEach(run, origins, 60_000)) told.push(status);
    expect(told).toEqual(expected);
    const rows: string[] = [];
    for await (const { status } of matrixOfEach(run, origins, { places: [], facility: Int32Array.of() }, 0, 60_000))
      rows.push(status);
    expect(rows).toEqual(expected);
  });
});

describe("points off the streets", () => {
  const map = streetMap("a-b");
  const walker = walkerOn(map);
  it("takes a street exactly 200 m away, and none farther", () => {
    expect(startOf(walker, map.at("a", 0, 199.99))).not.toBeNull();
    expect(startOf(walker, map.at("a", 0, 200.02))).toBeNull();
    expect(walkBetween(walker, map.at("a", 0, 201), map.at("b")).status).toBe("no_street_within_200m");
  });
});

describe("the route of a walk", () => {
  const map = streetMap(`
    a-b-c
    |   |
    d-e-f
  `);
  const walker = walkerOn(map);
  it("has the length of the walk, and starts and ends at its places", () => {
    const walk = walkBetween(walker, map.at("a", 10), map.at("f"));
    if (walk.status !== "ok") throw new Error(walk.status);
    const route = routeOf(walker, walk);
    expect(route.legs.reduce((sum, { fromMm, toMm }) => sum + Math.abs(toMm - fromMm), 0)).toBe(
      walk.totalMm - walk.start.offsetMm - walk.end.offsetMm,
    );
    expect(route.line[0]).toEqual([walk.start.lon, walk.start.lat].map((v) => expect.closeTo(v, 6)));
    expect(route.line.at(-1)).toEqual([walk.end.lon, walk.end.lat].map((v) => expect.closeTo(v, 6)));
  });
});

describe("limits", () => {
  it("turn minutes into millimetres without losing the last one", () => {
    expect(limitMm(15, 1200)).toBe(1_080_000);
    expect(limitMm(0.1, 1200)).toBe(7_200);
    expect(limitMm(7, 1000)).toBe(420_000);
  });
});
