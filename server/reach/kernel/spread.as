/**
 * The inner loop of all walks, in AssemblyScript: bounded Dijkstra on coarse buckets (Dial 1969), re-inserting inside a
 * bucket. `npm run bless -- test/unit/reach/kernel` compiles it into `spread-wasm.ts`.
 *
 * One instance works in one memory, laid out by `ground.ts`, for one search at a time. Nothing is checked here: every
 * junction, arc and limit was when the memory was filled.
 * @module
 */

/** As in `base/units.ts`. */
const UNREACHED: u32 = 0x7fffffff;
/** log₂ of the width of a bucket in millimetres, about 16 m. */
const SHIFT: u32 = 14;
/** Bytes of an entry of the queue: offset of the junction, distance, address of the next entry of its bucket. */
const ENTRY: usize = 12;
/** Bytes of the arcs of a junction that stand inline: four words. */
const ROW: usize = 16;
const LAST_WORD: usize = 12;

/** Of the network. */
let JUNCTIONS: usize = 0;
/** From a sixteenth of all junctions on it is quicker to forget them all in order than one by one. */
const MANY: usize = 16;
/** Addresses. A junction's offset is four times its number: that of its distance, its label, and a quarter of that of its row. */
let MM: usize = 0;
let LABEL: usize = 0;
let TOUCHED: usize = 0;
/** First entry of every bucket, 0 where it is empty. */
let HEADS: usize = 0;
let ENTRIES: usize = 0;

/** Where entries must end; raised when the memory grew. */
let entriesEnd: usize = 0;
let nextEntry: usize = 0;
let nextTouched: usize = 0;
/** Head of the nearest bucket that may hold an entry. */
let bucket: usize = 0;
/** Entries in the queue. */
let waiting: i32 = 0;
/** Keeps loads whose only use is to bring lines of memory near. */
let nearby: i32 = 0;

/** @param mm address of the distances; the room for them is a multiple of 16 bytes, as is the address */
export function layOut(
  junctions: usize,
  mm: usize,
  label: usize,
  touched: usize,
  heads: usize,
  entries: usize,
  end: usize,
): void {
  JUNCTIONS = junctions;
  MM = mm;
  LABEL = label;
  TOUCHED = touched;
  HEADS = heads;
  ENTRIES = entries;
  entriesEnd = end;
  nextEntry = entries;
  nextTouched = touched;
  bucket = heads;
  forgetAll();
}

export function makeRoom(end: usize): void {
  entriesEnd = end;
}

export function touchedCount(): i32 {
  return <i32>((nextTouched - TOUCHED) >> 2);
}

/** No junction that the search will reach is nearer than this, in millimetres, unless it was reached already. */
export function frontier(): u32 {
  return waiting == 0 ? UNREACHED : <u32>((bucket - HEADS) >> 2) << SHIFT;
}

/** Forgets the junctions reached and the entries left. */
export function reset(): void {
  if (<usize>touchedCount() * MANY > JUNCTIONS) forgetAll();
  else for (let t = TOUCHED; t < nextTouched; t += 4) store<u32>(MM + (<usize>load<u32>(t) << 2), UNREACHED);
  nextTouched = TOUCHED;
  for (let b = bucket; waiting > 0; b += 4) {
    for (let at = <usize>load<u32>(b); at != 0; at = <usize>load<u32>(at, 8)) waiting--;
    store<u32>(b, 0);
  }
  nextEntry = ENTRIES;
  bucket = HEADS;
}

function forgetAll(): void {
  const end = MM + (JUNCTIONS << 2);
  for (let at = MM; at < end; at += 16) v128.store(at, i32x4.splat(UNREACHED));
}

/** Puts a junction into the search; false where the entries have no room for it. */
export function seed(junction: u32, mm: u32, label: u32): bool {
  const offset = <usize>junction << 2;
  const before = load<u32>(MM + offset);
  if (mm > before || (mm == before && label >= load<u32>(LABEL + offset))) return true;
  if (nextEntry + ENTRY > entriesEnd) return false;
  if (before == UNREACHED) {
    store<u32>(nextTouched, junction);
    nextTouched += 4;
  }
  store<u32>(MM + offset, mm);
  store<u32>(LABEL + offset, label);
  const head = HEADS + (<usize>(mm >> SHIFT) << 2);
  push(nextEntry, offset, mm, head);
  nextEntry += ENTRY;
  waiting++;
  if (head < bucket) bucket = head;
  return true;
}

/**
 * Distances from the seeds to every junction within the limit, in the order of buckets.
 *
 * @param rows arcs of every junction, {@link ROW} bytes each; see `pack-arcs.ts`
 * @param rest rows of arcs that have no place among those
 * @param limit inclusive; seeds beyond it must not be put in
 * @param until the search halts before the bucket of this distance
 * @returns false where the entries have no room: to be called again with more
 */
