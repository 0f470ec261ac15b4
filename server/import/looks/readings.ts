/** How near to the streets the pairs of a table lie in each system that they might be written in. @module */
import { type Crs, outOfRange, parseCrs, toWgs84 } from "../../base/crs.ts";
import type { BBox, LonLat } from "../../base/lon-lat.ts";
import type { NearestStreet } from "../shift-check.ts";
import { areMetres, type Pair, spread } from "./raw-positions.ts";

export interface Reading {
  readonly crs: string;
  /** Points that were looked at. */
  readonly sampled: number;
  /** Median distance to the nearest street, metres; null where most have none within two kilometres. */
  readonly medianM: number | null;
  /** Nine points in ten have a street within so many metres; null where they have not. */
  readonly nineInTenM: number | null;
}

export interface Readings {
  /** The suggested one first, then the nearest. */
  readonly readings: readonly Reading[];
  /** The system that the streets speak for; null where they do not speak clearly. */
  readonly suggested: string | null;
}

export interface Streets {
  readonly nearest: NearestStreet;
  /** Degrees, with room round it. */
  readonly box: BBox;
}

const MAX_SAMPLE = 500;
/** As in the shift check; fewer points than these prove nothing. */
const MEASURES = [
  { of: "medianM", minSample: 20 },
  { of: "nineInTenM", minSample: 50 },
] as const;
/** As in the shift check: clearly nearer is at most this share of the next one's distance. */
const CLEARLY_NEARER = 0.67;
/** Walks begin on streets within 200 m: a reading farther off than that is not believed whatever the others are. */
const MAX_MEDIAN_M = 200;
const IN_DEGREES = ["wgs84", "gcj02", "bd09"];
/**
 * Gauss–Krüger zones of CGCS2000: 6° wide with their number in front, 3° wide with and without it.
 * Those 6° wide without it (EPSG:4502–4512) have the same meridians as every second one 3° wide, and the same pairs.
 */
const IN_METRES = Array.from({ length: 4554 - 4491 + 1 }, (_, i) => 4491 + i)
  .filter((epsg) => epsg < 4502 || epsg > 4512)
  .map((epsg) => `EPSG:${epsg}`);

/** @param stated a system that was stated and is to be told of in any case; null for none */
export function readingsOf(pairs: readonly Pair[], streets: Streets, stated: Crs | null): Readings {
  const sample = spread(pairs, MAX_SAMPLE);
  if (sample.length === 0) return { readings: [], suggested: null };
  const candidates = areMetres(sample) ? zonesOver(sample, streets.box) : IN_DEGREES;
  const known = stated === null || candidates.includes(alike(stated.id)) ? candidates : [...candidates, stated.id];
  const readings = known.map((crs) => readingOf(sample, parseCrs(crs), streets.nearest));
  const suggested = clearest(readings);
  const rank = ({ crs, medianM }: Reading) => (crs === suggested ? -1 : (medianM ?? Infinity));
  return { readings: readings.toSorted((a, b) => rank(a) - rank(b)), suggested };
}

/** Pairs of degrees on WGS 84 or CGCS2000 are the same pairs. */
export function alike(crs: string): string {
  return ["cgcs2000", "EPSG:4326", "EPSG:4490"].includes(crs) ? "wgs84" : crs;
}

/** Zones in which the pairs fall among the streets: of the others nothing need be said. */
function zonesOver(sample: readonly Pair[], [west, south, east, north]: BBox): string[] {
  return IN_METRES.filter((id) => {
    const inside = placesIn(sample, parseCrs(id)).filter(
      ([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north,
    );
    return inside.length > sample.length / 2;
  });
}

function placesIn(sample: readonly Pair[], crs: Crs): LonLat[] {
  return sample.flatMap(([x, y]) => (outOfRange(crs, x, y) === null ? [toWgs84(crs, x, y)] : []));
}

function readingOf(sample: readonly Pair[], crs: Crs, nearest: NearestStreet): Reading {
  const found = placesIn(sample, crs).map((place) => nearest(place) ?? Infinity);
  const distances = [...found, ...Array<number>(sample.length - found.length).fill(Infinity)].sort((a, b) => a - b);
  const within = (share: number) => {
    const metres = distances[Math.floor(share * (distances.length - 1))];
    return Number.isFinite(metres) ? metres : null;
  };
  return { crs: crs.id, sampled: sample.length, medianM: within(0.5), nineInTenM: within(0.9) };
}

/**
 * At the median, else at nine in ten: in places lanes are so dense that half of any points are near one, and only the
 * stragglers of a false reading stand in rivers and fields.
 */
function clearest(readings: readonly Reading[]): string | null {
  for (const { of, minSample } of MEASURES) {
    const [best, next] = readings.toSorted((a, b) => (a[of] ?? Infinity) - (b[of] ?? Infinity));
    if (best === undefined || best.sampled < minSample || best[of] === null) continue;
    if (best.medianM === null || best.medianM > MAX_MEDIAN_M) continue;
    if (best[of] <= CLEARLY_NEARER * (next?.[of] ?? Infinity)) return best.crs;
  }
  return null;
}
