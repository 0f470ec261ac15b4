/** The elements of an OSM file one after another, whatever kind of file they come from. @module */
import type { Tags } from "./tags.ts";

export type MemberType = "node" | "way" | "relation";

export interface Member {
  readonly type: MemberType;
  readonly ref: number;
  readonly role: string;
}

/** Called once per element, in file order. Positions are degrees × 10⁷, rounded to the nearest integer. */
export interface ElementVisitor {
  /** No object is made for a node: most of them have no tags and are only looked up later. */
  node(id: number, lonE7: number, latE7: number, tags: Tags | null): void;
  /** `refs` is only valid during the call. */
  way(id: number, refs: readonly number[], tags: Tags | null): void;
  relation(id: number, members: readonly Member[], tags: Tags | null): void;
}

/** What was read beside the elements themselves. */
export interface ReadTotals {
  /** Elements marked as deleted in the file and passed over. */
  readonly deleted: number;
}
