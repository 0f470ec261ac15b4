/** Facilities laid out by metres and rules made up for a test. */
import { geodesicEnd } from "../../server/base/geodesic.ts";
import type { LonLat } from "../../server/base/lon-lat.ts";
import type { Facilities } from "../../server/coverage/people.ts";
import { membersOf } from "../../server/spacing/members.ts";
import type { Register } from "../../server/spacing/register.ts";
import type { Rule } from "../../server/spacing/rule.ts";
import { type Violations, violationsOf } from "../../server/spacing/violations.ts";
import { facilitiesAt } from "./people.ts";

export const HERE: LonLat = [113.65, 34.75];

/** A rule of 500 m between clinics, in force since 2013-09-25, unless said otherwise. */
export function rule(changes: Partial<Rule> = {}): Rule {
  return {
    id: "made-up",
    title: { zh: "试", en: "made up" },
    jurisdiction: { code: null, words: { zh: "某地", en: "somewhere" } },
    use: "by_default",
    areas: null,
    sameClass: ["clinic"],
    between: null,
    leastM: 500,
    toleranceM: 0,
    measure: "straight_line",
    from: "entrance",
    to: "entrance",
    binds: "new_sites",
    validFrom: "2013-09-25",
    validUntil: null,
    validityNote: null,
    exemptions: [],
    evidence: "R",
    source: { title: { zh: "试", en: "made up" }, number: null, clause: null, quote: null, address: null },
    notes: null,
    ...changes,
  };
}

/** So many metres from {@link HERE}: east along its parallel's geodesic, then north. */
export function at(eastM: number, northM: number): LonLat {
  return geodesicEnd(eastM === 0 ? HERE : geodesicEnd(HERE, 90, eastM), 0, northM);
}

export interface Placed {
  readonly ref: string;
  readonly position: LonLat;
  readonly category?: string;
  readonly name?: string;
  readonly openedOn?: string;
  readonly closedOn?: string;
}

export function town(list: readonly Placed[]): { facilities: Facilities; register: Register } {
  const facilities = facilitiesAt(
    list.map(({ ref, position, category = "clinic" }) => ({ ref, position, category, community: -1 })),
  );
  return {
    facilities: { ...facilities, name: list.map(({ name }) => name ?? null) },
    register: {
      openedOn: list.map(({ openedOn }) => openedOn ?? null),
      closedOn: list.map(({ closedOn }) => closedOn ?? null),
      uncertaintyM: new Float64Array(list.length),
    },
  };
}

export function violations(list: readonly Placed[], by: Rule = rule(), day = "2020-01-01"): Violations {
  const { facilities, register } = town(list);
  const compare = byRef(facilities);
  const noWalker = () => {
    throw new Error("no walker was expected");
  };
  return violationsOf(facilities, by, membersOf(facilities, register, by, day), noWalker, compare);
}

/** `A-B 400.000` for every listed pair, the closest first. */
export function told(list: readonly Placed[], by: Rule = rule(), day?: string): string[] {
  const { pairs } = violations(list, by, day);
  return Array.from(pairs.a, (a, i) => `${list[a].ref}-${list[pairs.b[i]].ref} ${pairs.metres[i].toFixed(3)}`);
}

export function byRef({ ref }: Pick<Facilities, "ref">): (a: number, b: number) => number {
  return (a, b) => (ref[a] < ref[b] ? -1 : ref[a] > ref[b] ? 1 : 0);
}
