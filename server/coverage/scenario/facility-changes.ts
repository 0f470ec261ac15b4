/** Facilities with a scenario's changes: new columns beside those of the base, in its order, what was added last. @module */
import type { Facilities } from "../people.ts";
import type { AddFacility, FacilityChange } from "./change.ts";
import type { Ground } from "./ground.ts";

export interface ChangedFacilities {
  readonly facilities: Facilities;
  /** Shape [facilities of the base]. Index of each among the changed ones, −1 where it was closed. */
  readonly indexOf: Int32Array;
  /** Categories of which a facility was added, moved or closed, or hours or capacity changed. */
  readonly touched: ReadonlySet<string>;
}

/** One facility to be: of the base, with what changes about it, or a new one. */
interface Slot {
  /** −1 for a new one. */
  readonly of: number;
  category: string;
  position: readonly [number, number] | null;
  openingHours: string | null;
  /** −1 where unknown. */
  capacity: number;
  readonly added: AddFacility | null;
}

/** @param changes checked: each names a facility that is there, and none contradicts another */
export function changeFacilities(ground: Ground, changes: readonly FacilityChange[]): ChangedFacilities {
  const { facilities: base } = ground;
  if (changes.length === 0) {
    return { facilities: base, indexOf: Int32Array.from({ length: base.count }, (_, f) => f), touched: new Set() };
  }
  const slots = Array.from({ length: base.count }, (_, of): Slot | null => ({
    of,
    category: base.categories[base.category[of]],
    position: null,
    openingHours: base.openingHours[of],
    capacity: base.capacity[of],
    added: null,
  }));
  const touched = new Set<string>();
  for (const change of changes) {
    if (change.kind === "add_facility") {
      const { category, position, openingHours = null, capacity } = change;
      slots.push({ of: -1, category, position, openingHours, capacity: capacity ?? -1, added: change });
      touched.add(category);
      continue;
    }
    const f = base.ref.indexOf(change.ref);
    touched.add(base.categories[base.category[f]]);
    const slot = slots[f];
    if (change.kind === "close_facility") slots[f] = null;
    else if (slot !== null) changeSlot(slot, change, touched);
  }
  const indexOf = new Int32Array(base.count).fill(-1);
  const kept = slots.filter((slot) => slot !== null);
  kept.forEach(({ of }, i) => {
    if (of >= 0) indexOf[of] = i;
  });
  return { facilities: columnsOf(ground, kept), indexOf, touched };
}

function changeSlot(
  slot: Slot,
  change: Exclude<FacilityChange, { kind: "add_facility" | "close_facility" }>,
  touched: Set<string>,
): void {
  if (change.kind === "move_facility") slot.position = change.position;
  if (change.kind === "set_opening_hours") slot.openingHours = change.openingHours;
  if (change.kind === "set_capacity") slot.capacity = change.capacity ?? -1;
  if (change.kind === "set_category") {
    slot.category = change.category;
    touched.add(change.category);
  }
}

/** Categories of the base stay, also where no facility of them is left: then nobody reaches one. */
function columnsOf(ground: Ground, slots: readonly Slot[]): Facilities {
  const { facilities: base } = ground;
  const categories = [...new Set([...base.categories, ...slots.map(({ category }) => category)])].sort();
  const index = new Map(categories.map((category, i) => [category, i]));
  const units = slots.map(({ of, position }) =>
    position === null ? { community: base.community[of], subdistrict: base.subdistrict[of] } : ground.unitsAt(position),
  );
  return {
    count: slots.length,
    ref: slots.map(({ of, added }) => added?.ref ?? base.ref[of]),
    name: slots.map(({ of, added }) => (added ? (added.name ?? null) : base.name[of])),
    category: Int32Array.from(slots, ({ category }) => index.get(category) ?? -1),
    categories,
    lon: Float64Array.from(slots, ({ of, position }) => position?.[0] ?? base.lon[of]),
    lat: Float64Array.from(slots, ({ of, position }) => position?.[1] ?? base.lat[of]),
    openingHours: slots.map(({ openingHours }) => openingHours),
    capacity: Int32Array.from(slots, ({ capacity }) => capacity),
    community: Int32Array.from(units, ({ community }) => community),
    subdistrict: Int32Array.from(units, ({ subdistrict }) => subdistrict),
    ...(base.beyond && {
      beyond: Uint8Array.from(slots, ({ of, position }) => (position === null ? (base.beyond?.[of] ?? 0) : 0)),
    }),
  };
}
