import { describe, expect, it } from "vitest";
import { takeStreets } from "../../../../server/import/osm/streets.ts";
import { findWalls } from "../../../../server/import/osm/walls.ts";
import { type Drawing, elementsOf, type Pairs } from "./osm-file.ts";

const GATE: Pairs = { barrier: "gate" };
const SHUT: Pairs = { barrier: "gate", access: "no" };

/** A wall of 0.004° round (113.002, 34.002) with gates in the middle of its south and north side; a street south of it. */
function compound(south: Pairs, north: Pairs, more: Drawing = {}): Drawing {
  return {
    nodes: {
      1: [113, 34],
      2: [113.002, 34, south],
      3: [113.004, 34],
      4: [113.004, 34.004],
      5: [113.002, 34.004, north],
      6: [113, 34.004],
      7: [113, 33.999],
      8: [113.004, 33.999],
      ...more.nodes,
    },
    ways: {
      10: ["1 2 3 4 5 6 1", { barrier: "wall" }],
      20: ["7 8", { highway: "residential" }],
      ...more.ways,
    },
  };
}

async function gatesAt(drawing: Drawing, lon: number, lat: number) {
  const elements = await elementsOf(drawing);
  return findWalls(elements, takeStreets(elements).streets)([lon, lat]);
}

describe("a wall with gates", () => {
  it("is left by its open gates", async () => {
    expect(await gatesAt(compound(GATE, { barrier: "lift_gate", access: "private" }), 113.001, 34.001)).toEqual([
      [113.002, 34],
      [113.002, 34.004],
    ]);
    expect(await gatesAt(compound(GATE, SHUT), 113.001, 34.001)).toEqual([[113.002, 34]]);
  });

  it("with closed gates alone is left by none", async () => {
    expect(await gatesAt(compound(SHUT, SHUT), 113.001, 34.001)).toEqual([]);
  });

  it("is nothing to whoever lives outside, nor where no gate is mapped", async () => {
    expect(await gatesAt(compound(GATE, GATE), 113.005, 34.001)).toBeNull();
    expect(await gatesAt(compound({}, { barrier: "bollard" }), 113.001, 34.001)).toBeNull();
  });

  it("is nothing where streets are mapped inside: they lead through the gates", async () => {
    const lane: Drawing = {
      nodes: { 9: [113.002, 34.002] },
      ways: { 21: ["9 2", { highway: "service", access: "private" }] },
    };
    expect(await gatesAt(compound(GATE, GATE, lane), 113.001, 34.001)).toBeNull();
    // A way on the wall itself, from gate to gate, is outside.
    const along: Drawing = { ways: { 21: ["2 3 4 5", { highway: "footway" }] } };
    expect(await gatesAt(compound(GATE, GATE, along), 113.001, 34.001)).toHaveLength(2);
  });

  it("gives way to the wall round it", async () => {
    const inner: Drawing = {
      nodes: {
        11: [113.0005, 34.0005, GATE],
        12: [113.0015, 34.0005],
        13: [113.0015, 34.0015],
        14: [113.0005, 34.0015],
      },
      ways: { 11: ["11 12 13 14 11", { barrier: "fence" }] },
    };
    expect(await gatesAt(compound(GATE, SHUT, inner), 113.001, 34.001)).toEqual([[113.002, 34]]);
  });
});
