import { describe, expect, it } from "vitest";
import { takeAreas } from "../../../../server/import/osm/areas.ts";
import { areaKind, lineKind, takeBaseMap } from "../../../../server/import/osm/base-map.ts";
import { around, elementsOf, squareNodes, tagsOf } from "./osm-file.ts";

function pair(text: string) {
  return tagsOf(Object.fromEntries(text.split(" ").map((one) => one.split("=") as [string, string])));
}

describe("what is drawn", () => {
  it.each([
    ["building=yes", "building yes"],
    ["building=school leisure=park", "building school"],
    ["building=no natural=water", "water water"],
    ["waterway=riverbank", "water riverbank"],
    ["landuse=reservoir", "water reservoir"],
    ["leisure=park", "green park"],
    ["landuse=forest", "green forest"],
    ["natural=wood", "green wood"],
    ["landuse=residential", "none"],
    ["natural=coastline", "none"],
  ])("area %s: %s", (tags, expected) => {
    const kind = areaKind(pair(tags));
    expect(kind ? `${kind.layer} ${kind.kind}` : "none").toBe(expected);
  });

  it.each([
    ["highway=motorway", "street motorway"],
    ["highway=footway", "street footway"],
    ["waterway=river", "water river"],
    ["railway=rail", "railway rail"],
    ["railway=platform", "none"],
    ["railway=abandoned", "none"],
    ["natural=coastline", "none"],
  ])("line %s: %s", (tags, expected) => {
    const kind = lineKind(pair(tags));
    expect(kind ? `${kind.layer} ${kind.kind}` : "none").toBe(expected);
  });
});

describe("takeBaseMap", () => {
  it("draws lines and areas with kind and name", async () => {
    const elements = await elementsOf({
      nodes: { ...squareNodes(1, 0, 0, 4), ...squareNodes(11, 1, 1, 2) },
      ways: {
        1: [around(1)],
        2: [around(11)],
        3: ["1 2", { highway: "motorway", name: "高速" }],
        4: ["1 99", { waterway: "river" }],
      },
      relations: { 7: ["way/1@outer way/2@inner", { type: "multipolygon", natural: "water", name: "湖" }] },
    });
    const { areas } = takeAreas(elements, (tags) => areaKind(tags) !== null);
    const { rows, refusals } = takeBaseMap(elements, areas);
    expect(rows).toEqual([
      {
        layer: "street",
        kind: "motorway",
        name: "高速",
        geometry: {
          type: "LineString",
          coordinates: [
            [0, 0],
            [4, 0],
          ],
        },
      },
      {
        layer: "water",
        kind: "water",
        name: "湖",
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [0, 0],
              [4, 0],
              [4, 4],
              [0, 4],
              [0, 0],
            ],
            [
              [1, 1],
              [1, 3],
              [3, 3],
              [3, 1],
              [1, 1],
            ],
          ],
        },
      },
    ]);
    expect(refusals.map(({ ref, reason }) => `${ref} ${reason}`)).toEqual(["way/4 too_few_nodes"]);
  });
});
