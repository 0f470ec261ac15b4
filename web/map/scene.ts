/** All that the map shows, as one plain value: layers compare the last scene with the next and change what differs. @module */
import type { LineString, MultiPolygon } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { LayerId, Place } from "../state/view.ts";
import type { Ground, WalkClass } from "./ramp.ts";
import type { SitingPicture } from "./siting-scene.ts";
import type { WhatIfScene } from "./what-if-scene.ts";

export interface LabelPoint {
  readonly text: string;
  readonly at: Place;
}

export interface OpenGap {
  readonly homes: readonly Place[];
  /** As the crow flies from its heart to the nearest facility. */
  readonly straight: LineString | null;
  readonly closedGates: readonly Place[];
}

/** A polygon drawn by hand, the last corner joined to the first; `done` once it stands. */
export interface Drawn {
  readonly corners: readonly Place[];
  readonly done: boolean;
}

export interface Scene {
  readonly area: string;
  /** Version of the area's data; part of every tile address. */
  readonly release: number;
  /** Saved scenario and its revision, parts of every tile address too; null for the area as it is. */
  readonly scenario: { readonly id: number; readonly revision: number } | null;
  readonly category: string;
  /** One character that stands for the category on the map. */
  readonly symbol: string;
  readonly profile: string;
  /** Moment at which facilities are to be open; null where hours are not asked about. */
  readonly at: string | null;
  readonly speedMmPerSecond: number;
  /** Millimetres, inclusive. */
  readonly limitMm: number;
  readonly classes: readonly WalkClass[];
  readonly hidden: readonly LayerId[];
  readonly unitLabels: readonly LabelPoint[];
  readonly unitLevel: "community" | "subdistrict";
  readonly selectedUnit: string | null;
  readonly selectedResidence: string | null;
  /** Gaps listed beside the map, numbered in the order of the list. */
  readonly gaps: readonly LabelPoint[];
  /** The gap that the residence asked about is part of: its homes, and what explains it. */
  readonly openGap: OpenGap | null;
  readonly isochrone: MultiPolygon | null;
  /** Where the walk starts, and where it meets the street (null when it meets none). */
  readonly origin: { readonly at: Place; readonly snapped: Place | null } | null;
  /** The walk to the facility that is being looked at. */
  readonly walk: { readonly line: LineString; readonly to: Place } | null;
  readonly drawn: Drawn | null;
  /** Changes that are tried out, and what they do; null where none are. */
  readonly whatIf: WhatIfScene | null;
  readonly ground: Ground;
  /** Absent on other pages. */
  readonly spacing?: SpacingPicture;
  /** Absent on other pages. */
  readonly siting?: SitingPicture;
}

/** What the page of spacing draws: pairs too close, land where one may open, and discs live under the pointer. */
export interface SpacingPicture {
  readonly pairs: readonly SpacingLine[];
  /** Facilities that hang together, three and more of them. */
  readonly clusters: readonly SpacingCluster[];
  /** Discs round these, of the rule's distance, and whether it is kept. */
  readonly discs: readonly { readonly at: Place; readonly radiusM: number; readonly isKept: boolean }[];
  readonly forbidden: MultiPolygon | null;
  readonly permitted: MultiPolygon | null;
  /** Places that are permitted and serve uncovered people, numbered as listed. */
  readonly places: readonly LabelPoint[];
  /** Facilities that a disc under the pointer is held against. */
  readonly sites: readonly Place[];
  /** Radius of that disc; null where none follows the pointer. */
  readonly pointerM: number | null;
}

export interface SpacingCluster {
  /** Both ends of every pair in it that is drawn. */
  readonly links: readonly (readonly [Place, Place])[];
  /** Where its name stands. */
  readonly top: Place;
  readonly label: string;
  readonly selected: boolean;
}

export interface SpacingLine {
  readonly id: string;
  readonly a: Place;
  readonly b: Place;
  /** The distance, as it is shown. */
  readonly label: string;
  readonly binds: "binds" | "does_not_bind" | "unknown";
  readonly selected: boolean;
}

/** One layer of the map, one file each. `add` is called once per map, `update` for every scene after it. */
export interface Layer {
  add(map: MapLibreMap, scene: Scene): void;
  update(map: MapLibreMap, scene: Scene, before: Scene): void;
  remove(map: MapLibreMap): void;
}

export const EMPTY = { type: "FeatureCollection" as const, features: [] };
