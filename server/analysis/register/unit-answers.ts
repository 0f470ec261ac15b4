/** Units as answers name them. @module */
import type { UnitFacts } from "../../standards/facts/register.ts";
import type { Level } from "../../standards/pack/values.ts";

export interface UnitAnswer {
  id: string;
  name: string;
  level: Level;
  /** Name of the street that a community lies in; null for a street, the district, and a community of no street. */
  street: string | null;
  /** False where the register alone knows it. */
  onMap: boolean;
}

/** @param id of one of the units */
export function unitAnswer(units: readonly UnitFacts[], id: string): UnitAnswer {
  const unit = units.find((one) => one.id === id) as UnitFacts;
  const parent = units.find((one) => one.id === unit.parent);
  return {
    id,
    name: unit.name,
    level: unit.level,
    street: unit.level === "community" && parent?.level === "street" ? parent.name : null,
    onMap: !id.startsWith("register/"),
  };
}
