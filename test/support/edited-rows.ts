/** The same what-ifs twice: as edits of a network, and as street rows changed by hand, from which to build one anew. */
import type { LonLat } from "../../server/base/lon-lat.ts";
import { NodeFlag, type StreetRows, WayFlag } from "../../server/import/rows.ts";
import { nodeOn } from "../../server/network/edits/changes.ts";
import type { Edit, EditPoint } from "../../server/network/edits/edits.ts";
import type { Measure } from "../../server/network/pieces.ts";
import { E7, type WalkNetwork } from "../../server/network/walk-network.ts";
import { type DrawnWay, streetRows } from "./street-rows.ts";

/** What a test asks for, in numbers of any size that are taken modulo what there is. */
export type Wish =
  | { readonly kind: "close_street" | "open_street" | "close_node" | "open_node"; readonly pick: number }
  | { readonly kind: "close_inside"; readonly pick: number; readonly share: number }
  | {
      readonly kind: "link";
      readonly from: Spot;
      readonly to: Spot;
      readonly via: readonly LonLat[];
      readonly flags: number;
      readonly stepsPerKm: number;
    };

/** A node, or a place inside a way of one piece, at a share of its length. */
export interface Spot {
  readonly pick: number;
  readonly share: number | null;
}

interface Draft {
  readonly positions: LonLat[];
  readonly nodeFlags: number[];
  readonly ways: { nodes: number[]; flags: number; stepsPerKm: number; name: string; isThere: boolean }[];
}

/**
 * Ways are named by their number, so that an edge tells which way it is of. What a wish cannot have (a private way where
 * there is none) is left out on both sides.
 *
 * @param lengthM whole decimetres, so that the parts of a cut way are as long as the whole, and no place on a way lies
 * just between two millimetres, where its direction would tell which it takes
 */
export function editBoth(network: WalkNetwork, rows: StreetRows, wishes: readonly Wish[], lengthM: Measure) {
  const draft = draftOf(rows);
  const edits: Edit[] = [];
  const cuts = new Map<number, { mm: number; node: number }[]>();
  const opened = new Set<number>();
  const closed = new Set<number>();
  const gates = new Map<number, boolean>();

  const nodeAt = ({ pick, share }: Spot): { point: EditPoint; node: number } | null => {
    const inside = share === null ? null : cutInside(pick, share);
    if (inside) return inside;
    const junction = pick % network.nodeCount;
    return { point: { junction }, node: network.nodeOrigin[junction] };
  };
  const cutInside = (pick: number, share: number) => {
    const way = pick % draft.ways.length;
    const [edge, ...others] = edgesOf(network, way);
    const [u, v] = draft.ways[way].nodes;
    if (edge === undefined || others.length > 0 || draft.ways[way].nodes.length !== 2) return null;
    const mm = wholePlace(network, edge, share, lengthM);
    if (mm === null) return null;
    const [lonE7, latE7] = nodeOn(network, edge, mm);
    const list = cuts.get(way) ?? [];
    let cut = list.find((each) => each.mm === mm);
    if (!cut) {
      if (list.length > 0) return null;
      cut = { mm, node: draft.positions.push([lonE7 / E7, latE7 / E7]) - 1 };
      draft.nodeFlags.push(nodeFlagsOn(rows.wayFlags[way]));
      cuts.set(way, [...list, cut]);
      draft.ways[way].nodes = [u, cut.node, v];
    }
    return { point: { edge, mm }, node: cut.node };
  };
  const shut = (node: number, isBlocked: boolean): boolean => {
    if (gates.get(node) === !isBlocked) return false;
    gates.set(node, isBlocked);
    draft.nodeFlags[node] = isBlocked
      ? draft.nodeFlags[node] | NodeFlag.BLOCKED
      : draft.nodeFlags[node] & ~NodeFlag.BLOCKED;
    return true;
  };

  for (const wish of wishes) {
    if (wish.kind === "close_street" || wish.kind === "open_street") {
      const way = wish.pick % rows.wayFlags.length;
      const isOpening = wish.kind === "open_street";
      if ((isOpening ? closed : opened).has(way)) continue;
      if (isOpening && (rows.wayFlags[way] & WayFlag.PRIVATE) === 0) continue;
      (isOpening ? opened : closed).add(way);
      for (const edge of edgesOf(network, way)) edits.push({ kind: wish.kind, edge });
      if (isOpening) draft.ways[way].flags &= ~WayFlag.PRIVATE;
      else draft.ways[way].isThere = false;
    } else if (wish.kind === "open_node") {
      const blocked = [...rows.nodeFlags.keys()].filter((n) => (rows.nodeFlags[n] & NodeFlag.BLOCKED) !== 0);
      const node = blocked[wish.pick % Math.max(1, blocked.length)];
      const junction = network.nodeOrigin.indexOf(node ?? -1);
      if (junction >= 0 && shut(node, false)) edits.push({ kind: "open_gate", junction });
    } else if (wish.kind === "link") {
      const [from, to] = [nodeAt(wish.from), nodeAt(wish.to)];
      if (!from || !to || from.node === to.node) continue;
      const over = wish.via.map((position) => draft.positions.push(position) - 1);
      for (const _ of over) draft.nodeFlags.push(0);
      const name = `link ${edits.length}`;
      const { flags, stepsPerKm } = wish;
      draft.ways.push({ nodes: [from.node, ...over, to.node], flags, stepsPerKm, name, isThere: true });
      edits.push({ kind: "add_link", from: from.point, to: to.point, via: wish.via, flags, stepsPerKm, name });
    } else {
      const at = nodeAt({ pick: wish.pick, share: wish.kind === "close_inside" ? wish.share : null });
      if (at && shut(at.node, true)) edits.push({ kind: "close_gate", at: at.point });
    }
  }
  const ways = draft.ways.filter(({ isThere }) => isThere).map((way): DrawnWay => way);
  return { edits, rows: streetRows(draft.positions, ways, draft.nodeFlags) };
}

