/** Coverage minute by minute: how people spread over walks, of the whole area or of one unit. @module */
import { limitMm, MM_PER_M } from "../base/units.ts";
import { walksByLimit } from "../coverage/by-minutes.ts";
import { coverageError } from "../coverage/errors.ts";
import { type Level, membersOf } from "../coverage/groups.ts";
import type { PeopleCount, Tally } from "../coverage/tally.ts";
import { type CoverageQuestion, groupsOf } from "./coverage.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { checkedLimit, MAX_MINUTES } from "./reach.ts";

/** Minutes are told up to so many times the limit asked about. */
const BEYOND = 2;

export interface MinuteAnswer {
  /** Exclusive, but for 0; `toMinutes` inclusive. */
  fromMinutes: number;
  toMinutes: number;
  /** Those who walk so long. */
  walks: PeopleCount;
  /** Coverage if `toMinutes` were the limit. */
  residences: Tally;
  households: Tally;
  residents: Tally;
}

export interface MinutesAnswer {
  category: string;
  minutes: number;
  limitM: number;
  /** null for the whole area. */
  unit: { ref: string; name: string } | null;
  /** Whole minutes, the limit itself among them, to twice the limit. */
  items: MinuteAnswer[];
  farther: PeopleCount;
  without: PeopleCount;
  unknown: PeopleCount;
  pins: Pins;
}

/**
 * Walks within the limit add up to what is covered at it; those beyond, `farther` and `without` to what is uncovered.
 * Throws `unit_unknown`, and what {@link OpenArea.walksFor} throws.
 *
 * @param unit ref of a unit of the level; null for the whole area
 */
export function coverageByMinutes(
  area: OpenArea,
  question: CoverageQuestion,
  level: Exclude<Level, "area">,
  unit: string | null,
): MinutesAnswer {
  const walker = area.walker(question.profile);
  const limit = checkedLimit(walker, question.minutes);
  const walks = area.walksFor(question);
  const { residences } = area.content;
  const edges = edgesFor(question.minutes);
  const limits = edges.map((minutes) => limitMm(minutes, walker.profile.speedMmPerSecond));
  const asked = edges.indexOf(question.minutes);
  const { members, of } = membersIn(area, level, unit);
  const spread = walksByLimit(residences, walks, members, limits, asked);
  return {
    category: question.category,
    minutes: question.minutes,
    limitM: limit / MM_PER_M,
    unit: of,
    items: edges.map((toMinutes, k) => ({
      fromMinutes: k === 0 ? 0 : edges[k - 1],
      toMinutes,
      walks: spread.walks[k],
      ...spread.at[k],
    })),
    farther: spread.farther,
    without: spread.without,
    unknown: spread.unknown,
    pins: pinsOf(area, walker, question.at),
  };
}

/** Whole minutes to twice the limit, and the limit itself where it is no whole one. */
function edgesFor(minutes: number): readonly number[] {
  const last = Math.min(MAX_MINUTES, Math.max(1, Math.ceil(minutes * BEYOND)));
  const whole = Array.from({ length: last }, (_, i) => i + 1);
  return whole.includes(minutes) ? whole : [...whole, minutes].sort((a, b) => a - b);
}

function membersIn(
  area: OpenArea,
  level: Exclude<Level, "area">,
  ref: string | null,
): { members: Int32Array; of: { ref: string; name: string } | null } {
  if (ref === null)
    return { members: Int32Array.from({ length: area.content.residences.count }, (_, r) => r), of: null };
  const groups = groupsOf(area, level);
  const index = groups.units.findIndex((unit) => unit?.ref === ref);
  const unit = groups.units[index];
  if (!unit) throw coverageError("unit_unknown", { area: area.content.areaId, level, value: ref });
  return { members: membersOf(groups)[index], of: { ref: unit.ref, name: unit.name } };
}
