/** What a subsidy comes to where all that the document names is built and accepted. @module */
import type { Pack, Subsidy } from "../pack/pack.ts";

export interface Ceiling {
  readonly subsidy: string;
  readonly item: string;
  /** Things that are named: a stated number, or the rows of a task list. */
  readonly things: number;
  readonly eachCny: number;
  readonly totalCny: number;
}

/** Of subsidies that state an amount and a number; null for the rest, whose number or amount the document leaves open. */
export function ceilingOf(pack: Pack, subsidy: Subsidy): Ceiling | null {
  const { ceiling } = subsidy;
  if (ceiling === undefined) return null;
  const things =
    "count" in ceiling ? ceiling.count : "list" in ceiling ? (pack.taskLists.get(ceiling.list)?.total ?? 0) : 1;
  const eachCny = subsidy.payments.reduce(
    (sum, { cny, times }) => sum + (typeof cny === "number" ? cny : 0) * (times ?? 1),
    0,
  );
  return {
    subsidy: subsidy.id,
    item: subsidy.item,
    things,
    eachCny,
    totalCny: "fixed" in ceiling ? ceiling.fixed : things * eachCny,
  };
}

export function ceilingsOf(pack: Pack): Ceiling[] {
  return pack.subsidies.flatMap((subsidy) => ceilingOf(pack, subsidy) ?? []);
}
