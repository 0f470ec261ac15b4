/** Facilities seen from one point at a moment: those surely open, and the categories of which one of unknown hours is near. @module */
import { UNREACHED } from "../base/units.ts";
import { Open, type Openness } from "../coverage/hours/open-at.ts";
import type { Place } from "../network/snap.ts";
import { totalTo } from "../reach/ends.ts";
import { spreadFrom } from "../reach/spread-from.ts";
import type { Walker } from "../reach/walker.ts";
import type { OpenArea } from "./open-area.ts";
import type { NearestAnswer } from "./reach-facilities.ts";
import { walkAnswer } from "./walk-answer.ts";

export interface OpenAround {
  /** The nearest open one of every category, shortest walk first. */
  readonly nearest: NearestAnswer[];
  /** Category → open facilities within the limit. */
  readonly within: Readonly<Record<string, number>>;
  /** Categories with one of unknown hours within the limit. */
  readonly unsure: ReadonlySet<string>;
  /** Categories with one by a street that is not known to be closed. */
  readonly placed: ReadonlySet<string>;
}

interface Best {
  readonly facility: number;
  readonly totalMm: number;
  readonly end: Place;
}

/** Walks over all the streets, as which of them are open differs from question to question. */
export function openAround(
  area: OpenArea,
  walker: Walker,
  start: Place,
  limitMm: number,
  openness: Openness,
): OpenAround {
  const { category, categories, count } = area.content.facilities;
  spreadFrom(walker, start, UNREACHED - 1);
  const best = new Map<number, Best>();
  const within: Record<string, number> = {};
  const unsure = new Set<string>();
  const placed = new Set<string>();
  for (let facility = 0; facility < count; facility++) {
    if (openness[facility] === Open.NO) continue;
    const name = categories[category[facility]];
    const nearest = nearestEnd(area, walker, start, facility);
    if (area.endsOfFacility(walker, facility).length > 0) placed.add(name);
    if (nearest === null) continue;
    if (openness[facility] === Open.UNKNOWN) {
      if (nearest.totalMm <= limitMm) unsure.add(name);
      continue;
    }
    if (nearest.totalMm <= limitMm) within[name] = (within[name] ?? 0) + 1;
    if (nearest.totalMm < (best.get(category[facility])?.totalMm ?? Infinity)) best.set(category[facility], nearest);
  }
  const nearest = Array.from(best, ([c, found]) => answerOf(area, walker, start, categories[c], found, limitMm));
  return {
    nearest: nearest.sort(
      (a, b) => (a.walk.seconds ?? 0) - (b.walk.seconds ?? 0) || (a.category < b.category ? -1 : 1),
    ),
    within,
    unsure,
    placed,
  };
}

function nearestEnd(area: OpenArea, walker: Walker, start: Place, facility: number): Best | null {
  let best: Best | null = null;
  for (const end of area.endsOfFacility(walker, facility)) {
    const totalMm = totalTo(walker, start, end);
    if (totalMm < (best?.totalMm ?? Infinity)) best = { facility, totalMm, end };
  }
  return best;
}

function answerOf(
  { content }: OpenArea,
  walker: Walker,
  start: Place,
  category: string,
  { facility: f, totalMm, end }: Best,
  limitMm: number,
): NearestAnswer {
  const { ref, name, lon, lat } = content.facilities;
  return {
    category,
    withinLimit: totalMm <= limitMm,
    facility: { ref: ref[f], name: name[f], position: [lon[f], lat[f]] },
    walk: walkAnswer({ status: "ok", start, end, totalMm }, walker),
  };
}
