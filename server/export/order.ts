/** What a file is asked to hold: an area at one release, the questions, and the language of its words. @module */
import type { CoverageQuestion } from "../analysis/coverage.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import type { Words } from "../base/errors.ts";
import type { Catalogue } from "../import/categories.ts";
import type { AreaRelease } from "../store/areas.ts";
import type { Store } from "../store/open.ts";

export type Language = keyof Words;

export interface ExportOrder {
  /** For names and shapes; every figure comes from `area`. */
  readonly db: Store["db"];
  /** The release that `area` holds. */
  readonly release: AreaRelease;
  readonly area: OpenArea;
  readonly catalogue: Catalogue;
  /** The saved scenario that is applied to `area`; null for the area as it is. */
  readonly scenario: { readonly id: number; readonly revision: number; readonly name: string } | null;
  /** Categories with profiles and limits, all at one moment. At least one. */
  readonly questions: readonly CoverageQuestion[];
  readonly language: Language;
}

export function categoryName(
  { catalogue, language }: Pick<ExportOrder, "catalogue" | "language">,
  code: string,
): string {
  return catalogue.byCode.get(code)?.[language] ?? code;
}

export function profileName({ area, language }: ExportOrder, profile: string): string {
  return area.walker(profile).profile.name[language];
}

/** Whether all questions are of one profile and one limit. */
export function isOfOneLimit({ questions: [first, ...others] }: ExportOrder): boolean {
  return others.every(({ profile, minutes }) => profile === first.profile && minutes === first.minutes);
}
