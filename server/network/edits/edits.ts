/**
 * What-ifs on the streets: something closed, opened or added, as a network of its own beside the shared one, which stays
 * as it is. Walks on it are those of a network built anew from streets changed in the same way, to the millimetre.
 *
 * Arrays that no edit touches are shared, the others are copied but for the rows that change: 5 to 10 ms on a city. Numbers of
 * junctions and edges stay valid: an edge that is closed or cut keeps its number without flags, parts and links come after.
 *
 * What is promised of a street added: no walk between the same two places of the network grows. A point may find the new
 * street nearer than its own; then its walks begin or end there, by the rule of the nearest street, and can be longer.
 *
 * Not handled: ways that the import left out (they can be added as links). Which part of the network counts as the main
 * one is decided by its junctions, of which the edited network may have a few more than one built anew.
 * @module
 */
import type { LonLat } from "../../base/lon-lat.ts";
import { pieceLengthM } from "../../base/metric.ts";
import type { Measure } from "../pieces.ts";
import type { WalkNetwork } from "../walk-network.ts";
import { editArcs } from "./arcs.ts";
import { type Changes, gatherChanges } from "./changes.ts";
import { editComponents } from "./components.ts";
import { drawEdges } from "./edges.ts";
import { splitAnew } from "./junctions.ts";

/** A junction, or a place on an edge: whole millimetres from its start. */
export type EditPoint = { readonly junction: number } | { readonly edge: number; readonly mm: number };

/** Whole millimetres from the start of the edge, rising. */
export interface EdgePiece {
  readonly fromMm: number;
  readonly toMm: number;
}

export type Edit =
  /** Nobody walks along the edge, or along a piece of it. */
  | { readonly kind: "close_street"; readonly edge: number; readonly piece?: EdgePiece }
  /** A private edge becomes public. */
  | { readonly kind: "open_street"; readonly edge: number }
  /** Nobody passes the point, along whatever street. */
  | { readonly kind: "close_gate"; readonly at: EditPoint }
  /** A blocked node lets people pass; any of its junctions names it. */
  | { readonly kind: "open_gate"; readonly junction: number }
  | Link;

/** A new way between two places: straight, or over further points. */
export interface Link {
  readonly kind: "add_link";
  readonly from: EditPoint;
  readonly to: EditPoint;
  readonly via: readonly LonLat[];
  /** Sum of `EdgeFlag`s, a direction at least. */
  readonly flags: number;
  readonly stepsPerKm: number;
  readonly name: string | null;
}

/**
 * All edits hold together, in whatever order they stand. Throws `edit_faulty` where one names what is not there, or says
 * what already is so, or the contrary of another.
 *
 * @param lengthM metres between two neighbouring points of a link, in degrees
 */
export function editNetwork(
  network: WalkNetwork,
  edits: readonly Edit[],
  lengthM: Measure = pieceLengthM,
): WalkNetwork {
  const changes = gatherChanges(network, edits);
  const edges = drawEdges(network, changes, lengthM);
  const { ends, joins, rejoined, ...junctions } = splitAnew(network, changes, edges);
  const { nodeCount } = junctions;
  const all = { ...ends, lengthMm: edges.edgeLengthMm, flags: edges.edgeFlags };
  const arcs = editArcs(network, { nodeCount, edges: all, rejoined, joins });
  const { component, componentCount } = editComponents(network, nodeCount, arcs);
  const { inner: _, ...columns } = edges;
  return {
    ...network,
    ...junctions,
    ...columns,
    forward: arcs.forward,
    backward: arcs.backward,
    edgeFrom: ends.from,
    edgeTo: ends.to,
    component,
    componentCount,
    names: namesOf(network, changes),
  };
}

function namesOf({ names }: WalkNetwork, { links }: Changes): readonly string[] {
  return links.length === 0 ? names : [...names, ...links.map(({ name }) => name ?? "")];
}
