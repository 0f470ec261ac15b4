/** The part of a register that one street office, or one community, answers for. @module */
import { standardsError } from "../errors.ts";
import type { Register } from "./register.ts";

/**
 * The unit and all in it, with their facts; what lies above is left out, as its sums would be those of a part. Names of a street's own plan then
 * mean its own communities.
 *
 * @throws StandardsError `register_faulty` for a unit that is not there
 */
export function narrowTo(register: Register, unitId: string): Register {
  const byId = new Map(register.units.map((unit) => [unit.id, unit]));
  if (!byId.has(unitId)) {
    const expected = register.units
      .map(({ id }) => id)
      .slice(0, 8)
      .join(", ");
    throw standardsError("register_faulty", { field: "within", value: unitId, expected });
  }
  const isInside = (id: string | null): boolean =>
    id !== null && (id === unitId || isInside(byId.get(id)?.parent ?? null));
  const inside = new Set(register.units.filter(({ id }) => isInside(id)).map(({ id }) => id));
  const facilities = register.facilities.filter(({ unit }) => inside.has(unit));
  const kept = new Set(facilities.map(({ id }) => id));
  return {
    units: register.units
      .filter(({ id }) => inside.has(id))
      .map((unit) => (unit.id === unitId ? { ...unit, parent: null } : unit)),
    facilities,
    acceptances: register.acceptances.filter(({ unit }) => inside.has(unit)),
    reach: register.reach.filter(({ unit }) => inside.has(unit)),
    spacing: register.spacing.filter(({ unit }) => inside.has(unit)),
    prices: register.prices.filter(({ facility }) => kept.has(facility)),
  };
}
