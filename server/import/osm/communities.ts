/** Administrative areas of an extract as communities and subdistricts. @module */
import { checkCrossings } from "../boundaries/crossings.ts";
import { RowProblem } from "../row-problem.ts";
import type { Refusal, Taken, UnitRow } from "../rows.ts";
import { type Area, toMultiPolygon } from "./areas.ts";
import { osmNote } from "./collect.ts";
import { nameOf, type Tags } from "./tags.ts";

/**
 * Levels that can be a part of a district. In China 8 is a subdistrict or township, 10 a community or village, 9 between
 * them where used; in Malta 8 is a local council.
 */
const LEVELS: readonly number[] = [10, 9, 8];

export function isUnit(tags: Tags): boolean {
  return tags.get("boundary") === "administrative" && LEVELS.includes(Number(tags.get("admin_level")));
}

/**
 * The finest level with two areas or more becomes `community`, the next coarser such level `subdistrict`; a level with
 * a single area divides nothing. Areas of other levels are set aside and told.
 */
export function takeCommunities(areas: readonly Area[], file: string): Taken<UnitRow> {
  const refusals: Refusal[] = [];
  const named: { area: Area; name: string; level: number }[] = [];
  for (const area of areas) {
    if (!isUnit(area.tags)) continue;
    const name = nameOf(area.tags);
    const crossing = crossingOf(area, file);
    if (!name) refusals.push(osmNote(file, area.ref, "name_missing", { field: "name" }));
    else if (crossing) refusals.push(crossing);
    else named.push({ area, name, level: Number(area.tags.get("admin_level")) });
  }
  const [community, subdistrict] = LEVELS.filter((level) => named.filter((unit) => unit.level === level).length >= 2);
  const rows: UnitRow[] = [];
  for (const { area, name, level } of named) {
    if (level !== community && level !== subdistrict) {
      refusals.push(
        osmNote(file, area.ref, "level_left_aside", {
          field: "admin_level",
          value: String(level),
          expected: "two areas or more of the level",
        }),
      );
      continue;
    }
    rows.push({
      ref: area.ref,
      name,
      level: level === community ? "community" : "subdistrict",
      parentName: null,
      geometry: toMultiPolygon(area.polygons),
    });
  }
  return { rows, refusals };
}

/** Borders that cross are refused like those of a file of communities: no question of inside has an answer there. */
function crossingOf({ ref, polygons }: Area, file: string): Refusal | null {
  try {
    checkCrossings(polygons);
    return null;
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    const { reason, field, value, expected } = error;
    return { file, row: null, ref, reason, field, value, expected };
  }
}
