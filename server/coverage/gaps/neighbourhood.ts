/** Which homes are neighbours: along the streets, whichever way these are walked, so that a river lies between its banks. @module */
import { DisjointSets } from "../../base/disjoint-sets.ts";
import { UNREACHED } from "../../base/units.ts";
import { bothWays } from "../../network/both-ways.ts";
import type { Spot } from "../../network/snap.ts";
import { seedStart } from "../../reach/ends.ts";
import { UNRESTRICTED } from "../../reach/profile.ts";
import { resetSearch, spreadLabels } from "../../reach/search.ts";
import { createWalker, type Streets, type Walker } from "../../reach/walker.ts";
import type { Residences } from "../people.ts";
import { type Starts, startsOf } from "../starts.ts";

/** Made once for the streets and homes of a release: whoever asks, and for what, these are the same. */
export interface Neighbourhood {
  /** Whom nothing restricts, on streets walked both ways. */
  readonly walker: Walker;
  readonly starts: Starts;
}

/** @param known starts of somebody unrestricted to whom nothing costs time; null where nobody has joined the homes yet */
export function neighbourhoodOf(
  { network, grid }: Streets,
  residences: Residences,
  known: Starts | null,
): Neighbourhood {
  const walker = createWalker({ network: bothWays(network), grid }, UNRESTRICTED);
  return { walker, starts: known ?? startsOf(walker, walker, residences) };
}

/**
 * Homes in groups: two are of one group where the way between them, offsets included, is no longer than `joinMm`, or
 * where others between them lead from the one to the other in such steps. Neither one-way streets nor the profile matter;
 * water, rails, walls and closed gates do, as no way leads across. A home without a street is a group of its own.
 *
 * Exact, by one search from all homes at once (Mehlhorn 1988: where the surroundings of two homes touch, the way through
 * there stands for all ways between them), so that the groups do not depend on the order of the homes.
 *
 * @param members indices of residences
 * @returns shape [members]: position in `members` of the first of the group
 */
export function joinNeighbours({ walker, starts }: Neighbourhood, members: Int32Array, joinMm: number): Int32Array {
  const sets = new DisjointSets(members.length);
  resetSearch(walker.search);
  eachStart(starts, members, (s, label) => {
    if (starts.edge[s] >= 0) seedStart(walker, spotOf(starts, s), joinMm, label);
  });
  spreadLabels(walker.search, walker.forward, joinMm);
  joinAcrossArcs(walker, sets, joinMm);
  joinStarts({ walker, starts }, members, sets, joinMm);
  return members.map((_, i) => sets.rootOf(i));
}

/** Where the surroundings of two homes touch. */
function joinAcrossArcs({ search, forward }: Walker, sets: DisjointSets, joinMm: number): void {
  const { mm, label, touched, touchedCount } = search;
  for (let t = 0; t < touchedCount; t++) {
    const v = touched[t];
    for (let a = forward.start[v]; a < forward.start[v + 1]; a++) {
      const u = forward.pairs[2 * a];
      if (mm[u] !== UNREACHED && mm[v] + forward.pairs[2 * a + 1] + mm[u] <= joinMm) sets.join(label[v], label[u]);
    }
  }
}

/** A home with whoever is nearest to the ends of its street, and with the others along it. */
function joinStarts(
  { walker: { network, search }, starts }: Neighbourhood,
  members: Int32Array,
  sets: DisjointSets,
  joinMm: number,
): void {
  const { mm: walkedMm, label: nearest } = search;
  const byEdge = new Map<number, { mm: number; offsetMm: number; label: number }[]>();
  eachStart(starts, members, (s, label) => {
    const { edge, mm, offsetMm } = spotOf(starts, s);
    if (edge < 0) return;
    const toTo = network.edgeLengthMm[edge] - mm;
    for (const [junction, alongMm] of [[network.edgeFrom[edge], mm] as const, [network.edgeTo[edge], toTo] as const]) {
      if (walkedMm[junction] !== UNREACHED && offsetMm + alongMm + walkedMm[junction] <= joinMm)
        sets.join(label, nearest[junction]);
    }
    const list = byEdge.get(edge);
    if (list) list.push({ mm, offsetMm, label });
    else byEdge.set(edge, [{ mm, offsetMm, label }]);
  });
  for (const list of byEdge.values()) {
    list.sort((a, b) => a.mm - b.mm);
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length && list[j].mm - list[i].mm <= joinMm; j++) {
        const betweenMm = list[i].offsetMm + list[j].mm - list[i].mm + list[j].offsetMm;
        if (betweenMm <= joinMm) sets.join(list[i].label, list[j].label);
      }
    }
  }
}

/** Every start of every member, with the member's position. */
export function eachStart(
  { first }: Starts,
  members: Int32Array,
  visit: (start: number, position: number) => void,
): void {
  members.forEach((r, i) => {
    for (let s = first[r]; s < first[r + 1]; s++) visit(s, i);
  });
}

/** Its edge is −1 where the start has no street. */
export function spotOf({ edge, mm, offsetMm }: Starts, start: number): Spot {
  return { edge: edge[start], mm: mm[start], offsetMm: offsetMm[start] };
}
