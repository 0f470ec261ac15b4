/** How people spread over walks, one row a minute, and last those of whom no walk within these minutes is known. @module */
import type { CoverageQuestion } from "../analysis/coverage.ts";
import { coverageByMinutes } from "../analysis/coverage-minutes.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import type { CoverageTable } from "./coverage-table.ts";
import type { Cell } from "./csv.ts";

const COLUMNS = [
  "category",
  "profile",
  "minutes",
  "walk",
  "from_minutes",
  "to_minutes",
  "residences",
  "households",
  "residents",
  "residents_covered_within",
  "residents_uncovered_within",
  "residents_unknown_within",
];

export function minutesTable(area: OpenArea, questions: readonly CoverageQuestion[]): CoverageTable {
  const rows = questions.flatMap((question): Cell[][] => {
    const { items, farther, without, unknown } = coverageByMinutes(area, question, "community", null);
    const asked = [question.category, question.profile, question.minutes];
    const rest = { farther, without, unknown };
    return [
      ...items.map(({ fromMinutes, toMinutes, walks: { residences, households, residents }, residents: tally }) => [
        ...asked,
        "minutes",
        fromMinutes,
        toMinutes,
        residences,
        households,
        residents,
        tally.covered,
        tally.uncovered,
        tally.unknown,
      ]),
      ...Object.entries(rest).map(([walk, { residences, households, residents }]) => [
        ...asked,
        walk,
        null,
        null,
        residences,
        households,
        residents,
        null,
        null,
        null,
      ]),
    ];
  });
  return { columns: COLUMNS, rows, geometry: rows.map(() => null) };
}
