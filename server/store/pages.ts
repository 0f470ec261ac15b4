/** Pages by key: no row is lost or repeated, however many pages there are. @module */
import { type RawBuilder, sql } from "kysely";
import type { BBox } from "../base/lon-lat.ts";

export interface Page {
  /** Id of the last row of the page before; 0 for the first page. */
  readonly after: number;
  readonly limit: number;
}

/**
 * For shapes that are drawn: boxes are compared in single precision, which is up to a metre too wide.
 *
 * @param column with its alias, `f.geom`
 */
export function inBox(column: string, [west, south, east, north]: BBox): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} && ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`;
}

/** For points: as `inBox`, which finds them by the index, then exact; the border is inside. */
export function pointInBox(table: "f" | "r", bbox: BBox): RawBuilder<boolean> {
  const [west, south, east, north] = bbox;
  return sql<boolean>`${inBox(`${table}.geom`, bbox)}
    and ${sql.ref(`${table}.lon`)} between ${west}::float8 and ${east}::float8
    and ${sql.ref(`${table}.lat`)} between ${south}::float8 and ${north}::float8`;
}
