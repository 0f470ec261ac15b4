/** Rows of apartment buildings along the lanes of a compound: long slabs in old ones, towers in new ones. @module */
import type { Side } from "./grid.ts";
import type { LanePlan, Row } from "./lanes.ts";
import type { OsmSheet } from "./osm-sheet.ts";
import { holds, type Point, type Shape } from "./plane.ts";
import { rectangleOnGround } from "./projection.ts";
import type { Random } from "./random.ts";
import recipe from "./recipe.json" with { type: "json" };

export interface FlatStyle {
  readonly lengthM: readonly number[];
  readonly depthM: number;
  readonly gapM: readonly number[];
  readonly levels: readonly number[];
  /** Metres of building length per flat on one floor. */
  readonly metresPerFlat: number;
}

const FROM_LANE_M = 6;
const FROM_SPINE_M = 6;
const FROM_WALL_M = 3;
const MOST_LEVELS = 33;

interface Site {
  readonly middle: Point;
  readonly lengthM: number;
}

export interface FlatPlan {
  readonly buildings: readonly (Site & { readonly levels: number })[];
  readonly households: number;
}

/**
 * Floors are added, or taken off, until the compound holds as many households as the recipe wants.
 * @param loop lanes also run along the west and east ends of the rows
 * @returns null where the plot has no room for so many
 */
export function planFlats(
  random: Random,
  plot: Shape<Side>,
  plan: LanePlan,
  style: FlatStyle,
  loop: boolean,
): FlatPlan | null {
  const sites: readonly Site[] = plan.rows.flatMap((row, at) => {
    const v = row.v + FROM_LANE_M + style.depthM / 2;
    const { west, east } = endsOf(row, plan.rows[at + 1] ?? row, loop);
    return [
      ...fill(random, plot, style, v, west, plan.spineU - FROM_SPINE_M),
      ...fill(random, plot, style, v, plan.spineU + FROM_SPINE_M, east),
    ];
  });
  const storeys = sites.map(() => (random.chance(0.2) ? random.whole(-1, 1) : 0));
  const levelsAt = (at: number, usual: number): number => Math.max(2, usual + storeys[at]);
  const householdsWith = (usual: number): number =>
    sites.reduce(
      (sum, site, at) => sum + levelsAt(at, usual) * Math.max(2, Math.round(site.lengthM / style.metresPerFlat)),
      0,
    );
  const { min, max } = recipe.compounds.households;
  let usual = random.whole(style.levels[0], style.levels[1]);
  while (householdsWith(usual) < min && usual < MOST_LEVELS) usual++;
  while (householdsWith(usual) > max && usual > 2) usual--;
  const households = householdsWith(usual);
  if (households < min || households > max) return null;
  return { buildings: sites.map((site, at) => ({ ...site, levels: levelsAt(at, usual) })), households };
}

export function drawFlats(sheet: OsmSheet, { buildings }: FlatPlan, depthM: number): void {
  for (const { middle, lengthM, levels } of buildings) {
    sheet.ringOnGround(rectangleOnGround(middle, lengthM, depthM), {
      building: "apartments",
      "building:levels": String(levels),
    });
  }
}

/** How far buildings may reach: inside the lanes of a loop, else to the wall. */
function endsOf(row: Row, above: Row, loop: boolean): { west: number; east: number } {
  if (!loop) return { west: row.west[0] - 6, east: row.east[0] + 6 };
  return {
    west: Math.max(row.west[0], above.west[0]) + FROM_LANE_M,
    east: Math.min(row.east[0], above.east[0]) - FROM_LANE_M,
  };
}

/** Buildings side by side between two limits, as many as stand inside the wall, evenly spread. */
function fill(random: Random, plot: Shape<Side>, style: FlatStyle, v: number, from: number, to: number): Site[] {
  const inside = (u: number): boolean =>
    [-1, 1].every((up) => holds(plot, [u, v + (up * style.depthM) / 2], FROM_WALL_M));
  let [west, east] = [from, to];
  while (west < east && !inside(west)) west += 2;
  while (east > west && !inside(east)) east -= 2;
  const wanted = random.between(style.lengthM[0], style.lengthM[1]);
  const gapM = random.between(style.gapM[0], style.gapM[1]);
  const count = Math.floor((east - west + gapM) / (wanted + gapM)) || (east - west >= style.lengthM[0] * 0.7 ? 1 : 0);
  if (count === 0) return [];
  const lengthM = Math.min(style.lengthM[1], (east - west - gapM * (count - 1)) / count);
  const spare = (east - west - lengthM * count) / count;
  return Array.from({ length: count }, (_, k) => ({
    middle: [west + (k + 0.5) * (lengthM + spare), v] as const,
    lengthM,
  }));
}
