/** Coverage inside a drawn polygon. @module */
import type { Geometry, MultiPolygon } from "geojson";
import { parseCrs } from "../base/crs.ts";
import { type BBox, EMPTY_BBOX, extendBBox } from "../base/lon-lat.ts";
import { MM_PER_M } from "../base/units.ts";
import { coverageError } from "../coverage/errors.ts";
import { boxOf, groupInside } from "../coverage/polygon.ts";
import { toMultiPolygon } from "../import/boundaries/convert.ts";
import { ROW_REASONS } from "../import/reasons.ts";
import { RowProblem } from "../import/row-problem.ts";
import { E7 } from "../network/walk-network.ts";
import { type CoverageQuestion, unitAnswers } from "./coverage.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import { checkedLimit } from "./reach.ts";
import type { UnitAnswer } from "./unit-answer.ts";

/** What a person draws has some dozen corners, the border of a subdistrict some thousand. */
export const MOST_VERTICES = 5000;

export interface PolygonAnswer {
  category: string;
  minutes: number;
  limitM: number;
  facilitiesOffNetwork: number;
  facilitiesClosedToProfile: number;
  /** What is inside the polygon; walks lead across its border as if there were none. */
  inside: UnitAnswer;
  pins: Pins;
}

/**
 * Residences and facilities are inside by their points, exactly on the border included.
 *
 * @param polygon checked, see {@link drawnPolygon}
 */
export function coverageInside(area: OpenArea, question: CoverageQuestion, polygon: MultiPolygon): PolygonAnswer {
  const { residences, facilities } = area.content;
  const walker = area.walker(question.profile);
  const walks = area.walksFor(question);
  const groups = groupInside(polygon, residences, facilities);
  const [[[inside]]] = unitAnswers(area, question, [question.minutes], [groups]);
  const [west, south, east, north] = boxOf(polygon);
  return {
    category: question.category,
    minutes: question.minutes,
    limitM: checkedLimit(walker, question.minutes) / MM_PER_M,
    facilitiesOffNetwork: walks.facilitiesOffNetwork,
    facilitiesClosedToProfile: walks.facilitiesClosedToProfile,
    inside: { ...inside, bbox: [west, south, east, north] },
    pins: pinsOf(area, walker, question.at),
  };
}

/**
 * A polygon in WGS 84 as somebody sent it; throws `polygon_too_large`, `polygon_invalid` with the place of the fault.
 *
 * @param geometry of whatever shape it is
 */
export function drawnPolygon(geometry: unknown): MultiPolygon {
  const vertices = countOfPairs(geometry);
  if (vertices > MOST_VERTICES) throw coverageError("polygon_too_large", { value: vertices, max: MOST_VERTICES });
  try {
    return toMultiPolygon(geometry as Geometry, parseCrs("wgs84"));
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    const { reason, value, expected } = error;
    const { zh, en } = ROW_REASONS[reason];
    throw coverageError("polygon_invalid", {
      reason,
      reasonZh: zh,
      reasonEn: en,
      value: value ?? "—",
      expected: expected ?? "Polygon, MultiPolygon",
    });
  }
}

/** Throws `polygon_outside_area` where the polygon lies wholly beside the streets: then its system is wrong, or the area. */
export function assertMeets({ content }: OpenArea, polygon: MultiPolygon): void {
  const { nodeLonE7, nodeLatE7, nodeCount } = content.network;
  let streets = EMPTY_BBOX;
  for (let v = 0; v < nodeCount; v++) streets = extendBBox(streets, [nodeLonE7[v] / E7, nodeLatE7[v] / E7]);
  const box = boxOf(polygon);
  if (box[0] <= streets[2] && streets[0] <= box[2] && box[1] <= streets[3] && streets[1] <= box[3]) return;
  throw coverageError("polygon_outside_area", { area: content.areaId, value: shown(box), expected: shown(streets) });
}

function countOfPairs(geometry: unknown): number {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  return Array.isArray(coordinates) ? coordinates.flat(type === "MultiPolygon" ? 2 : 1).length : 0;
}

function shown([west, south, east, north]: BBox): string {
  return [west, south, east, north].map((degrees) => degrees.toFixed(4)).join(", ");
}
