/** Coverage of a category summed by unit, and the units ranked. @module */
import { MM_PER_M } from "../base/units.ts";
import { type Groups, groupsBy, type Level } from "../coverage/groups.ts";
import type { OpenCounts } from "../coverage/hours/open-at.ts";
import { ranksOf } from "../coverage/ranks.ts";
import { talliesBy } from "../coverage/tally.ts";
import { kept } from "./kept.ts";
import type { OpenArea, ReleaseContent, WalksQuestion } from "./open-area.ts";
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
  const levels = level === "area" ? [] : [level];
  const [{ byLevel, ...head }] = coverageAtLimits(area, question, [question.minutes], levels);
  return { ...head, units: byLevel[0] ?? [], pins: pinsOf(area, area.walker(question.profile), question.at) };
}

/** What {@link coverageBy} tells, of several levels. */
export interface CoverageOfLevels extends Omit<CoverageAnswer, "units" | "pins"> {
  /** In the order of the levels asked for. */
  byLevel: RankedUnit[][];
}

/** One a limit, in their order; throws what {@link coverageBy} throws. */
export function coverageAtLimits(
  area: OpenArea,
  question: WalksQuestion,
  minutes: readonly number[],
  levels: readonly Exclude<Level, "area">[],
): CoverageOfLevels[] {
  const byLimit = unitAnswers(area, question, minutes, [
    groupsOf(area, "area"),
    ...levels.map((level) => groupsOf(area, level)),
  ]);
  const walks = area.walksFor(question);
  return minutes.map((limit, l) => {
    const [[whole], ...units] = byLimit[l];
    const rankedBy = measureOf(whole);
    return {
      category: question.category,
      minutes: limit,
      limitM: checkedLimit(area.walker(question.profile), limit) / MM_PER_M,
      facilitiesOffNetwork: walks.facilitiesOffNetwork,
      facilitiesClosedToProfile: walks.facilitiesClosedToProfile,
      facilityHours: walks.hours,
      rankedBy,
      whole,
      byLevel: units.map((ofLevel) => ranked(ofLevel, rankedBy)),
    };
  });
}

/** By limit, then by level: figures of every group, in their order, and last of what lies outside all of them if there is anything. */
export function unitAnswers(
  area: OpenArea,
  question: WalksQuestion,
  minutes: readonly number[],
  levels: readonly Groups[],
): UnitAnswer[][][] {
  const walker = area.walker(question.profile);
  const limits = minutes.map((limit) => checkedLimit(walker, limit));
  const { residences, facilities } = area.content;
  const category = area.categoryIndex(question.category);
  const tallies = talliesBy(levels, residences, facilities, category, area.walksFor(question), limits);
  return tallies.map((byLevel) =>
    byLevel.map((ofLevel) => ofLevel.map((tally) => unitAnswer(tally, walker.profile.speedMmPerSecond))),
  );
}

/** The same object for the same release, so that what was gathered by it stays. */
export function groupsOf({ content }: OpenArea, level: Level): Groups {
  const { residences, facilities, communities, subdistricts } = content;
  const units = { area: [], community: communities, subdistrict: subdistricts }[level];
  const byLevel = kept(groupsOfContent, content, () => new Map<Level, Groups>());
  return kept(byLevel, level, () => groupsBy(level, units, residences, facilities));
}

const groupsOfContent = new WeakMap<ReleaseContent, Map<Level, Groups>>();

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
