/** A plan that can be argued about: sites in the order in which they pay, what each is worth, what could take its place, what binds the whole. @module */
import { mergeByCover } from "./cover-classes.ts";
import { bestOf, chooseGreedily } from "./greedy/choose.ts";
import { coverScore } from "./greedy/cover-score.ts";
import { medianScore } from "./greedy/median-score.ts";
import type { Score } from "./greedy/score.ts";
import { servedScore } from "./greedy/served-score.ts";
import { isBetter, newlyCovered, planValue } from "./judge.ts";
import { kneeOf } from "./knee.ts";
import { costsWith, type SitingProblem, type SitingQuestion } from "./problem.ts";
import { type Reason, Room } from "./room.ts";
import type { Solution } from "./solution.ts";

/** Gains are people newly covered, or cost saved with `median` and `center`; null where somebody has no site at all without it. */
export interface PlannedSite {
  readonly candidate: number;
  /** What it adds to the sites before it in this order. */
  readonly gain: number | null;
  /** What is lost without it when nothing takes its place. */
  readonly loss: number | null;
  /** What could take its place, and what is lost even so; null where nothing can. */
  readonly replacement: { readonly candidate: number; readonly loss: number } | null;
  /** People around it within the limit whom nothing standing covers; null where no limit was asked about. */
  readonly around: number | null;
  /** People to whom it is the nearest of all sites, of equally near ones the first. */
  readonly nearestTo: number;
}

export interface Binding {
  /** `sites`: no more are allowed; else the one condition that keeps the candidate out. */
  readonly kind: "sites" | Exclude<Reason, "forbidden">;
  /** The candidate that would add most if it were not for the condition. */
  readonly candidate: number;
  readonly gain: number;
  /** Of spacing: chosen sites that stand too near to it. */
  readonly by: readonly number[];
}

export interface Plan {
  /** Most worth first. */
  readonly sites: readonly PlannedSite[];
  /** Value against number of sites, from 0 on, chosen greedily; null for `center`, whose value no single site decides. */
  readonly curve: readonly { readonly sites: number; readonly value: number }[] | null;
  /** Number of sites after which the curve flattens; null where it is straight or too short to say. */
  readonly knee: number | null;
  readonly binds: readonly Binding[];
}

/** Points of the curve beyond the sites that were asked for. */
const CURVE_BEYOND = 10;

export function planOf(problem: SitingProblem, question: SitingQuestion, solution: Solution): Plan {
  const score = scoreFor(problem, question);
  const order = orderByGain(score, solution.chosen);
  const room = new Room(problem, question);
  for (const candidate of order) room.add(candidate);
  const worth = worthOf(problem, question);
  const around = aroundOf(problem, question);
  const nearestTo = peopleByNearest(problem, order);
  const sites = order.map(
    (candidate, i): PlannedSite => ({
      candidate,
      gain: difference(worth(order.slice(0, i + 1)), worth(order.slice(0, i))),
      loss: difference(worth(order), worth(order.toSpliced(i, 1))),
      replacement: replacementOf(score, room, question, candidate, (other) =>
        difference(worth(order), worth(order.with(i, other))),
      ),
      around: around(candidate),
      nearestTo: nearestTo[i],
    }),
  );
  const curve = curveOf(problem, question, solution);
  return { sites, curve, knee: curve && kneeOf(curve), binds: bindingsOf(score, room) };
}

/** People covered, or cost saved; −Infinity where somebody is left without any site. */
function worthOf(problem: SitingProblem, question: SitingQuestion): (chosen: readonly number[]) => number {
  const { objective } = question;
  if (objective === "median" || objective === "center")
    return (chosen) => -planValue(problem, { ...question, objective: "median" }, chosen);
  return (chosen) => newlyCovered(problem, question, chosen);
}

function difference(worth: number, without: number): number | null {
  return Number.isFinite(worth) && Number.isFinite(without) ? worth - without : null;
}

function aroundOf(problem: SitingProblem, { limit }: SitingQuestion): (candidate: number) => number | null {
  if (limit === null) return () => null;
  return coverScore(mergeByCover(problem, limit)).atMost;
}

