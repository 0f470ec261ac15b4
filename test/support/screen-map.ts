/** Where a place lies on the screen: the Web Mercator sum that the map itself does, from the camera in the address. @module */
import type { Page } from "playwright-core";

type LonLat = readonly [lon: number, lat: number];
/** MapLibre's world is 512 pixels wide at zoom 0. */
const WORLD_PX = 512;

export interface ScreenMap {
  /** CSS pixels of the page. */
  at(place: LonLat): [x: number, y: number];
  isInside(point: readonly [number, number], margin: number): boolean;
}

/** Reads the camera from the page's address (`map=lon,lat,zoom`) and the place of the canvas. */
export async function screenMap(page: Page): Promise<ScreenMap> {
  const [lon, lat, zoom] = (new URL(page.url()).searchParams.get("map") ?? "").split(",").map(Number);
  const box = await page.locator(".maplibregl-canvas").first().boundingBox();
  if (box === null || !Number.isFinite(zoom)) throw new Error(`no map to be read at ${page.url()}`);
  const scale = WORLD_PX * 2 ** zoom;
  const [centreX, centreY] = mercator([lon, lat]);
  return {
    at(place) {
      const [x, y] = mercator(place);
      return [box.x + box.width / 2 + (x - centreX) * scale, box.y + box.height / 2 + (y - centreY) * scale];
    },
    isInside: ([x, y], margin) =>
      x > box.x + margin && x < box.x + box.width - margin && y > box.y + margin && y < box.y + box.height - margin,
  };
}

/** Indices of places that nothing else on the screen could be mistaken for, and that lie well inside the map. */
export function standingApart(
  map: ScreenMap,
  places: readonly LonLat[],
  { apartPx, marginPx }: { readonly apartPx: number; readonly marginPx: number },
): number[] {
  const points = places.map((place) => map.at(place));
  return [...points.keys()].filter(
    (k) =>
      map.isInside(points[k], marginPx) &&
      points.every(([x, y], other) => other === k || Math.hypot(x - points[k][0], y - points[k][1]) >= apartPx),
  );
}

/** Both 0 … 1, from the north-west corner of the world. */
function mercator([lon, lat]: LonLat): [number, number] {
  const phi = (lat * Math.PI) / 180;
  return [lon / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)];
}
