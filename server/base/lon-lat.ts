/** Positions are longitude, latitude, in that order, in degrees of WGS 84. @module */

export type LonLat = readonly [lon: number, lat: number];

/** West, south, east, north, in degrees. */
export type BBox = readonly [west: number, south: number, east: number, north: number];

export const EMPTY_BBOX: BBox = [Infinity, Infinity, -Infinity, -Infinity];

export function extendBBox(box: BBox, [lon, lat]: LonLat): BBox {
  return [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)];
}

export function isLonLat(lon: number, lat: number): boolean {
  return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
}

/** The point, its longitude a turn away where that lies nearer to another's: lines across the antimeridian stay in one piece. */
export function onTurnOf([lon, lat]: LonLat, [near]: LonLat): LonLat {
  return [lon + 360 * Math.round((near - lon) / 360), lat];
}
