/** Cuts blocks into parcels by smaller streets, until each is the size of a walled compound. @module */
import type { Side } from "./grid.ts";
import type { Names } from "./names.ts";
import type { OsmSheet } from "./osm-sheet.ts";
import { along, areaOf, cut, distance, endOf, extentOf, leftOf, type Point, type Shape } from "./plane.ts";
import type { Random } from "./random.ts";
import recipe from "./recipe.json" with { type: "json" };
import { metresAlong, newStreet, type Street, type StreetKind, stopAt } from "./streets.ts";

const { targetAreaM2, areaSpread, tilt, cornerM, alignM, tries } = recipe.parcels;

/** Streets made on the way are pushed to `streets`. */
export function cutIntoParcels(
  sheet: OsmSheet,
  random: Random,
  names: Names,
  block: Shape<Side>,
  streets: Street[],
): Shape<Side>[] {
  function halve(shape: Shape<Side>, depth: number): Shape<Side>[] {
    const enough = targetAreaM2 * random.between(1 - areaSpread, 1 + areaSpread);
    if (areaOf(shape) < enough || depth > 5) return [shape];
    for (let attempt = 0; attempt < tries; attempt++) {
      const ends = cuttingLine(shape, random);
      if (ends === null) continue;
      const kind: StreetKind = depth === 0 ? "tertiary" : depth <= 2 ? "residential" : "service";
      const street = join(
        sheet,
        kind,
        kind === "tertiary" ? names.street() : kind === "residential" ? names.lane() : null,
        ends,
      );
      const side: Side = { street, setbackM: recipe.streets.setbackM[kind] };
      const [from, to] = [street.from, street.to];
      const normal = leftOf(from, to);
      const parts = [cut(shape, from, normal, side), cut(shape, from, [-normal[0], -normal[1]], side)];
      streets.push(street);
      return parts.flatMap((part) => halve(part, depth + 1));
    }
    return [shape];
  }
  return halve(block, 0);
}

interface End {
  readonly point: Point;
  readonly side: Side;
}

/** A line across the longer extent, a little off the middle and a little askew; null where it would come too near a corner. */
function cuttingLine(shape: Shape<Side>, random: Random): readonly [End, End] | null {
  const [west, south, east, north] = extentOf(shape);
  const through: Point = [
    west + (east - west) * random.between(0.38, 0.62),
    south + (north - south) * random.between(0.38, 0.62),
  ];
  const lean = random.between(-tilt, tilt);
  const normal: Point = east - west > (north - south) * random.between(0.85, 1.18) ? [1, lean] : [lean, 1];
  const ends: End[] = [];
  for (const [at, { from, side }] of shape.entries()) {
    const to = endOf(shape, at);
    const start = (from[0] - through[0]) * normal[0] + (from[1] - through[1]) * normal[1];
    const end = (to[0] - through[0]) * normal[0] + (to[1] - through[1]) * normal[1];
    if (start > 0 === end > 0) continue;
    const point = along(from, to, start / (start - end));
    if (Math.min(distance(point, from), distance(point, to)) < cornerM) return null;
    ends.push({ point, side });
  }
  return ends.length === 2 ? [ends[0], ends[1]] : null;
}

/** Joins the streets at both ends, at a junction from the other side where one is near; ends blind at a fence and before an expressway. */
function join(sheet: OsmSheet, kind: StreetKind, name: string | null, ends: readonly [End, End]): Street {
  const [a, b] = ends.map(({ point, side }, at) => {
    if (side.street === null) return { point, node: undefined };
    if (side.street.kind !== "trunk") return stopAt(sheet, side.street, metresAlong(side.street, point), alignM);
    const other = ends[1 - at].point;
    return { point: along(point, other, side.setbackM / distance(point, other)), node: undefined };
  });
  return newStreet(sheet, { kind, name, from: a.point, to: b.point }, { from: a.node, to: b.node });
}
