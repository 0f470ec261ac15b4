/** The effect of a scenario as a table: one row a unit, a residence that notices it, or a cell that changes. @module */
import type { Effect, ResidenceEffect, UnitEffect } from "../analysis/scenario-effect.ts";
import type { Shift } from "../coverage/scenario/effect.ts";
import type { AgeGroup } from "../import/age-groups.ts";
import type { Cell } from "./csv.ts";

export const EFFECT_LEVELS = ["community", "area", "subdistrict", "residence", "cell"] as const;
export type EffectLevel = (typeof EFFECT_LEVELS)[number];

export interface EffectTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Hexagons of about 0.1 km², as in the table of coverage. */
const CELL_RESOLUTION = 9;
const MEASURES = ["residences", "households", "residents"] as const;
const SHIFT = ["total", "covered_before", "covered_after", "gained", "lost", "gained_from_unknown", "lost_to_unknown"];
const SIDE = ["covered", "uncovered", "unknown", "mean_seconds"];
const WALK = ["facility", "total_m", "seconds"];

export function effectTable(effect: Effect, level: EffectLevel, areaId: string): EffectTable {
  switch (level) {
    case "residence":
      return residenceTable(effect);
    case "cell":
      return {
        columns: ["h3", "residences", "residents", ...SIDE.map((name) => `${name}_before`), ...sideAfter()],
        rows: effect
          .cells(CELL_RESOLUTION)
          .map(({ h3, residences, residents, before, after }) => [
            h3,
            residences,
            residents,
            ...Object.values(before),
            ...Object.values(after),
          ]),
      };
    default: {
      const units = effect.units(level).map((unit) => (level === "area" ? { ...unit, ref: areaId } : unit));
      const ages = effect.ageGroups;
      return {
        columns: [
          "level",
          "ref",
          "name",
          ...MEASURES.flatMap((measure) => SHIFT.map((part) => `${measure}_${part}`)),
          "residents_unknown_residences",
          "mean_seconds_before",
          "mean_seconds_after",
          ...ages.flatMap((group) => [...SHIFT, "unknown_residences"].map((part) => `${group}_${part}`)),
        ],
        rows: units.map((unit) => [level, unit.ref, unit.name, ...unitCells(unit), ...ageCells(unit, ages)]),
      };
    }
  }
}

function sideAfter(): string[] {
  return SIDE.map((name) => `${name}_after`);
}

function unitCells(unit: UnitEffect): Cell[] {
  return [
    ...MEASURES.flatMap((measure) => shiftCells(unit[measure])),
    unit.residentsUnknown.before.total,
    unit.meanSecondsBefore,
    unit.meanSecondsAfter,
  ];
}

function ageCells({ ages }: UnitEffect, groups: readonly AgeGroup[]): Cell[] {
  return groups.flatMap((group) => {
    const { residents, residentsUnknown } = ages[group]!;
    return [...shiftCells(residents), residentsUnknown.before.total];
  });
}

function shiftCells({ before, after, gained, lost, gainedFromUnknown, lostToUnknown }: Shift): Cell[] {
  return [before.total, before.covered, after.covered, gained, lost, gainedFromUnknown, lostToUnknown];
}

function residenceTable(effect: Effect): EffectTable {
  return {
    columns: [
      "ref",
      "lon",
      "lat",
      "community",
      "households",
      "residents",
      "verdict_before",
      "verdict_after",
      ...WALK.map((name) => `${name}_before`),
      ...WALK.map((name) => `${name}_after`),
    ],
    rows: effect
      .residences(0, Number.POSITIVE_INFINITY)
      .items.map(({ ref, position, community, households, residents, from, to, before, after }) => [
        ref,
        ...position,
        community,
        households,
        residents,
        from,
        to,
        ...walkCells(before),
        ...walkCells(after),
      ]),
  };
}

function walkCells(nearest: ResidenceEffect["before"]): Cell[] {
  return [nearest?.facility.ref ?? null, nearest?.walk.totalM ?? null, nearest?.walk.seconds ?? null];
}
