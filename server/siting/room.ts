/** What may still be added to a plan in the making: number of sites, spacing, communities, budget, kept count of as sites come and go. @module */
import { type SitingProblem, type SitingQuestion, siteLimit } from "./problem.ts";

/** Prices are added up in floating point: so much of the budget is no overspending. */
const BUDGET_TOLERANCE = 1e-9;

/** A condition that keeps a candidate out. */
export type Reason = "forbidden" | "spacing" | "community" | "budget";

export class Room {
  /** In the order in which they were added. */
  readonly chosen: number[] = [];
  private readonly has: Uint8Array;
  private readonly banned: Uint8Array;
  /** Shape [candidates]. Chosen ones in conflict with it. */
  private readonly blockers: Int32Array;
  private readonly neighbours: ReadonlyMap<number, readonly number[]>;
  private readonly perGroup = new Map<number, number>();
  private readonly unmet: Set<number>;
  private readonly needed: ReadonlySet<number>;
  private readonly most: number;
  private readonly question: SitingQuestion;
  private spent = 0;

  constructor(problem: SitingProblem, question: SitingQuestion) {
    const { forbidden, conflicts, neededGroups } = question.conditions;
    this.question = question;
    this.most = siteLimit(problem, question);
    this.has = new Uint8Array(problem.candidateCount);
    this.banned = new Uint8Array(problem.candidateCount);
    for (const j of forbidden) this.banned[j] = 1;
    this.blockers = new Int32Array(problem.candidateCount);
    this.neighbours = neighboursOf(conflicts);
    this.needed = new Set(neededGroups);
    this.unmet = new Set(neededGroups);
  }

  /** Candidates there are, chosen or not. */
  get size(): number {
    return this.has.length;
  }

  /** Communities that still need a site. */
  get unmetGroups(): ReadonlySet<number> {
    return this.unmet;
  }

  get sitesLeft(): number {
    return this.most - this.chosen.length;
  }

  isChosen(j: number): boolean {
    return this.has[j] === 1;
  }

  /** What keeps a candidate out beside the number of sites; empty for one that is free. */
  reasonsAgainst(j: number): Reason[] {
    const { mostPerGroup } = this.question.conditions;
    const reasons: Reason[] = [];
    if (this.banned[j] === 1) reasons.push("forbidden");
    if (this.blockers[j] > 0) reasons.push("spacing");
    if (mostPerGroup !== null && (this.perGroup.get(this.groupOf(j)) ?? 0) >= mostPerGroup) reasons.push("community");
    if (this.isTooDear(j)) reasons.push("budget");
    return reasons;
  }

  /** Chosen sites in conflict with a candidate. */
  blockersOf(j: number): number[] {
    return [...new Set(this.neighbours.get(j) ?? [])].filter((other) => this.has[other] === 1);
  }

  /** Whether it may be added so that every community in need can still have a site of its own. */
  canAdd(j: number): boolean {
    if (this.has[j] === 1 || this.sitesLeft < 1 || this.banned[j] === 1 || this.blockers[j] > 0) return false;
    const { mostPerGroup } = this.question.conditions;
    const own = this.groupOf(j);
    if (mostPerGroup !== null && (this.perGroup.get(own) ?? 0) >= mostPerGroup) return false;
    return !this.isTooDear(j) && this.sitesLeft - 1 >= this.unmet.size - (this.unmet.has(own) ? 1 : 0);
  }

  add(j: number): void {
    this.chosen.push(j);
    this.count(j, 1);
  }

  remove(j: number): void {
    this.chosen.splice(this.chosen.indexOf(j), 1);
    this.count(j, -1);
  }

  private groupOf(j: number): number {
    return this.question.conditions.group?.[j] ?? -1;
  }

  private isTooDear(j: number): boolean {
    const { price, budget } = this.question.conditions;
    return budget !== null && this.spent + price![j] > budget * (1 + BUDGET_TOLERANCE);
  }

  private count(j: number, by: 1 | -1): void {
    this.has[j] = by === 1 ? 1 : 0;
    for (const other of this.neighbours.get(j) ?? []) this.blockers[other] += by;
    this.spent += by * (this.question.conditions.price?.[j] ?? 0);
    const own = this.groupOf(j);
    if (own < 0) return;
    const now = (this.perGroup.get(own) ?? 0) + by;
    this.perGroup.set(own, now);
    if (now > 0) this.unmet.delete(own);
    else if (this.needed.has(own)) this.unmet.add(own);
  }
}

/** Both ways; a pair stated twice counts twice, and is taken back twice. */
export function neighboursOf(
  conflicts: readonly (readonly [number, number])[],
): ReadonlyMap<number, readonly number[]> {
  const neighbours = new Map<number, number[]>();
  const join = (a: number, b: number) => {
    const list = neighbours.get(a);
    if (list) list.push(b);
    else neighbours.set(a, [b]);
  };
  for (const [a, b] of conflicts) {
    join(a, b);
    join(b, a);
  }
  return neighbours;
}
