/** Fewest sites: one fewer again and again, until so few cannot cover enough; HiGHS where prices do not tell. @module */
import { fewestModel } from "./cover-model.ts";
import { coversEnough } from "./covers-enough.ts";
import { type Proof, type Proved, prove } from "./proof.ts";

export async function proveFewest(proof: Proof, start: readonly number[] | null): Promise<Proved> {
  let best = start;
  while (best !== null && best.length > 0) {
    const fewer = await coversEnough(proof, best.length - 1);
    if (fewer.kind === "impossible") return { chosen: best, bound: best.length, ending: "optimal" };
    if (fewer.kind === "open") break;
    best = fewer.chosen;
    proof.onPlan(best);
  }
  return prove(proof, fewestModel(proof.problem, proof.question), best);
}
