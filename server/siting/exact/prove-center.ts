/** Least worst cost: the smallest radius at which everybody can be covered, found by halving (Minieka 1970). @module */
import { planValue } from "../judge.ts";
import { type SitingQuestion, siteLimit } from "../problem.ts";
import { radiiOf } from "../radii.ts";
import { anyCoverModel } from "./cover-model.ts";
import { coversEnough } from "./covers-enough.ts";
import { type Proof, type Proved, prove } from "./proof.ts";

export async function proveCenter(proof: Proof, start: readonly number[] | null): Promise<Proved> {
  const { problem, question, onBound } = proof;
  const radii = radiiOf(problem);
  // The radius itself is what is asked for; plans found on the way are judged by whoever listens.
  const within = async (radius: number): Promise<Proved> => {
    const asked: SitingQuestion = { ...question, objective: "fewest", limit: radius, share: 1 };
    const enough = await coversEnough({ ...proof, question: asked }, siteLimit(problem, question));
    if (enough.kind === "covered") return { chosen: enough.chosen, bound: radius, ending: "optimal" };
    if (enough.kind === "impossible") return { chosen: null, bound: Infinity, ending: "infeasible" };
    return prove({ ...proof, onBound: () => {} }, anyCoverModel(problem, asked), null);
  };
  let chosen = start;
  if (chosen === null) {
    const any = await within(radii.at(-1) ?? 0);
    if (any.chosen === null || any.ending !== "optimal") return { ...any, bound: -Infinity };
    chosen = any.chosen;
  }
  let low = 0;
  let high = radii.indexOf(planValue(problem, question, chosen));
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = await within(radii[middle]);
    if (found.ending === "infeasible") {
      low = middle + 1;
      onBound(radii[low]);
    } else if (found.ending === "optimal" && found.chosen !== null) {
      chosen = found.chosen;
      proof.onPlan(chosen);
      high = radii.indexOf(planValue(problem, question, chosen));
    } else return { chosen, bound: radii[low], ending: found.ending };
  }
  return { chosen, bound: planValue(problem, question, chosen), ending: "optimal" };
}
