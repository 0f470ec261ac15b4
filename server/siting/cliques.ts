/** Sites of which any two stand too near to each other: one of them at most. @module */
import { neighboursOf } from "./room.ts";

/** Conflicts gathered into sets of which any two are in conflict: fewer and tighter rows than pairs. */
export function cliquesOf(conflicts: readonly (readonly [number, number])[]): number[][] {
  const neighbours = new Map([...neighboursOf(conflicts)].map(([j, list]) => [j, new Set(list)]));
  const done = new Set<number>();
  const size = [...neighbours.keys()].reduce((most, j) => Math.max(most, j + 1), 0);
  const key = (a: number, b: number) => Math.min(a, b) * size + Math.max(a, b);
  const cliques: number[][] = [];
  for (const [a, own] of [...neighbours].sort(([x], [y]) => x - y)) {
    for (const b of [...own].sort((x, y) => x - y)) {
      if (done.has(key(a, b))) continue;
      const clique = [a, b];
      for (const c of neighbours.get(b)!) if (clique.every((member) => neighbours.get(c)!.has(member))) clique.push(c);
      clique.forEach((x, i) => {
        for (const y of clique.slice(i + 1)) done.add(key(x, y));
      });
      cliques.push(clique);
    }
  }
  return cliques;
}
