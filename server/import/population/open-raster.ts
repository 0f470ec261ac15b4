/** A GeoTIFF opened, read and closed; what the library cannot read is told as damage of the file. @module */
import { fromFile, type GeoTIFFImage } from "geotiff";
import { importError } from "../errors.ts";

/**
 * @param file name as told
 * @param read is given the first image, and `sound`, which tells a failure of the library as damage
 * @throws ImportError `raster_damaged`, and what `read` throws
 */
export async function openRaster<Value>(
  path: string,
  file: string,
  read: (image: GeoTIFFImage, sound: <Part>(reading: Promise<Part>) => Promise<Part>) => Promise<Value>,
): Promise<Value> {
  const sound = <Part>(reading: Promise<Part>) =>
    reading.catch((error) => {
      throw importError("raster_damaged", { file, value: error instanceof Error ? error.message : String(error) });
    });
  const tiff = await sound(fromFile(path));
  try {
    return await read(await sound(tiff.getImage()), sound);
  } finally {
    await tiff.close();
  }
}
