/** What can be walked to within a limit, as a shape: outer rings counter-clockwise with their holes. @module */
import type { MultiPolygon, Position } from "geojson";
import { metresPerLat, metresPerLon } from "../base/metric.ts";
import type { Place } from "../network/snap.ts";
import { contourRings, type Ring } from "./contour.ts";
import { fieldAround } from "./field.ts";
import type { Lattice } from "./lattice.ts";
import type { Walker } from "./walker.ts";

export interface Isochrone {
  /** Valid GeoJSON, positions with 7 decimals (about 1 cm). */
  readonly geometry: MultiPolygon;
  readonly areaM2: number;
}

/** Draws the shape from a search that has spread from `start` to the limit. */
export function drawIsochrone(walker: Walker, lattice: Lattice, start: Place, limitMm: number): Isochrone {
  const rings = contourRings(fieldAround(walker, lattice, start, limitMm), limitMm);
  const polygons = nest(rings);
  const areaM2 = rings.reduce((sum, ring) => sum + signedArea(ring), 0) * cellArea(lattice);
  return {
    geometry: { type: "MultiPolygon", coordinates: polygons.map((p) => p.map((ring) => toPositions(lattice, ring))) },
    areaM2,
  };
}

/** Puts every hole into the smallest outer ring around it. */
function nest(rings: readonly Ring[]): Ring[][] {
  const outers = rings
    .filter((ring) => signedArea(ring) > 0)
    .map((ring) => ({ ring, area: signedArea(ring), holes: [] as Ring[] }));
  outers.sort((a, b) => a.area - b.area);
  for (const hole of rings) {
    if (signedArea(hole) > 0) continue;
    outers.find(({ ring }) => isInside(hole[0], ring))?.holes.push(hole);
  }
  return outers.reverse().map(({ ring, holes }) => [ring, ...holes]);
}

/** Twice-counted shoelace, halved; positive when counter-clockwise. */
function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  return sum / 2;
}

function isInside([x, y]: [number, number], ring: Ring): boolean {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[i + 1];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function cellArea({ lonStep, latStep, south, streets }: Lattice): number {
  const midLat = south + (streets.grid.rows * streets.grid.cellLat) / 2;
  return lonStep * metresPerLon(midLat) * latStep * metresPerLat(midLat);
}

function toPositions({ west, south, lonStep, latStep }: Lattice, ring: Ring): Position[] {
  return ring.map(([x, y]) => [round7(west + x * lonStep), round7(south + y * latStep)]);
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
