/** Fills the register of an area from a recipe, by the very templates and imports that offices use. @module */
import { standardsError } from "../../standards/errors.ts";
import { refusedTable } from "../../standards/facts/read-facts.ts";
import { nameMatcher } from "../../standards/names/match-names.ts";
import { packNamed, shippedPacks } from "../standard-packs.ts";
import { importFacts, importPrices, importUnits, registerNow, type TableOutcome } from "./import-tables.ts";
import type { StandardsHands } from "./open-findings.ts";
import { openTemplate } from "./open-template.ts";
import { addWaiver } from "./waivers.ts";

export interface RegisterRecipe {
  /** List of units as CSV. */
  readonly units: string;
  readonly tables: readonly { readonly pack: string; readonly street: string }[];
  /** Fills in a template. @returns CSV */
  readonly fill: (pack: string, header: readonly string[], rows: readonly (readonly string[])[]) => string;
  /** Surveys of prices as CSV. */
  readonly prices: readonly { readonly pack: string; readonly street: string; readonly table: string }[];
  readonly waivers: readonly {
    readonly pack: string;
    readonly street: string;
    readonly community: string;
    readonly requirement: string;
    readonly reason: string;
    readonly office: string;
    readonly from: string;
  }[];
}

/** @returns the version of the register that it ends with. @throws StandardsError `facts_refused` where the recipe does not fit the packs */
export async function seedRegister(
  hands: StandardsHands,
  areaId: string,
  { units, tables, fill, prices, waivers }: RegisterRecipe,
): Promise<number> {
  const packs = await shippedPacks();
  const order = (file: string, text: string, office: string) => {
    return { areaId, file, bytes: new TextEncoder().encode(text), office, dryRun: false };
  };
  const [first] = tables;
  assertTaken(await importUnits(hands, packNamed(packs, first.pack), order("units.csv", units, "演示配方")));
  for (const { pack: id, street } of tables) {
    const pack = packNamed(packs, id);
    const { header, rows } = await openTemplate(hands, areaId, pack, {
      asOf: pack.head.document.issued,
      within: street,
    });
    assertTaken(await importFacts(hands, pack, order(`${id}.csv`, fill(id, header, rows), street)));
  }
  for (const { pack: id, street, table } of prices)
    assertTaken(await importPrices(hands, packNamed(packs, id), order(`${id}-prices.csv`, table, street)));
  for (const { pack: id, street, community, ...waiver } of waivers) {
    const pack = packNamed(packs, id);
    const { register, aliases } = await registerNow(hands, areaId, pack);
    const match = nameMatcher(register.units, aliases).community(street, community);
    if (match.state !== "sure")
      throw standardsError("unit_unknown", { value: `${street}/${community}`, expected: "—" });
    await addWaiver(hands, areaId, pack, { ...waiver, unit: match.unit, until: null });
  }
  const { stored } = await registerNow(hands, areaId, packNamed(packs, first.pack));
  return stored.version;
}

function assertTaken({ refusals }: TableOutcome): void {
  if (refusals.length > 0) throw refusedTable(refusals);
}
