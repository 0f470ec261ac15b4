/** May one open here: the place against everyone from whom a rule asks distance. @module */
import type { LonLat } from "../base/lon-lat.ts";
import { metresPerLat, pieceLengthM } from "../base/metric.ts";
import { firstNotBelow } from "../base/sorted.ts";
import type { Facilities } from "../coverage/people.ts";
import type { Members } from "./members.ts";
import { type Rule, thresholdM } from "./rule.ts";
import { geodesicBetween, nearerAt } from "./straight.ts";

/** No degree of latitude is shorter anywhere. */
const LEAST_METRES_PER_LAT = metresPerLat(0);
/** Flat distances of neighbours are off by less than this share: what is listed is measured exactly. */
const SLACK = 1.001;

export type CheckVerdict = "pass" | "fail" | "survey_needed";

/**
 * Verdict over one neighbour: the margin decides, unless it is smaller than what both positions may be off together.
 * Errors are added, not squared: the bureau's figures are bounds.
 */
export function verdictOver(metres: number | null, rule: Rule, uncertaintyM: number): CheckVerdict {
  if (metres === null) return "survey_needed";
  const marginM = metres - thresholdM(rule);
  if (Math.abs(marginM) < uncertaintyM) return "survey_needed";
  return marginM >= 0 ? "pass" : "fail";
}

/** The strictest of several: one that fails decides, then one that must be surveyed. */
export function strictest(verdicts: readonly CheckVerdict[]): CheckVerdict {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("survey_needed") ? "survey_needed" : "pass";
}

/** Members from whom one of `opposite` classes must keep its distance. */
export function opponents(facilities: Facilities, members: Members, opposite: readonly string[]): Int32Array {
  const wanted = new Set(opposite.map((code) => facilities.categories.indexOf(code)));
  const all = members.across === null ? members.alone : members.across;
  return Int32Array.from(all.flatMap((set) => [...set].filter((f) => wanted.has(facilities.category[f]))));
}

/** Facilities from south to north. */
export interface LatOrder {
  readonly facility: Int32Array;
  /** Shape [facility]. */
  readonly lat: Float64Array;
}

export function orderByLat({ lat }: Facilities, among: Int32Array): LatOrder {
  const facility = among.toSorted((a, b) => lat[a] - lat[b] || a - b);
  return { facility, lat: Float64Array.from(facility, (f) => lat[f]) };
}

/** Whether one of them stands nearer to a place than the distance. */
export function isTooClose(facilities: Facilities, among: LatOrder, lon: number, lat: number, limitM: number): boolean {
  const band = (limitM / LEAST_METRES_PER_LAT) * SLACK;
  for (let i = firstNotBelow(among.lat, lat - band); i < among.lat.length && among.lat[i] <= lat + band; i++) {
    const f = among.facility[i];
    if (nearerAt(lon, lat, facilities.lon[f], facilities.lat[f], limitM) >= 0) return true;
  }
  return false;
}

/**
 * The nearest in a straight line: all that are nearer than `radiusM`, and the nearest `least` of all whatever their
 * distance; nearest first, ties in the order of `compare`. Distances are geodesic.
 */
export function nearestStraight(
  facilities: Facilities,
  among: LatOrder,
  [lon, lat]: LonLat,
  radiusM: number,
  least: number,
  compare: (a: number, b: number) => number,
): { readonly facility: number; readonly metres: number }[] {
  const flatTo = (f: number) => pieceLengthM(lon, lat, facilities.lon[f], facilities.lat[f]);
  const found: { facility: number; flatM: number }[] = [];
  let farthest = Infinity;
  const offer = (at: number): boolean => {
    if (Math.abs(among.lat[at] - lat) * LEAST_METRES_PER_LAT > Math.max(radiusM, farthest) * SLACK) return false;
    const f = among.facility[at];
    const flatM = flatTo(f);
    if (flatM <= Math.max(radiusM, farthest) * SLACK) found.push({ facility: f, flatM });
    if (found.length > 4 * (least + 8)) farthest = prune(found, radiusM, least);
    return true;
  };
  const middle = firstNotBelow(among.lat, lat);
  for (let i = middle; i < among.lat.length && offer(i); i++);
  for (let i = middle - 1; i >= 0 && offer(i); i--);
  return found
    .map(({ facility }) => ({
      facility,
      metres: geodesicBetween([lon, lat], [facilities.lon[facility], facilities.lat[facility]]),
    }))
    .sort((p, q) => p.metres - q.metres || compare(p.facility, q.facility))
    .filter(({ metres }, i) => i < least || metres < radiusM);
}

/** Lets go of what can be neither within the radius nor among the nearest; returns how far those reach. */
function prune(found: { flatM: number }[], radiusM: number, least: number): number {
  found.sort((p, q) => p.flatM - q.flatM);
  const farthest = found[Math.min(least, found.length) - 1]?.flatM ?? Infinity;
  let kept = found.length;
  while (kept > 0 && found[kept - 1].flatM > Math.max(radiusM, farthest * SLACK) * SLACK) kept--;
  found.length = kept;
  return farthest;
}
