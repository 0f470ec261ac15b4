/** Most people or least walking: narrowed by prices first, what is left open is solved by HiGHS. @module */
import type { Narrowed } from "../dual/narrow.ts";
import { isBetter, planValue } from "../judge.ts";
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import type { LinearModel } from "./model.ts";
import { type Proof, type Proved, prove, stopOf } from "./proof.ts";

type ModelOf = (problem: SitingProblem, question: SitingQuestion) => LinearModel;

/** Of `cover` without equity, and of `median`. Prices need a plan to begin with, and know no capacities. */
export async function proveNarrowed(proof: Proof, modelOf: ModelOf, start: readonly number[] | null): Promise<Proved> {
  const { problem, question, thread, secondsLeft, signal, onPlan, onBound, onFault } = proof;
  const plainly = () => prove(proof, modelOf(problem, question), start);
  const seconds = secondsLeft();
  if (start === null || question.conditions.capacity !== null || seconds <= 0) return plainly();
  const options = { timeLimitSeconds: seconds, start, signal, onPlan, onBound, onFault };
  const narrowed = await thread.narrow(problem, question, options);
  if (narrowed === null) return plainly();
  if (!("shut" in narrowed)) return { ...narrowed, ending: stopOf(narrowed.ending) };
  if (narrowed.ending === "late") return { ...narrowed, ending: "time" };
  if (narrowed.ending === "optimal") return { ...narrowed, ending: "optimal" };
  return proveRest(proof, modelOf, narrowed);
}

async function proveRest(proof: Proof, modelOf: ModelOf, { chosen, bound, shut, needed }: Narrowed): Promise<Proved> {
  const { question } = proof;
  const { conditions } = question;
  const rest: Proof = {
    ...proof,
    problem: withoutOffers(proof.problem, shut),
    question: {
      ...question,
      conditions: {
        ...conditions,
        forced: [...new Set([...conditions.forced, ...needed])],
        forbidden: [...new Set([...conditions.forbidden, ...shut])],
      },
    },
  };
  const proved = await prove(rest, modelOf(rest.problem, rest.question), chosen);
  // Rounding aside, the plan known is one of the rest: none left means none better.
  if (proved.ending === "infeasible") return { chosen, bound, ending: "optimal" };
  // Whatever is not in the rest is no better than the plan known.
  const value = planValue(proof.problem, question, chosen);
  const open = isBetter(question, value, proved.bound) ? value : proved.bound;
  return { ...proved, bound: isBetter(question, open, bound) ? bound : open, chosen: proved.chosen ?? chosen };
}

/** The same candidates, those that are shut joined to nobody: people merge further, and models grow smaller. */
function withoutOffers(problem: SitingProblem, shut: readonly number[]): SitingProblem {
  const isShut = new Set(shut);
  const { first, demand, cost } = problem.costs;
  const starts = new Uint32Array(first.length);
  const kept: number[] = [];
  for (let j = 0; j < problem.candidateCount; j++) {
    if (!isShut.has(j)) for (let p = first[j]; p < first[j + 1]; p++) kept.push(p);
    starts[j + 1] = kept.length;
  }
  return {
    ...problem,
    costs: {
      first: starts,
      demand: Uint32Array.from(kept, (p) => demand[p]),
      cost: Float64Array.from(kept, (p) => cost[p]),
    },
  };
}
