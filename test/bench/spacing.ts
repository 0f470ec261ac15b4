/** Gates of spacing: every pair too close among very many facilities, beside PostGIS's indexed self-join; a pre-check. @module */
import type postgres from "postgres";
import type { Facilities } from "../../server/coverage/people.ts";
import { nearestStraight, orderByLat, strictest, verdictOver } from "../../server/spacing/check.ts";
import { collectPairs } from "../../server/spacing/pairs.ts";
import { straightPairs } from "../../server/spacing/violations.ts";
import { facilitiesAt } from "../support/people.ts";
import { rule } from "../support/spacing.ts";
import { type Gate, milliseconds } from "./support/gates.ts";
import { seededRandom, timed } from "./support/timing.ts";

export interface Scale {
  readonly facilities: number;
  /** Kilometres of the square that they stand in. */
  readonly sideKm: number;
  readonly rounds: number;
  readonly checks: number;
}

const RULES = [rule(), rule({ id: "departments", sameClass: ["outpatient_department"], leastM: 1000 })];
const MOST_MS = 1000;
/** Times PostGIS. */
const MOST_OF_PEER = 3;
const MOST_CHECK_MS = 10;
const WARM_UP = 2;
/** Degrees of a kilometre here. */
const LON_A_KM = 0.01095;
const LAT_A_KM = 0.00901;

/** Half of each class, a third of them gathered round a few hundred centres. */
export function crowd({ facilities, sideKm }: Scale): Facilities {
  const random = seededRandom(500);
  const centres = Array.from({ length: 400 }, () => [random() * sideKm, random() * sideKm]);
  const places = Array.from({ length: facilities }, (_, i) => {
    const [x, y] = centres[Math.floor(random() * centres.length)];
    const near = () => (random() + random() - 1) * 4;
    const [east, north] = i % 3 === 0 ? [x + near(), y + near()] : [random() * sideKm, random() * sideKm];
    return {
      ref: `f${i}`,
      category: RULES[i % 2].sameClass[0],
      position: [113 + east * LON_A_KM, 34 + north * LAT_A_KM] as const,
      community: -1,
    };
  });
  return facilitiesAt(places);
}

/** @param sql a PostGIS to stand beside; null where there is none */
export async function spacingGates(sql: postgres.Sql | null, scale: Scale): Promise<Gate[]> {
  const facilities = crowd(scale);
  const byClass = RULES.map(({ sameClass }) =>
    Int32Array.from(Array.from({ length: facilities.count }, (_, f) => f)).filter(
      (f) => facilities.categories[facilities.category[f]] === sameClass[0],
    ),
  );
  const compare = (a: number, b: number) => a - b;
  const find = () =>
    RULES.map(({ leastM }, k) => {
      const members = { alone: [byClass[k]], across: null, notStanding: 0, exempt: 0, openingUnknown: 0 };
      return collectPairs(straightPairs(facilities, members, leastM), leastM, compare)!;
    });
  const ours = await timed(scale.rounds, WARM_UP, find);
  const total = ours.result.reduce((sum, { total: own }) => sum + own, 0);
  const what = `${total.toLocaleString("en")} pairs among ${scale.facilities.toLocaleString("en")} facilities, two rules`;
  const gates: Gate[] = [
    {
      what,
      ours: milliseconds(ours.ms),
      peer: milliseconds(MOST_MS),
      ratio: ours.ms / MOST_MS,
      bound: { most: 1 },
    },
  ];
  if (sql !== null) {
    await load(sql, facilities);
    const theirs = await timed(1, 0, () => selfJoin(sql));
    const same = theirs.result === ours.result.map(({ total: own }) => own).join();
    if (!same) throw new Error(`PostGIS finds ${theirs.result} pairs`);
    gates.push({
      what: "the same, PostGIS's indexed self-join beside it",
      ours: milliseconds(ours.ms),
      peer: milliseconds(theirs.ms),
      ratio: ours.ms / theirs.ms,
      bound: { most: MOST_OF_PEER },
    });
  }
  gates.push(checks(facilities, byClass[0], scale.checks));
  return gates;
}

function checks(facilities: Facilities, members: Int32Array, count: number): Gate {
  const order = orderByLat(facilities, members);
  const random = seededRandom(7);
  const times: number[] = [];
  let failed = 0;
  for (let i = 0; i < count; i++) {
    const at = members[Math.floor(random() * members.length)];
    const place = [facilities.lon[at] + random() * 0.02, facilities.lat[at] + random() * 0.02] as const;
    const before = performance.now();
    const near = nearestStraight(facilities, order, place, RULES[0].leastM + 20, 3, (a, b) => a - b);
    if (strictest(near.map(({ metres }) => verdictOver(metres, RULES[0], 10))) === "fail") failed++;
    times.push(performance.now() - before);
  }
  if (failed === 0 || failed === count) throw new Error(`${failed} of ${count} checks fail`);
  const p95 = times.sort((a, b) => a - b)[Math.floor(count * 0.95)];
  return {
    what: `a pre-check among ${members.length.toLocaleString("en")} of the class, p95`,
    ours: milliseconds(p95),
    peer: milliseconds(MOST_CHECK_MS),
    ratio: p95 / MOST_CHECK_MS,
    bound: { most: 1 },
  };
}

async function load(sql: postgres.Sql, { lon, lat, category }: Facilities): Promise<void> {
  const literal = (values: Iterable<number>) => `{${[...values].join(",")}}`;
  await sql.unsafe("create extension if not exists postgis; drop table if exists site");
  await sql.unsafe("create table site (id serial, class int, place geography(Point, 4326))");
  await sql.unsafe(
    `insert into site (class, place) select c, ST_MakePoint(x, y)::geography
     from unnest($1::int[], $2::float8[], $3::float8[]) as t (c, x, y)`,
    [literal(category), literal(lon), literal(lat)],
  );
  await sql.unsafe("create index on site using gist (place); analyze site");
}

/** Numbers of pairs of both rules, with every distance worked out. */
async function selfJoin(sql: postgres.Sql): Promise<string> {
  const counts: number[] = [];
  for (const [k, { leastM }] of RULES.entries()) {
    const [row] = await sql.unsafe<{ count: number }[]>(
      `select count(*)::int as count, sum(metres) from (
         select ST_Distance(a.place, b.place) as metres from site a join site b
         on a.class = ${k} and b.class = ${k} and a.id < b.id and ST_DWithin(a.place, b.place, ${leastM})) pair
       where metres < ${leastM}`,
    );
    counts.push(row.count);
  }
  return counts.join();
}
