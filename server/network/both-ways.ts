/** Streets with their directions left aside: walked one way or the other, they lie side by side all the same. @module */
import { joinsOf, layOutArcs } from "./arcs.ts";
import { EdgeFlag, type WalkNetwork } from "./walk-network.ts";

const BOTH = EdgeFlag.FORWARD | EdgeFlag.BACKWARD;

/** Every edge that somebody walks is walked both ways, private ones too; whatever nobody passes stays shut. */
export function bothWays(network: WalkNetwork): WalkNetwork {
  const { nodeCount, edgeFrom: from, edgeTo: to, edgeLengthMm: lengthMm } = network;
  const flags = network.edgeFlags.map((flag) => ((flag & BOTH) === 0 ? flag : flag | BOTH));
  const { tail, head, mm } = joinsOf(network);
  const joins = { tail: [...tail, ...head], head: [...head, ...tail], mm: [...mm, ...mm] };
  return { ...network, edgeFlags: flags, ...layOutArcs(nodeCount, { from, to, lengthMm, flags }, joins, 0) };
}