/** Shape [chosen]. */
function peopleByNearest(problem: SitingProblem, chosen: readonly number[]): Float64Array {
  const { costs, weight, standing } = problem;
  const nearest = costsWith(problem, chosen);
  const isTaken = new Uint8Array(weight.length);
  return Float64Array.from(chosen, (j) => {
    let people = 0;
    for (let p = costs.first[j]; p < costs.first[j + 1]; p++) {
      const d = costs.demand[p];
      if (isTaken[d] === 1 || costs.cost[p] > nearest[d] || standing[d] <= costs.cost[p]) continue;
      isTaken[d] = 1;
      people += weight[d];
    }
    return people;
  });
}

function scoreFor(problem: SitingProblem, { objective, limit, conditions }: SitingQuestion): Score {
  if (objective === "median" || objective === "center") return medianScore(problem);
  const classes = mergeByCover(problem, limit!);
  return conditions.capacity === null ? coverScore(classes) : servedScore(classes, conditions.capacity);
}

/** Leaves all of them in the score. */
function orderByGain(score: Score, chosen: readonly number[]): number[] {
  const left = new Set(chosen);
  const order: number[] = [];
  while (left.size > 0) {
    let best = { candidate: -1, gain: -1 };
    for (const candidate of left) {
      const gain = score.gain(candidate);
      if (gain > best.gain) best = { candidate, gain };
    }
    left.delete(best.candidate);
    score.add(best.candidate);
    order.push(best.candidate);
  }
  return order;
}

function replacementOf(
  score: Score,
  room: Room,
  { conditions }: SitingQuestion,
  site: number,
  lossWith: (other: number) => number | null,
): PlannedSite["replacement"] {
  // Under capacities each gain is a flow of its own, too slow to ask of every candidate.
  if (conditions.forced.includes(site) || conditions.capacity !== null) return null;
  room.remove(site);
  score.remove(site);
  const { candidate } = bestOf(room, score, (j) => j !== site, -1);
  room.add(site);
  score.add(site);
  const loss = candidate < 0 ? null : lossWith(candidate);
  return loss === null ? null : { candidate, loss };
}

/** Null where several conditions keep a candidate out, or somebody forbade it. */
function onlyReason(reasons: readonly Reason[]): Binding["kind"] | null {
  if (reasons.length === 0) return "sites";
  return reasons.length > 1 || reasons[0] === "forbidden" ? null : reasons[0];
}

function bindingsOf(score: Score, room: Room): Binding[] {
  const best = new Map<Binding["kind"], Binding>();
  for (let candidate = 0; candidate < room.size; candidate++) {
    const kind = room.isChosen(candidate) ? null : onlyReason(room.reasonsAgainst(candidate));
    if (kind === null) continue;
    const known = best.get(kind)?.gain ?? 0;
    if ((kind === "sites" && room.sitesLeft > 0) || score.atMost(candidate) <= known) continue;
    const gain = score.gain(candidate);
    if (gain > known)
      best.set(kind, { kind, candidate, gain, by: kind === "spacing" ? room.blockersOf(candidate) : [] });
  }
  return [...best.values()].sort((a, b) => b.gain - a.gain);
}

/** What stands alone is the first point; the plan itself takes the place of what greedy choice finds for as many sites. */
function curveOf(problem: SitingProblem, question: SitingQuestion, solution: Solution): Plan["curve"] {
  if (question.objective === "center") return null;
  // Each gain under capacities is a flow of its own.
  if (question.conditions.capacity !== null) return null;
  const counted: SitingQuestion = question.objective === "fewest" ? { ...question, objective: "cover" } : question;
  const { forced, group, price, budget } = question.conditions;
  const sites = solution.chosen.length + CURVE_BEYOND;
  const wider = { ...counted, sites, conditions: { ...question.conditions, neededGroups: [] } };
  const room = new Room(problem, wider);
  chooseGreedily(scoreFor(problem, counted), room, { forced, price: budget === null ? null : price, group });
  const curve: { sites: number; value: number }[] = [];
  for (let n = 0; n <= room.chosen.length; n++) {
    const found = planValue(problem, counted, room.chosen.slice(0, n));
    const own = n === solution.chosen.length ? planValue(problem, counted, solution.chosen) : found;
    const value = isBetter(counted, own, found) ? own : found;
    if (Number.isFinite(value)) curve.push({ sites: n, value });
  }
  return curve;
}
