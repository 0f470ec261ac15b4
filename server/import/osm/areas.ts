/** Areas of an extract: closed ways, and multipolygon or boundary relations put together from their member ways. @module */
import type { Polygon as GeoPolygon, MultiPolygon, Position } from "geojson";
import type { LonLat } from "../../base/lon-lat.ts";
import type { Refusal } from "../rows.ts";
import { type Elements, osmNote, type Relation } from "./collect.ts";
import type { OsmReason } from "./errors.ts";
import { contains, interiorPoint, type Polygon, type Ring, signedArea } from "./polygon.ts";
import { joinRings, type NodeRing } from "./rings.ts";
import { NO_TAGS, type Tags } from "./tags.ts";

export interface Area {
  /** `way/9` or `relation/7`. */
  readonly ref: string;
  readonly tags: Tags;
  /** One or more. Outer rings counter-clockwise, holes clockwise (RFC 7946). */
  readonly polygons: readonly Polygon[];
}

export interface AreasTaken {
  readonly areas: readonly Area[];
  /** Ways with wanted tags that are not closed, by index into the way table. */
  readonly openWays: readonly number[];
  readonly notes: readonly Refusal[];
}

/** Tags that say nothing about what a thing is, so that two objects may differ in them and still be the same. */
const EDITORIAL: ReadonlySet<string> = new Set(["type", "source", "created_by", "note", "fixme", "attribution"]);

/**
 * A relation without tags of its own takes those of its outer ways (the manner of tagging multipolygons before 2017).
 * A closed way whose tags its relation carries too is not taken a second time.
 *
 * @param wanted tells by the tags alone whether somebody will look at the area
 */
export function takeAreas(elements: Elements, wanted: (tags: Tags) => boolean): AreasTaken {
  const { ways, relations, file } = elements;
  const notes: Refusal[] = [];
  const areas: Area[] = [];
  const openWays: number[] = [];
  const candidates = relations.filter(
    ({ tags }) => tags.get("type") === "multipolygon" || tags.get("type") === "boundary",
  );
  const wayIndex = indexMembers(candidates, elements);
  const covered = new Set<number>();

  for (const relation of candidates) {
    const outers = relation.members.flatMap(({ type, ref, role }) => {
      const index = type === "way" && role !== "inner" ? wayIndex.get(ref) : undefined;
      return index === undefined ? [] : [index];
    });
    const tags = tagsOfRelation(relation, outers, ways.tags);
    if (!wanted(tags)) continue;
    const { polygons, reasons } = assemble(relation, elements, wayIndex);
    const ref = `relation/${relation.id}`;
    for (const { reason, value } of reasons) notes.push(osmNote(file, ref, reason, { field: "member", value }));
    if (polygons.length === 0) continue;
    areas.push({ ref, tags, polygons });
    for (const way of outers) if (isPart(ways.tags[way], tags)) covered.add(way);
  }

  for (let way = 0; way < ways.count; way++) {
    const tags = ways.tags[way];
    if (tags.size === 0 || covered.has(way) || !wanted(tags)) continue;
    const first = ways.start[way];
    const last = ways.start[way + 1] - 1;
    if (last - first < 3 || ways.refs[first] !== ways.refs[last]) {
      openWays.push(way);
      continue;
    }
    const ref = `way/${ways.ids[way]}`;
    const { nodes, missing } = nodesOfWay(elements, way);
    if (missing > 0) {
      notes.push(osmNote(file, ref, "nodes_missing", { field: "nd", value: `${missing}/${last - first + 1}` }));
      continue;
    }
    const ring = positions(nodes, elements);
    if (signedArea(ring) === 0) notes.push(osmNote(file, ref, "ring_degenerate"));
    else areas.push({ ref, tags, polygons: [[turned(ring, true)]] });
  }
  return { areas, openWays, notes };
}

/** As GeoJSON, which wants arrays that may be changed. */
export function toGeometry({ polygons }: Area): GeoPolygon | MultiPolygon {
  return polygons.length === 1 ? { type: "Polygon", coordinates: coordinates(polygons[0]) } : toMultiPolygon(polygons);
}

export function toMultiPolygon(polygons: readonly Polygon[]): MultiPolygon {
  return { type: "MultiPolygon", coordinates: polygons.map(coordinates) };
}

function coordinates(polygon: Polygon): Position[][] {
  return polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat]));
}

function indexMembers(relations: readonly Relation[], { ways }: Elements): Map<number, number> {
  const wantedIds = new Set<number>();
  for (const { members } of relations) for (const { type, ref } of members) if (type === "way") wantedIds.add(ref);
  const index = new Map<number, number>();
  for (let way = 0; way < ways.count; way++) if (wantedIds.has(ways.ids[way])) index.set(ways.ids[way], way);
  return index;
}

function tagsOfRelation({ tags }: Relation, outers: readonly number[], wayTags: readonly Tags[]): Tags {
  if ([...tags.keys()].some((key) => !EDITORIAL.has(key))) return tags;
  return outers.map((way) => wayTags[way]).find((own) => own.size > 0) ?? NO_TAGS;
}

