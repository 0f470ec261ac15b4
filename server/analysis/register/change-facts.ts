/** Facts told one by one in the console or over the API, and taken back. @module */
import { type FactLine, readFacts, refusedTable } from "../../standards/facts/read-facts.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import { type RegisterWritten, writeRegister } from "../../store/register/write-register.ts";
import { registerNow } from "./import-tables.ts";
import type { StandardsHands } from "./open-findings.ts";
import { knownUnit } from "./unit-answers.ts";

/** As a line of the table, with the unit by its id. */
export interface ToldFact {
  readonly unit: string;
  /** Item by id or name; null for a fact of the unit itself. */
  readonly item: string | null;
  /** Name of the facility; null for the only one. */
  readonly place: string | null;
  readonly fact: string;
  /** As the table has it: 是, 120, 2015-06-30. */
  readonly value: string;
  readonly since: string | null;
}

/** All of them or none. @throws DomainError `facts_refused`, `unit_unknown` */
export async function tellFacts(
  hands: StandardsHands,
  areaId: string,
  pack: Pack,
  told: readonly ToldFact[],
  office: string | null,
): Promise<RegisterWritten> {
  const { register, units, aliases } = await registerNow(hands, areaId, pack);
  const lines = told.map(({ unit, item, place, fact, value, since }, i): FactLine => {
    const { name, street, level } = knownUnit(units, unit);
    return {
      row: i + 1,
      street: level === "street" ? name : (street ?? ""),
      community: level === "community" ? name : "",
      item: item ?? "",
      name: place ?? "",
      fact,
      value,
      since: since ?? "",
    };
  });
  const { facts, refusals } = readFacts(pack, register, lines, aliases);
  if (refusals.length > 0) throw refusedTable(refusals);
  return writeRegister(hands.store.db, { areaId, action: "change", office, pack: pack.head.id, facts });
}

/** What was told is known no more. @throws DomainError `fact_unknown` */
export async function withdrawFact(
  { store, desk }: StandardsHands,
  areaId: string,
  id: number,
  office: string | null,
): Promise<RegisterWritten> {
  await desk.release(areaId);
  return writeRegister(store.db, { areaId, action: "change", office, withdrawn: [id] });
}
