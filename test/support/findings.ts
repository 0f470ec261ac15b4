/** A pack held against a few facts, and one finding of it. @module */
import type { Register, UnitFacts } from "../../server/standards/facts/register.ts";
import { evaluate } from "../../server/standards/findings/evaluate.ts";
import type { Settings } from "../../server/standards/judge/context.ts";
import { register, unit } from "./register.ts";
import { shipped } from "./standard-packs.ts";

export function findings(pack: string, facts: Partial<Register>, asOf = "2020-01-01", settings: Settings = {}) {
  const all = evaluate(shipped(pack), register(facts), asOf, { settings });
  return {
    ...all,
    of: (requirement: string, unitId = "c") =>
      all.findings.find((one) => one.requirement === requirement && one.unit === unitId),
  };
}
/** The community `c`. */
export const community = (facts: Partial<UnitFacts> = {}) => unit("c", { name: "甲社区", ...facts });
