/** Gate of a whole area: from the bytes of a snapshot to coverage of every category, stored in a database and asked for there. @module */
import type postgres from "postgres";
import { UNREACHED } from "../../server/base/units.ts";
import { walksToCategory } from "../../server/coverage/category-walks.ts";
import type { Facilities, Residences } from "../../server/coverage/people.ts";
import { startsOf } from "../../server/coverage/starts.ts";
import type { FacilityRow, ResidenceRow } from "../../server/import/rows.ts";
import { readSnapshot } from "../../server/network/snapshot.ts";
import { createWalker, openStreets } from "../../server/reach/walker.ts";
import { profileOf } from "../support/profiles.ts";
import { type Gate, milliseconds } from "./support/gates.ts";
import { median, timed } from "./support/timing.ts";

const ROUNDS = 9;
const LIMIT_MM = 1_080_000;

/** A category is one row: the walks of all residences as an array, in their order, which SQL takes apart again. */
export async function wholeArea(
  snapshot: Uint8Array,
  homes: readonly ResidenceRow[],
  places: readonly FacilityRow[],
  sql: postgres.Sql,
): Promise<Gate[]> {
  const residences = residenceColumns(homes);
  const facilities = facilityColumns(places);
  await sql.unsafe("drop table if exists walk; create table walk (category text primary key, total_mm int[] not null)");
  const engineMs: number[] = [];
  const whole = await timed(ROUNDS, 3, async (round) => {
    await sql.unsafe("truncate walk");
    const walker = createWalker(openStreets(readSnapshot(snapshot)), profileOf("adult"));
    const before = performance.now();
    const walks = walksToAll(walker, residences, facilities);
    if (round >= 0) engineMs.push(performance.now() - before);
    await store(sql, facilities.categories, walks);
    return { walks, stored: await coveredInStore(sql) };
  });
  const covered = whole.result.walks.reduce((sum, totalMm) => sum + coveredOf(totalMm), 0);
  if (covered !== whole.result.stored)
    throw new Error(`${covered} walks are within the limit, ${whole.result.stored} stored`);
  return [
    {
      what: `coverage of ${facilities.categories.length} categories × ${residences.count} residences, snapshot to stored and queried`,
      ours: milliseconds(whole.ms),
      peer: `${milliseconds(median(engineMs))} the engine alone`,
      ratio: whole.ms / median(engineMs),
      bound: { most: 3 },
    },
  ];
}

function walksToAll(
  walker: ReturnType<typeof createWalker>,
  residences: Residences,
  facilities: Facilities,
): Int32Array[] {
  const starts = startsOf(walker, walker, residences);
  return facilities.categories.map(
    (_, category) => walksToCategory(walker, walker, starts, facilities, category).totalMm,
  );
}

function coveredOf(totalMm: Int32Array): number {
  return totalMm.reduce((count, mm) => (mm !== UNREACHED && mm <= LIMIT_MM ? count + 1 : count), 0);
}

async function store(sql: postgres.Sql, categories: readonly string[], walks: readonly Int32Array[]): Promise<void> {
  await sql.unsafe(
    "insert into walk select category, total_mm::int[] from unnest($1::text[], $2::text[]) as w (category, total_mm)",
    [[...categories], walks.map((totalMm) => `{${totalMm.join(",")}}`)],
  );
}

async function coveredInStore(sql: postgres.Sql): Promise<number> {
  const [{ stored }] = await sql.unsafe<{ stored: number }[]>(
    `select count(*)::int as stored from walk, unnest(total_mm) as mm where mm <= ${LIMIT_MM}`,
  );
  return stored;
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
