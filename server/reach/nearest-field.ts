/** The nearest end of one category for every junction: whatever lies on an edge finds its own by a look at both ends of it. @module */
import { MAX_OFFSET_MM, UNREACHED } from "../base/units.ts";
import type { Spot } from "../network/snap.ts";
import { EdgeFlag, type WalkNetwork } from "../network/walk-network.ts";
import { alongEdge } from "./ends.ts";
import type { Ends } from "./nearest.ts";

export interface NearestField {
  /** Shape [n]. Walk from every junction to the nearest end, its offset included; {@link UNREACHED} where none leads to any. */
  readonly mm: Int32Array;
  /** Shape [n]. That end, of equally near ones the first; of no meaning where `mm` is {@link UNREACHED}. */
  readonly label: Int32Array | Uint16Array;
}

export interface NearestEnd {
  /** Walk in millimetres; Infinity where there is none. */
  mm: number;
  /** Index into {@link Ends}, −1 where there is none. */
  end: number;
}

/** Longer walks are none: with the offset of their start they would have no room in 31 bits. */
const LONGEST_WALK_MM = UNREACHED - 1 - MAX_OFFSET_MM;
const LABELS_IN_16_BITS = 1 << 16;

/** A copy of what a labelled search has found, apart from the walker's memory: 6 bytes a junction, 8 where ends are very many. */
export function keptField({ mm, label }: NearestField, { places }: Ends): NearestField {
  return { mm: mm.slice(), label: places.length <= LABELS_IN_16_BITS ? Uint16Array.from(label) : label.slice() };
}

export function endsByEdge({ places }: Ends): ReadonlyMap<number, readonly number[]> {
  const byEdge = new Map<number, number[]>();
  places.forEach(({ edge }, i) => {
    const list = byEdge.get(edge);
    if (list) list.push(i);
    else byEdge.set(edge, [i]);
  });
  return byEdge;
}

/**
 * The nearest end from a place on an edge, the place's own offset left out; of equally near ones the first.
 *
 * @param onEdge as of {@link endsByEdge}
 * @param best overwritten, so that one object serves many starts
 */
export function readField(
  network: WalkNetwork,
  field: NearestField,
  { places }: Ends,
  onEdge: ReadonlyMap<number, readonly number[]>,
  { edge, mm }: Spot,
  best: NearestEnd,
): void {
  const flags = network.edgeFlags[edge];
  const rest = network.edgeLengthMm[edge] - mm;
  const from = network.edgeFrom[edge];
  const to = network.edgeTo[edge];
  best.mm = Infinity;
  best.end = -1;
  if (((flags & EdgeFlag.BACKWARD) !== 0 || mm === 0) && field.mm[from] !== UNREACHED)
    offer(best, mm + field.mm[from], field.label[from]);
  if (((flags & EdgeFlag.FORWARD) !== 0 || rest === 0) && field.mm[to] !== UNREACHED)
    offer(best, rest + field.mm[to], field.label[to]);
  const here = onEdge.get(edge);
  if (here === undefined) return;
  for (const i of here) offer(best, alongEdge(network, edge, mm, places[i].mm) + places[i].offsetMm, i);
}

function offer(best: NearestEnd, mm: number, end: number): void {
  if (mm > best.mm || mm > LONGEST_WALK_MM || (mm === best.mm && end >= best.end)) return;
  best.mm = mm;
  best.end = end;
}
