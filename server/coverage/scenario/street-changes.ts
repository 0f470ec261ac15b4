/** Changes of streets and gates as edits of the walking network. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import { pieceLengthM } from "../../base/metric.ts";
import { MAX_OFFSET_MM, MM_PER_M } from "../../base/units.ts";
import type { Edit, EditPoint } from "../../network/edits/edits.ts";
import { type Place, snap } from "../../network/snap.ts";
import { E7, EdgeFlag, JunctionFlag } from "../../network/walk-network.ts";
import { walkBetween } from "../../reach/pair.ts";
import { routeOf } from "../../reach/route.ts";
import type { Streets } from "../../reach/walker.ts";
import type { CloseStreet, StreetChange } from "./change.ts";
import { scenarioError } from "./errors.ts";
import type { Ground } from "./ground.ts";

/** How far from a street or a gate somebody may point at it, or a path may end. */
export const POINTED_WITHIN_M = 50;

/** Throws `street_not_there`, `gate_not_there`, `street_change_faulty`. */
export function editsOf(ground: Ground, change: StreetChange, place: string): Edit[] {
  const { streets } = ground;
  switch (change.kind) {
    case "close_street":
      return closing(ground, change, place);
    case "open_street":
      return [{ kind: "open_street", edge: edgeNamed(streets, change, place) }];
    case "close_gate":
      return [{ kind: "close_gate", at: pointOf(placeNear(streets, change.at, `${place}.at`)) }];
    case "open_gate": {
      const junction = closedGateNear(streets, change.at);
      if (junction >= 0) return [{ kind: "open_gate", junction }];
      // A gate in a wall, on no street that it would close: it matters to the residences behind it alone.
      if (change.residences !== undefined) return [];
      throw scenarioError("gate_not_there", {
        place: `${place}.at`,
        value: told(change.at),
        withinM: POINTED_WITHIN_M,
      });
    }
    case "add_path":
      return [link(streets, change, place)];
  }
}

function closing(ground: Ground, change: CloseStreet, place: string): Edit[] {
  const { from, to } = change;
  if (from === undefined || to === undefined)
    return [{ kind: "close_street", edge: edgeNamed(ground.streets, change, place) }];
  const walker = ground.openWalker();
  const walk = walkBetween(walker, from, to);
  const legs = walk.status === "ok" ? routeOf(walker, walk).legs : [];
  if (legs.length === 0)
    throw scenarioError("street_not_there", {
      place,
      value: `${told(from)} – ${told(to)}`,
      withinM: MAX_OFFSET_MM / MM_PER_M,
    });
  return legs.map(({ edge, fromMm, toMm }) => ({
    kind: "close_street",
    edge,
    piece: { fromMm: Math.min(fromMm, toMm), toMm: Math.max(fromMm, toMm) },
  }));
}

function edgeNamed(
  streets: Streets,
  { edge, at }: { readonly edge?: number; readonly at?: LonLat },
  place: string,
): number {
  if (at !== undefined) return placeNear(streets, at, `${place}.at`).edge;
  if (edge !== undefined && edge < streets.network.edgeCount && streets.network.edgeFlags[edge] !== 0) return edge;
  throw scenarioError("street_not_there", { place: `${place}.edge`, value: edge ?? null, withinM: 0 });
}

function placeNear({ network, grid }: Streets, at: LonLat, place: string): Place {
  const found = snap(network, grid, ...at, 0, POINTED_WITHIN_M * MM_PER_M);
  if (found) return found;
  throw scenarioError("street_not_there", { place, value: told(at), withinM: POINTED_WITHIN_M });
}

function pointOf({ edge, mm }: Place): EditPoint {
  return { edge, mm };
}

/** Junction of the nearest closed gate, the lowest of equally near ones; −1 where none is near. */
function closedGateNear({ network }: Streets, at: LonLat): number {
  const { nodeCount, nodeFlags, nodeLonE7, nodeLatE7 } = network;
  let best = -1;
  let bestM = Infinity;
  for (let v = 0; v < nodeCount; v++) {
    if ((nodeFlags[v] & JunctionFlag.BLOCKED) === 0) continue;
    const metres = pieceLengthM(...at, nodeLonE7[v] / E7, nodeLatE7[v] / E7);
    if (metres > POINTED_WITHIN_M || metres >= bestM) continue;
    best = v;
    bestM = metres;
  }
  return best;
}

/** From the street nearest to its first point over all of them to the street nearest to its last. */
function link(
  streets: Streets,
  { line, name, steps }: Extract<StreetChange, { kind: "add_path" }>,
  place: string,
): Edit {
  const from = placeNear(streets, line[0], `${place}.line[0]`);
  const last = line.length - 1;
  const to = placeNear(streets, line[last], `${place}.line[${last}]`);
  const isBeside = (i: number) => (i > 0 || from.offsetMm > 0) && (i < last || to.offsetMm > 0);
  return {
    kind: "add_link",
    from: pointOf(from),
    to: pointOf(to),
    via: line.filter((_, i) => isBeside(i)),
    flags: EdgeFlag.FORWARD | EdgeFlag.BACKWARD | (steps === true ? EdgeFlag.STEPS : 0),
    stepsPerKm: 0,
    name: name ?? null,
  };
}

function told([lon, lat]: LonLat): string {
  return `${lon}, ${lat}`;
}
