import { describe, expect, it } from "vitest";
import { takeStreets } from "../../../../server/import/osm/streets.ts";
import { NodeFlag, type StreetRows, WayFlag } from "../../../../server/import/rows.ts";
import { type Drawing, elementsOf } from "./osm-file.ts";

const NODES: Drawing["nodes"] = { 1: [14.1, 35.1], 2: [14.2, 35.2], 3: [14.3, 35.3], 4: [14.4, 35.4], 5: [14.5, 35.5] };
const BOTH = WayFlag.FORWARD | WayFlag.BACKWARD;

async function take(drawing: Drawing) {
  return takeStreets(await elementsOf(drawing));
}

/** Ways as `id: node ids`. */
function waysOf({ wayIds, wayStart, wayNodes, nodeIds }: StreetRows): string[] {
  return [...wayIds].map(
    (id, k) => `${id}: ${[...wayNodes.subarray(wayStart[k], wayStart[k + 1])].map((i) => nodeIds[i]).join(" ")}`,
  );
}

describe("takeStreets", () => {
  it("keeps the nodes that walkable ways use, and no others", async () => {
    const { streets, counts, notes } = await take({
      nodes: NODES,
      ways: {
        10: ["2 3", { highway: "residential", name: "人民路" }],
        11: ["3 4", { highway: "motorway" }],
        12: ["4 5", { building: "yes" }],
      },
    });
    expect(waysOf(streets)).toEqual(["10: 2 3"]);
    expect([...streets.nodeLonE7]).toEqual([142_000_000, 143_000_000]);
    expect([...streets.nodeLatE7]).toEqual([352_000_000, 353_000_000]);
    expect(counts).toEqual({ highways: 2, walkable: 1, private: 0, pieces: 1 });
    expect(notes).toEqual([]);
  });

  it("shares names and marks ways without one", async () => {
    const { streets } = await take({
      nodes: NODES,
      ways: {
        10: ["1 2", { highway: "path", name: "人民路" }],
        11: ["2 3", { highway: "path" }],
        12: ["3 4", { highway: "path", "name:zh": "人民路" }],
      },
    });
    expect(streets.names).toEqual(["人民路"]);
    expect([...streets.wayName]).toEqual([0, -1, 0]);
  });

  it("carries direction, steps and private ways as flags", async () => {
    const { streets, counts } = await take({
      nodes: NODES,
      ways: {
        10: ["1 2", { highway: "steps" }],
        11: ["2 3", { highway: "service", access: "private" }],
        12: ["3 4", { highway: "footway", "oneway:foot": "yes" }],
        13: ["3 4", { highway: "footway", "oneway:foot": "-1" }],
      },
    });
    expect([...streets.wayFlags]).toEqual([
      BOTH | WayFlag.STEPS,
      BOTH | WayFlag.PRIVATE,
      WayFlag.FORWARD,
      WayFlag.BACKWARD,
    ]);
    expect(counts.private).toBe(1);
  });

  it("flags blocked nodes and private gates", async () => {
    const { streets } = await take({
      nodes: {
        ...NODES,
        2: [14.2, 35.2, { barrier: "gate", access: "private" }],
        3: [14.3, 35.3, { barrier: "wall", foot: "no" }],
      },
      ways: { 10: ["1 2 3 4", { highway: "path" }] },
    });
    expect([...streets.nodeFlags]).toEqual([0, NodeFlag.PRIVATE_GATE, NodeFlag.BLOCKED, 0]);
  });

  it("keeps loops, ways that meet themselves, closed areas and parallel ways", async () => {
    const { streets } = await take({
      nodes: NODES,
      ways: {
        10: ["1 2 3 1", { highway: "pedestrian", area: "yes" }],
        11: ["1 2 3 2 4", { highway: "path" }],
        12: ["1 2", { highway: "path" }],
        13: ["1 2", { highway: "path" }],
      },
    });
    expect(waysOf(streets)).toEqual(["10: 1 2 3 1", "11: 1 2 3 2 4", "12: 1 2", "13: 1 2"]);
  });

  it("splits a way where the extract lacks a node, and says so", async () => {
    const { streets, counts, notes } = await take({
      nodes: NODES,
      ways: { 10: ["1 2 99 3 98 4 5", { highway: "path" }] },
    });
    expect(waysOf(streets)).toEqual(["10: 1 2", "10: 4 5"]);
    expect(counts).toMatchObject({ walkable: 1, pieces: 2 });
    expect(notes).toMatchObject([{ ref: "way/10", reason: "nodes_missing", value: "2/7" }]);
  });

  it("refuses ways with fewer than two different nodes", async () => {
    const { streets, notes } = await take({
      nodes: NODES,
      ways: {
        10: ["1", { highway: "path" }],
        11: ["2 2", { highway: "path" }],
        12: ["1 99", { highway: "path" }],
        13: ["", { highway: "path" }],
      },
    });
    expect(waysOf(streets)).toEqual([]);
    expect(notes.map(({ ref, reason }) => `${ref} ${reason}`)).toEqual([
      "way/10 too_few_nodes",
      "way/11 too_few_nodes",
      "way/12 nodes_missing",
      "way/12 too_few_nodes",
      "way/13 too_few_nodes",
    ]);
  });

  it("counts a node named twice in a row once", async () => {
    const { streets } = await take({ nodes: NODES, ways: { 10: ["1 1 2 2 3", { highway: "path" }] } });
    expect(waysOf(streets)).toEqual(["10: 1 2 3"]);
  });
});
