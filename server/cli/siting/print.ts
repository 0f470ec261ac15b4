/** A plan over a matrix as JSON, or its sites as CSV. @module */
import type { Outcome } from "../../siting/outcome.ts";
import type { Plan } from "../../siting/plan.ts";
import type { SitingQuestion } from "../../siting/problem.ts";
import type { Solution } from "../../siting/solution.ts";
import { type Cell, csvLine } from "../csv.ts";
import { write, writeJson } from "../output.ts";

export interface Told {
  readonly question: SitingQuestion;
  readonly solution: Solution;
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly nameOf: (candidate: number) => string;
}

/** @param input what the tables held */
export async function printPlan(told: Told, format: "json" | "csv", input: object): Promise<void> {
  const sites = sitesOf(told);
  if (format === "csv") {
    await write(csvLine(["rank", "id", "gain", "loss", "replacement", "replacement_loss", "around", "nearest_to"]));
    for (const { rank, id, gain, loss, replacement, around, nearestTo } of sites) {
      const cells: Cell[] = [rank, id, gain, loss, replacement?.id ?? null, replacement?.loss ?? null];
      await write(csvLine([...cells, around, nearestTo]));
    }
    return;
  }
  const { question, solution, plan, outcome, nameOf } = told;
  await writeJson({
    objective: question.objective,
    value: solution.value,
    bound: solution.bound,
    gap: solution.gap,
    status: solution.status,
    method: solution.method,
    stopped: solution.stopped,
    limit: question.limit,
    ...(question.objective === "fewest" && { share: question.share }),
    sites,
    outcome,
    curve: plan.curve,
    knee: plan.knee,
    binds: plan.binds.map(({ kind, candidate, gain, by }) => ({
      kind,
      candidate: nameOf(candidate),
      gain,
      ...(kind === "spacing" && { by: by.map(nameOf) }),
    })),
    input,
  });
}

function sitesOf({ plan, nameOf }: Told) {
  return plan.sites.map(({ candidate, gain, loss, replacement, around, nearestTo }, i) => ({
    rank: i + 1,
    id: nameOf(candidate),
    gain,
    loss,
    replacement: replacement && { id: nameOf(replacement.candidate), loss: replacement.loss },
    around,
    nearestTo,
  }));
}
