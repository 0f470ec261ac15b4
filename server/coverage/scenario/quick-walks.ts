/** Walks of only those residences that a moved, added or closed facility concerns: a facility dragged over a map. @module */
import type { LonLat } from "../../base/lon-lat.ts";
import type { Place } from "../../network/snap.ts";
import { endsOf } from "../../reach/ends.ts";
import { type FoundBefore, findAgain, findAndKeep, nearestInField } from "../../reach/nearest-again.ts";
import type { Walker } from "../../reach/walker.ts";
import { type CategoryEnds, type CategoryWalks, endsOfCategory, walksFrom } from "../category-walks.ts";
import type { Facilities } from "../people.ts";
import type { Starts } from "../starts.ts";
import { type ChangedWalks, changedOf } from "./changed-walks.ts";
import { startsOfRows } from "./rows.ts";

/** What is kept of a category to find its walks again. */
export interface KeptWalks {
  readonly walker: Walker;
  readonly open: Walker;
  readonly starts: Starts;
  /** Shape [s]. Residence of every start. */
  readonly residenceOf: Int32Array;
  readonly reached: CategoryEnds;
  readonly found: FoundBefore;
  /** By position: where walks to the facilities of the base may end. */
  readonly endsAt: ReadonlyMap<string, readonly Place[]>;
}

/** @param category −1 for one of which there is no facility yet */
export function keepWalks(
  walker: Walker,
  open: Walker,
  starts: Starts,
  facilities: Facilities,
  category: number,
): KeptWalks {
  const endsAt = new Map<string, readonly Place[]>();
  const reached = endsOfCategory(walker, open, facilities, category, null, (position) => {
    const ends = endsOf(walker, position);
    endsAt.set(keyOf(position), ends);
    return ends;
  });
  const residenceOf = new Int32Array(starts.edge.length);
  for (let r = 0; r + 1 < starts.first.length; r++) residenceOf.fill(r, starts.first[r], starts.first[r + 1]);
  return { walker, open, starts, residenceOf, reached, found: findAndKeep(walker, starts, reached.sure).found, endsAt };
}

/**
 * The walks that are different with other facilities. Null where the change may concern everybody, whatever they walk: the
 * first facility of a category, the last one, and facilities without a street.
 *
 * @param facilities those of the scenario, and `category` by their numbering
 * @param base walks of all on the base
 */
export function changedQuickly(
  { walker, open, starts, residenceOf, reached, found, endsAt }: KeptWalks,
  facilities: Facilities,
  category: number,
  base: CategoryWalks,
  facilityIndexOf: Int32Array,
): ChangedWalks | null {
  const now = endsOfCategory(
    walker,
    open,
    facilities,
    category,
    null,
    (position) => endsAt.get(keyOf(position)) ?? endsOf(walker, position),
  );
  if (hasNone(reached) || hasNone(now) || !isAlike(reached.offNetwork, now.offNetwork)) return null;
  const { field, changedStarts } = findAgain(walker, found, now.sure);
  const rows = Int32Array.from(new Set(changedStarts.map((s) => residenceOf[s]))).sort();
  const own = startsOfRows(starts, rows);
  const after = walksFrom(own, now, (ends) => nearestInField(walker, field, own, ends));
  return changedOf(rows, base, after, facilityIndexOf);
}

function hasNone({ sure }: CategoryEnds): boolean {
  return sure.places.length === 0;
}

function isAlike(a: readonly LonLat[], b: readonly LonLat[]): boolean {
  return a.length === b.length && a.every((position, i) => position[0] === b[i][0] && position[1] === b[i][1]);
}

function keyOf([lon, lat]: LonLat): string {
  return `${lon} ${lat}`;
}
