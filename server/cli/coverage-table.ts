/** Coverage as one table whatever the level: the same rows for CSV, GeoJSON and XLSX. @module */
import type { Geometry } from "geojson";
import { cellToBoundary } from "h3-js";
import { cellsOf } from "../analysis/cells.ts";
import { type CoverageQuestion, coverageBy, type UnitAnswer } from "../analysis/coverage.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import { residenceRows } from "../analysis/residence-rows.ts";
import type { Store } from "../store/open.ts";
import { unitShapes } from "../store/units.ts";
import type { Cell } from "./csv.ts";

export const LEVELS = ["area", "subdistrict", "community", "residence", "cell"] as const;
export type TableLevel = (typeof LEVELS)[number];

export interface CoverageTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** One a row; null where the row has no shape. */
  readonly geometry: readonly (Geometry | null)[];
}

/** Resolution of cells: hexagons of about 0.1 km². */
const CELL_RESOLUTION = 9;
const TALLIES = ["residences", "households", "residents"] as const;
const PARTS = ["total", "covered", "uncovered", "unknown"] as const;
const UNIT_COLUMNS = [
  "category",
  "level",
  "ref",
  "name",
  "parent",
  ...TALLIES.flatMap((tally) => PARTS.map((part) => `${tally}_${part}`)),
  "resident_share",
  "household_share",
  "mean_seconds",
  "facilities",
  "estimated_residences",
  "people_unknown_residences",
  "unknown_reasons",
];
const RESIDENCE_COLUMNS = [
  "category",
  "ref",
  "lon",
  "lat",
  "community",
  "households",
  "residents",
  "estimated",
  "verdict",
  "reason",
  "total_m",
  "seconds",
  "from_offset_m",
  "network_m",
  "to_offset_m",
  "facility",
  "facility_name",
];
const CELL_COLUMNS = [
  "category",
  "h3",
  "residences",
  "residents",
  "residents_covered",
  "residents_uncovered",
  "residents_unknown",
  "mean_seconds",
];

export async function coverageTable(
  store: Store,
  area: OpenArea,
  questions: readonly CoverageQuestion[],
  level: TableLevel,
): Promise<CoverageTable> {
  if (level === "residence") return residenceTable(area, questions);
  if (level === "cell") return cellTable(area, questions);
  const shapes = level === "area" ? [] : await unitShapes(store.db, area.content.releaseId).execute();
  const shapeOf = new Map(shapes.map(({ ref, geometry }) => [ref, JSON.parse(geometry) as Geometry]));
  const rows: Cell[][] = [];
  const geometry: (Geometry | null)[] = [];
  for (const question of questions) {
    const { whole, units } = coverageBy(area, question, level);
    for (const unit of level === "area" ? [{ ...whole, ref: area.content.areaId }] : units) {
      rows.push([question.category, level, ...unitCells(unit)]);
      geometry.push(shapeOf.get(unit.ref ?? "") ?? null);
    }
  }
  return { columns: UNIT_COLUMNS, rows, geometry };
}

function unitCells(unit: UnitAnswer): Cell[] {
  const reasons = Object.entries(unit.unknownReasons).map(([reason, count]) => `${reason}:${count}`);
  return [
    unit.ref,
    unit.name,
    unit.parent,
    ...TALLIES.flatMap((tally) => PARTS.map((part) => unit[tally][part])),
    unit.residentShare,
    unit.householdShare,
    unit.meanSeconds,
    unit.facilities,
    unit.estimatedResidences,
    unit.peopleUnknownResidences,
    reasons.join(" "),
  ];
}

function residenceTable(area: OpenArea, questions: readonly CoverageQuestion[]): CoverageTable {
  const rows: Cell[][] = [];
  const geometry: Geometry[] = [];
  for (const question of questions) {
    for (const {
      ref,
      position,
      community,
      households,
      residents,
      estimated,
      verdict,
      reason,
      nearest,
    } of residenceRows(area, question)) {
      const walk = nearest?.walk;
      rows.push([
        question.category,
        ref,
        ...position,
        community,
        households,
        residents,
        estimated,
        verdict,
        reason,
        walk?.totalM ?? null,
        walk?.seconds ?? null,
        walk?.fromOffsetM ?? null,
        walk?.networkM ?? null,
        walk?.toOffsetM ?? null,
        nearest?.facility.ref ?? null,
        nearest?.facility.name ?? null,
      ]);
      geometry.push({ type: "Point", coordinates: position });
    }
  }
  return { columns: RESIDENCE_COLUMNS, rows, geometry };
}

function cellTable(area: OpenArea, questions: readonly CoverageQuestion[]): CoverageTable {
  const rows: Cell[][] = [];
  const geometry: Geometry[] = [];
  for (const question of questions) {
    for (const { h3, residences, residents, covered, uncovered, unknown, meanSeconds } of cellsOf(
      area,
      question,
      CELL_RESOLUTION,
    ).items) {
      rows.push([question.category, h3, residences, residents, covered, uncovered, unknown, meanSeconds]);
      geometry.push({ type: "Polygon", coordinates: [cellToBoundary(h3, true)] });
    }
  }
  return { columns: CELL_COLUMNS, rows, geometry };
}
