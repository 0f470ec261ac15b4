/** Gate of a whole area: from the bytes of a snapshot to a run of every category, kept in a database and asked for there. @module */
import { sql } from "kysely";
import { OpenArea, type ReleaseContent } from "../../server/analysis/open-area.ts";
import { walksToCategory } from "../../server/coverage/category-walks.ts";
import type { Facilities, Residences } from "../../server/coverage/people.ts";
import { startsOf } from "../../server/coverage/starts.ts";
import type { FacilityRow, ResidenceRow } from "../../server/import/rows.ts";
import { readSnapshot } from "../../server/network/snapshot.ts";
import type { WalkPool } from "../../server/reach/pool/walk-pool.ts";
import { createWalker, openStreets } from "../../server/reach/walker.ts";
import { computeRun } from "../../server/runs/compute.ts";
import { questionOf } from "../../server/runs/question.ts";
import { deleteRun, insertRun, saveRun } from "../../server/store/analysis-runs.ts";
import type { Store } from "../../server/store/open.ts";
import { profileOf } from "../support/profiles.ts";
import { type Gate, milliseconds } from "./support/gates.ts";
import { median, timed } from "./support/timing.ts";

const ROUNDS = 9;
const MINUTES = [5, 10, 15];
const RUN = "bench";

/** The run is the product's own: walks, sums by unit at three limits, all of it stored. @param store with nothing in it */
export async function wholeArea(
  snapshot: Uint8Array,
  homes: readonly ResidenceRow[],
  places: readonly FacilityRow[],
  { db }: Store,
  pool: WalkPool,
): Promise<Gate[]> {
  await sql`insert into area (id, name, demo) values (${RUN}, ${RUN}, false)`.execute(db);
  const made = await sql<{ id: number }>`insert into release (area_id, number) values (${RUN}, 1) returning id`.execute(
    db,
  );
  const releaseId = made.rows[0].id;
  const residences = residenceColumns(homes);
  const facilities = facilityColumns(places);
  const { categories } = facilities;
  const adult = profileOf("adult");
  const engineMs: number[] = [];
  const whole = await timed(ROUNDS, 3, async (round) => {
    await deleteRun(db, RUN).execute();
    const before = performance.now();
    walksToAll(snapshot, residences, facilities);
    const start = performance.now();
    if (round >= 0) engineMs.push(start - before);
    const content = { ...NOWHERE, releaseId, network: readSnapshot(snapshot), residences, facilities };
    const area = new OpenArea(content, new Map([[adult.id, adult]]), new Set(categories), pool);
    const asked = { categories: null, profiles: [adult.id], minutes: MINUTES, at: null, scenario: null };
    const question = questionOf(area, asked);
    const run = await computeRun(area, question, () => {}, new AbortController().signal);
    await insertRun(db, { id: RUN, areaId: RUN, releaseId, question, pins: run.result.pins }).execute();
    await saveRun(db, RUN, run.places, run.walks, { text: JSON.stringify(run.result), sha256: "" });
    const stored = await coveredInStore(db);
    return { run, stored };
  });
  const { run, stored } = whole.result;
  const covered = run.result.coverage
    .filter(({ minutes }) => minutes === MINUTES[2])
    .reduce((sum, { whole: { residences: tally } }) => sum + tally.covered, 0);
  if (covered !== stored) throw new Error(`${covered} residences are covered, ${stored} by the store`);
  const ms = whole.ms - median(engineMs);
  return [
    {
      what: `coverage of ${categories.length} categories × ${residences.count} residences, snapshot to stored and queried`,
      ours: milliseconds(ms),
      peer: `${milliseconds(median(engineMs))} the engine alone`,
      ratio: ms / median(engineMs),
      bound: { most: 3 },
    },
  ];
}

const NOWHERE: Omit<ReleaseContent, "releaseId" | "network" | "residences" | "facilities"> = {
  areaId: RUN,
  release: 1,
  datasets: {},
  communities: [],
  communityShapes: [],
  subdistricts: [],
  subdistrictShapes: [],
};

/** From the same bytes, the walks and nothing else. */
function walksToAll(snapshot: Uint8Array, residences: Residences, facilities: Facilities): Int32Array[] {
  const walker = createWalker(openStreets(readSnapshot(snapshot)), profileOf("adult"));
  const starts = startsOf(walker, walker, residences);
  return facilities.categories.map(
    (_, category) => walksToCategory(walker, walker, starts, facilities, category).totalMm,
  );
}

async function coveredInStore(db: Store["db"]): Promise<number> {
  const { rows } = await sql<{ stored: number }>`select count(*)::int as stored from analysis_run_length
    where run_id = ${RUN} and total_mm <= ${MINUTES[2] * 60 * 1200}`.execute(db);
  return rows[0].stored;
}

function residenceColumns(rows: readonly ResidenceRow[]): Residences {
  const nobody = new Int32Array(rows.length).fill(-1);
  return {
    count: rows.length,
    ref: rows.map(({ ref }) => ref),
    lon: Float64Array.from(rows, ({ position }) => position[0]),
    lat: Float64Array.from(rows, ({ position }) => position[1]),
    households: nobody,
    residents: nobody,
    ages: new Map(),
    entrances: rows.map(() => null),
    compound: new Uint8Array(rows.length),
    estimated: new Uint8Array(rows.length),
    peopleSource: new Uint8Array(rows.length),
    name: rows.map(() => null),
    community: nobody,
    subdistrict: nobody,
  };
}

function facilityColumns(rows: readonly FacilityRow[]): Facilities {
  const categories = [...new Set(rows.map(({ category }) => category))].sort();
  const nowhere = new Int32Array(rows.length).fill(-1);
  return {
    count: rows.length,
    ref: rows.map(({ ref }) => ref),
    name: rows.map(({ name }) => name),
    category: Int32Array.from(rows, ({ category }) => categories.indexOf(category)),
    categories,
    lon: Float64Array.from(rows, ({ position }) => position[0]),
    lat: Float64Array.from(rows, ({ position }) => position[1]),
    openingHours: rows.map(({ openingHours }) => openingHours),
    capacity: Int32Array.from(rows, ({ capacity }) => capacity ?? -1),
    community: nowhere,
    subdistrict: nowhere,
  };
}
