/** Communities and subdistricts of a release: the list, their shapes, and which of them a point falls in. @module */
import { type Kysely, sql } from "kysely";
import type { Database } from "./database.ts";

/** Subdistricts first, then by ref. */
export function units(db: Kysely<Database>, releaseId: number) {
  return db
    .selectFrom("release_unit as ru")
    .innerJoin("unit as u", "u.id", "ru.unit_id")
    .leftJoin("unit as p", "p.id", "ru.parent_unit_id")
    .select([
      "u.id",
      "u.ref",
      "u.name",
      "u.level",
      "u.derived",
      "p.id as parentId",
      "p.ref as parentRef",
      "p.name as parentName",
      sql<
        [west: number, south: number, east: number, north: number]
      >`array[ST_XMin(u.geom), ST_YMin(u.geom), ST_XMax(u.geom), ST_YMax(u.geom)]`.as("bbox"),
    ])
    .where("ru.release_id", "=", releaseId)
    .orderBy("u.level", "desc")
    .orderBy(sql`u.ref collate "C"`);
}

/** With their shapes: `geometry` is the text of a GeoJSON MultiPolygon, seven decimals (1 cm). */
export function unitShapes(db: Kysely<Database>, releaseId: number) {
  return units(db, releaseId).select(sql<string>`ST_AsGeoJSON(u.geom, 7)`.as("geometry"));
}

/** Units that contain the point, border included, lowest ref first: the first of each level is the one it is counted in. */
export function unitsAt(db: Kysely<Database>, releaseId: number, lon: number, lat: number) {
  return db
    .selectFrom("release_unit as ru")
    .innerJoin("unit as u", "u.id", "ru.unit_id")
    .select(["u.id", "u.ref", "u.name", "u.level"])
    .where("ru.release_id", "=", releaseId)
    .where(sql<boolean>`ST_Intersects(u.geom, ST_SetSRID(ST_MakePoint(${lon}::float8, ${lat}::float8), 4326))`)
    .orderBy(sql`u.ref collate "C"`);
}

/** The community that contains the point, at 0 m, else the nearest one, straight. */
export function nearestCommunity(db: Kysely<Database>, releaseId: number, lon: number, lat: number) {
  const point = sql`ST_SetSRID(ST_MakePoint(${lon}::float8, ${lat}::float8), 4326)`;
  const distance = sql<number>`ST_Distance(u.geom::geography, ${point}::geography)`;
  return db
    .selectFrom("release_unit as ru")
    .innerJoin("unit as u", "u.id", "ru.unit_id")
    .select(["u.id", "u.ref", "u.name", distance.as("distanceM")])
    .where("ru.release_id", "=", releaseId)
    .where("u.level", "=", "community")
    .orderBy(distance)
    .orderBy(sql`u.ref collate "C"`)
    .limit(1);
}

/** The boundary of the release as the text of a GeoJSON MultiPolygon; that of a file before that of OSM. */
export function boundaryShape(db: Kysely<Database>, releaseId: number) {
  return db
    .selectFrom("release_dataset as rd")
    .innerJoin("boundary as b", "b.dataset_id", "rd.dataset_id")
    .select(sql<string>`ST_AsGeoJSON(b.geom, 7)`.as("geometry"))
    .where("rd.release_id", "=", releaseId)
    .orderBy(sql`rd.kind collate "C"`)
    .limit(1);
}
