/** A table of residences: compounds as points or, in a GeoJSON, as outlines, with households and residents. @module */
import type { Crs } from "../../base/crs.ts";
import { pieceLengthM } from "../../base/metric.ts";
import { AGE_GROUPS } from "../age-groups.ts";
import { checkCrsMember } from "../boundaries/crs-member.ts";
import { place } from "../place.ts";
import { RowProblem } from "../row-problem.ts";
import type { ResidenceRow } from "../rows.ts";
import { agesOf } from "./ages-of.ts";
import type { ResidenceField } from "./column-aliases.ts";
import { parseCount, parseLocations } from "./parse-cells.ts";
import { findPointColumns } from "./point-columns.ts";
import { readTable, type TableOptions } from "./read-table.ts";
import type { RowReader } from "./row-reader.ts";
import { type TableTaken, takeRows } from "./take-rows.ts";

export interface ResidencesOptions extends TableOptions {
  readonly crs: Crs;
}

export const RESIDENCE_FIELDS: readonly ResidenceField[] = [
  "ref",
  "name",
  "lon",
  "lat",
  "location",
  "entrances",
  "households",
  "residents",
  "address",
  ...AGE_GROUPS.map(({ code }) => code),
];

/**
 * Counts that are not given stay null: nothing is estimated here.
 * @throws ImportError where the file as a whole cannot be taken
 */
export async function readResidences(path: string, options: ResidencesOptions): Promise<TableTaken<ResidenceRow>> {
  const { crs } = options;
  const table = await readTable(path, options);
  checkCrsMember(table.crsMember, crs, table.file);
  const columns = findPointColumns(table, RESIDENCE_FIELDS, options);
  return takeRows(table, columns, (row): ResidenceRow => {
    const residents = parseCount(row.cell("residents"), row.header("residents"));
    return {
      ref: row.ref(),
      name: row.text("name"),
      kind: "compound",
      ...placedWithEntrances(row, crs),
      households: parseCount(row.cell("households"), row.header("households")),
      residents,
      ages: agesOf(row, residents, parseCount),
      estimated: false,
      flatsCounted: false,
      address: row.text("address"),
    };
  });
}

/** Farther from the point than this no gate can be: the largest campuses measure some 3 km. */
const FARTHEST_ENTRANCE_M = 5000;

/** Entrances are written in the coordinate system that is stated for the whole file. */
function placedWithEntrances(row: RowReader, crs: Crs): Pick<ResidenceRow, "position" | "original" | "entrances"> {
  const placed = row.placed(crs);
  const field = row.header("entrances");
  const pairs = parseLocations(row.cell("entrances"), field);
  const entrances = pairs?.map(([x, y]) => place(crs, x, y, { x: field, y: field }).position) ?? null;
  for (const entrance of entrances ?? []) {
    const metres = pieceLengthM(...placed.position, ...entrance);
    if (metres > FARTHEST_ENTRANCE_M)
      throw new RowProblem(
        "entrance_far",
        field,
        `${entrance.join(",")}: ${Math.round(metres)} m`,
        `≤ ${FARTHEST_ENTRANCE_M} m`,
      );
  }
  return { ...placed, entrances };
}
