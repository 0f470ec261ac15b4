/** Facilities as the plan leaves them, found by ref: those of the area, and those that it adds. @module */
import { useMemo } from "react";
import type { Facility } from "../../../../server/api/schemas/areas.ts";
import { useFacilitiesOf } from "../../../client/scenarios.ts";
import type { Changes } from "../../../state/plan/with-change.ts";
import type { Place } from "../../../state/view.ts";
import type { Asked } from "../use-asked.ts";

export interface Known {
  readonly ref: string;
  readonly name: string | null;
  readonly category: string;
  readonly openingHours: string | null;
  readonly capacity: number | null;
  /** On the base; of one that is added where the plan puts it. */
  readonly stood: Place;
  /** Where the plan has it. */
  readonly stands: Place;
  readonly closed: boolean;
}

export interface FacilityBook {
  get(ref: string): Known | undefined;
  /** Of a category as the plan has it, in the order of names; closed ones are left out. */
  of(category: string): readonly Known[];
  has(ref: string): boolean;
}

export function useFacilityBook(
  { area, category }: Asked,
  changes: Changes,
  categories: readonly string[],
): FacilityBook {
  const wanted = [...new Set([category.code, ...categories])];
  const base = useFacilitiesOf(area.id, area.release, wanted);
  return useMemo(() => bookOf(base, changes), [base, changes]);
}

export function bookOf(base: readonly Facility[], changes: Changes): FacilityBook {
  const known = new Map(base.map((facility) => [facility.ref, asKnown(facility)]));
  for (const change of changes) apply(known, change);
  return {
    get: (ref) => known.get(ref),
    has: (ref) => known.has(ref),
    of: (category) =>
      [...known.values()]
        .filter((one) => one.category === category && !one.closed)
        .sort((a, b) => inChinese.compare(a.name ?? a.ref, b.name ?? b.ref)),
  };
}

/** Made once: a language named with every comparison makes each slower. */
const inChinese = new Intl.Collator("zh");

function apply(known: Map<string, Known>, change: Changes[number]): void {
  const { kind, ref, name = null, category, position, openingHours = null, capacity = null } = change;
  if (ref === undefined) return;
  if (kind === "add_facility" && category !== undefined && position !== undefined) {
    known.set(ref, { ref, name, category, openingHours, capacity, stood: position, stands: position, closed: false });
    return;
  }
  const one = known.get(ref);
  if (one === undefined) return;
  if (kind === "move_facility" && position !== undefined) known.set(ref, { ...one, stands: position });
  if (kind === "close_facility") known.set(ref, { ...one, closed: true });
  if (kind === "set_category" && category !== undefined) known.set(ref, { ...one, category });
  if (kind === "set_opening_hours") known.set(ref, { ...one, openingHours });
  if (kind === "set_capacity") known.set(ref, { ...one, capacity });
}

function asKnown({ ref, name, category, openingHours, capacity, position }: Facility): Known {
  return { ref, name, category, openingHours, capacity, stood: position, stands: position, closed: false };
}
