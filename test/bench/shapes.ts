/** Gates of shapes: how fast a 15-minute shape is drawn and how true it is, beside Valhalla's. @module */
import type { Position } from "geojson";
import type { LonLat } from "../../server/base/lon-lat.ts";
import { limitMm, MAX_OFFSET_MM, MM_PER_M } from "../../server/base/units.ts";
import { E7 } from "../../server/network/walk-network.ts";
import { endsOf, startOf, totalTo } from "../../server/reach/ends.ts";
import { drawIsochrone } from "../../server/reach/shape/isochrone.ts";
import { createLattice, type Lattice } from "../../server/reach/shape/lattice.ts";
import { spreadFrom } from "../../server/reach/spread-from.ts";
import type { Walker } from "../../server/reach/walker.ts";
import { type Gate, milliseconds } from "./support/gates.ts";
import { median, seededRandom, shuffled } from "./support/timing.ts";
import { misjudged, pointsRound, type Sample } from "./support/truth.ts";
import type { Valhalla } from "./support/valhalla.ts";

const SEED = 20_261_108;
const MINUTES = 15;
/** So far from its junction, at most, an origin lies: off the street as a home does. */
const ASIDE_DEGREES = 2e-4;

export interface ShapeScale {
  readonly origins: number;
  /** Each origin is drawn so often by each side, one after the other, and the rounds before are not counted. */
  readonly rounds: number;
  readonly warmUp: number;
  /** Random points round each origin, for the truth. */
  readonly points: number;
}

/** Without the peer only the truth of ours is told. */
export async function shapes(walker: Walker, valhalla: Valhalla | null, scale: ShapeScale): Promise<Gate[]> {
  const origins = originsOf(walker, scale.origins);
  const lattice = createLattice(walker);
  const ours = misjudged(origins.map((origin) => ourSample(walker, lattice, origin, scale.points)));
  if (valhalla === null) return [truth(ours, null, Number.NaN)];
  const samples: Sample[] = [];
  for (const origin of origins) samples.push(await peerSample(walker, valhalla, origin, scale.points));
  return [
    ...(await speed(walker, lattice, valhalla, origins, scale)),
    truth(ours, misjudged(samples), samples.length),
    await firstClick(walker, origins),
  ];
}

/** Distinct places beside junctions, all with a street. */
function originsOf(walker: Walker, count: number): LonLat[] {
  const { nodeLonE7, nodeLatE7, nodeCount } = walker.network;
  const random = seededRandom(SEED);
  const aside = () => (2 * random() - 1) * ASIDE_DEGREES;
  const origins: LonLat[] = [];
  for (const v of shuffled(nodeCount, SEED)) {
    const origin: LonLat = [nodeLonE7[v] / E7 + aside(), nodeLatE7[v] / E7 + aside()];
    if (startOf(walker, origin) !== null) origins.push(origin);
    if (origins.length === count) break;
  }
  return origins;
}

function draw(walker: Walker, lattice: Lattice, origin: LonLat): Position[][][] {
  const start = startOf(walker, origin);
  if (start === null) return [];
  const limit = limitMm(MINUTES, walker.profile.speedMmPerSecond);
  spreadFrom(walker, start, limit);
  return drawIsochrone(walker, lattice, start, limit).geometry.coordinates;
}

