/** What one import hands to the store: datasets that were read, checked and counted, none of them written yet. @module */
import type { MultiPolygon } from "geojson";
import type { BaseFeatureRow, FacilityRow, Refusal, ResidenceRow, UnitRow } from "./rows.ts";

export type DatasetKind =
  | "streets"
  | "facilities_osm"
  | "facilities_file"
  | "residences_osm"
  | "residences_file"
  | "communities_osm"
  | "communities_file"
  | "boundary_osm"
  | "boundary_file"
  | "population_file";

/** One kind of rows out of one file, and what was refused on the way. */
export interface PreparedDataset<Kind extends DatasetKind> {
  readonly kind: Kind;
  /** Name of the file as the user knows it, without its folder. */
  readonly file: string;
  /** Of the bytes of the file, hexadecimal. */
  readonly sha256: string;
  /** As stated: `wgs84`, `gcj02`, `bd09`, `cgcs2000` or `epsg:4547`. */
  readonly crs: string;
  readonly taken: number;
  readonly refusals: readonly Refusal[];
}

export interface StreetSummary {
  readonly streetsKm: number;
  readonly junctions: number;
  readonly edges: number;
  readonly components: number;
}

/** The network as its snapshot, with the shapes of the base map that came out of the same file. */
export interface PreparedStreets extends PreparedDataset<"streets"> {
  readonly snapshot: Uint8Array;
  readonly snapshotFormat: number;
  readonly baseFeatures: readonly BaseFeatureRow[];
  readonly summary: StreetSummary;
}

export interface PreparedRows<Kind extends DatasetKind, Row> extends PreparedDataset<Kind> {
  readonly rows: readonly Row[];
}

export interface PreparedBoundary extends PreparedDataset<"boundary_osm" | "boundary_file"> {
  readonly geometry: MultiPolygon;
}

/** People by cell, as the block of bytes in which they are stored. */
export interface PreparedPopulation extends PreparedDataset<"population_file"> {
  readonly block: Uint8Array;
}

/**
 * A kind that is null is carried over from the release before, unchanged: except that with `streets` the whole
 * extract is new, so that kinds from OSM which are null are no longer part of the release.
 */
export interface PreparedImport {
  /** `^[a-z0-9][a-z0-9-]{0,62}$` */
  readonly areaId: string;
  /** Null keeps the name that the area has; a new area is then called by its id. */
  readonly areaName: string | null;
  /** Invented data: said wherever it is shown. */
  readonly demo: boolean;
  readonly streets: PreparedStreets | null;
  readonly facilitiesOsm: PreparedRows<"facilities_osm", FacilityRow> | null;
  readonly facilitiesFile: PreparedRows<"facilities_file", FacilityRow> | null;
  readonly residencesOsm: PreparedRows<"residences_osm", ResidenceRow> | null;
  readonly residencesFile: PreparedRows<"residences_file", ResidenceRow> | null;
  readonly communitiesOsm: PreparedRows<"communities_osm", UnitRow> | null;
  readonly communitiesFile: PreparedRows<"communities_file", UnitRow> | null;
  readonly boundary: PreparedBoundary | null;
  readonly population: PreparedPopulation | null;
}
