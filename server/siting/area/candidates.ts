/** Where a site could be signed: corners, gates of compounds, points along streets, premises of a list, shops that are not signed yet. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import { metresPerLat, metresPerLon } from "../../base/metric.ts";
import { MM_PER_M } from "../../base/units.ts";
import type { Residences } from "../../coverage/people.ts";
import { pointAt } from "../../network/edge-line.ts";
import { E7, EdgeFlag, type WalkNetwork } from "../../network/walk-network.ts";

/** In the order in which one of them stands for others near it: whatever is named comes first. */
export const SOURCES = ["listed", "unsigned", "gate", "corner", "lattice"] as const;
export type Source = (typeof SOURCES)[number];

export interface Candidate {
  /** The same as long as its place is. */
  readonly id: string;
  readonly source: Source;
  readonly position: LonLat;
  readonly name: string | null;
  readonly price: number | null;
  readonly capacity: number | null;
}

/** So many streets that meet make a corner. */
const CORNER_STREETS = 3;
const DIGITS = 6;

export function cornersOf(network: WalkNetwork): Candidate[] {
  const { nodeCount, edgeCount, edgeFrom, edgeTo, edgeFlags, nodeOrigin, nodeLonE7, nodeLatE7 } = network;
  const streets = new Int32Array(nodeCount);
  for (let e = 0; e < edgeCount; e++) {
    if (!isPublic(edgeFlags[e])) continue;
    streets[nodeOrigin[edgeFrom[e]]]++;
    streets[nodeOrigin[edgeTo[e]]]++;
  }
  const corners: Candidate[] = [];
  for (let v = 0; v < nodeCount; v++)
    if (streets[v] >= CORNER_STREETS) corners.push(found("corner", [nodeLonE7[v] / E7, nodeLatE7[v] / E7]));
  return corners;
}

export function gatesOf({ count, compound, entrances }: Residences): Candidate[] {
  const gates: Candidate[] = [];
  for (let r = 0; r < count; r++)
    if (compound[r] === 1) for (const gate of entrances[r] ?? []) gates.push(found("gate", gate));
  return gates;
}

/** Points on public streets, half a step from each end and a step from each other. */
export function latticeOf(network: WalkNetwork, stepM: number): Candidate[] {
  const points: Candidate[] = [];
  const stepMm = stepM * MM_PER_M;
  for (let e = 0; e < network.edgeCount; e++) {
    if (!isPublic(network.edgeFlags[e])) continue;
    for (let mm = stepMm / 2; mm < network.edgeLengthMm[e]; mm += stepMm)
      points.push(found("lattice", pointAt(network, e, Math.round(mm))));
  }
  return points;
}

export interface Thinned {
  readonly candidates: readonly Candidate[];
  /** Side of the squares of which each kept one; null where all were kept. */
  readonly squareM: number | null;
}

/** Metres. */
const SQUARES = [25, 50, 75, 100, 150, 200, 300, 400, 600, 800, 1200, 1600, 2400, 3200, 6400];

/**
 * Named ones all stay; of the others one a square, in squares as small as the number allows. Points at one place count once.
 *
 * @param most how many are wanted at most; more are left only where more are named
 */
export function thinned(all: readonly Candidate[], most: number): Thinned {
  const ranked = [...all].sort((a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));
  const once = firstsBy(ranked, (candidate) => candidate.id.slice(candidate.id.indexOf("@")));
  if (once.length <= most) return { candidates: once, squareM: null };
  for (const squareM of SQUARES) {
    const candidates = firstsBy(once, (candidate) => squareOf(candidate, squareM));
    if (candidates.length <= most || squareM === SQUARES.at(-1)) return { candidates, squareM };
  }
  throw new Error("there is a largest square");
}

function squareOf({ id, source, position: [lon, lat] }: Candidate, squareM: number): string {
  if (isNamed(source)) return id;
  const row = Math.floor((lat * metresPerLat(lat)) / squareM);
  // One length of a degree for a row, so that its squares stand in one line.
  const rowLat = (row * squareM) / metresPerLat(lat);
  return `${row} ${Math.floor((lon * metresPerLon(rowLat)) / squareM)}`;
}

function firstsBy(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => string): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter((candidate) => {
    const key = keyOf(candidate);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function isNamed(source: Source): boolean {
  return source === "listed" || source === "unsigned";
}

function isPublic(flags: number): boolean {
  return (flags & (EdgeFlag.FORWARD | EdgeFlag.BACKWARD)) !== 0 && (flags & EdgeFlag.PRIVATE) === 0;
}

function found(source: Source, position: LonLat): Candidate {
  const id = `${source}@${position[0].toFixed(DIGITS)},${position[1].toFixed(DIGITS)}`;
  return { id, source, position, name: null, price: null, capacity: null };
}
