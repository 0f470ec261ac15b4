/** The way that a walk takes: its streets in order, its line on the map, the private gates on it. @module */
import type { LonLat } from "../base/lon-lat.ts";
import { edgeLine } from "../network/edge-line.ts";
import { stepsOn } from "../network/penalties.ts";
import { E7, EdgeFlag, JunctionFlag, type WalkNetwork } from "../network/walk-network.ts";
import type { FoundWalk } from "./pair.ts";
import { type Leg, legMm, type Trace, traceWalk } from "./trace.ts";
import { hasPenalties } from "./true-lengths.ts";
import type { Walker } from "./walker.ts";

export interface Route {
  readonly legs: readonly Leg[];
  /** From the point's place on the street to the other's; the offsets are not part of it. */
  readonly line: readonly LonLat[];
  /** Streets in the order walked, with their true lengths; neighbours of one name joined, null where the street has none. */
  readonly streets: readonly { readonly name: string | null; readonly mm: number }[];
  /** Private gates passed: whoever does not live there may find them shut. */
  readonly gates: readonly LonLat[];
  /** Junctions passed, in turn. */
  readonly junctions: readonly number[];
  /** Stairs on the way; null where there are none. */
  readonly steps: WalkedSteps | null;
  /** Offsets included, in true millimetres. */
  readonly lengthMm: number;
}

export interface WalkedSteps {
  readonly mm: number;
  /** Rounded to whole steps. */
  readonly count: number;
  /** Nobody counted some of them: their number is worked out from their length. */
  readonly estimated: boolean;
}

/** Reads the route back from the search that `walkBetween` left in the walker. */
export function routeOf(walker: Walker, walk: FoundWalk): Route {
  const { network } = walker;
  const { legs, junctions } = traceOf(walker, walk);
  const streets = streetsOf(walker, legs);
  const line = legs.flatMap(({ edge, fromMm, toMm }) => edgeLine(network, edge, fromMm, toMm));
  return {
    legs,
    line: line.length > 0 ? withoutRepeats(line) : [[walk.start.lon, walk.start.lat]],
    streets,
    gates: gatesAmong(network, junctions),
    junctions,
    steps: stepsOf(walker, legs),
    lengthMm: streets.reduce((sum, { mm }) => sum + mm, walk.start.offsetMm + walk.end.offsetMm),
  };
}

/** True length of a walk, offsets included; reads the way back only where it may differ from what the search found. */
export function lengthOf(walker: Walker, walk: FoundWalk): number {
  if (!hasPenalties(walker)) return walk.totalMm;
  const { legs } = traceOf(walker, walk);
  return legs.reduce((sum, leg) => sum + legMm(walker, leg), walk.start.offsetMm + walk.end.offsetMm);
}

function traceOf(walker: Walker, { start, end, totalMm }: FoundWalk): Trace {
  return traceWalk(walker, start, end, totalMm - end.offsetMm);
}

/** A private gate where private and public streets meet is two junctions of one node. */
function gatesAmong(
  { nodeFlags, nodeOrigin, nodeLonE7, nodeLatE7 }: WalkNetwork,
  junctions: readonly number[],
): LonLat[] {
  const gates = new Map<number, LonLat>();
  for (const v of junctions) {
    if ((nodeFlags[v] & JunctionFlag.PRIVATE_GATE) !== 0)
      gates.set(nodeOrigin[v], [nodeLonE7[v] / E7, nodeLatE7[v] / E7]);
  }
  return [...gates.values()];
}

function streetsOf(walker: Walker, legs: readonly Leg[]): { name: string | null; mm: number }[] {
  const { edgeName, names } = walker.network;
  const streets: { name: string | null; mm: number }[] = [];
  for (const leg of legs) {
    const index = edgeName[leg.edge];
    const name = index < 0 ? null : names[index];
    const before = streets.at(-1);
    if (before && before.name === name) before.mm += legMm(walker, leg);
    else streets.push({ name, mm: legMm(walker, leg) });
  }
  return streets;
}

function stepsOf(walker: Walker, legs: readonly Leg[]): WalkedSteps | null {
  const { plain } = walker;
  const onSteps = legs.filter(({ edge }) => (plain.edgeFlags[edge] & EdgeFlag.STEPS) !== 0);
  if (onSteps.length === 0) return null;
  return {
    mm: onSteps.reduce((sum, leg) => sum + legMm(walker, leg), 0),
    count: Math.round(onSteps.reduce((sum, leg) => sum + stepsOn(plain, leg.edge, legMm(walker, leg)), 0)),
    estimated: onSteps.some(({ edge }) => plain.edgeStepsPerKm[edge] === 0),
  };
}

function withoutRepeats(line: readonly LonLat[]): LonLat[] {
  return line.filter(([lon, lat], i) => i === 0 || lon !== line[i - 1][0] || lat !== line[i - 1][1]);
}
