/**
 * GCJ-02 (Amap, Tencent) and BD-09 (Baidu): the shifted positions that Chinese web maps hand out, and the exact way back.
 * The way there is gcoord's. Its own ways back stop at 1e-6° (GCJ-02) or are an approximation (BD-09), and the former
 * can loop for ever at the edge of its box, so both are solved here by fixed-point iteration on the way there.
 *
 * Outside the box 72.004–137.8347° E, 0.8293–55.8271° N GCJ-02 is the same as WGS 84, as in gcoord; the box holds
 * far more than China, so positions in its neighbours are shifted too. BD-09 adds its own shift everywhere.
 * @module
 */
import gcoord from "gcoord";
import type { LonLat } from "./lon-lat.ts";

/** gcoord is CommonJS and its declaration says otherwise: what it calls `default` is the module itself. */
const { transform, CRSTypes } = gcoord as unknown as typeof gcoord.default;

/** Degrees; 1e-10° is 0.01 mm. The rest of an iteration is below 1e-9° (0.1 mm) everywhere in China. */
const TOLERANCE_DEG = 1e-10;
/** Each step shrinks the error at least 40-fold: of 200,000 positions all over China none needed more than six. */
const MAX_STEPS = 20;

export function wgs84ToGcj02([lon, lat]: LonLat): LonLat {
  const [x, y] = transform<[number, number]>([lon, lat], CRSTypes.WGS84, CRSTypes.GCJ02);
  return [x, y];
}

export function gcj02ToWgs84(position: LonLat): LonLat {
  return invert(wgs84ToGcj02, position);
}

export function wgs84ToBd09(position: LonLat): LonLat {
  return gcj02ToBd09(wgs84ToGcj02(position));
}

export function bd09ToWgs84(position: LonLat): LonLat {
  return gcj02ToWgs84(invert(gcj02ToBd09, position));
}

function gcj02ToBd09([lon, lat]: LonLat): LonLat {
  const [x, y] = transform<[number, number]>([lon, lat], CRSTypes.GCJ02, CRSTypes.BD09);
  return [x, y];
}

/**
 * The position that `forward` takes to `target`.
 * Within some hundred metres of the edge of gcoord's box (the sea, Tajikistan, Siberia) a target may have no such
 * position, because the shift jumps there; the best one seen is given, which is off by the jump at most.
 */
function invert(forward: (position: LonLat) => LonLat, target: LonLat): LonLat {
  let [lon, lat] = target;
  let best: LonLat = target;
  let bestError = Infinity;
  for (let step = 0; step < MAX_STEPS; step++) {
    const [x, y] = forward([lon, lat]);
    const error = Math.max(Math.abs(x - target[0]), Math.abs(y - target[1]));
    if (error < bestError) {
      bestError = error;
      best = [lon, lat];
    }
    if (error <= TOLERANCE_DEG) break;
    lon -= x - target[0];
    lat -= y - target[1];
  }
  return best;
}
