/** Coverage as one table whatever the level: the same rows for CSV, JSON and GeoJSON. @module */
import type { Geometry, MultiPolygon } from "geojson";
import { cellToBoundary } from "h3-js";
import { cellsOf } from "../analysis/cells.ts";
import { choicesRows } from "../analysis/choices.ts";
import { type CoverageQuestion, coverageBy } from "../analysis/coverage.ts";
import { coverageInside } from "../analysis/coverage-polygon.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import { type Pins, pinsOf } from "../analysis/pins.ts";
import type { Level } from "../coverage/groups.ts";
import { unitFigures } from "../export/tables/unit-figures.ts";
import type { Store } from "../store/open.ts";
import { unitShapes } from "../store/units.ts";
import type { Cell } from "./csv.ts";
import { facilityTable, gapTable } from "./gap-table.ts";
import { minutesTable } from "./minutes-table.ts";

export const LEVELS = ["area", "subdistrict", "community", "residence", "cell", "gap", "facility", "minute"] as const;
export type TableLevel = (typeof LEVELS)[number];

export interface CoverageTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** One a row; null where the row has no shape. */
  readonly geometry: readonly (Geometry | null)[];
}

export interface PinnedTable extends CoverageTable {
  /** One a profile. */
  readonly pins: readonly Pins[];
}

/** Resolution of cells: hexagons of about 0.1 km². */
const CELL_RESOLUTION = 9;
/** What was asked: first in every row. */
const QUESTION_COLUMNS = ["category", "profile", "minutes"];
const RESIDENCE_COLUMNS = [
  ...QUESTION_COLUMNS,
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
  "second_seconds",
  "second_facility",
  "facilities_within",
];
const CELL_COLUMNS = [
  ...QUESTION_COLUMNS,
  "h3",
  "residences",
  "residents",
  "residents_unknown_residences",
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
): Promise<PinnedTable> {
  return pinned(area, questions, await tableAt(store, area, questions, level));
}

async function tableAt(
  store: Store,
  area: OpenArea,
  questions: readonly CoverageQuestion[],
  level: TableLevel,
): Promise<CoverageTable> {
  switch (level) {
    case "residence":
      return residenceTable(area, questions);
    case "cell":
      return cellTable(area, questions);
    case "gap":
      return gapTable(store, area, questions);
    case "facility":
      return facilityTable(area, questions);
    case "minute":
      return minutesTable(area, questions);
    default:
      return unitTable(store, area, questions, level);
  }
}

/** One row a question: what is inside the polygon. */
export function polygonTable(
  area: OpenArea,
  questions: readonly CoverageQuestion[],
  polygon: MultiPolygon,
): PinnedTable {
  const columns = unitFigures(area.content.residences.ages.keys());
  const rows = questions.map((question) => {
    const { inside } = coverageInside(area, question, polygon);
    return [...asked(question), "polygon", ...columns.map(([, cell]) => cell(inside))];
  });
  const table = {
    columns: [...QUESTION_COLUMNS, "level", ...columns.map(([name]) => name)],
    rows,
    geometry: questions.map(() => polygon),
  };
  return pinned(area, questions, table);
}

export function pinned(
  area: OpenArea,
  questions: readonly { readonly profile: string; readonly at?: string | undefined }[],
  table: CoverageTable,
): PinnedTable {
  const profiles = new Set(questions.map(({ profile }) => profile));
  return { ...table, pins: Array.from(profiles, (profile) => pinsOf(area, area.walker(profile), questions[0]?.at)) };
}

/** Shapes of the units of a level; none for the whole area. */
export async function shapesByRef({ db }: Store, area: OpenArea, level: Level): Promise<ReadonlyMap<string, Geometry>> {
  const shapes = level === "area" ? [] : await unitShapes(db, area.content.releaseId).execute();
  return new Map(shapes.map(({ ref, geometry }) => [ref, JSON.parse(geometry) as Geometry]));
}

async function unitTable(
  store: Store,
  area: OpenArea,
  questions: readonly CoverageQuestion[],
  level: Level,
): Promise<CoverageTable> {
  const shapeOf = await shapesByRef(store, area, level);
  const columns = unitFigures(area.content.residences.ages.keys());
  const rows: Cell[][] = [];
  const geometry: (Geometry | null)[] = [];
  for (const question of questions) {
    const { whole, units } = coverageBy(area, question, level);
    for (const unit of level === "area" ? [{ ...whole, ref: area.content.areaId }] : units) {
      rows.push([...asked(question), level, ...columns.map(([, cell]) => cell(unit))]);
      geometry.push(shapeOf.get(unit.ref ?? "") ?? null);
    }
  }
  return { columns: [...QUESTION_COLUMNS, "level", ...columns.map(([name]) => name)], rows, geometry };
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
      second,
      within,
    } of choicesRows(area, question, [])) {
      const walk = nearest?.walk;
      rows.push([
        ...asked(question),
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
        second?.seconds ?? null,
        second?.facility.ref ?? null,
        within[0].facilities,
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
    for (const cell of cellsOf(area, question, CELL_RESOLUTION).items) {
      const { h3, residences, residents, residentsUnknownResidences, covered, uncovered, unknown, meanSeconds } = cell;
      const people = [residents, residentsUnknownResidences, covered, uncovered, unknown];
      rows.push([...asked(question), h3, residences, ...people, meanSeconds]);
      geometry.push({ type: "Polygon", coordinates: [cellToBoundary(h3, true)] });
    }
  }
  return { columns: CELL_COLUMNS, rows, geometry };
}

function asked({ category, profile, minutes }: CoverageQuestion): Cell[] {
  return [category, profile, minutes];
}
