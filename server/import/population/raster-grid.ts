/** Where the cells of a GeoTIFF lie. @module */
import type { GeoTIFFImage } from "geotiff";
import type { Crs } from "../../base/crs.ts";
import { importError } from "../errors.ts";
import type { RasterGrid } from "./population.ts";

/** Value of GTRasterTypeGeoKey; without the key a cell is an area. */
const PIXEL_IS_POINT = 2;

/** @throws ImportError `raster_unsuitable` where the raster is turned, or nothing says where it lies */
export function rasterGrid(image: GeoTIFFImage, crs: Crs, file: string): RasterGrid {
  const [originX, originY] = affine(() => image.getOrigin(), file);
  const [stepX, stepY] = affine(() => image.getResolution(), file);
  const turned = image.fileDirectory.getValue("ModelTransformation");
  const isTurned = turned !== undefined && (turned[1] !== 0 || turned[4] !== 0);
  if (isTurned || ![originX, originY, stepX, stepY].every(Number.isFinite) || stepX === 0 || stepY === 0)
    throw importError("raster_unsuitable", { file, value: isTurned ? "rotated" : "no extent", expected: "north up" });
  const tie = image.fileDirectory.getValue("ModelTiepoint") ?? [0, 0];
  // The tie may be another corner than the first, and the middle of its cell instead of the corner.
  const half = image.getGeoKeys()?.GTRasterTypeGeoKey === PIXEL_IS_POINT ? 0.5 : 0;
  return {
    crs: crs.id,
    originX: originX - (tie[0] + half) * stepX,
    originY: originY - (tie[1] + half) * stepY,
    stepX,
    stepY,
    columns: image.getWidth(),
    rows: image.getHeight(),
  };
}

function affine(read: () => number[], file: string): number[] {
  try {
    return read();
  } catch {
    throw importError("raster_unsuitable", { file, value: "no extent", expected: "ModelPixelScale, ModelTiepoint" });
  }
}
