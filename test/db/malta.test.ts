/** A whole country through the whole path, on both stores: command line in, command line, API and tiles out, all agreeing. */
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "../../server/analysis/desk.ts";
import { loadProfiles } from "../../server/analysis/profiles.ts";
import { RuleBook } from "../../server/analysis/spacing-rules.ts";
import { buildApp } from "../../server/api/app.ts";
import { loadCatalogue } from "../../server/import/categories.ts";
import { checkArea } from "../../server/intake/check-area.ts";
import { importArea } from "../../server/intake/import-area.ts";
import { ImportRuns } from "../../server/intake/runs.ts";
import { Uploads } from "../../server/intake/uploads.ts";
import { CoverageRuns } from "../../server/runs/coverage-runs.ts";
import { SitingRuns } from "../../server/runs/siting-runs.ts";
import { currentRelease } from "../../server/store/areas.ts";
import { openStore, type Store, type StoreSettings } from "../../server/store/open.ts";
import { circle } from "../support/circle.ts";
import { describeWith, type Requirement } from "../support/requirements.ts";
import { sharedData } from "../support/shared-data.ts";
import { embeddedFolder, freshDatabase } from "../support/stores.ts";
import { decodeTile, tilesOver } from "../support/tiles-of.ts";

const QUESTION = "area=malta&category=pharmacy&minutes=15&profile=adult";
const LIMIT_MM = 1_080_000;
const STORES: { kind: StoreSettings["kind"]; needs: Requirement[] }[] = [
  { kind: "embedded", needs: ["shared data"] },
  { kind: "postgres", needs: ["shared data", "postgis"] },
];

type Row = Record<string, string>;

