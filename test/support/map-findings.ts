/** A pack held against what the map alone knows, and a table of facts that no store keeps. @module */
import { registerOfArea } from "../../server/analysis/area-register.ts";
import type { OpenArea } from "../../server/analysis/open-area.ts";
import { streetNamed, withFacts } from "../../server/analysis/standards.ts";
import { indexRegister } from "../../server/standards/facts/index-register.ts";
import type { FactLine } from "../../server/standards/facts/read-facts.ts";
import { factTemplate } from "../../server/standards/facts/template.ts";
import { evaluate, type Findings } from "../../server/standards/findings/evaluate.ts";
import type { Pack } from "../../server/standards/pack/pack.ts";

export interface MapQuestion {
  /** Day of the findings, `2015-07-01`. */
  readonly asOf: string;
  /** Profile of walks. */
  readonly profile: string;
  /** Name of a street office that answers for its own communities alone. */
  readonly within?: string;
  readonly facts?: readonly FactLine[];
}

export function mapFindings(area: OpenArea, pack: Pack, { asOf, profile, within, facts = [] }: MapQuestion): Findings {
  const register = withFacts(pack, registerOfArea(area, pack, profile), facts);
  const street = within === undefined ? undefined : streetNamed(register, within);
  return evaluate(pack, register, asOf, { within: street });
}

/** The table that asks for what the pack needs and the map does not know. */
export function mapTemplate(area: OpenArea, pack: Pack, { asOf, profile }: MapQuestion) {
  return factTemplate(pack, indexRegister(registerOfArea(area, pack, profile)), asOf);
}
