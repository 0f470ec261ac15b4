/** Walkable ways of an extract as rows for the network. @module */
import { NodeFlag, type Refusal, type StreetRows, WayFlag } from "../rows.ts";
import { type Elements, osmNote } from "./collect.ts";
import { GrowingFloat64, GrowingInt32 } from "./grow.ts";
import { nameOf } from "./tags.ts";
import { gateAt, type Walkability, walkability } from "./walkability.ts";
import { isLift, kindFlags, nodeFlagOf, stepsPerKm } from "./way-kinds.ts";

export interface StreetCounts {
  /** Ways tagged `highway`, walkable or not. */
  readonly highways: number;
  /** Ways of the file that became rows, whole or in pieces. */
  readonly walkable: number;
  /** Of these, ways for residents alone. */
  readonly private: number;
  /** Rows of `streets`: more than `walkable` where ways were split at missing nodes. */
  readonly pieces: number;
}

export interface StreetsTaken {
  readonly streets: StreetRows;
  readonly counts: StreetCounts;
  readonly notes: readonly Refusal[];
}

/**
 * A way is split where the extract lacks one of its nodes; what is left of it must have two nodes or more.
 * A node named twice in a row counts once: it adds no length.
 */
export function takeStreets(elements: Elements): StreetsTaken {
  const { ways, nodes, file } = elements;
  const rows = new RowBuilder();
  const notes: Refusal[] = [];
  let highways = 0;
  let walkable = 0;
  let privates = 0;

  for (let way = 0; way < ways.count; way++) {
    const tags = ways.tags[way];
    if (tags.has("highway")) highways++;
    const walk = walkability(tags);
    if (!walk) continue;
    const ref = `way/${ways.ids[way]}`;
    const { pieces, missing } = piecesOf(elements, way);
    const given = ways.start[way + 1] - ways.start[way];
    if (missing > 0)
      notes.push(
        osmNote(file, ref, "nodes_missing", {
          field: "nd",
          value: `${missing}/${given}`,
          expected: `${given}/${given}`,
        }),
      );
    if (pieces.length === 0) {
      notes.push(
        osmNote(file, ref, "too_few_nodes", { field: "nd", value: String(given - missing), expected: ">= 2" }),
      );
      continue;
    }
    walkable++;
    if (walk.private) privates++;
    const name = nameOf(tags);
    const steps = missing > 0 ? 0 : stepsPerKm(tags, positionsOf(elements, pieces[0]));
    if (steps === null)
      notes.push(
        osmNote(file, ref, "step_count_unreadable", {
          field: "step_count",
          value: tags.get("step_count") ?? "",
          expected: "1 … 9999",
        }),
      );
    for (const piece of pieces) rows.addWay(ways.ids[way], piece, flagsOf(walk) | kindFlags(tags), steps ?? 0, name);
  }

  const streets = rows.build(nodes, flagsByWay(elements));
  flagPoints(streets, elements);
  return { streets, counts: { highways, walkable, private: privates, pieces: streets.wayIds.length }, notes };
}

function flagsOf(walk: Walkability): number {
  return (
    (walk.private ? WayFlag.PRIVATE : 0) |
    (walk.steps ? WayFlag.STEPS : 0) |
    (walk.forward ? WayFlag.FORWARD : 0) |
    (walk.backward ? WayFlag.BACKWARD : 0)
  );
}

/** Runs of at least two nodes that the extract holds, as indices into the node table. */
function piecesOf({ ways, nodes }: Elements, way: number): { pieces: number[][]; missing: number } {
  const pieces: number[][] = [];
  let missing = 0;
  let run: number[] = [];
  const endRun = () => {
    if (run.length >= 2) pieces.push(run);
    run = [];
  };
  for (let i = ways.start[way]; i < ways.start[way + 1]; i++) {
    const node = nodes.indexOf(ways.refs[i]);
    if (node < 0) {
      missing++;
      endRun();
    } else if (node !== run.at(-1)) run.push(node);
  }
  endRun();
  return { pieces, missing };
}

