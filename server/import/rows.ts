/** What an import hands on: validated rows, whatever file they came from. Positions are WGS 84. @module */
import type { Geometry, MultiPolygon } from "geojson";
import type { LonLat } from "../base/lon-lat.ts";
import type { AgeCounts } from "./age-groups.ts";

/** Bits of {@link StreetRows.wayFlags}. */
export const WayFlag = {
  /** People who live there walk out along it; nobody walks in or through. */
  PRIVATE: 1,
  /** Stairs. */
  STEPS: 2,
  /** Walkable from first node to last. */
  FORWARD: 4,
  /** Walkable from last node to first. */
  BACKWARD: 8,
  /** Tagged as without lamps. */
  UNLIT: 16,
  /** Tagged with a surface that wheels and unsure feet do not manage. */
  ROUGH: 32,
  LIFT: 64,
  /** A road whose crossing takes time: trunk, primary or secondary. */
  LARGE_ROAD: 128,
  /** With LARGE_ROAD: one carriageway of it, which counts as half the road. */
  CARRIAGEWAY: 256,
} as const;

/** Values of {@link StreetRows.nodeFlags}. */
export const NodeFlag = {
  /** Nobody passes this node. */
  BLOCKED: 1,
  /** A private gate: lets people through and is told in the explanation. */
  PRIVATE_GATE: 2,
  /** A node of a large road, whether or not that road itself may be walked. */
  LARGE_ROAD: 4,
  /** A node of one carriageway of a large road. */
  CARRIAGEWAY: 8,
  /** A lift: mapped as a point, or a node of one mapped as a way. */
  LIFT: 16,
} as const;

/** Walkable ways of one extract: typed arrays, no object per node. Only nodes that a walkable way uses. */
export interface StreetRows {
  /** Shape [n]. Degrees × 10⁷, the precision of OSM itself. */
  readonly nodeLonE7: Int32Array;
  readonly nodeLatE7: Int32Array;
  /** Shape [n]. Sums of {@link NodeFlag}. */
  readonly nodeFlags: Uint8Array;
  /** Shape [n]. OSM ids, exact up to 2⁵³. */
  readonly nodeIds: Float64Array;
  /** Shape [w + 1]. Nodes of way k are `wayNodes[wayStart[k] … wayStart[k + 1] - 1]`. */
  readonly wayStart: Uint32Array;
  /** Indices into the node arrays. A node may occur twice in a way. */
  readonly wayNodes: Uint32Array;
  /** Shape [w]. Sums of {@link WayFlag}. */
  readonly wayFlags: Uint16Array;
  /** Shape [w]. Steps in a kilometre of the way where they were counted; 0 where it has none or nobody counted them. */
  readonly wayStepsPerKm: Uint16Array;
  /** Shape [w]. OSM ids. */
  readonly wayIds: Float64Array;
  /** Shape [w]. Index into `names`, −1 where the way has none. */
  readonly wayName: Int32Array;
  readonly names: readonly string[];
}

/** Where a position came from: the pair as written in the file, and the system it was stated to be in. */
export interface Original {
  readonly x: number;
  readonly y: number;
  readonly crs: string;
}

/** How a position was found: by survey, by satellite, on a map, or from an address. */
export const POSITION_SOURCES = ["surveyed", "gps", "map", "geocoded"] as const;
export type PositionSource = (typeof POSITION_SOURCES)[number];

export interface FacilityRow {
  /** Stable inside its source: `node/123`, `way/9`, or the id or row number of a table (`row/17`). */
  readonly ref: string;
  readonly name: string | null;
  /** Code of the category catalogue. */
  readonly category: string;
  readonly position: LonLat;
  readonly original: Original;
  readonly address: string | null;
  readonly phone: string | null;
  /** As written; parsed where it is used. */
  readonly openingHours: string | null;
  /** Places, beds or seats: how many people it can serve at once; null where nobody said. */
  readonly capacity: number | null;
  /** ISO days, both days on which it stands; null where nobody said. */
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  /** How the position was found; null where nobody said. */
  readonly positionSource: PositionSource | null;
  /** Metres that the true place may lie away, as the file states it. */
  readonly positionAccuracyM: number | null;
}

export interface ResidenceRow {
  readonly ref: string;
  readonly name: string | null;
  readonly kind: "building" | "compound";
  /** A point that stands for the whole; inside the footprint where there is one. */
  readonly position: LonLat;
  /** Gates or doors by which people leave; null where nothing is known of them, empty where all that is known is closed. */
  readonly entrances: readonly LonLat[] | null;
  readonly original: Original;
  readonly households: number | null;
  readonly residents: number | null;
  /** Residents by age group; null where no group is given. */
  readonly ages: AgeCounts | null;
  /** True where residents were estimated from the footprint, not given; households too, unless the flats are counted. */
  readonly estimated: boolean;
  /** True where the map counts the flats of an estimated home: its households are given. */
  readonly flatsCounted: boolean;
  readonly address: string | null;
}

export interface UnitRow {
  readonly ref: string;
  readonly name: string;
  readonly level: "subdistrict" | "community";
  /** Name of the subdistrict as the file gives it; else the one that contains it is found by geometry. */
  readonly parentName: string | null;
  readonly geometry: MultiPolygon;
}

export type BaseLayer = "street" | "building" | "water" | "green" | "railway";

/** A shape of the base map: drawn, never analysed. */
export interface BaseFeatureRow {
  readonly layer: BaseLayer;
  /** Kind within the layer as OSM tags it: `residential`, `river`, `park` … */
  readonly kind: string;
  readonly name: string | null;
  readonly geometry: Geometry;
}

/** One row or object that was not taken, and why. */
export interface Refusal {
  readonly file: string;
  /** 1-based line of the record in a table, header line included; null for OSM objects, which have `ref`. */
  readonly row: number | null;
  readonly ref: string | null;
  readonly reason: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly expected: string | null;
}

/** Rows taken from one file, rows refused, and what was set aside with the reason (counted, never silent). */
export interface Taken<Row> {
  readonly rows: readonly Row[];
  readonly refusals: readonly Refusal[];
}
