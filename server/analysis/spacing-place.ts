/** A place that is asked about: where it is, in which system that was said, and how far it may be off. @module */
import { type Crs, outOfRange, parseCrs, toWgs84 } from "../base/crs.ts";
import { isLonLat, type LonLat } from "../base/lon-lat.ts";
import { startOf } from "../reach/ends.ts";
import { spacingError } from "../spacing/errors.ts";
import { type StatedSource, uncertaintyM } from "../spacing/position.ts";
import type { OpenArea } from "./open-area.ts";
import { unitAt } from "./unit-finder.ts";

export interface AskedPlace {
  readonly position: LonLat;
  readonly original: { readonly x: number; readonly y: number; readonly crs: string };
  readonly source: StatedSource;
  /** Metres; what converting the position adds is in it. */
  readonly uncertaintyM: number;
}

export interface PlaceAnswer {
  position: [number, number];
  original: { x: number; y: number; crs: string };
  positionSource: string;
  uncertaintyM: number;
  subdistrict: string | null;
  community: string | null;
}

/** `far_from_streets`: the coordinate system is probably another; `outside_area`: no community holds the place. */
export type PlaceWarning = "far_from_streets" | "outside_area";

/** Farther off nothing can be said of a place. */
const MAX_ACCURACY_M = 10_000;

/** Throws `crs_unknown`, `place_outside_crs`, `accuracy_wrong`. */
export function askedPlace(
  x: number,
  y: number,
  crsText: string,
  source: StatedSource,
  accuracyM: number | null,
): AskedPlace {
  const crs: Crs = parseCrs(crsText);
  const outside = outOfRange(crs, x, y);
  if (outside !== null)
    throw spacingError("place_outside_crs", { value: `${x}, ${y}`, crs: crs.id, expected: outside.expected });
  if (accuracyM !== null && !(accuracyM >= 0 && accuracyM <= MAX_ACCURACY_M))
    throw spacingError("accuracy_wrong", { value: accuracyM, max: MAX_ACCURACY_M });
  const position = toWgs84(crs, x, y);
  return { position, original: { x, y, crs: crs.id }, source, uncertaintyM: uncertaintyM(source, accuracyM, crs.id) };
}

export function placeAnswer({ content }: OpenArea, place: AskedPlace): PlaceAnswer {
  return {
    position: [...place.position],
    original: { ...place.original },
    positionSource: place.source,
    uncertaintyM: place.uncertaintyM,
    subdistrict: unitAt(content.subdistrictShapes, place.position)?.name ?? null,
    community: unitAt(content.communityShapes, place.position)?.name ?? null,
  };
}

export function warningsOf(area: OpenArea, { position }: AskedPlace): PlaceWarning[] {
  const { communityShapes } = area.content;
  const warnings: PlaceWarning[] = [];
  if (!isLonLat(...position) || startOf(area.openWalker(), position) === null) warnings.push("far_from_streets");
  if (communityShapes.length > 0 && unitAt(communityShapes, position) === null) warnings.push("outside_area");
  return warnings;
}
