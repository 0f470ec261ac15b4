/** What changes for people when one facility closes: who walks farther, and who is left without. @module */
import type { CategoryWalks } from "./category-walks.ts";
import { byPeople } from "./gaps/by-people.ts";
import type { Facilities, Residences } from "./people.ts";
import { addPeople, compareSums, nobody, type PeopleSum } from "./people-sum.ts";
import { verdictOf } from "./verdict.ts";

export interface Closure {
  /** Covered residences whose nearest facility of the category it is: whom the closing touches. */
  readonly users: PeopleSum;
  /** Those of them that stay covered by another one, those that are uncovered then, and those of whom it is unknown then. */
  readonly stay: PeopleSum;
  readonly lose: PeopleSum;
  readonly unsure: PeopleSum;
  /** Indices of the residences that do not stay covered, most people first. */
  readonly losing: readonly number[];
  /** By community, the one that loses most first; index −1 for those outside all communities. */
  readonly byCommunity: readonly {
    readonly community: number;
    readonly users: PeopleSum;
    readonly lose: PeopleSum;
    readonly unsure: PeopleSum;
  }[];
  /** To which facility the users turn, the one that gets most people first; index −1 for those to whom none is left. */
  readonly byNext: readonly NextFacility[];
}

export interface NextFacility {
  readonly facility: number;
  readonly stay: PeopleSum;
  readonly lose: PeopleSum;
  readonly unsure: PeopleSum;
  /** Mean over these people (residences where nobody's number is known) of how much farther they walk; null for index −1. */
  readonly meanExtraMm: number | null;
}

/** The facilities as they are when one is closed: it keeps its place in the lists, of a category that is none. */
export function withoutFacility(facilities: Facilities, closed: number): Facilities {
  return { ...facilities, category: facilities.category.with(closed, facilities.categories.length) };
}

/** @param after walks to the category without the facility */
export function closureOf(
  residences: Residences,
  facilities: Facilities,
  facility: number,
  before: CategoryWalks,
  after: CategoryWalks,
  limitMm: number,
): Closure {
  const all = { users: nobody(), ...outcomes() };
  const losing: number[] = [];
  const communities = new Map<number, typeof all>();
  const next = new Map<number, ReturnType<typeof noNext>>();
  for (let r = 0; r < residences.count; r++) {
    if (before.facility[r] !== facility || verdictOf(before, r, limitMm) !== "covered") continue;
    const outcome = OUTCOME[verdictOf(after, r, limitMm)];
    const community = entryOf(communities, residences.community[r], () => ({ users: nobody(), ...outcomes() }));
    const to = entryOf(next, after.facility[r], noNext);
    for (const sum of [all.users, community.users, all[outcome], community[outcome], to[outcome]])
      addPeople(sum, residences, r);
    if (outcome !== "stay") losing.push(r);
    const extraMm = after.totalMm[r] - before.totalMm[r];
    const residents = Math.max(0, residences.residents[r]);
    to.plain += extraMm;
    to.weight += residents;
    to.weighted += residents * extraMm;
  }
  return {
    ...all,
    losing: losing.sort((a, b) => byPeople(residences, a, b)),
    byCommunity: [...communities]
      .map(([community, { users, lose, unsure }]) => ({ community, users, lose, unsure }))
      .sort(
        (a, b) =>
          compareSums(a.lose, b.lose) ||
          compareSums(a.unsure, b.unsure) ||
          compareSums(a.users, b.users) ||
          a.community - b.community,
      ),
    byNext: [...next]
      .map(([to, sums]) => nextFacility(to, sums))
      .sort(
        (a, b) =>
          compareSums(a.stay, b.stay) ||
          compareSums(a.lose, b.lose) ||
          (refOf(facilities, a.facility) < refOf(facilities, b.facility) ? -1 : 1),
      ),
  };
}

const OUTCOME = { covered: "stay", uncovered: "lose", unknown: "unsure" } as const;

function outcomes() {
  return { stay: nobody(), lose: nobody(), unsure: nobody() };
}

function noNext() {
  return { ...outcomes(), plain: 0, weight: 0, weighted: 0 };
}

function nextFacility(
  facility: number,
  { stay, lose, unsure, plain, weight, weighted }: ReturnType<typeof noNext>,
): NextFacility {
  const mean = weight > 0 ? weighted / weight : plain / (stay.residences + lose.residences + unsure.residences);
  return { facility, stay, lose, unsure, meanExtraMm: facility < 0 ? null : mean };
}

function refOf({ ref }: Facilities, f: number): string {
  return f < 0 ? "" : ref[f];
}

function entryOf<Value>(map: Map<number, Value>, key: number, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
