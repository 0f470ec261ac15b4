/** Names of documents and files against units of the register: sure, doubtful or not there. Never merged by likeness. @module */
import type { UnitFacts } from "../facts/register.ts";
import type { Suspected } from "../pack/file-schema.ts";
import { normaliseName } from "./normalise.ts";

/** What a person confirmed: this spelling, in this street, is that unit; null: it is none of the register. */
export interface Alias {
  readonly street: string | null;
  readonly written: string;
  readonly unit: string | null;
}

export type Match =
  | { readonly state: "sure"; readonly unit: string; readonly by: "name" | "alias" }
  /** For the queue: a person says which, or that it is none of them. */
  | { readonly state: "doubtful"; readonly candidates: readonly string[] }
  | { readonly state: "missing" };

export interface NameMatcher {
  readonly street: (written: string) => Match;
  /** @param street as written; null where the document names none: sure only where one community has the name */
  readonly community: (street: string | null, written: string) => Match;
}

export function nameMatcher(
  units: readonly UnitFacts[],
  aliases: readonly Alias[],
  suspected: readonly Suspected[] = [],
): NameMatcher {
  const streets = units.filter(({ level }) => level === "street");
  const communities = units.filter(({ level }) => level === "community");
  const said = (street: string | null, written: string) =>
    aliases.find(
      (alias) =>
        normaliseName(alias.written) === normaliseName(written) &&
        (alias.street === null
          ? street === null
          : street !== null && normaliseName(alias.street) === normaliseName(street)),
    );
  const matchStreet = (written: string) => matchAmong(streets, written, said(null, written), []);
  return {
    street: matchStreet,
    community: (street, written) => {
      const alias = said(street, written);
      if (alias !== undefined) return ofAlias(alias);
      if (street === null) return matchAmong(communities, written, undefined, []);
      const parent = matchStreet(street);
      if (parent.state === "missing") return parent;
      const pairs = suspected
        .filter((pair) => normaliseName(pair.street) === normaliseName(street))
        .map(({ names }) => names);
      const parents = parent.state === "sure" ? [parent.unit] : parent.candidates;
      const inside = communities.filter((unit) => unit.parent !== null && parents.includes(unit.parent));
      const match = matchAmong(inside, written, undefined, pairs);
      // The same name under a street that is itself doubtful is no sure match.
      return match.state === "sure" && parent.state === "doubtful"
        ? { state: "doubtful", candidates: [match.unit] }
        : match;
    },
  };
}

/**
 * Whether two different names may be one place: one contains the other, or they share a run of at least two characters
 * that is half of the longer one. Only for the queue.
 */
export function mayBeOne(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.includes(short)) return true;
  const shared = longestShared(short, long);
  return shared >= 2 && shared * 2 >= long.length;
}

function matchAmong(
  units: readonly UnitFacts[],
  written: string,
  alias: Alias | undefined,
  suspected: readonly (readonly string[])[],
): Match {
  if (alias !== undefined) return ofAlias(alias);
  const name = normaliseName(written);
  const same = units.filter((unit) => normaliseName(unit.name) === name);
  if (same.length === 1) return { state: "sure", unit: same[0].id, by: "name" };
  if (same.length > 1) return { state: "doubtful", candidates: same.map(({ id }) => id) };
  const alike = units.filter((unit) => {
    const other = normaliseName(unit.name);
    const isSuspected = suspected.some(
      (names) => names.some((one) => normaliseName(one) === name) && names.some((one) => normaliseName(one) === other),
    );
    return isSuspected || mayBeOne(name, other);
  });
  return alike.length === 0 ? { state: "missing" } : { state: "doubtful", candidates: alike.map(({ id }) => id) };
}

function ofAlias({ unit }: Alias): Match {
  return unit === null ? { state: "missing" } : { state: "sure", unit, by: "alias" };
}

function longestShared(a: string, b: string): number {
  for (let length = a.length; length > 0; length--) {
    for (let start = 0; start + length <= a.length; start++)
      if (b.includes(a.slice(start, start + length))) return length;
  }
  return 0;
}
