/** Which unit every residence and every facility is counted in. @module */
import type { Facilities, Residences, Unit } from "./people.ts";

export type Level = "area" | "subdistrict" | "community";

export interface Groups {
  /** A drawn polygon is a group without a unit. */
  readonly units: readonly (Unit | null)[];
  /** Shape [residences]. Index into `units`, −1 outside all of them. */
  readonly ofResidence: Int32Array;
  /** Shape [facilities], likewise. */
  readonly ofFacility: Int32Array;
}

/** @param units those of the level, in the order that the columns refer to; of no meaning for `area`, which is no group but the rest */
export function groupsBy(level: Level, units: readonly Unit[], residences: Residences, facilities: Facilities): Groups {
  if (level !== "area") return { units, ofResidence: residences[level], ofFacility: facilities[level] };
  const rest = (count: number) => new Int32Array(count).fill(-1);
  return { units: [], ofResidence: rest(residences.count), ofFacility: rest(facilities.count) };
}

/** Indices of the residences of every group, in their order, and last of those outside all. */
export function membersOf({ units, ofResidence }: Groups): readonly Int32Array[] {
  const place = (r: number) => (ofResidence[r] < 0 ? units.length : ofResidence[r]);
  const sizes = new Int32Array(units.length + 1);
  for (let r = 0; r < ofResidence.length; r++) sizes[place(r)]++;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  const next = new Int32Array(sizes.length);
  for (let r = 0; r < ofResidence.length; r++) members[place(r)][next[place(r)]++] = r;
  return members;
}
