/** Pairs that hang together: triples and chains as clusters, each with the fewest moves that would heal it. @module */
import { fewestMoves, MOST_EXACT } from "./fewest-moves.ts";
import type { Pairs } from "./pairs.ts";

export interface Cluster {
  /** In the order of `compare`. */
  readonly members: readonly number[];
  readonly pairs: number;
  /** Fewest moves, and the moves that are known to heal it; equal where the number is exact. */
  readonly leastMoves: number;
  readonly mostMoves: number;
  /** One way to heal it: these move. Null where the cluster is too large to tell. */
  readonly move: readonly number[] | null;
}

/**
 * Largest first; of equally large ones that of the first member.
 *
 * @param members all points that the pairs were looked for among
 * @param stacks members at one place, by the one that stands for them
 */
export function clustersOf(
  { links, sets, matched }: Pairs,
  members: Int32Array,
  stacks: ReadonlyMap<number, Int32Array>,
  compare: (a: number, b: number) => number,
): Cluster[] {
  const stacked = new Set([...stacks.values()].flatMap((stack) => [...stack.subarray(1)]));
  const byRoot = new Map<number, number[]>();
  for (const f of members) {
    if (stacked.has(f)) continue;
    const root = sets.rootOf(f);
    const list = byRoot.get(root);
    if (list) list.push(f);
    else byRoot.set(root, [f]);
  }
  const linksOf = links && groupLinks(links, (f) => sets.rootOf(f));
  const clusters: Cluster[] = [];
  for (const [root, places] of byRoot) {
    if (places.length === 1 && !stacks.has(places[0])) continue;
    places.sort(compare);
    clusters.push(clusterOf(places, linksOf?.get(root) ?? (links === null ? null : []), stacks, matched, compare));
  }
  return clusters.sort(
    (one, other) => other.members.length - one.members.length || compare(one.members[0], other.members[0]),
  );
}

function clusterOf(
  places: readonly number[],
  links: readonly number[] | null,
  stacks: ReadonlyMap<number, Int32Array>,
  matched: Uint8Array,
  compare: (a: number, b: number) => number,
): Cluster {
  // Of several at one place whatever may stay is one of them: all others move in any case.
  const others = places.flatMap((place) => {
    const stack = stacks.get(place);
    return stack ? [...stack].sort(compare).slice(1) : [];
  });
  const standing = (place: number) => {
    const stack = stacks.get(place);
    return stack ? [...stack].sort(compare)[0] : place;
  };
  const members = [...places.map(standing), ...others].sort(compare);
  const sizeOf = (place: number) => stacks.get(place)?.length ?? 1;
  const own = places.reduce((sum, place) => sum + (sizeOf(place) * (sizeOf(place) - 1)) / 2, 0);
  if (links === null || places.length > MOST_EXACT) {
    const halves = places.reduce((sum, place) => sum + matched[place], 0) / 2;
    return {
      members,
      pairs: own + sumOfLinks(links ?? [], sizeOf),
      leastMoves: halves + others.length,
      mostMoves: Math.min(2 * halves, places.length - 1) + others.length,
      move: null,
    };
  }
  const at = new Map(places.map((place, i) => [place, i]));
  const moves = fewestMoves(
    places.length,
    links.map((place) => at.get(place)!),
  );
  return {
    members,
    pairs: own + sumOfLinks(links, sizeOf),
    leastMoves: moves.least + others.length,
    mostMoves: moves.most + others.length,
    move: [...moves.move.map((i) => places[i]).flatMap((place) => [standing(place)]), ...others].sort(compare),
  };
}

function sumOfLinks(links: readonly number[], sizeOf: (place: number) => number): number {
  let sum = 0;
  for (let i = 0; i < links.length; i += 2) sum += sizeOf(links[i]) * sizeOf(links[i + 1]);
  return sum;
}

function groupLinks(links: Int32Array, rootOf: (f: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let i = 0; i < links.length; i += 2) {
    const root = rootOf(links[i]);
    const list = groups.get(root);
    if (list) list.push(links[i], links[i + 1]);
    else groups.set(root, [links[i], links[i + 1]]);
  }
  return groups;
}
