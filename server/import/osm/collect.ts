/** One pass over a file: everything later steps look at, in arrays proportional to the extract. @module */

import { basename } from "node:path";
import type { Refusal } from "../rows.ts";
import type { OnBytes } from "./byte-source.ts";
import type { Member } from "./elements.ts";
import type { OsmReason } from "./errors.ts";
import { GrowingFloat64 } from "./grow.ts";
import { type NodeTable, NodeTableBuilder } from "./node-table.ts";
import { readElements } from "./read-elements.ts";
import { NO_TAGS, type Tags } from "./tags.ts";

export interface WayTable {
  readonly count: number;
  /** Shape [w]. */
  readonly ids: Float64Array;
  /** Shape [w + 1]. Node ids of way k are `refs[start[k] … start[k + 1] - 1]`. */
  readonly start: Float64Array;
  readonly refs: Float64Array;
  /** Shape [w]. */
  readonly tags: readonly Tags[];
}

export interface Relation {
  readonly id: number;
  readonly members: readonly Member[];
  readonly tags: Tags;
}

export interface TaggedNode {
  readonly id: number;
  readonly tags: Tags;
}

/** All elements of one file, in file order but for `nodes`, which are ordered by id. */
export interface Elements {
  readonly file: string;
  readonly nodes: NodeTable;
  readonly taggedNodes: readonly TaggedNode[];
  readonly ways: WayTable;
  readonly relations: readonly Relation[];
  /** Elements that the file marks as deleted. */
  readonly deleted: number;
  readonly notes: readonly Refusal[];
}

/** @param file as messages and notes call it */
export async function collectElements(
  path: string,
  onBytes?: OnBytes,
  file: string = basename(path),
): Promise<Elements> {
  const nodes = new NodeTableBuilder();
  const taggedNodes: TaggedNode[] = [];
  const ids = new GrowingFloat64();
  const start = new GrowingFloat64();
  const refs = new GrowingFloat64();
  const wayTags: Tags[] = [];
  const relations: Relation[] = [];
  const notes: Refusal[] = [];
  const ways = new FirstOnly("way", file, notes);
  const rels = new FirstOnly("relation", file, notes);

  const { deleted } = await readElements(
    path,
    {
      node(id, lonE7, latE7, tags) {
        nodes.add(id, lonE7, latE7);
        if (tags) taggedNodes.push({ id, tags });
      },
      way(id, nodeRefs, tags) {
        if (!ways.isNew(id)) return;
        ids.push(id);
        start.push(refs.length);
        for (const ref of nodeRefs) refs.push(ref);
        wayTags.push(tags ?? NO_TAGS);
      },
      relation(id, members, tags) {
        if (rels.isNew(id)) relations.push({ id, members, tags: tags ?? NO_TAGS });
      },
    },
    onBytes,
    file,
  );
  start.push(refs.length);

  const built = nodes.build();
  for (const id of built.duplicates) notes.push(osmNote(file, `node/${id}`, "duplicate_element"));
  return {
    file,
    nodes: built.nodes,
    taggedNodes: built.duplicates.length > 0 ? firstOfEach(taggedNodes) : taggedNodes,
    ways: { count: ids.length, ids: ids.view(), start: start.view(), refs: refs.view(), tags: wayTags },
    relations,
    deleted,
    notes,
  };
}

/** A note about one OSM object, in the shape of a refusal. */
export function osmNote(
  file: string,
  ref: string,
  reason: OsmReason,
  more: { readonly field?: string; readonly value?: string; readonly expected?: string } = {},
): Refusal {
  return {
    file,
    row: null,
    ref,
    reason,
    field: more.field ?? null,
    value: more.value ?? null,
    expected: more.expected ?? null,
  };
}

/** Lets each id through once. Files in order of ids, as nearly all are, need no set. */
class FirstOnly {
  private readonly type: string;
  private readonly file: string;
  private readonly notes: Refusal[];
  private last = Number.NEGATIVE_INFINITY;
  private passed: number[] = [];
  private seen: Set<number> | null = null;

  constructor(type: string, file: string, notes: Refusal[]) {
    this.type = type;
    this.file = file;
    this.notes = notes;
  }

  isNew(id: number): boolean {
    if (id > this.last && !this.seen) {
      this.last = id;
      this.passed.push(id);
      return true;
    }
    this.seen ??= new Set(this.passed);
    this.passed = [];
    if (this.seen.has(id)) {
      this.notes.push(osmNote(this.file, `${this.type}/${id}`, "duplicate_element"));
      return false;
    }
    this.seen.add(id);
    return true;
  }
}

function firstOfEach(nodes: readonly TaggedNode[]): TaggedNode[] {
  const seen = new Set<number>();
  return nodes.filter(({ id }) => !seen.has(id) && seen.add(id));
}
