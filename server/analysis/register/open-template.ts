/** The tables that an office fills in for an area: every fact that a pack asks of each of its units, with what the register has; and prices. @module */
import { indexRegister } from "../../standards/facts/index-register.ts";
import { narrowTo } from "../../standards/facts/narrow.ts";
import { priceTemplate } from "../../standards/facts/price-template.ts";
import { PRICE_SURVEY } from "../../standards/facts/read-prices.ts";
import { factTemplate } from "../../standards/facts/template.ts";
import { withValues } from "../../standards/facts/template-values.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import { streetNamed } from "../standards.ts";
import { registerNow } from "./import-tables.ts";
import type { StandardsHands } from "./open-findings.ts";

export type TableKind = "facts" | "prices";

export interface FactSheet {
  readonly table: TableKind;
  /** Of file and sheet, in Chinese. */
  readonly title: string;
  readonly packName: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface TemplateQuestion {
  readonly asOf: string;
  /** Name of a street office that fills in its own communities alone. */
  readonly within?: string | undefined;
  readonly table?: TableKind | undefined;
}

/** @throws StandardsError `street_unknown` */
export async function openTemplate(
  hands: StandardsHands,
  areaId: string,
  pack: Pack,
  { asOf, within, table = "facts" }: TemplateQuestion,
): Promise<FactSheet> {
  const { register, aliases, stored } = await registerNow(hands, areaId, pack);
  const facts = within === undefined ? register : narrowTo(register, streetNamed(register, within, aliases));
  const { name } = await hands.desk.release(areaId);
  const index = indexRegister(facts);
  const whose = `${within ?? name} ${pack.head.zh}`;
  const packName = pack.head.zh;
  if (table === "prices")
    return { table, title: `${whose} ${PRICE_SURVEY.zh}`, packName, ...priceTemplate(pack, index, asOf) };
  const { header, rows } = factTemplate(pack, index, asOf);
  return { table, title: `${whose} 台账`, packName, header, rows: withValues(pack, stored.facts, rows) };
}
