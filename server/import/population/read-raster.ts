/**
 * A GeoTIFF of people per cell: the window that lies over the area.
 *
 * Counts are expected. A raster of densities (people per km²) looks the same and cannot be told apart.
 * Cells of the nodata value, and NaN where that is declared as nodata, are unknown; any other figure that cannot be a
 * number of people refuses the file, since it tells of a nodata value that is not declared.
 * @module
 */
import { stat } from "node:fs/promises";
import type { GeoTIFFImage } from "geotiff";
import { type Crs, fromWgs84, toWgs84 } from "../../base/crs.ts";
import type { BBox } from "../../base/lon-lat.ts";
import { importError } from "../errors.ts";
import { openRaster } from "./open-raster.ts";
import type { RasterGrid, RasterPopulation } from "./population.ts";
import { rasterCrs } from "./raster-crs.ts";
import { rasterGrid } from "./raster-grid.ts";
import { MAX_CELL_PEOPLE } from "./read-figure.ts";
import { showBox } from "./window.ts";

/** Cells of a window: 100 million cells of 10 m would cover 100 × 100 km, far finer than people are counted. */
const MAX_WINDOW_CELLS = 16_000_000;
/** Cells of one strip or tile, which is unpacked whole. */
const MAX_BLOCK_CELLS = 64_000_000;

export interface RasterTaken {
  readonly population: RasterPopulation;
  readonly crs: string;
  /** Cells of which something is known. */
  readonly taken: number;
}

/**
 * @param stated the system that the import states, needed only where the file itself names none
 * @param window of the area, in degrees
 * @throws ImportError `raster_damaged`, `raster_unsuitable`, `raster_crs`, `crs_contradiction`, `population_off_area`,
 *   `raster_value`
 */
export async function readRaster(
  path: string,
  { file, stated, window }: { readonly file: string; readonly stated: Crs | null; readonly window: BBox },
): Promise<RasterTaken> {
  return openRaster(path, file, async (image, sound) => {
    checkShape(image, file);
    await sound(checkBlocks(image, (await stat(path)).size));
    const crs = rasterCrs(image, stated, file);
    const whole = rasterGrid(image, crs, file);
    const part = partOver(whole, crs, window);
    if (part === null)
      throw importError("population_off_area", {
        file,
        value: showBox(extentOf(whole, crs)),
        expected: showBox(window),
      });
    const { left, top, columns, rows } = part;
    if (columns * rows > MAX_WINDOW_CELLS)
      throw unsuitable(file, `${columns} × ${rows} cells over the area`, `≤ ${MAX_WINDOW_CELLS}`);
    const values = await sound(readValues(image, [left, top, left + columns, top + rows]));
    const grid: RasterGrid = {
      ...whole,
      originX: whole.originX + left * whole.stepX,
      originY: whole.originY + top * whole.stepY,
      columns,
      rows,
    };
    const people = peopleOf(values, image.getGDALNoData(), (i, value) => {
      const row = top + Math.floor(i / columns);
      const column = left + (i % columns);
      const place = centreOf(whole, crs, column, row);
      return importError("raster_value", {
        file,
        row: row + 1,
        column: column + 1,
        place: place.map((degrees) => degrees.toFixed(4)).join(", "),
        value,
        expected: `0 … ${MAX_CELL_PEOPLE}`,
      });
    });
    const population: RasterPopulation = { form: "raster", grid, people, ages: new Map() };
    return { population, crs: crs.id, taken: people.reduce((count, figure) => (figure >= 0 ? count + 1 : count), 0) };
  });
}

function checkShape(image: GeoTIFFImage, file: string): void {
  const bands = image.getSamplesPerPixel();
  if (bands !== 1) throw unsuitable(file, `${bands} bands`, "1 band");
  const block = image.getTileWidth() * image.getTileHeight();
  if (!(image.getWidth() > 0 && image.getHeight() > 0 && block > 0))
    throw importError("raster_damaged", { file, value: `${image.getWidth()} × ${image.getHeight()}` });
  if (block > MAX_BLOCK_CELLS) throw unsuitable(file, `${block} cells in one strip or tile`, `≤ ${MAX_BLOCK_CELLS}`);
}

