/** Walking distance from one origin at every lattice point around it, read street by street. @module */
import { metresPerLat, metresPerLon } from "../../base/metric.ts";
import { MM_PER_M } from "../../base/units.ts";
import type { Place } from "../../network/snap.ts";
import { E7, EdgeFlag } from "../../network/walk-network.ts";
import { alongEdge } from "../ends.ts";
import type { Walker } from "../walker.ts";
import { BLOCK, BLOCK_SHIFT, type LatticeBlock, type Layer, RUN } from "./block.ts";
import { makeRoom } from "./field-memory.ts";
import { blockAt, type Lattice } from "./lattice.ts";

/** Stands for "no walk within the limit": two of them can be added without overflow. */
export const FAR = 0x3fff_ffff;

export interface Field {
  readonly walker: Walker;
  readonly start: Place;
  readonly lattice: Lattice;
  /** Largest limit that may be asked of this field. */
  readonly limitMm: number;
  /** Lattice numbers of the south-west point; whole blocks. */
  readonly x0: number;
  readonly y0: number;
  /** A row has 2^shift points, whole blocks and what is needed to fill up the power of two. */
  readonly shift: number;
  /** Shape [rows × 2^shift], row by row from the south-west; millimetres, {@link FAR} and more where no walk within the limit leads. */
  readonly mm: Int32Array;
  /** Columns and rows that can hold anything reached, with a rim of points outside, counted from x0, y0; both inclusive. */
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  /** Row by row; `blocksAcross` a row. */
  readonly blocks: readonly LatticeBlock[];
  readonly blocksAcross: number;
}

/**
 * Reads the field from a search that has spread from `start` at least to the limit. What lies beyond the limit is told
 * alike however far the search went.
 */
export function fieldAround(walker: Walker, lattice: Lattice, start: Place, limitMm: number): Field {
  const field = frameOf(walker, lattice, start, limitMm);
  const { mm, shift, blocks, blocksAcross } = field;
  for (let i = 0; i < blocks.length; i++) {
    const { all, open } = blocks[i];
    const corner = (Math.floor(i / blocksAcross) << (shift + BLOCK_SHIFT)) + ((i % blocksAcross) << BLOCK_SHIFT);
    readLayer(walker, start, all, limitMm, mm, corner, shift);
    if (open !== null) readLayer(walker, start, open, limitMm, mm, corner, shift);
  }
  closeRim(field);
  return field;
}

/** Nothing is reached on the rim, save beside a pole, where the box is cut off: there too every ring has to close. */
function closeRim({ mm, shift, west, east, south, north }: Field): void {
  mm.fill(FAR, (south << shift) + west, (south << shift) + east + 1);
  mm.fill(FAR, (north << shift) + west, (north << shift) + east + 1);
  for (let y = south; y <= north; y++) mm[(y << shift) + west] = mm[(y << shift) + east] = FAR;
}

/**
 * Does something while the four points round the snapped place count as within a limit, so that every shape contains
 * the place, whatever street the points themselves belong to.
 */
export function withSnappedReached<Result>(field: Field, limitMm: number, work: () => Result): Result {
  const { lattice, start, x0, y0, shift, mm } = field;
  if (start.offsetMm > limitMm) return work();
  const x = Math.floor((start.lon - lattice.west) / lattice.lonStep) - x0;
  const y = Math.floor((start.lat - lattice.south) / lattice.latStep) - y0;
  const point = (y << shift) + x;
  const points = [point, point + 1, point + (1 << shift), point + (1 << shift) + 1];
  const before = points.map((i) => mm[i]);
  for (const i of points) mm[i] = Math.min(mm[i], limitMm);
  const result = work();
  points.forEach((i, at) => {
    mm[i] = before[at];
  });
  return result;
}

/** Whole walk to a point of one layer, as {@link fieldAround} counts it. */
export function walkTo({ walker, start, limitMm }: Field, layer: Layer, point: number): number {
  const edge = layer.edge[point];
  return edge < 0 ? FAR : walkToPlace(walker, start, limitMm, edge, layer.mm[point], layer.offsetMm[point]);
}

/** As `totalTo`, for junctions within the limit. */
export function walkToPlace(
  { network, search }: Walker,
  start: Place,
  limitMm: number,
  edge: number,
  mm: number,
  offsetMm: number,
): number {
  const flags = network.edgeFlags[edge];
  const rest = network.edgeLengthMm[edge] - mm;
  const atFrom = search.mm[network.edgeFrom[edge]];
  const atTo = search.mm[network.edgeTo[edge]];
  let best = FAR;
  if (atFrom <= limitMm && ((flags & EdgeFlag.FORWARD) !== 0 || mm === 0)) best = atFrom + mm;
  if (atTo <= limitMm && ((flags & EdgeFlag.BACKWARD) !== 0 || rest === 0)) best = Math.min(best, atTo + rest);
  if (edge === start.edge) best = Math.min(best, start.offsetMm + alongEdge(network, edge, start.mm, mm));
  return best + offsetMm;
}

