/** Gates of siting: greedy choice at once, the proof within half a minute and a gigabyte, published optima exactly. @module */
import { SolverThread } from "../../server/siting/exact/solver-thread.ts";
import { greedyPlan } from "../../server/siting/greedy/greedy-plan.ts";
import type { SitingProblem } from "../../server/siting/problem.ts";
import type { Solution } from "../../server/siting/solution.ts";
import { solveSiting } from "../../server/siting/solve.ts";
import { PUBLISHED, pmed } from "../support/or-library.ts";
import { questionOf, settings } from "../support/siting.ts";
import { type Gate, milliseconds } from "./support/gates.ts";
import { seededRandom, timed } from "./support/timing.ts";

export interface Scale {
  readonly candidates: number;
  readonly points: number;
  readonly sites: number;
  readonly rounds: number;
}

const GREEDY_MS = 100;
const PROOF_SECONDS = 30;
const GAP = 0.005;
const MEMORY_MB = 1024;
const SOLVER_BYTES = 700 * 2 ** 20;
/** Of a square of side 1: a candidate covers some hundredth of it. */
const RADIUS = 0.06;

/** People and candidates scattered over a square, as many people near its middle as round it. */
export async function coveringMost({ candidates, points, sites, rounds }: Scale): Promise<Gate[]> {
  const problem = scattered(candidates, points);
  const question = questionOf("cover", sites, RADIUS);
  const greedy = await timed(rounds, 2, () => greedyPlan(problem, question));
  const { solution, ms, enoughMs } = await proved(problem, question);
  const enough = enoughMs === null ? "never so small" : `so small after ${milliseconds(enoughMs)}`;
  const what = `${candidates} candidates × ${points} points, N = ${sites}`;
  return [
    {
      what: `${what}: greedy with exchanges (processor time ${milliseconds(greedy.processorMs)})`,
      ours: milliseconds(greedy.ms),
      peer: `${GREEDY_MS} ms`,
      ratio: greedy.ms / GREEDY_MS,
      bound: { most: 1 },
    },
    {
      what: `${what}: gap after ${milliseconds(ms)}, ${enough}, ${solution.status}; greedy ${share(greedy.result.value, solution.bound)} of the bound`,
      ours: `${(solution.gap * 100).toFixed(2)} %`,
      peer: `${GAP * 100} %`,
      ratio: solution.gap / GAP,
      bound: { most: 1 },
    },
    {
      what: `${what}: memory of the whole process`,
      ours: `${peakMb()} MB`,
      peer: `${MEMORY_MB} MB`,
      ratio: peakMb() / MEMORY_MB,
      bound: { most: 1 },
    },
  ];
}

/** Published optima of the OR-Library, proved. */
export async function publishedOptima(): Promise<Gate[]> {
  const gates: Gate[] = [];
  for (const name of ["pmed1", "pmed5"] as const) {
    const { problem, sites } = pmed(name);
    const { solution, ms } = await proved(problem, questionOf("median", sites, null));
    const isProved = solution.status === "optimal" && solution.value === PUBLISHED[name];
    gates.push({
      what: `${name}, ${solution.status} in ${milliseconds(ms)}`,
      ours: String(solution.value),
      peer: String(PUBLISHED[name]),
      // Anything but the proved optimum misses.
      ratio: isProved ? 1 : 2,
      bound: { most: 1 },
    });
  }
  return gates;
}

interface Followed {
  readonly solution: Solution;
  readonly ms: number;
  /** Until the gap was small enough; null where it never was. */
  readonly enoughMs: number | null;
}

async function proved(problem: SitingProblem, question: ReturnType<typeof questionOf>): Promise<Followed> {
  const thread = new SolverThread(SOLVER_BYTES);
  const before = performance.now();
  let enoughMs: number | null = null;
  const onProgress = ({ gap }: Solution) => {
    if (gap <= GAP) enoughMs ??= performance.now() - before;
  };
  const timeLimitSeconds = PROOF_SECONDS;
  const solution = await solveSiting(problem, question, { ...settings(thread), timeLimitSeconds, onProgress });
  const ms = performance.now() - before;
  thread.end();
  return { solution, ms, enoughMs };
}

export function scattered(candidates: number, points: number): SitingProblem {
  const random = seededRandom(90);
  const spot = (): [number, number] => {
    const isMiddle = random() < 0.5;
    return isMiddle ? [0.35 + 0.3 * random(), 0.35 + 0.3 * random()] : [random(), random()];
  };
  const homes = Array.from({ length: points }, spot);
  const first = new Uint32Array(candidates + 1);
  const demand: number[] = [];
  const cost: number[] = [];
  for (let j = 0; j < candidates; j++) {
    const [x, y] = spot();
    homes.forEach(([homeX, homeY], d) => {
      const distance = Math.hypot(homeX - x, homeY - y);
      if (distance > RADIUS) return;
      demand.push(d);
      cost.push(distance);
    });
    first[j + 1] = demand.length;
  }
  return {
    candidateCount: candidates,
    weight: Float64Array.from({ length: points }, () => 1 + Math.floor(random() * 60)),
    costs: { first, demand: Uint32Array.from(demand), cost: Float64Array.from(cost) },
    standing: new Float64Array(points).fill(Infinity),
  };
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function share(value: number, bound: number): string {
  return `${((100 * value) / bound).toFixed(2)} %`;
}
