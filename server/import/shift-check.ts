/**
 * Do these points sit where the stated coordinate system puts them? Shops and homes stand by streets; read in the wrong
 * one of wgs84, gcj02 and bd09 they stand some 500 m away, somewhere.
 *
 * "Somewhere" in a dense town is still near some street, and the middles of large compounds are rightly far from all:
 * so distances alone say little. The other readings are therefore held not only against the stated one, but against
 * idle shifts that mean nothing: only a reading that finds the streets clearly better than chance is believed.
 *
 * Tried on Malta, a campus quarter of Beijing and the demo town, their points written in all three systems: no true
 * statement was doubted. False ones were all found for 70 points and more on Malta and in the tables of the demo town;
 * not for a few dozen points, nor for parks and campus buildings, which do not stand by streets.
 * @module
 */
import { type Crs, parseCrs, toWgs84 } from "../base/crs.ts";
import type { Words } from "../base/errors.ts";
import type { LonLat } from "../base/lon-lat.ts";
import { metresPerLat, metresPerLon } from "../base/metric.ts";
import type { Original } from "./rows.ts";

export interface Reading {
  readonly crs: string;
  /** Median distance to the nearest street, metres; null where most points have none near enough to be found. */
  readonly medianM: number | null;
  /** Nine points in ten have a street within so many metres; null where they have not. */
  readonly nineInTenM: number | null;
}

export interface ShiftReport {
  readonly crs: string;
  /** Points that were looked at. */
  readonly sampled: number;
  /** Of these, points with no street near enough to be found. */
  readonly withoutStreet: number;
  readonly statedMedianM: number | null;
  readonly statedNineInTenM: number | null;
  /** Other systems that the same pairs could have been meant in; none for projected ones, whose pairs are metres. */
  readonly alternatives: readonly Reading[];
  readonly suspect: boolean;
  /** A warning where suspect, else the plain result. */
  readonly words: Words;
}

/** Metres to the nearest street, null where none is within the reach of the search (some 2,000 m). */
export type NearestStreet = (position: LonLat) => number | null;

const MAX_SAMPLE = 500;
/** Walks begin on streets within 200 m (design 2.5): where most points have none, the import is of no use as it is. */
const MAX_MEDIAN_M = 200;
/** Another reading is believed when its distance is at most this share of the stated one's and of the best idle shift's. */
const CLEARLY_NEARER = 0.67;
/**
 * Compared at the median and, since lanes are so dense in places that half of any points are near one, at nine in ten:
 * the stragglers of a false reading stand in rivers and fields. Fewer points than these prove nothing.
 */
const MEDIAN = { share: 0.5, minSample: 20 };
const NINE_IN_TEN = { share: 0.9, minSample: 50 };
/** Lengths of the idle shifts, metres: that of GCJ-02 is 300–700 m. */
const IDLE_LENGTHS_M = [350, 500, 650];
const IDLE_DIRECTIONS = 8;
const CANDIDATES = ["wgs84", "gcj02", "bd09"] as const;

/** Ascending, Infinity for none. */
type Distances = readonly number[];
type Measure = typeof MEDIAN;

export function checkShift(points: readonly Original[], stated: Crs, nearestStreetM: NearestStreet): ShiftReport {
  const sample = spread(points);
  const distancesOf = (positions: readonly LonLat[]): Distances =>
    positions.map((position) => nearestStreetM(position) ?? Infinity).sort((a, b) => a - b);
  const positionsIn = (crs: Crs) => sample.map(({ x, y }) => toWgs84(crs, x, y));

  const asStated = distancesOf(positionsIn(stated));
  const others = candidatesFor(stated).map((crs) => ({ crs: crs.id, distances: distancesOf(positionsIn(crs)) }));
  const idle = others.length === 0 ? [] : idleShifts(positionsIn(stated)).map(distancesOf);
  const better = findBetter(asStated, others, idle);
  const isFar = sample.length > 0 && within(asStated, MEDIAN) > MAX_MEDIAN_M;
  return {
    crs: stated.id,
    sampled: sample.length,
    withoutStreet: asStated.filter((metres) => metres === Infinity).length,
    statedMedianM: finite(within(asStated, MEDIAN)),
    statedNineInTenM: finite(within(asStated, NINE_IN_TEN)),
    alternatives: others.map(({ crs, distances }) => ({
      crs,
      medianM: finite(within(distances, MEDIAN)),
      nineInTenM: finite(within(distances, NINE_IN_TEN)),
    })),
    suspect: better !== null || isFar,
    words: describe(stated.id, asStated, better, isFar),
  };
}

