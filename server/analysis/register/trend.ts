/** The same pack on the same units from day to day: how verdicts moved, and which units moved them. @module */
import { dueDate } from "../../standards/dates.ts";
import { standardsError } from "../../standards/errors.ts";
import type { Finding, Verdict } from "../../standards/findings/finding.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import { verdictCounts } from "../standards.ts";
import { type FindingsQuestion, openFindings, type StandardsHands, type StandardsPins } from "./open-findings.ts";

export interface TrendDay {
  readonly asOf: string;
  /** Of requirements that bind. */
  readonly verdicts: Record<string, number>;
}

/** A finding whose verdict differs between the first and the last day. */
export interface Moved {
  readonly requirement: string;
  readonly unit: string;
  readonly before: Verdict;
  readonly after: Verdict;
  /** Of the last day. */
  readonly finding: Finding;
}

export interface Trend {
  readonly days: readonly TrendDay[];
  readonly moved: readonly Moved[];
  readonly last: Awaited<ReturnType<typeof openFindings>>;
  readonly pins: StandardsPins;
}

/** Days asked for at most, the first and the last among them. */
const MOST_DAYS = 36;

/** @param days in any order, each once. @throws StandardsError `days_asked` unless there are two to 36 of them */
export async function trendOf(
  hands: StandardsHands,
  areaId: string,
  pack: Pack,
  days: readonly string[],
  question: Omit<FindingsQuestion, "asOf" | "facts">,
): Promise<Trend> {
  const sorted = [...new Set(days.map(dueDate))].sort();
  if (sorted.length < 2 || sorted.length > MOST_DAYS)
    throw standardsError("days_asked", { value: sorted.length, expected: `2 … ${MOST_DAYS}` });
  const found = [];
  for (const asOf of sorted) found.push(await openFindings(hands, areaId, pack, { ...question, asOf }));
  const [first, last] = [found[0], found[found.length - 1]];
  const before = new Map(first.findings.map((one) => [`${one.requirement}|${one.unit}`, one.verdict]));
  const moved = last.findings.flatMap((finding): Moved[] => {
    const { requirement, unit, verdict, counts } = finding;
    const was = before.get(`${requirement}|${unit}`);
    return !counts || was === undefined || was === verdict
      ? []
      : [{ requirement, unit, before: was, after: verdict, finding }];
  });
  return {
    days: found.map((one) => ({ asOf: one.asOf, verdicts: verdictCounts(one) })),
    moved,
    last,
    pins: last.pins,
  };
}

/** Last days of months from one day to another, both of these included. @throws StandardsError `days_asked` */
export function monthEnds(from: string, to: string): string[] {
  const [first, last] = [dueDate(from), dueDate(to)];
  const days = [first];
  const [year, month] = first.split("-").map(Number);
  for (let of = month; ; of++) {
    // A month beyond December is one of the next year.
    const end = new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10);
    if (end >= last || days.length > MOST_DAYS) break;
    if (end > first) days.push(end);
  }
  return last > first ? [...days, last] : days;
}
