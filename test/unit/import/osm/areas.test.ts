import { describe, expect, it } from "vitest";
import { takeAreas } from "../../../../server/import/osm/areas.ts";
import { signedArea } from "../../../../server/import/osm/polygon.ts";
import { around, type Drawing, elementsOf, squareNodes } from "./osm-file.ts";

/** A square of side 4 as nodes 1–4, one of side 2 inside it as 11–14, one of side 1 inside that as 21–24, one apart as 31–34. */
const NODES = {
  ...squareNodes(1, 0, 0, 4),
  ...squareNodes(11, 1, 1, 2),
  ...squareNodes(21, 1.5, 1.5, 1),
  ...squareNodes(31, 10, 10, 1),
};
const WATER = { natural: "water", type: "multipolygon" };

async function take(drawing: Drawing) {
  const elements = await elementsOf({ nodes: NODES, ...drawing });
  const { areas, openWays, notes } = takeAreas(elements, (tags) => tags.has("natural") || tags.has("building"));
  const shapes = areas.map(
    ({ ref, polygons }) =>
      `${ref} ${polygons.map((rings) => rings.map((ring) => signedArea(ring) / 2).join(" ")).join(" | ")}`,
  );
  return { areas, openWays, shapes, reasons: notes.map(({ ref, reason }) => `${ref} ${reason}`) };
}

describe("takeAreas", () => {
  it("takes closed ways with wanted tags, outer rings counter-clockwise", async () => {
    const { shapes, reasons } = await take({
      ways: {
        1: [around(1), { natural: "water" }],
        2: ["11 14 13 12 11", { building: "yes" }],
        3: [around(31), { shop: "yes" }],
        4: [around(31)],
      },
    });
    expect(shapes).toEqual(["way/1 16", "way/2 4"]);
    expect(reasons).toEqual([]);
  });

  it("tells open ways, ways that lack nodes and ways without area", async () => {
    const { shapes, openWays, reasons } = await take({
      ways: {
        1: ["1 2 3", { natural: "water" }],
        2: ["1 2 99 3 1", { building: "yes" }],
        3: ["1 2 3 2 1", { building: "yes" }],
      },
    });
    expect(shapes).toEqual([]);
    expect(openWays).toEqual([0]);
    expect(reasons).toEqual(["way/2 nodes_missing", "way/3 ring_degenerate"]);
  });

  it("puts a relation together from pieces, with its hole clockwise", async () => {
    const { shapes } = await take({
      ways: { 1: ["1 2 3"], 2: ["1 4 3"], 3: ["11 12 13"], 4: ["13 14 11"] },
      relations: { 7: ["way/1@outer way/2@outer way/3@inner way/4@inner", WATER] },
    });
    expect(shapes).toEqual(["relation/7 16 -4"]);
  });

  it("finds holes and islands by where they lie, whatever their roles", async () => {
    const ways = { 1: [around(1)], 2: [around(11)], 3: [around(21)], 4: [around(31)] } as const;
    for (const roles of [
      "way/1@outer way/2@inner way/3@outer way/4@outer",
      "way/3 way/4 way/2 way/1",
      "way/4@outer way/3@outer way/2@outer way/1@outer",
    ]) {
      const { shapes } = await take({ ways, relations: { 7: [roles, WATER] } });
      expect(shapes).toEqual(["relation/7 16 -4 | 1 | 1"]);
    }
  });

  it("leaves an inner ring out that lies in no outer one, and says so", async () => {
    const { shapes, reasons } = await take({
      ways: { 1: [around(1)], 2: [around(31)] },
      relations: { 7: ["way/1@outer way/2@inner", WATER] },
    });
    expect(shapes).toEqual(["relation/7 16"]);
    expect(reasons).toEqual(["relation/7 inner_ring_outside"]);
  });

  it("refuses a relation whose outline is open, or that lacks members or nodes", async () => {
    const { shapes, reasons } = await take({
      ways: { 1: ["1 2 3"], 2: ["3 4"], 3: ["1 2 99 3 1"] },
      relations: {
        7: ["way/1@outer way/2@outer", WATER],
        8: ["way/1@outer way/66@outer", WATER],
        9: ["way/3@outer", WATER],
        10: ["node/1@label", WATER],
        11: ["way/1@outer way/2@outer", { type: "route", natural: "water" }],
      },
    });
    expect(shapes).toEqual([]);
    expect(reasons).toEqual([
      "relation/7 ring_not_closed",
      "relation/8 members_missing",
      "relation/9 nodes_missing",
      "relation/10 members_missing",
    ]);
  });

  it("takes the tags of the outer way where the relation has none, and the area once", async () => {
    const { shapes, areas } = await take({
      ways: { 1: [around(1), { natural: "water", name: "湖" }], 2: [around(11), { building: "yes" }] },
      relations: { 7: ["way/1@outer way/2@inner", { type: "multipolygon", source: "survey" }] },
    });
    expect(shapes).toEqual(["relation/7 16 -4", "way/2 4"]);
    expect(areas[0].tags.get("name")).toBe("湖");
  });

  it("takes the area once where way and relation carry the same tags, twice where they differ", async () => {
    const relations = { 7: ["way/1@outer", { ...WATER, name: "湖" }] } as const;
    expect((await take({ ways: { 1: [around(1), { natural: "water" }] }, relations })).shapes).toEqual([
      "relation/7 16",
    ]);
    expect((await take({ ways: { 1: [around(1), { natural: "wood" }] }, relations })).shapes).toEqual([
      "relation/7 16",
      "way/1 16",
    ]);
  });

  it("counts a way listed twice once", async () => {
    const { shapes } = await take({
      ways: { 1: ["1 2 3"], 2: ["3 4 1"] },
      relations: { 7: ["way/1@outer way/2@outer way/1@outer", WATER] },
    });
    expect(shapes).toEqual(["relation/7 16"]);
  });
});
