/** The figures of a unit in a table of coverage, under their names for machines. @module */
import type { RankedUnit } from "../../analysis/coverage.ts";
import type { UnitAnswer } from "../../analysis/unit-answer.ts";
import type { PeopleCount } from "../../coverage/tally.ts";
import type { AgeGroup } from "../../import/age-groups.ts";
import type { Cell } from "../table.ts";

/** The whole of an area has no rank. */
export type Unit = UnitAnswer & Partial<RankedUnit>;
export type UnitFigure = readonly [name: string, cell: (unit: Unit) => Cell];

const TALLIES = ["residences", "households", "residents"] as const;
const PARTS = ["total", "covered", "uncovered", "unknown"] as const;

const COLUMNS: readonly UnitFigure[] = [
  ["ref", ({ ref }) => ref],
  ["name", ({ name }) => name],
  ["parent", ({ parent }) => parent],
  ...TALLIES.flatMap((tally) => PARTS.map((part): UnitFigure => [`${tally}_${part}`, (unit) => unit[tally][part]])),
  ["resident_share", ({ residentShare }) => residentShare],
  ["household_share", ({ householdShare }) => householdShare],
  ["residence_share", ({ residenceShare }) => residenceShare],
  ["resident_unknown_share", ({ residentUnknownShare }) => residentUnknownShare],
  ["household_unknown_share", ({ householdUnknownShare }) => householdUnknownShare],
  ["residence_unknown_share", ({ residenceUnknownShare }) => residenceUnknownShare],
  ["rank", ({ rank }) => rank ?? null],
  ["rank_shared_by", ({ rankSharedBy }) => rankSharedBy ?? null],
  ["mean_seconds", ({ meanSeconds }) => meanSeconds],
  ["p10_seconds", ({ p10Seconds }) => p10Seconds],
  ["p90_seconds", ({ p90Seconds }) => p90Seconds],
  ["gap_seconds", ({ gapSeconds }) => gapSeconds],
  ["unequal_rank", ({ unequalRank }) => unequalRank ?? null],
  ["residents_with_walk", ({ residentsWithWalk }) => residentsWithWalk],
  ["residents_without_walk", ({ residentsWithoutWalk }) => residentsWithoutWalk],
  ["facilities", ({ facilities }) => facilities],
  ["facilities_per_1000", ({ facilitiesPer1000 }) => facilitiesPer1000],
  ...TALLIES.map(
    (count): UnitFigure => [`${count}_served_from_outside`, ({ servedFromOutside }) => servedFromOutside[count]],
  ),
  ["estimated_residences", ({ estimates }) => estimates.residents],
  ["households_unknown_residences", ({ householdsUnknownResidences }) => householdsUnknownResidences],
  ["residents_unknown_residences", ({ residentsUnknownResidences }) => residentsUnknownResidences],
  ["people_unknown_residences", ({ peopleUnknownResidences }) => peopleUnknownResidences],
  ["unknown_reasons", ({ unknownPeople }) => reasons(unknownPeople, "residences")],
  ["unknown_reasons_residents", ({ unknownPeople }) => reasons(unknownPeople, "residents")],
];

/** @param ages groups of which the area knows anything */
export function unitFigures(ages: Iterable<AgeGroup>): readonly UnitFigure[] {
  const ofGroup = (group: AgeGroup): UnitFigure[] => [
    ...PARTS.map((part): UnitFigure => [`${group}_${part}`, (unit) => unit.ages[group]?.[part] ?? null]),
    [`${group}_unknown_residences`, (unit) => unit.ages[group]?.unknownResidences ?? null],
  ];
  return [...COLUMNS, ...Array.from(ages, ofGroup).flat()];
}

/** `island:2 gates_closed:1`. */
function reasons(unknown: UnitAnswer["unknownPeople"], count: keyof PeopleCount): string {
  return Object.entries(unknown)
    .map(([reason, of]) => `${reason}:${of[count]}`)
    .join(" ");
}
