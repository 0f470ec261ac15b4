/**
 * A network as somebody feels it to whom crossings, lifts and steps cost time: its millimetres are those that could be
 * walked meanwhile. Junctions, shapes and places are the same, so that whatever walks on a network walks on this one.
 *
 * Half of a crossing is paid by whoever comes onto a large road from a street that is none, half on leaving it: nobody
 * pays for walking along it, and who crosses it pays once. Each carriageway of a divided road is half the road. A half is
 * rounded down to the millimetre, as limits are: nobody is kept out by what a crossing does not cost. In the
 * same way half of a lift is paid on entering and half on leaving it. To this end an edge that ends at such a place gets a junction of its
 * own there (a kerb), from which a step that costs leads to the other one. Steps cost along their edge; where that comes to
 * more than {@link LONGEST_FELT_MM} the edge carries `EdgeFlag.ENDLESS` and keeps its length: it is for nobody to walk.
 *
 * Not handled: crossing a large road by walking along another large road costs nothing, as do turns of any kind.
 * @module
 */
import { joinsOf, layOutArcs } from "./arcs.ts";
import { EdgeFlag, JunctionFlag, type WalkNetwork } from "./walk-network.ts";

/** What could be walked in the time lost, in millimetres; integers ≥ 0. */
export interface Penalties {
  readonly crossingMm: number;
  readonly liftMm: number;
  /** Per thousand steps, so that a single one is no fraction. */
  readonly thousandStepsMm: number;
}

/** Where nobody counted: treads of 30 cm, the least that GB 50352-2019 (6.7.1) allows for steps that the public uses. */
export const UNCOUNTED_STEPS_PER_KM = 3333;

/** Felt length of the longest edge, about 1,074 km: more than any limit, so that sums of walks and edges stay whole. */
export const LONGEST_FELT_MM = 2 ** 30;

/** The network itself where nothing costs anything. Some milliseconds on a city; the arrays that do not change are shared. */
export function withPenalties(network: WalkNetwork, penalties: Penalties): WalkNetwork {
  const { crossingMm, liftMm, thousandStepsMm } = penalties;
  if (crossingMm === 0 && liftMm === 0 && thousandStepsMm === 0) return network;
  const onSteps = thousandStepsMm === 0 ? network : withSteps(network, thousandStepsMm);
  return withKerbs({ ...network, ...onSteps }, penalties);
}

/** Steps on a stretch of steps; an estimate where they were not counted. */
export function stepsOn({ edgeStepsPerKm }: WalkNetwork, edge: number, mm: number): number {
  return ((edgeStepsPerKm[edge] || UNCOUNTED_STEPS_PER_KM) * mm) / 1_000_000;
}

function withSteps(
  network: WalkNetwork,
  thousandStepsMm: number,
): Pick<WalkNetwork, "shapeMm" | "edgeLengthMm" | "edgeFlags"> {
  const { edgeCount, shapeStart } = network;
  const shapeMm = network.shapeMm.slice();
  const edgeLengthMm = network.edgeLengthMm.slice();
  const edgeFlags = network.edgeFlags.slice();
  const felt = (edge: number, mm: number) => mm + Math.round((stepsOn(network, edge, mm) * thousandStepsMm) / 1000);
  for (let e = 0; e < edgeCount; e++) {
    if ((edgeFlags[e] & EdgeFlag.STEPS) === 0) continue;
    const length = felt(e, edgeLengthMm[e]);
    if (length > LONGEST_FELT_MM) {
      edgeFlags[e] |= EdgeFlag.ENDLESS;
      continue;
    }
    for (let i = shapeStart[e]; i < shapeStart[e + 1]; i++) shapeMm[i] = felt(e, shapeMm[i]);
    edgeLengthMm[e] = length;
  }
  return { shapeMm, edgeLengthMm, edgeFlags };
}

function withKerbs(network: WalkNetwork, penalties: Penalties): WalkNetwork {
  const edgeFrom = network.edgeFrom.slice();
  const edgeTo = network.edgeTo.slice();
  const joins = joinsOf(network);
  const behind: number[] = [];
  for (const ends of [edgeFrom, edgeTo]) {
    for (let e = 0; e < network.edgeCount; e++) {
      const junction = ends[e];
      const mm = endPenalty(network.edgeFlags[e], network.nodeFlags[junction], penalties);
      if (mm === 0) continue;
      const kerb = network.nodeCount + behind.length;
      behind.push(junction);
      ends[e] = kerb;
      joins.tail.push(kerb, junction);
      joins.head.push(junction, kerb);
      joins.mm.push(mm, mm);
    }
  }
  const nodeCount = network.nodeCount + behind.length;
  const edges = { from: edgeFrom, to: edgeTo, lengthMm: network.edgeLengthMm, flags: network.edgeFlags };
  return {
    ...network,
    nodeCount,
    nodeLonE7: extended(network.nodeLonE7, behind),
    nodeLatE7: extended(network.nodeLatE7, behind),
    // What the junction means is told once, where it is passed.
    nodeFlags: Uint8Array.from({ length: nodeCount }, (_, v) => network.nodeFlags[v] ?? 0),
    nodeOrigin: extended(network.nodeOrigin, behind),
    component: extended(network.component, behind),
    ...layOutArcs(nodeCount, edges, joins, EdgeFlag.ENDLESS),
    edgeFrom,
    edgeTo,
  };
}

/** What it costs to pass between the end of an edge and its junction. */
function endPenalty(edgeFlags: number, nodeFlags: number, { crossingMm, liftMm }: Penalties): number {
  if ((nodeFlags & JunctionFlag.BLOCKED) !== 0) return 0;
  const entersRoad = (edgeFlags & EdgeFlag.LARGE_ROAD) === 0;
  const entersLift = (edgeFlags & EdgeFlag.LIFT) === 0 && (nodeFlags & JunctionFlag.LIFT) !== 0;
  const road = (nodeFlags & JunctionFlag.LARGE_ROAD) !== 0 ? 1 : (nodeFlags & JunctionFlag.CARRIAGEWAY) !== 0 ? 0.5 : 0;
  return Math.floor(((entersRoad ? road : 0) * crossingMm + (entersLift ? 1 : 0) * liftMm) / 2);
}

function extended(values: Int32Array, behind: readonly number[]): Int32Array {
  const longer = new Int32Array(values.length + behind.length);
  longer.set(values);
  for (let i = 0; i < behind.length; i++) longer[values.length + i] = values[behind[i]];
  return longer;
}
