/** One at a time, in the order of asking: the embedded store has a single session. @module */

export type Release = () => void;

export interface Mutex {
  /**
   * @param waitMs after which `onTimeout` gives the error to throw: a transaction that waits for a statement
   *   outside itself would otherwise wait for ever
   */
  acquire(waitMs: number, onTimeout: () => Error): Promise<Release>;
}

export function mutex(): Mutex {
  const waiting: (() => void)[] = [];
  let held = false;

  function release(): void {
    const next = waiting.shift();
    if (next) next();
    else held = false;
  }

  return {
    acquire(waitMs, onTimeout) {
      if (!held) {
        held = true;
        return Promise.resolve(release);
      }
      return new Promise((resolve, reject) => {
        const enter = () => {
          clearTimeout(timer);
          resolve(release);
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(enter), 1);
          reject(onTimeout());
        }, waitMs);
        waiting.push(enter);
      });
    },
  };
}
