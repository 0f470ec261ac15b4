/** Whether so many sites can cover a share of the people: told by the most that they can cover, where prices tell it. @module */
import { greedyPlan } from "../greedy/greedy-plan.ts";
import { neededWeight, newlyCovered } from "../judge.ts";
import type { SitingQuestion } from "../problem.ts";
import type { Proof } from "./proof.ts";

export type Enough =
  | { readonly kind: "covered"; readonly chosen: readonly number[] }
  | { readonly kind: "impossible" }
  /** Prices do not tell. */
  | { readonly kind: "open" };

/** @param proof of a question of `fewest`, whose own number of sites is not looked at */
export async function coversEnough(proof: Proof, sites: number): Promise<Enough> {
  const { problem, question, thread, secondsLeft, signal, onFault } = proof;
  if (question.conditions.capacity !== null) return { kind: "open" };
  const asked: SitingQuestion = { ...question, objective: "cover", sites };
  const needed = neededWeight(problem, question);
  const isEnough = (chosen: readonly number[]) => newlyCovered(problem, asked, chosen) >= needed;
  const greedy = greedyPlan(problem, asked);
  if (!greedy.isKept) return { kind: "open" };
  if (isEnough(greedy.chosen)) return { kind: "covered", chosen: greedy.chosen };
  const options = { timeLimitSeconds: secondsLeft(), start: greedy.chosen, needed, signal, onFault };
  const narrowed = await thread.narrow(problem, asked, options);
  if (narrowed === null || !("shut" in narrowed)) return { kind: "open" };
  if (isEnough(narrowed.chosen)) return { kind: "covered", chosen: narrowed.chosen };
  return { kind: narrowed.bound < needed ? "impossible" : "open" };
}
