/** How benchmarks measure: distinct inputs from a seed, warmed up, medians over rounds. @module */

/** The same numbers every run, 0 … 1 (Numerical Recipes' generator). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** 0 … count − 1 in an order that the seed fixes: origins that never repeat, so that no branch learns its answer. */
export function shuffled(count: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

export interface Timed<Result> {
  /** Median over the rounds, milliseconds of one round. */
  readonly ms: number;
  /** Quickest round: what the machine does when nobody else uses it. */
  readonly leastMs: number;
  /** Median over the rounds of what all threads of the process took of the processor: hardly more on a busy machine. */
  readonly processorMs: number;
  /** Of the last round, so that the work cannot be optimised away and can be checked. */
  readonly result: Result;
}

/** @param work is told the number of its round, from 0; rounds to warm up come before and are numbered below 0 */
export async function timed<Result>(
  rounds: number,
  warmUp: number,
  work: (round: number) => Result | Promise<Result>,
): Promise<Timed<Result>> {
  for (let round = -warmUp; round < 0; round++) await work(round);
  const times: number[] = [];
  const processorTimes: number[] = [];
  let result: Result | undefined;
  for (let round = 0; round < rounds; round++) {
    const usedBefore = process.cpuUsage();
    const before = performance.now();
    result = await work(round);
    times.push(performance.now() - before);
    const { user, system } = process.cpuUsage(usedBefore);
    processorTimes.push((user + system) / 1000);
  }
  return {
    ms: median(times),
    leastMs: Math.min(...times),
    processorMs: median(processorTimes),
    result: result as Result,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
