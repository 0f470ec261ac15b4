/** The stretch of country that matters to an area: cells beyond it are not kept. @module */
import { type BBox, EMPTY_BBOX, extendBBox } from "../../base/lon-lat.ts";

/** Homes farther than this from every street are unknown anyway, and stand in no need of people. */
const MARGIN_DEG = 0.02;
const DEGREES_PER_UNIT = 1e-7;

/** Box round the streets, some two kilometres wider. Areas across the antimeridian are not handled. */
export function windowOf(lonE7: ArrayLike<number>, latE7: ArrayLike<number>): BBox {
  let box = EMPTY_BBOX;
  for (let i = 0; i < lonE7.length; i++)
    box = extendBBox(box, [lonE7[i] * DEGREES_PER_UNIT, latE7[i] * DEGREES_PER_UNIT]);
  const [west, south, east, north] = box;
  return [west - MARGIN_DEG, south - MARGIN_DEG, east + MARGIN_DEG, north + MARGIN_DEG];
}

/** 1e-4° is some ten metres. */
export function showBox([west, south, east, north]: BBox): string {
  return `${west.toFixed(4)}–${east.toFixed(4)}° E, ${south.toFixed(4)}–${north.toFixed(4)}° N`;
}
