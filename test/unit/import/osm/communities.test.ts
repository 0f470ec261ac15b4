import { describe, expect, it } from "vitest";
import { takeAreas } from "../../../../server/import/osm/areas.ts";
import { isUnit, takeCommunities } from "../../../../server/import/osm/communities.ts";
import { around, elementsOf, type Pairs, squareNodes } from "./osm-file.ts";

/** One square per entry: `8 花园路` → level and name. */
async function unitsOf(...entries: string[]) {
  const nodes = {};
  const ways: Record<number, [string]> = {};
  const relations: Record<number, [string, Pairs]> = {};
  for (const [i, entry] of entries.entries()) {
    const [level, name] = entry.split(" ");
    const id = 10 * (i + 1);
    Object.assign(nodes, squareNodes(id, i, 0, 1));
    ways[id] = [around(id)];
    const tags = { type: "boundary", boundary: "administrative", admin_level: level };
    relations[id] = [`way/${id}@outer`, name ? { ...tags, name } : tags];
  }
  const elements = await elementsOf({ nodes, ways, relations });
  const { areas } = takeAreas(elements, isUnit);
  const { rows, refusals } = takeCommunities(areas, elements.file);
  return {
    units: rows.map(({ level, name }) => `${level} ${name}`),
    told: refusals.map(({ ref, reason }) => `${ref} ${reason}`),
    geometry: rows[0]?.geometry,
  };
}

describe("takeCommunities", () => {
  it("takes 10 and 8 as communities and subdistricts where both divide the area", async () => {
    const { units, told, geometry } = await unitsOf("8 东街", "8 西街", "10 甲", "10 乙", "10 丙", "6 区");
    expect(units).toEqual(["subdistrict 东街", "subdistrict 西街", "community 甲", "community 乙", "community 丙"]);
    expect(told).toEqual([]);
    expect(geometry).toMatchObject({
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
            [0, 0],
          ],
        ],
      ],
    });
  });

  it("takes the only level that divides the area as communities", async () => {
    expect((await unitsOf("8 Mosta", "8 Msida")).units).toEqual(["community Mosta", "community Msida"]);
  });

  it("sets a third level aside, and one with a single area", async () => {
    expect(await unitsOf("10 甲", "10 乙", "9 丙", "9 丁", "8 戊", "8 己")).toMatchObject({
      units: ["community 甲", "community 乙", "subdistrict 丙", "subdistrict 丁"],
      told: ["relation/50 level_left_aside", "relation/60 level_left_aside"],
    });
    expect(await unitsOf("10 甲", "8 东街", "8 西街")).toMatchObject({
      units: ["community 东街", "community 西街"],
      told: ["relation/10 level_left_aside"],
    });
  });

  it("refuses areas without a name", async () => {
    expect(await unitsOf("8 东街", "8", "8 西街")).toMatchObject({
      units: ["community 东街", "community 西街"],
      told: ["relation/20 name_missing"],
    });
  });

  it("refuses a border that crosses itself", async () => {
    const tags = { type: "boundary", boundary: "administrative", admin_level: "8", name: "结" };
    const elements = await elementsOf({
      // A bow tie whose lobes differ in size.
      nodes: { 1: [0, 0], 2: [3, 0], 3: [1, 2], 4: [2, 2] },
      ways: { 1: ["1 2 3 4 1"] },
      relations: { 7: ["way/1@outer", tags] },
    });
    const { areas } = takeAreas(elements, isUnit);
    const { rows, refusals } = takeCommunities(areas, elements.file);
    expect(rows).toEqual([]);
    expect(refusals).toMatchObject([{ ref: "relation/7", reason: "ring_crosses_itself", field: "geometry" }]);
  });
});
