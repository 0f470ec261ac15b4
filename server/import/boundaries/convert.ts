/** Polygons of a file → one MultiPolygon in WGS 84, checked and converted vertex by vertex. @module */
import type { Geometry, MultiPolygon } from "geojson";
import { type Crs, toWgs84 } from "../../base/crs.ts";
import { polygonAreaM2 } from "../osm/polygon.ts";
import { RowProblem } from "../row-problem.ts";
import { checkCrossings } from "./crossings.ts";
import { readPolygons } from "./rings.ts";

/** Smaller than a manhole cover: a slip of the mouse, not a place. */
const MIN_AREA_M2 = 1;

/** @throws RowProblem with the place, in the coordinates of the file, where the geometry cannot be taken */
export function toMultiPolygon(geometry: Geometry | null, crs: Crs): MultiPolygon {
  const polygons = readPolygons(geometry, crs);
  checkCrossings(polygons);
  const converted = polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => toWgs84(crs, x, y))));
  for (const [i, polygon] of converted.entries()) {
    const areaM2 = polygonAreaM2(polygon);
    if (!(areaM2 >= MIN_AREA_M2)) {
      const [x, y] = polygons[i]![0]![0]!;
      throw new RowProblem(
        "area_degenerate",
        "geometry",
        `${areaM2.toFixed(3)} m² (${x}, ${y})`,
        `≥ ${MIN_AREA_M2} m²`,
      );
    }
  }
  return {
    type: "MultiPolygon",
    coordinates: converted.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
  };
}