export function spread(rows: usize, rest: usize, limit: u32, until: u32): bool {
  return run(rows, rest, limit, until, false);
}

/** As {@link spread}, and every junction learns its seed's label: the lowest among equally near ones. */
export function spreadLabels(rows: usize, rest: usize, limit: u32, until: u32): bool {
  return run(rows, rest, limit, until, true);
}

// @ts-expect-error: decorator
@inline
function run(rows: usize, rest: usize, limit: u32, until: u32, labelled: bool): bool {
  const beyond = limit + 1;
  const halt = HEADS + (<usize>(until >> SHIFT) << 2);
  const mmAt = MM;
  const labelAt = LABEL;
  const heads = HEADS;
  const room = entriesEnd;
  let entry = nextEntry;
  let touched = nextTouched;
  let at = bucket;
  let left = waiting;
  let near = 0;
  let hasRoom = true;
  if (touched != TOUCHED) near = comeNear(rows, <usize>load<u32>(TOUCHED) << 2);
  while (left > 0 && at < halt) {
    const first = <usize>load<u32>(at);
    if (first == 0) {
      at += 4;
      continue;
    }
    const offset = <usize>load<u32>(first);
    const here = load<u32>(first, 4);
    const tail = mmAt + offset;
    const row = rows + (offset << 2);
    const lastWord = load<i32>(row, LAST_WORD);
    // Where the arcs need more, their row of the rest begins with their number.
    const more = lastWord < 0 ? rest + (<usize>(lastWord & 0x7fffffff) << 2) : 0;
    const arcs: usize = 4 + (more == 0 ? 0 : <usize>load<u32>(more));
    hasRoom = entry + ENTRY * arcs <= room;
    if (!hasRoom) break;
    store<u32>(at, load<u32>(first, 8));
    left--;
    if (here != load<u32>(tail)) continue;
    const label: u32 = labelled ? load<u32>(labelAt + offset) : 0;
    const rowEnd = more == 0 ? row + ROW : row + LAST_WORD;
    for (let a = row; a < rowEnd; a += 4) {
      const word = load<i32>(a);
      const there = here + (word & 0xfffff);
      const head = tail + (<usize>((word << 1) >> 21) << 2);
      const before = load<u32>(head);
      if (there >= min(before, beyond)) {
        if (!labelled || there != before || there >= beyond || label >= load<u32>(head - mmAt + labelAt)) continue;
      }
      const to = head - mmAt;
      store<u32>(touched, <u32>(to >> 2));
      touched += <usize>(before == UNREACHED) << 2;
      store<u32>(head, there);
      if (labelled) store<u32>(labelAt + to, label);
      push(entry, to, there, heads + (<usize>(there >> SHIFT) << 2));
      entry += ENTRY;
      left++;
      // Its arcs and those of its neighbours in memory will be read soon: their lines are asked for now.
      near ^= load<i32>(rows + (to << 2) + 64) ^ load<i32>(rows + (to << 2) - 64) ^ load<i32>(rows + (to << 2));
    }
    if (more == 0) continue;
    const moreEnd = more + 4 + ((arcs - 4) << 3);
    for (let a = more + 4; a < moreEnd; a += 8) {
      const there = here + load<u32>(a, 4);
      const to = <usize>load<u32>(a) << 2;
      const before = load<u32>(mmAt + to);
      if (there >= min(before, beyond)) {
        if (!labelled || there != before || there >= beyond || label >= load<u32>(labelAt + to)) continue;
      }
      store<u32>(touched, <u32>(to >> 2));
      touched += <usize>(before == UNREACHED) << 2;
      store<u32>(mmAt + to, there);
      if (labelled) store<u32>(labelAt + to, label);
      push(entry, to, there, heads + (<usize>(there >> SHIFT) << 2));
      entry += ENTRY;
      left++;
    }
  }
  nextEntry = entry;
  nextTouched = touched;
  bucket = at;
  waiting = left;
  nearby = near;
  return hasRoom;
}

/** Loads what lies round the first seed in long lines, which costs far less than to wait for them one by one. */
// @ts-expect-error: decorator
@inline
function comeNear(rows: usize, offset: usize): i32 {
  let near = 0;
  const row = rows + (offset << 2);
  for (let a = row - 2048; a < row + 2048; a += 64) near ^= load<i32>(a);
  const mm = MM + offset;
  for (let a = mm - 512; a < mm + 512; a += 64) near ^= load<i32>(a);
  return near;
}

// @ts-expect-error: decorator
@inline
function push(entry: usize, offset: usize, mm: u32, head: usize): void {
  store<u32>(entry, <u32>offset);
  store<u32>(entry, mm, 4);
  store<u32>(entry, load<u32>(head), 8);
  store<u32>(head, <u32>entry);
}
