/**
 * Coordinate systems that a file may be written in, and the way from each to WGS 84 and back.
 * x is always longitude or easting, y latitude or northing, whatever order the register gives the axes.
 * CGCS2000 and WGS 84 are taken as one, as PROJ does: they differ by less than a metre, growing with the drift of the plate.
 * @module
 */
import proj4 from "proj4";
import { bd09ToWgs84, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from "./crs-china.ts";
import { crsError } from "./crs-errors.ts";
import { type MetreRange, type ProjectedZone, projectedZone, ZONE_CODES } from "./crs-zones.ts";
import type { LonLat } from "./lon-lat.ts";

export interface Crs {
  /** As stored with every original pair: `wgs84`, `gcj02`, `bd09`, `cgcs2000` or `EPSG:4547`. */
  readonly id: string;
  readonly name: string;
  readonly kind: "geographic" | "projected";
  /** True where the system is of use in China only, so that a position outside it is a sign of a mistake. */
  readonly chinaOnly: boolean;
  /** What x and y may be: degrees where geographic, metres where projected; inclusive. */
  readonly range: MetreRange;
  readonly toWgs84: (position: LonLat) => LonLat;
  readonly fromWgs84: (position: LonLat) => LonLat;
}

/** For messages and help texts. */
export const KNOWN_CRS = `wgs84, gcj02, bd09, cgcs2000, EPSG:4326, EPSG:4490, ${ZONE_CODES}`;

const WHOLE_EARTH = { minX: -180, maxX: 180, minY: -90, maxY: 90 };

/**
 * Reads a statement such as `gcj02`, `EPSG:4547`, `epsg:4547` or `4547`.
 * @throws DomainError `crs_unknown`
 */
export function parseCrs(text: string): Crs {
  const word = text.normalize("NFKC").trim().toLowerCase();
  const crs = namedCrs(word) ?? epsgCrs(word);
  if (crs === null) throw crsError("crs_unknown", { value: text, expected: KNOWN_CRS });
  return crs;
}

/** x and y must be in `crs.range`; {@link outOfRange} tells. */
export function toWgs84(crs: Crs, x: number, y: number): LonLat {
  return crs.toWgs84([x, y]);
}

export function fromWgs84(crs: Crs, position: LonLat): LonLat {
  return crs.fromWgs84(position);
}

/** Which of the two is outside the range of the system and what the range is; null where both are inside. */
export function outOfRange(crs: Crs, x: number, y: number): { axis: "x" | "y"; expected: string } | null {
  const { minX, maxX, minY, maxY } = crs.range;
  const unit = crs.kind === "geographic" ? "°" : " m";
  if (!(x >= minX && x <= maxX)) return { axis: "x", expected: `${minX} … ${maxX}${unit}` };
  if (!(y >= minY && y <= maxY)) return { axis: "y", expected: `${minY} … ${maxY}${unit}` };
  return null;
}

function namedCrs(word: string): Crs | null {
  switch (word) {
    case "wgs84":
      return geographic("wgs84", "WGS 84", false);
    case "cgcs2000":
      return geographic("cgcs2000", "CGCS2000", true);
    case "gcj02":
      return { ...geographic("gcj02", "GCJ-02", true), toWgs84: gcj02ToWgs84, fromWgs84: wgs84ToGcj02 };
    case "bd09":
      return { ...geographic("bd09", "BD-09", true), toWgs84: bd09ToWgs84, fromWgs84: wgs84ToBd09 };
    default:
      return null;
  }
}

function epsgCrs(word: string): Crs | null {
  const digits = /^(?:epsg:)?(\d{4,5})$/.exec(word)?.[1];
  if (digits === undefined) return null;
  const epsg = Number(digits);
  if (epsg === 4326) return geographic("EPSG:4326", "WGS 84", false);
  if (epsg === 4490) return geographic("EPSG:4490", "CGCS2000", true);
  const zone = projectedZone(epsg);
  return zone && projected(epsg, zone);
}

function geographic(id: string, name: string, chinaOnly: boolean): Crs {
  return { id, name, kind: "geographic", chinaOnly, range: WHOLE_EARTH, toWgs84: copy, fromWgs84: copy };
}

function projected(epsg: number, { proj4: definition, name, range }: ProjectedZone): Crs {
  const converter = proj4(definition);
  return {
    id: `EPSG:${epsg}`,
    name,
    kind: "projected",
    chinaOnly: epsg >= 4490 && epsg <= 4554,
    range,
    toWgs84: ([x, y]) => converter.inverse<[number, number]>([x, y]),
    fromWgs84: ([lon, lat]) => converter.forward<[number, number]>([lon, lat]),
  };
}

function copy([x, y]: LonLat): LonLat {
  return [x, y];
}
