/** Coverage residence by residence: every verdict with its walk, its facility and its reason. @module */
import { MM_PER_M, UNREACHED } from "../base/units.ts";
import { uncoveredResidences } from "../coverage/gaps.ts";
import { type EstimatedFigure, estimatesOf } from "../coverage/people.ts";
import { entranceOf, type Starts, startAt } from "../coverage/starts.ts";
import { type Reason, reasonOf, type Verdict, verdictOf } from "../coverage/verdict.ts";
import type { CoverageQuestion } from "./coverage.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { checkedLimit } from "./reach.ts";
import type { NearestAnswer } from "./reach-facilities.ts";
import { knownWalk, pair, type SnappedAnswer, snappedAnswer } from "./walk-answer.ts";

export interface ResidenceRowAnswer {
  ref: string;
  position: [number, number];
  community: string | null;
  households: number | null;
  residents: number | null;
  /** Whether any of its figures of people is, and which. */
  estimated: boolean;
  estimates: EstimatedFigure[];
  verdict: Verdict;
  reason: Reason | null;
  nearest: NearestAnswer | null;
}

/** One row a residence, in the order of the release. @param from index of the first @param count at most */
export function* residenceRows(
  area: OpenArea,
  question: CoverageQuestion,
  from = 0,
  count = Infinity,
): Generator<ResidenceRowAnswer> {
  const limit = checkedLimit(area.walker(question.profile), question.minutes);
  const { residences, communities } = area.content;
  const walks = area.walksFor(question);
  const end = Math.min(residences.count, from + count);
  for (let r = from; r < end; r++) {
    const community = residences.community[r];
    yield {
      ref: residences.ref[r],
      position: [residences.lon[r], residences.lat[r]],
      community: community < 0 ? null : communities[community].name,
      households: residences.households[r] < 0 ? null : residences.households[r],
      residents: residences.residents[r] < 0 ? null : residences.residents[r],
      estimated: residences.estimated[r] !== 0,
      estimates: estimatesOf(residences, r),
      verdict: verdictOf(walks, r, limit),
      reason: reasonOf(walks, r, limit),
      nearest: nearestTo(area, question, r, limit),
    };
  }
}

/** Uncovered residences with the name of their street, most residents first; `offset` rows are passed over. */
export function gapsOf(area: OpenArea, question: CoverageQuestion, offset: number, count: number) {
  const walker = area.walker(question.profile);
  const limit = checkedLimit(walker, question.minutes);
  const all = uncoveredResidences(area.content.residences, area.walksFor(question), limit);
  const items = all.slice(offset, offset + count).map((r) => ({
    ref: area.content.residences.ref[r],
    street: streetOf(area, question, r),
    nearest: nearestTo(area, question, r, limit),
  }));
  return { items, total: all.length };
}

export interface ResidenceAnswer {
  status: "ok" | Reason;
  snapped: SnappedAnswer | null;
  /** Open entrances; null where none are known and walks start at the point. */
  entrances: [number, number][] | null;
  limitM: number;
  nearest: NearestAnswer[];
  /** Categories that are known not to be within the limit. */
  missing: string[];
  /** Categories of which it cannot be said, with the reason. */
  unknown: { category: string; reason: Reason }[];
  pins: Pins;
}

/** One residence against every category. Throws `residence_unknown`. */
export function explainResidence(
  area: OpenArea,
  ref: string,
  { profile, minutes, at }: Omit<CoverageQuestion, "category">,
): ResidenceAnswer {
  const walker = area.walker(profile);
  const limit = checkedLimit(walker, minutes);
  const r = area.residenceIndex(ref);
  const { residences, facilities } = area.content;
  const nearest = facilities.categories.flatMap(
    (category) => nearestTo(area, { category, profile, minutes, at }, r, limit) ?? [],
  );
  const verdicts = facilities.categories.map((category) => {
    const walks = area.walksFor({ category, profile, at });
    return { category, verdict: verdictOf(walks, r, limit), reason: reasonOf(walks, r, limit) };
  });
  const starts = area.startsOf(profile);
  const start = usualStart(area, profile, r, facilities.categories);
  const place = start < 0 ? null : startAt(walker, residences, r, start - starts.first[r]);
  return {
    status: place === null ? whyNoStart(starts, r) : "ok",
    snapped: place && snappedAnswer(walker, place),
    entrances: residences.entrances[r]?.map(pair) ?? null,
    limitM: limit / MM_PER_M,
    nearest: nearest.sort(
      (a, b) => (a.walk.seconds ?? 0) - (b.walk.seconds ?? 0) || (a.category < b.category ? -1 : 1),
    ),
    missing: verdicts.filter(({ verdict }) => verdict === "uncovered").map(({ category }) => category),
    unknown: verdicts.flatMap(({ category, verdict, reason }) =>
      verdict === "unknown" && reason !== null ? [{ category, reason }] : [],
    ),
    pins: pinsOf(area, walker, at),
  };
}

/** The start of the shortest walk to any of the categories, else the first with a street; −1 where none has. */
function usualStart(area: OpenArea, profile: string, r: number, categories: readonly string[]): number {
  const { first, edge } = area.startsOf(profile);
  let best = -1;
  let bestMm = UNREACHED;
  for (const category of categories) {
    const { start, totalMm } = area.walksTo(profile, category);
    if (totalMm[r] >= bestMm) continue;
    bestMm = totalMm[r];
    best = start[r];
  }
  for (let s = first[r]; s < first[r + 1] && best < 0; s++) if (edge[s] >= 0) best = s;
  return best;
}

function whyNoStart({ first, closedToProfile }: Starts, r: number): Reason {
  if (first[r] === first[r + 1]) return "gates_closed";
  return closedToProfile[r] === 1 ? "closed_to_profile" : "no_street_within_200m";
}

/** The nearest facility of the category and the walk there; null where none leads to any. */
export function nearestTo(area: OpenArea, question: CoverageQuestion, r: number, limit: number): NearestAnswer | null {
  const { category, profile } = question;
  const walks = area.walksFor(question);
  const totalMm = walks.totalMm[r];
  if (totalMm === UNREACHED) return null;
  const { facilities, residences } = area.content;
  const f = walks.facility[r];
  const s = walks.start[r];
  const { first, offsetMm } = area.startsOf(profile);
  const entrance = entranceOf(residences, r, s - first[r]);
  return {
    category,
    withinLimit: totalMm <= limit,
    facility: { ref: facilities.ref[f], name: facilities.name[f], position: [facilities.lon[f], facilities.lat[f]] },
    walk: knownWalk(
      { totalMm, lengthMm: walks.lengthMm[r] },
      offsetMm[s],
      walks.toOffsetMm[r],
      area.walker(profile).profile.speedMmPerSecond,
    ),
    ...(entrance && { entrance: pair(entrance) }),
  };
}

function streetOf(area: OpenArea, { profile, category }: CoverageQuestion, r: number): string | null {
  const start = usualStart(area, profile, r, [category]);
  const edge = start < 0 ? -1 : area.startsOf(profile).edge[start];
  if (edge < 0) return null;
  const name = area.streets.network.edgeName[edge];
  return name < 0 ? null : area.streets.network.names[name];
}
