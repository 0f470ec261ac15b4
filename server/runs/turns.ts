/** Work that is done one after another, in the order in which it was asked for; whoever is told to stop leaves the line. @module */
import { aborted } from "../base/aborted.ts";

export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private standing = 0;

  /** Whether somebody is at it, or waits for it. */
  get isTaken(): boolean {
    return this.standing > 0;
  }

  /** Rejects with the signal's reason when that comes before the turn does. */
  async take<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const before = this.last;
    const { promise: over, resolve: leave } = Promise.withResolvers<void>();
    this.last = Promise.all([before, over]);
    this.standing++;
    try {
      await Promise.race([before, aborted(signal)]);
      signal.throwIfAborted();
      return await work();
    } finally {
      this.standing--;
      leave();
    }
  }
}
