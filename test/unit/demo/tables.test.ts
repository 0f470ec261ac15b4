import Geodesic from "geographiclib-geodesic";
import { beforeAll, describe, expect, it } from "vitest";
import demoCategories from "../../../data/demo/categories.json" with { type: "json" };
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { type Catalogue, loadCatalogue } from "../../../server/import/categories.ts";
import { isInside, positionOf, type Row, readTown } from "./read-town.ts";

let town: Awaited<ReturnType<typeof readTown>>;
let catalogue: Catalogue;
beforeAll(async () => {
  town = await readTown();
  catalogue = await loadCatalogue();
}, 60_000);

const codeOf = (row: Row): string | null => catalogue.categoryOfText(row["类别"]!);

function metres(a: LonLat, b: LonLat): number {
  return Geodesic.Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]).s12!;
}

/** Metres from each facility of a category to the nearest other one. */
function toNextOf(code: string): number[] {
  const places = town.facilities.filter((row) => codeOf(row) === code).map((row) => positionOf(row, "gcj02"));
  return places.map((place, at) =>
    Math.min(...places.filter((_, other) => other !== at).map((other) => metres(place, other))),
  );
}

describe("the tables of the demo town", () => {
  it("count what the recipe asks for", () => {
    const compounds = town.ways.filter(({ tags }) => tags["barrier"] === "wall");
    const gates = compounds.map(
      (wall) => new Set(wall.nodes.filter((node) => town.nodes.get(node)!.tags["barrier"] === "gate")).size,
    );
    const byCategory = Object.fromEntries(
      [...Map.groupBy(town.facilities, codeOf)].map(([code, rows]) => [code, rows.length]),
    );
    expect({
      compounds: compounds.length,
      gates: [1, 2, 3, 4].map((count) => gates.filter((gate) => gate === count).length),
      residences: town.residences.length,
      facilities: town.facilities.length,
      apartments: town.ways.filter(({ tags }) => tags["building"] === "apartments").length,
      byCategory,
    }).toMatchInlineSnapshot(`
      {
        "apartments": 2279,
        "byCategory": {
          "appliance_repair": 24,
          "barber": 68,
          "breakfast": 66,
          "clinic": 54,
          "community_health_center": 6,
          "community_service_station": 22,
          "convenience_store": 132,
          "culture_center": 8,
          "dining": 130,
          "elderly_day_care": 15,
          "farmers_market": 9,
          "finance_outlet": 30,
          "fitness_place": 22,
          "hospital": 3,
          "housekeeping": 22,
          "kindergarten": 32,
          "laundry": 34,
          "outpatient_department": 14,
          "pharmacy": 58,
          "police_room": 18,
          "post_express": 56,
          "primary_school": 14,
          "recycling": 20,
          "supermarket": 30,
          "telecom_service": 14,
        },
        "compounds": 309,
        "facilities": 901,
        "gates": [
          47,
          128,
          121,
          13,
        ],
        "residences": 380,
      }
    `);
    expect(gates.every((count) => count >= 1 && count <= 4)).toBe(true);
  });

  it("name categories that the catalogue knows, as the recipe means them", () => {
    for (const row of town.facilities) expect(codeOf(row), row["类别"]).not.toBeNull();
    expect(new Set(town.facilities.map(codeOf))).toEqual(new Set(demoCategories.map(({ code }) => code)));
    for (const { code, word, aliases } of demoCategories)
      expect([word, ...aliases].map((each) => catalogue.categoryOfText(each))).toEqual(
        [word, ...aliases].map(() => code),
      );
  });

  it("give every compound its households, and 2.6 residents to each, more or less", () => {
    const names = new Set(
      town.ways.filter(({ tags }) => tags["landuse"] === "residential").map(({ tags }) => tags["name"]),
    );
    const compounds = town.residences.filter((row) => names.has(row["名称"]));
    expect(compounds).toHaveLength(names.size);
    for (const row of compounds) {
      const households = Number(row["户数"]);
      expect(households).toBeGreaterThanOrEqual(150);
      expect(households).toBeLessThanOrEqual(1800);
      expect(Math.abs(Number(row["人口"]) / households - 2.6)).toBeLessThan(0.3);
    }
  });

  it("have clinics nearer than 500 m to each other, and outpatient departments nearer than 1,000 m", () => {
    expect(toNextOf("clinic").filter((distance) => distance < 500).length).toBeGreaterThan(10);
    expect(toNextOf("outpatient_department").filter((distance) => distance < 1000).length).toBeGreaterThan(4);
  });

  it("leave the south bank without pharmacies and markets", () => {
    const south = town.communities.features.find(({ properties }) => properties["名称"] === "南浦街道")!.geometry
      .coordinates[0]!;
    const northmost = Math.max(...south.map(([, lat]) => lat!));
    const inSouth = (row: Row): boolean => positionOf(row, "gcj02")[1] < northmost - 0.009;
    const found = new Set(town.facilities.filter(inSouth).map(codeOf));
    expect(found.has("clinic")).toBe(true);
    expect(found.has("pharmacy") || found.has("farmers_market")).toBe(false);
  });

  it("leave the north-east corner behind the railway without anything", () => {
    const corner = town.communities.features.find(({ properties }) => properties["名称"] === "东北坡社区")!;
    const inCorner = (place: LonLat): boolean => isInside(place, corner.geometry.coordinates[0]!);
    expect(town.facilities.filter((row) => inCorner(positionOf(row, "gcj02")))).toEqual([]);
    expect(town.residences.filter((row) => inCorner(positionOf(row, "bd09"))).length).toBeGreaterThan(3);
  });

  it("hold no telephone number that could be one", () => {
    expect(town.facilities.every((row) => /^0000-\d{7}$/.test(row["电话"]!))).toBe(true);
    expect(town.facilities.every((row) => row["地址"]!.startsWith("云溪示例区"))).toBe(true);
  });
});
