/** Homes that a boundary leaves out of a release: in cells that reach across it they take their share of the people. @module */
import { sql, type Transaction } from "kysely";
import type { Homes } from "../../import/population/homes-by-cell.ts";
import type { Database } from "../database.ts";

export interface HomeBeyond {
  readonly lon: number;
  readonly lat: number;
  /** −1 where unknown, as residents. */
  readonly households: number;
  readonly residents: number;
  readonly estimated: boolean;
  readonly ages: Readonly<Record<string, number>> | null;
}

export async function homesBeyond(trx: Transaction<Database>, releaseId: number): Promise<HomeBeyond[]> {
  const { rows } = await sql<HomeBeyond>`
    select r.lon, r.lat, coalesce(r.households, -1) as households, coalesce(r.residents, -1) as residents, r.estimated, r.ages
    from residence_precedence p join residence r on r.id = p.id
    where p.release_id = ${releaseId} and p.set_aside = 'outside_boundary'
    order by r.id`.execute(trx);
  return rows;
}

/** Those of the release first, in their order. */
export function withHomesBeyond(inside: Homes, beyond: readonly HomeBeyond[]): Homes {
  if (beyond.length === 0) return inside;
  const groups = new Set([...inside.ages.keys(), ...beyond.flatMap(({ ages }) => Object.keys(ages ?? {}))]);
  const none = new Int32Array(inside.count).fill(-1);
  return {
    count: inside.count + beyond.length,
    lon: [...Array.from(inside.lon), ...beyond.map(({ lon }) => lon)],
    lat: [...Array.from(inside.lat), ...beyond.map(({ lat }) => lat)],
    households: longer(
      inside.households,
      beyond.map(({ households }) => households),
    ),
    residents: longer(
      inside.residents,
      beyond.map(({ residents }) => residents),
    ),
    estimated: Uint8Array.from([...inside.estimated, ...beyond.map(({ estimated }) => (estimated ? 1 : 0))]),
    ages: new Map(
      [...groups].map((group) => [
        group,
        longer(
          inside.ages.get(group) ?? none,
          beyond.map(({ ages }) => ages?.[group] ?? -1),
        ),
      ]),
    ),
    beyond: Uint8Array.from({ length: inside.count + beyond.length }, (_, r) => (r < inside.count ? 0 : 1)),
  };
}

function longer(column: Int32Array, more: readonly number[]): Int32Array {
  const whole = new Int32Array(column.length + more.length);
  whole.set(column);
  whole.set(more, column.length);
  return whole;
}
