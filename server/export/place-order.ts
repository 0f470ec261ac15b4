/** From what a person asks to an order: the area at its current release, and the questions. @module */
import type { CoverageQuestion } from "../analysis/coverage.ts";
import type { Desk } from "../analysis/desk.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import { checkedLimit } from "../analysis/reach.ts";
import type { Catalogue } from "../import/categories.ts";
import { releaseByNumber } from "../store/areas.ts";
import type { Store } from "../store/open.ts";
import type { ExportOrder, Language } from "./order.ts";

export interface Asked {
  readonly area: string;
  /** At least one. */
  readonly questions: (area: OpenArea) => readonly CoverageQuestion[];
  /** Id of a saved scenario of the area; left out, the area as it is. */
  readonly scenario?: number | undefined;
  readonly language: Language;
}

/**
 * Throws `area_unknown`, `category_unknown`, `profile_unknown`, `minutes_out_of_range`, `moment_unreadable`,
 * `scenario_unknown`, `scenario_of_other_area`.
 */
export async function placeOrder(
  desk: Desk,
  { db }: Store,
  catalogue: Catalogue,
  { area: areaId, questions: questionsOf, scenario: scenarioId, language }: Asked,
): Promise<ExportOrder> {
  const area = await desk.open(areaId, scenarioId);
  const questions = questionsOf(area);
  for (const { category, profile, minutes } of questions) {
    area.categoryIndex(category);
    checkedLimit(area.walker(profile), minutes);
  }
  // Of the release that was opened: an import may have ended meanwhile.
  const release = await releaseByNumber(db, areaId, area.content.release);
  if (release === null) throw new Error(`release ${area.content.release} of ${areaId} is gone`);
  const scenario = scenarioId === undefined ? null : await desk.scenarios.read(scenarioId);
  return { db, release, area, scenario, catalogue, questions, language };
}
