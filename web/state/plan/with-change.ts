/** One more change among those of a plan: what it makes pointless goes, what it repeats is replaced, so that none contradicts another. @module */
import type { Change } from "../../../server/api/schemas/scenarios.ts";

export type Changes = readonly Change[];

const SETS = ["set_category", "set_opening_hours", "set_capacity"] as const;

/** The list with the change in it; the same list where it is there already. */
export function withChange(changes: Changes, change: Change): Changes {
  const { kind, ref } = change;
  if (ref === undefined || kind === "add_facility")
    return changes.some((one) => JSON.stringify(one) === JSON.stringify(change)) ? changes : [...changes, change];
  const added = changes.find((one) => one.kind === "add_facility" && one.ref === ref);
  if (kind === "close_facility") {
    const others = changes.filter((one) => one.ref !== ref);
    return added === undefined ? [...others, change] : others;
  }
  if (added !== undefined) return changes.map((one) => (one === added ? patched(added, change) : one));
  const open = changes.filter((one) => one.kind !== "close_facility" || one.ref !== ref);
  const same = open.findIndex((one) => one.kind === kind && one.ref === ref);
  return same < 0 ? [...open, change] : open.with(same, change);
}

/** A facility that the plan adds is added otherwise. */
function patched(added: Change, { kind, position, category, openingHours, capacity }: Change): Change {
  if (kind === "move_facility" && position !== undefined) return { ...added, position };
  if (kind === SETS[0] && category !== undefined) return { ...added, category };
  if (kind === SETS[1] && openingHours !== undefined) return { ...added, openingHours };
  if (kind === SETS[2] && capacity !== undefined) return { ...added, capacity };
  return added;
}

/** A ref that neither the changes nor the facilities at hand have: `new-1`, `new-2` … */
export function freshRef(changes: Changes, isTaken: (ref: string) => boolean): string {
  for (let n = 1; ; n++) {
    const ref = `new-${n}`;
    if (!isTaken(ref) && !changes.some((one) => one.ref === ref)) return ref;
  }
}
