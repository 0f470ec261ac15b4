/** Tables and views as Kysely types; what columns mean stands in `db/migrations`. Geometries are written and read through SQL functions. @module */
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { WireError } from "../base/errors.ts";
import type { Change } from "../coverage/scenario/change.ts";
import type { AgeCounts } from "../import/age-groups.ts";
import type { SharingReport } from "../import/population/sharing-report.ts";
import type { DatasetKind, StreetSummary } from "../import/prepared.ts";
import type { BaseLayer, FacilityRow, ResidenceRow, UnitRow } from "../import/rows.ts";
import type {
  RegisterAliasTable,
  RegisterFactTable,
  RegisterNameTable,
  RegisterSettingTable,
  RegisterVersionTable,
  RegisterWaiverTable,
} from "./register/tables.ts";

export type Source = "osm" | "file";
/** A population file that residents were shared out from. */
type SharedSource = "raster" | "cells";
/** Where the residents of a residence come from. */
type PeopleSource = "given" | "footprint" | SharedSource;
/** Why rows were taken but are not part of a release. */
export type SetAsideReason =
  | "category_in_facilities_file"
  | "ref_in_facilities_file"
  | "residences_file_given"
  | "communities_file_given"
  | "subdistricts_file_given"
  | "outside_boundary"
  | "shape_crosses_itself";

export interface Counts {
  readonly streetsKm: number;
  readonly junctions: number;
  readonly facilities: number;
  readonly residences: number;
  readonly households: number;
  readonly residents: number;
  readonly communities: number;
  readonly subdistricts: number;
}

interface OfSource {
  readonly residences: number;
  readonly residents: number;
}

/** Residents of a release by where they come from. */
export interface ReleasePeople {
  readonly given: OfSource;
  readonly footprint: OfSource;
  readonly raster: OfSource;
  readonly cells: OfSource;
  /** Residences without residents, which are in no sum of people, and the households that they have none the less. */
  readonly unknown: { readonly residences: number; readonly households: number };
  /** How the population file was shared out; null where there is none. */
  readonly sharing: SharingReport | null;
}

/** Hexadecimal EWKB as it comes out; only ever filtered on. */
type Geometry = ColumnType<string, never, never>;
type Json<T> = ColumnType<T, string, string>;
type Time = ColumnType<string, string | undefined, string>;

interface AreaTable {
  id: string;
  name: string;
  demo: boolean;
  created_at: Time;
  current_release_id: number | null;
}

interface DatasetTable {
  id: GeneratedAlways<number>;
  area_id: string;
  kind: DatasetKind;
  version: number;
  file: string;
  file_sha256: string;
  crs: string;
  imported_at: Time;
  taken: number;
  refused: number;
  refused_by: Json<Record<string, number>>;
  estimated: boolean;
}

interface ReleaseTable {
  id: GeneratedAlways<number>;
  area_id: string;
  number: number;
  released_at: Time;
  office: string | null;
  restored_number: number | null;
  bbox: ColumnType<number[], string, string> | null;
  counts: Json<Counts> | null;
  people_estimated: boolean | null;
  people: Json<ReleasePeople> | null;
  set_aside: Json<Partial<Record<DatasetKind, Partial<Record<SetAsideReason, number>>>>> | null;
}

interface ReleaseDatasetTable {
  release_id: number;
  kind: DatasetKind;
  dataset_id: number;
}

interface RefusalTable {
  dataset_id: number;
  seq: number;
  file: string;
  row: number | null;
  ref: string | null;
  reason: string;
  field: string | null;
  value: string | null;
  expected: string | null;
}

interface NetworkSnapshotTable {
  dataset_id: number;
  format_version: number;
  sha256: string;
  summary: Json<StreetSummary>;
  block: Uint8Array;
}

interface BaseFeatureTable {
  id: GeneratedAlways<number>;
  dataset_id: number;
  layer: BaseLayer;
  kind: string;
  name: string | null;
  geom: Geometry;
}

interface PlaceColumns {
  id: GeneratedAlways<number>;
  dataset_id: number;
  ref: string;
  name: string | null;
  lon: number;
  lat: number;
  geom: Geometry;
  original_x: number;
  original_y: number;
  original_crs: string;
  source: Source;
  address: string | null;
}

interface FacilityTable extends PlaceColumns {
  category: string;
  phone: string | null;
  opening_hours: string | null;
  capacity: number | null;
  opened_on: string | null;
  closed_on: string | null;
  position_source: FacilityRow["positionSource"];
  position_accuracy_m: number | null;
}

