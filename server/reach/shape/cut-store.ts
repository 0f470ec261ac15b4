/** Growing records of where the nearest street changes between two lattice points, kept with the block of the first of them. @module */
import { grown } from "./field-memory.ts";

/** Five numbers a record: share of the way (in {@link CUT_UNIT}) at which the first point's street ends, at which the second's begins, and a place that lies nearest in between: edge (−1 none), millimetres, offset. */
export const CUT = 5;
/** Shares of the way between two points are whole numbers of this. */
export const CUT_UNIT = 1024;

export interface CutStore {
  records: Int32Array;
  length: number;
}

export function createCutStore(): CutStore {
  return { records: new Int32Array(CUT * 64), length: 0 };
}

/** @returns where the record starts */
export function addCut(
  store: CutStore,
  ends: number,
  begins: number,
  edge: number,
  mm: number,
  offsetMm: number,
): number {
  if (store.length + CUT > store.records.length) store.records = grown(store.records);
  const at = store.length;
  store.records.set([ends, begins, edge, mm, offsetMm], at);
  store.length = at + CUT;
  return at;
}
