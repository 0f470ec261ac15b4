/** Pairs of coordinates as a table writes them, before anybody says in which system. @module */
import { parseCrs } from "../../base/crs.ts";
import { checkPair } from "../place.ts";
import { RowProblem } from "../row-problem.ts";
import type { Field } from "../tables/column-aliases.ts";
import type { Columns } from "../tables/find-columns.ts";
import { parseCoordinate, parseLocation } from "../tables/parse-cells.ts";
import type { RawRecord, RawTable } from "../tables/raw-table.ts";

export type Pair = readonly [x: number, y: number];

/** Pairs with more than this are metres. */
const MAX_DEGREES = 180;
/** From this share on the whole file has its columns swapped, as the import sees it. */
const WHOLE_FILE_SHARE = 0.9;

/** At most so many, evenly over the file; rows without a readable pair are passed over, the import tells of them. */
export function rawPositions(table: RawTable, columns: Columns<Field>, most: number): Pair[] {
  return spread(table.records, most).flatMap((record) => pairsOf(record, columns));
}

export function areMetres(pairs: readonly Pair[]): boolean {
  const large = pairs.filter(([x, y]) => Math.abs(x) > MAX_DEGREES && Math.abs(y) > MAX_DEGREES).length;
  return pairs.length > 0 && large > pairs.length / 2;
}

/** Latitudes stand where longitudes should: told for degrees only, since eastings and northings need a system. */
export function areSwapped(pairs: readonly Pair[]): boolean {
  const gcj02 = parseCrs("gcj02");
  const swapped = pairs.filter(
    ([x, y]) => reasonOf(() => checkPair(gcj02, x, y, { x: "x", y: "y" })) === "lat_lon_swapped",
  );
  return pairs.length > 0 && swapped.length >= WHOLE_FILE_SHARE * pairs.length;
}

function pairsOf({ cells, geometry }: RawRecord, columns: Columns<Field>): readonly Pair[] {
  if (geometry !== null) return geometry.type === "Point" ? pairIn(geometry.coordinates) : corners(geometry);
  const { lon, lat, location } = columns;
  try {
    if (lon !== undefined && lat !== undefined)
      return [[parseCoordinate(cells[lon], "x"), parseCoordinate(cells[lat], "y")]];
    return location === undefined ? [] : [parseLocation(cells[location], "xy")];
  } catch (error) {
    if (error instanceof RowProblem) return [];
    throw error;
  }
}

/** Corners of every ring, whatever the geometry is called: what is no list of pairs gives none. */
function corners(geometry: object): readonly Pair[] {
  const found: Pair[] = [];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const [pair] = pairIn(value);
    if (pair !== undefined) found.push(pair);
    else for (const inner of value) visit(inner);
  };
  visit("coordinates" in geometry ? geometry.coordinates : null);
  return found;
}

function pairIn(value: unknown): readonly Pair[] {
  const [x, y] = Array.isArray(value) ? (value as unknown[]) : [];
  return Number.isFinite(x) && Number.isFinite(y) ? [[x as number, y as number]] : [];
}

function reasonOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof RowProblem) return error.reason;
    throw error;
  }
}

/** Evenly over the list, always the same ones. */
export function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]);
}
