import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../../../server/import/categories.ts";
import { takeAreas } from "../../../../server/import/osm/areas.ts";
import { takeFacilities } from "../../../../server/import/osm/facilities.ts";
import { around, type Drawing, elementsOf, squareNodes } from "./osm-file.ts";

const catalogue = await loadCatalogue();

async function take(drawing: Drawing) {
  const elements = await elementsOf(drawing);
  const { areas, openWays } = takeAreas(elements, (tags) => catalogue.categoryOfTags(tags) !== null);
  return takeFacilities(elements, areas, openWays, catalogue);
}

describe("takeFacilities", () => {
  it("takes nodes with name, address, phone and hours", async () => {
    const { rows, refusals } = await take({
      nodes: {
        1: [
          121.5,
          31.2,
          {
            amenity: "pharmacy",
            name: "同仁堂",
            "name:en": "Tongrentang",
            "addr:full": "人民路8号",
            "contact:phone": "123",
            opening_hours: "24/7",
          },
        ],
        2: [121.6, 31.3, { natural: "tree" }],
      },
    });
    expect(rows).toEqual([
      {
        ref: "node/1",
        name: "同仁堂",
        category: "pharmacy",
        position: [121.5, 31.2],
        original: { x: 121.5, y: 31.2, crs: "wgs84" },
        address: "人民路8号",
        phone: "123",
        openingHours: "24/7",
        capacity: null,
        openedOn: null,
        closedOn: null,
        positionSource: "map",
        positionAccuracyM: null,
      },
    ]);
    expect(refusals).toEqual([]);
  });

  it("falls back from the name to the Chinese one and to the brand", async () => {
    const { rows } = await take({
      nodes: {
        1: [0, 0, { shop: "convenience", "name:zh": "便民店", brand: "FamilyMart" }],
        2: [0, 0, { shop: "convenience", brand: "FamilyMart" }],
        3: [0, 0, { shop: "convenience" }],
      },
    });
    expect(rows.map(({ name }) => name)).toEqual(["便民店", "FamilyMart", null]);
  });

  it("takes areas at a point inside, ways and relations alike", async () => {
    const { rows } = await take({
      nodes: { ...squareNodes(1, 10, 20, 2), ...squareNodes(11, 30, 20, 2) },
      ways: { 1: [around(1), { amenity: "hospital" }], 2: [around(11)] },
      relations: { 7: ["way/2@outer", { type: "multipolygon", leisure: "park" }] },
    });
    expect(rows.map(({ ref, category, position }) => [ref, category, ...position])).toEqual([
      ["relation/7", "park", 31, 21],
      ["way/1", "hospital", 11, 21],
    ]);
  });

  it("tells what is disused, drawn as a line, or of two kinds", async () => {
    const { rows, refusals } = await take({
      nodes: {
        1: [0, 0, { amenity: "bank", disused: "yes" }],
        2: [0, 0, { amenity: "cafe", shop: "bakery" }],
        3: [1, 1],
      },
      ways: { 9: ["1 2 3", { leisure: "pitch" }] },
    });
    expect(rows.map(({ ref, category }) => `${ref} ${category}`)).toEqual(["node/2 bakery"]);
    expect(refusals.map(({ ref, reason, value }) => `${ref} ${reason} ${value}`)).toEqual([
      "node/1 disused finance_outlet",
      "node/2 further_category cafe",
      "way/9 open_way sports_ground",
    ]);
  });

  it("takes a facility whose hours or capacity cannot be read, and tells it", async () => {
    const clinic = (tags: Record<string, string>): [number, number, Record<string, string>] => [
      0,
      0,
      { amenity: "clinic", ...tags },
    ];
    const { rows, refusals } = await take({
      nodes: {
        1: clinic({ opening_hours: "Mo-Fr 08:00-17:00; PH off", capacity: "40" }),
        2: clinic({ opening_hours: "ask inside", capacity: "1000000000000" }),
        3: clinic({ capacity: "-1" }),
        4: clinic({ capacity: "20-30" }),
        5: clinic({ capacity: "0" }),
      },
    });
    expect(rows.map(({ ref, capacity }) => [ref, capacity])).toEqual([
      ["node/1", 40],
      ["node/2", null],
      ["node/3", null],
      ["node/4", null],
      ["node/5", 0],
    ]);
    expect(rows[1].openingHours).toBe("ask inside");
    expect(refusals.map(({ ref, reason, value }) => [ref, reason, value])).toEqual([
      ["node/2", "hours_unreadable", "ask inside"],
      ["node/2", "capacity_unreadable", "1000000000000"],
      ["node/3", "capacity_unreadable", "-1"],
      ["node/4", "capacity_unreadable", "20-30"],
    ]);
  });
});