interface Better {
  readonly crs: string;
  readonly distances: Distances;
}

/** The reading that stands out at the median, else at nine in ten. */
function findBetter(asStated: Distances, others: readonly Better[], idle: readonly Distances[]): Better | null {
  for (const measure of [MEDIAN, NINE_IN_TEN]) {
    if (asStated.length < measure.minSample) continue;
    const nearest = others.toSorted((a, b) => within(a.distances, measure) - within(b.distances, measure))[0];
    if (nearest === undefined) continue;
    const bar = CLEARLY_NEARER * Math.min(...[asStated, ...idle].map((distances) => within(distances, measure)));
    if (within(nearest.distances, measure) <= bar && bar < Infinity) return nearest;
  }
  return null;
}

/** At most {@link MAX_SAMPLE}, evenly over the file, always the same ones. */
function spread(points: readonly Original[]): readonly Original[] {
  if (points.length <= MAX_SAMPLE) return points;
  return Array.from({ length: MAX_SAMPLE }, (_, i) => points[Math.floor((i * points.length) / MAX_SAMPLE)]!);
}

function candidatesFor(stated: Crs): Crs[] {
  if (stated.kind === "projected") return [];
  const onWgs84 = stated.id !== "gcj02" && stated.id !== "bd09";
  return CANDIDATES.filter((id) => id !== stated.id && !(onWgs84 && id === "wgs84")).map(parseCrs);
}

/** All points shifted by the same vectors, which mean nothing. */
function idleShifts(positions: readonly LonLat[]): LonLat[][] {
  return IDLE_LENGTHS_M.flatMap((lengthM) =>
    Array.from({ length: IDLE_DIRECTIONS }, (_, direction) => {
      // Half-way between the points of the compass: a shift along the streets of a chequered town leaves half in place.
      const angle = (2 * Math.PI * (direction + 0.5)) / IDLE_DIRECTIONS;
      const east = lengthM * Math.sin(angle);
      const north = lengthM * Math.cos(angle);
      return positions.map(([lon, lat]): LonLat => [lon + east / metresPerLon(lat), lat + north / metresPerLat(lat)]);
    }),
  );
}

/** The distance within which a share of the points have a street; Infinity for no points. */
function within(distances: Distances, { share }: Measure): number {
  return distances[Math.floor(share * (distances.length - 1))] ?? Infinity;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function describe(id: string, asStated: Distances, better: Better | null, isFar: boolean): Words {
  const stated = facts(asStated);
  const zh = `按 ${id} 读取，${stated.zh}（抽查 ${asStated.length} 个点）`;
  const en = `read as ${id}, ${stated.en} (${asStated.length} points looked at)`;
  if (better !== null) {
    const right = facts(better.distances);
    return {
      zh: `${zh}；按 ${better.crs} 读取，${right.zh}。坐标系可能写错了`,
      en: `${en}; read as ${better.crs}, ${right.en}. The coordinate system may be wrong`,
    };
  }
  if (!isFar) return { zh, en };
  return { zh: `${zh}。坐标系或区域可能不对`, en: `${en}. The coordinate system or the area may be wrong` };
}

function facts(distances: Distances): Words {
  const median = within(distances, MEDIAN);
  const nineInTen = within(distances, NINE_IN_TEN);
  if (median === Infinity) return { zh: "大多数点附近没有道路", en: "most points have no street near them" };
  const far = nineInTen === Infinity;
  const rest = far
    ? { zh: "一成以上附近没有道路", en: "more than one in ten have none near" }
    : { zh: `九成在 ${metres(nineInTen)} 米以内`, en: `nine in ten within ${metres(nineInTen)} m` };
  return {
    zh: `到最近道路的距离中位数为 ${metres(median)} 米，${rest.zh}`,
    en: `these points sit a median ${metres(median)} m from the streets, ${rest.en}`,
  };
}

function metres(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
