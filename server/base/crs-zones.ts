/**
 * Projected systems that Chinese survey offices write their files in, given by formula instead of a list of 60 lines.
 * Numbers and parameters are those of the EPSG register, compared with PROJ's database as PostGIS ships it.
 * Not handled: Beijing 1954 and Xi'an 1980 (their shift to WGS 84 is not public) and local city grids.
 * @module
 */

/** Bounds in metres, both inclusive. */
export interface MetreRange {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

export interface ProjectedZone {
  /** Definition in the language of PROJ. */
  readonly proj4: string;
  readonly name: string;
  readonly range: MetreRange;
}

/** For messages: every code that {@link projectedZone} knows. */
export const ZONE_CODES = "EPSG:3857, EPSG:4491–4512, EPSG:4513–4554, EPSG:32601–32660, EPSG:32701–32760";

/** Half of the earth's circumference at the equator in the spherical Mercator of web maps (EPSG:3857). */
const WEB_MERCATOR_HALF_M = 20_037_508.342789244;

/** Middle of every Gauss–Krüger and UTM zone, metres. */
const MIDDLE_EASTING_M = 500_000;
/**
 * A zone of 3° is 167 km wide on each side at the equator. Files of a city on the edge of a zone keep to one zone,
 * so half as much again is taken; beyond it the statement is wrong rather than the city large.
 */
const HALF_WIDTH_3_DEGREES_M = 250_000;
const HALF_WIDTH_6_DEGREES_M = 500_000;
/** 54.1° N; China ends at 53.56° N. */
const CHINA_MAX_NORTHING_M = 6_000_000;
/** UTM ends at 84° N and 80° S. */
const UTM_MAX_NORTHING_M = 9_330_000;
const UTM_SOUTH_MIN_NORTHING_M = 1_116_000;
const UTM_SOUTH_FALSE_NORTHING_M = 10_000_000;

/** The projected system of an EPSG number, or null where it is none of {@link ZONE_CODES}. */
export function projectedZone(epsg: number): ProjectedZone | null {
  if (epsg === 3857) return webMercator();
  if (epsg >= 4491 && epsg <= 4501) return gaussKruger6(epsg - 4491 + 13, true);
  if (epsg >= 4502 && epsg <= 4512) return gaussKruger6(epsg - 4502 + 13, false);
  if (epsg >= 4513 && epsg <= 4533) return gaussKruger3(epsg - 4513 + 25, true);
  if (epsg >= 4534 && epsg <= 4554) return gaussKruger3(epsg - 4534 + 25, false);
  if (epsg >= 32601 && epsg <= 32660) return utm(epsg - 32600, false);
  if (epsg >= 32701 && epsg <= 32760) return utm(epsg - 32700, true);
  return null;
}

/** Zone n of 6° has its central meridian at 6 n − 3. */
function gaussKruger6(zone: number, zonePrefixed: boolean): ProjectedZone {
  return gaussKruger(6 * zone - 3, zone, zonePrefixed, HALF_WIDTH_6_DEGREES_M, "CGCS2000 / Gauss-Kruger");
}

/** Zone n of 3° has its central meridian at 3 n. */
function gaussKruger3(zone: number, zonePrefixed: boolean): ProjectedZone {
  return gaussKruger(3 * zone, zone, zonePrefixed, HALF_WIDTH_3_DEGREES_M, "CGCS2000 / 3-degree Gauss-Kruger");
}

/** @param zonePrefixed eastings begin with the number of the zone: 38 500 000 instead of 500 000 */
function gaussKruger(
  meridian: number,
  zone: number,
  zonePrefixed: boolean,
  halfWidthM: number,
  family: string,
): ProjectedZone {
  const middle = MIDDLE_EASTING_M + (zonePrefixed ? zone * 1_000_000 : 0);
  return {
    proj4: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${middle} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
    name: zonePrefixed ? `${family} zone ${zone}` : `${family} CM ${meridian}E`,
    range: { minX: middle - halfWidthM, maxX: middle + halfWidthM, minY: 0, maxY: CHINA_MAX_NORTHING_M },
  };
}

function utm(zone: number, south: boolean): ProjectedZone {
  return {
    proj4: `+proj=utm +zone=${zone}${south ? " +south" : ""} +datum=WGS84 +units=m +no_defs`,
    name: `WGS 84 / UTM zone ${zone}${south ? "S" : "N"}`,
    range: {
      minX: MIDDLE_EASTING_M - HALF_WIDTH_6_DEGREES_M,
      maxX: MIDDLE_EASTING_M + HALF_WIDTH_6_DEGREES_M,
      minY: south ? UTM_SOUTH_MIN_NORTHING_M : 0,
      maxY: south ? UTM_SOUTH_FALSE_NORTHING_M : UTM_MAX_NORTHING_M,
    },
  };
}

function webMercator(): ProjectedZone {
  return {
    proj4:
      "+proj=merc +a=6378137 +b=6378137 +lat_ts=0.0 +lon_0=0.0 +x_0=0.0 +y_0=0 +k=1.0 +units=m +nadgrids=@null +wktext +no_defs",
    name: "WGS 84 / Pseudo-Mercator",
    range: {
      minX: -WEB_MERCATOR_HALF_M,
      maxX: WEB_MERCATOR_HALF_M,
      minY: -WEB_MERCATOR_HALF_M,
      maxY: WEB_MERCATOR_HALF_M,
    },
  };
}
