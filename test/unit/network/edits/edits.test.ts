import { describe, expect, it } from "vitest";
import { NodeFlag, WayFlag } from "../../../../server/import/rows.ts";
import { buildNetwork } from "../../../../server/network/build.ts";
import type { Edit, EditPoint } from "../../../../server/network/edits/edits.ts";
import { EdgeFlag } from "../../../../server/network/walk-network.ts";
import { startOf } from "../../../../server/reach/ends.ts";
import { walkBetween } from "../../../../server/reach/pair.ts";
import { routeOf } from "../../../../server/reach/route.ts";
import { createWalker, openStreets, type Streets, withEdits } from "../../../../server/reach/walker.ts";
import { profileOf } from "../../../support/profiles.ts";
import { JOIN_M, moved, type StreetMap, streetMap } from "../../../support/street-map.ts";
import { streetRows } from "../../../support/street-rows.ts";

const BOTH = EdgeFlag.FORWARD | EdgeFlag.BACKWARD;

/** Metres walked from one named place to another, or why there is no walk. */
function walked(map: StreetMap, streets: Streets, from: string, to: string) {
  const walk = walkBetween(createWalker(streets, profileOf("adult")), map.at(from), map.at(to));
  return walk.status === "ok" ? Math.round(walk.totalMm / 1000) : walk.status;
}

/** The place of a named point, as an edit names it. */
function pointAt(map: StreetMap, name: string, eastM = 0, northM = 0): EditPoint {
  const place = startOf(createWalker(openStreets(map.network), profileOf("adult")), map.at(name, eastM, northM));
  if (place === null) throw new Error(name);
  return { edge: place.edge, mm: place.mm };
}
const edgeAt = (map: StreetMap, ...at: [string, number?, number?]) => (pointAt(map, ...at) as { edge: number }).edge;
const link = (from: EditPoint, to: EditPoint, more: Partial<Extract<Edit, { kind: "add_link" }>> = {}): Edit => ({
  kind: "add_link",
  from,
  to,
  via: [],
  flags: BOTH,
  stepsPerKm: 0,
  name: null,
  ...more,
});

describe("a river with one bridge", () => {
  // Two banks 60 m apart; the bridge is d-h.
  const map = streetMap(`
    a-b-c-d
          |
    e-f-g-h
  `);
  const base = openStreets(map.network);

  it("is crossed by a footbridge between two places on its banks", () => {
    expect(walked(map, base, "a", "e")).toBe(7 * JOIN_M);
    const bridged = withEdits(base, [link(pointAt(map, "b", 20), pointAt(map, "f", 20), { name: "新桥" })]);
    expect(walked(map, bridged, "a", "e")).toBe(2 * 80 + JOIN_M);
    const walker = createWalker(bridged, profileOf("adult"));
    const walk = walkBetween(walker, map.at("b"), map.at("f"));
    expect(walk.status === "ok" && routeOf(walker, walk).streets.map(({ name }) => name)).toEqual([null, "新桥", null]);
    expect(walked(map, base, "a", "e")).toBe(7 * JOIN_M);
  });

  it("may be crossed one way, over a bend, by stairs that a wheelchair does not take", () => {
    const from = pointAt(map, "b");
    const to = pointAt(map, "f");
    const oneWay = withEdits(base, [link(from, to, { flags: EdgeFlag.FORWARD })]);
    expect([walked(map, oneWay, "b", "f"), walked(map, oneWay, "f", "b")]).toEqual([60, 300]);
    const bent = withEdits(base, [link(from, to, { via: [map.at("b", 25, -30)] })]);
    expect(walked(map, bent, "b", "f")).toBe(78);
    const stairs = withEdits(base, [link(from, to, { flags: BOTH | EdgeFlag.STEPS })]);
    const chair = walkBetween(createWalker(stairs, profileOf("wheelchair")), map.at("b"), map.at("f"));
    expect(chair.status === "ok" && Math.round(chair.totalMm / 1000)).toBe(300);
  });

  it("keeps people apart once the bridge is closed; points beside it find another street", () => {
    const shut = withEdits(base, [{ kind: "close_street", edge: edgeAt(map, "d", 0, -30) }]);
    // The whole town is one edge: closing it leaves nothing.
    expect(walked(map, shut, "a", "e")).toBe("no_street_within_200m");
    const gate = withEdits(base, [{ kind: "close_gate", at: pointAt(map, "d", 0, -30) }]);
    expect(walked(map, gate, "a", "e")).toBe("island");
    expect(walked(map, gate, "a", "d")).toBe(180);
    expect(gate.network.componentCount).toBe(2);
  });

  it("can have everything at once, in any order", () => {
    const edits: Edit[] = [
      { kind: "close_gate", at: pointAt(map, "d", 0, -30) },
      link(pointAt(map, "a"), pointAt(map, "e")),
      link(pointAt(map, "c", 30), pointAt(map, "g", 30)),
    ];
    const [one, other] = [edits, [...edits].reverse()].map((list) => walked(map, withEdits(base, list), "d", "h"));
    expect([one, other]).toEqual([120, 120]);
  });
});

