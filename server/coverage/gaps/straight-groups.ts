/** Homes in groups by straight distance: for those of whose streets nothing is known. @module */
import { DisjointSets } from "../../base/disjoint-sets.ts";
import { lonDifference, metresPerLat, metresPerLon, pieceLengthM } from "../../base/metric.ts";
import type { Residences } from "../people.ts";

/**
 * Two are of one group where they stand no farther apart than `joinM`, or others lead from one to the other in such steps,
 * and where `kind` says the same of both.
 *
 * @param kind shape [members]
 * @returns shape [members]: position in `members` of the first of the group
 */
export function joinStraight(
  { lon, lat }: Residences,
  members: Int32Array,
  kind: readonly string[],
  joinM: number,
): Int32Array {
  const sets = new DisjointSets(members.length);
  if (members.length === 0) return new Int32Array(0);
  const home = members[0];
  // Cells at least as wide as the distance at every latitude that occurs: whatever may be joined is in the next cell.
  const widest = members.reduce((most, r) => Math.max(most, Math.abs(lat[r])), 0);
  const cellLon = joinM / Math.max(1, metresPerLon(Math.min(89, widest + 0.1)));
  const cellLat = joinM / metresPerLat(0);
  const cells = new Map<string, number[]>();
  members.forEach((r, i) => {
    const x = Math.floor(lonDifference(lon[home], lon[r]) / cellLon);
    const y = Math.floor((lat[r] - lat[home]) / cellLat);
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const j of cells.get(`${x + dx} ${y + dy}`) ?? []) {
          if (kind[i] !== kind[j] || sets.rootOf(i) === sets.rootOf(j)) continue;
          if (pieceLengthM(lon[r], lat[r], lon[members[j]], lat[members[j]]) <= joinM) sets.join(i, j);
        }
      }
    }
    const cell = cells.get(`${x} ${y}`);
    if (cell) cell.push(i);
    else cells.set(`${x} ${y}`, [i]);
  });
  return members.map((_, i) => sets.rootOf(i));
}
