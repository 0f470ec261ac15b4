/** Parts of edges as lines on the map. @module */
import type { LonLat } from "../base/lon-lat.ts";
import { E7, type WalkNetwork } from "./walk-network.ts";

/** Line along an edge from one place on it to another, both included; backwards where `fromMm` is the larger. */
export function edgeLine(network: WalkNetwork, edge: number, fromMm: number, toMm: number): LonLat[] {
  if (fromMm > toMm) return edgeLine(network, edge, toMm, fromMm).reverse();
  const { shapeStart, shapeMm } = network;
  const line: LonLat[] = [pointAt(network, edge, fromMm)];
  for (let i = shapeStart[edge]; i < shapeStart[edge + 1]; i++) {
    if (shapeMm[i] > fromMm && shapeMm[i] < toMm) line.push(shapePoint(network, i));
  }
  line.push(pointAt(network, edge, toMm));
  return line;
}

/** The place on an edge at millimetres from its start. */
export function pointAt(network: WalkNetwork, edge: number, mm: number): LonLat {
  const { shapeStart, shapeMm, shapeLonE7, shapeLatE7 } = network;
  let i = shapeStart[edge];
  while (i + 2 < shapeStart[edge + 1] && shapeMm[i + 1] < mm) i++;
  const length = shapeMm[i + 1] - shapeMm[i];
  const t = length === 0 ? 0 : (mm - shapeMm[i]) / length;
  const between = (values: Int32Array): number => (values[i] + t * (values[i + 1] - values[i])) / E7;
  return [between(shapeLonE7), between(shapeLatE7)];
}

function shapePoint({ shapeLonE7, shapeLatE7 }: WalkNetwork, i: number): LonLat {
  return [shapeLonE7[i] / E7, shapeLatE7[i] / E7];
}