describe("streets between junctions", () => {
  const map = streetMap(`
    a-b-c
    | | |
    d-e-f
  `);
  const base = openStreets(map.network);
  it("that are closed are neither walked nor snapped to", () => {
    const closed = withEdits(base, [{ kind: "close_street", edge: edgeAt(map, "b", 0, -30) }]);
    expect([walked(map, base, "b", "e"), walked(map, closed, "b", "e")]).toEqual([60, 180]);
    const beside = startOf(createWalker(closed, profileOf("adult")), map.at("b", 2, -30));
    expect(beside?.offsetMm).toBeGreaterThan(29_000);
  });
  it("a link may be snapped to, also one that leaves the streets' own frame", () => {
    const outside = map.at("a", -150, 100);
    const linked = withEdits(base, [link(pointAt(map, "a"), pointAt(map, "d"), { via: [outside] })]);
    const place = startOf(createWalker(linked, profileOf("adult")), outside);
    expect(place?.offsetMm).toBeLessThan(10);
    expect(place?.edge).toBeGreaterThanOrEqual(base.network.edgeCount);
    expect(startOf(createWalker(base, profileOf("adult")), moved(outside, -60, 0))).toBeNull();
  });
});

describe("compounds", () => {
  // p lives inside; its gate g is private.
  const map = streetMap(`
    a-g-b
      :
      p=q
  `);
  const base = openStreets(map.network);
  const inside = edgeAt(map, "p", 0, 30);
  it("opened to the public are walked through", () => {
    expect(walkBetween(createWalker(base, profileOf("adult")), map.at("a"), map.at("p")).end?.offsetMm).toBeGreaterThan(
      59_000,
    );
    const open = withEdits(base, [{ kind: "open_street", edge: inside }]);
    const walk = walkBetween(createWalker(open, profileOf("adult")), map.at("a"), map.at("p"));
    expect(walk).toMatchObject({ status: "ok", end: { offsetMm: 0 } });
    expect(walk.status === "ok" && Math.round(walk.totalMm / 1000)).toBe(120);
  });
  it("linked to the public street are left by the link, and entered by nobody", () => {
    const linked = withEdits(base, [link(pointAt(map, "q"), pointAt(map, "b"))]);
    expect([walked(map, base, "q", "b"), walked(map, linked, "q", "b")]).toEqual([180, 60]);
    // Whoever comes from outside stands at the end of the link, and goes no farther.
    expect(walkBetween(createWalker(linked, profileOf("adult")), map.at("b"), map.at("p")).end?.offsetMm).toBeCloseTo(
      60_000,
      -2,
    );
    expect(linked.network.nodeCount).toBeGreaterThan(base.network.nodeCount);
  });
});

it("a blocked node that is opened lets people pass along every street, and closes again", () => {
  const map = streetMap(`
    a-#-b
      |
      c
  `);
  const base = openStreets(map.network);
  const blocked = [...map.network.nodeFlags].findIndex((flags) => (flags & NodeFlag.BLOCKED) !== 0);
  const open = withEdits(base, [{ kind: "open_gate", junction: blocked }]);
  expect([walked(map, base, "a", "b"), walked(map, open, "a", "b"), walked(map, open, "c", "b")]).toEqual([
    "island",
    120,
    120,
  ]);
  const again = withEdits(open, [{ kind: "close_gate", at: { junction: blocked } }]);
  expect(walked(map, again, "a", "b")).toBe("island");
});

it("a link from inside a large road is a crossing to come onto", () => {
  const at = (eastM: number, northM: number) => moved([113.65, 34.75], eastM, northM);
  const road = { nodes: [0, 1], flags: BOTH | WayFlag.LARGE_ROAD };
  const lane = { nodes: [2, 3], flags: BOTH };
  const { LARGE_ROAD } = NodeFlag;
  const base = openStreets(
    buildNetwork(streetRows([at(0, 0), at(200, 0), at(0, 50), at(200, 50)], [road, lane], [LARGE_ROAD, LARGE_ROAD])),
  );
  const roadEdge = [...base.network.edgeFlags].findIndex((flags) => (flags & EdgeFlag.LARGE_ROAD) !== 0);
  const linked = withEdits(base, [link({ edge: roadEdge, mm: 100_000 }, { edge: 1 - roadEdge, mm: 100_000 })]);
  const careful = { ...profileOf("planning"), penaltySeconds: { crossing: 60, lift: 0, step: 0 } };
  const walk = walkBetween(createWalker(linked, careful), at(100, 0), at(100, 50));
  expect(walk.status === "ok" && Math.round(walk.totalMm / 1000)).toBe(80);
});

describe("edits that make no sense", () => {
  const map = streetMap("a-b=c");
  const base = openStreets(map.network);
  const open = edgeAt(map, "a", 30);
  const shut = edgeAt(map, "b", 30);
  it.each<[string, Edit[]]>([
    ["close a street that is not there", [{ kind: "close_street", edge: 9 }]],
    ["open a street that is open", [{ kind: "open_street", edge: open }]],
    [
      "open and close one street",
      [
        { kind: "open_street", edge: shut },
        { kind: "close_street", edge: shut },
      ],
    ],
    ["open a node that is open", [{ kind: "open_gate", junction: 0 }]],
    ["name a place beyond its edge", [{ kind: "close_gate", at: { edge: open, mm: 60_001 } }]],
    ["name a place between millimetres", [{ kind: "close_gate", at: { edge: open, mm: 0.5 } }]],
    ["name a place that is no number", [{ kind: "close_gate", at: { edge: open, mm: Number.NaN } }]],
    ["link a place to itself", [link({ edge: open, mm: 10 }, { edge: open, mm: 10 })]],
    ["link without a direction", [link({ edge: open, mm: 10 }, { edge: open, mm: 20 }, { flags: EdgeFlag.STEPS })]],
    [
      "link over a point that is none",
      [link({ edge: open, mm: 1 }, { edge: open, mm: 9 }, { via: [[Number.NaN, 1]] })],
    ],
  ])("are refused with their place: %s", (_, edits) => {
    expect(() => withEdits(base, edits)).toThrow(
      expect.objectContaining({
        code: "edit_faulty",
        fields: expect.objectContaining({ place: `edits[${edits.length - 1}]` }),
      }),
    );
  });
});
