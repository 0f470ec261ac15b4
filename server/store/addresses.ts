/** Address points of a release: facilities and residences of which the files or the map state an address. @module */
import { type RawBuilder, sql } from "kysely";
import type { LonLat } from "../base/lon-lat.ts";
import { arrayOf } from "./array-parameters.ts";

export interface NearAddress {
  /** Position in the list that was asked about. */
  readonly place: number;
  readonly address: string;
  /** Straight, from the place to the address point. */
  readonly metres: number;
}

/** The nearest address point of each place within a straight-line radius; of equally near ones the address that sorts first. */
export function nearestAddresses(
  releaseId: number,
  places: readonly LonLat[],
  radiusM: number,
): RawBuilder<NearAddress> {
  const column = (axis: 0 | 1) =>
    arrayOf(
      "float8",
      places.map((place) => place[axis]),
    );
  return sql<NearAddress>`
    select asked.place, near.address, near.metres
    from (
      select (i - 1)::int4 as place, ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography as point
      from unnest(${column(0)}, ${column(1)}) with ordinality as l (lon, lat, i)
    ) asked
    cross join lateral (
      select stated.address, ST_Distance(stated.geom::geography, asked.point) as metres
      from (
        select f.address, f.geom from release_facility rf join facility f on f.id = rf.facility_id
        where rf.release_id = ${releaseId} and f.address <> ''
        union all
        select r.address, r.geom from release_residence rr join residence r on r.id = rr.residence_id
        where rr.release_id = ${releaseId} and r.address <> ''
      ) stated
      where stated.geom && ST_Buffer(asked.point, ${radiusM * 1.01 + 1}::float8)::geometry
        and ST_Distance(stated.geom::geography, asked.point) <= ${radiusM}::float8
      order by metres, stated.address collate "C" limit 1
    ) near
    order by asked.place`;
}
