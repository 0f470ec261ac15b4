/** Sums by unit: the whole area, its subdistricts, its communities. @module */
import type { Geometry, MultiPolygon } from "geojson";
import { coverageBy } from "../../analysis/coverage.ts";
import { coverageInside } from "../../analysis/coverage-polygon.ts";
import { boundaryShape, unitShapes } from "../../store/units.ts";
import { LEVEL_WORDS } from "../levels.ts";
import type { ExportOrder, Language } from "../order.ts";
import { type Cell, type Column, type ExportTable, shownCell, tableOf } from "../table.ts";
import { QUESTION_KEYS } from "./question-columns.ts";
import { type UnitItem, type UnitLevel, unitColumns } from "./unit-columns.ts";

type SummedLevel = Exclude<UnitLevel, "polygon">;

const SHEET_FIRST = [
  ...QUESTION_KEYS,
  "name",
  "resident_share",
  "residents_total",
  "residents_covered",
  "residents_uncovered",
  "residents_unknown",
  "household_share",
  "households_total",
  "households_covered",
  "households_uncovered",
  "households_unknown",
];

/** One row a question: what is inside a drawn polygon, by the columns of the whole area. */
export function polygonTable(order: ExportOrder, polygon: MultiPolygon): ExportTable {
  const { area, questions, language } = order;
  const name = LEVEL_WORDS.polygon.sheet[language];
  return tableOf({
    level: "polygon",
    language,
    columns: unitColumns(order, "polygon"),
    sheetFirst: SHEET_FIRST,
    sheetWithout: ["level", "ref", "parent"],
    geometryType: "MULTIPOLYGON",
    count: questions.length,
    items: () =>
      questions.map(
        (question): UnitItem => ({ question, unit: { ...coverageInside(area, question, polygon).inside, name } }),
      ),
    geometryOf: () => polygon,
    totals: [],
  });
}

export async function unitTable(order: ExportOrder, level: SummedLevel): Promise<ExportTable> {
  const { area, questions, language, release } = order;
  const answers = questions.map((question) => coverageBy(area, question, level));
  const items = answers.flatMap(({ whole, units }, q) =>
    (level === "area" ? [{ ...whole, ref: area.content.areaId, name: release.name }] : units).map(
      (unit): UnitItem => ({ question: questions[q], unit }),
    ),
  );
  const shapes = await shapesOf(order, level);
  const columns = unitColumns(order, level);
  return tableOf({
    level,
    language,
    columns,
    sheetFirst: SHEET_FIRST,
    sheetWithout: level === "community" ? ["level"] : ["level", "parent"],
    geometryType: "MULTIPOLYGON",
    count: items.length,
    items: () => items,
    geometryOf: ({ unit: { ref } }) => shapes.get(ref) ?? null,
    totals:
      level === "area"
        ? []
        : answers.map(({ whole }, q) => totalOf(columns, { question: questions[q], unit: whole }, language)),
  });
}

/** The whole is one more row of the same columns, under another name. */
function totalOf(columns: readonly Column<UnitItem>[], item: UnitItem, language: Language): Record<string, Cell> {
  const cells = columns.map((column) => [column.key, shownCell(column, item, language)]);
  return {
    ...Object.fromEntries(cells),
    level: null,
    ref: null,
    parent: null,
    name: { zh: "合计", en: "Total" }[language],
  };
}

async function shapesOf({ db, area }: ExportOrder, level: SummedLevel): Promise<Map<string | null, Geometry>> {
  const { areaId, releaseId } = area.content;
  if (level === "area") {
    const boundary = await boundaryShape(db, releaseId).executeTakeFirst();
    return new Map(boundary ? [[areaId, JSON.parse(boundary.geometry) as Geometry]] : []);
  }
  const shapes = await unitShapes(db, releaseId).where("u.level", "=", level).execute();
  return new Map(shapes.map(({ ref, geometry }) => [ref, JSON.parse(geometry) as Geometry]));
}
