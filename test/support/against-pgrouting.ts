/** The engine beside pgRouting on one town: what each finds, and what differs by more than a centimetre. @module */
import postgres from "postgres";
import { newRandom } from "../../data/demo/random.ts";
import type { LonLat } from "../../server/base/lon-lat.ts";
import { limitMm, MM_PER_M } from "../../server/base/units.ts";
import type { StreetRows } from "../../server/import/rows.ts";
import { endsOf, startOf } from "../../server/reach/ends.ts";
import type { Walker } from "../../server/reach/walker.ts";
import { type MapNodes, mapNodes, type NodeWalks } from "./map-nodes.ts";
import {
  type GraphNode,
  type GraphPoint,
  type GraphWalk,
  loadPieces,
  nearestOfNodes,
  nodesWithin,
} from "./pgrouting-graph.ts";
import { freshDatabase } from "./stores.ts";

export const EXACT_M = 0.01;

/**
 * A centimetre up to 10 km. Beyond, whole millimetres have been rounded at some hundred ways, whose errors grow with the
 * root of their number: 1.5 cm at 22 km. In a walk of minutes nothing of it is left.
 */
const toleranceM = (metres: number) => EXACT_M * Math.max(1, Math.sqrt(metres / 10_000));

export interface Graph {
  readonly sql: postgres.Sql;
  close(): Promise<void>;
}

export async function openGraph(streets: StreetRows): Promise<Graph> {
  const { url, drop } = await freshDatabase();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await loadPieces(sql, streets);
  return {
    sql,
    async close() {
      await sql.end();
      await drop();
    },
  };
}

/** Near streets; some beyond 200 m of any. */
export function scattered(
  { nodeLonE7, nodeLatE7 }: StreetRows,
  count: number,
  label: string,
  firstId = 0,
): GraphPoint[] {
  const random = newRandom(2016, label);
  return Array.from({ length: count }, (_, i) => {
    const node = random.whole(0, nodeLonE7.length - 1);
    const spread = random.chance(0.1) ? 0.006 : 0.001;
    const lon = nodeLonE7[node] / 1e7 + random.between(-spread, spread);
    return { id: firstId + i, lon, lat: nodeLatE7[node] / 1e7 + random.between(-spread, spread) };
  });
}

export function lonLatOf({ lon, lat }: GraphPoint): LonLat {
  return [lon, lat];
}

/** How our walk compares: `ok` within a centimetre of one of the lengths allowed, else what both sides say. */
export function compared(status: string, totalM: number | null, graph: GraphWalk): string {
  const theirs = graph === null ? "no_street_within_200m" : graph.every((m) => m === Infinity) ? "island" : "ok";
  if (status !== "ok" || theirs !== "ok" || graph === null)
    return status === theirs ? status : `${status}, not ${theirs}`;
  const offM = Math.min(...graph.map((m) => (m === Infinity ? m : Math.abs((totalM ?? Number.NaN) - m))));
  if (offM <= EXACT_M) return "ok";
  return offM <= toleranceM(totalM ?? 0) ? "beyond a centimetre" : `${totalM} m, not ${graph.join(" or ")}`;
}

export function counted(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** Walks whose ends lie between equally near streets prove less; they must stay rare. */
export function ambiguous(walks: readonly GraphWalk[]): number {
  return walks.filter((walk) => walk !== null && walk.length > 1).length;
}

export interface NodesCompared {
  /** Nodes that both sides reach, with the same walk. */
  readonly agreed: number;
  /** All others, in words: none is expected. */
  readonly differing: readonly string[];
}

/** Nodes at the very limit, where a centimetre decides, are held against each other a little beyond it. */
const BESIDE_LIMIT_M = 0.02;

/** Which nodes of the map can be walked to within a limit, and how far each is. */
export async function reachCompared(
  { sql }: Graph,
  rows: StreetRows,
  walker: Walker,
  origins: readonly GraphPoint[],
  minutes: number,
): Promise<NodesCompared> {
  const nodes = mapNodes(rows);
  const limit = limitMm(minutes, walker.profile.speedMmPerSecond);
  const beyond = limit + BESIDE_LIMIT_M * MM_PER_M;
  const theirs = await nodesWithin(
    sql,
    origins.map(({ id }) => id),
    beyond / MM_PER_M,
  );
  const byOrigin = Map.groupBy(theirs, ({ point }) => point);
  const all = origins.map((origin): NodesCompared => {
    const start = startOf(walker, lonLatOf(origin));
    if (start === null) throw new Error(`point ${origin.id} has no street`);
    const within = (m: number) => m <= limit / MM_PER_M;
    return nodesCompared(nodes, nodes.within(walker, start, beyond), byOrigin.get(origin.id) ?? [], within);
  });
  return {
    agreed: all.reduce((sum, { agreed }) => sum + agreed, 0),
    differing: all.flatMap(({ differing }) => differing),
  };
}

/** How far every node of the map is from the nearest of some facilities. */
export async function nearestCompared(
  { sql }: Graph,
  rows: StreetRows,
  walker: Walker,
  facilities: readonly GraphPoint[],
): Promise<NodesCompared> {
  const nodes = mapNodes(rows);
  const ends = facilities.map((facility) => endsOf(walker, lonLatOf(facility)));
  const ours = nodes.toNearest(walker, {
    places: ends.flat(),
    facility: Int32Array.from(ends.flatMap((own, f) => own.map(() => f))),
  });
  const theirs = await nearestOfNodes(
    sql,
    facilities.map(({ id }) => id),
  );
  return nodesCompared(nodes, ours, theirs, () => true);
}

/** @param matters whether a walk so long must be found by both sides */
function nodesCompared(
  { same }: MapNodes,
  ours: NodeWalks,
  graph: readonly GraphNode[],
  matters: (metres: number) => boolean,
): NodesCompared {
  const theirs = new Map<number, number>();
  for (const { half, metres } of graph) theirs.set(same(half), Math.min(metres, theirs.get(same(half)) ?? Infinity));
  const differing: string[] = [];
  let agreed = 0;
  for (const half of new Set([...ours.keys(), ...theirs.keys()])) {
    const [our, their] = [(ours.get(half) ?? Infinity) / MM_PER_M, theirs.get(half) ?? Infinity];
    if (Math.abs(our - their) <= EXACT_M) agreed++;
    else if (matters(Math.min(our, their))) differing.push(`half ${half}: ${our} m, not ${their}`);
  }
  return { agreed, differing };
}
