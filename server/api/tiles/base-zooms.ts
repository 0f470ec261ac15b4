/** From which zoom on each kind of the base map is worth drawing: a tile of a whole district must stay small. @module */
import type { BaseLayer } from "../../import/rows.ts";

/** Streets by kind; those not named come with `OTHER_STREETS`. */
const STREET_ZOOM: Readonly<Record<string, number>> = {
  motorway: 6,
  trunk: 6,
  motorway_link: 10,
  trunk_link: 10,
  primary: 8,
  primary_link: 11,
  secondary: 10,
  secondary_link: 12,
  tertiary: 11,
  tertiary_link: 13,
  unclassified: 13,
  residential: 13,
  living_street: 13,
  pedestrian: 13,
};
const OTHER_STREETS = 14;
const LAYER_ZOOM: Readonly<Record<Exclude<BaseLayer, "street">, number>> = {
  building: 14,
  water: 6,
  green: 11,
  railway: 10,
};

/** Smallest extent of an area that is drawn, in pixels of a 512 px tile. */
const MIN_PIXELS = 2;

export interface BaseSelection {
  readonly layers: readonly BaseLayer[];
  /** Kinds of street to draw; null for all. */
  readonly streetKinds: readonly string[] | null;
  /** Water and green whose box is smaller than this are left out, degrees. */
  readonly minDegrees: number;
}

export function baseSelectionAt(z: number): BaseSelection {
  const layers = (["building", "water", "green", "railway"] as const).filter((layer) => z >= LAYER_ZOOM[layer]);
  const streetKinds = Object.keys(STREET_ZOOM).filter((kind) => z >= STREET_ZOOM[kind]);
  return {
    layers: streetKinds.length > 0 ? [...layers, "street"] : layers,
    streetKinds: z >= OTHER_STREETS ? null : streetKinds,
    minDegrees: z >= OTHER_STREETS ? 0 : (MIN_PIXELS / 512) * (360 / 2 ** z),
  };
}
