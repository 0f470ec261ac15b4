/** Pages by key: no row is lost or repeated, however many pages there are. @module */
import { type RawBuilder, sql } from "kysely";
import type { BBox } from "../base/lon-lat.ts";

export interface Page {
  /** Id of the last row of the page before; 0 for the first page. */
  readonly after: number;
  readonly limit: number;
}

/** @param column with its alias, `f.geom` */
export function inBox(column: string, [west, south, east, north]: BBox): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} && ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`;
}
