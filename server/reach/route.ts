/** The way that a walk takes: its streets in order, its line on the map, the private gates on it. @module */
import type { LonLat } from "../base/lon-lat.ts";
import { edgeLine } from "../network/edge-line.ts";
import { stepsOn } from "../network/penalties.ts";
import type { Place } from "../network/snap.ts";
import { E7, EdgeFlag, JunctionFlag } from "../network/walk-network.ts";
import { alongEdge } from "./ends.ts";
import type { FoundWalk } from "./pair.ts";
import { hasPenalties, trueMm } from "./true-lengths.ts";
import type { Walker } from "./walker.ts";

/** A stretch along one edge, in the walker's millimetres; walked against the edge's direction where `fromMm` is the larger. */
export interface Leg {
  readonly edge: number;
  readonly fromMm: number;
  readonly toMm: number;
}

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
  const { legs, junctions } = trace(walker, walk.start, walk.end, walk.totalMm - walk.end.offsetMm);
  const streets = streetsOf(walker, legs);
  const line = legs.flatMap(({ edge, fromMm, toMm }) => edgeLine(network, edge, fromMm, toMm));
  return {
    legs,
    line: line.length > 0 ? withoutRepeats(line) : [[walk.start.lon, walk.start.lat]],
    streets,
    gates: junctions
      .filter((v) => (network.nodeFlags[v] & JunctionFlag.PRIVATE_GATE) !== 0)
      .map((v) => [network.nodeLonE7[v] / E7, network.nodeLatE7[v] / E7]),
    junctions,
    steps: stepsOf(walker, legs),
    lengthMm: streets.reduce((sum, { mm }) => sum + mm, walk.start.offsetMm + walk.end.offsetMm),
  };
}

/** True length of a walk, offsets included; reads the route back only where it may differ from what the search found. */
export function lengthOf(walker: Walker, walk: FoundWalk): number {
  return hasPenalties(walker) ? routeOf(walker, walk).lengthMm : walk.totalMm;
}

interface Trace {
  readonly legs: readonly Leg[];
  readonly junctions: readonly number[];
}

function trace(walker: Walker, start: Place, end: Place, atEndMm: number): Trace {
  const { network, search } = walker;
  const { edge, mm } = end;
  if (start.edge === edge && start.offsetMm + alongEdge(network, edge, start.mm, mm) === atEndMm) {
    return { legs: start.mm === mm ? [] : [{ edge, fromMm: start.mm, toMm: mm }], junctions: [] };
  }
  const rest = network.edgeLengthMm[edge] - mm;
  const flags = network.edgeFlags[edge];
  const viaFrom = ((flags & EdgeFlag.FORWARD) !== 0 || mm === 0) && search.mm[network.edgeFrom[edge]] + mm === atEndMm;
  const last = viaFrom ? network.edgeFrom[edge] : network.edgeTo[edge];
  const { legs, junctions } = traceBack(walker, start, last);
  const final: Leg = { edge, fromMm: viaFrom ? 0 : mm + rest, toMm: mm };
  return { legs: final.fromMm === final.toMm ? legs : [...legs, final], junctions };
}

/**
 * From a junction back to the start over arcs whose lengths explain the distances exactly. Arcs of no length can form
 * circles, so junctions already tried are not tried again.
 */
function traceBack(walker: Walker, start: Place, last: number): Trace {
  const { network, search, backward } = walker;
  const tried = new Set([last]);
  const path: { node: number; arc: number }[] = [{ node: last, arc: -1 }];
  const next = new Map<number, number>();
  for (;;) {
    const { node } = path[path.length - 1];
    const first = firstLeg(walker, start, node);
    if (first !== null)
      return { legs: legsOf(walker, first, path), junctions: path.map((step) => step.node).reverse() };
    let found = false;
    for (let a = next.get(node) ?? backward.start[node]; a < backward.start[node + 1]; a++) {
      const before = backward.pairs[2 * a];
      if (search.mm[before] + backward.pairs[2 * a + 1] !== search.mm[node] || tried.has(before)) continue;
      next.set(node, a + 1);
      tried.add(before);
      path.push({ node: before, arc: a });
      found = true;
      break;
    }
    if (!found) path.pop();
    if (path.length === 0)
      throw new Error(`junction ${last} of ${network.nodeCount} was reached but no way leads back from it`);
  }
}

/** The stretch from the start's place to a junction of its own edge, if that is how the junction was reached. */
function firstLeg({ network, search }: Walker, start: Place, node: number): Leg | null {
  const { edge, mm, offsetMm } = start;
  const length = network.edgeLengthMm[edge];
  const flags = network.edgeFlags[edge];
  const reached = search.mm[node];
  if (network.edgeFrom[edge] === node && ((flags & EdgeFlag.BACKWARD) !== 0 || mm === 0) && offsetMm + mm === reached)
    return { edge, fromMm: mm, toMm: 0 };
  if (
    network.edgeTo[edge] === node &&
    ((flags & EdgeFlag.FORWARD) !== 0 || mm === length) &&
    offsetMm + length - mm === reached
  ) {
    return { edge, fromMm: mm, toMm: length };
  }
  return null;
}

function legsOf({ network, backward }: Walker, first: Leg, path: readonly { node: number; arc: number }[]): Leg[] {
  const legs = first.fromMm === first.toMm ? [] : [first];
  for (let i = path.length - 1; i > 0; i--) {
    const edge = backward.edge[path[i].arc];
    const length = edge < 0 ? 0 : network.edgeLengthMm[edge];
    if (length === 0) continue;
    const runsAlong = network.edgeFrom[edge] === path[i].node;
    legs.push({ edge, fromMm: runsAlong ? 0 : length, toMm: runsAlong ? length : 0 });
  }
  return legs;
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

/** True length of a leg. */
function legMm(walker: Walker, { edge, fromMm, toMm }: Leg): number {
  return Math.abs(trueMm(walker, edge, toMm) - trueMm(walker, edge, fromMm));
}

function withoutRepeats(line: readonly LonLat[]): LonLat[] {
  return line.filter(([lon, lat], i) => i === 0 || lon !== line[i - 1][0] || lat !== line[i - 1][1]);
}
