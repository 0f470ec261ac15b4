/** Every residence with its nearest facility and what else it can choose from. @module */
import { UNREACHED, walkSeconds } from "../base/units.ts";
import type { CoverageQuestion } from "./coverage.ts";
import type { OpenArea } from "./open-area.ts";
import { checkedLimit } from "./reach.ts";
import { type ResidenceRowAnswer, residenceRows } from "./residence-rows.ts";

export interface SecondAnswer {
  facility: { ref: string; name: string | null; position: [number, number] };
  withinLimit: boolean;
  seconds: number;
}

export interface ChoicesRow extends ResidenceRowAnswer {
  /** null where no second facility can be walked to. */
  second: SecondAnswer | null;
  /** Facilities within each limit, that of the question first. */
  within: { minutes: number; facilities: number }[];
}

/**
 * Throws what {@link residenceRows} throws.
 *
 * @param moreMinutes limits beside that of the question
 * @param from index of the first residence
 * @param count at most
 */
export function* choicesRows(
  area: OpenArea,
  question: CoverageQuestion,
  moreMinutes: readonly number[],
  from = 0,
  count = Infinity,
): Generator<ChoicesRow> {
  const walker = area.walker(question.profile);
  const minutes = [question.minutes, ...moreMinutes];
  const limits = minutes.map((each) => checkedLimit(walker, each));
  const counts = area.facilitiesWithin(question, limits);
  const { totalMm, facility } = area.secondNearest(question);
  const { ref, name, lon, lat } = area.content.facilities;
  let r = from;
  for (const row of residenceRows(area, question, from, count)) {
    const f = facility[r];
    const second =
      totalMm[r] === UNREACHED
        ? null
        : {
            facility: { ref: ref[f], name: name[f], position: [lon[f], lat[f]] as [number, number] },
            withinLimit: totalMm[r] <= limits[0],
            seconds: walkSeconds(totalMm[r], walker.profile.speedMmPerSecond),
          };
    yield { ...row, second, within: minutes.map((each, l) => ({ minutes: each, facilities: counts[l][r] })) };
    r++;
  }
}
