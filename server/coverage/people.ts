/** Residences and facilities of one release as columns, the form in which they are counted. @module */

import type { LonLat } from "../base/lon-lat.ts";
import type { AgeGroup } from "../import/age-groups.ts";

/** Where the residents of a residence come from; its place in the list is the value of {@link Residences.peopleSource}. */
export const PEOPLE_SOURCES = ["unknown", "given", "footprint", "raster", "cells"] as const;

/** Figures of a residence that may be estimates; of the age groups it takes one. */
export const ESTIMATED_FIGURES = ["households", "residents", "ages"] as const;
export type EstimatedFigure = (typeof ESTIMATED_FIGURES)[number];

export function isEstimated({ estimated }: Pick<Residences, "estimated">, r: number, figure: EstimatedFigure): boolean {
  return ((estimated[r] >> ESTIMATED_FIGURES.indexOf(figure)) & 1) === 1;
}

export function estimatesOf(residences: Pick<Residences, "estimated">, r: number): EstimatedFigure[] {
  return ESTIMATED_FIGURES.filter((figure) => isEstimated(residences, r, figure));
}

/** Whence the figures of a residence are, as it is stored. */
export interface FigureSources {
  /** From the footprint, which where the map counts the flats they are not. */
  readonly areHouseholdsEstimated: boolean;
  readonly peopleSource: (typeof PEOPLE_SOURCES)[number];
  /** Some age group is a share of a population file. */
  readonly areAgesShared: boolean;
}

export function estimatesFrom(of: FigureSources): EstimatedFigure[] {
  const is: Readonly<Record<EstimatedFigure, boolean>> = {
    households: of.areHouseholdsEstimated,
    residents: of.peopleSource !== "given" && of.peopleSource !== "unknown",
    ages: of.areAgesShared,
  };
  return ESTIMATED_FIGURES.filter((figure) => is[figure]);
}

/** People columns hold −1 where the figure is unknown: such a residence is in no sum of people. */
export interface Residences {
  readonly count: number;
  /** Shape [count] each. */
  readonly ref: readonly string[];
  readonly name: readonly (string | null)[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly households: Int32Array;
  readonly residents: Int32Array;
  /**
   * Residents by age group, shape [count] each; empty where nothing is known of any residence. Groups overlap; a known
   * figure is at most the residents where these are known.
   */
  readonly ages: ReadonlyMap<AgeGroup, Int32Array>;
  /**
   * Open gates or doors by which people leave, in the order of the file. Null where nobody said: the walk starts at the
   * point; empty where all that is known is closed.
   */
  readonly entrances: readonly (readonly LonLat[] | null)[];
  /** 1 for a compound, 0 for a single building. */
  readonly compound: Uint8Array;
  /** Which of its figures are estimates: bit i stands for {@link ESTIMATED_FIGURES} i, 0 where none is. */
  readonly estimated: Uint8Array;
  /** Index into {@link PEOPLE_SOURCES}: whence the residents are. 0 where nobody gave or estimated them. */
  readonly peopleSource: Uint8Array;
  /** Index into the units of the level, −1 outside all of them. */
  readonly community: Int32Array;
  readonly subdistrict: Int32Array;
}

export interface Facilities {
  readonly count: number;
  readonly ref: readonly string[];
  readonly name: readonly (string | null)[];
  /** Index into `categories`. */
  readonly category: Int32Array;
  readonly categories: readonly string[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** As written; null where nobody said. */
  readonly openingHours: readonly (string | null)[];
  /** Shape [count]. People it can serve at once, −1 where nobody said. */
  readonly capacity: Int32Array;
  readonly community: Int32Array;
  readonly subdistrict: Int32Array;
  /**
   * Shape [count]. 1 where it stands beyond the boundary of the area, from where it serves people without being one of the
   * area's own; one that a what-if adds or moves is taken for the area's. Absent where no file gives a boundary.
   */
  readonly beyond?: Uint8Array;
}

export interface Unit {
  readonly ref: string;
  readonly name: string;
  readonly level: "subdistrict" | "community";
  /** ref of the subdistrict a community belongs to. */
  readonly parent: string | null;
  readonly bbox: readonly [number, number, number, number];
}
