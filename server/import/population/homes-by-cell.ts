/** Which homes lie in which cell of a population file, and which of them keep their own figures. @module */
import { cellFinder, type Population } from "./population.ts";

/** Homes of one release with their own figures, −1 where unknown. */
export interface Homes {
  readonly count: number;
  /** Shape [count] each. */
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  readonly households: Int32Array;
  readonly residents: Int32Array;
  /** 1 where the residents are an estimate from the footprint. */
  readonly estimated: Uint8Array;
  readonly ages: ReadonlyMap<string, Int32Array>;
  /**
   * Shape [count]. 1 for homes beyond the boundary of the area: they take their share of a cell that reaches across it,
   * and are no homes of the area. Absent where there are none.
   */
  readonly beyond?: Uint8Array;
}

/** Homes of one cell. */
export interface Cell {
  readonly index: number;
  /** Homes that keep residents of their own. */
  readonly given: readonly number[];
  /** Homes that take a share. */
  readonly open: readonly number[];
}

/** Cells with homes, in the order of the file. */
export function cellsWithHomes(population: Population, homes: Homes): { cells: Cell[]; outside: number } {
  const find = cellFinder(population);
  const byCell = new Map<number, { index: number; given: number[]; open: number[] }>();
  let outside = 0;
  for (let r = 0; r < homes.count; r++) {
    const index = find(homes.lon[r], homes.lat[r]);
    if (index < 0) {
      if (homes.beyond?.[r] !== 1) outside++;
      continue;
    }
    const cell = byCell.get(index) ?? { index, given: [], open: [] };
    byCell.set(index, cell);
    const keepsOwn = homes.residents[r] >= 0 && homes.estimated[r] === 0;
    (keepsOwn ? cell.given : cell.open).push(r);
  }
  return { cells: [...byCell.values()].sort((a, b) => a.index - b.index), outside };
}