/** Writes the shorter of what stands in the field and the walk over this layer's places. */
function readLayer(
  walker: Walker,
  start: Place,
  { runs, order, edge, mm, offsetMm }: Layer,
  limitMm: number,
  field: Int32Array,
  corner: number,
  shift: number,
): void {
  const reached = walker.search.mm;
  for (let r = 0, i = 0; r < runs.length; r += RUN) {
    const end = runs[r + 5];
    let atFrom = reached[runs[r + 1]];
    let atTo = reached[runs[r + 2]];
    if (atFrom > limitMm) atFrom = FAR;
    if (atTo > limitMm) atTo = FAR;
    const isOwn = runs[r] === start.edge;
    if (atFrom === FAR && atTo === FAR && !isOwn) {
      i = end;
    } else if (runs[r + 4] === 1 && !isOwn) {
      const beyond = atTo + runs[r + 3];
      for (; i < end; i++) {
        const point = order[i];
        const over = atFrom + mm[point];
        const back = beyond - mm[point];
        const walk = (over < back ? over : back) + offsetMm[point];
        const at = corner + ((point >> BLOCK_SHIFT) << shift) + (point & (BLOCK - 1));
        if (walk < field[at]) field[at] = walk;
      }
    } else {
      for (; i < end; i++) {
        const point = order[i];
        const walk = walkToPlace(walker, start, limitMm, edge[point], mm[point], offsetMm[point]);
        const at = corner + ((point >> BLOCK_SHIFT) << shift) + (point & (BLOCK - 1));
        if (walk < field[at]) field[at] = walk;
      }
    }
  }
}

/** The box that a walk can reach by the straight way, in whole blocks, with nothing in it yet. */
function frameOf(walker: Walker, lattice: Lattice, start: Place, limitMm: number): Field {
  const { west, south, lonStep, latStep, memory } = lattice;
  const box = reachedBox(walker, lattice, start, limitMm);
  // One step for the points round the snapped place, which may itself lie on a row or column, one for the rim.
  const x0 = Math.floor((box.west - west) / lonStep) - 1;
  const x1 = Math.floor((box.east - west) / lonStep) + 2;
  const y0 = Math.floor((box.south - south) / latStep) - 1;
  const y1 = Math.floor((box.north - south) / latStep) + 2;
  const bx0 = x0 >> BLOCK_SHIFT;
  const by0 = y0 >> BLOCK_SHIFT;
  const blocksAcross = (x1 >> BLOCK_SHIFT) - bx0 + 1;
  const blocksUp = (y1 >> BLOCK_SHIFT) - by0 + 1;
  const shift = 32 - Math.clz32(blocksAcross * BLOCK - 1);
  const points = (blocksUp * BLOCK) << shift;
  makeRoom(memory, points);
  memory.mm.fill(FAR, 0, points);
  const blocks: LatticeBlock[] = [];
  for (let by = by0; by < by0 + blocksUp; by++)
    for (let bx = bx0; bx < bx0 + blocksAcross; bx++) blocks.push(blockAt(lattice, bx, by));
  return {
    walker,
    start,
    lattice,
    limitMm,
    x0: bx0 * BLOCK,
    y0: by0 * BLOCK,
    shift,
    mm: memory.mm,
    west: x0 - bx0 * BLOCK,
    east: x1 - bx0 * BLOCK,
    south: y0 - by0 * BLOCK,
    north: y1 - by0 * BLOCK,
    blocks,
    blocksAcross,
  };
}

/**
 * Degrees around everything that can be walked to: from the snapped place and from every junction reached no farther
 * than the limit leaves, and no farther than an edge and the way off it lead.
 */
function reachedBox(
  { network, search, profile }: Walker,
  { longestMm, lonStep }: Lattice,
  start: Place,
  limitMm: number,
) {
  const { nodeLonE7, nodeLatE7, edgeLengthMm } = network;
  const { mm, touched, touchedCount } = search;
  const left = Math.max(0, limitMm - start.offsetMm);
  const onEdge = Math.min(left, edgeLengthMm[start.edge] + profile.maxOffsetMm);
  const latPerMm = 1 / MM_PER_M / metresPerLat(start.lat);
  const lonM = Math.min(metresPerLon(start.lat - left * latPerMm), metresPerLon(start.lat + left * latPerMm));
  // Beside a pole, where columns of the lattice come together, the shape ends where they are narrower than a metre.
  const lonPerMm = 1 / MM_PER_M / Math.max(1 / lonStep, lonM);
  let west = start.lon - onEdge * lonPerMm;
  let east = start.lon + onEdge * lonPerMm;
  let south = start.lat - onEdge * latPerMm;
  let north = start.lat + onEdge * latPerMm;
  for (let i = 0; i < touchedCount; i++) {
    const v = touched[i];
    if (mm[v] > limitMm) continue;
    const beyond = Math.min(limitMm - mm[v], longestMm[v] + profile.maxOffsetMm);
    const lon = nodeLonE7[v] / E7;
    const lat = nodeLatE7[v] / E7;
    if (lon - beyond * lonPerMm < west) west = lon - beyond * lonPerMm;
    if (lon + beyond * lonPerMm > east) east = lon + beyond * lonPerMm;
    if (lat - beyond * latPerMm < south) south = lat - beyond * latPerMm;
    if (lat + beyond * latPerMm > north) north = lat + beyond * latPerMm;
  }
  return { west, east, south, north };
}
