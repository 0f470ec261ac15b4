/**
 * The worst-served community first, then the two worst together, and so on, the sum of people last: lexicographic
 * fairness by sums of the k smallest (Ogryczak and Śliwiński 2003).
 * @module
 */
import { communitySharesOf, sharesWith } from "../communities.ts";
import { mergeByCover } from "../cover-classes.ts";
import { newlyCovered } from "../judge.ts";
import { coveredPeople } from "./cover-model.ts";
import type { LinearModel } from "./model.ts";
import { type Proof, type Proved, prove } from "./proof.ts";
import { beginModel } from "./sites-model.ts";

/** Shares are quotients found in floating point. */
const TOLERANCE = 1e-7;

export async function proveEquity(proof: Proof, start: readonly number[] | null): Promise<Proved> {
  const { problem, question } = proof;
  const { communities } = communitySharesOf(problem, question.limit!, question.conditions.equity!);
  const silent = { ...proof, onBound: () => {} };
  const floors: number[] = [];
  let chosen = start;
  for (let k = 1; k <= communities.length; k++) {
    const level = await prove(silent, equityModel(proof, floors, k), chosen);
    if (level.ending !== "optimal") return { chosen: level.chosen ?? chosen, bound: Infinity, ending: level.ending };
    chosen = level.chosen;
    // What the plan has, counted: the bound, found in floating point, may stand above it by more than rows forgive.
    if (chosen !== null) floors.push(sumOf(sharesWith(problem, question, chosen).subarray(0, k)));
  }
  const last = await prove(silent, equityModel(proof, floors, null), chosen);
  if (last.ending !== "optimal" || last.chosen === null)
    return { chosen: last.chosen ?? chosen, bound: Infinity, ending: last.ending };
  return { chosen: last.chosen, bound: newlyCovered(problem, question, last.chosen), ending: "optimal" };
}

/**
 * @param floors sums of the 1, 2, … smallest shares that must be kept
 * @param k sum of how many is to be made greatest; null for the sum of people
 */
function equityModel({ problem, question }: Proof, floors: readonly number[], k: number | null): LinearModel {
  const { conditions, limit } = question;
  const { communities, covered, total } = communitySharesOf(problem, limit!, conditions.equity!);
  const builder = beginModel(problem, question);
  const people = coveredPeople(builder, mergeByCover(problem, limit!, conditions.equity), null);
  const ofCommunity = Map.groupBy(people, ({ label }) => label);
  /** Columns whose sum is at most that of the smallest shares, and reaches it. */
  const smallest = (count: number): (readonly [column: number, value: number])[] => {
    const threshold = builder.addColumn(0, 0, 1);
    const shortfalls = communities.map((community, place) => {
      const shortfall = builder.addColumn(0, 0, 1);
      // shortfall ≥ threshold − share
      builder.put(shortfall, 1);
      builder.put(threshold, -1);
      for (const { column, weight } of ofCommunity.get(community)!) builder.put(column, weight / total[place]);
      builder.endRow(-covered[place] / total[place], Infinity);
      return [shortfall, -1] as const;
    });
    return [[threshold, count], ...shortfalls];
  };
  floors.forEach((floor, i) => {
    for (const [column, value] of smallest(i + 1)) builder.put(column, value);
    builder.endRow(floor - TOLERANCE, Infinity);
  });
  if (k === null) for (const { column, weight } of people) builder.addCost(column, weight);
  else for (const [column, value] of smallest(k)) builder.addCost(column, value);
  return builder.build("max", false);
}

function sumOf(shares: Float64Array): number {
  return shares.reduce((sum, share) => sum + share, 0);
}
