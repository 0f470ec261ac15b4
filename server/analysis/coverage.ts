/** Coverage of a category summed by unit, and the units ranked. @module */
import { MM_PER_M } from "../base/units.ts";
import { type Groups, groupsBy, type Level } from "../coverage/groups.ts";
import type { OpenCounts } from "../coverage/hours/open-at.ts";
import { ranksOf } from "../coverage/ranks.ts";
import { tallyBy } from "../coverage/tally.ts";
import type { OpenArea, WalksQuestion } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { checkedLimit } from "./reach.ts";
import { type UnitAnswer, unitAnswer } from "./unit-answer.ts";

export interface CoverageQuestion extends WalksQuestion {
  readonly minutes: number;
}

export type Measure = "residents" | "households" | "residences";

export interface RankedUnit extends UnitAnswer {
  /** 1 for the largest share covered, of the answer's `rankedBy`; null where it is unknown, and outside all units. */
  rank: number | null;
  /** Units that hold this rank, this one included. */
  rankSharedBy: number;
  /** 1 for the largest `gapSeconds`; null where that is. */
  unequalRank: number | null;
}

export interface CoverageAnswer {
  category: string;
  minutes: number;
  limitM: number;
  /** Facilities of the category that no walk can be shown to reach: no street within 200 m of them. */
  facilitiesOffNetwork: number;
  /** Those by streets that the profile cannot use: it is known not to reach them. */
  facilitiesClosedToProfile: number;
  /** Facilities of the category open, closed and unknown at the moment; null where none is asked about. */
  facilityHours: OpenCounts | null;
  /** People where anybody's number is known, else households, else residences. */
  rankedBy: Measure;
  whole: UnitAnswer;
  units: RankedUnit[];
  pins: Pins;
}

/** Throws `category_unknown`, `profile_unknown`, `minutes_out_of_range`, `moment_unreadable`. */
export function coverageBy(area: OpenArea, question: CoverageQuestion, level: Level): CoverageAnswer {
  const walker = area.walker(question.profile);
  const limit = checkedLimit(walker, question.minutes);
  const walks = area.walksFor(question);
  const { residences, facilities } = area.content;
  const [whole] = unitAnswers(area, question, groupsBy("area", [], residences, facilities));
  const rankedBy = measureOf(whole);
  return {
    category: question.category,
    minutes: question.minutes,
    limitM: limit / MM_PER_M,
    facilitiesOffNetwork: walks.facilitiesOffNetwork,
    facilitiesClosedToProfile: walks.facilitiesClosedToProfile,
    facilityHours: walks.hours,
    rankedBy,
    whole,
    units: level === "area" ? [] : rankedUnits(area, question, level, rankedBy),
    pins: pinsOf(area, walker, question.at),
  };
}

/** As the units of {@link coverageBy}. @param rankedBy of its answer */
export function rankedUnits(
  area: OpenArea,
  question: CoverageQuestion,
  level: Exclude<Level, "area">,
  rankedBy: Measure,
): RankedUnit[] {
  return ranked(unitAnswers(area, question, groupsOf(area, level)), rankedBy);
}

/** Figures of every group, in their order, and last of what lies outside all of them if there is anything. */
export function unitAnswers(area: OpenArea, question: CoverageQuestion, groups: Groups): UnitAnswer[] {
  const { category, profile, minutes } = question;
  const walker = area.walker(profile);
  const { residences, facilities } = area.content;
  const walks = area.walksFor(question);
  const limit = checkedLimit(walker, minutes);
  return tallyBy(groups, residences, facilities, area.categoryIndex(category), walks, limit).map((tally) =>
    unitAnswer(tally, walker.profile.speedMmPerSecond),
  );
}

export function groupsOf({ content }: OpenArea, level: Level): Groups {
  const { residences, facilities, communities, subdistricts } = content;
  return groupsBy(level, level === "community" ? communities : subdistricts, residences, facilities);
}

function measureOf({ residents, households }: UnitAnswer): Measure {
  if (residents.total > 0) return "residents";
  return households.total > 0 ? "households" : "residences";
}

function ranked(units: readonly UnitAnswer[], by: Measure): RankedUnit[] {
  const share = { residents: "residentShare", households: "householdShare", residences: "residenceShare" } as const;
  const ofUnits = (value: (unit: UnitAnswer) => number | null) =>
    ranksOf(units.map((unit) => (unit.ref === null ? null : value(unit))));
  const ranks = ofUnits((unit) => unit[share[by]]);
  const unequal = ofUnits((unit) => unit.gapSeconds);
  return units.map((unit, i) => ({
    ...unit,
    rank: ranks[i].rank,
    rankSharedBy: ranks[i].sharedBy,
    unequalRank: unequal[i].rank,
  }));
}
