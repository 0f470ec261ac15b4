/** How many people a set of sites of limited capacity can serve: the greatest flow from people to sites (Dinic 1970). @module */
import type { CoverClasses } from "./cover-classes.ts";

export interface Served {
  readonly served: number;
  /** Shape [chosen]. People served by each. */
  readonly bySite: Float64Array;
}

/** Flows below this part of a person are none. */
const LEAST = 1e-9;

/** @param capacity shape [candidates] */
export function mostServed(classes: CoverClasses, capacity: Float64Array, chosen: readonly number[]): Served {
  const [source, sink] = [0, 1];
  const network = new FlowNetwork(2 + classes.count + chosen.length);
  for (let c = 0; c < classes.count; c++) network.join(source, 2 + c, classes.weight[c]);
  const exits = chosen.map((j, i) => {
    const site = 2 + classes.count + i;
    for (let k = classes.first[j]; k < classes.first[j + 1]; k++)
      network.join(2 + classes.ofCandidate[k], site, Infinity);
    return network.join(site, sink, capacity[j]);
  });
  const served = network.flow(source, sink);
  return { served, bySite: Float64Array.from(exits, (arc, i) => capacity[chosen[i]] - network.rest[arc]) };
}

class FlowNetwork {
  /** What an arc can still carry; arc `a ^ 1` is its way back. */
  readonly rest: number[] = [];
  private readonly to: number[] = [];
  private readonly arcs: number[][];
  private level: Int32Array;
  private next: Int32Array;

  constructor(nodes: number) {
    this.arcs = Array.from({ length: nodes }, () => []);
    this.level = new Int32Array(nodes);
    this.next = new Int32Array(nodes);
  }

  join(from: number, to: number, capacity: number): number {
    const arc = this.to.push(to) - 1;
    this.rest.push(capacity);
    this.arcs[from].push(arc);
    this.to.push(from);
    this.rest.push(0);
    this.arcs[to].push(arc + 1);
    return arc;
  }

  flow(source: number, sink: number): number {
    let total = 0;
    while (this.layOut(source, sink)) {
      this.next.fill(0);
      for (let sent = this.send(source, sink, Infinity); sent > 0; sent = this.send(source, sink, Infinity))
        total += sent;
    }
    return total;
  }

  private layOut(source: number, sink: number): boolean {
    this.level.fill(-1);
    this.level[source] = 0;
    const queue = [source];
    for (const v of queue)
      for (const a of this.arcs[v])
        if (this.rest[a] > LEAST && this.level[this.to[a]] < 0) {
          this.level[this.to[a]] = this.level[v] + 1;
          queue.push(this.to[a]);
        }
    return this.level[sink] >= 0;
  }

  /** Depth: source, class, site, class, site, …, sink; at most twice the number of sites. */
  private send(v: number, sink: number, most: number): number {
    if (v === sink) return most;
    for (; this.next[v] < this.arcs[v].length; this.next[v]++) {
      const a = this.arcs[v][this.next[v]];
      if (this.rest[a] <= LEAST || this.level[this.to[a]] !== this.level[v] + 1) continue;
      const sent = this.send(this.to[a], sink, Math.min(most, this.rest[a]));
      if (sent === 0) continue;
      this.rest[a] -= sent;
      this.rest[a ^ 1] += sent;
      return sent;
    }
    return 0;
  }
}
