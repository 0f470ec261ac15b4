/**
 * How sure a position is, by how it was found and what it was converted from: figures of the health bureau
 * (surveyed 0.1 m, GPS 5 m, geocoded 50 m, 0.5 m more where converted from GCJ-02), and stated guesses for the rest.
 * @module
 */
import type { PositionSource } from "../import/rows.ts";

/** How a position was found, or that nobody said. */
export type StatedSource = PositionSource | "unstated";

/** Metres that the true place may lie away. `map` and `unstated` are taken as twice a GPS fix, which nobody measured. */
export const SOURCE_UNCERTAINTY_M: Readonly<Record<StatedSource, number>> = {
  surveyed: 0.1,
  gps: 5,
  map: 10,
  geocoded: 50,
  unstated: 10,
};

/** Metres that converting a position adds. CGCS2000 drifts from WGS 84 with the plate, by less than a metre. */
export function conversionUncertaintyM(crs: string): number {
  switch (crs) {
    case "wgs84":
    case "EPSG:4326":
      return 0;
    case "gcj02":
      return 0.5;
    case "bd09":
      return 1;
    default:
      return /^EPSG:(326|327)\d\d$|^EPSG:3857$/.test(crs) ? 0 : 1;
  }
}

/** @param statedM accuracy that is given in metres, which counts before the kind of source; null where none is */
export function uncertaintyM(source: StatedSource, statedM: number | null, crs: string): number {
  return (statedM ?? SOURCE_UNCERTAINTY_M[source]) + conversionUncertaintyM(crs);
}