function isPart(some: Tags, all: Tags): boolean {
  for (const [key, value] of some) if (!EDITORIAL.has(key) && all.get(key) !== value) return false;
  return true;
}

interface Reason {
  readonly reason: OsmReason;
  readonly value: string;
}

/** All or nothing for outlines: a relation with a member missing or an outline open gives no polygon. */
function assemble(
  relation: Relation,
  elements: Elements,
  wayIndex: Map<number, number>,
): { polygons: Polygon[]; reasons: Reason[] } {
  const outer: number[][] = [];
  const inner: number[][] = [];
  let missingWays = 0;
  let missingNodes = 0;
  // A way listed twice bounds the area once.
  const refs = new Map(
    relation.members.filter(({ type }) => type === "way").map((member) => [member.ref, member.role]),
  );
  for (const [ref, role] of refs) {
    const way = wayIndex.get(ref);
    if (way === undefined) {
      missingWays++;
      continue;
    }
    const { nodes, missing } = nodesOfWay(elements, way);
    missingNodes += missing;
    if (nodes.length >= 2) (role === "inner" ? inner : outer).push(nodes);
  }
  if (missingWays > 0 || refs.size === 0)
    return { polygons: [], reasons: [{ reason: "members_missing", value: `${missingWays}/${refs.size}` }] };
  if (missingNodes > 0) return { polygons: [], reasons: [{ reason: "nodes_missing", value: String(missingNodes) }] };

  const outlines = joinRings(outer);
  const holes = joinRings(inner);
  const gaps = [...outlines.open, ...holes.open];
  if (gaps.length > 0)
    return { polygons: [], reasons: [{ reason: "ring_not_closed", value: describeGap(gaps[0], elements) }] };
  const solidOutlines = solid(outlines.rings, elements);
  const solidHoles = solid(holes.rings, elements);
  const flat = outlines.rings.length + holes.rings.length - solidOutlines.length - solidHoles.length;
  const { polygons, reasons } = nest(solidOutlines, solidHoles);
  return { polygons, reasons: flat > 0 ? [...reasons, { reason: "ring_degenerate", value: String(flat) }] : reasons };
}

function describeGap(line: readonly number[], { nodes }: Elements): string {
  return `node/${nodes.ids[line[0]]} … node/${nodes.ids[line[line.length - 1]]}`;
}

function solid(rings: readonly NodeRing[], elements: Elements): Ring[] {
  return rings.map((ring) => positions(ring, elements)).filter((ring) => ring.length >= 4 && signedArea(ring) !== 0);
}

/**
 * Which ring is a hole of which follows from where they lie, since roles are often wrong: a ring inside an odd number
 * of others is a hole of the smallest of them. A ring with the role `inner` that lies in no other is left out and told.
 */
function nest(outlines: readonly Ring[], holes: readonly Ring[]): { polygons: Polygon[]; reasons: Reason[] } {
  const rings = [...outlines, ...holes].map((ring, i) => ({
    ring,
    size: Math.abs(signedArea(ring)),
    inner: i >= outlines.length,
    point: interiorPoint([ring]),
  }));
  rings.sort((a, b) => b.size - a.size);
  const polygons: Ring[][] = [];
  const reasons: Reason[] = [];
  // Shape [rings]: the polygon begun by a ring that is solid; null for holes and rings left out.
  const begun: (Ring[] | null)[] = [];
  for (const [i, { ring, inner, point }] of rings.entries()) {
    let depth = 0;
    let parent: Ring[] | null = null;
    for (let j = 0; j < i; j++) {
      if (!contains([rings[j].ring], point)) continue;
      depth++;
      parent = begun[j] ?? parent;
    }
    begun.push(null);
    if (depth % 2 === 1 && parent) parent.push(turned(ring, false));
    else if (inner) reasons.push({ reason: "inner_ring_outside", value: `${ring[0][0]}, ${ring[0][1]}` });
    else {
      begun[i] = [turned(ring, true)];
      polygons.push(begun[i]);
    }
  }
  return { polygons, reasons };
}

function turned(ring: Ring, counterClockwise: boolean): Ring {
  return signedArea(ring) > 0 === counterClockwise ? ring : ring.toReversed();
}

/** Indices of the nodes of a way that the extract holds. */
export function nodesOfWay({ ways, nodes }: Elements, way: number): { nodes: number[]; missing: number } {
  const found: number[] = [];
  let missing = 0;
  for (let i = ways.start[way]; i < ways.start[way + 1]; i++) {
    const node = nodes.indexOf(ways.refs[i]);
    if (node < 0) missing++;
    else if (node !== found.at(-1)) found.push(node);
  }
  return { nodes: found, missing };
}

export function positions(indices: readonly number[], { nodes }: Elements): LonLat[] {
  return indices.map((node) => [nodes.lon(node), nodes.lat(node)]);
}
