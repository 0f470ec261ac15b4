/** The OSM document that the town is drawn on: nodes, ways and relations with tags, written as OSM XML. @module */
import type { LonLat } from "../../server/base/lon-lat.ts";
import type { Point } from "./plane.ts";
import { toGround } from "./projection.ts";

export type Tags = Readonly<Record<string, string>>;

export interface OsmSheet {
  /** A new node at a point of the plan; its id. */
  node(point: Point, tags?: Tags): number;
  nodeOnGround(position: LonLat, tags?: Tags): number;
  tagNode(id: number, tags: Tags): void;
  way(nodes: readonly number[], tags: Tags): number;
  /** Nodes and the way round them, closed. */
  ring(points: readonly Point[], tags: Tags): number;
  ringOnGround(positions: readonly LonLat[], tags: Tags): number;
  multipolygon(outer: number, inner: readonly number[], tags: Tags): void;
  toXml(note: string): string;
}

export function newSheet(): OsmSheet {
  const nodes: { position: LonLat; tags: Record<string, string> }[] = [];
  const ways: { nodes: readonly number[]; tags: Tags }[] = [];
  const relations: { outer: number; inner: readonly number[]; tags: Tags }[] = [];

  const nodeOnGround = (position: LonLat, tags: Tags = {}): number => nodes.push({ position, tags: { ...tags } });
  const way = (ids: readonly number[], tags: Tags): number => ways.push({ nodes: ids, tags });
  const ringOnGround = (positions: readonly LonLat[], tags: Tags): number => {
    const ids = positions.map((position) => nodeOnGround(position));
    return way([...ids, ids[0]], tags);
  };
  return {
    node: (point, tags) => nodeOnGround(toGround(point), tags),
    nodeOnGround,
    tagNode: (id, tags) => Object.assign(nodes[id - 1].tags, tags),
    way,
    ring: (points, tags) => ringOnGround(points.map(toGround), tags),
    ringOnGround,
    multipolygon: (outer, inner, tags) => void relations.push({ outer, inner, tags }),
    toXml: (note) => {
      const lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<osm version="0.6" generator="yikezhong demo town">',
        `  <note>${escapeXml(note)}</note>`,
      ];
      nodes.forEach(({ position: [lon, lat], tags }, at) => {
        const open = `  <node id="${at + 1}" version="1" lat="${lat.toFixed(7)}" lon="${lon.toFixed(7)}"`;
        const inner = tagLines(tags);
        lines.push(inner.length === 0 ? `${open}/>` : `${open}>`, ...closed(inner, "node"));
      });
      ways.forEach((item, at) => {
        lines.push(
          `  <way id="${at + 1}" version="1">`,
          ...item.nodes.map((id) => `    <nd ref="${id}"/>`),
          ...tagLines(item.tags),
          "  </way>",
        );
      });
      relations.forEach(({ outer, inner, tags }, at) => {
        const members = [
          `    <member type="way" ref="${outer}" role="outer"/>`,
          ...inner.map((id) => `    <member type="way" ref="${id}" role="inner"/>`),
        ];
        lines.push(
          `  <relation id="${at + 1}" version="1">`,
          ...members,
          ...tagLines({ type: "multipolygon", ...tags }),
          "  </relation>",
        );
      });
      return `${lines.join("\n")}\n</osm>\n`;
    },
  };
}

function tagLines(tags: Tags): string[] {
  return Object.entries(tags).map(([key, value]) => `    <tag k="${escapeXml(key)}" v="${escapeXml(value)}"/>`);
}

function closed(inner: readonly string[], name: string): string[] {
  return inner.length === 0 ? [] : [...inner, `  </${name}>`];
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
