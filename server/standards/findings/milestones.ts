/** Progress against days on which a share of the units must have met a requirement, with the arithmetic. @module */
import type { IsoDate } from "../dates.ts";
import type { UnitFacts } from "../facts/register.ts";
import type { Context } from "../judge/context.ts";
import { countForShare } from "../judge/interval.ts";
import { countTruths, meets, type ShareCount } from "../judge/judge.ts";
import type { Requirement } from "../pack/pack.ts";
import type { Verdict } from "./finding.ts";

export interface MilestoneFinding extends ShareCount {
  readonly requirement: string;
  /** The street or district over whose units it is counted. */
  readonly unit: string;
  readonly by: IsoDate;
  /** 0 … 1. */
  readonly shareAsked: number;
  /** Units that make that share, rounded up: 60 % of 17 are 11. */
  readonly asked: number;
  readonly verdict: Extract<Verdict, "pass" | "fail" | "unknown" | "not_due" | "not_applicable">;
  readonly shortfall: number | null;
  /** 9 of 17 as 52.9: one decimal, never rounded up to the share that is asked. */
  readonly percent: number | null;
}

const OUTER = { community: ["street", "district"], street: ["district"], district: [] } as const;

/** As the units stood on the day of the milestone, or stand on the day asked where that is earlier. */
export function milestonesOf(context: Context): MilestoneFinding[] {
  return context.pack.requirements.flatMap((requirement) =>
    OUTER[requirement.level].flatMap((level) =>
      context.index
        .ofLevel(level)
        .flatMap((unit) => requirement.milestones.map((milestone) => one(context, requirement, unit, milestone))),
    ),
  );
}

function one(
  context: Context,
  requirement: Requirement,
  unit: UnitFacts,
  { by, share }: Requirement["milestones"][number],
): MilestoneFinding {
  const on = by < context.asOf ? by : context.asOf;
  const then = { ...context, asOf: on };
  const count = countTruths(
    context.index.within(unit, requirement.level).map((inner) => meets(then, requirement, inner)),
  );
  const asked = countForShare(share, count.total);
  const isOver = by < context.asOf;
  const verdict = verdictOf(count, asked, isOver);
  return {
    ...count,
    requirement: requirement.id,
    unit: unit.id,
    by,
    shareAsked: share,
    asked,
    verdict,
    shortfall: verdict === "fail" ? asked - count.yes - count.unknown : null,
    percent: percentOf(count.yes, count.total, share),
  };
}

function verdictOf({ total, yes, unknown }: ShareCount, asked: number, isOver: boolean): MilestoneFinding["verdict"] {
  if (total === 0) return "not_applicable";
  if (yes >= asked) return "pass";
  if (yes + unknown >= asked) return "unknown";
  return isOver ? "fail" : "not_due";
}

/** @param share what is asked, 0 … 1: what is below it is shown below it */
export function percentOf(part: number, whole: number, share: number): number | null {
  if (whole === 0) return null;
  const exact = (part / whole) * 100;
  const rounded = Math.round(exact * 10) / 10;
  return exact < share * 100 && rounded >= share * 100 ? Math.floor(exact * 10) / 10 : rounded;
}