/** Both sides in turn, origin by origin, so that whatever else the machine does strikes both. */
async function speed(
  walker: Walker,
  lattice: Lattice,
  valhalla: Valhalla,
  origins: readonly LonLat[],
  { rounds, warmUp }: ShapeScale,
): Promise<Gate[]> {
  const { speedMmPerSecond } = walker.profile;
  const sides: Record<
    string,
    { times: number[]; run: (origin: LonLat) => { readonly length: number } | Promise<{ readonly length: number }> }
  > = {
    ours: { times: [], run: (origin) => draw(walker, lattice, origin) },
    peer: { times: [], run: (origin) => valhalla.polygons(origin, MINUTES, speedMmPerSecond) },
    oursText: { times: [], run: (origin) => JSON.stringify(draw(walker, lattice, origin)) },
    peerText: { times: [], run: (origin) => valhalla.polygonText(origin, MINUTES, speedMmPerSecond) },
  };
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, origin] of origins.entries()) {
      for (const [name, { times, run }] of Object.entries(sides)) {
        const before = performance.now();
        const shape = await run(origin);
        const ms = performance.now() - before;
        // Of each origin the quickest round: what the machine does when nobody else uses it.
        if (round >= 0) times[i] = Math.min(ms, times[i] ?? Infinity);
        if (shape.length === 0) throw new Error(`${name}: no shape from ${origin.join(", ")}`);
      }
    }
  }
  const { ours, peer, oursText, peerText } = sides;
  return [
    compared("15-minute shape, objects", median(ours.times), median(peer.times)),
    compared("the same, GeoJSON text", median(oursText.times), median(peerText.times)),
  ];
}

function compared(what: string, ours: number, peer: number): Gate {
  return { what, ours: milliseconds(ours), peer: milliseconds(peer), ratio: peer / ours, bound: { least: 3 } };
}

function truth(ours: number, peer: number | null, origins: number): Gate {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  return {
    what: peer === null ? "misjudged of its own area" : `misjudged of its own area (bound: 2.5 %), ${origins} origins`,
    ours: percent(ours),
    peer: peer === null ? "–" : percent(peer),
    ratio: ours / 0.025,
    bound: { most: 1 },
  };
}

/** On a lattice where nobody clicked before. */
async function firstClick(walker: Walker, origins: readonly LonLat[]): Promise<Gate> {
  const coldMs: number[] = [];
  const warmMs: number[] = [];
  for (const origin of origins) {
    const lattice = createLattice(walker);
    for (const times of [coldMs, warmMs]) {
      const before = performance.now();
      draw(walker, lattice, origin);
      times.push(performance.now() - before);
    }
  }
  const [cold, warm] = [median(coldMs), median(warmMs)];
  return {
    what: "first click, and the second",
    ours: milliseconds(cold),
    peer: milliseconds(warm),
    ratio: warm / cold,
    bound: null,
  };
}

function ourSample(walker: Walker, lattice: Lattice, origin: LonLat, count: number): Sample {
  const limit = limitMm(MINUTES, walker.profile.speedMmPerSecond);
  const coordinates = draw(walker, lattice, origin);
  const points = pointsRound(origin, limit / MM_PER_M, count, seededRandom(SEED + Math.round(origin[0] * E7)));
  const start = startOf(walker, origin);
  const isReached = points.map(
    (point) => start !== null && endsOf(walker, point).some((end) => totalTo(walker, start, end) <= limit),
  );
  return { coordinates, points, isReached };
}

/** By its own routed seconds, to which the straight walks at both ends are added; beyond 200 m of a street nothing is reached. */
async function peerSample(walker: Walker, valhalla: Valhalla, origin: LonLat, count: number): Promise<Sample> {
  const { speedMmPerSecond } = walker.profile;
  const limit = limitMm(MINUTES, speedMmPerSecond);
  const coordinates = await valhalla.polygons(origin, MINUTES, speedMmPerSecond);
  const points = pointsRound(origin, limit / MM_PER_M, count, seededRandom(SEED + Math.round(origin[0] * E7)));
  const seconds = await valhalla.seconds(origin, points, speedMmPerSecond);
  const aside = (point: LonLat) => endsOf(walker, point)[0]?.offsetMm ?? 2 * MAX_OFFSET_MM;
  const isReached = points.map((point, i) => {
    const routed = seconds[i];
    if (routed === null || aside(point) > MAX_OFFSET_MM) return false;
    return routed + (aside(origin) + aside(point)) / speedMmPerSecond <= MINUTES * 60;
  });
  return { coordinates, points, isReached };
}
