/** Sets that are joined two by two; each is known by its lowest member, whatever the order of joining. @module */

export class DisjointSets {
  private readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, i) => i);
  }

  /** The lowest member of the set that holds it. */
  rootOf(member: number): number {
    const { parent } = this;
    let at = member;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  join(one: number, other: number): void {
    const a = this.rootOf(one);
    const b = this.rootOf(other);
    if (a < b) this.parent[b] = a;
    else this.parent[a] = b;
  }
}
