/**
 * Do these points sit where the stated coordinate system puts them? Shops and homes stand by streets; read in the wrong
 * one of wgs84, gcj02 and bd09 they stand some 500 m away, somewhere.
 *
 * "Somewhere" in a dense town is still near some street, and the middles of large compounds are rightly far from all:
 * so distances alone say little. The other readings are therefore held not only against the stated one, but against
 * shifts in eight directions that mean nothing: only a reading that finds the streets better than chance is believed.
 * @module
 */
import { type Crs, parseCrs, toWgs84 } from "../base/crs.ts";
import type { Words } from "../base/errors.ts";
import type { LonLat } from "../base/lon-lat.ts";
import { metresPerLat, metresPerLon } from "../base/metric.ts";
import type { Original } from "./rows.ts";

export interface ShiftReport {
  readonly crs: string;
  /** Points that were looked at. */
  readonly sampled: number;
  /** Of these, points with no street near enough to be found. */
  readonly withoutStreet: number;
  /** Median distance to the nearest street, metres; null where most points have none. */
  readonly statedMedianM: number | null;
  /** Other systems that the same pairs could have been meant in; none for projected ones, whose pairs are metres. */
  readonly alternatives: readonly { readonly crs: string; readonly medianM: number | null }[];
  readonly suspect: boolean;
  /** A warning where suspect, else the plain result. */
  readonly words: Words;
}

/** Metres to the nearest street, null where none is within the reach of the search (some 2,000 m). */
export type NearestStreet = (position: LonLat) => number | null;

const MAX_SAMPLE = 500;
/** Fewer points than this prove nothing about another reading. */
const MIN_SAMPLE = 20;
/** Walks begin on streets within 200 m (design 2.5): where most points have none, the import is of no use as it is. */
const MAX_MEDIAN_M = 200;
/** Another reading is believed when its median is at most this share of the stated one and of the best idle shift. */
const CLEARLY_NEARER = 0.67;
/** … and when it brings at least this share of the points nearer than the stated reading. */
const MIN_SHARE_NEARER = 0.6;
/** Length of the idle shifts, metres: that of GCJ-02 is 300–700 m. */
const IDLE_SHIFT_M = 500;
const IDLE_DIRECTIONS = 8;
const CANDIDATES = ["wgs84", "gcj02", "bd09"] as const;

export function checkShift(points: readonly Original[], stated: Crs, nearestStreetM: NearestStreet): ShiftReport {
  const sample = spread(points);
  const distances = (crs: Crs) => sample.map(({ x, y }) => nearestStreetM(toWgs84(crs, x, y)) ?? Infinity);
  const statedDistances = distances(stated);
  const statedMedian = median(statedDistances);
  const readings = candidatesFor(stated).map((crs) => {
    const read = distances(crs);
    const nearer = read.filter((metres, i) => metres < statedDistances[i]!).length;
    return { crs: crs.id, median: median(read), shareNearer: nearer / sample.length };
  });
  const best = readings.toSorted((a, b) => a.median - b.median)[0];
  const isBetter =
    best !== undefined &&
    sample.length >= MIN_SAMPLE &&
    best.shareNearer >= MIN_SHARE_NEARER &&
    best.median <= CLEARLY_NEARER * statedMedian &&
    best.median <= CLEARLY_NEARER * bestIdleMedian(sample, stated, nearestStreetM);
  const isFar = sample.length > 0 && statedMedian > MAX_MEDIAN_M;
  return {
    crs: stated.id,
    sampled: sample.length,
    withoutStreet: statedDistances.filter((metres) => metres === Infinity).length,
    statedMedianM: finite(statedMedian),
    alternatives: readings.map((reading) => ({ crs: reading.crs, medianM: finite(reading.median) })),
    suspect: isBetter || isFar,
    words: describe(stated.id, sample.length, statedMedian, isBetter ? best : null, isFar),
  };
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

/** The smallest median that shifting all points by the same meaningless vector gives. */
function bestIdleMedian(sample: readonly Original[], stated: Crs, nearestStreetM: NearestStreet): number {
  const positions = sample.map(({ x, y }) => toWgs84(stated, x, y));
  const medians = Array.from({ length: IDLE_DIRECTIONS }, (_, direction) => {
    // Half-way between the points of the compass: a shift along the streets of a chequered town leaves half the shops in place.
    const angle = (2 * Math.PI * (direction + 0.5)) / IDLE_DIRECTIONS;
    const east = IDLE_SHIFT_M * Math.sin(angle);
    const north = IDLE_SHIFT_M * Math.cos(angle);
    const shifted = positions.map(
      ([lon, lat]): LonLat => [lon + east / metresPerLon(lat), lat + north / metresPerLat(lat)],
    );
    return median(shifted.map((position) => nearestStreetM(position) ?? Infinity));
  });
  return Math.min(...medians);
}

/** The lower of the two in the middle where the number is even; Infinity for none. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Infinity;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function describe(
  id: string,
  sampled: number,
  statedM: number,
  best: { crs: string; median: number } | null,
  isFar: boolean,
): Words {
  const zh = Number.isFinite(statedM)
    ? `按 ${id} 读取，这些点到最近道路的距离中位数为 ${metres(statedM)} 米（抽查 ${sampled} 个点）`
    : `按 ${id} 读取，这些点附近大多没有道路（抽查 ${sampled} 个点）`;
  const en = Number.isFinite(statedM)
    ? `read as ${id} these points sit a median ${metres(statedM)} m from the streets (${sampled} points looked at)`
    : `read as ${id} most of these points have no street near them (${sampled} points looked at)`;
  if (best !== null) {
    return {
      zh: `${zh}；按 ${best.crs} 读取则为 ${metres(best.median)} 米。坐标系可能写错了`,
      en: `${en}; read as ${best.crs} they sit ${metres(best.median)} m from them. The coordinate system may be wrong`,
    };
  }
  return isFar
    ? { zh: `${zh}。坐标系或区域可能不对`, en: `${en}. The coordinate system or the area may be wrong` }
    : { zh, en };
}

function metres(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
