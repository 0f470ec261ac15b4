/** Importing: datasets, releases, precedence, units, and a store that a failure leaves as it was. */
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { DomainError } from "../../server/base/errors.ts";
import { currentRelease, listAreas, releaseByNumber } from "../../server/store/areas.ts";
import { facilityPage } from "../../server/store/facilities.ts";
import { networkSnapshot } from "../../server/store/networks.ts";
import { refusalPage } from "../../server/store/refusals.ts";
import { residencePage } from "../../server/store/residences.ts";
import { writeImport } from "../../server/store/write/write-import.ts";
import { dataset, facility, importOf, residence, rowsOf, streets } from "../support/prepared-import.ts";
import { describeOnBothStores, type TestStore } from "../support/stores.ts";

const ALL = { after: 0, limit: 1000 };

async function facilityRefs(store: TestStore, areaId: string): Promise<string[]> {
  const release = await currentRelease(store.db, areaId);
  return (await facilityPage(store.db, release!.releaseId, ALL).execute()).map(({ ref }) => ref).sort();
}

async function residenceRows(store: TestStore, areaId: string) {
  const release = await currentRelease(store.db, areaId);
  return residencePage(store.db, release!.releaseId, ALL).execute();
}

/** Every row of every table, to see that nothing changed. */
async function everything(store: TestStore): Promise<string> {
  const tables = await store.db.introspection.getTables();
  const counts: string[] = [];
  for (const { name } of tables.filter(({ schema, isView }) => schema === "public" && !isView)) {
    const { rows } = await sql<{ all: string }>`
      select md5(coalesce(string_agg(t::text, ';' order by t::text), '')) as all from ${sql.table(name)} t
    `.execute(store.db);
    counts.push(`${name} ${rows[0].all}`);
  }
  return counts.join("\n");
}

