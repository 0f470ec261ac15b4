/** Imports made up in a test: an area with streets and nothing else, to which a test adds what it is about. @module */
import { createHash } from "node:crypto";
import type { MultiPolygon } from "geojson";
import type { DatasetKind, PreparedDataset, PreparedImport } from "../../server/import/prepared.ts";
import type { FacilityRow, ResidenceRow, UnitRow } from "../../server/import/rows.ts";

/** West, south, east, north as a rectangle, in degrees. */
export function box(west: number, south: number, east: number, north: number): MultiPolygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "MultiPolygon", coordinates: [[ring]] };
}

export function facility(ref: string, category: string, lon: number, lat: number): FacilityRow {
  return {
    ref,
    name: `${category} ${ref}`,
    category,
    position: [lon, lat],
    original: { x: lon, y: lat, crs: "wgs84" },
    address: null,
    phone: null,
    openingHours: null,
    capacity: null,
    openedOn: null,
    closedOn: null,
    positionSource: null,
    positionAccuracyM: null,
  };
}

export function residence(ref: string, lon: number, lat: number, households: number | null = 10): ResidenceRow {
  return {
    ref,
    name: null,
    kind: "building",
    position: [lon, lat],
    original: { x: lon, y: lat, crs: "wgs84" },
    households,
    residents: households === null ? null : households * 3,
    ages: null,
    entrances: null,
    estimated: false,
    flatsCounted: false,
    address: null,
  };
}

export function community(ref: string, geometry: MultiPolygon, parentName: string | null = null): UnitRow {
  return { ref, name: `${ref}社区`, level: "community", parentName, geometry };
}

export function subdistrict(ref: string, geometry: MultiPolygon): UnitRow {
  return { ref, name: `${ref}街道`, level: "subdistrict", parentName: null, geometry };
}

export function dataset<Kind extends DatasetKind>(kind: Kind, taken: number): PreparedDataset<Kind> {
  const file = `${kind}.csv`;
  return {
    kind,
    file,
    sha256: createHash("sha256").update(file).digest("hex"),
    crs: "wgs84",
    taken,
    refusals: [],
  };
}

export function rowsOf<Kind extends DatasetKind, Row>(kind: Kind, rows: readonly Row[]) {
  return { ...dataset(kind, rows.length), rows };
}

export const NO_DATASETS = {
  streets: null,
  facilitiesOsm: null,
  facilitiesFile: null,
  residencesOsm: null,
  residencesFile: null,
  communitiesOsm: null,
  communitiesFile: null,
  boundary: null,
  population: null,
} satisfies Partial<PreparedImport>;

/** One street from (0, 0) to (1, 1), and a snapshot that is no real network. */
export function streets(): NonNullable<PreparedImport["streets"]> {
  return {
    ...dataset("streets", 1),
    crs: "wgs84",
    snapshot: new Uint8Array([1, 2, 3, 255]),
    snapshotFormat: 1,
    summary: { streetsKm: 1.5, junctions: 2, edges: 1, components: 1 },
    baseFeatures: [
      {
        layer: "street",
        kind: "residential",
        name: "一号路",
        geometry: {
          type: "LineString",
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      },
    ],
  };
}

export function importOf(areaId: string, brought: Partial<PreparedImport>): PreparedImport {
  return { areaId, areaName: null, demo: false, ...NO_DATASETS, ...brought };
}
