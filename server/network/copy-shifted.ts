/** Indices of compressed sparse rows, copied to where rows before them have grown or shrunk. @module */

/** Values `first … end - 1` of a column into the same places of another, each raised by `shift`. */
export function copyShifted(column: Uint32Array, first: number, end: number, shift: number, out: Uint32Array): void {
  out.set(column.subarray(first, end), first);
  if (shift !== 0) for (let i = first; i < end; i++) out[i] += shift;
}