describeOnBothStores("importing", (store) => {
  describe("the first import of an area", () => {
    it("makes its datasets and release 1", async () => {
      const written = await writeImport(store.db, {
        ...importOf("jinshui", {
          areaName: "金水示例区",
          demo: true,
          streets: streets(),
          residencesFile: rowsOf("residences_file", [residence("r1", 0.1, 0.2, 12), residence("r2", 0.3, 0.4, null)]),
          facilitiesOsm: {
            ...rowsOf("facilities_osm", [facility("node/1", "pharmacy", 0.5, 0.5)]),
            refusals: [
              {
                file: "f.csv",
                row: 3,
                ref: null,
                reason: "lon_range",
                field: "经度",
                value: "213",
                expected: "−180 … 180",
              },
              { file: "f.csv", row: 9, ref: null, reason: "lon_range", field: "经度", value: null, expected: null },
            ],
          },
        }),
      });
      expect(written).toMatchObject({ areaId: "jinshui", release: 1 });
      expect(written.datasets.map(({ kind, version, isNew }) => [kind, version, isNew])).toEqual([
        ["facilities_osm", 1, true],
        ["residences_file", 1, true],
        ["streets", 1, true],
      ]);
      expect(written.datasets[0]).toMatchObject({ taken: 1, refused: 2, refusedBy: { lon_range: 2 }, setAside: {} });
      const refusals = await refusalPage(store.db, written.datasets[0].datasetId, { after: 1, limit: 10 }).execute();
      expect(refusals).toEqual([
        { seq: 2, file: "f.csv", row: 9, ref: null, reason: "lon_range", field: "经度", value: null, expected: null },
      ]);
    });

    it("is what readers then see", async () => {
      const release = await currentRelease(store.db, "jinshui");
      expect(release).toMatchObject({
        areaId: "jinshui",
        name: "金水示例区",
        demo: true,
        release: 1,
        bbox: [0, 0, 1, 1],
        peopleEstimated: false,
        counts: {
          streetsKm: 1.5,
          junctions: 2,
          facilities: 1,
          residences: 2,
          households: 12,
          residents: 36,
          communities: 0,
          subdistricts: 0,
        },
      });
      expect(release?.releasedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(release?.datasets.map(({ kind, file, crs }) => [kind, file, crs])).toEqual([
        ["facilities_osm", "facilities_osm.csv", "wgs84"],
        ["residences_file", "residences_file.csv", "wgs84"],
        ["streets", "streets.csv", "wgs84"],
      ]);
      expect(await listAreas(store.db)).toEqual([release]);
      expect(await currentRelease(store.db, "nowhere")).toBeNull();
      const snapshot = await networkSnapshot(store.db, release!.releaseId).executeTakeFirstOrThrow();
      expect(snapshot).toMatchObject({ format: 1, block: new Uint8Array([1, 2, 3, 255]), summary: { edges: 1 } });
    });

    it("needs streets", async () => {
      const before = await everything(store);
      const bare = importOf("bare", { residencesFile: rowsOf("residences_file", [residence("r1", 0, 0)]) });
      await expect(writeImport(store.db, bare)).rejects.toMatchObject({ code: "area_without_streets", kind: "input" });
      expect(await everything(store)).toBe(before);
    });
  });

  describe("importing again", () => {
    const first = () =>
      importOf("town", {
        areaName: "旧名",
        streets: streets(),
        facilitiesOsm: rowsOf("facilities_osm", [
          facility("node/1", "pharmacy", 0.1, 0.1),
          facility("node/2", "clinic", 0.2, 0.2),
          facility("node/3", "school", 0.3, 0.3),
        ]),
        residencesOsm: rowsOf("residences_osm", [residence("way/1", 0.1, 0.1), residence("way/2", 0.2, 0.2)]),
      });

    it("carries over what it does not bring, and readers of the old release still find it", async () => {
      await writeImport(store.db, first());
      const old = await currentRelease(store.db, "town");
      const written = await writeImport(
        store.db,
        importOf("town", {
          facilitiesFile: rowsOf("facilities_file", [
            facility("1", "pharmacy", 0.5, 0.5),
            facility("node/3", "market", 0.6, 0.6),
          ]),
        }),
      );
      expect(written.release).toBe(2);
      expect(written.datasets.map(({ kind, version, isNew }) => [kind, version, isNew])).toEqual([
        ["facilities_file", 1, true],
        ["facilities_osm", 1, false],
        ["residences_osm", 1, false],
        ["streets", 1, false],
      ]);
      expect(await facilityRefs(store, "town")).toEqual(["1", "node/2", "node/3"]);
      expect((await facilityPage(store.db, old!.releaseId, ALL).execute()).map(({ ref }) => ref)).toEqual([
        "node/1",
        "node/2",
        "node/3",
      ]);
      expect((await currentRelease(store.db, "town"))?.name).toBe("旧名");
      expect(await releaseByNumber(store.db, "town", 1)).toEqual(old);
    });

    it("counts what the file set aside, with the reason", async () => {
      const release = await currentRelease(store.db, "town");
      const osm = release?.datasets.find(({ kind }) => kind === "facilities_osm");
      expect(osm?.setAside).toEqual({ category_in_facilities_file: 1, ref_in_facilities_file: 1 });
      expect(release?.counts.facilities).toBe(3);
    });

    it("with a residences file sets the homes of OSM aside", async () => {
      const written = await writeImport(
        store.db,
        importOf("town", { residencesFile: rowsOf("residences_file", [residence("小区-1", 0.4, 0.4, 200)]) }),
      );
      expect((await residenceRows(store, "town")).map(({ ref, source }) => [ref, source])).toEqual([
        ["小区-1", "file"],
      ]);
      const osm = written.datasets.find(({ kind }) => kind === "residences_osm");
      expect(osm?.setAside).toEqual({ residences_file_given: 2 });
      expect(written.counts).toMatchObject({ residences: 1, households: 200, residents: 600 });
    });

    it("with a new extract replaces everything from OSM and keeps the files", async () => {
      const written = await writeImport(
        store.db,
        importOf("town", {
          areaName: "新名",
          streets: streets(),
          facilitiesOsm: rowsOf("facilities_osm", [facility("node/2", "clinic", 0.2, 0.2)]),
        }),
      );
      expect(written.datasets.map(({ kind, version, isNew }) => [kind, version, isNew])).toEqual([
        ["facilities_file", 1, false],
        ["facilities_osm", 2, true],
        ["residences_file", 1, false],
        ["streets", 2, true],
      ]);
      expect(await facilityRefs(store, "town")).toEqual(["1", "node/2", "node/3"]);
      expect(await currentRelease(store.db, "town")).toMatchObject({ name: "新名", release: 4 });
    });

    it("the same again is a new version with the same contents", async () => {
      const before = await residenceRows(store, "town");
      const file = rowsOf("residences_file", [residence("小区-1", 0.4, 0.4, 200)]);
      const written = await writeImport(store.db, importOf("town", { residencesFile: file }));
      expect(written.datasets.find(({ kind }) => kind === "residences_file")?.version).toBe(2);
      const after = await residenceRows(store, "town");
      expect(after.map(({ id: _, ...row }) => row)).toEqual(before.map(({ id: _, ...row }) => row));
    });
  });

  describe("an import that fails", () => {
    it("leaves the store as it was, whatever failed and whenever", async () => {
      await writeImport(store.db, importOf("failing-town", { streets: streets() }));
      const before = await everything(store);
      const many = Array.from({ length: 45_000 }, (_, i) => residence(`r${i}`, i / 100_000, 0));
      const failing = [
        importOf("failing-town", {
          residencesFile: rowsOf("residences_file", [...many, residence("beyond", 181, 0)]),
        }),
        importOf("failing-town", { residencesFile: rowsOf("residences_file", [...many, residence("r7", 0, 0)]) }),
        importOf("new-town", {
          streets: streets(),
          residencesFile: rowsOf("residences_file", [residence("x", 0, 91)]),
        }),
      ];
      for (const prepared of failing) {
        await expect(writeImport(store.db, prepared)).rejects.toThrow();
        expect(await everything(store)).toBe(before);
      }
    });

    it("names the ref that is given twice", async () => {
      const file = rowsOf("facilities_file", [facility("7", "clinic", 0, 0), facility("7", "clinic", 1, 1)]);
      const failing = writeImport(store.db, importOf("failing-town", { facilitiesFile: file }));
      await expect(failing).rejects.toBeInstanceOf(DomainError);
      await expect(failing).rejects.toMatchObject({
        code: "ref_repeated",
        fields: { file: "facilities_file.csv", kind: "facilities_file", value: "7" },
      });
    });

    it("says where a boundary crosses itself", async () => {
      const bowTie = [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ];
      const boundary = {
        ...dataset("boundary_file", 1),
        geometry: { type: "MultiPolygon" as const, coordinates: [[bowTie]] },
      };
      await expect(writeImport(store.db, importOf("failing-town", { boundary }))).rejects.toMatchObject({
        code: "boundary_self_crossing",
        fields: { value: expect.stringContaining("0.5 0.5") },
      });
    });

    it("stops between batches when it is asked to", async () => {
      const before = await everything(store);
      const stop = new AbortController();
      const rows = Array.from({ length: 45_000 }, (_, i) => residence(`r${i}`, i / 100_000, 0));
      const told: number[] = [];
      const importing = writeImport(
        store.db,
        importOf("failing-town", { residencesFile: rowsOf("residences_file", rows) }),
        {
          signal: stop.signal,
          onProgress: ({ step, done, total }) => {
            expect([step, total]).toEqual(["residences_file", 45_000]);
            told.push(done);
            if (done === 20_000) stop.abort();
          },
        },
      );
      await expect(importing).rejects.toMatchObject({ code: "import_cancelled" });
      expect(told).toEqual([0, 20_000]);
      expect(await everything(store)).toBe(before);
    });
  });

  describe("two imports of one area at once", () => {
    it("follow one another, and both count", async () => {
      await writeImport(store.db, importOf("busy-town", { streets: streets() }));
      const [a, b] = await Promise.all([
        writeImport(
          store.db,
          importOf("busy-town", { facilitiesFile: rowsOf("facilities_file", [facility("f", "clinic", 0, 0)]) }),
        ),
        writeImport(
          store.db,
          importOf("busy-town", { residencesFile: rowsOf("residences_file", [residence("r", 0, 0)]) }),
        ),
      ]);
      expect([a.release, b.release].sort()).toEqual([2, 3]);
      expect((await currentRelease(store.db, "busy-town"))?.counts).toMatchObject({ facilities: 1, residences: 1 });
    });
  });
});
