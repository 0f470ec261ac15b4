/** Where a population raster lies, without reading a cell of it. @module */
import { type Crs, outOfRange, toWgs84 } from "../../base/crs.ts";
import { type BBox, EMPTY_BBOX, extendBBox } from "../../base/lon-lat.ts";
import { openRaster } from "../population/open-raster.ts";
import { rasterCrs } from "../population/raster-crs.ts";
import { rasterGrid } from "../population/raster-grid.ts";

export interface RasterExtent {
  readonly crs: string;
  readonly columns: number;
  readonly rows: number;
  /** Degrees; null where a corner lies beyond what its system allows. */
  readonly box: BBox | null;
}

/** @throws ImportError `raster_damaged`, `raster_unsuitable`, `raster_crs`, `crs_contradiction` */
export async function rasterExtent(path: string, file: string, stated: Crs | null): Promise<RasterExtent> {
  return openRaster(path, file, async (image) => {
    const crs = rasterCrs(image, stated, file);
    const { originX, originY, stepX, stepY, columns, rows } = rasterGrid(image, crs, file);
    let box: BBox | null = EMPTY_BBOX;
    for (const [i, j] of [
      [0, 0],
      [columns, 0],
      [0, rows],
      [columns, rows],
    ]) {
      const [x, y] = [originX + i * stepX, originY + j * stepY];
      box = box && outOfRange(crs, x, y) === null ? extendBBox(box, toWgs84(crs, x, y)) : null;
    }
    return { crs: crs.id, columns, rows, box };
  });
}
