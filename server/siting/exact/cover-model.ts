/** Most people covered (Church and ReVelle 1974), and fewest sites for a share of them (Toregas and others 1971). @module */
import { type CoverClasses, mergeByCover } from "../cover-classes.ts";
import { neededWeight } from "../judge.ts";
import type { SitingProblem, SitingQuestion } from "../problem.ts";
import { areWhole } from "../whole.ts";
import type { LinearModel, ModelBuilder } from "./model.ts";
import { beginModel } from "./sites-model.ts";

export function coverModel(problem: SitingProblem, question: SitingQuestion): LinearModel {
  const classes = mergeByCover(problem, question.limit!);
  const builder = beginModel(problem, question);
  const { capacity } = question.conditions;
  for (const { column, weight } of coveredPeople(builder, classes, capacity)) builder.addCost(column, weight);
  return builder.build("max", areWhole(problem.weight) && (capacity === null || areWhole(capacity)));
}

export function fewestModel(problem: SitingProblem, question: SitingQuestion): LinearModel {
  const classes = mergeByCover(problem, question.limit!);
  const builder = beginModel(problem, question);
  requireShare(builder, classes, question, neededWeight(problem, question));
  for (let j = 0; j < problem.candidateCount; j++) builder.addCost(j, 1);
  return builder.build("min", true);
}

/** Any plan at all that covers the share within the limit. */
export function anyCoverModel(problem: SitingProblem, question: SitingQuestion): LinearModel {
  const builder = beginModel(problem, question);
  requireShare(builder, mergeByCover(problem, question.limit!), question, neededWeight(problem, question));
  return builder.build("min", true);
}

function requireShare(
  builder: ModelBuilder,
  classes: CoverClasses,
  { conditions }: SitingQuestion,
  needed: number,
): void {
  if (needed === 0) return;
  const reachable = classes.weight.reduce((sum, weight) => sum + weight, 0);
  const least = classes.weight.reduce((smallest, weight) => Math.min(smallest, weight), Infinity);
  if (conditions.capacity === null && reachable >= needed && reachable - least < needed) {
    for (let c = 0; c < classes.count; c++) builder.addRow(coverersOf(classes, c), 1, 1, Infinity);
    return;
  }
  for (const { column, weight } of coveredPeople(builder, classes, conditions.capacity)) builder.put(column, weight);
  builder.endRow(needed, Infinity);
}

/** A column that is worth so many people of one label. */
export interface CoveredColumn {
  readonly column: number;
  readonly weight: number;
  readonly label: number;
}

/** Columns whose weighted sum is the number of people covered, or served where capacities bind. */
export function coveredPeople(
  builder: ModelBuilder,
  classes: CoverClasses,
  capacity: Float64Array | null,
): CoveredColumn[] {
  return capacity === null ? coveredOnce(builder, classes) : served(builder, classes, capacity);
}

function coveredOnce(builder: ModelBuilder, classes: CoverClasses): CoveredColumn[] {
  /** By candidate and label: whom one candidate alone can cover are covered when it is chosen. */
  const alone = new Map<string, CoveredColumn>();
  const shared: CoveredColumn[] = [];
  for (let c = 0; c < classes.count; c++) {
    const coverers = coverersOf(classes, c);
    const label = classes.label[c];
    const weight = classes.weight[c];
    if (coverers.length === 1) {
      const key = `${coverers[0]} ${label}`;
      alone.set(key, { column: coverers[0], weight: (alone.get(key)?.weight ?? 0) + weight, label });
      continue;
    }
    const column = builder.addColumn(0, 0, 1);
    for (const j of coverers) builder.put(j, 1);
    builder.put(column, -1);
    builder.endRow(0, Infinity);
    shared.push({ column, weight, label });
  }
  return [...alone.values(), ...shared];
}

/** People may go to several sites: a flow from classes to the sites that are chosen. */
function served(builder: ModelBuilder, classes: CoverClasses, capacity: Float64Array): CoveredColumn[] {
  const flows: CoveredColumn[] = [];
  const toCandidate = new Map<number, { column: number; weight: number }[]>();
  for (let c = 0; c < classes.count; c++) {
    const own: number[] = [];
    for (const j of coverersOf(classes, c)) {
      const column = builder.addColumn(0, 0, Math.min(classes.weight[c], capacity[j]));
      own.push(column);
      flows.push({ column, weight: 1, label: classes.label[c] });
      const list = toCandidate.get(j) ?? [];
      list.push({ column, weight: classes.weight[c] });
      toCandidate.set(j, list);
    }
    builder.addRow(own, 1, -Infinity, classes.weight[c]);
  }
  for (const [j, list] of toCandidate) {
    for (const { column } of list) builder.put(column, 1);
    const most = list.reduce((sum, { weight }) => sum + weight, 0);
    builder.put(j, -Math.min(capacity[j], most));
    builder.endRow(-Infinity, 0);
  }
  return flows;
}

function coverersOf({ firstOfClass, candidates }: CoverClasses, c: number): Uint32Array {
  return candidates.subarray(firstOfClass[c], firstOfClass[c + 1]);
}
