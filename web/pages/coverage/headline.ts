/** Which share stands first: of people where they are known, else of households, else of residences. @module */
import type { WholeCoverage } from "../../../server/api/schemas/coverage.ts";

export type Measure = "residents" | "households" | "residences";

interface Headline {
  readonly measure: Measure;
  readonly share: number | null;
  readonly wording: "shareOf" | "shareOfHouseholds" | "shareOfResidences";
}

const WORDING = { residents: "shareOf", households: "shareOfHouseholds", residences: "shareOfResidences" } as const;

export function headline(whole: WholeCoverage): Headline {
  const measure = measureOf(whole);
  return { measure, share: shareOf(whole, measure), wording: WORDING[measure] };
}

export function measureOf({
  residents,
  households,
}: {
  readonly residents: { readonly total: number };
  readonly households: { readonly total: number };
}): Measure {
  if (residents.total > 0) return "residents";
  return households.total > 0 ? "households" : "residences";
}

/** covered ÷ (covered + uncovered); null where nothing is known. */
export function shareOfTally({
  covered,
  uncovered,
}: {
  readonly covered: number;
  readonly uncovered: number;
}): number | null {
  return covered + uncovered === 0 ? null : covered / (covered + uncovered);
}

/** The same, as the service tells it. */
export function shareOf(unit: WholeCoverage, measure: Measure): number | null {
  if (measure === "residents") return unit.residentShare;
  if (measure === "households") return unit.householdShare;
  return unit.residenceShare;
}
