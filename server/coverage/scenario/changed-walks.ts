/** Residences whose walk to a category is another once a scenario is applied. @module */
import { UNREACHED } from "../../base/units.ts";
import type { CategoryWalks } from "../category-walks.ts";
import { rowsOf } from "./rows.ts";

/** Rows of the residences that may notice something, and their walks; everybody else walks as before. */
export interface ChangedWalks {
  /** Residences, rising. */
  readonly rows: Int32Array;
  /** Shape [rows] in every column. Facilities are numbered as on the base. */
  readonly before: CategoryWalks;
  /** Shape [rows]. Facilities are numbered as in the scenario; starts are of no meaning. */
  readonly after: CategoryWalks;
  /** Walks of all residences on the base. */
  readonly base: CategoryWalks;
}

export function noneChanged(base: CategoryWalks): ChangedWalks {
  const nobody = new Int32Array(0);
  return changedIn(nobody, base, rowsOf(base, nobody, base.totalMm.length));
}

/** @param facilityIndexOf shape [facilities of the base]: index of each in the scenario, −1 where it was closed */
export function changedAmong(base: CategoryWalks, after: CategoryWalks, facilityIndexOf: Int32Array): ChangedWalks {
  const rows: number[] = [];
  for (let r = 0; r < base.totalMm.length; r++) if (!isSame(base, r, after, r, facilityIndexOf)) rows.push(r);
  const changed = Int32Array.from(rows);
  return changedIn(changed, base, rowsOf(after, changed, base.totalMm.length));
}

/** @param after shape [rows]; rows that turn out to be the same are left out */
export function changedOf(
  rows: Int32Array,
  base: CategoryWalks,
  after: CategoryWalks,
  facilityIndexOf: Int32Array,
): ChangedWalks {
  const different = Int32Array.from(rows.keys()).filter((i) => !isSame(base, rows[i], after, i, facilityIndexOf));
  return changedIn(
    different.map((i) => rows[i]),
    base,
    rowsOf(after, different, rows.length),
  );
}

function changedIn(rows: Int32Array, base: CategoryWalks, after: CategoryWalks): ChangedWalks {
  return { rows, before: rowsOf(base, rows, base.totalMm.length), after, base };
}

/** Whatever a verdict depends on, and the facility walked to. */
function isSame(base: CategoryWalks, r: number, after: CategoryWalks, i: number, facilityIndexOf: Int32Array): boolean {
  const facility = base.facility[r] < 0 ? -1 : facilityIndexOf[base.facility[r]];
  return (
    facility === after.facility[i] &&
    base.totalMm[r] === after.totalMm[i] &&
    base.state[r] === after.state[i] &&
    base.offNetworkMm[r] === after.offNetworkMm[i] &&
    (base.unsureMm?.[r] ?? UNREACHED) === (after.unsureMm?.[i] ?? UNREACHED)
  );
}
