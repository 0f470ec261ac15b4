/** The order of many numbers, by least significant digits first: three passes where a sort by comparison takes twenty. @module */

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const PASSES = 3;

/** Positions of the first `count` keys from the lowest to the highest; equal keys keep their order. Keys are below 2³². */
export function radixOrder(keys: Uint32Array, count: number): Uint32Array {
  let from = new Uint32Array(count);
  let to = new Uint32Array(count);
  for (let i = 0; i < count; i++) from[i] = i;
  for (let pass = 0; pass < PASSES; pass++) {
    const shift = pass * DIGIT_BITS;
    const next = new Uint32Array(DIGITS + 1);
    for (let i = 0; i < count; i++) next[((keys[i] >>> shift) & (DIGITS - 1)) + 1]++;
    for (let digit = 0; digit < DIGITS; digit++) next[digit + 1] += next[digit];
    for (let at = 0; at < count; at++) {
      const i = from[at];
      to[next[(keys[i] >>> shift) & (DIGITS - 1)]++] = i;
    }
    [from, to] = [to, from];
  }
  return from;
}
