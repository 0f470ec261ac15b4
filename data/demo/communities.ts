/** Communities and subdistricts: groups of blocks, joined along the very lines that their streets follow. @module */
import type { Feature, FeatureCollection, Polygon } from "geojson";
import type { LonLat } from "../../server/base/lon-lat.ts";
import type { Grid } from "./grid.ts";
import { along, distance, type Point } from "./plane.ts";
import { toGround } from "./projection.ts";
import recipe from "./recipe.json" with { type: "json" };

const { plan, names, subdistricts } = recipe.communities;

/** Properties as a district would name them. */
export interface UnitProperties {
  readonly 名称: string;
  readonly 级别: "街道" | "社区" | "区";
  /** The subdistrict of a community; null for a subdistrict or the district. */
  readonly 街道: string | null;
}
type Unit = Feature<Polygon, UnitProperties>;

/** Letter of the plan for the block at a column and row, rows counted from the south. */
export function communityLetter(column: number, row: number): string {
  return plan[plan.length - 1 - row][column];
}

export function drawUnits(grid: Grid): {
  communities: FeatureCollection<Polygon, UnitProperties>;
  boundary: FeatureCollection<Polygon, UnitProperties>;
} {
  const of = (letters: string): LonLat[] =>
    outline(grid, (column, row) => letters.includes(communityLetter(column, row)));
  const units: Unit[] = subdistricts.flatMap(({ name, letters }) => [
    unit({ 名称: name, 级别: "街道", 街道: null }, of(letters)),
    ...[...letters].map((letter) =>
      unit({ 名称: names[letter as keyof typeof names], 级别: "社区", 街道: name }, of(letter)),
    ),
  ]);
  const everywhere = subdistricts.map(({ letters }) => letters).join("");
  return {
    communities: { type: "FeatureCollection", features: units },
    boundary: {
      type: "FeatureCollection",
      features: [unit({ 名称: recipe.area.name, 级别: "区", 街道: null }, of(everywhere))],
    },
  };
}

function unit(properties: UnitProperties, ring: LonLat[]): Unit {
  return {
    type: "Feature",
    properties,
    geometry: { type: "Polygon", coordinates: [ring.map(([lon, lat]) => [lon, lat])] },
  };
}

/**
 * The ring round a group of blocks: sides between two of the group cancel out, the others are chained.
 * Neighbours share every vertex, so that their areas add up without gap or overlap.
 * @throws RangeError where the group is not in one piece without holes
 */
function outline(grid: Grid, within: (column: number, row: number) => boolean): LonLat[] {
  const { corners } = grid;
  const has = (column: number, row: number): boolean =>
    column >= 0 && row >= 0 && column < corners.length - 1 && row < corners[0].length - 1 && within(column, row);
  const next = new Map<string, { to: string; from: Point; end: Point }>();
  corners.forEach((line, i) => {
    line.forEach((_, j) => {
      if (!has(i, j)) return;
      const ring = [
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
        [i, j + 1],
      ] as const;
      const beyond = [
        [i, j - 1],
        [i + 1, j],
        [i, j + 1],
        [i - 1, j],
      ] as const;
      ring.forEach(([a, b], side) => {
        if (has(...beyond[side])) return;
        const [c, d] = ring[(side + 1) % 4];
        next.set(`${a}/${b}`, { to: `${c}/${d}`, from: corners[a][b], end: corners[c][d] });
      });
    });
  });
  const first = next.keys().next().value!;
  const points: LonLat[] = [];
  let used = 0;
  for (let at = first; used === 0 || at !== first; used++) {
    const side = next.get(at)!;
    points.push(...bent(side.from, side.end));
    at = side.to;
  }
  if (used !== next.size) throw new RangeError("a community of the recipe is not in one piece");
  return [...points, points[0]];
}

/** Points along a side without its end; the same in both directions, since pieces are equal. */
function bent(from: Point, to: Point): LonLat[] {
  const pieces = Math.ceil(distance(from, to) / 60);
  return Array.from({ length: pieces }, (_, at) => toGround(along(from, to, at / pieces)));
}
