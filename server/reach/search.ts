/** Bounded shortest walks over the network, from one place or towards many. @module */
import type { Arcs } from "../network/walk-network.ts";
import { type Ground, openGround } from "./kernel/ground.ts";

/** Working memory of one search at a time, reset by what it touched; taken when the first search needs it. */
export class Search {
  private readonly directions: readonly Arcs[];
  private opened: Ground | null = null;

  constructor(directions: readonly Arcs[]) {
    this.directions = directions;
  }

  get ground(): Ground {
    this.opened ??= openGround(this.directions);
    return this.opened;
  }

  /** Shape [n]. Millimetres, UNREACHED where the search did not come. Valid until the next search. */
  get mm(): Int32Array {
    return this.ground.mm;
  }

  /** Shape [n]. In a labelled search, the seed that reached the junction. */
  get label(): Int32Array {
    return this.ground.label;
  }

  /** The first `touchedCount` are the junctions reached, in no order. */
  get touched(): Int32Array {
    return this.ground.touched;
  }

  get touchedCount(): number {
    return this.ground.kernel.touchedCount();
  }
}

/** A search over the arcs of both directions, each of them by itself. */
export function createSearch({ forward, backward }: { forward: Arcs; backward: Arcs }): Search {
  return new Search([forward, backward]);
}

export function resetSearch({ ground }: Search): void {
  ground.kernel.reset();
}

/** Puts a junction into the search at a distance, keeping the nearer one; ties keep the lower label. */
export function seed({ ground }: Search, node: number, mm: number, label: number): void {
  while (ground.kernel.seed(node, mm, label) === 0) ground.growEntries();
}

/**
 * Distances from the seeds to every junction within the limit.
 *
 * @param limitMm inclusive; seeds beyond it must not be put in
 */
export function spread(search: Search, arcs: Arcs, limitMm: number): void {
  spreadUntil(search, arcs, limitMm, EVERY_BUCKET);
}

/** As {@link spread}, and every junction learns which seed is nearest: the lowest label among equally near ones. */
export function spreadLabels({ ground }: Search, arcs: Arcs, limitMm: number): void {
  const { rows, rest } = ground.rowsOf(arcs);
  while (ground.kernel.spreadLabels(rows, rest, limitMm, EVERY_BUCKET) === 0) ground.growEntries();
}

/**
 * A part of {@link spread}: whatever is nearer than the frontier is final, and further calls go on from there.
 *
 * @param untilMm distances up to about here are wanted
 * @returns the frontier in millimetres, UNREACHED where all within the limit was reached
 */
export function spreadUntil({ ground }: Search, arcs: Arcs, limitMm: number, untilMm: number): number {
  const { rows, rest } = ground.rowsOf(arcs);
  while (ground.kernel.spread(rows, rest, limitMm, untilMm) === 0) ground.growEntries();
  return ground.kernel.frontier();
}

/** Beyond the longest distance. */
const EVERY_BUCKET = 2 ** 31;
