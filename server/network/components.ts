/** Parts of the network that hang together (directions aside): islands are real and are kept. @module */
import type { Arcs } from "./walk-network.ts";

/** Shape [n]: component of every junction; 0 has the most junctions, ties by the lower first junction. */
export function weakComponents(
  nodeCount: number,
  forward: Arcs,
  backward: Arcs,
): { component: Int32Array; count: number } {
  const raw = new Int32Array(nodeCount).fill(-1);
  const stack = new Int32Array(nodeCount);
  const sizes: number[] = [];
  for (let first = 0; first < nodeCount; first++) {
    if (raw[first] >= 0) continue;
    const id = sizes.length;
    let size = 0;
    let top = 0;
    stack[top++] = first;
    raw[first] = id;
    while (top > 0) {
      const v = stack[--top];
      size++;
      for (const arcs of [forward, backward]) {
        for (let a = arcs.start[v]; a < arcs.start[v + 1]; a++) {
          const head = arcs.pairs[2 * a];
          if (raw[head] >= 0) continue;
          raw[head] = id;
          stack[top++] = head;
        }
      }
    }
    sizes.push(size);
  }
  const bySize = sizes.map((_, id) => id).sort((a, b) => sizes[b] - sizes[a] || a - b);
  const rank = new Int32Array(sizes.length);
  for (let i = 0; i < bySize.length; i++) rank[bySize[i]] = i;
  return { component: raw.map((id) => rank[id]), count: sizes.length };
}
