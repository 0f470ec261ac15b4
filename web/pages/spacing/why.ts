/** Why a verdict is what it is: whoever must measure should know what. @module */
import type { SpacingCheck } from "../../../server/api/schemas/spacing.ts";

type Verdict = SpacingCheck["verdict"];

/** `survey_walk`: no walk is known to somebody near; `survey_parcels`: the text measures from an edge of a parcel. */
export type Why = Verdict | "survey_walk" | "survey_parcels";

export function whyOf({ verdict, rules }: SpacingCheck): Why {
  if (verdict !== "survey_needed") return verdict;
  const unsure = rules.flatMap(({ near }) => near.filter((one) => one.verdict === "survey_needed"));
  if (unsure.length === 0) return "survey_parcels";
  return unsure.every(({ distanceM }) => distanceM === null) ? "survey_walk" : "survey_needed";
}
