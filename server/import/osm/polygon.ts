/** Plane geometry of small polygons in degrees: what lies inside, how large it is, a point that stands for it. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import { metresPerLat, metresPerLon } from "../../base/metric.ts";

/** Closed: first and last position are the same. */
export type Ring = readonly LonLat[];
/** Outer ring, then holes. */
export type Polygon = readonly Ring[];

/** Twice the signed area in square degrees: positive where the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  // Relative to the first corner: degrees of large value would cancel digits of small footprints.
  const [x0, y0] = ring[0];
  for (let i = 1; i < ring.length; i++) {
    sum += (ring[i - 1][0] - x0) * (ring[i][1] - y0) - (ring[i][0] - x0) * (ring[i - 1][1] - y0);
  }
  return sum;
}

/** Square metres without the holes, on the plane that touches WGS 84 at the polygon: good for anything up to a district. */
export function polygonAreaM2(polygon: Polygon): number {
  const lat = polygon[0][0][1];
  const [outer, ...holes] = polygon.map((ring) => Math.abs(signedArea(ring)) / 2);
  return holes.reduce((rest, hole) => rest - hole, outer) * metresPerLon(lat) * metresPerLat(lat);
}

/** Even-odd rule over all rings, so that holes are outside. */
export function contains(polygon: Polygon, [x, y]: LonLat): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** The centroid where it lies inside; else the middle of the widest stretch inside, along the centroid's or another latitude. */
export function interiorPoint(polygon: Polygon): LonLat {
  const center = centroid(polygon[0]);
  if (contains(polygon, center)) return center;
  let best: LonLat | null = null;
  let widest = 0;
  for (const lat of latitudes(polygon[0], center[1])) {
    const crossings = crossingsAt(polygon, lat);
    for (let i = 1; i < crossings.length; i += 2) {
      const width = crossings[i] - crossings[i - 1];
      if (width > widest) {
        widest = width;
        best = [(crossings[i] + crossings[i - 1]) / 2, lat];
      }
    }
  }
  return best ?? polygon[0][0];
}

/** West, south, east, north of a ring. */
export function ringBox(ring: Ring): [number, number, number, number] {
  let [west, south] = ring[0];
  let [east, north] = ring[0];
  for (const [lon, lat] of ring) {
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}

function centroid(ring: Ring): LonLat {
  const [x0, y0] = ring[0];
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 1; i < ring.length; i++) {
    const ax = ring[i - 1][0] - x0;
    const ay = ring[i - 1][1] - y0;
    const bx = ring[i][0] - x0;
    const by = ring[i][1] - y0;
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return twice === 0 ? ring[0] : [x0 + x / (3 * twice), y0 + y / (3 * twice)];
}

/** The centroid's latitude first, then the middles between neighbouring corners: one of them crosses any polygon that has an area. */
function latitudes(ring: Ring, first: number): number[] {
  const corners = [...new Set(ring.map(([, lat]) => lat))].sort((a, b) => a - b);
  return [first, ...corners.slice(1).map((lat, i) => (lat + corners[i]) / 2)];
}

function crossingsAt(polygon: Polygon, lat: number): number[] {
  const crossings: number[] = [];
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (y1 > lat !== y2 > lat) crossings.push(((x2 - x1) * (lat - y1)) / (y2 - y1) + x1);
    }
  }
  return crossings.sort((a, b) => a - b);
}
