/** The table that an office fills in for an area: every fact that a pack asks of each of its units, with what the register has. @module */
import { indexRegister } from "../../standards/facts/index-register.ts";
import { narrowTo } from "../../standards/facts/narrow.ts";
import { factTemplate } from "../../standards/facts/template.ts";
import { withValues } from "../../standards/facts/template-values.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import { streetNamed } from "../standards.ts";
import { registerNow } from "./import-tables.ts";
import type { StandardsHands } from "./open-findings.ts";

export interface FactSheet {
  /** Of file and sheet, in Chinese. */
  readonly title: string;
  readonly packName: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @param within name of a street office that fills in its own communities alone. @throws StandardsError `street_unknown` */
export async function openTemplate(
  hands: StandardsHands,
  areaId: string,
  pack: Pack,
  { asOf, within }: { readonly asOf: string; readonly within?: string | undefined },
): Promise<FactSheet> {
  const { register, aliases, stored } = await registerNow(hands, areaId, pack);
  const facts = within === undefined ? register : narrowTo(register, streetNamed(register, within, aliases));
  const { name } = await hands.desk.release(areaId);
  const { header, rows } = factTemplate(pack, indexRegister(facts), asOf);
  return {
    title: `${within ?? name} ${pack.head.zh} 台账`,
    packName: pack.head.zh,
    header,
    rows: withValues(pack, stored.facts, rows),
  };
}
