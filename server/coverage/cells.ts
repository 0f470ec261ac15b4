/** Residences gathered into H3 cells, for the heat map: a picture of coverage, never its judge. @module */
import { latLngToCell } from "h3-js";
import { UNREACHED } from "../base/units.ts";
import { type CategoryWalks, State } from "./category-walks.ts";
import type { Residences } from "./people.ts";
import { verdictOf } from "./verdict.ts";

/** H3 cell of every residence at one resolution. */
export interface CellIndex {
  readonly resolution: number;
  readonly cells: readonly string[];
  /** Shape [r]. Index into `cells`. */
  readonly cellOf: Int32Array;
}

export interface CellWalks {
  readonly residences: number;
  readonly residents: number;
  /** Residences that are not in the sum of residents, as nobody knows their number. */
  readonly residentsUnknownResidences: number;
  /** Mean of the known walks weighted by residents (by residences where nobody's number is known); null where none is known. */
  readonly meanMm: number | null;
  readonly worstMm: number | null;
  /** Residences whose walk is unknown, be it only for facilities without a street or of unknown hours, and those known to have none. */
  readonly unknown: number;
  readonly noWalk: number;
}

/** Cells in the order in which residences first name them. */
export function indexCells({ count, lon, lat }: Residences, resolution: number): CellIndex {
  const index = new Map<string, number>();
  const cellOf = new Int32Array(count);
  for (let r = 0; r < count; r++) {
    const h3 = latLngToCell(lat[r], lon[r], resolution);
    const known = index.get(h3);
    cellOf[r] = known ?? index.size;
    if (known === undefined) index.set(h3, index.size);
  }
  return { resolution, cells: [...index.keys()], cellOf };
}

/** Figures of every cell that do not depend on a limit. */
export function walksByCell({ cells, cellOf }: CellIndex, residences: Residences, walks: CategoryWalks): CellWalks[] {
  const sums = cells.map(() => ({
    residences: 0,
    residents: 0,
    residentsUnknownResidences: 0,
    weight: 0,
    weighted: 0,
    plain: 0,
    known: 0,
    worst: 0,
    unknown: 0,
    noWalk: 0,
  }));
  for (let r = 0; r < residences.count; r++) {
    const sum = sums[cellOf[r]];
    const residents = Math.max(0, residences.residents[r]);
    sum.residences++;
    sum.residents += residents;
    if (residences.residents[r] < 0) sum.residentsUnknownResidences++;
    if (walks.state[r] === State.WALK) {
      sum.known++;
      sum.plain += walks.totalMm[r];
      sum.weight += residents;
      sum.weighted += residents * walks.totalMm[r];
      sum.worst = Math.max(sum.worst, walks.totalMm[r]);
    } else if (verdictOf(walks, r, UNREACHED - 1) === "unknown") sum.unknown++;
    else sum.noWalk++;
  }
  return sums.map((sum) => ({
    residences: sum.residences,
    residents: sum.residents,
    residentsUnknownResidences: sum.residentsUnknownResidences,
    meanMm: sum.known === 0 ? null : Math.round(sum.weight > 0 ? sum.weighted / sum.weight : sum.plain / sum.known),
    worstMm: sum.known === 0 ? null : sum.worst,
    unknown: sum.unknown,
    noWalk: sum.noWalk,
  }));
}

/** Residents covered, uncovered and unknown in every cell at a limit. */
export function residentsByCell(
  { cells, cellOf }: CellIndex,
  residences: Residences,
  walks: CategoryWalks,
  limitMm: number,
) {
  const tallies = cells.map(() => ({ covered: 0, uncovered: 0, unknown: 0 }));
  for (let r = 0; r < residences.count; r++) {
    tallies[cellOf[r]][verdictOf(walks, r, limitMm)] += Math.max(0, residences.residents[r]);
  }
  return tallies;
}
