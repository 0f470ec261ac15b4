/** Both ends of a walk: where it enters the network, where it may leave it, and what each costs. @module */
import { isLonLat, type LonLat } from "../base/lon-lat.ts";
import { UNREACHED } from "../base/units.ts";
import { type Place, type Spot, snap } from "../network/snap.ts";
import { EdgeFlag, type WalkNetwork } from "../network/walk-network.ts";
import { isRestricted } from "./profile.ts";
import { seed } from "./search.ts";
import type { Walker } from "./walker.ts";

/** Why no walk starts from a point: off the globe, or nothing to walk on nearby, for this profile or for anybody. */
export type NoStart = "invalid_coordinates" | "no_street_within_200m" | "closed_to_profile";

/** Where a walk from a point starts: the nearest place on any edge open to the profile, private ones included. */
export function startOf({ network, grid, closed, profile }: Walker, [lon, lat]: LonLat): Place | null {
  return snap(network, grid, lon, lat, closed, profile.maxOffsetMm);
}

/** Whether only the profile keeps a point that it starts no walk from. @param open a walker without restrictions */
export function isClosedTo(walker: Walker, open: Walker, point: LonLat): boolean {
  return isRestricted(walker.profile) && startOf(open, point) !== null;
}

/** Of a point that {@link startOf} finds no place for. @param open a walker without restrictions */
export function whyNoStart(walker: Walker, open: Walker, point: LonLat): NoStart {
  if (!isLonLat(...point)) return "invalid_coordinates";
  return isClosedTo(walker, open, point) ? "closed_to_profile" : "no_street_within_200m";
}

/**
 * Where a walk to a point may end: the nearest public place; and, where a private edge is nearer still, the place on it,
 * which only a walk that never leaves that private part can reach. None where no street is within 200 m, or within the profile's own bound.
 */
export function endsOf({ network, grid, closed, profile }: Walker, [lon, lat]: LonLat): Place[] {
  const nearest = snap(network, grid, lon, lat, closed, profile.maxOffsetMm);
  if (nearest === null) return [];
  if ((network.edgeFlags[nearest.edge] & EdgeFlag.PRIVATE) === 0) return [nearest];
  const open = snap(network, grid, lon, lat, closed | EdgeFlag.PRIVATE, profile.maxOffsetMm);
  return open === null ? [nearest] : [open, nearest];
}

/** Puts a start into a forward search: its offset, then along its edge to both junctions as far as the direction allows. */
export function seedStart({ network, search }: Walker, { edge, mm, offsetMm }: Spot, limitMm: number, label = 0): void {
  const { edgeFrom, edgeTo, edgeLengthMm, edgeFlags } = network;
  const rest = edgeLengthMm[edge] - mm;
  const flags = edgeFlags[edge];
  const toFrom = offsetMm + mm;
  const toTo = offsetMm + rest;
  if (((flags & EdgeFlag.BACKWARD) !== 0 || mm === 0) && toFrom <= limitMm) seed(search, edgeFrom[edge], toFrom, label);
  if (((flags & EdgeFlag.FORWARD) !== 0 || rest === 0) && toTo <= limitMm) seed(search, edgeTo[edge], toTo, label);
}

/** Puts an end into a backward search under a label. */
export function seedEnd(
  { network, search }: Walker,
  { edge, mm, offsetMm }: Place,
  label: number,
  limitMm: number,
): void {
  const { edgeFrom, edgeTo, edgeLengthMm, edgeFlags } = network;
  const rest = edgeLengthMm[edge] - mm;
  const flags = edgeFlags[edge];
  const fromFrom = offsetMm + mm;
  const fromTo = offsetMm + rest;
  if (((flags & EdgeFlag.FORWARD) !== 0 || mm === 0) && fromFrom <= limitMm)
    seed(search, edgeFrom[edge], fromFrom, label);
  if (((flags & EdgeFlag.BACKWARD) !== 0 || rest === 0) && fromTo <= limitMm) seed(search, edgeTo[edge], fromTo, label);
}

/** Walk along one edge between two places on it, or Infinity where its direction forbids it. */
export function alongEdge(network: WalkNetwork, edge: number, fromMm: number, toMm: number): number {
  const flags = network.edgeFlags[edge];
  if (toMm === fromMm) return 0;
  const allowed = toMm > fromMm ? EdgeFlag.FORWARD : EdgeFlag.BACKWARD;
  return (flags & allowed) !== 0 ? Math.abs(toMm - fromMm) : Infinity;
}

/**
 * Total walk to an end once a forward search has spread from the start, or Infinity: over either junction of the end's
 * edge, or straight along it where the start lies on the same one.
 */
export function totalTo({ network, search }: Walker, start: Place, { edge, mm, offsetMm }: Place): number {
  const rest = network.edgeLengthMm[edge] - mm;
  const flags = network.edgeFlags[edge];
  let best = Infinity;
  if ((flags & EdgeFlag.FORWARD) !== 0 || mm === 0) best = reached(search.mm[network.edgeFrom[edge]]) + mm;
  if ((flags & EdgeFlag.BACKWARD) !== 0 || rest === 0)
    best = Math.min(best, reached(search.mm[network.edgeTo[edge]]) + rest);
  if (start.edge === edge) best = Math.min(best, start.offsetMm + alongEdge(network, edge, start.mm, mm));
  return best + offsetMm;
}

function reached(mm: number): number {
  return mm === UNREACHED ? Infinity : mm;
}
