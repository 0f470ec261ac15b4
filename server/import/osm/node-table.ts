/** Positions of all nodes of an extract, found by id: 16 bytes a node, no object per node. @module */
import { GrowingFloat64, GrowingInt32 } from "./grow.ts";

export class NodeTable {
  /** Shape [n]. Ascending, no id twice. */
  readonly ids: Float64Array;
  /** Shape [n]. Degrees × 10⁷. */
  readonly lonE7: Int32Array;
  readonly latE7: Int32Array;

  constructor(ids: Float64Array, lonE7: Int32Array, latE7: Int32Array) {
    this.ids = ids;
    this.lonE7 = lonE7;
    this.latE7 = latE7;
  }

  get size(): number {
    return this.ids.length;
  }

  /** Index of a node, or −1 where the extract lacks it. Binary search. */
  indexOf(id: number): number {
    const { ids } = this;
    let low = 0;
    let high = ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (ids[middle] < id) low = middle + 1;
      else if (ids[middle] > id) high = middle - 1;
      else return middle;
    }
    return -1;
  }

  lon(index: number): number {
    return this.lonE7[index] / 1e7;
  }

  lat(index: number): number {
    return this.latE7[index] / 1e7;
  }
}

export class NodeTableBuilder {
  private readonly ids = new GrowingFloat64();
  private readonly lons = new GrowingInt32();
  private readonly lats = new GrowingInt32();
  private ascending = true;
  private last = Number.NEGATIVE_INFINITY;

  add(id: number, lonE7: number, latE7: number): void {
    if (id <= this.last) this.ascending = false;
    this.last = id;
    this.ids.push(id);
    this.lons.push(lonE7);
    this.lats.push(latE7);
  }

  /** Of nodes with the same id the first one in the file stays; the others' ids are told in `duplicates`. */
  build(): { nodes: NodeTable; duplicates: readonly number[] } {
    const ids = this.ids.view();
    const lons = this.lons.view();
    const lats = this.lats.view();
    if (this.ascending) return { nodes: new NodeTable(ids, lons, lats), duplicates: [] };
    const order = Uint32Array.from(ids, (_, i) => i).sort((a, b) => ids[a] - ids[b] || a - b);
    const duplicates: number[] = [];
    let kept = 0;
    for (const at of order) {
      if (kept > 0 && ids[order[kept - 1]] === ids[at]) duplicates.push(ids[at]);
      else order[kept++] = at;
    }
    const chosen = order.subarray(0, kept);
    const nodes = new NodeTable(
      Float64Array.from(chosen, (at) => ids[at]),
      Int32Array.from(chosen, (at) => lons[at]),
      Int32Array.from(chosen, (at) => lats[at]),
    );
    return { nodes, duplicates };
  }
}
