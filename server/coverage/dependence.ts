/** Who depends on one facility alone: those who have no other of its category within the limit. @module */
import type { CategoryWalks } from "./category-walks.ts";
import type { SecondNearest } from "./choices.ts";
import type { Facilities, Residences } from "./people.ts";
import { addPeople, compareSums, nobody, type PeopleSum } from "./people-sum.ts";
import { verdictOf } from "./verdict.ts";

export interface Dependence {
  readonly facility: number;
  /** Covered residences to which it is the nearest of its category. */
  readonly nearestTo: PeopleSum;
  /** Those of them that have no second one within the limit that is known: uncovered or unknown once it closes. */
  readonly solely: PeopleSum;
}

/** Every facility of the category, that with most people solely dependent on it first; then by users, then by ref. */
export function dependenceOf(
  residences: Residences,
  facilities: Facilities,
  category: number,
  nearest: CategoryWalks,
  second: SecondNearest,
  limitMm: number,
): Dependence[] {
  const all = new Map<number, Dependence>();
  for (let f = 0; f < facilities.count; f++)
    if (facilities.category[f] === category) all.set(f, { facility: f, nearestTo: nobody(), solely: nobody() });
  for (let r = 0; r < residences.count; r++) {
    const found = all.get(nearest.facility[r]);
    if (found === undefined || verdictOf(nearest, r, limitMm) !== "covered") continue;
    addPeople(found.nearestTo, residences, r);
    if (second.totalMm[r] > limitMm) addPeople(found.solely, residences, r);
  }
  return [...all.values()].sort(
    (a, b) =>
      compareSums(a.solely, b.solely) ||
      compareSums(a.nearestTo, b.nearestTo) ||
      (facilities.ref[a.facility] < facilities.ref[b.facility] ? -1 : 1),
  );
}
