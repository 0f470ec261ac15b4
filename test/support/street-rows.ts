/** Street rows from plain lists, as an import would hand them on. */
import type { LonLat } from "../../server/base/lon-lat.ts";
import type { StreetRows } from "../../server/import/rows.ts";
import { E7 } from "../../server/network/walk-network.ts";

export interface DrawnWay {
  readonly nodes: readonly number[];
  /** Sums of WayFlag. */
  readonly flags: number;
  readonly name?: string;
  readonly stepsPerKm?: number;
}

export function streetRows(
  positions: readonly LonLat[],
  ways: readonly DrawnWay[],
  nodeFlags: readonly number[],
): StreetRows {
  const names = [...new Set(ways.flatMap(({ name }) => (name === undefined ? [] : [name])))];
  const wayStart = [0];
  for (const { nodes } of ways) wayStart.push(wayStart[wayStart.length - 1] + nodes.length);
  return {
    nodeLonE7: Int32Array.from(positions, ([lon]) => Math.round(lon * E7)),
    nodeLatE7: Int32Array.from(positions, ([, lat]) => Math.round(lat * E7)),
    nodeFlags: Uint8Array.from(positions, (_, i) => nodeFlags[i] ?? 0),
    nodeIds: Float64Array.from(positions, (_, i) => i + 1),
    wayStart: Uint32Array.from(wayStart),
    wayNodes: Uint32Array.from(ways.flatMap(({ nodes }) => nodes)),
    wayFlags: Uint16Array.from(ways, ({ flags }) => flags),
    wayStepsPerKm: Uint16Array.from(ways, ({ stepsPerKm }) => stepsPerKm ?? 0),
    wayIds: Float64Array.from(ways, (_, i) => i + 1),
    wayName: Int32Array.from(ways, ({ name }) => (name === undefined ? -1 : names.indexOf(name))),
    names,
  };
}
