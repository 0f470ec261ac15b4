/** Closed gates as the reason why no walk leads somewhere: the way is found that would lead there if all were open. @module */
import type { LonLat } from "../base/lon-lat.ts";
import type { Edit } from "../network/edits/edits.ts";
import { E7, JunctionFlag } from "../network/walk-network.ts";
import { walkBetween } from "./pair.ts";
import { routeOf } from "./route.ts";
import { type Streets, type Walker, withEdits } from "./walker.ts";

/** The streets with every blocked node open; the streets themselves where none is blocked. */
export function withGatesOpen(streets: Streets): Streets {
  const { nodeFlags, nodeOrigin, nodeCount } = streets.network;
  const gates = new Map<number, Edit>();
  for (let junction = 0; junction < nodeCount; junction++) {
    if ((nodeFlags[junction] & JunctionFlag.BLOCKED) !== 0)
      gates.set(nodeOrigin[junction], { kind: "open_gate", junction });
  }
  return gates.size === 0 ? streets : withEdits(streets, [...gates.values()]);
}

/**
 * Closed gates on the shortest way between two points that nothing but closed gates bars, in the order passed; empty
 * where there is no such way.
 *
 * @param free a walker of the same profile on the streets with their gates open
 */
export function closedGatesBetween({ network }: Streets, free: Walker, from: LonLat, to: LonLat): LonLat[] {
  const walk = walkBetween(free, from, to);
  if (walk.status !== "ok") return [];
  const passed = new Map(routeOf(free, walk).junctions.map((v) => [free.network.nodeOrigin[v], [] as LonLat[]]));
  for (let v = 0; v < network.nodeCount; v++) {
    if ((network.nodeFlags[v] & JunctionFlag.BLOCKED) === 0) continue;
    const gate = passed.get(network.nodeOrigin[v]);
    if (gate?.length === 0) gate.push([network.nodeLonE7[v] / E7, network.nodeLatE7[v] / E7]);
  }
  return [...passed.values()].flat();
}
