/** Several limits from one point as shapes or bands, and the reached pieces of street as lines. @module */
import type { LineString, MultiPolygon } from "geojson";
import { isLonLat, type LonLat } from "../base/lon-lat.ts";
import { MM_PER_M, walkSeconds } from "../base/units.ts";
import { startOf } from "../reach/ends.ts";
import { reachError } from "../reach/errors.ts";
import { drawIsochrones, type ShapeKind } from "../reach/shape/isochrone.ts";
import { reachedLines } from "../reach/shape/reached-lines.ts";
import { spreadFrom } from "../reach/spread-from.ts";
import type { OpenArea } from "./open-area.ts";
import { checkedLimit } from "./reach.ts";

const MOST_LIMITS = 12;

export interface ShapesAsked {
  /** Rising. */
  readonly minutes: readonly number[];
  /** Null for no shapes. */
  readonly kind: ShapeKind | null;
  readonly withLines: boolean;
}

export interface ShapeAnswer {
  minutes: number;
  /** A band leaves out what is within this; null where nothing is left out. */
  beyondMinutes: number | null;
  limitM: number;
  areaM2: number;
  geometry: MultiPolygon;
}

/** A piece of one street in the direction walked, with the walk to both of its ends. */
export interface LineAnswer {
  street: string | null;
  fromM: number;
  toM: number;
  fromSeconds: number;
  toSeconds: number;
  geometry: LineString;
}

export interface ShapesAnswer {
  shapes?: ShapeAnswer[];
  lines?: LineAnswer[];
}

/** Minutes from a text such as `5,10,15`, smallest first; throws `limits_faulty`. */
export function parseMinutes(text: string): number[] {
  const minutes = text.split(",").map((part) => (/^\s*\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN));
  const isFaulty = minutes.some((value, i) => Number.isNaN(value) || minutes.indexOf(value) !== i);
  if (isFaulty || minutes.length > MOST_LIMITS) throw reachError("limits_faulty", { value: text, max: MOST_LIMITS });
  return minutes.sort((a, b) => a - b);
}

/**
 * What was asked for and nothing else; nothing at all where no walk starts. Lines lead as far as the largest limit.
 * Throws `minutes_out_of_range`, `profile_unknown`.
 */
export function shapesFrom(area: OpenArea, profileId: string, origin: LonLat, asked: ShapesAsked): ShapesAnswer {
  const walker = area.walker(profileId);
  const limits = asked.minutes.map((minutes) => checkedLimit(walker, minutes));
  if (asked.kind === null && !asked.withLines) return {};
  const start = isLonLat(...origin) ? startOf(walker, origin) : null;
  if (start === null) return {};
  const { network, profile } = walker;
  const largest = limits[limits.length - 1];
  spreadFrom(walker, start, largest);
  const answer: ShapesAnswer = {};
  if (asked.kind !== null) {
    const shapes = drawIsochrones(walker, area.lattice(walker), start, limits, asked.kind);
    answer.shapes = shapes.map(({ limitMm, beyondMm, areaM2, geometry }, i) => ({
      minutes: asked.minutes[i],
      beyondMinutes: beyondMm === null ? null : asked.minutes[i - 1],
      limitM: limitMm / MM_PER_M,
      areaM2,
      geometry,
    }));
  }
  if (asked.withLines) {
    answer.lines = reachedLines(walker, start, largest).map(({ edge, walkedFromMm, walkedToMm, line }) => ({
      street: network.edgeName[edge] < 0 ? null : network.names[network.edgeName[edge]],
      fromM: walkedFromMm / MM_PER_M,
      toM: walkedToMm / MM_PER_M,
      fromSeconds: walkSeconds(walkedFromMm, profile.speedMmPerSecond),
      toSeconds: walkSeconds(walkedToMm, profile.speedMmPerSecond),
      geometry: { type: "LineString", coordinates: line.map(([lon, lat]) => [lon, lat]) },
    }));
  }
  return answer;
}