/** What the import makes of a node of such a way. */
function nodeFlagsOn(wayFlags: number): number {
  const lift = (wayFlags & WayFlag.LIFT) !== 0 ? NodeFlag.LIFT : 0;
  if ((wayFlags & WayFlag.LARGE_ROAD) === 0) return lift;
  return lift | ((wayFlags & WayFlag.CARRIAGEWAY) !== 0 ? NodeFlag.CARRIAGEWAY : NodeFlag.LARGE_ROAD);
}

/** The same rows with every way named by its number. */
export function namedByNumber(rows: StreetRows): StreetRows {
  const { wayFlags } = rows;
  return { ...rows, wayName: Int32Array.from(wayFlags, (_, w) => w), names: Array.from(wayFlags, (_, w) => `${w}`) };
}

function draftOf(rows: StreetRows): Draft {
  return {
    positions: Array.from(rows.nodeLonE7, (lonE7, i): LonLat => [lonE7 / E7, rows.nodeLatE7[i] / E7]),
    nodeFlags: [...rows.nodeFlags],
    ways: Array.from(rows.wayFlags, (flags, w) => ({
      nodes: [...rows.wayNodes.subarray(rows.wayStart[w], rows.wayStart[w + 1])],
      flags,
      stepsPerKm: rows.wayStepsPerKm[w],
      name: `${w}`,
      isThere: true,
    })),
  };
}

function edgesOf({ edgeName }: WalkNetwork, way: number): number[] {
  return [...edgeName.keys()].filter((edge) => edgeName[edge] === way);
}

const DECIMETRE_MM = 100;

/** A place near the share of an edge of one piece where both parts, measured, are as long as they are cut; null if none is. */
function wholePlace(network: WalkNetwork, edge: number, share: number, lengthM: Measure): number | null {
  const length = network.edgeLengthMm[edge];
  const first = network.shapeStart[edge];
  const end = (i: number): LonLat => [network.shapeLonE7[i] / E7, network.shapeLatE7[i] / E7];
  const near = DECIMETRE_MM * Math.ceil((share * length) / DECIMETRE_MM);
  for (let mm = near; mm < Math.min(length, near + 20 * DECIMETRE_MM); mm += DECIMETRE_MM) {
    const [lonE7, latE7] = nodeOn(network, edge, mm);
    const node: LonLat = [lonE7 / E7, latE7 / E7];
    const parts = [lengthM(...end(first), ...node), lengthM(...node, ...end(first + 1))].map((m) =>
      Math.round(1000 * m),
    );
    if (parts[0] === mm && parts[1] === length - mm) return mm;
  }
  return null;
}
