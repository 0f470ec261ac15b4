/** Lists of the k best facilities, one list a row: junctions while searching, starts when answering. @module */
import { UNREACHED } from "../base/units.ts";

export interface BestLists {
  readonly k: number;
  /** Shape [rows × k], nearest first; {@link UNREACHED} where a list is shorter than k. */
  readonly mm: Int32Array;
  /** Shape [rows × k]. Index of the end walked to, −1 where a list is shorter than k. */
  readonly end: Int32Array;
  /** Shape [rows × k]. 1 once the search has walked on from this entry. */
  readonly settled: Uint8Array;
}

export function createBestLists(rows: number, k: number): BestLists {
  return {
    k,
    mm: new Int32Array(rows * k).fill(UNREACHED),
    end: new Int32Array(rows * k).fill(-1),
    settled: new Uint8Array(rows * k),
  };
}

/**
 * Puts a walk into a row's list if it belongs there: one entry a facility, ordered by length, then by end.
 *
 * @param facility facility of every end, not falling from one end to the next
 * @returns whether the list changed
 */
export function offer(
  { k, mm, end, settled }: BestLists,
  row: number,
  walkMm: number,
  e: number,
  facility: Int32Array,
) {
  const first = row * k;
  const last = first + k - 1;
  if (isBetter(mm[last], end[last], walkMm, e)) return false;
  let at = first;
  while (isBetter(mm[at], end[at], walkMm, e)) if (facility[end[at++]] === facility[e]) return false;
  if (end[at] === e && mm[at] === walkMm) return false;
  // The entry that makes way: the facility's own, which is worse, or else the last one.
  let out = at;
  while (out < last && (end[out] < 0 || facility[end[out]] !== facility[e])) out++;
  // Lists are short: moving entry by entry takes half the time of copyWithin.
  for (; out > at; out--) {
    mm[out] = mm[out - 1];
    end[out] = end[out - 1];
    settled[out] = settled[out - 1];
  }
  mm[at] = walkMm;
  end[at] = e;
  settled[at] = 0;
  return true;
}

function isBetter(mm: number, end: number, thanMm: number, thanEnd: number): boolean {
  return mm < thanMm || (mm === thanMm && end >= 0 && end < thanEnd);
}
