/** Only the H3 cells in which some residence's walk or verdict changes, with their figures before and after. @module */
import { UNREACHED } from "../../base/units.ts";
import type { CategoryWalks } from "../category-walks.ts";
import { type CellIndex, type CellWalks, residentsByCell, walksByCell } from "../cells.ts";
import type { Residences } from "../people.ts";
import type { ChangedWalks } from "./changed-walks.ts";
import { rowsOf } from "./rows.ts";

interface CellFigures extends CellWalks {
  /** Residents at the limit. */
  readonly covered: number;
  readonly uncovered: number;
  readonly unknownResidents: number;
}

export interface ChangedCell {
  readonly h3: string;
  readonly before: CellFigures;
  readonly after: CellFigures;
}

/** Residences by cell: those of cell c are `members[first[c]] … members[first[c + 1] - 1]`, rising. */
export interface CellMembers {
  readonly first: Uint32Array;
  readonly members: Uint32Array;
}

export function membersByCell({ cells, cellOf }: CellIndex): CellMembers {
  const first = new Uint32Array(cells.length + 1);
  for (const c of cellOf) first[c + 1]++;
  for (let c = 0; c < cells.length; c++) first[c + 1] += first[c];
  const next = first.slice();
  const members = new Uint32Array(cellOf.length);
  for (let r = 0; r < cellOf.length; r++) members[next[cellOf[r]]++] = r;
  return { first, members };
}

/** In the order of the index. The figures are those that the whole map shows of these cells. */
export function changedCells(
  { resolution, cells, cellOf }: CellIndex,
  { first, members }: CellMembers,
  residences: Residences,
  { rows, after, base }: ChangedWalks,
  limitMm: number,
): ChangedCell[] {
  const touched = [...new Set(rows.map((r) => cellOf[r]))].sort((a, b) => a - b);
  const own = Int32Array.from(touched.flatMap((c) => [...members.subarray(first[c], first[c + 1])]));
  const few: CellIndex = {
    resolution,
    cells: touched.map((c) => cells[c]),
    cellOf: Int32Array.from(touched.flatMap((c, i) => Array<number>(first[c + 1] - first[c]).fill(i))),
  };
  const people = { ...rowsOf(residences, own, residences.count), count: own.length };
  const before = rowsOf(base, own, residences.count);
  const figures = (walks: CategoryWalks): CellFigures[] => {
    const atLimit = residentsByCell(few, people, walks, limitMm);
    return walksByCell(few, people, walks).map((cell, c) => ({
      ...cell,
      covered: atLimit[c].covered,
      uncovered: atLimit[c].uncovered,
      unknownResidents: atLimit[c].unknown,
    }));
  };
  const [was, is] = [figures(before), figures(withRows(before, own, after, rows))];
  return few.cells.map((h3, c) => ({ h3, before: was[c], after: is[c] }));
}

/** What cells show of walks, with some of their rows replaced. */
function withRows(walks: CategoryWalks, of: Int32Array, by: CategoryWalks, rows: Int32Array): CategoryWalks {
  const at = new Map(Array.from(of, (r, i) => [r, i]));
  const [totalMm, state, offNetworkMm] = [walks.totalMm.slice(), walks.state.slice(), walks.offNetworkMm.slice()];
  const unsureMm = walks.unsureMm?.slice() ?? new Int32Array(of.length).fill(UNREACHED);
  rows.forEach((r, i) => {
    const place = at.get(r)!;
    totalMm[place] = by.totalMm[i];
    state[place] = by.state[i];
    offNetworkMm[place] = by.offNetworkMm[i];
    unsureMm[place] = by.unsureMm?.[i] ?? UNREACHED;
  });
  return { ...walks, totalMm, state, offNetworkMm, unsureMm };
}
