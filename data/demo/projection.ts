/** From the plan to the ground: bends the streets, makes the river wind, turns the town a little and sets it down. @module */
import type { LonLat } from "../../server/base/lon-lat.ts";
import { metresPerLat, metresPerLon } from "../../server/base/metric.ts";
import type { Point } from "./plane.ts";
import recipe from "./recipe.json" with { type: "json" };

const { centre, sizeM, rotationDegrees, riverV } = recipe.ground;
const TURN = 2 * Math.PI;
const TILT = (rotationDegrees / 360) * TURN;
const PER_LON = metresPerLon(centre.lat);
const PER_LAT = metresPerLat(centre.lat);

/** Degrees × 10⁷ rounded, as OSM keeps them, so that a place written twice is the same place. */
export function toGround(point: Point): LonLat {
  const [x, y] = bend(point);
  const lon = centre.lon + (x * Math.cos(TILT) - y * Math.sin(TILT)) / PER_LON;
  const lat = centre.lat + (x * Math.sin(TILT) + y * Math.cos(TILT)) / PER_LAT;
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/**
 * A rectangle that stays one on the ground, where the bend would make it a lozenge: it lies along the bent east–west axis.
 * @returns its corners on the ground, anticlockwise
 */
export function rectangleOnGround(middle: Point, widthM: number, depthM: number): LonLat[] {
  const [x, y] = bend(middle);
  const [east, north] = bend([middle[0] + 1, middle[1]]);
  const heading = Math.atan2(north - y, east - x) + TILT;
  const [lon, lat] = toGround(middle);
  const halves = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return halves.map(([right, up]) => {
    const a = (right * widthM) / 2;
    const b = (up * depthM) / 2;
    return [
      lon + (a * Math.cos(heading) - b * Math.sin(heading)) / PER_LON,
      lat + (a * Math.sin(heading) + b * Math.cos(heading)) / PER_LAT,
    ];
  });
}

/** Metres east and north of the centre. The bend is strongest at the river and fades with the distance from it. */
function bend([u, v]: Point): Point {
  const fade = Math.exp(-(((v - riverV) / 1300) ** 2));
  const meander = 175 * Math.sin((u / 3600) * TURN + 0.9) + 50 * Math.sin((u / 1700) * TURN + 2.1);
  const roll = 46 * Math.sin((u / 4700) * TURN + (v / 6000) * TURN + 2);
  const sway = 85 * Math.sin((v / 4300) * TURN + 0.9) + 20 * Math.sin((v / 1500) * TURN + (u / 5200) * TURN);
  return [u - sizeM / 2 + sway, v - sizeM / 2 + meander * fade + roll];
}
