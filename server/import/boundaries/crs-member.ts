/** A GeoJSON may carry a `crs` member (GeoJSON 2008, still written by QGIS); it must not contradict what was stated. @module */
import { type Crs, parseCrs } from "../../base/crs.ts";
import { importError } from "../errors.ts";

/** One and the same here: CGCS2000 and WGS 84 differ by less than a metre. */
const DEGREES_ON_WGS84: ReadonlySet<string> = new Set(["wgs84", "cgcs2000", "EPSG:4326", "EPSG:4490"]);

/**
 * @param member as {@link RawTable.crsMember}
 * @throws ImportError `crs_contradiction`, also where the member cannot be understood
 */
export function checkCrsMember(member: string | null, stated: Crs, file: string): void {
  if (member === null) return;
  const written = idOf(member);
  const same = written === stated.id || (DEGREES_ON_WGS84.has(written) && DEGREES_ON_WGS84.has(stated.id));
  if (!same) throw importError("crs_contradiction", { file, value: member, expected: stated.id });
}

/** `urn:ogc:def:crs:OGC:1.3:CRS84` → `wgs84`, `urn:ogc:def:crs:EPSG::4547` → `EPSG:4547`, others as they are. */
function idOf(member: string): string {
  if (/CRS84$/i.test(member)) return "wgs84";
  const number = /EPSG:(?:.*:)?(\d+)$/i.exec(member)?.[1] ?? member;
  try {
    return parseCrs(number).id;
  } catch {
    return member;
  }
}
