/**
 * Gap clusters: uncovered homes that are neighbours, as places that somebody can act on. Every uncovered home is in
 * exactly one; homes of which nothing can be said are gathered apart, by reason.
 *
 * Uncovered homes are joined along the streets ({@link JOIN_MM}) and parted where a group is wider than the limit itself,
 * so that a facility in the middle of a cluster would serve all of it. Unknown ones are joined by straight distance.
 * @module
 */
import { MM_PER_M } from "../../base/units.ts";
import { State } from "../category-walks.ts";
import { addPeople, compareSums, nobody, type PeopleSum } from "../people-sum.ts";
import { type Reason, reasonOf, verdictOf } from "../verdict.ts";
import { byPeople } from "./by-people.ts";
import { type CauseFacts, causeOf, type GapCause } from "./cause.ts";
import { joinNeighbours, type Neighbourhood } from "./neighbourhood.ts";
import { partGroups } from "./part-groups.ts";
import { joinStraight } from "./straight-groups.ts";

/** Homes so near to each other belong together: about the width of a block between two streets of a Chinese district. */
export const JOIN_MM = 300_000;

export interface GapCluster {
  /** Lowest ref among the members. */
  readonly id: string;
  readonly verdict: "uncovered" | "unknown";
  /** Indices of residences, most people first. */
  readonly members: readonly number[];
  /** Shape [members]. Why each of them is not covered, or unknown. */
  readonly memberWhy: readonly (GapCause | Reason)[];
  readonly people: PeopleSum;
  /** The cause of most people. */
  readonly why: GapCause | Reason;
  /** People by cause, that of most people first. */
  readonly causes: ReadonlyMap<GapCause | Reason, PeopleSum>;
  /** The member with most people among those of the cause: stands for the cluster where one walk is told or drawn. */
  readonly heart: number;
  /** The member with the longest walk, −1 where none has any. */
  readonly worst: number;
  /** Mean of the known walks, weighted by residents (by residences where nobody's number is known); null where none is. */
  readonly meanMm: number | null;
  /** Members without any walk. */
  readonly noWalk: number;
}

export interface GapClusters {
  /** Most people first, then by id. */
  readonly uncovered: readonly GapCluster[];
  readonly unknown: readonly GapCluster[];
}

export function gapClusters(hood: Neighbourhood, facts: CauseFacts, limitMm: number): GapClusters {
  const { residences, walks } = facts;
  const [uncovered, unknown]: [number[], number[]] = [[], []];
  for (let r = 0; r < residences.count; r++) {
    const verdict = verdictOf(walks, r, limitMm);
    if (verdict === "uncovered") uncovered.push(r);
    else if (verdict === "unknown") unknown.push(r);
  }
  const members = Int32Array.from(uncovered);
  const parts = partGroups(hood, residences, members, joinNeighbours(hood, members, JOIN_MM), limitMm);
  const causes = uncovered.map((r) => causeOf(facts, r, limitMm));
  const reasons = unknown.map((r) => reasonOf(walks, r, limitMm) as Reason);
  const apart = joinStraight(residences, Int32Array.from(unknown), reasons, JOIN_MM / MM_PER_M);
  return {
    uncovered: gather(facts, "uncovered", uncovered, parts, causes),
    unknown: gather(facts, "unknown", unknown, apart, reasons),
  };
}

function gather(
  facts: CauseFacts,
  verdict: GapCluster["verdict"],
  homes: readonly number[],
  group: Int32Array,
  causes: readonly GapCluster["why"][],
): GapCluster[] {
  const groups = new Map<number, number[]>();
  homes.forEach((_, i) => {
    const list = groups.get(group[i]);
    if (list) list.push(i);
    else groups.set(group[i], [i]);
  });
  return [...groups.values()]
    .map((list) =>
      clusterOf(
        facts,
        verdict,
        list.map((i): Caused => [homes[i], causes[i]]),
      ),
    )
    .sort((a, b) => compareSums(a.people, b.people) || (a.id < b.id ? -1 : 1));
}

type Caused = readonly [residence: number, cause: GapCluster["why"]];

function clusterOf({ residences, walks }: CauseFacts, verdict: GapCluster["verdict"], list: readonly Caused[]) {
  const homes = [...list].sort(([a], [b]) => byPeople(residences, a, b));
  const people = nobody();
  const causes = new Map<GapCluster["why"], PeopleSum>();
  let worst = -1;
  const walked = { known: 0, plain: 0, weight: 0, weighted: 0 };
  for (const [r, cause] of homes) {
    addPeople(people, residences, r);
    const sum = causes.get(cause) ?? nobody();
    addPeople(sum, residences, r);
    causes.set(cause, sum);
    if (walks.state[r] !== State.WALK) continue;
    if (worst < 0 || walks.totalMm[r] > walks.totalMm[worst]) worst = r;
    const residents = Math.max(0, residences.residents[r]);
    walked.known++;
    walked.plain += walks.totalMm[r];
    walked.weight += residents;
    walked.weighted += residents * walks.totalMm[r];
  }
  const ranked = [...causes].sort(([a, x], [b, y]) => compareSums(x, y) || (a < b ? -1 : 1));
  const [[why]] = ranked;
  const { known, plain, weight, weighted } = walked;
  return {
    id: homes.reduce(
      (least, [r]) => (residences.ref[r] < least ? residences.ref[r] : least),
      residences.ref[homes[0][0]],
    ),
    verdict,
    members: homes.map(([r]) => r),
    memberWhy: homes.map(([, cause]) => cause),
    people,
    why,
    causes: new Map(ranked),
    heart: (homes.find(([, cause]) => cause === why) ?? homes[0])[0],
    worst,
    meanMm: known === 0 ? null : weight > 0 ? weighted / weight : plain / known,
    noWalk: homes.length - known,
  } satisfies GapCluster;
}
