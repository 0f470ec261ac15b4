import { describe, expect, it } from "vitest";
import { NodeFlag, WayFlag } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { moved, streetMap } from "../../support/street-map.ts";
import { streetRows } from "../../support/street-rows.ts";

const BOTH = WayFlag.FORWARD | WayFlag.BACKWARD;
const at = (eastM: number, northM = 0) => moved([113.65, 34.75], eastM, northM);

describe("building the network", () => {
  it("joins what does not branch into one edge and keeps its shape", () => {
    const { network } = streetMap("a-+-+-b");
    expect([network.nodeCount, network.edgeCount, network.edgeLengthMm[0], network.shapeMm.length]).toEqual([
      2, 1, 180_000, 4,
    ]);
    expect([...network.shapeMm]).toEqual([0, 60_000, 120_000, 180_000]);
  });

  it("keeps a ring that nothing touches, as a loop", () => {
    const { network } = streetMap(`
      +-+
      | |
      +-+
    `);
    expect([network.nodeCount, network.edgeCount, network.edgeLengthMm[0]]).toEqual([1, 1, 240_000]);
    expect(network.edgeFrom[0]).toBe(network.edgeTo[0]);
  });

  it("keeps parallel edges and islands, the largest part first", () => {
    const { network, node } = streetMap(`
      x-y

        d-a-b-c
          | |
          +-+
    `);
    expect(network.componentCount).toBe(2);
    expect([node.a, node.b, node.c, node.x, node.y].map((v) => network.component[v])).toEqual([0, 0, 0, 1, 1]);
    const joins = [...network.edgeFrom.keys()].filter((e) => {
      const ends = [network.edgeFrom[e], network.edgeTo[e]];
      return ends.includes(node.a) && ends.includes(node.b);
    });
    expect(joins).toHaveLength(2);
  });

  it("ends an edge where the name, the direction or a flag changes, and at a private gate", () => {
    const positions = [0, 100, 200, 300, 400].map((m) => at(m));
    const edges = (flags: number[], names: string[], nodeFlags: number[] = []) =>
      buildNetwork(
        streetRows(
          positions,
          flags.map((f, i) => ({ nodes: [i, i + 1], flags: f, name: names[i] })),
          nodeFlags,
        ),
      ).edgeCount;
    expect(edges([BOTH, BOTH, BOTH, BOTH], ["A", "A", "A", "A"])).toBe(1);
    expect(edges([BOTH, BOTH, BOTH, BOTH], ["A", "A", "B", "B"])).toBe(2);
    expect(edges([BOTH, BOTH | WayFlag.STEPS, BOTH, BOTH], ["A", "A", "A", "A"])).toBe(3);
    expect(edges([BOTH, WayFlag.FORWARD, BOTH, BOTH], ["A", "A", "A", "A"])).toBe(3);
    expect(edges([BOTH, BOTH, BOTH, BOTH], ["A", "A", "A", "A"], [0, NodeFlag.PRIVATE_GATE])).toBe(2);
  });

  it("joins one-way pieces that run the same way, drawn either way round", () => {
    const rows = streetRows(
      [at(0), at(100), at(200)],
      [
        { nodes: [0, 1], flags: WayFlag.FORWARD },
        { nodes: [2, 1], flags: WayFlag.BACKWARD },
      ],
      [],
    );
    const network = buildNetwork(rows);
    expect([network.edgeCount, network.forward.edge.length]).toEqual([1, 1]);
  });

  it("keeps a street that crosses the antimeridian short", () => {
    const rows = streetRows(
      [
        [179.9995, 10],
        [-179.9995, 10],
      ],
      [{ nodes: [0, 1], flags: BOTH }],
      [],
    );
    expect(buildNetwork(rows).edgeLengthMm[0]).toBeLessThan(120_000);
  });

  it("says that an extract without a walkable piece is empty", () => {
    expect(() => buildNetwork(streetRows([at(0)], [{ nodes: [0, 0], flags: BOTH }], []))).toThrow(
      expect.objectContaining({ code: "network_empty" }),
    );
  });
});
