/** Completeness of a set of categories, by unit and by residence. @module */
import { MM_PER_M } from "../base/units.ts";
import {
  type CompletenessTally,
  completenessBy,
  type SetVerdicts,
  verdictOfSet,
  verdictsOfSet,
} from "../coverage/completeness.ts";
import { coverageError } from "../coverage/errors.ts";
import { groupsBy, type Level } from "../coverage/groups.ts";
import { type PeopleCount, shareOf, type Tally } from "../coverage/tally.ts";
import type { Verdict } from "../coverage/verdict.ts";
import { groupsOf } from "./coverage.ts";
import type { OpenArea, WalksQuestion } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { checkedLimit } from "./reach.ts";

export interface SetQuestion {
  /** Codes, each once. */
  readonly set: readonly string[];
  readonly profile: string;
  readonly minutes: number;
  /** See {@link WalksQuestion}. */
  readonly at?: string | undefined;
}

export interface CompletenessOfUnit {
  ref: string | null;
  name: string | null;
  parent: string | null;
  residences: Tally;
  households: Tally;
  residents: Tally;
  /** People with the whole set ÷ people of whom that is known; null where that is nobody. */
  residentShare: number | null;
  /** Of 0 … the size of the set. */
  meanReached: number | null;
  /** By number of categories reached. */
  reached: PeopleCount[];
  partlyUnknown: PeopleCount;
}

export interface CompletenessAnswer {
  set: string[];
  minutes: number;
  limitM: number;
  whole: CompletenessOfUnit;
  units: CompletenessOfUnit[];
  pins: Pins;
}

export interface CompletenessRow {
  ref: string;
  position: [number, number];
  community: string | null;
  households: number | null;
  residents: number | null;
  verdict: Verdict;
  reached: number;
  missing: number;
  unknown: number;
}

/** Codes from a text such as `pharmacy,clinic`; throws `set_faulty`. */
export function parseSet(text: string): string[] {
  const set = text.split(",").map((code) => code.trim());
  if (set.some((code, i) => code === "" || set.indexOf(code) !== i)) throw coverageError("set_faulty", { value: text });
  return set;
}

/** Throws `category_unknown`, `profile_unknown`, `minutes_out_of_range`. */
export function completenessOf(area: OpenArea, question: SetQuestion, level: Level): CompletenessAnswer {
  const walker = area.walker(question.profile);
  const { residences, facilities } = area.content;
  const verdicts = verdictsFor(area, question);
  const [whole] = completenessBy(groupsBy("area", [], residences, facilities), residences, verdicts);
  return {
    set: [...question.set],
    minutes: question.minutes,
    limitM: checkedLimit(walker, question.minutes) / MM_PER_M,
    whole: ofUnit(whole),
    units: level === "area" ? [] : completenessBy(groupsOf(area, level), residences, verdicts).map(ofUnit),
    pins: pinsOf(area, walker, question.at),
  };
}

/** One row a residence, in the order of the release. */
export function completenessRows(area: OpenArea, question: SetQuestion): CompletenessRow[] {
  const { residences, communities } = area.content;
  const verdicts = verdictsFor(area, question);
  return residences.ref.map((ref, r) => {
    const community = residences.community[r];
    const known = (people: number) => (people < 0 ? null : people);
    return {
      ref,
      position: [residences.lon[r], residences.lat[r]],
      community: community < 0 ? null : communities[community].name,
      households: known(residences.households[r]),
      residents: known(residences.residents[r]),
      verdict: verdictOfSet(verdicts, r),
      reached: verdicts.reached[r],
      missing: verdicts.size - verdicts.reached[r] - verdicts.unknown[r],
      unknown: verdicts.unknown[r],
    };
  });
}

function verdictsFor(area: OpenArea, { set, profile, minutes, at }: SetQuestion): SetVerdicts {
  const limit = checkedLimit(area.walker(profile), minutes);
  const walks = set.map((category) => area.walksFor({ profile, category, at }));
  return verdictsOfSet(walks, area.content.residences, limit);
}

function ofUnit({ unit, reached, ...sums }: CompletenessTally): CompletenessOfUnit {
  return {
    ref: unit?.ref ?? null,
    name: unit?.name ?? null,
    parent: unit?.parent ?? null,
    ...sums,
    residentShare: shareOf(sums.residents),
    reached: [...reached],
  };
}
