/** The grid of an edited network, from that of its base: segments of closed edges taken out, new ones put in. @module */
import { copyShifted } from "../copy-shifted.ts";
import { buildSegmentGrid, column, type Frame, row, type SegmentGrid, sharedColumn } from "../segment-grid.ts";
import { E7, type WalkNetwork } from "../walk-network.ts";

/** Built anew where a link leaves the frame of the base. */
export function editGrid(grid: SegmentGrid, base: WalkNetwork, edited: WalkNetwork): SegmentGrid {
  for (let s = base.shapeMm.length; s < edited.shapeMm.length; s++)
    if (!isInFrame(edited, grid, s)) return buildSegmentGrid(edited);
  const hasMore = edited.shapeMm.length > base.shapeMm.length;
  const edgeOf = hasMore ? sharedColumn(edited.shapeMm.length) : grid.edgeOf;
  if (hasMore) edgeOf.set(grid.edgeOf);
  const added = new Map<number, number[]>();
  for (let e = base.edgeCount; e < edited.edgeCount; e++) {
    const [first, end] = [edited.shapeStart[e], edited.shapeStart[e + 1]];
    edgeOf.fill(e, first, end);
    for (let s = first; s + 1 < end; s++) {
      eachCell(edited, grid, s, (cell) => {
        added.set(cell, [...(added.get(cell) ?? []), s]);
      });
    }
  }
  return {
    ...grid,
    ...withCells(grid, cellsOf(grid, base, edited, added), added, (s) => edited.edgeFlags[edgeOf[s]] !== 0),
    edgeOf,
  };
}

/** Cells that change, ascending: those of new segments and those of edges that are closed now. */
function cellsOf(
  grid: SegmentGrid,
  base: WalkNetwork,
  edited: WalkNetwork,
  added: ReadonlyMap<number, unknown>,
): number[] {
  const cells = new Set(added.keys());
  for (let e = 0; e < base.edgeCount; e++) {
    if (edited.edgeFlags[e] !== 0 || base.edgeFlags[e] === 0) continue;
    for (let s = base.shapeStart[e]; s + 1 < base.shapeStart[e + 1]; s++)
      eachCell(base, grid, s, (cell) => cells.add(cell));
  }
  return [...cells].sort((a, b) => a - b);
}

/** What lies between the cells that change is copied as it is. */
function withCells(
  grid: SegmentGrid,
  cells: readonly number[],
  added: ReadonlyMap<number, readonly number[]>,
  isOpen: (segment: number) => boolean,
): Pick<SegmentGrid, "start" | "segment"> {
  const contents = cells.map((cell) => [
    ...grid.segment.subarray(grid.start[cell], grid.start[cell + 1]).filter(isOpen),
    ...(added.get(cell) ?? []),
  ]);
  const growth = contents.reduce(
    (sum, list, i) => sum + list.length - (grid.start[cells[i] + 1] - grid.start[cells[i]]),
    0,
  );
  const start = sharedColumn(grid.start.length);
  const segment = sharedColumn(grid.segment.length + growth);
  let shift = 0;
  let from = 0;
  const copyUpTo = (cell: number): void => {
    copyShifted(grid.start, from, cell + 1, shift, start);
    segment.set(grid.segment.subarray(grid.start[from], grid.start[cell]), grid.start[from] + shift);
  };
  cells.forEach((cell, i) => {
    copyUpTo(cell);
    segment.set(contents[i], start[cell]);
    shift += contents[i].length - (grid.start[cell + 1] - grid.start[cell]);
    from = cell + 1;
  });
  copyUpTo(grid.start.length - 1);
  return { start, segment };
}

/** Whether a shape point lies within the frame, so that a segment between two such points stands in cells of the grid. */
function isInFrame({ shapeLonE7, shapeLatE7 }: WalkNetwork, frame: Frame, point: number): boolean {
  const x = (shapeLonE7[point] / E7 - frame.west) / frame.cellLon;
  const y = (shapeLatE7[point] / E7 - frame.south) / frame.cellLat;
  return x >= 0 && x <= frame.columns && y >= 0 && y <= frame.rows;
}

/** Every cell that the box of a segment touches. */
function eachCell(
  { shapeLonE7, shapeLatE7 }: WalkNetwork,
  frame: Frame,
  s: number,
  visit: (cell: number) => void,
): void {
  const [x0, x1] = [column(frame, shapeLonE7[s] / E7), column(frame, shapeLonE7[s + 1] / E7)];
  const [y0, y1] = [row(frame, shapeLatE7[s] / E7), row(frame, shapeLatE7[s + 1] / E7)];
  for (let y = Math.min(y0, y1); y <= Math.max(y0, y1); y++)
    for (let x = Math.min(x0, x1); x <= Math.max(x0, x1); x++) visit(y * frame.columns + x);
}
