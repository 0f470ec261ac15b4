/** A population file, whatever its form: a GeoTIFF or a table of H3 cells, told apart by content. @module */
import { open } from "node:fs/promises";
import type { Crs } from "../../base/crs.ts";
import type { BBox } from "../../base/lon-lat.ts";
import { checkCrsMember } from "../boundaries/crs-member.ts";
import { importError } from "../errors.ts";
import type { Refusal } from "../rows.ts";
import type { ColumnMapping } from "../tables/find-columns.ts";
import type { Population } from "./population.ts";
import { readCells } from "./read-cells.ts";
import { readRaster } from "./read-raster.ts";

export interface PopulationOptions {
  readonly file: string;
  /** As stated; null where nothing is: rasters say it themselves, and H3 cells are always WGS 84. */
  readonly stated: Crs | null;
  readonly mapping?: ColumnMapping;
  /** Degrees; cells beyond it are not kept. */
  readonly window: BBox;
}

export interface PopulationTaken {
  readonly population: Population;
  readonly crs: string;
  readonly taken: number;
  readonly refusals: readonly Refusal[];
  /** Cells of a table that do not touch the area, and their people; those of a raster are not even read. */
  readonly outside: { readonly cells: number; readonly people: number } | null;
}

/** @throws ImportError */
export async function readPopulationFile(path: string, options: PopulationOptions): Promise<PopulationTaken> {
  const { file, stated, window, mapping } = options;
  if (await isTiff(path, file)) return { ...(await readRaster(path, options)), refusals: [], outside: null };
  if (stated !== null) checkCrsMember("EPSG:4326", stated, file);
  return { ...(await readCells(path, { file, ...(mapping && { mapping }) }, window)), crs: "wgs84" };
}

/** Little or big endian, the classic form or the one for files beyond 4 GB. */
const TIFF_STARTS = ["II*\0", "MM\0*", "II+\0", "MM\0+"];

export async function isTiff(path: string, file: string): Promise<boolean> {
  try {
    const handle = await open(path);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return TIFF_STARTS.includes(buffer.toString("latin1", 0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw importError("file_missing", { file, value: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}
