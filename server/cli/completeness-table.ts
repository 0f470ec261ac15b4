/** Completeness of a set of categories as one table whatever the level. @module */
import type { Geometry } from "geojson";
import {
  type CompletenessOfUnit,
  completenessOf,
  completenessRows,
  type SetQuestion,
} from "../analysis/completeness.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import type { Level } from "../coverage/groups.ts";
import type { Store } from "../store/open.ts";
import { type CoverageTable, type PinnedTable, pinned, shapesByRef } from "./coverage-table.ts";
import type { Cell } from "./csv.ts";

export const SET_LEVELS = ["area", "subdistrict", "community", "residence"] as const;
export type SetLevel = (typeof SET_LEVELS)[number];

const QUESTION_COLUMNS = ["set", "profile", "minutes"];
const TALLIES = ["residences", "households", "residents"] as const;
const PARTS = ["total", "covered", "uncovered", "unknown"] as const;
const RESIDENCE_COLUMNS = ["ref", "lon", "lat", "community", "households", "residents", "verdict"];
const COUNT_COLUMNS = ["reached", "missing", "unknown"];

export async function completenessTable(
  store: Store,
  area: OpenArea,
  questions: readonly SetQuestion[],
  level: SetLevel,
): Promise<PinnedTable> {
  const table = level === "residence" ? residences(area, questions) : await units(store, area, questions, level);
  return pinned(area, questions, table);
}

function asked({ set, profile, minutes }: SetQuestion): Cell[] {
  return [set.join(" "), profile, minutes];
}

async function units(
  store: Store,
  area: OpenArea,
  questions: readonly SetQuestion[],
  level: Level,
): Promise<CoverageTable> {
  const shapeOf = await shapesByRef(store, area, level);
  const size = questions[0].set.length;
  const counts = Array.from({ length: size + 1 }, (_, count) => count);
  const rows: Cell[][] = [];
  const geometry: (Geometry | null)[] = [];
  for (const question of questions) {
    const answer = completenessOf(area, question, level);
    for (const unit of level === "area" ? [{ ...answer.whole, ref: area.content.areaId }] : answer.units) {
      rows.push([...asked(question), level, ...unitCells(unit)]);
      geometry.push(shapeOf.get(unit.ref ?? "") ?? null);
    }
  }
  const columns = [
    ...QUESTION_COLUMNS,
    "level",
    "ref",
    "name",
    "parent",
    ...TALLIES.flatMap((tally) => PARTS.map((part) => `${tally}_${part}`)),
    "resident_share",
    "mean_reached",
    ...counts.map((count) => `residents_reaching_${count}`),
    "residents_partly_unknown",
  ];
  return { columns, rows, geometry };
}

function unitCells(unit: CompletenessOfUnit): Cell[] {
  return [
    unit.ref,
    unit.name,
    unit.parent,
    ...TALLIES.flatMap((tally) => PARTS.map((part) => unit[tally][part])),
    unit.residentShare,
    unit.meanReached,
    ...unit.reached.map(({ residents }) => residents),
    unit.partlyUnknown.residents,
  ];
}

function residences(area: OpenArea, questions: readonly SetQuestion[]): CoverageTable {
  const rows: Cell[][] = [];
  const geometry: Geometry[] = [];
  for (const question of questions) {
    for (const row of completenessRows(area, question)) {
      const { ref, position, community, households, residents, verdict, reached, missing, unknown } = row;
      const home = [ref, ...position, community, households, residents, verdict];
      rows.push([...asked(question), ...home, reached, missing, unknown]);
      geometry.push({ type: "Point", coordinates: position });
    }
  }
  return { columns: [...QUESTION_COLUMNS, ...RESIDENCE_COLUMNS, ...COUNT_COLUMNS], rows, geometry };
}
