/**
 * Where one could open: places along the public streets, a few metres apart, that lie inside the area and keep the
 * distance from everybody. And whom a new one there would serve: uncovered homes, walked out from one by one.
 * @module
 */
import { pieceLengthM } from "../base/metric.ts";
import type { Starts } from "../coverage/starts.ts";
import { E7, EdgeFlag, type WalkNetwork } from "../network/walk-network.ts";
import { alongEdge } from "../reach/ends.ts";
import { placeAt } from "../reach/nearest.ts";
import { spreadFrom } from "../reach/spread-from.ts";
import type { Walker } from "../reach/walker.ts";

/** Places along public edges, in compressed sparse rows by edge. */
export interface StreetSites {
  /** Shape [edges + 1]. */
  readonly start: Uint32Array;
  /** Shape [places]. Millimetres from the start of the edge. */
  readonly mm: Int32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** 1 where one may open. */
  readonly allowed: Uint8Array;
}

/**
 * Both ends of every edge and whatever lies `stepM` apart between them.
 *
 * @param isAllowed asked once a place
 */
export function sitesAlong(
  network: WalkNetwork,
  stepM: number,
  isAllowed: (lon: number, lat: number) => boolean,
): StreetSites {
  const start = new Uint32Array(network.edgeCount + 1);
  const mm: number[] = [];
  const lon: number[] = [];
  const lat: number[] = [];
  const { shapeStart, shapeLonE7, shapeLatE7, shapeMm, edgeFlags } = network;
  const open = EdgeFlag.FORWARD | EdgeFlag.BACKWARD;
  for (let e = 0; e < network.edgeCount; e++) {
    if ((edgeFlags[e] & EdgeFlag.PRIVATE) === 0 && (edgeFlags[e] & open) !== 0) {
      for (let i = shapeStart[e]; i < shapeStart[e + 1] - 1; i++) {
        const [ax, ay, bx, by] = [shapeLonE7[i], shapeLatE7[i], shapeLonE7[i + 1], shapeLatE7[i + 1]];
        const steps = Math.max(1, Math.ceil(pieceLengthM(ax / E7, ay / E7, bx / E7, by / E7) / stepM));
        const last = i === shapeStart[e + 1] - 2 ? steps : steps - 1;
        for (let k = 0; k <= last; k++) {
          const t = k / steps;
          mm.push(Math.round(shapeMm[i] + (shapeMm[i + 1] - shapeMm[i]) * t));
          lon.push((ax + (bx - ax) * t) / E7);
          lat.push((ay + (by - ay) * t) / E7);
        }
      }
    }
    start[e + 1] = mm.length;
  }
  return {
    start,
    mm: Int32Array.from(mm),
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    allowed: Uint8Array.from(lon, (x, i) => (isAllowed(x, lat[i]) ? 1 : 0)),
  };
}

export interface Served {
  /** Shape [places]. Weight of the homes that a new one there would serve. */
  readonly weight: Float64Array;
  /** Shape [homes]. 1 where some allowed place would serve the home. */
  readonly canBeServed: Uint8Array;
}

/**
 * @param homes residences to be served
 * @param weightOf shape [residences]
 * @param limitMm inclusive
 */
export function serveHomes(
  walker: Walker,
  starts: Starts,
  homes: Int32Array,
  weightOf: (residence: number) => number,
  sites: StreetSites,
  limitMm: number,
): Served {
  const { network, search } = walker;
  const { edgeFrom, edgeTo, edgeLengthMm, edgeFlags } = network;
  const weight = new Float64Array(sites.mm.length);
  const canBeServed = new Uint8Array(homes.length);
  /** By place, the last home that counted there: a home with several gates counts once. */
  const countedFor = new Int32Array(sites.mm.length).fill(-1);
  const edgesSeen = new Int32Array(network.edgeCount).fill(-1);
  homes.forEach((r, h) => {
    for (let s = starts.first[r]; s < starts.first[r + 1]; s++) {
      const from = placeAt(starts, s);
      if (from === null) continue;
      spreadFrom(walker, from, limitMm);
      const tell = (e: number): void => {
        if ((edgeFlags[e] & walker.closed) !== 0) return;
        const length = edgeLengthMm[e];
        const atFrom = (edgeFlags[e] & EdgeFlag.FORWARD) !== 0 ? search.mm[edgeFrom[e]] : Infinity;
        const atTo = (edgeFlags[e] & EdgeFlag.BACKWARD) !== 0 ? search.mm[edgeTo[e]] : Infinity;
        for (let i = sites.start[e]; i < sites.start[e + 1]; i++) {
          if (sites.allowed[i] === 0 || countedFor[i] === h) continue;
          let mm = Math.min(atFrom + sites.mm[i], atTo + length - sites.mm[i]);
          if (e === from.edge) mm = Math.min(mm, from.offsetMm + alongEdge(network, e, from.mm, sites.mm[i]));
          if (mm > limitMm) continue;
          countedFor[i] = h;
          weight[i] += weightOf(r);
          canBeServed[h] = 1;
        }
      };
      tell(from.edge);
      edgesSeen[from.edge] = s;
      for (let t = 0; t < search.touchedCount; t++) {
        const v = search.touched[t];
        for (let a = network.forward.start[v]; a < network.forward.start[v + 1]; a++) {
          const e = network.forward.edge[a];
          if (e < 0 || edgesSeen[e] === s) continue;
          edgesSeen[e] = s;
          tell(e);
        }
      }
    }
  });
  return { weight, canBeServed };
}

/** Places by weight, heaviest first, none nearer to one already taken than `apartM`; places without weight are none. */
export function bestSites({ lon, lat }: StreetSites, { weight }: Served, apartM: number, most: number): number[] {
  const order = Array.from(weight.keys())
    .filter((i) => weight[i] > 0)
    .sort((a, b) => weight[b] - weight[a] || a - b);
  const taken: number[] = [];
  for (const i of order) {
    if (taken.length === most) break;
    if (taken.every((k) => pieceLengthM(lon[i], lat[i], lon[k], lat[k]) >= apartM)) taken.push(i);
  }
  return taken;
}
