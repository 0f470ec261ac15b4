/** The walkers that workers know, by number: the ones used last, so that areas long closed do not stay in memory. @module */
import type { Walker } from "../walker.ts";
import type { ToWorker } from "./messages.ts";
import { toShared } from "./to-shared.ts";

/** Profiles of a few areas. A walker that was forgotten is handed out again when it is asked for. */
const MAX_WALKERS = 12;

export class Roster {
  private readonly known = new Map<Walker, Extract<ToWorker, { kind: "walker" }>>();
  /** Walkers of one network share it in the workers too: networks never change. */
  private readonly moved = new WeakMap<object, unknown>();
  private nextId = 0;

  /** What a new worker must be told. */
  introductions(): Iterable<ToWorker> {
    return this.known.values();
  }

  /** Number of a walker; `tell` passes on what workers must learn or may forget. */
  idOf(walker: Walker, tell: (message: ToWorker) => void): number {
    let introduction = this.known.get(walker);
    if (introduction) {
      this.known.delete(walker);
    } else {
      const { search: _, ...shared } = walker;
      introduction = { kind: "walker", id: this.nextId++, walker: toShared(shared, this.moved) };
      tell(introduction);
    }
    this.known.set(walker, introduction);
    for (const [oldest, { id }] of this.known) {
      if (this.known.size <= MAX_WALKERS) break;
      this.known.delete(oldest);
      tell({ kind: "forget", id });
    }
    return introduction.id;
  }
}