describe.each(STORES)("Malta · $kind", ({ kind, needs }) => {
  describeWith(needs, "imported by the command line", () => {
    let place: Awaited<ReturnType<typeof placeOf>>;
    let store: Store;
    let app: Awaited<ReturnType<typeof buildApp>>;
    let printed: Row[];
    let residences: Row[];
    const get = async (path: string) => (await app.inject(`/api/v1${path}`)).json();

    beforeAll(async () => {
      place = await placeOf(kind);
      const osm = sharedData("malta/malta-2016.osm.pbf")!;
      await run(["import", "malta", "--osm", osm, "--refused", join(place.folder, "refused.csv")]);
      printed = table(await run(["coverage", "malta", "--category", "pharmacy"]));
      residences = table(await run(["coverage", "malta", "--category", "pharmacy", "--by", "residence"]));
      store = await openStore(place.settings);
      const profiles = await loadProfiles();
      const catalogue = await loadCatalogue();
      const desk = new Desk(store, profiles, catalogue);
      const imports = new ImportRuns(importArea.bind(null, store), checkArea.bind(null, store), () => {});
      const coverageRuns = new CoverageRuns(store, desk, () => {});
      const sitingRuns = new SitingRuns(desk, () => {});
      const spacingRules = new RuleBook((code) => catalogue.byCode.has(code), null);
      app = await buildApp(
        {
          store,
          desk,
          profiles,
          catalogue,
          imports,
          uploads: new Uploads(),
          coverageRuns,
          sitingRuns,
          spacingRules,
          webRoot: null,
        },
        "silent",
      );
    });
    afterAll(async () => {
      await app?.close();
      await store?.close();
      await place?.remove();
    });

    async function run(args: readonly string[]): Promise<string> {
      const { code, stdout, stderr } = await circle(args, place.env);
      expect(code, stderr).toBe(0);
      return stdout;
    }

    it("takes what the extract is known to hold", async () => {
      const { items } = await get("/areas/malta/categories");
      const counts = Object.fromEntries(items.map(({ code, count }: { code: string; count: number }) => [code, count]));
      expect(counts).toMatchObject({ pharmacy: 71, convenience_store: 94, supermarket: 92, hospital: 24, clinic: 7 });
      const streets = await store.db
        .selectFrom("base_feature")
        .select(({ fn }) => fn.countAll<number>().as("ways"))
        .where("layer", "=", "street")
        .executeTakeFirstOrThrow();
      expect(streets.ways).toBe(21_137);
      const { counts: ofArea, peopleEstimated, attribution } = await get("/areas/malta");
      expect(ofArea).toMatchObject({ facilities: 3850, residences: 2315 });
      expect([peopleEstimated, attribution]).toEqual([true, "© OpenStreetMap contributors"]);
    });

    it("prints the coverage that the API answers", async () => {
      const { whole, limitM } = await get(`/coverage?${QUESTION}&by=area`);
      expect(limitM).toBe(LIMIT_MM / 1000);
      expect(printed).toHaveLength(1);
      for (const what of ["residences", "households", "residents"]) {
        for (const part of ["total", "covered", "uncovered", "unknown"]) {
          expect([what, part, Number(printed[0][`${what}_${part}`])]).toEqual([what, part, whole[what][part]]);
        }
      }
      expect(whole.residences.covered).toBeGreaterThan(0);
      expect(whole.facilities).toBe(71);
    });

    it("draws in its tiles what it prints", async () => {
      const { bbox, release } = await get("/areas/malta");
      const shown = new Map<string, Record<string, unknown>>();
      for (const address of tilesOver(bbox, 11)) {
        const path = `/tiles/residences/11/${address.x}/${address.y}.mvt?area=malta&v=${release}&category=pharmacy&profile=adult`;
        const { rawPayload } = await app.inject(`/api/v1${path}`);
        for (const { properties } of decodeTile(rawPayload, address).residences ?? []) {
          shown.set(properties?.ref, properties ?? {});
        }
      }
      const verdicts = [...shown.values()].map(({ unknown, mm, residents }) => ({
        verdict: unknown === true ? "unknown" : typeof mm === "number" && mm <= LIMIT_MM ? "covered" : "uncovered",
        residents: Number(residents ?? 0),
      }));
      for (const part of ["covered", "uncovered", "unknown"]) {
        const ofPart = verdicts.filter(({ verdict }) => verdict === part);
        const people = ofPart.reduce((sum, { residents }) => sum + residents, 0);
        expect([part, ofPart.length, people]).toEqual([
          part,
          Number(printed[0][`residences_${part}`]),
          Number(printed[0][`residents_${part}`]),
        ]);
      }
    });

    it("sums communities as SQL does over the exported walks and the stored shapes", async () => {
      const { releaseId } = (await currentRelease(store.db, "malta"))!;
      const refs = JSON.stringify(residences.map(({ ref, total_m }) => ({ ref, m: total_m === "" ? null : total_m })));
      const { rows } = await sql<{ name: string; covered: number; residents: number }>`
        with walk as (
          select ref, m::float8 as metres from jsonb_to_recordset(${refs}::jsonb) as w (ref text, m text)
        ), placed as (
          select distinct on (r.id) r.residents, walk.metres, u.ref as unit
          from residence r
          join release_dataset d on d.dataset_id = r.dataset_id and d.release_id = ${releaseId}
          join walk on walk.ref = r.ref
          join unit u on u.level = 'community' and ST_Intersects(u.geom, r.geom)
          order by r.id, u.ref collate "C"
        )
        select unit as name, count(*) filter (where metres <= ${LIMIT_MM / 1000}::float8) as covered,
          coalesce(sum(residents) filter (where metres <= ${LIMIT_MM / 1000}::float8), 0)::int8 as residents
        from placed group by unit`.execute(store.db);
      const bySql = new Map(rows.map(({ name, covered, residents }) => [name, [covered, residents]]));
      const { units } = await get(`/coverage?${QUESTION}&by=community`);
      type Unit = { ref: string | null; residences: { covered: number }; residents: { covered: number } };
      const named = units.filter(({ ref }: Unit) => ref !== null);
      expect(named.length).toBeGreaterThan(20);
      for (const { ref, residences: homes, residents } of named as (Unit & { ref: string })[]) {
        expect([ref, homes.covered, residents.covered]).toEqual([ref, ...(bySql.get(ref) ?? [0, 0])]);
      }
    });
  });
});

/** Where the store lies, for a process of its own and for this one. */
async function placeOf(kind: StoreSettings["kind"]) {
  const { dataDir: folder, remove } = await embeddedFolder();
  if (kind === "embedded") {
    return { folder, remove, env: { DATA_DIR: folder }, settings: { kind, dataDir: folder } as const };
  }
  const { url, drop } = await freshDatabase();
  return {
    folder,
    env: { DATA_DIR: folder, DATABASE_URL: url },
    settings: { kind, url } as const,
    async remove() {
      await drop();
      remove();
    },
  };
}

/** Rows of a CSV whose cells hold no commas. */
function table(csv: string): Row[] {
  const [header, ...rows] = csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])));
}
