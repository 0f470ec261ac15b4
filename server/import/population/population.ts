/** Population from elsewhere: people by cell of a raster or by H3 cell, before they are shared out over the homes. @module */
import { latLngToCell } from "h3-js";
import { fromWgs84, parseCrs } from "../../base/crs.ts";
import type { AgeGroup } from "../age-groups.ts";

/**
 * Cells as columns. Figures are counts of people, not densities, and may have fractions; −1 where nothing is known,
 * which is not the same as nobody.
 */
interface Figures {
  /** Shape [c]. */
  readonly people: Float64Array;
  /** Shape [c] each; groups that the file does not give are not there. */
  readonly ages: ReadonlyMap<AgeGroup, Float64Array>;
}

/** A window of a raster: cell i lies in row ⌊i / columns⌋ from the top and column i mod columns. */
export interface RasterPopulation extends Figures {
  readonly form: "raster";
  readonly grid: RasterGrid;
}

export interface RasterGrid {
  /** As {@link parseCrs} reads it. */
  readonly crs: string;
  /** Outer corner of the first cell, in the units of the system. */
  readonly originX: number;
  readonly originY: number;
  /** Width and height of a cell; `stepY` is negative where rows run south. */
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
}

export interface CellPopulation extends Figures {
  readonly form: "cells";
  readonly resolution: number;
  /** H3 indexes, all of the one resolution, each once. */
  readonly cells: readonly string[];
}

export type Population = RasterPopulation | CellPopulation;

/**
 * Tells in which cell a position lies; −1 where it lies in none, or in one of which nothing is known.
 * A position on the border of two raster cells belongs to the one that begins there.
 */
export function cellFinder(population: Population): (lon: number, lat: number) => number {
  const find = population.form === "raster" ? rasterFinder(population.grid) : h3Finder(population);
  return (lon, lat) => {
    const cell = find(lon, lat);
    return cell >= 0 && population.people[cell] >= 0 ? cell : -1;
  };
}

function rasterFinder({ crs, originX, originY, stepX, stepY, columns, rows }: RasterGrid) {
  const system = parseCrs(crs);
  return (lon: number, lat: number): number => {
    const [x, y] = fromWgs84(system, [lon, lat]);
    const column = Math.floor((x - originX) / stepX);
    const row = Math.floor((y - originY) / stepY);
    return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
  };
}

function h3Finder({ cells, resolution }: CellPopulation) {
  const index = new Map(cells.map((cell, i) => [cell, i]));
  return (lon: number, lat: number): number => index.get(latLngToCell(lat, lon, resolution)) ?? -1;
}
