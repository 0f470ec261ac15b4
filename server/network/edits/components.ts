/** Components of an edited network: only round the junctions that an edit affects is anything looked at. @module */

import type { WalkNetwork } from "../walk-network.ts";
import type { EditedArcs } from "./arcs.ts";

/** Junctions known to hang together. */
interface Part {
  readonly junctions: number[];
  /** From `next` on still to be walked from. */
  readonly queue: number[];
  next: number;
  /** Components of the base that they are of. */
  readonly of: Set<number>;
}

/**
 * As `weakComponents` numbers them. From every affected junction a search spreads, all of them in turn; those that meet
 * become one. Whatever they leave of a component of the base hangs on one of its affected junctions, as it did there: so
 * they may stop once no two of them are in one component. In a city that takes some steps; where something is cut off,
 * as many as it has junctions.
 */
export function editComponents(
  base: WalkNetwork,
  nodeCount: number,
  arcs: EditedArcs,
): Pick<WalkNetwork, "component" | "componentCount"> {
  const parts = new Parts(base, arcs);
  // Whatever is new begins at an affected junction.
  for (const v of arcs.affected) parts.walkFrom(v);
  while (parts.isUndecided()) parts.walkOn();
  const isAsBefore = nodeCount === base.nodeCount && [...parts.all].every((part) => isOpen(part) && part.of.size === 1);
  return isAsBefore ? base : numbered(base, nodeCount, parts.all);
}

class Parts {
  readonly all = new Set<Part>();
  private readonly base: WalkNetwork;
  private readonly arcs: EditedArcs;
  private readonly partOf = new Map<number, Part>();

  constructor(base: WalkNetwork, arcs: EditedArcs) {
    this.base = base;
    this.arcs = arcs;
    for (const v of arcs.affected) {
      const part: Part = { junctions: [], queue: [], next: 0, of: new Set() };
      this.all.add(part);
      this.take(part, v);
    }
  }

  /** Whether two parts may still turn out to be one. */
  isUndecided(): boolean {
    const seen = new Set<number>();
    for (const part of this.all) {
      if (!isOpen(part)) continue;
      if (part.of.size === 0) return true;
      for (const component of part.of) {
        if (seen.has(component)) return true;
        seen.add(component);
      }
    }
    return false;
  }

  /** One junction further in every part. */
  walkOn(): void {
    for (const part of [...this.all]) if (this.all.has(part) && isOpen(part)) this.walkFrom(part.queue[part.next++]);
  }

  walkFrom(v: number): void {
    for (const { start, pairs } of [this.arcs.forward, this.arcs.backward]) {
      for (let a = start[v]; a < start[v + 1]; a++) {
        const head = pairs[2 * a];
        const [here, there] = [this.partOf.get(v), this.partOf.get(head)];
        if (here === undefined) continue;
        if (there === undefined) {
          this.take(here, head);
          here.queue.push(head);
        } else if (there !== here) this.join(here, there);
      }
    }
  }

  private take(part: Part, v: number): void {
    this.partOf.set(v, part);
    part.junctions.push(v);
    if (v < this.base.nodeCount) part.of.add(this.base.component[v]);
  }

  private join(one: Part, other: Part): void {
    const [large, small] = one.junctions.length >= other.junctions.length ? [one, other] : [other, one];
    for (const v of small.junctions) {
      this.partOf.set(v, large);
      large.junctions.push(v);
    }
    for (let i = small.next; i < small.queue.length; i++) large.queue.push(small.queue[i]);
    for (const component of small.of) large.of.add(component);
    this.all.delete(small);
  }
}

function isOpen({ queue, next }: Part): boolean {
  return next < queue.length;
}

/** Parts walked to their end are components; the others are, with all that is left of those of the base that they are of. */
function numbered(base: WalkNetwork, nodeCount: number, parts: ReadonlySet<Part>) {
  const component = new Int32Array(nodeCount);
  const idOf = Int32Array.from({ length: base.componentCount }, (_, c) => c);
  let ids = base.componentCount;
  for (const part of parts) {
    if (isOpen(part)) for (const c of part.of) idOf[c] = ids;
    ids++;
  }
  for (let v = 0; v < base.nodeCount; v++) component[v] = idOf[base.component[v]];
  let id = base.componentCount;
  for (const { junctions } of parts) {
    for (const v of junctions) component[v] = id;
    id++;
  }
  return ranked(component, ids);
}

/** Numbers by the most junctions, ties by the lower first junction. */
function ranked(component: Int32Array, ids: number): Pick<WalkNetwork, "component" | "componentCount"> {
  const size = new Int32Array(ids);
  const first = new Int32Array(ids);
  for (let v = component.length - 1; v >= 0; v--) {
    size[component[v]]++;
    first[component[v]] = v;
  }
  const order: number[] = [];
  for (let c = 0; c < ids; c++) if (size[c] > 0) order.push(c);
  order.sort((a, b) => size[b] - size[a] || first[a] - first[b]);
  const rank = new Int32Array(ids);
  order.forEach((c, i) => {
    rank[c] = i;
  });
  for (let v = 0; v < component.length; v++) component[v] = rank[component[v]];
  return { component, componentCount: order.length };
}
