import { beforeAll, describe, expect, it } from "vitest";
import recipe from "../../../data/demo/recipe.json" with { type: "json" };
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { type OsmNode, type OsmWay, readTown } from "./read-town.ts";

let nodes: Map<string, OsmNode>;
let ways: OsmWay[];
let walkable: OsmWay[];
beforeAll(async () => {
  ({ nodes, ways } = await readTown());
  walkable = ways.filter(
    ({ tags }) => tags["railway"] === "platform" || (tags["highway"] !== undefined && tags["highway"] !== "trunk"),
  );
}, 60_000);

const isPrivate = ({ tags }: OsmWay): boolean => tags["access"] === "private";
const isBlocked = (node: string): boolean => nodes.get(node)!.tags["access"] === "no";

/** Pieces of the network that hang together, by union-find; nodes that `shut` names are passed by nobody. */
function pieces(of: readonly OsmWay[], shut: (node: string) => boolean): Map<string, Set<string>> {
  const parent = new Map<string, string>();
  const find = (node: string): string => {
    let root = node;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(node, root);
    return root;
  };
  for (const { nodes: path } of of) {
    path.forEach((node, at) => {
      if (!parent.has(node)) parent.set(node, node);
      const before = path[at - 1];
      if (before !== undefined && !shut(before) && !shut(node)) parent.set(find(before), find(node));
    });
  }
  return Map.groupBy(
    [...parent.keys()].filter((node) => !shut(node)),
    find,
  ) as unknown as Map<string, Set<string>>;
}

function largestFirst(of: readonly OsmWay[], shut: (node: string) => boolean): Set<string>[] {
  return [...pieces(of, shut).values()].map((list) => new Set(list)).sort((a, b) => b.size - a.size);
}

/** Signed degrees from a line that runs one way in axis `by`: positive north of the river, or east of the railway. */
function sideOf(line: readonly LonLat[], by: 0 | 1, position: LonLat): number {
  const sorted = [...line].sort((a, b) => a[by] - b[by]);
  const at = Math.min(
    Math.max(
      sorted.findIndex((point) => point[by] > position[by]),
      1,
    ),
    sorted.length - 1,
  );
  const [a, b] = [sorted[at - 1]!, sorted[at]!];
  const other = 1 - by;
  return position[other]! - (a[other]! + ((position[by] - a[by]) / (b[by] - a[by])) * (b[other]! - a[other]!));
}

const lineOf = (way: OsmWay): LonLat[] => way.nodes.map((node) => nodes.get(node)!.position);

describe("the streets of the demo town", () => {
  it("have every node that a way names", () => {
    expect(ways.filter((way) => way.nodes.length < 2 || way.nodes.some((node) => !nodes.has(node)))).toEqual([]);
  });

  it("hang together in public, but for the path on the island", () => {
    const [, ...islands] = largestFirst(
      walkable.filter((way) => !isPrivate(way)),
      isBlocked,
    );
    const islandPath = ways.find(({ tags }) => tags["name"] === "湖心岛步道")!;
    expect(islands).toEqual([new Set(islandPath.nodes)]);
  });

  it("lead out of every compound by a gate, but for the one that is shut", () => {
    const lanes = walkable.filter(isPrivate);
    const [main] = largestFirst(walkable, isBlocked);
    const compounds = largestFirst(lanes, () => false);
    expect(compounds).toHaveLength(ways.filter(({ tags }) => tags["barrier"] === "wall").length);
    expect(compounds.filter((lane) => ![...lane].some((node) => main!.has(node)))).toHaveLength(
      recipe.compounds.closedCount,
    );
    const open = new Set(walkable.filter((way) => !isPrivate(way)).flatMap((way) => way.nodes));
    const shared = [...new Set(lanes.flatMap((way) => way.nodes))].filter((node) => open.has(node));
    expect(shared.every((node) => nodes.get(node)!.tags["barrier"] === "gate")).toBe(true);
  });

  it("cross the river by four bridges and nowhere else", () => {
    const river = lineOf(ways.find(({ tags }) => tags["waterway"] === "river")!);
    const bridges = walkable.filter(({ tags }) => tags["bridge:name"] !== undefined);
    expect(bridges.map(({ tags }) => tags["bridge:name"])).toEqual(["望河桥", "清泉步行桥", "云溪大桥", "东屏桥"]);
    for (const piece of largestFirst(
      walkable.filter((way) => !bridges.includes(way)),
      isBlocked,
    )) {
      const north = [...piece].filter((node) => sideOf(river, 0, nodes.get(node)!.position) > 0).length;
      expect([0, piece.size]).toContain(north);
    }
  });

  it("cross the railway at four places and nowhere else", () => {
    const track = ways
      .filter(({ tags }) => tags["railway"] === "rail")
      .slice(0, 3)
      .flatMap(lineOf);
    const level = (node: string): boolean => nodes.get(node)!.tags["railway"] === "level_crossing";
    const tunnels = walkable.filter(({ tags }) => tags["tunnel"] === "yes");
    const footbridge = walkable.filter(
      ({ tags }) => tags["highway"] === "footway" && tags["name"] === recipe.grid.footbridgeName,
    );
    expect([tunnels.length, footbridge.length, [...nodes.keys()].filter(level).length]).toEqual([2, 1, 2]);
    const shut = (node: string): boolean => isBlocked(node) || level(node);
    for (const piece of largestFirst(
      walkable.filter((way) => !tunnels.includes(way) && !footbridge.includes(way)),
      shut,
    )) {
      const east = [...piece].filter((node) => sideOf(track, 1, nodes.get(node)!.position) > 0).length;
      expect([0, piece.size]).toContain(east);
    }
  });

  it("hold the oddities that an import must tell apart", () => {
    const tagged = (key: string, value: string): number => ways.filter(({ tags }) => tags[key] === value).length;
    expect(tagged("highway", "trunk")).toBeGreaterThan(0);
    expect(tagged("highway", "steps")).toBe(2);
    expect(tagged("oneway:foot", "yes")).toBe(2);
    expect([...nodes.values()].filter(({ tags }) => tags["access"] === "no").length).toBeGreaterThan(3);
  });
});
