/** What became of the people of a population file: told in full, so that nobody is lost in silence. @module */
import type { AgeGroup } from "../age-groups.ts";
import { roundInOrder } from "./apportion.ts";

/** people = shared + given − aboveCell + leftOver + withoutHomes, to the person. */
export interface Balance {
  /** All people of the cells. */
  people: number;
  /** Handed out. */
  shared: number;
  /** Of homes in the cells that keep figures of their own. */
  given: number;
  /** By which the figures of such homes exceed their cell. */
  aboveCell: number;
  /** Not handed out, because no home of the cell may take them. */
  leftOver: number;
  /** In cells without any home. */
  withoutHomes: number;
}

export interface SharingReport {
  readonly source: "raster" | "cells";
  /** Cells of which something is known, and those with people and without homes. */
  readonly cells: number;
  readonly cellsWithoutHomes: number;
  /** Cells of which residents are left over, and cells whose homes exceed them by figures of their own. */
  readonly cellsLeftOver: number;
  readonly cellsAbove: number;
  /** Homes that took a share, that kept their own, and that lie in no cell and keep what they have. */
  readonly homesShared: number;
  readonly homesGiven: number;
  readonly homesOutside: number;
  /** Homes beyond the boundary in cells that reach across it, and the residents whom they took: of the shared, and not of the area. */
  readonly homesBeyond: number;
  readonly residentsBeyond: number;
  /** Homes that took an average share because neither households nor floor area are known. */
  readonly homesUnweighed: number;
  /** Age groups given for homes whose share of residents is smaller: not used. */
  readonly groupsSetAside: number;
  readonly residents: Balance;
  readonly ages: Readonly<Partial<Record<AgeGroup, Balance>>>;
}

export function emptyBalance(): Balance {
  return { people: 0, shared: 0, given: 0, aboveCell: 0, leftOver: 0, withoutHomes: 0 };
}

/**
 * Books one cell and says how many of its people are to be shared out.
 *
 * @param ofGiven people of the cell's homes that keep their own
 * @param room most that the others can take
 */
export function settleCell(
  balance: Balance,
  people: number,
  ofGiven: number,
  room: number,
  counts: { cellsLeftOver: number; cellsAbove: number },
): number {
  const above = Math.max(0, ofGiven - people);
  const rest = people - ofGiven + above;
  const shared = Math.min(rest, room);
  balance.people += people;
  balance.given += ofGiven;
  balance.aboveCell += above;
  balance.shared += shared;
  balance.leftOver += rest - shared;
  if (above > 0) counts.cellsAbove++;
  if (rest > shared) counts.cellsLeftOver++;
  return shared;
}

/** The rounded sum of the figures of some cells. */
export function round(cells: readonly number[], figures: Float64Array): number {
  return roundInOrder(cells.map((index) => figures[index])).reduce((sum, figure) => sum + figure, 0);
}
