/** Which unit every residence and every facility is counted in. @module */
import type { Facilities, Residences, Unit } from "./people.ts";

export type Level = "area" | "subdistrict" | "community";

/** Not among the facilities of any group, nor of those outside all of them: beyond the boundary of the area. */
export const BEYOND = -2;

export interface Groups {
  /** A drawn polygon is a group without a unit. */
  readonly units: readonly (Unit | null)[];
  /** Shape [residences]. Index into `units`, −1 outside all of them. */
  readonly ofResidence: Int32Array;
  /** Shape [facilities], likewise, and {@link BEYOND} for those of another area. */
  readonly ofFacility: Int32Array;
}

/** @param units those of the level, in the order that the columns refer to; of no meaning for `area`, which is no group but the rest */
export function groupsBy(level: Level, units: readonly Unit[], residences: Residences, facilities: Facilities): Groups {
  if (level !== "area")
    return { units, ofResidence: residences[level], ofFacility: ownOf(facilities, facilities[level]) };
  const rest = (count: number) => new Int32Array(count).fill(-1);
  return { units: [], ofResidence: rest(residences.count), ofFacility: ownOf(facilities, rest(facilities.count)) };
}

function ownOf({ beyond }: Facilities, unitOf: Int32Array): Int32Array {
  return beyond === undefined ? unitOf : unitOf.map((unit, f) => (unit < 0 && beyond[f] === 1 ? BEYOND : unit));
}

/** Indices of the residences of every group, in their order, and last of those outside all. */
export function membersOf(groups: Groups): readonly Int32Array[] {
  const before = known.get(groups);
  if (before) return before;
  const place = placesOf(groups.units, groups.ofResidence);
  const sizes = new Int32Array(groups.units.length + 1);
  for (let r = 0; r < place.length; r++) sizes[place[r]]++;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  const next = new Int32Array(sizes.length);
  for (let r = 0; r < place.length; r++) members[place[r]][next[place[r]]++] = r;
  known.set(groups, members);
  return members;
}

const known = new WeakMap<Groups, readonly Int32Array[]>();

/** Shape as `of`. Index of the group of each, and that after the last for those outside all. */
export function placesOf({ length: outside }: Groups["units"], of: Int32Array): Int32Array {
  const place = of.slice();
  for (let i = 0; i < place.length; i++) if (place[i] < 0) place[i] = outside;
  return place;
}
