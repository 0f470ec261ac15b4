/** Edges of an edited network: closed ones without flags, cut ones replaced by their parts, links drawn. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import { lonDifference } from "../../base/metric.ts";
import { MM_PER_M, UNREACHED } from "../../base/units.ts";
import { networkError } from "../errors.ts";
import type { Measure } from "../pieces.ts";
import { E7, EdgeFlag, type WalkNetwork } from "../walk-network.ts";
import type { Changes, NewNode } from "./changes.ts";
import type { EdgePiece } from "./edits.ts";

type EdgeColumns = Pick<
  WalkNetwork,
  | "edgeCount"
  | "edgeLengthMm"
  | "edgeFlags"
  | "edgeStepsPerKm"
  | "edgeName"
  | "shapeStart"
  | "shapeLonE7"
  | "shapeLatE7"
  | "shapeMm"
>;

/** An end of a new edge: a junction of the base, or a node of the map whose junctions are still to be made. */
export type NewEnd = { readonly junction: number } | { readonly origin: number };

export interface EditedEdges extends EdgeColumns {
  /** Ends of the edges that come after those of the base. */
  readonly inner: readonly { readonly from: NewEnd; readonly to: NewEnd }[];
}

interface NewEdge {
  readonly from: NewEnd;
  readonly to: NewEnd;
  readonly flags: number;
  readonly stepsPerKm: number;
  readonly name: number;
  readonly lonE7: readonly number[];
  readonly latE7: readonly number[];
  readonly mm: readonly number[];
}

export function drawEdges(network: WalkNetwork, changes: Changes, lengthM: Measure): EditedEdges {
  const edgeFlags = network.edgeFlags.slice();
  for (const edge of changes.opened) edgeFlags[edge] &= ~EdgeFlag.PRIVATE;
  const drawn: NewEdge[] = [];
  for (const [edge, cuts] of cutsByEdge(changes)) {
    if (!changes.closed.has(edge))
      drawn.push(...partsOf(network, edge, edgeFlags[edge], cuts, changes.closedPieces.get(edge) ?? []));
    edgeFlags[edge] = 0;
  }
  for (const edge of changes.closed) edgeFlags[edge] = 0;
  changes.links.forEach((_, i) => {
    drawn.push(drawLink(network, changes, i, lengthM));
  });
  const { edgeCount, shapeStart, shapeMm } = network;
  const starts = Uint32Array.from(drawn, () => 0);
  let end = shapeMm.length;
  drawn.forEach(({ mm }, i) => {
    end += mm.length;
    starts[i] = end;
  });
  return {
    edgeCount: edgeCount + drawn.length,
    edgeLengthMm: joined(
      network.edgeLengthMm,
      drawn.map(({ mm }) => mm[mm.length - 1]),
    ),
    edgeFlags: joined(
      edgeFlags,
      drawn.map(({ flags }) => flags),
    ),
    edgeStepsPerKm: joined(
      network.edgeStepsPerKm,
      drawn.map(({ stepsPerKm }) => stepsPerKm),
    ),
    edgeName: joined(
      network.edgeName,
      drawn.map(({ name }) => name),
    ),
    shapeStart: joined(shapeStart, [...starts]),
    shapeLonE7: joined(
      network.shapeLonE7,
      drawn.flatMap(({ lonE7 }) => lonE7),
    ),
    shapeLatE7: joined(
      network.shapeLatE7,
      drawn.flatMap(({ latE7 }) => latE7),
    ),
    shapeMm: joined(
      shapeMm,
      drawn.flatMap(({ mm }) => mm),
    ),
    inner: drawn,
  };
}

/** The base's own column where nothing comes after it. */
function joined<Column extends Int32Array | Uint32Array | Uint16Array>(base: Column, more: readonly number[]): Column {
  if (more.length === 0) return base;
  const Kind = base.constructor as new (length: number) => Column;
  const column = new Kind(base.length + more.length);
  column.set(base);
  column.set(more, base.length);
  return column;
}

type Cut = NewNode & { readonly origin: number };

