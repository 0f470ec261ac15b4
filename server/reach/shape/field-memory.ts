/** Working memory of drawing, kept from one shape to the next. @module */

export interface FieldMemory {
  /** Shape [points]. See `Field.mm`. */
  mm: Int32Array;
  /** Shape [2 × points]. See `contour.ts`: the crossed lattice edge that follows, −1 where a lattice edge is not crossed. */
  next: Int32Array;
  /** Shape [2 × points]. Ring that a crossed lattice edge belongs to. */
  ring: Int32Array;
  /** Shape [points / 32]. One bit a point, see `contour.ts`. */
  within: Int32Array;
  /** Crossed lattice edges in the order met. */
  crossed: Int32Array;
}

export function createFieldMemory(): FieldMemory {
  return {
    mm: new Int32Array(0),
    next: new Int32Array(0),
    ring: new Int32Array(0),
    within: new Int32Array(0),
    crossed: new Int32Array(1024),
  };
}

/** Makes room for a field of so many points. */
export function makeRoom(memory: FieldMemory, points: number): void {
  if (memory.mm.length >= points) return;
  memory.mm = new Int32Array(points);
  memory.next = new Int32Array(2 * points).fill(-1);
  memory.ring = new Int32Array(2 * points);
  memory.within = new Int32Array(points / 32);
}

export function grown(values: Int32Array): Int32Array {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}
