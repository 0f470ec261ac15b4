/** What lies between two places on the base map: water, railways, and roads that nobody walks along or over. @module */
import { type Kysely, sql } from "kysely";
import type { LonLat } from "../base/lon-lat.ts";
import { arrayOf } from "./array-parameters.ts";
import type { Database } from "./database.ts";

export type BarrierKind = "water" | "railway" | "motorway";

/** A ditch is stepped over, a pond walked round: areas of water narrower and lower than this are left out, degrees. */
const LEAST_WATER_DEGREES = 0.001;
const WATERWAYS = ["river", "stream", "canal", "tidal_channel"];
const WATER_AREAS = ["water", "riverbank", "dock", "reservoir", "basin"];
/** Trams run in the street and underground lines below it. */
const RAILWAYS = ["rail", "light_rail", "narrow_gauge", "preserved"];
const MOTOR_ROADS = ["motorway", "motorway_link", "trunk", "trunk_link"];

/**
 * Barriers that each of the straight lines crosses or touches, by line (its position in the list), kind and name (null where the map gives none), each name once. A predicate alone:
 * no shape is computed, so that both stores answer alike.
 */
export function barriersAcross(
  db: Kysely<Database>,
  releaseId: number,
  lines: readonly (readonly [from: LonLat, to: LonLat])[],
) {
  const column = (pick: (line: readonly [LonLat, LonLat]) => number) => arrayOf("float8", lines.map(pick));
  const drawn = sql<{ line: number; geom: string }>`(
    select (i - 1)::int4 as line, ST_SetSRID(ST_MakeLine(ST_MakePoint(x1, y1), ST_MakePoint(x2, y2)), 4326) as geom
    from unnest(
      ${column(([from]) => from[0])}, ${column(([from]) => from[1])}, ${column(([, to]) => to[0])}, ${column(([, to]) => to[1])}
    ) with ordinality as l (x1, y1, x2, y2, i)
  )`;
  const kind = sql<BarrierKind>`case f.layer when 'street' then 'motorway' else f.layer end`;
  const isBarrier = sql<boolean>`(
    (f.layer = 'water' and (f.kind in (${sql.join(WATERWAYS)}) or (f.kind in (${sql.join(WATER_AREAS)}) and
      greatest(ST_XMax(f.geom) - ST_XMin(f.geom), ST_YMax(f.geom) - ST_YMin(f.geom)) >= ${LEAST_WATER_DEGREES}::float8)))
    or (f.layer = 'railway' and f.kind in (${sql.join(RAILWAYS)}))
    or (f.layer = 'street' and f.kind in (${sql.join(MOTOR_ROADS)}))
  )`;
  return db
    .selectFrom(drawn.as("l"))
    .innerJoin("base_feature as f", (join) => join.on(sql<boolean>`ST_Intersects(f.geom, l.geom)`))
    .innerJoin("release_dataset as rd", "rd.dataset_id", "f.dataset_id")
    .select(["l.line", kind.as("kind"), sql<string | null>`f.name collate "C"`.as("name")])
    .distinct()
    .where("rd.release_id", "=", releaseId)
    .where("rd.kind", "=", "streets")
    .where(isBarrier)
    .orderBy("line")
    .orderBy("kind")
    .orderBy("name");
}
