/** What readers ask of a release: pages, places near a point, units, shapes, columns for the engine. */
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { AgeGroup } from "../../server/import/age-groups.ts";
import { baseFeatures } from "../../server/store/base-map.ts";
import type { Database } from "../../server/store/database.ts";
import {
  facilitiesByIds,
  facilitiesNear,
  facilityByRef,
  facilityColumns,
  facilityCounts,
  facilityPage,
} from "../../server/store/facilities.ts";
import {
  ResidenceFlag,
  residenceByRef,
  residenceColumns,
  residencePage,
  residencesByIds,
} from "../../server/store/residences.ts";
import { boundaryShape, nearestCommunity, unitShapes, unitsAt } from "../../server/store/units.ts";
import { writeImport } from "../../server/store/write/write-import.ts";
import { box, community, dataset, facility, importOf, residence, rowsOf, streets } from "../support/prepared-import.ts";
import { describeOnBothStores } from "../support/stores.ts";

const COUNT = 257;

/** To the last bit, as written. */
const ENTRANCES = [
  [0.1 + 0.2, 0.7],
  [0.30000000000000016, 1e-7],
] as const;

describeOnBothStores("reading a release", (store) => {
  let releaseId = 0;

  beforeAll(async () => {
    // An older release of the same area, whose rows must never show.
    await writeImport(
      store.db,
      importOf("town", {
        streets: streets(),
        facilitiesOsm: rowsOf("facilities_osm", [facility("old", "clinic", 0.5, 0.5)]),
        residencesOsm: rowsOf("residences_osm", [residence("old", 0.5, 0.5)]),
      }),
    );
    const written = await writeImport(
      store.db,
      importOf("town", {
        streets: {
          ...streets(),
          baseFeatures: [
            ...streets().baseFeatures,
            { layer: "building", kind: "yes", name: null, geometry: box(0.2, 0.2, 0.3, 0.3) },
            {
              layer: "water",
              kind: "river",
              name: "金水河",
              geometry: { type: "Polygon", coordinates: box(0.6, 0, 0.7, 1).coordinates[0] },
            },
            { layer: "green", kind: "tree", name: null, geometry: { type: "Point", coordinates: [0.9, 0.1] } },
          ],
        },
        boundary: { ...dataset("boundary_osm", 1), geometry: box(-1, -1, 3, 3) },
        communitiesFile: rowsOf("communities_file", [
          community("a", box(0, 0, 1, 1), "东风"),
          community("b", box(1, 0, 2, 1), "东风"),
        ]),
        facilitiesFile: rowsOf("facilities_file", [
          ...Array.from({ length: COUNT }, (_, i) =>
            facility(`f${i}`, i % 3 === 0 ? "pharmacy" : "clinic", i / 200, 0.1 + 0.2),
          ),
          facility("equator-0", "market", 0, -0.5),
          { ...facility("equator-1", "market", 0.01, -0.5), openingHours: "周一至周五 9:00-17:00", capacity: 60 },
          facility("equator-2", "market", -0.01, -0.5),
        ]),
        residencesFile: rowsOf("residences_file", [
          ...Array.from({ length: COUNT }, (_, i) => residence(`${i}号院`, i / 200, 0.25, i % 5 === 0 ? null : i)),
          { ...residence("gated", 0.5, 0.7), entrances: ENTRANCES, ages: { from_60: 9, under_3: 0 } },
          { ...residence("shut", 0.6, 0.7), entrances: [], ages: { from_60: 4 } },
          { ...residence("estimated", 0.1 + 0.2, 0.7), kind: "compound", estimated: true, name: '一 "品" 苑\n\\' },
        ]),
      }),
    );
    releaseId = written.releaseId;
  });

  describe("pages", () => {
    it("lose and repeat nothing, whatever their size", async () => {
      for (const limit of [1, 7, 100, COUNT, 1000]) {
        const refs: string[] = [];
        let after = 0;
        while (true) {
          const page = await residencePage(store.db, releaseId, { after, limit }).execute();
          refs.push(...page.map(({ ref }) => ref));
          if (page.length < limit) break;
          after = page[page.length - 1].id;
        }
        expect(refs).toEqual([...Array.from({ length: COUNT }, (_, i) => `${i}号院`), "gated", "shut", "estimated"]);
        if (limit === 1) break;
      }
    });

    it("are filtered by category and box", async () => {
      const all = { after: 0, limit: 1000 };
      const pharmacies = await facilityPage(store.db, releaseId, { ...all, category: "pharmacy" }).execute();
      expect(pharmacies).toHaveLength(Math.ceil(COUNT / 3));
      const inBox = await facilityPage(store.db, releaseId, { ...all, bbox: [0.1, 0.2, 0.15, 0.4] }).execute();
      expect(inBox.map(({ ref }) => ref)).toEqual(Array.from({ length: 11 }, (_, i) => `f${20 + i}`));
      const residences = await residencePage(store.db, releaseId, { ...all, bbox: [0, 0, 0.01, 1] }).execute();
      expect(residences.map(({ ref }) => ref)).toEqual(["0号院", "1号院", "2号院"]);
    });

    it("carry the whole row", async () => {
      const [row] = await residenceByRef(store.db, releaseId, "estimated").execute();
      expect(row).toEqual({
        id: expect.any(Number),
        ref: "estimated",
        name: '一 "品" 苑\n\\',
        kind: "compound",
        lon: 0.1 + 0.2,
        lat: 0.7,
        originalX: 0.1 + 0.2,
        originalY: 0.7,
        originalCrs: "wgs84",
        source: "file",
        address: null,
        households: 10,
        residents: 30,
        ages: null,
        peopleSource: "footprint",
        householdsEstimated: true,
        agesEstimated: false,
        communityRef: "a",
        communityName: "a社区",
        subdistrictRef: "subdistrict/东风",
        subdistrictName: "东风",
      });
      const [found] = await facilityByRef(store.db, releaseId, "f3").execute();
      expect(found).toMatchObject({
        category: "pharmacy",
        lon: 0.015,
        lat: 0.1 + 0.2,
        communityRef: "a",
        source: "file",
      });
      expect(await facilityByRef(store.db, releaseId, "old").execute()).toEqual([]);
      expect(await residencesByIds(store.db, releaseId, [row.id]).execute()).toEqual([row]);
      expect(await facilitiesByIds(store.db, releaseId, [found.id]).execute()).toEqual([found]);
    });
  });

  it("counts facilities by category", async () => {
    expect(await facilityCounts(store.db, releaseId).execute()).toEqual([
      { category: "clinic", count: COUNT - Math.ceil(COUNT / 3) },
      { category: "market", count: 3 },
      { category: "pharmacy", count: Math.ceil(COUNT / 3) },
    ]);
  });

  it("finds facilities within a radius, nearest first, ties by id, the limit included", async () => {
    // One hundredth of a degree along the parallel at 0.5° south: 1,113.15 m on WGS 84 (6,378,137 m × cos φ′).
    const near = await facilitiesNear(store.db, releaseId, { lon: 0, lat: -0.5, radiusM: 1_200 }).execute();
    expect(near.map(({ ref }) => ref)).toEqual(["equator-0", "equator-1", "equator-2"]);
    expect(near[1].distanceM).toBeCloseTo(1_113.15, 1);
    const limit = near[1].distanceM;
    const at = async (radiusM: number) =>
      (await facilitiesNear(store.db, releaseId, { lon: 0, lat: -0.5, radiusM }).execute()).length;
    expect([await at(limit), await at(limit - 0.001)]).toEqual([3, 1]);
  });

  describe("columns", () => {
    it("of residences are the pages, by column", async () => {
      const columns = await residenceColumns(store.db, releaseId);
      const rows = await residencePage(store.db, releaseId, { after: 0, limit: 1000 }).execute();
      expect(columns.count).toBe(rows.length);
      expect([...columns.ids]).toEqual(rows.map(({ id }) => id));
      expect(columns.refs).toEqual(rows.map(({ ref }) => ref));
      expect(columns.names).toEqual(rows.map(({ name }) => name));
      expect([...columns.lonLat]).toEqual(rows.flatMap(({ lon, lat }) => [lon, lat]));
      expect([...columns.households]).toEqual(rows.map(({ households }) => households ?? -1));
      expect([...columns.residents]).toEqual(rows.map(({ residents }) => residents ?? -1));
      expect(columns.flags[0]).toBe(ResidenceFlag.FROM_FILE);
      expect(rows.map(({ peopleSource }) => peopleSource)).toEqual(
        rows.map(({ residents, householdsEstimated }) =>
          residents === null ? null : householdsEstimated ? "footprint" : "given",
        ),
      );
      expect([...columns.ages.keys()]).toEqual(["from_60", "under_3"]);
      for (const [group, counts] of columns.ages)
        expect([...counts]).toEqual(rows.map(({ ages }) => ages?.[group as AgeGroup] ?? -1));
      const entrancesAt = (ref: string) => columns.entrances[columns.refs.indexOf(ref)];
      expect([entrancesAt("gated"), entrancesAt("shut"), entrancesAt("1号院")]).toEqual([ENTRANCES.flat(), [], null]);
      expect(columns.flags[columns.count - 1]).toBe(
        ResidenceFlag.FROM_FILE + ResidenceFlag.COMPOUND + ResidenceFlag.ESTIMATED + ResidenceFlag.HOUSEHOLDS_ESTIMATED,
      );
      const units = await unitShapes(store.db, releaseId).execute();
      const refOf = new Map<number, string>(units.map(({ id, ref }) => [id, ref]));
      expect([...columns.communityIds].map((id) => refOf.get(id) ?? null)).toEqual(rows.map((row) => row.communityRef));
      expect([...columns.subdistrictIds].map((id) => refOf.get(id) ?? null)).toEqual(
        rows.map((row) => row.subdistrictRef),
      );
    });

    it("of facilities are the pages, by column", async () => {
      const columns = await facilityColumns(store.db, releaseId);
      const rows = await facilityPage(store.db, releaseId, { after: 0, limit: 1000 }).execute();
      expect(columns.count).toBe(rows.length);
      expect([...columns.ids]).toEqual(rows.map(({ id }) => id));
      expect(columns.refs).toEqual(rows.map(({ ref }) => ref));
      expect(columns.names).toEqual(rows.map(({ name }) => name));
      expect(columns.categories).toEqual(rows.map(({ category }) => category));
      expect([...columns.lonLat]).toEqual(rows.flatMap(({ lon, lat }) => [lon, lat]));
      expect([...columns.communityIds].filter((id) => id === -1)).toHaveLength(3);
      expect(columns.openingHours).toEqual(rows.map(({ openingHours }) => openingHours));
      expect([...columns.capacities]).toEqual(rows.map(({ capacity }) => capacity ?? -1));
      const served = (ref: string) => {
        const f = columns.refs.indexOf(ref);
        return [columns.openingHours[f], columns.capacities[f]];
      };
      expect([served("equator-1"), served("equator-0")]).toEqual([
        ["周一至周五 9:00-17:00", 60],
        [null, -1],
      ]);
    });

    it("of an area without places are empty", async () => {
      const { releaseId } = await writeImport(store.db, importOf("empty", { streets: streets() }));
      expect(await residenceColumns(store.db, releaseId)).toMatchObject({
        count: 0,
        refs: [],
        lonLat: new Float64Array(0),
      });
      expect(await facilityColumns(store.db, releaseId)).toMatchObject({ count: 0, refs: [], categories: [] });
    });
  });

  describe("units", () => {
    it("at a point come lowest ref first, border included", async () => {
      const at = async (lon: number, lat: number) =>
        (await unitsAt(store.db, releaseId, lon, lat).execute()).map(({ ref }) => ref);
      expect(await at(0.5, 0.5)).toEqual(["a", "subdistrict/东风"]);
      expect(await at(1, 0.5)).toEqual(["a", "b", "subdistrict/东风"]);
      expect(await at(2.5, 0.5)).toEqual([]);
    });

    it("nearest to a point is the one that contains it, else the nearest", async () => {
      const at = async (lon: number, lat: number) =>
        (await nearestCommunity(store.db, releaseId, lon, lat).execute()).map(({ ref, distanceM }) => [
          ref,
          Math.round(distanceM),
        ]);
      expect(await at(1.5, 0.5)).toEqual([["b", 0]]);
      expect(await at(1, 0.5)).toEqual([["a", 0]]);
      // A tenth of a degree of the equator.
      expect(await at(2.1, 0)).toEqual([["b", 11_132]]);
    });

    it("have shapes, and the area has a boundary", async () => {
      const shapes = await unitShapes(store.db, releaseId).execute();
      expect(JSON.parse(shapes[1].geometry)).toMatchObject({ type: "MultiPolygon" });
      expect(JSON.parse(shapes[1].geometry).coordinates[0][0]).toContainEqual([1, 1]);
      const { geometry } = await boundaryShape(store.db, releaseId).executeTakeFirstOrThrow();
      expect(JSON.parse(geometry)).toEqual(box(-1, -1, 3, 3));
    });
  });

  it("gives the base map by box and layer", async () => {
    const kinds = async (
      bbox: [number, number, number, number] | null,
      layers: Parameters<typeof baseFeatures>[2]["layers"],
    ) =>
      (await baseFeatures(store.db, releaseId, { bbox, layers }).execute()).map(({ layer, kind, name }) => [
        layer,
        kind,
        name,
      ]);
    expect(await kinds(null, ["street", "building", "water", "green", "railway"])).toEqual([
      ["street", "residential", "一号路"],
      ["building", "yes", null],
      ["water", "river", "金水河"],
      ["green", "tree", null],
    ]);
    expect(await kinds([0.65, 0.4, 0.66, 0.41], ["water", "building"])).toEqual([["water", "river", "金水河"]]);
    const [water] = await baseFeatures(store.db, releaseId, { bbox: null, layers: ["water"] }).execute();
    expect(JSON.parse(water.geometry)).toEqual({ type: "Polygon", coordinates: box(0.6, 0, 0.7, 1).coordinates[0] });
  });
});

