/** Every origin by workers: two against one, and beside them what two cores of the machine give at that moment. @module */
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Places } from "../../server/reach/nearest.ts";
import { reachJob } from "../../server/reach/pool/jobs/reach-job.ts";
import { WalkPool } from "../../server/reach/pool/walk-pool.ts";
import type { Walker } from "../../server/reach/walker.ts";
import { median } from "./support/timing.ts";

const ROUNDS = 15;
const WARM_UP = 2;
const STALL_ROUNDS = 3;

export interface Sweeps {
  /** Medians of whole sweeps. */
  readonly oneMs: number;
  readonly twoMs: number;
  /** How many times quicker two workers are than one: the median of rounds, in which both ran one after the other. */
  readonly twoAgainstOne: number;
  /**
   * The speeds of two workers that have nothing to do with each other, a sweep and a pool each, against the speed of one:
   * what is missing to 2 is the machine's, whose cores share caches, memory and, where it is virtual, cores of others.
   */
  readonly machine: number;
  /** Processor time of all threads for one sweep: what two workers take more than one, each costs the other. */
  readonly oneCpuMs: number;
  readonly twoCpuMs: number;
  /** Longest stall of the main thread while two workers are at it. */
  readonly stallMs: number;
}

/** @param expected what every origin reaches; workers that answer otherwise are no figure */
export async function sweeps(walker: Walker, places: Places, limitMm: number, expected: Int32Array): Promise<Sweeps> {
  const [one, other, two] = [1, 1, 2].map((workers) => {
    const pool = new WalkPool(workers);
    const job = reachJob(places, limitMm);
    return { job, sweep: () => pool.run(walker, walker, job), close: () => pool.close() };
  });
  const times: { one: Cost; two: Cost; apart: readonly [Cost, Cost] }[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // In turns, so that whatever else the machine does falls on all.
    const alone = await costOf(one.sweep);
    const together = await costOf(two.sweep);
    const apart = await Promise.all([costOf(one.sweep), costOf(other.sweep)]);
    if (round >= 0) times.push({ one: alone, two: together, apart });
  }
  const stallMs = await longestStall(two.sweep);
  for (const { job, close } of [one, other, two]) {
    await close();
    if (job.junctions.some((count, v) => count !== expected[v])) throw new Error("workers answer otherwise");
  }
  return {
    oneMs: median(times.map((time) => time.one.ms)),
    twoMs: median(times.map((time) => time.two.ms)),
    twoAgainstOne: median(times.map((time) => time.one.ms / time.two.ms)),
    machine: median(times.map(({ one: { ms }, apart: [first, second] }) => ms / first.ms + ms / second.ms)),
    oneCpuMs: median(times.map((time) => time.one.cpuMs)),
    twoCpuMs: median(times.map((time) => time.two.cpuMs)),
    stallMs,
  };
}

interface Cost {
  readonly ms: number;
  readonly cpuMs: number;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [before, cpuBefore] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  return { ms: performance.now() - before, cpuMs: (user + system) / 1000 };
}

/** In rounds of their own: to look every millisecond takes 4 % of a core, which one worker leaves idle and two do not. */
async function longestStall(sweep: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let round = 0; round < STALL_ROUNDS; round++) await sweep();
  delay.disable();
  return delay.max / 1e6;
}
