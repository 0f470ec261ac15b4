/** Two runs side by side: who gained cover, who lost it, by community and by residence. @module */

/** One run's residences for one category, profile and limit. Shape [r] each. */
export interface RunSide {
  readonly residence: readonly string[];
  readonly community: readonly (string | null)[];
  readonly households: readonly (number | null)[];
  readonly residents: readonly (number | null)[];
  /** c covered, u uncovered, - unknown */
  readonly verdicts: string;
  readonly totalMm: readonly (number | null)[];
  /** ref */
  readonly facility: readonly (string | null)[];
}

/** Verdict before → verdict after, and residences that only one of the runs knows. */
export type Change = "gained" | "lost" | "becameUnknown" | "becameKnown" | "added" | "removed" | "none";

export interface ChangeTally {
  residences: number;
  /** Known ones only; of residences in both runs as the later run counts them. */
  households: number;
  residents: number;
}

export interface UnitChange {
  /** null for residences outside all communities; absent for the whole */
  ref: string | null;
  changes: Record<Exclude<Change, "none">, ChangeTally>;
}

export interface ResidenceChange {
  ref: string;
  community: string | null;
  households: number | null;
  residents: number | null;
  change: Exclude<Change, "none">;
  before: { covered: boolean | null; totalMm: number | null; facility: string | null } | null;
  after: { covered: boolean | null; totalMm: number | null; facility: string | null } | null;
}

export interface Comparison {
  whole: UnitChange["changes"];
  /** Only communities in which something changed, by ref. */
  communities: UnitChange[];
  /** By ref. */
  residences: ResidenceChange[];
}

/** Residences are the same where their refs are. */
export function compareRuns(before: RunSide, after: RunSide): Comparison {
  const index = new Map(before.residence.map((ref, r) => [ref, r]));
  const residences: ResidenceChange[] = [];
  for (let r = 0; r < after.residence.length; r++) {
    const was = index.get(after.residence[r]);
    index.delete(after.residence[r]);
    push(residences, after, r, was === undefined ? null : sideAt(before, was), sideAt(after, r));
  }
  for (const r of index.values()) push(residences, before, r, sideAt(before, r), null);
  residences.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const whole = noChanges();
  const byCommunity = new Map<string | null, UnitChange["changes"]>();
  for (const { community, change, households, residents } of residences) {
    const changes = byCommunity.get(community) ?? noChanges();
    byCommunity.set(community, changes);
    for (const tally of [whole[change], changes[change]]) {
      tally.residences++;
      tally.households += households ?? 0;
      tally.residents += residents ?? 0;
    }
  }
  const communities = [...byCommunity].map(([ref, changes]): UnitChange => ({ ref, changes }));
  return { whole, communities: communities.sort(byRef), residences };
}

function push(
  list: ResidenceChange[],
  from: RunSide,
  r: number,
  before: ResidenceChange["before"],
  after: ResidenceChange["after"],
): void {
  const change = changeOf(before, after);
  if (change === "none") return;
  const { residence, community, households, residents } = from;
  list.push({
    ref: residence[r],
    community: community[r],
    households: households[r],
    residents: residents[r],
    change,
    before,
    after,
  });
}

function changeOf(before: ResidenceChange["before"], after: ResidenceChange["after"]): Change {
  if (before === null) return "added";
  if (after === null) return "removed";
  if (before.covered === after.covered) return "none";
  if (after.covered === null) return "becameUnknown";
  if (before.covered === null) return "becameKnown";
  return after.covered ? "gained" : "lost";
}

function sideAt({ verdicts, totalMm, facility }: RunSide, r: number): NonNullable<ResidenceChange["before"]> {
  const covered = verdicts[r] === "-" ? null : verdicts[r] === "c";
  return { covered, totalMm: totalMm[r], facility: facility[r] };
}

function noChanges(): UnitChange["changes"] {
  const zero = (): ChangeTally => ({ residences: 0, households: 0, residents: 0 });
  return {
    gained: zero(),
    lost: zero(),
    becameUnknown: zero(),
    becameKnown: zero(),
    added: zero(),
    removed: zero(),
  };
}

/** Those outside all communities last. */
function byRef(a: UnitChange, b: UnitChange): number {
  if (a.ref === null || b.ref === null) return a.ref === null ? 1 : -1;
  return a.ref < b.ref ? -1 : 1;
}