/** The library fills what lies beyond the end of a torn file with zeros, which would be nobody. */
async function checkBlocks(image: GeoTIFFImage, fileBytes: number): Promise<void> {
  const { fileDirectory } = image;
  const [offsets, counts] = image.isTiled
    ? [await fileDirectory.loadValue("TileOffsets"), await fileDirectory.loadValue("TileByteCounts")]
    : [await fileDirectory.loadValue("StripOffsets"), await fileDirectory.loadValue("StripByteCounts")];
  const blocks =
    Math.ceil(image.getWidth() / image.getTileWidth()) * Math.ceil(image.getHeight() / image.getTileHeight());
  for (let i = 0; i < blocks; i++) {
    const end = Number(offsets?.[i]) + Number(counts?.[i]);
    if (!(Number(counts?.[i]) > 0 && end <= fileBytes))
      throw new Error(`block ${i + 1} / ${blocks}: ${end} > ${fileBytes} bytes`);
  }
}

async function readValues(image: GeoTIFFImage, window: [number, number, number, number]): Promise<ArrayLike<number>> {
  const values = await image.readRasters({ window, samples: [0], interleave: true });
  return values as unknown as ArrayLike<number>;
}

/** −1 for nodata. */
function peopleOf(
  values: ArrayLike<number>,
  nodata: number | null,
  wrong: (index: number, value: number) => Error,
): Float64Array {
  const people = new Float64Array(values.length);
  // A nodata value is written as text and may have lost the last bits that a float32 of it carries.
  const isNoData = (value: number) =>
    nodata !== null && (Object.is(value, nodata) || value === nodata || value === Math.fround(nodata));
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isNoData(value)) people[i] = -1;
    else if (value >= 0 && value <= MAX_CELL_PEOPLE) people[i] = value;
    else throw wrong(i, value);
  }
  return people;
}

interface Part {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** The cells that the window touches; null where there are none. */
function partOver(grid: RasterGrid, crs: Crs, window: BBox): Part | null {
  const corners = around(window).map(([lon, lat]) => fromWgs84(crs, [lon, lat]));
  const columns = corners.map(([x]) => (x - grid.originX) / grid.stepX);
  const rows = corners.map(([, y]) => (y - grid.originY) / grid.stepY);
  const left = Math.max(0, Math.floor(Math.min(...columns)));
  const right = Math.min(grid.columns, Math.ceil(Math.max(...columns)));
  const top = Math.max(0, Math.floor(Math.min(...rows)));
  const bottom = Math.min(grid.rows, Math.ceil(Math.max(...rows)));
  return left < right && top < bottom ? { left, top, columns: right - left, rows: bottom - top } : null;
}

/** Corners and middles of the sides: in a projected system the sides of a box of degrees are bent. */
function around([west, south, east, north]: BBox): [number, number][] {
  const middleLon = (west + east) / 2;
  const middleLat = (south + north) / 2;
  return [west, middleLon, east].flatMap((lon) => [south, middleLat, north].map((lat): [number, number] => [lon, lat]));
}

function centreOf({ originX, originY, stepX, stepY }: RasterGrid, crs: Crs, column: number, row: number) {
  return toWgs84(crs, originX + (column + 0.5) * stepX, originY + (row + 0.5) * stepY);
}

function extentOf(grid: RasterGrid, crs: Crs): BBox {
  const [x0, y0] = toWgs84(crs, grid.originX, grid.originY);
  const [x1, y1] = toWgs84(crs, grid.originX + grid.columns * grid.stepX, grid.originY + grid.rows * grid.stepY);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

function unsuitable(file: string, value: string, expected: string): Error {
  return importError("raster_unsuitable", { file, value, expected });
}
