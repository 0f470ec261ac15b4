/** Public streets: straight on the plan, bent on the ground, with a node wherever something joins. @module */
import type { OsmSheet, Tags } from "./osm-sheet.ts";
import { along, distance, type Point } from "./plane.ts";
import recipe from "./recipe.json" with { type: "json" };

export type StreetKind = keyof typeof recipe.streets.setbackM;

export interface Street {
  readonly kind: StreetKind;
  readonly name: string | null;
  readonly from: Point;
  readonly to: Point;
  readonly lengthM: number;
  /** Nodes that others share; unordered. */
  readonly stops: Stop[];
  /** Stretches with tags of their own: bridges, tunnels. Stops stand at both ends. */
  readonly spans: Span[];
  /** A street of shops. Set once the parcels are known. */
  market: boolean;
}
export interface Stop {
  /** Plan metres from the start. */
  readonly atM: number;
  readonly node: number;
}
export interface Span {
  readonly fromM: number;
  readonly toM: number;
  readonly tags: Tags;
}

/** Nodes given are those of the crossings where the street begins and ends; others are made. */
export function newStreet(
  sheet: OsmSheet,
  street: Pick<Street, "kind" | "name" | "from" | "to">,
  nodes: { from?: number | undefined; to?: number | undefined } = {},
): Street {
  const { kind, name, from, to } = street;
  const lengthM = distance(from, to);
  const stops = [
    { atM: 0, node: nodes.from ?? sheet.node(from) },
    { atM: lengthM, node: nodes.to ?? sheet.node(to) },
  ];
  return { kind, name, from, to, lengthM, stops, spans: [], market: false };
}

/** The node at so many metres from the start: the nearest stop within `mergeM` if there is one, else a new one. */
export function stopAt(sheet: OsmSheet, street: Street, atM: number, mergeM: number): { node: number; point: Point } {
  let best: Stop | null = null;
  for (const stop of street.stops) {
    const gap = Math.abs(stop.atM - atM);
    if (gap <= mergeM && (best === null || gap < Math.abs(best.atM - atM))) best = stop;
  }
  const at = best?.atM ?? Math.min(Math.max(atM, 0), street.lengthM);
  const point = along(street.from, street.to, at / street.lengthM);
  if (best !== null) return { node: best.node, point };
  const node = sheet.node(point);
  street.stops.push({ atM: at, node });
  return { node, point };
}

/** Plan metres from the start of the street to the foot of a point. */
export function metresAlong(street: Street, point: Point): number {
  const [du, dv] = [street.to[0] - street.from[0], street.to[1] - street.from[1]];
  return ((point[0] - street.from[0]) * du + (point[1] - street.from[1]) * dv) / street.lengthM;
}

export function addSpan(sheet: OsmSheet, street: Street, fromM: number, toM: number, tags: Tags): void {
  stopAt(sheet, street, fromM, 0.5);
  stopAt(sheet, street, toM, 0.5);
  street.spans.push({ fromM, toM, tags });
}

/** Writes the ways of a street, in pieces where a span begins or ends. Call once everything has joined it. */
export function drawStreet(sheet: OsmSheet, street: Street): void {
  const stops = [...street.stops].sort((a, b) => a.atM - b.atM);
  const cuts = new Set(street.spans.flatMap(({ fromM, toM }) => [fromM, toM]));
  const tags = {
    highway: street.kind,
    ...recipe.streets.tags[street.kind],
    ...(street.name === null ? {} : { name: street.name }),
  };
  let piece: number[] = [];
  let startM = 0;
  stops.forEach((stop, at) => {
    const before = stops[at - 1];
    if (before) piece.push(...bendNodes(sheet, street, before.atM, stop.atM));
    piece.push(stop.node);
    const isCut = [...cuts].some((cut) => Math.abs(cut - stop.atM) <= 0.5);
    if (piece.length < 2 || (at < stops.length - 1 && !isCut)) return;
    const middle = (startM + stop.atM) / 2;
    const span = street.spans.find(({ fromM, toM }) => fromM < middle && middle < toM);
    sheet.way(piece, { ...tags, ...span?.tags });
    piece = [stop.node];
    startM = stop.atM;
  });
}

/** Nodes that only follow the bend, between two stops. */
function bendNodes(sheet: OsmSheet, street: Street, fromM: number, toM: number): number[] {
  const pieces = Math.ceil((toM - fromM) / recipe.streets.bendEveryM);
  return Array.from({ length: Math.max(0, pieces - 1) }, (_, at) =>
    sheet.node(along(street.from, street.to, (fromM + ((toM - fromM) * (at + 1)) / pieces) / street.lengthM)),
  );
}
