/** The rows in which two answers are held against each other: share, covered, uncovered, unknown, and the mean walk. @module */
import type { useTranslation } from "react-i18next";
import type { BeforeAfterRow } from "../../parts/before-after.tsx";
import { type Measure, shareOfTally } from "./headline.ts";

export interface Side {
  /** Of the measure that is shown. */
  readonly tally: { readonly covered: number; readonly uncovered: number; readonly unknown: number };
  /** Null where nobody's walk is known. */
  readonly meanSeconds: number | null;
}

const NAMES = {
  residents: ["covered", "uncovered", "unknown"],
  households: ["coveredHouseholds", "uncoveredHouseholds", "unknownHouseholds"],
  residences: ["coveredResidences", "uncoveredResidences", "unknownResidences"],
} as const;

/** @param after left out while there is nothing to hold against */
export function beforeAfterRows(
  t: ReturnType<typeof useTranslation>["t"],
  measure: Measure,
  limitMinutes: number,
  before: Side,
  after?: Side,
): readonly BeforeAfterRow[] {
  const [covered, uncovered, unknown] = NAMES[measure];
  const count = (name: `${typeof covered | typeof uncovered | typeof unknown}`, part: keyof Side["tally"]) =>
    ({
      name: t(`whatIf.effect.${name}`),
      kind: "count",
      before: before.tally[part],
      after: after?.tally[part],
    }) as const;
  return [
    {
      name: t("whatIf.effect.share"),
      kind: "share",
      before: shareOfTally(before.tally),
      after: after && shareOfTally(after.tally),
    },
    count(covered, "covered"),
    count(uncovered, "uncovered"),
    count(unknown, "unknown"),
    {
      name: t("whatIf.effect.mean"),
      kind: "seconds",
      limitMinutes,
      before: before.meanSeconds,
      after: after?.meanSeconds,
    },
  ];
}
