/** Says at once, when a network is built or loaded, what would otherwise be a wrong walk later. @module */
import { networkError } from "./errors.ts";
import { type Arcs, EdgeFlag, type WalkNetwork } from "./walk-network.ts";

/** Throws `network_broken` with the first inconsistency found. Linear in the size of the network. */
export function assertIntegrity(network: WalkNetwork): void {
  const fail = (what: string): never => {
    throw networkError("network_broken", { what });
  };
  assertShapes(network, fail);
  assertArcs("forward", network.forward, network, fail);
  assertArcs("backward", network.backward, network, fail);
  if (network.forward.edge.length !== network.backward.edge.length) fail("forward and backward arcs differ in number");
}

function assertShapes(network: WalkNetwork, fail: (what: string) => never): void {
  const { edgeCount, shapeStart, shapeMm, names } = network;
  if (shapeStart[edgeCount] !== shapeMm.length) fail("shape points and their index differ");
  for (let e = 0; e < edgeCount; e++) {
    const first = shapeStart[e];
    const last = shapeStart[e + 1] - 1;
    if (last <= first) fail(`edge ${e} has fewer than two shape points`);
    if (shapeMm[first] !== 0 || shapeMm[last] !== network.edgeLengthMm[e]) fail(`edge ${e}: length and shape disagree`);
    for (let i = first; i < last; i++)
      if (shapeMm[i + 1] < shapeMm[i]) fail(`edge ${e} runs backwards at shape point ${i - first}`);
    assertEnd(network, e, network.edgeFrom[e], first, fail);
    assertEnd(network, e, network.edgeTo[e], last, fail);
    if (network.edgeName[e] >= names.length) fail(`edge ${e} names street ${network.edgeName[e]} of ${names.length}`);
  }
}

function assertEnd(network: WalkNetwork, e: number, end: number, at: number, fail: (what: string) => never): void {
  if (end < 0 || end >= network.nodeCount) fail(`edge ${e} ends at junction ${end} of ${network.nodeCount}`);
  if (network.nodeLonE7[end] !== network.shapeLonE7[at] || network.nodeLatE7[end] !== network.shapeLatE7[at])
    fail(`edge ${e} does not end where its junction ${end} lies`);
}

function assertArcs(
  which: string,
  { start, pairs, edge }: Arcs,
  network: WalkNetwork,
  fail: (what: string) => never,
): void {
  const { nodeCount, edgeFrom, edgeTo, edgeLengthMm, edgeFlags } = network;
  if (start.length !== nodeCount + 1 || start[0] !== 0 || start[nodeCount] !== edge.length)
    fail(`${which} arcs and their index differ`);
  const along = which === "forward" ? EdgeFlag.FORWARD : EdgeFlag.BACKWARD;
  const against = which === "forward" ? EdgeFlag.BACKWARD : EdgeFlag.FORWARD;
  for (let v = 0; v < nodeCount; v++) {
    if (start[v + 1] < start[v]) fail(`${which} arcs of junction ${v} are out of order`);
    for (let a = start[v]; a < start[v + 1]; a++) {
      const head = pairs[2 * a];
      const mm = pairs[2 * a + 1];
      const e = edge[a];
      if (head < 0 || head >= nodeCount) fail(`${which} arc ${a} leads to junction ${head} of ${nodeCount}`);
      if (e < 0) {
        if (mm !== 0) fail(`${which} arc ${a} joins two halves of a junction but has a length`);
        continue;
      }
      const runsAlong = edgeFrom[e] === v && edgeTo[e] === head && (edgeFlags[e] & along) !== 0;
      const runsAgainst = edgeTo[e] === v && edgeFrom[e] === head && (edgeFlags[e] & against) !== 0;
      if (mm !== edgeLengthMm[e] || !(runsAlong || runsAgainst)) fail(`${which} arc ${a} contradicts its edge ${e}`);
    }
  }
}
