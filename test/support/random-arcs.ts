/** Random arcs with all that the inner loop must cope with, and the plainest walk over them. @module */
import fc from "fast-check";
import { UNREACHED } from "../../server/base/units.ts";
import type { Arcs } from "../../server/network/walk-network.ts";

export interface Seed {
  readonly node: number;
  readonly mm: number;
}

/** Few junctions, so that parallel arcs, loops and many arcs at one place are common; or far more than a word can step over. */
const junctions = fc.constantFrom(1, 2, 3, 5, 8, 12, 5000);
/** None, equal ones, about as long as a bucket is wide, and too long for a word. */
const length = fc.oneof(
  fc.constantFrom(0, 0, 1, 1, 2, 1000, 16_383, 16_384, 16_385, (1 << 20) - 1, 1 << 20, 3_000_000),
  fc.integer({ min: 0, max: 60_000 }),
);

export const randomWalks = junctions.chain((count) => {
  // Numbers near each end, so that junctions meet though there are thousands.
  const node = fc.nat(Math.min(count - 1, 9)).chain((v) => fc.constantFrom(v, count - 1 - v));
  return fc.record({
    count: fc.constant(count),
    arcs: fc.array(fc.tuple(node, node, length), { maxLength: 40 }),
    seeds: fc.array(fc.record({ node, mm: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50_000 })) }), {
      minLength: 1,
      maxLength: 10,
    }),
    limitMm: fc.constantFrom(50_000, 65_535, 100_000, 1_100_000, UNREACHED - 1),
  });
});

type Row = readonly [tail: number, head: number, mm: number];

export function arcsOf(count: number, rows: readonly Row[]): Arcs {
  const sorted = rows.toSorted(([a], [b]) => a - b);
  const start = new Uint32Array(count + 1);
  for (const [tail] of sorted) start[tail + 1]++;
  for (let v = 0; v < count; v++) start[v + 1] += start[v];
  const pairs = Int32Array.from(sorted.flatMap(([, head, mm]) => [head, mm]));
  return { start, pairs, edge: new Int32Array(sorted.length) };
}

/** Distances within the limit and the lowest label among the nearest seeds, by going over all arcs until nothing changes. */
export function slowSpread(
  rows: readonly Row[],
  seeds: readonly Seed[],
  limitMm: number,
): Map<number, { mm: number; label: number }> {
  const found = new Map<number, { mm: number; label: number }>();
  const offer = (node: number, mm: number, label: number): boolean => {
    const before = found.get(node);
    if (mm > limitMm || (before && (mm > before.mm || (mm === before.mm && label >= before.label)))) return false;
    found.set(node, { mm, label });
    return true;
  };
  seeds.forEach(({ node, mm }, label) => {
    offer(node, mm, label);
  });
  for (let changed = true; changed; ) {
    changed = false;
    for (const [tail, head, mm] of rows) {
      const at = found.get(tail);
      if (at && offer(head, at.mm + mm, at.label)) changed = true;
    }
  }
  return found;
}
