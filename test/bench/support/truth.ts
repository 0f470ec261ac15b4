/** How true a shape is: the share of its own area that it judges otherwise than the walk does. @module */
import { booleanPointInPolygon } from "@turf/turf";
import type { Position } from "geojson";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { metresPerLat, metresPerLon } from "../../../server/base/metric.ts";

/** Points are drawn from the square of ± (limit + this) round the origin. */
const MARGIN_M = 100;

/** A shape from one origin, and what the walk says about each of some points round it. */
export interface Sample {
  readonly coordinates: Position[][][];
  readonly points: readonly LonLat[];
  readonly isReached: readonly boolean[];
}

export function pointsRound(origin: LonLat, limitM: number, count: number, random: () => number): LonLat[] {
  const half = limitM + MARGIN_M;
  const [lon, lat] = origin;
  return Array.from({ length: count }, () => [
    lon + ((2 * random() - 1) * half) / metresPerLon(lat),
    lat + ((2 * random() - 1) * half) / metresPerLat(lat),
  ]);
}

/** Points misjudged, by points inside. */
export function misjudged(samples: readonly Sample[]): number {
  let wrong = 0;
  let inside = 0;
  for (const { coordinates, points, isReached } of samples) {
    points.forEach(([lon, lat], i) => {
      const isIn = coordinates.length > 0 && booleanPointInPolygon([lon, lat], { type: "MultiPolygon", coordinates });
      if (isIn) inside++;
      if (isIn !== isReached[i]) wrong++;
    });
  }
  return wrong / inside;
}
