/** The pieces of street that can be walked within a limit, cut where the limit falls. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import { edgeLine } from "../../network/edge-line.ts";
import type { Place } from "../../network/snap.ts";
import { EdgeFlag } from "../../network/walk-network.ts";
import type { Walker } from "../walker.ts";

/** A piece of one edge along which the walk grows steadily, in the direction walked. */
export interface ReachedLine {
  readonly edge: number;
  /** Millimetres from the start of the edge; the first is the larger one where the edge is walked backwards. */
  readonly fromMm: number;
  readonly toMm: number;
  /** Walk to both ends, the offset of the start included; the second is at most the limit. */
  readonly walkedFromMm: number;
  readonly walkedToMm: number;
  readonly line: readonly LonLat[];
}

/**
 * Every reached piece in order of edges. Reads a search that has spread from `start` at least to the limit. Where walks
 * from both ends of an edge meet, two pieces end there.
 *
 * @param limitMm inclusive
 */
export function reachedLines(walker: Walker, start: Place, limitMm: number): ReachedLine[] {
  const { network, search, closed } = walker;
  const { edgeFrom, edgeTo, edgeLengthMm, edgeFlags } = network;
  const lines: ReachedLine[] = [];
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const atFrom = search.mm[edgeFrom[edge]];
    const atTo = search.mm[edgeTo[edge]];
    if (atFrom > limitMm && atTo > limitMm && edge !== start.edge) continue;
    if ((edgeFlags[edge] & closed) !== 0) continue;
    const forward = (edgeFlags[edge] & EdgeFlag.FORWARD) !== 0 ? atFrom : Infinity;
    const backward = (edgeFlags[edge] & EdgeFlag.BACKWARD) !== 0 ? atTo : Infinity;
    const length = edgeLengthMm[edge];
    if (edge !== start.edge) {
      addPieces(walker, edge, 0, length, forward, backward + length, limitMm, lines);
      continue;
    }
    const { mm, offsetMm } = start;
    const ahead = (edgeFlags[edge] & EdgeFlag.FORWARD) !== 0 ? offsetMm - mm : Infinity;
    const behind = (edgeFlags[edge] & EdgeFlag.BACKWARD) !== 0 ? offsetMm + mm : Infinity;
    addPieces(walker, edge, 0, mm, forward, Math.min(behind, backward + length), limitMm, lines);
    addPieces(walker, edge, mm, length, Math.min(ahead, forward), backward + length, limitMm, lines);
  }
  return lines;
}

/**
 * The pieces of the stretch `low … high` of an edge, where the walk to x is the lesser of `ahead` + x and `behind` − x.
 * Where both meet between two millimetres the piece ahead ends on the lower one.
 */
function addPieces(
  { network }: Walker,
  edge: number,
  low: number,
  high: number,
  ahead: number,
  behind: number,
  limitMm: number,
  lines: ReachedLine[],
): void {
  const ridge = ahead === Infinity ? low : behind === Infinity ? high : Math.floor((behind - ahead) / 2);
  const aheadEnd = Math.min(high, ridge, limitMm - ahead);
  if (aheadEnd > low) {
    const line = edgeLine(network, edge, low, aheadEnd);
    lines.push({ edge, fromMm: low, toMm: aheadEnd, walkedFromMm: ahead + low, walkedToMm: ahead + aheadEnd, line });
  }
  const behindEnd = Math.max(low, ridge, behind - limitMm);
  if (behindEnd < high) {
    const line = edgeLine(network, edge, high, behindEnd);
    lines.push({
      edge,
      fromMm: high,
      toMm: behindEnd,
      walkedFromMm: behind - high,
      walkedToMm: behind - behindEnd,
      line,
    });
  }
}