interface ResidenceTable extends PlaceColumns {
  kind: ResidenceRow["kind"];
  entrances: number[] | null;
  households: number | null;
  residents: number | null;
  ages: Json<AgeCounts> | null;
  estimated: boolean;
  flats_counted: Generated<boolean>;
}

interface PopulationTable {
  dataset_id: number;
  block: Uint8Array;
}

interface UnitTable {
  id: GeneratedAlways<number>;
  dataset_id: number;
  ref: string;
  name: string;
  level: UnitRow["level"];
  parent_name: string | null;
  derived: Generated<boolean>;
  valid: GeneratedAlways<boolean>;
  geom: Geometry;
}

interface BoundaryTable {
  dataset_id: number;
  geom: Geometry;
}

interface ReleaseUnitTable {
  release_id: number;
  unit_id: number;
  parent_unit_id: number | null;
}

interface ReleaseFacilityTable {
  release_id: number;
  facility_id: number;
  community_id: number | null;
  subdistrict_id: number | null;
  beyond_boundary: Generated<boolean>;
}

interface ReleaseResidenceTable {
  release_id: number;
  residence_id: number;
  community_id: number | null;
  subdistrict_id: number | null;
  residents: number | null;
  ages: Json<AgeCounts> | null;
  people_source: SharedSource | null;
}

/** What a release counts at each residence: its own figures, or its share of the population file. */
interface ReleasePeopleView {
  release_id: number;
  residence_id: number;
  community_id: number | null;
  subdistrict_id: number | null;
  households: number | null;
  residents: number | null;
  ages: AgeCounts | null;
  people_source: PeopleSource | null;
  estimated: boolean;
}

interface ScenarioTable {
  id: GeneratedAlways<number>;
  area_id: string;
  name: string;
  changes: Json<Change[]>;
  release: number;
  streets_version: number;
  revision: Generated<number>;
  created_at: Time;
  updated_at: Time;
}

interface PrecedenceView {
  release_id: number;
  dataset_kind: DatasetKind;
  id: number;
  set_aside: SetAsideReason | null;
}

/** As asked, with everything that was left open filled in. */
export interface AnalysisRunQuestion {
  readonly categories: readonly string[];
  readonly profiles: readonly string[];
  readonly minutes: readonly number[];
  readonly at: string | null;
  readonly scenario: number | null;
}

/** By profile. */
export type AnalysisRunPins = Readonly<Record<string, unknown>>;

interface AnalysisRunTable {
  id: string;
  area_id: string;
  release_id: number;
  question: Json<AnalysisRunQuestion>;
  pins: Json<AnalysisRunPins>;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  created_at: Time;
  alive_at: Time;
  ended_at: Time | null;
  problem: Json<WireError> | null;
  result: string | null;
  result_sha256: string | null;
}

interface AnalysisRunPlaceTable {
  run_id: string;
  residence: string[];
  community: (string | null)[];
  households: (number | null)[];
  residents: (number | null)[];
  facility: string[];
}

interface AnalysisRunWalkTable {
  run_id: string;
  profile: string;
  category: string;
  verdicts: Json<Record<string, string>>;
  total_mm: (number | null)[];
  facility: (number | null)[];
}

interface KyselyMigrationTable {
  name: string;
  timestamp: string;
}

export interface Database {
  area: AreaTable;
  dataset: DatasetTable;
  release: ReleaseTable;
  release_dataset: ReleaseDatasetTable;
  refusal: RefusalTable;
  network_snapshot: NetworkSnapshotTable;
  base_feature: BaseFeatureTable;
  facility: FacilityTable;
  residence: ResidenceTable;
  population: PopulationTable;
  unit: UnitTable;
  boundary: BoundaryTable;
  release_unit: ReleaseUnitTable;
  release_facility: ReleaseFacilityTable;
  release_residence: ReleaseResidenceTable;
  release_people: ReleasePeopleView;
  facility_precedence: PrecedenceView;
  residence_precedence: PrecedenceView;
  unit_precedence: PrecedenceView;
  scenario: ScenarioTable;
  analysis_run: AnalysisRunTable;
  analysis_run_place: AnalysisRunPlaceTable;
  analysis_run_walk: AnalysisRunWalkTable;
  kysely_migration: KyselyMigrationTable;
  register_version: RegisterVersionTable;
  register_fact: RegisterFactTable;
  register_waiver: RegisterWaiverTable;
  register_alias: RegisterAliasTable;
  register_setting: RegisterSettingTable;
  register_name: RegisterNameTable;
}
