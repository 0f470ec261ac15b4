/** Small GeoTIFFs of people, written in a test. */
import { writeArrayBuffer } from "geotiff";

export interface Drawn {
  /** Rows from the north. */
  readonly rows: readonly (readonly number[])[];
  /** North-west corner of the raster and size of a cell, in the units of the system. */
  readonly west: number;
  readonly north: number;
  readonly step: number;
  /** EPSG number; geographic where it is below 5000, null for none at all. */
  readonly epsg?: number | null;
  readonly nodata?: string;
}

export async function geotiff({ rows, west, north, step, epsg = 4326, nodata }: Drawn): Promise<Uint8Array> {
  const bytes = await writeArrayBuffer(Float32Array.from(rows.flat()), {
    width: rows[0].length,
    height: rows.length,
    ModelPixelScale: [step, step, 0],
    ModelTiepoint: [0, 0, 0, west, north, 0],
    GTRasterTypeGeoKey: 1,
    BitsPerSample: [32],
    SampleFormat: [3],
    ...keysOf(epsg),
    ...(nodata === undefined ? {} : { GDAL_NODATA: nodata }),
  } as unknown as Parameters<typeof writeArrayBuffer>[1]);
  return new Uint8Array(bytes);
}

function keysOf(epsg: number | null) {
  if (epsg === null) return { GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32767, GTCitationGeoKey: "Local grid" };
  return epsg < 5000
    ? { GTModelTypeGeoKey: 2, GeographicTypeGeoKey: epsg }
    : { GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: epsg };
}