/** New nodes by the edge they lie on, in its direction. */
function cutsByEdge({ newNodes, originCount }: Changes): Map<number, Cut[]> {
  const byEdge = new Map<number, Cut[]>();
  newNodes.forEach((node, i) => {
    const cuts = byEdge.get(node.edge) ?? [];
    byEdge.set(
      node.edge,
      [...cuts, { ...node, origin: originCount + i }].sort((a, b) => a.mm - b.mm),
    );
  });
  return byEdge;
}

/** Parts between the cuts, but for the closed pieces, at whose ends there are cuts. */
function partsOf(
  network: WalkNetwork,
  edge: number,
  flags: number,
  cuts: readonly Cut[],
  closed: readonly EdgePiece[],
): NewEdge[] {
  const { shapeStart, shapeLonE7, shapeLatE7, shapeMm, edgeStepsPerKm, edgeName } = network;
  const first = shapeStart[edge];
  const last = shapeStart[edge + 1] - 1;
  const endAt = (i: number, junction: number) => ({
    mm: shapeMm[i],
    lonE7: shapeLonE7[i],
    latE7: shapeLatE7[i],
    at: { junction },
  });
  const stops = [
    endAt(first, network.edgeFrom[edge]),
    ...cuts.map(({ mm, lonE7, latE7, origin }) => ({ mm, lonE7, latE7, at: { origin } })),
    endAt(last, network.edgeTo[edge]),
  ];
  return stops.slice(1).flatMap((to, k): NewEdge[] => {
    const from = stops[k];
    if (closed.some(({ fromMm, toMm }) => fromMm <= from.mm && to.mm <= toMm)) return [];
    const inside: number[] = [];
    for (let i = first + 1; i < last; i++) {
      // Points at one place with the very ends of the edge stay with its first and last part.
      if ((shapeMm[i] > from.mm || k === 0) && (shapeMm[i] < to.mm || k === stops.length - 2)) inside.push(i);
    }
    const part: NewEdge = {
      from: from.at,
      to: to.at,
      flags,
      stepsPerKm: edgeStepsPerKm[edge],
      name: edgeName[edge],
      lonE7: [from.lonE7, ...inside.map((i) => shapeLonE7[i]), to.lonE7],
      latE7: [from.latE7, ...inside.map((i) => shapeLatE7[i]), to.latE7],
      mm: [0, ...inside.map((i) => shapeMm[i] - from.mm), to.mm - from.mm],
    };
    return [part];
  });
}

function drawLink(network: WalkNetwork, changes: Changes, index: number, lengthM: Measure): NewEdge {
  const { fromOrigin, toOrigin, via, flags, stepsPerKm, name } = changes.links[index];
  const from = positionOf(network, changes, fromOrigin);
  const over = via.map(([lon, lat]): LonLat => [from[0] + lonDifference(from[0], lon), lat]);
  const points = [
    from,
    ...over.map(([lon, lat]): LonLat => [Math.round(lon * E7) / E7, Math.round(lat * E7) / E7]),
    positionOf(network, changes, toOrigin),
  ];
  let metres = 0;
  const mm = points.map((point, i) => {
    if (i > 0) metres += lengthM(...points[i - 1], ...point);
    return Math.round(metres * MM_PER_M);
  });
  if (!(mm[mm.length - 1] < UNREACHED)) throw networkError("street_too_long", { km: Math.round(metres / 1000) });
  return {
    from: { origin: fromOrigin },
    to: { origin: toOrigin },
    flags,
    stepsPerKm,
    name: name === null ? -1 : network.names.length + index,
    lonE7: points.map(([lon]) => Math.round(lon * E7)),
    latE7: points.map(([, lat]) => Math.round(lat * E7)),
    mm,
  };
}

function positionOf({ nodeOrigin, nodeLonE7, nodeLatE7 }: WalkNetwork, changes: Changes, origin: number): LonLat {
  const node = changes.newNodes[origin - changes.originCount];
  if (node) return [node.lonE7 / E7, node.latE7 / E7];
  const junction = nodeOrigin.indexOf(origin);
  return [nodeLonE7[junction] / E7, nodeLatE7[junction] / E7];
}
