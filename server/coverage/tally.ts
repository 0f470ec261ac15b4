/** Sums over residences: covered + uncovered + unknown = total, in residences, households and residents. @module */
import type { AgeGroup } from "../import/age-groups.ts";
import { type CategoryWalks, State } from "./category-walks.ts";
import { countByVerdict, countUnknown, sumByVerdict, type VerdictSums } from "./group-sums.ts";
import { BEYOND, type Groups, membersOf, placesOf } from "./groups.ts";
import { type EstimatedFigure, estimatesOf, type Facilities, type Residences, type Unit } from "./people.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { COVERED, type Reason, reasonOf, UNKNOWN, VERDICTS, verdictColumn } from "./verdict.ts";

export interface Tally {
  total: number;
  covered: number;
  uncovered: number;
  unknown: number;
}

/** People of one age group. Groups overlap, and are never added up. */
export interface AgeTally extends Tally {
  /** Residences that are not in it, as nobody knows how many of the group live there. */
  unknownResidences: number;
}
export type AgeTallies = Partial<Record<AgeGroup, AgeTally>>;

/** Residences, and the known people in them. */
export interface PeopleCount {
  residences: number;
  households: number;
  residents: number;
}

export interface UnitTally {
  /** null: what lies outside every unit of the level, the whole of an area, or a drawn polygon. */
  readonly unit: Unit | null;
  readonly residences: Tally;
  readonly households: Tally;
  readonly residents: Tally;
  /** Groups of which anything is known anywhere in the area. */
  readonly ages: AgeTallies;
  /** Residences that are in no sum of that measure, as nobody knows their number. */
  readonly householdsUnknownResidences: number;
  readonly residentsUnknownResidences: number;
  /** Residences without any figure of people. */
  readonly peopleUnknownResidences: number;
  /** Residences of which some figure of people is an estimate, and of how many each one is. */
  readonly estimatedResidences: number;
  readonly estimates: Readonly<Record<EstimatedFigure, number>>;
  /** What is unknown, by reason. */
  readonly unknownReasons: Record<string, PeopleCount>;
  /** Facilities of the category inside the unit. */
  readonly facilities: number;
  /** Covered, and the nearest facility stands outside the unit: no border cuts a walk. */
  readonly servedFromOutside: PeopleCount;
  /** Residents who are uncovered not for the length of their walk: none leads to any facility. */
  readonly residentsWithoutWalk: number;
  readonly spread: Spread;
}

/** Tallies by group, in their order, and last what lies outside all of them if there is anything. */
export function tallyBy(
  groups: Groups,
  residences: Residences,
  facilities: Facilities,
  category: number,
  walks: CategoryWalks,
  limitMm: number,
): UnitTally[] {
  return talliesBy([groups], residences, facilities, category, walks, [limitMm])[0][0];
}

/** As {@link tallyBy}, by limit, then by level: what no limit changes is found once for all of them. */
export function talliesBy(
  levels: readonly Groups[],
  residences: Residences,
  facilities: Facilities,
  category: number,
  walks: CategoryWalks,
  limitsMm: readonly number[],
): UnitTally[][][] {
  const standing = levels.map((groups) => standingOf(groups, residences, facilities, category, walks));
  return limitsMm.map((limitMm) => {
    const verdicts = verdictColumn(walks, limitMm);
    return levels.map((groups, level) => {
      const { used, inside, spreads, people } = standing[level];
      return sumsAt(groups, residences, people, walks, limitMm, verdicts)
        .slice(0, used)
        .map((sums, g) => ({ unit: groups.units[g] ?? null, ...sums, facilities: inside[g], spread: spreads[g] }));
    });
  });
}

/** What no limit changes. */
function standingOf(
  groups: Groups,
  residences: Residences,
  facilities: Facilities,
  category: number,
  walks: CategoryWalks,
) {
  const { units, ofFacility } = groups;
  const members = membersOf(groups);
  const outside = units.length;
  const inside = new Int32Array(outside + 1);
  for (let f = 0; f < facilities.count; f++) {
    if (facilities.category[f] !== category || ofFacility[f] === BEYOND) continue;
    inside[ofFacility[f] < 0 ? outside : ofFacility[f]]++;
  }
  const isUsed = outside === 0 || members[outside].length > 0 || inside[outside] > 0;
  return {
    /** How many groups are told. */
    used: isUsed ? outside + 1 : outside,
    inside,
    spreads: members.map((ofGroup) => spreadOf(residences, walks, ofGroup)),
    people: peopleOf(groups, residences),
  };
}

/** Of each group, what no walk changes. Shape [groups] each. */
interface GroupPeople {
  /** Shape [r]. */
  readonly place: Int32Array;
  readonly householdsUnknown: Int32Array;
  readonly residentsUnknown: Int32Array;
  readonly peopleUnknown: Int32Array;
  readonly estimates: Readonly<Record<EstimatedFigure | "any", Int32Array>>;
  readonly agesUnknown: ReadonlyMap<AgeGroup, Int32Array>;
}

const peopleKnown = new WeakMap<Groups, { of: Residences; people: GroupPeople }>();