function positionsOf({ nodes }: Elements, piece: readonly number[]): [number, number][] {
  return piece.map((node) => [nodes.lonE7[node], nodes.latE7[node]]);
}

/** Shape [all nodes]. What the ways that use them make of nodes, whether or not these may be walked. */
function flagsByWay({ ways, nodes }: Elements): Uint8Array {
  const flags = new Uint8Array(nodes.size);
  for (let way = 0; way < ways.count; way++) {
    const flag = nodeFlagOf(ways.tags[way]);
    if (flag === 0) continue;
    for (let i = ways.start[way]; i < ways.start[way + 1]; i++) {
      const node = nodes.indexOf(ways.refs[i]);
      if (node >= 0) flags[node] |= flag;
    }
  }
  return flags;
}

/** Adds what points on the way are: gates and lifts. */
function flagPoints(streets: { nodeFlags: Uint8Array; nodeIds: Float64Array }, { taggedNodes }: Elements): void {
  const found = new Map<number, number>();
  for (const { id, tags } of taggedNodes) {
    const gate = gateAt(tags);
    const flags =
      (gate === "blocked" ? NodeFlag.BLOCKED : gate === "private" ? NodeFlag.PRIVATE_GATE : 0) |
      (isLift(tags) ? NodeFlag.LIFT : 0);
    if (flags !== 0) found.set(id, flags);
  }
  if (found.size === 0) return;
  for (let i = 0; i < streets.nodeIds.length; i++) streets.nodeFlags[i] |= found.get(streets.nodeIds[i]) ?? 0;
}

/** Numbers nodes as ways first use them, so that neighbours in a street are neighbours in the arrays. */
class RowBuilder {
  private readonly wayStart = new GrowingInt32();
  private readonly wayNodes = new GrowingInt32();
  private readonly wayFlags: number[] = [];
  private readonly wayStepsPerKm: number[] = [];
  private readonly wayIds = new GrowingFloat64();
  private readonly wayName = new GrowingInt32();
  private readonly names: string[] = [];
  private readonly nameIndex = new Map<string, number>();

  addWay(id: number, nodes: readonly number[], flags: number, stepsPerKm: number, name: string | null): void {
    this.wayStart.push(this.wayNodes.length);
    for (const node of nodes) this.wayNodes.push(node);
    this.wayFlags.push(flags);
    this.wayStepsPerKm.push(stepsPerKm);
    this.wayIds.push(id);
    this.wayName.push(name === null ? -1 : this.indexOfName(name));
  }

  /** @param flags shape [all nodes], of the nodes in the table */
  build(table: Elements["nodes"], flags: Uint8Array): StreetRows {
    const wayNodes = Uint32Array.from(this.wayNodes.view());
    // Shape [all nodes]: row of a node, −1 while it has none.
    const rowOf = new Int32Array(table.size).fill(-1);
    const used = new GrowingInt32();
    for (let i = 0; i < wayNodes.length; i++) {
      const node = wayNodes[i];
      if (rowOf[node] < 0) {
        rowOf[node] = used.length;
        used.push(node);
      }
      wayNodes[i] = rowOf[node];
    }
    const chosen = used.view();
    this.wayStart.push(wayNodes.length);
    return {
      nodeLonE7: chosen.map((node) => table.lonE7[node]),
      nodeLatE7: chosen.map((node) => table.latE7[node]),
      nodeFlags: Uint8Array.from(chosen, (node) => flags[node]),
      nodeIds: Float64Array.from(chosen, (node) => table.ids[node]),
      wayStart: Uint32Array.from(this.wayStart.view()),
      wayNodes,
      wayFlags: Uint16Array.from(this.wayFlags),
      wayStepsPerKm: Uint16Array.from(this.wayStepsPerKm),
      wayIds: this.wayIds.view().slice(),
      wayName: this.wayName.view().slice(),
      names: this.names,
    };
  }

  private indexOfName(name: string): number {
    let index = this.nameIndex.get(name);
    if (index === undefined) {
      index = this.names.push(name) - 1;
      this.nameIndex.set(name, index);
    }
    return index;
  }
}
