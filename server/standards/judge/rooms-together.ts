/** What the rooms of a centre ask together, rooms that do the work of several counted once. @module */
import type { UnitFacts } from "../facts/register.ts";
import type { RequirementOf } from "../pack/pack.ts";
import { boundsFor } from "./bounds.ts";
import { amountOf, type Context, holds } from "./context.ts";
import type { Interval } from "./interval.ts";

/**
 * The total that is asked, or the sum of the minima of its rooms where that is more. Of the kinds of room that are known
 * to share one, the largest minimum counts; while a kind has no room in the register it may yet share one or stand alone.
 */
export function raisedByRooms(
  context: Context,
  ids: readonly string[],
  unit: UnitFacts,
): (written: number) => Interval {
  const minima = new Map<string, number>();
  for (const id of ids) {
    const requirement = context.pack.requirement.get(id) as RequirementOf<"floor_area">;
    if (holds(context, requirement.applies, unit, null) === "no") continue;
    const kind = context.pack.items.get(requirement.item)?.kinds[0] ?? requirement.item;
    const asked = boundsFor(context, requirement, unit, null).map(({ at_least }) =>
      at_least === undefined ? 0 : (amountOf(context, at_least) ?? 0),
    );
    minima.set(kind, Math.min(...asked));
  }
  const rooms = context.index
    .places(unit, [...minima.keys()], context.asOf)
    .map(({ facility, room }) =>
      (room === null ? [facility.kind, ...facility.also] : [room.kind, ...room.sharedWith]).filter((kind) =>
        minima.has(kind),
      ),
    );
  const counted = new Set<string>();
  let certain = 0;
  for (const kinds of rooms) {
    const fresh = kinds.filter((kind) => !counted.has(kind));
    certain += Math.max(0, ...fresh.map((kind) => minima.get(kind) ?? 0));
    for (const kind of fresh) counted.add(kind);
  }
  const open = [...minima].filter(([kind]) => !counted.has(kind));
  const most = certain + open.reduce((sum, [, minimum]) => sum + minimum, 0);
  // A kind that has no room here, and all rooms are listed, shares none: it would need its own.
  const least = context.index.isListed(
    unit,
    open.map(([kind]) => kind),
  )
    ? most
    : certain;
  return (written) => ({ low: Math.max(written, least), high: Math.max(written, most) });
}
