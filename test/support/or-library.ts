/** Problems of the OR-Library (Beasley 1990) with published optima: costs are shortest ways in the graph of the file. @module */
import { readFileSync } from "node:fs";
import type { SitingProblem } from "../../server/siting/problem.ts";
import { sharedData } from "./shared-data.ts";
import { problemOf } from "./siting.ts";

export const PUBLISHED = { pmed1: 5819, pmed5: 1355 } as const;

export interface Pmed {
  /** Every place is a candidate and a demand point of one person. */
  readonly problem: SitingProblem;
  readonly sites: number;
  readonly cost: readonly (readonly number[])[];
}

/** Read inside tests that need shared data. */
export function pmed(name: keyof typeof PUBLISHED): Pmed {
  const path = sharedData(`or-library/${name}.txt`);
  if (path === null) throw new Error(`${name} is missing`);
  const [places, , sites, ...edges] = readFileSync(path, "utf8").trim().split(/\s+/).map(Number);
  const cost = Array.from({ length: places }, (_, a) =>
    Array.from({ length: places }, (_, b) => (a === b ? 0 : Infinity)),
  );
  // Of edges that are given twice the last one counts, as the library says.
  for (let i = 0; i < edges.length; i += 3) {
    const [a, b] = [edges[i] - 1, edges[i + 1] - 1];
    cost[a][b] = cost[b][a] = edges[i + 2];
  }
  for (let via = 0; via < places; via++)
    for (let a = 0; a < places; a++)
      for (let b = 0; b < places; b++) cost[a][b] = Math.min(cost[a][b], cost[a][via] + cost[via][b]);
  return {
    problem: problemOf(
      cost,
      cost.map(() => 1),
    ),
    sites,
    cost,
  };
}
