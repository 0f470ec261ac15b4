/** Groups too wide for one facility, parted: each part has a middle from which all of its homes are within the limit. @module */
import { gatherAtJunctions, placesByEdge } from "../../reach/at-junctions.ts";
import { seedStart } from "../../reach/ends.ts";
import { resetSearch, spread } from "../../reach/search.ts";
import type { Residences } from "../people.ts";
import { byPeople } from "./by-people.ts";
import { eachStart, type Neighbourhood, spotOf } from "./neighbourhood.ts";

/**
 * The home with most people is the first middle; of those of the same group that lie farther than the limit from every
 * middle, the one with most people is the next. Each home then belongs to the nearest middle of its group (equally near:
 * the earlier). A group whose homes are all within the limit of its first middle stays whole.
 *
 * @param members indices of residences, shape [m]
 * @param group shape [m], as `joinNeighbours` gives it
 * @param radiusMm along the streets, whichever way these are walked, offsets included; inclusive
 * @returns shape [m]: position in `members` of the middle that each belongs to
 */
export function partGroups(
  { walker, starts }: Neighbourhood,
  residences: Residences,
  members: Int32Array,
  group: Int32Array,
  radiusMm: number,
): Int32Array {
  const { network, search, forward } = walker;
  const own: number[] = [];
  const memberOf: number[] = [];
  eachStart(starts, members, (s, i) => {
    own.push(s);
    memberOf.push(i);
  });
  const column = (values: Int32Array) => Int32Array.from(own, (s) => values[s]);
  const places = { edge: column(starts.edge), mm: column(starts.mm), offsetMm: column(starts.offsetMm) };
  const exits = gatherAtJunctions(network, places, true);
  const onEdge = placesByEdge(places);
  const middle = new Int32Array(members.length).fill(-1);
  const nearestMm = new Int32Array(members.length).fill(radiusMm + 1);
  const ranked = Array.from(members.keys()).sort((a, b) => byPeople(residences, members[a], members[b]));
  for (const m of ranked) {
    if (middle[m] >= 0) continue;
    const offer = (place: number, mm: number): void => {
      const i = memberOf[place];
      if (group[i] !== group[m] || mm >= nearestMm[i]) return;
      nearestMm[i] = mm;
      middle[i] = m;
    };
    resetSearch(search);
    const r = members[m];
    for (let s = starts.first[r]; s < starts.first[r + 1]; s++) {
      if (starts.edge[s] < 0) continue;
      const spot = spotOf(starts, s);
      seedStart(walker, spot, radiusMm);
      for (const p of onEdge.get(spot.edge) ?? [])
        offer(p, spot.offsetMm + Math.abs(places.mm[p] - spot.mm) + places.offsetMm[p]);
    }
    spread(search, forward, radiusMm);
    const { mm: walkedMm, touched, touchedCount } = search;
    for (let t = 0; t < touchedCount; t++) {
      const v = touched[t];
      for (let e = exits.start[v]; e < exits.start[v + 1]; e++) offer(exits.place[e], walkedMm[v] + exits.mm[e]);
    }
    // Also where it has no street, or stands farther from it than the limit is long.
    middle[m] = m;
    nearestMm[m] = 0;
  }
  return middle;
}
