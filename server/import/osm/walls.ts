/** Walls and fences with gates: by which gates people leave a home that is walled in. @module */
import Flatbush from "flatbush";
import type { LonLat } from "../../base/lon-lat.ts";
import type { StreetRows } from "../rows.ts";
import type { Elements } from "./collect.ts";
import { contains, type Polygon, polygonAreaM2, ringBox } from "./polygon.ts";
import type { Tags } from "./tags.ts";
import { gateAt } from "./walkability.ts";

/** Open gates of the wall round a position; null where no wall with gates stands round it. */
export type GatesAround = (position: LonLat) => readonly LonLat[] | null;

const WALLS: ReadonlySet<string> = new Set(["wall", "fence", "city_wall"]);

/** Values of `barrier` for a node where the wall lets people through, if it is not closed to them. */
const GATES: ReadonlySet<string> = new Set([
  "gate",
  "entrance",
  "lift_gate",
  "swing_gate",
  "sliding_gate",
  "kissing_gate",
  "hampshire_gate",
  "sally_port",
  "turnstile",
  "full-height_turnstile",
  "wicket_gate",
]);

interface Wall {
  readonly polygon: Polygon;
  readonly nodes: ReadonlySet<number>;
  /** Open ones; the wall has others, or these, else it is not kept. */
  readonly gates: readonly LonLat[];
}

/**
 * Walls within which streets are mapped say nothing: walks then lead along those streets and through their gates. Of
 * walls round one another the outermost counts. Walls without a mapped gate are taken to be mapped in part.
 */
export function findWalls(elements: Elements, streets: StreetRows): GatesAround {
  const walls = withoutStreets(wallsOf(elements), streets);
  if (walls.length === 0) return () => null;
  const index = indexOf(walls);
  const areas = walls.map(({ polygon }) => polygonAreaM2(polygon));
  return (position) => {
    const round = index.search(...position, ...position).filter((i) => contains(walls[i].polygon, position));
    if (round.length === 0) return null;
    return walls[round.reduce((outer, i) => (areas[i] > areas[outer] ? i : outer))].gates;
  };
}

function wallsOf({ ways, nodes, taggedNodes }: Elements): Wall[] {
  const gates = new Map<number, Tags>();
  for (const { id, tags } of taggedNodes) if (GATES.has(tags.get("barrier") ?? "")) gates.set(id, tags);
  const walls: Wall[] = [];
  for (let way = 0; way < ways.count; way++) {
    const ids = ways.refs.subarray(ways.start[way], ways.start[way + 1]);
    if (!WALLS.has(ways.tags[way].get("barrier") ?? "") || ids.length < 4 || ids[0] !== ids[ids.length - 1]) continue;
    const own = [...new Set(ids)].filter((id) => gates.has(id));
    const ring = Array.from(ids, (id) => nodes.indexOf(id));
    if (own.length === 0 || ring.some((node) => node < 0)) continue;
    const positionOf = (node: number): LonLat => [nodes.lonE7[node] / 1e7, nodes.latE7[node] / 1e7];
    const open = own.filter((id) => gateAt(gates.get(id) as Tags) !== "blocked");
    walls.push({
      polygon: [ring.map(positionOf)],
      nodes: new Set(ids),
      gates: open.map((id) => positionOf(nodes.indexOf(id))),
    });
  }
  return walls;
}

/** A street lies within a wall where one of its nodes does; those on the wall itself are its gates. */
function withoutStreets(walls: readonly Wall[], { nodeIds, nodeLonE7, nodeLatE7 }: StreetRows): Wall[] {
  if (walls.length === 0) return [];
  const index = indexOf(walls);
  const isOpen = walls.map(() => true);
  for (let n = 0; n < nodeIds.length; n++) {
    const position: LonLat = [nodeLonE7[n] / 1e7, nodeLatE7[n] / 1e7];
    for (const i of index.search(...position, ...position)) {
      if (isOpen[i] && !walls[i].nodes.has(nodeIds[n]) && contains(walls[i].polygon, position)) isOpen[i] = false;
    }
  }
  return walls.filter((_, i) => isOpen[i]);
}

function indexOf(walls: readonly Wall[]): Flatbush {
  const index = new Flatbush(walls.length);
  for (const { polygon } of walls) index.add(...ringBox(polygon[0]));
  index.finish();
  return index;
}
