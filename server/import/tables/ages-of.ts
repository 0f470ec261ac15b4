/** Residents by age group in one row of a table; a group cannot be larger than all residents together. @module */
import { AGE_GROUPS, type AgeCounts } from "../age-groups.ts";
import { RowProblem } from "../row-problem.ts";
import type { RowReader } from "./row-reader.ts";

/**
 * @param residents of the same row; null where they are not given, and nothing can be held against them
 * @param parse reads one cell; null where it says nothing
 * @returns null where no group is given
 * @throws RowProblem `group_above_residents` and those of `parse`
 */
export function agesOf(
  row: RowReader,
  residents: number | null,
  parse: (cell: string, field: string) => number | null,
): AgeCounts | null {
  const ages: { -readonly [Group in keyof AgeCounts]: AgeCounts[Group] } = {};
  for (const { code } of AGE_GROUPS) {
    const count = parse(row.cell(code), row.header(code));
    if (count === null) continue;
    if (residents !== null && count > residents) {
      throw new RowProblem("group_above_residents", row.header(code), String(count), `≤ ${residents}`);
    }
    ages[code] = count;
  }
  return Object.keys(ages).length === 0 ? null : ages;
}
