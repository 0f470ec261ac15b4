/** Facts told one by one in the console or over the API, and taken back. @module */
import { DomainError } from "../../base/errors.ts";
import type { SubjectLine } from "../../standards/facts/line-subjects.ts";
import { type FactLine, readFacts, refusedTable } from "../../standards/facts/read-facts.ts";
import { besideKept, type PriceLine, readPrices } from "../../standards/facts/read-prices.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import { type RegisterWritten, writeRegister } from "../../store/register/write-register.ts";
import { addedTo, registerNow } from "./import-tables.ts";
import type { StandardsHands } from "./open-findings.ts";
import { aliasKeys } from "./stored-register.ts";
import { knownUnit, type UnitsById } from "./unit-answers.ts";

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

/** A good in a facility and in one market on a day, for the same quantity of it. */
export interface ToldPrice extends Pick<ToldFact, "unit" | "item" | "place"> {
  readonly on: string;
  readonly good: string;
  /** 斤, 袋, 次. */
  readonly per: string;
  readonly cny: number;
  readonly market: string;
  readonly marketCny: number;
  readonly source: string | null;
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
  const lines = told.map(
    (one, i): FactLine => ({
      ...subjectLine(units, one, i + 1),
      fact: one.fact,
      value: one.value,
      since: one.since ?? "",
    }),
  );
  const { facts, refusals } = readFacts(pack, register, lines, aliases);
  if (refusals.length > 0) throw refusedTable(refusals);
  return writeRegister(hands.store.db, { areaId, action: "change", office, pack: pack.head.id, facts });
}

/** Whoever is overtaken tries again; each time another change was written, so that this many stand in line and all are told. */
const TRIES = 50;

export interface PricesWritten extends RegisterWritten {
  /** Facilities that neither map nor register had. */
  readonly facilities: number;
}

/**
 * Prices found on a day, beside those that the survey of the day has. All of them or none; where somebody else tells at the
 * same time, they are laid over what that one told.
 *
 * @throws DomainError `facts_refused`, `unit_unknown`
 */
export async function tellPrices(
  hands: StandardsHands,
  areaId: string,
  pack: Pack,
  told: readonly ToldPrice[],
  office: string | null,
  triesLeft = TRIES,
): Promise<PricesWritten> {
  const { register, units, aliases, stored, idOf } = await registerNow(hands, areaId, pack);
  const { facts, refusals } = readPrices(pack, register, priceLinesOf(units, told), aliases);
  if (refusals.length > 0) throw refusedTable(refusals);
  // A spelling that has become the name of a unit is that unit's own.
  const keys = new Map([...aliasKeys(stored.aliases)].filter(([key]) => !idOf.has(key)));
  const surveys = facts.map((fact) => besideKept(stored.facts, fact, keys));
  const order = { areaId, action: "change", office, pack: pack.head.id, facts: surveys } as const;
  try {
    const written = await writeRegister(hands.store.db, { ...order, workedOn: stored.version });
    return { ...written, facilities: addedTo(register, facts) };
  } catch (error) {
    const isMoved = error instanceof DomainError && error.code === "register_moved";
    if (!isMoved || triesLeft <= 1) throw error;
  }
  return tellPrices(hands, areaId, pack, told, office, triesLeft - 1);
}

function priceLinesOf(units: UnitsById, told: readonly ToldPrice[]): PriceLine[] {
  return told.map((one, i) => ({
    ...subjectLine(units, one, i + 1),
    on: one.on,
    good: one.good.trim(),
    per: one.per.trim(),
    cny: String(one.cny),
    market: one.market.trim(),
    marketCny: String(one.marketCny),
    source: one.source?.trim() ?? "",
  }));
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

/** Cells of a line that name a unit, an item and a facility. */
function subjectLine(
  units: UnitsById,
  { unit, item, place }: Pick<ToldFact, "unit" | "item" | "place">,
  row: number,
): SubjectLine {
  const { name, street, level } = knownUnit(units, unit);
  return {
    row,
    street: level === "street" ? name : (street ?? ""),
    community: level === "community" ? name : "",
    item: item?.trim() ?? "",
    name: place?.trim() ?? "",
  };
}
