/** Which coordinate system a GeoTIFF says that it is in. @module */
import type { GeoTIFFImage } from "geotiff";
import { type Crs, KNOWN_CRS, parseCrs } from "../../base/crs.ts";
import { checkCrsMember } from "../boundaries/crs-member.ts";
import { importError } from "../errors.ts";

/** The code that stands for "described by parameters, without a number". */
const USER_DEFINED = 32767;

/**
 * By the keys of the file; where it has none, as stated.
 * @throws ImportError `raster_crs` where it is unknown to us, `crs_contradiction` where it is not the one stated
 */
export function rasterCrs(image: GeoTIFFImage, stated: Crs | null, file: string): Crs {
  const keys = image.getGeoKeys() ?? {};
  const code: unknown = keys.ProjectedCSTypeGeoKey ?? keys.GeographicTypeGeoKey;
  if (code === undefined) {
    if (stated !== null) return stated;
    throw importError("raster_crs", { file, value: "—", expected: KNOWN_CRS });
  }
  const crs = typeof code === "number" && code !== USER_DEFINED ? known(`EPSG:${code}`) : null;
  if (crs === null) {
    const citation = keys.PCSCitationGeoKey ?? keys.GTCitationGeoKey ?? keys.GeogCitationGeoKey;
    const value = code === USER_DEFINED ? String(citation ?? code) : `EPSG:${String(code)}`;
    throw importError("raster_crs", { file, value: value.replaceAll("\0", "").trim(), expected: KNOWN_CRS });
  }
  if (stated !== null) checkCrsMember(crs.id, stated, file);
  return crs;
}

function known(text: string): Crs | null {
  try {
    return parseCrs(text);
  } catch {
    return null;
  }
}
