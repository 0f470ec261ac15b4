import { describe, expect, it } from "vitest";
import { collectElements } from "../../../../server/import/osm/collect.ts";
import { fileOf } from "./osm-file.ts";

function collect(body: string) {
  return collectElements(fileOf(`<osm version="0.6">${body}</osm>`));
}

describe("collectElements", () => {
  it("finds nodes by id in whatever order they come, after the ways too", async () => {
    const { nodes, ways } = await collect(`
      <way id="7"><nd ref="30"/><nd ref="-4"/></way>
      <node id="30" lon="3" lat="0.3"/><node id="-4" lon="-0.4" lat="-4"/><node id="11" lon="1" lat="1"/>`);
    expect([...nodes.ids]).toEqual([-4, 11, 30]);
    expect([-4, 11, 30, 12, 99, -5].map((id) => nodes.indexOf(id))).toEqual([0, 1, 2, -1, -1, -1]);
    expect([nodes.lon(0), nodes.lat(0)]).toEqual([-0.4, -4]);
    expect([...ways.refs]).toEqual([30, -4]);
  });

  it("takes the first of elements with the same id, and tells the others", async () => {
    const { nodes, ways, relations, taggedNodes, notes } = await collect(`
      <node id="2" lon="1" lat="1"><tag k="a" v="first"/></node><node id="2" lon="9" lat="9"><tag k="a" v="second"/></node>
      <way id="5"><nd ref="2"/></way><way id="6"/><way id="5"><nd ref="2"/><nd ref="2"/></way>
      <relation id="1"/><relation id="1"/>`);
    expect(nodes.size).toBe(1);
    expect(nodes.lon(0)).toBe(1);
    expect(taggedNodes.map(({ tags }) => tags.get("a"))).toEqual(["first"]);
    expect([...ways.ids]).toEqual([5, 6]);
    expect([...ways.start]).toEqual([0, 1, 1]);
    expect(relations).toHaveLength(1);
    expect(notes.map(({ ref, reason }) => `${ref} ${reason}`).sort()).toEqual([
      "node/2 duplicate_element",
      "relation/1 duplicate_element",
      "way/5 duplicate_element",
    ]);
  });

  it("keeps ids and positions beyond 32 bits exact", async () => {
    const { nodes } = await collect('<node id="12345678901234" lon="-179.9999999" lat="89.9999999"/>');
    expect(nodes.indexOf(12_345_678_901_234)).toBe(0);
    expect([nodes.lon(0), nodes.lat(0)]).toEqual([-179.9999999, 89.9999999]);
  });

  it("grows past its first arrays", async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `<node id="${i + 1}" lon="${i / 1000}" lat="0"/>`);
    const { nodes } = await collect(many.join(""));
    expect(nodes.size).toBe(5000);
    expect(nodes.lon(nodes.indexOf(4321))).toBe(4.32);
  });
});
