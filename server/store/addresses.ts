/** Address points of a release: facilities and residences of which the files or the map state an address. @module */
import { type RawBuilder, sql } from "kysely";
import type { LonLat } from "../base/lon-lat.ts";
import { arrayOf } from "./array-parameters.ts";

export interface AddressedPlace {
  readonly position: LonLat;
  /** Ref of the facility that it is; null for any other place. */
  readonly facility: string | null;
}

export interface NearAddress {
  /** Position in the list that was asked about. */
  readonly place: number;
  readonly address: string;
  /** Straight, from the place to the address point. */
  readonly metres: number;
  /** Of the facility that the place is, or of the residence whose entrance it is; false for a neighbour's. */
  readonly own: boolean;
}

/** Blank, or a number of a house alone: without its street it says nothing of where that is. */
const SAYS_NOTHING =
  "^\\s*([0-9０-９]+[A-Za-z]?([-–/,;.、\\s]+[0-9０-９]+[A-Za-z]?)*)?\\s*(号楼|号|號|栋|幢|楼|#)?\\s*$";

/**
 * The nearest address point of each place within a straight-line radius; of equally near ones the place's own, then the
 * address that sorts first.
 */
export function nearestAddresses(
  releaseId: number,
  places: readonly AddressedPlace[],
  radiusM: number,
): RawBuilder<NearAddress> {
  const column = (axis: 0 | 1) =>
    arrayOf(
      "float8",
      places.map(({ position }) => position[axis]),
    );
  const refs = arrayOf(
    "text",
    places.map(({ facility }) => facility),
  );
  return sql<NearAddress>`
    select asked.place, near.address, near.metres, near.own
    from (
      select (i - 1)::int4 as place, lon, lat, ref, ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography as point
      from unnest(${column(0)}, ${column(1)}, ${refs}) with ordinality as l (lon, lat, ref, i)
    ) asked
    cross join lateral (
      select btrim(stated.address) as address, ST_Distance(stated.geom::geography, asked.point) as metres, stated.own
      from (
        select f.address, f.geom, coalesce(f.ref = asked.ref, false) as own
        from release_facility rf join facility f on f.id = rf.facility_id
        where rf.release_id = ${releaseId} and f.address !~ ${SAYS_NOTHING}
        union all
        select r.address, r.geom, exists (
          select from generate_series(1, cardinality(r.entrances), 2) i
          where r.entrances[i] = asked.lon and r.entrances[i + 1] = asked.lat) as own
        from release_residence rr join residence r on r.id = rr.residence_id
        where rr.release_id = ${releaseId} and r.address !~ ${SAYS_NOTHING}
      ) stated
      where stated.geom && ST_Buffer(asked.point, ${radiusM * 1.01 + 1}::float8)::geometry
        and ST_Distance(stated.geom::geography, asked.point) <= ${radiusM}::float8
      order by metres, stated.own desc, stated.address collate "C" limit 1
    ) near
    order by asked.place`;
}