function peopleOf(groups: Groups, residences: Residences): GroupPeople {
  const before = peopleKnown.get(groups);
  if (before?.of === residences) return before.people;
  const { households, residents, estimated, ages } = residences;
  const counts = () => new Int32Array(count);
  const place = placesOf(groups.units, groups.ofResidence);
  const count = groups.units.length + 1;
  const estimates = { any: counts(), households: counts(), residents: counts(), ages: counts() };
  for (let r = 0; r < place.length; r++) {
    if (estimated[r] === 0) continue;
    estimates.any[place[r]]++;
    for (const figure of estimatesOf(residences, r)) estimates[figure][place[r]]++;
  }
  const people = {
    place,
    householdsUnknown: countUnknown(place, count, households),
    residentsUnknown: countUnknown(place, count, residents),
    peopleUnknown: countUnknown(place, count, households, residents),
    estimates,
    agesUnknown: new Map([...ages].map(([group, column]) => [group, countUnknown(place, count, column)])),
  };
  peopleKnown.set(groups, { of: residences, people });
  return people;
}

/** One a group, those outside all of them last. */
function sumsAt(
  groups: Groups,
  residences: Residences,
  people: GroupPeople,
  walks: CategoryWalks,
  limitMm: number,
  verdicts: Uint8Array,
): Omit<UnitTally, "unit" | "facilities" | "spread">[] {
  const { place } = people;
  const count = groups.units.length + 1;
  const ofResidences = countByVerdict(place, count, verdicts);
  const ofHouseholds = sumByVerdict(place, count, verdicts, residences.households);
  const ofResidents = sumByVerdict(place, count, verdicts, residences.residents);
  const ofAges = [...residences.ages].map(
    ([group, column]) => [group, sumByVerdict(place, count, verdicts, column)] as const,
  );
  const sums = Array.from({ length: count }, (_, g) => ({
    residences: tallyOf(ofResidences, g),
    households: tallyOf(ofHouseholds, g),
    residents: tallyOf(ofResidents, g),
    ages: Object.fromEntries(
      ofAges.map(([group, own]) => [
        group,
        { ...tallyOf(own, g), unknownResidences: people.agesUnknown.get(group)![g] },
      ]),
    ),
    householdsUnknownResidences: people.householdsUnknown[g],
    residentsUnknownResidences: people.residentsUnknown[g],
    peopleUnknownResidences: people.peopleUnknown[g],
    estimatedResidences: people.estimates.any[g],
    estimates: {
      households: people.estimates.households[g],
      residents: people.estimates.residents[g],
      ages: people.estimates.ages[g],
    },
    unknownReasons: {} as Record<string, PeopleCount>,
    servedFromOutside: nobody(),
    residentsWithoutWalk: 0,
  }));
  addUnusual(sums, groups, residences, place, walks, limitMm, verdicts);
  return sums;
}

/** Those of whose verdict more is to be said: served across a border, without any walk, or unknown. */
function addUnusual(
  sums: Pick<Mutable<UnitTally>, "unknownReasons" | "servedFromOutside" | "residentsWithoutWalk">[],
  { ofFacility, ofResidence }: Groups,
  { households, residents }: Residences,
  place: Int32Array,
  walks: CategoryWalks,
  limitMm: number,
  verdicts: Uint8Array,
): void {
  for (let r = 0; r < place.length; r++) {
    const verdict = verdicts[r];
    if (verdict === COVERED) {
      if (ofFacility[walks.facility[r]] !== ofResidence[r])
        addPeople(sums[place[r]].servedFromOutside, households[r], residents[r]);
    } else if (verdict === UNKNOWN) {
      const { unknownReasons } = sums[place[r]];
      const reason = reasonOf(walks, r, limitMm) as Reason;
      unknownReasons[reason] ??= nobody();
      addPeople(unknownReasons[reason], households[r], residents[r]);
    } else if (walks.state[r] !== State.WALK) sums[place[r]].residentsWithoutWalk += Math.max(0, residents[r]);
  }
}

type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

function tallyOf(sums: VerdictSums, group: number): Tally {
  const [covered, uncovered, unknown] = sums.subarray(group * VERDICTS.length, (group + 1) * VERDICTS.length);
  return { total: covered + uncovered + unknown, covered, uncovered, unknown };
}

/** @param households −1 where unknown, as are `residents` */
function addPeople(count: PeopleCount, households: number, residents: number): void {
  count.residences++;
  count.households += Math.max(0, households);
  count.residents += Math.max(0, residents);
}

function nobody(): PeopleCount {
  return { residences: 0, households: 0, residents: 0 };
}

/** covered ÷ (covered + uncovered), 0 … 1; null where nobody is known. */
export function shareOf({ covered, uncovered }: Tally): number | null {
  return covered + uncovered === 0 ? null : covered / (covered + uncovered);
}

/** unknown ÷ total, 0 … 1; null where there is nobody. */
export function unknownShareOf({ total, unknown }: Tally): number | null {
  return total === 0 ? null : unknown / total;
}