describe("the SQL of builders", () => {
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });

  it("pages by key, never by offset", () => {
    const { sql, parameters } = residencePage(db, 7, { after: 41, limit: 10, bbox: [1, 2, 3, 4] }).compile();
    expect(sql).toContain('where "rr"."release_id" = $1 and "rr"."residence_id" > $2');
    expect(sql).toContain('"r"."geom" && ST_MakeEnvelope($3::float8, $4::float8, $5::float8, $6::float8, 4326)');
    expect(sql).toContain('"r"."lon" between $7::float8 and $8::float8');
    expect(sql).toMatch(/order by "rr"."residence_id" limit \$11$/);
    expect(parameters).toEqual([7, 41, 1, 2, 3, 4, 1, 3, 2, 4, 10]);
  });

  it("filters by category only where one is asked for", () => {
    expect(facilityPage(db, 7, { after: 0, limit: 10 }).compile().parameters).toEqual([7, 0, 10]);
    const { sql, parameters } = facilityPage(db, 7, { after: 0, limit: 10, category: "clinic" }).compile();
    expect(sql).toContain('"f"."category" = $3');
    expect(parameters).toEqual([7, 0, "clinic", 10]);
  });

  it("looks near a point through the index first", () => {
    const { sql } = facilitiesNear(db, 7, { lon: 1, lat: 2, radiusM: 500 }).compile();
    expect(sql).toContain("f.geom && ST_Buffer(");
    expect(sql).toMatch(/order by ST_Distance\(f\.geom::geography, .*\), "f"\."id"$/);
  });
});
