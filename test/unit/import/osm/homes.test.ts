import { describe, expect, it } from "vitest";
import { takeAreas } from "../../../../server/import/osm/areas.ts";
import { homeKind, isResidentialLand, takeHomes } from "../../../../server/import/osm/homes.ts";
import { around, elementsOf, type Pairs, squareNodes, tagsOf } from "./osm-file.ts";

/** 0.0001° is about 11.1 m: a footprint of 123.09 m² at the equator. */
const SIDE = 0.0001;

/** One building per set of tags; those of the first list stand on residential land. */
async function homesOf(onLand: readonly Pairs[], elsewhere: readonly Pairs[] = []) {
  const nodes = { ...squareNodes(1, -0.5, -0.5, 1), ...squareNodes(5, 0.5, -0.5, 1) };
  const ways: Record<number, [string, Pairs?]> = {
    1: [around(1), { landuse: "residential" }],
    2: [around(5), { landuse: "retail" }],
  };
  for (const [i, tags] of [...onLand, ...elsewhere].entries()) {
    const first = 100 + 10 * i;
    Object.assign(nodes, squareNodes(first, i < onLand.length ? 0 : 0.7, 0, SIDE));
    ways[first] = [around(first), tags];
  }
  const elements = await elementsOf({ nodes, ways });
  const { areas } = takeAreas(elements, (tags) => homeKind(tags) !== null || isResidentialLand(tags));
  return takeHomes(areas, elements.file, () => null);
}

async function peopleOf(tags: Pairs) {
  const { rows, refusals } = await homesOf([tags]);
  return [rows[0].households, rows[0].residents, ...refusals.map(({ reason, value }) => `${reason} ${value}`)];
}

describe("homeKind", () => {
  it.each(["apartments", "residential", "house", "dormitory", "terrace", "detached", "semidetached_house"])(
    "%s is a home",
    (building) => {
      expect(homeKind(tagsOf({ building }))).toBe("always");
      expect(homeKind(tagsOf({ building, shop: "yes" }))).toBe("always");
    },
  );

  it("takes building=yes for a home on residential land, without another use", () => {
    expect(homeKind(tagsOf({ building: "yes" }))).toBe("on residential land");
    expect(homeKind(tagsOf({ building: "yes", shop: "no", name: "3号楼" }))).toBe("on residential land");
    for (const use of [
      "amenity",
      "shop",
      "office",
      "tourism",
      "leisure",
      "craft",
      "healthcare",
      "man_made",
      "religion",
    ]) {
      expect(homeKind(tagsOf({ building: "yes", [use]: "something" }))).toBeNull();
    }
  });

  it.each(["no", "school", "commercial", "garage", "roof", "construction"])("%s is none", (building) => {
    expect(homeKind(tagsOf({ building }))).toBeNull();
  });
});

describe("what the estimates rest on", () => {
  it("is counted: flats that are given, storeys that are assumed", async () => {
    const { estimates, rows } = await homesOf([
      { building: "apartments", "building:flats": "12" },
      { building: "apartments", "building:levels": "3" },
      { building: "apartments" },
      { building: "apartments", "building:levels": "many" },
      { building: "dormitory" },
      // One household, whatever its height.
      { building: "house" },
    ]);
    expect(estimates).toEqual({ homes: 6, flatsGiven: 1, levelsAssumed: 3 });
    expect(rows.map(({ flatsCounted }) => flatsCounted)).toEqual([true, false, false, false, false, false]);
  });
});

describe("takeHomes", () => {
  it("takes building=yes on residential land alone, named homes anywhere", async () => {
    const { rows } = await homesOf(
      [{ building: "yes", name: "in" }],
      [
        { building: "yes", name: "out" },
        { building: "house", name: "house" },
      ],
    );
    expect(rows.map(({ name }) => name)).toEqual(["in", "house"]);
  });

  it("stands at a point inside the footprint and carries ref, name and address", async () => {
    const { rows } = await homesOf([
      { building: "house", "addr:housename": "小院", "addr:street": "人民路", "addr:housenumber": "8" },
    ]);
    expect(rows[0]).toMatchObject({
      ref: "way/100",
      name: "小院",
      kind: "building",
      address: "人民路 8",
      estimated: true,
    });
    expect(rows[0].position[0]).toBeCloseTo(SIDE / 2, 7);
    expect(rows[0].original).toEqual({ x: rows[0].position[0], y: rows[0].position[1], crs: "wgs84" });
  });

  it("estimates households by floor area, residents by 2.62 a household", async () => {
    // 123.09 m² × 10 levels ÷ 100 m² = 12.3 households; × 2.62 = 31.4 persons.
    expect(await peopleOf({ building: "apartments", "building:levels": "10" })).toEqual([12, 31]);
    // Without levels: 6 for blocks, 3 for `yes`.
    expect(await peopleOf({ building: "apartments" })).toEqual([7, 18]);
    expect(await peopleOf({ building: "yes" })).toEqual([4, 10]);
    expect(await peopleOf({ building: "terrace", "building:levels": "0.5" })).toEqual([1, 3]);
  });

  it("takes one household for a house, whatever its size", async () => {
    for (const building of ["house", "detached", "semidetached_house"])
      expect(await peopleOf({ building, "building:levels": "30" })).toEqual([1, 3]);
  });

  it("takes dormitory places by floor area, and no family households", async () => {
    expect(await peopleOf({ building: "dormitory", "building:levels": "4" })).toEqual([0, 41]);
  });

  it("uses a given number of flats", async () => {
    expect(await peopleOf({ building: "apartments", "building:flats": "48", "building:levels": "2" })).toEqual([
      48, 126,
    ]);
    expect(await peopleOf({ building: "house", "building:flats": "2" })).toEqual([2, 5]);
  });

  it("says where levels or flats cannot be read", async () => {
    expect(await peopleOf({ building: "apartments", "building:levels": "5;6" })).toEqual([
      7,
      18,
      "levels_unreadable 5;6",
    ]);
    expect(await peopleOf({ building: "apartments", "building:flats": "many", "building:levels": "0" })).toEqual([
      7,
      18,
      "flats_unreadable many",
      "levels_unreadable 0",
    ]);
  });

  it("measures a building with a courtyard without it, and stands in its built part", async () => {
    const elements = await elementsOf({
      nodes: { ...squareNodes(1, 0, 0, 0.001), ...squareNodes(11, 0.00025, 0.00025, 0.0005) },
      ways: { 1: [around(1)], 2: [around(11)] },
      relations: {
        7: ["way/1@outer way/2@inner", { type: "multipolygon", building: "apartments", "building:levels": "1" }],
      },
    });
    const { areas } = takeAreas(elements, (tags) => homeKind(tags) !== null);
    const { rows } = takeHomes(areas, elements.file, () => null);
    // 12,309 m² less a quarter.
    expect(rows[0]).toMatchObject({ ref: "relation/7", households: 92 });
    const [lon, lat] = rows[0].position;
    expect(lon > 0.00025 && lon < 0.00075 && lat > 0.00025 && lat < 0.00075).toBe(false);
  });
});
