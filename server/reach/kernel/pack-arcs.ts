/**
 * Arcs as the inner loop reads them: four words a junction, 16 bytes that lie in one line of memory, instead of eight bytes
 * an arc and four a junction for where they start.
 *
 * A word is the head's number from the tail's (11 bits, signed) and the length (20 bits, below 1,049 m): along the Hilbert
 * curve that holds 98 of 100 arcs. Words not needed are 0, an arc of no length to the junction itself, which never makes
 * a walk shorter. Where a junction has more arcs, or one that no word can hold, its fourth word is negative and says where
 * the others stand among the rest: their number, then head and length of each. Of Porto's junctions these are 6 in 100.
 * @module
 */
import type { Arcs } from "../../network/walk-network.ts";

/** Words of a junction. */
export const ROW_WORDS = 4;

const HEAD_BITS = 11;
const LENGTH_BITS = 20;
const HEAD_REACH = 1 << (HEAD_BITS - 1);
const HEAD_MASK = (1 << HEAD_BITS) - 1;
const ELSEWHERE = 1 << 31;

/** Words that the rest can come to, however the arcs lie. */
export function mostRestWords({ start, pairs }: Arcs): number {
  return start.length - 1 + pairs.length;
}

/**
 * @param rows shape [4 n]; overwritten
 * @param rest shape [{@link mostRestWords}]; overwritten as far as it is needed
 */
export function packArcs({ start, pairs }: Arcs, rows: Int32Array, rest: Int32Array): void {
  let used = 0;
  for (let v = 0; v + 1 < start.length; v++) {
    const first = start[v];
    const end = start[v + 1];
    let inline = 0;
    for (let a = first; a < end; a++) if (fits(v, pairs, a)) inline++;
    const overflows = inline > ROW_WORDS || inline < end - first;
    const room = overflows ? ROW_WORDS - 1 : ROW_WORDS;
    let word = 0;
    const count = used;
    if (overflows) used++;
    for (let a = first; a < end; a++) {
      if (word < room && fits(v, pairs, a)) {
        rows[v * ROW_WORDS + word++] = (((pairs[2 * a] - v) & HEAD_MASK) << LENGTH_BITS) | pairs[2 * a + 1];
      } else {
        rest[used++] = pairs[2 * a];
        rest[used++] = pairs[2 * a + 1];
      }
    }
    while (word < ROW_WORDS) rows[v * ROW_WORDS + word++] = 0;
    if (!overflows) continue;
    rows[v * ROW_WORDS + ROW_WORDS - 1] = ELSEWHERE | count;
    rest[count] = (used - count - 1) / 2;
  }
}

function fits(tail: number, pairs: Int32Array, arc: number): boolean {
  const step = pairs[2 * arc] - tail;
  const mm = pairs[2 * arc + 1];
  return step >= -HEAD_REACH && step < HEAD_REACH && mm >= 0 && mm < 1 << LENGTH_BITS;
}
