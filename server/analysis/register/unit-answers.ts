/** Units as answers name them, and the error for one that is not there. @module */
import { standardsError } from "../../standards/errors.ts";
import type { UnitFacts } from "../../standards/facts/register.ts";
import type { Level } from "../../standards/pack/values.ts";

export type UnitsById = ReadonlyMap<string, UnitFacts>;

export interface UnitRef {
  id: string;
  name: string;
  level: Level;
  /** Name of the street that a community lies in; null for a street, the district, and a community of no street. */
  street: string | null;
}

export interface UnitAnswer extends UnitRef {
  /** False where the register alone knows it. */
  onMap: boolean;
}

export function unitRef({ id, name, level, parent }: UnitFacts, units: UnitsById): UnitRef {
  const above = parent === null ? undefined : units.get(parent);
  return { id, name, level, street: level === "community" && above?.level === "street" ? above.name : null };
}

export function unitAnswer(unit: UnitFacts, units: UnitsById): UnitAnswer {
  return { ...unitRef(unit, units), onMap: !unit.id.startsWith("register/") };
}

const UNITS_NAMED = 8;

/** @throws StandardsError `unit_unknown`, with some of those that there are */
export function knownUnit(units: UnitsById, id: string): UnitAnswer {
  const unit = units.get(id);
  if (unit !== undefined) return unitAnswer(unit, units);
  const expected = [...units.keys()].slice(0, UNITS_NAMED).join(", ");
  throw standardsError("unit_unknown", { value: id, expected });
}
