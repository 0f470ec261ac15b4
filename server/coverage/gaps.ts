/** Who is not served: uncovered residences, most people first. @module */
import type { CategoryWalks } from "./category-walks.ts";
import type { Residences } from "./people.ts";
import { verdictOf } from "./verdict.ts";

/** Indices of uncovered residences: most residents first, then the longer walk, then by ref. Unknown ones are not among them. */
export function uncoveredResidences(residences: Residences, walks: CategoryWalks, limitMm: number): number[] {
  const uncovered: number[] = [];
  for (let r = 0; r < residences.count; r++) if (verdictOf(walks, r, limitMm) === "uncovered") uncovered.push(r);
  return uncovered.sort(
    (a, b) =>
      residences.residents[b] - residences.residents[a] ||
      walks.totalMm[b] - walks.totalMm[a] ||
      (residences.ref[a] < residences.ref[b] ? -1 : 1),
  );
}
