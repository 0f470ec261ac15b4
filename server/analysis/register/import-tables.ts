/** Tables of facts and lists of units into the register: all of a file or nothing of it. @module */
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { applyFacts } from "../../standards/facts/apply-facts.ts";
import type { KeptFact } from "../../standards/facts/kept-fact.ts";
import type { FactRefusal, UnsureName } from "../../standards/facts/line-subjects.ts";
import { readFacts } from "../../standards/facts/read-facts.ts";
import { readPrices } from "../../standards/facts/read-prices.ts";
import { readUnits } from "../../standards/facts/read-units.ts";
import type { Register } from "../../standards/facts/register.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import type { RegisterAction } from "../../store/register/tables.ts";
import { askNames, writeRegister } from "../../store/register/write-register.ts";
import { factLines, priceLines, unitLines } from "./fact-lines.ts";
import type { StandardsHands } from "./open-findings.ts";
import { knownUnit, type UnitAnswer } from "./unit-answers.ts";
import { registerParts, type WholeRegister, wholeRegister } from "./whole-register.ts";

export interface TableOrder {
  readonly areaId: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Whoever brings it, as they call their office; null where they do not say. */
  readonly office: string | null;
  /** Nothing is written: neither facts nor names for the queue. */
  readonly dryRun: boolean;
}

export interface TableOutcome {
  readonly file: string;
  /** Version of the register that it made, or the one before where it changed nothing; null: refused, or a dry run. */
  readonly version: number | null;
  /** Facts that were added or replaced; of a dry run those that would be. */
  readonly changed: number;
  /** Facilities that neither map nor register had: the table adds them. */
  readonly facilities: number;
  /** Lines that say something, and lines without a value. */
  readonly filled: number;
  readonly empty: number;
  /** Where there is any, nothing of the file was taken. */
  readonly refusals: readonly FactRefusal[];
  readonly names: readonly AskedName[];
}

/** A unit that the file names and that is not surely one of the register. */
export interface AskedName {
  readonly street: string | null;
  readonly written: string;
  readonly row: number;
  readonly candidates: readonly UnitAnswer[];
}

interface Read {
  readonly facts: readonly KeptFact[];
  readonly filled: number;
  readonly empty: number;
  readonly refusals: readonly FactRefusal[];
  readonly unsure: readonly UnsureName[];
}

/** @throws DomainError for a file that is no such table; what is wrong with its lines is told in the outcome */
export async function importFacts(hands: StandardsHands, pack: Pack, order: TableOrder): Promise<TableOutcome> {
  const { lines, broken } = await factLines(order.bytes, order.file);
  const whole = await registerNow(hands, order.areaId, pack);
  const { facts, taken, empty, refusals, unsure } = readFacts(pack, whole.register, lines, whole.aliases);
  const read = { facts, filled: taken, empty, refusals: [...broken, ...refusals], unsure };
  return settle(hands, order, whole, "facts", pack.head.id, read);
}

/** As {@link importFacts}. @param pack any: units are of no pack */
export async function importUnits(hands: StandardsHands, pack: Pack, order: TableOrder): Promise<TableOutcome> {
  const { lines, broken } = await unitLines(order.bytes, order.file);
  const whole = await registerNow(hands, order.areaId, pack);
  const { facts, refusals, unsure } = readUnits(whole.register, lines, whole.aliases);
  const read = { facts, filled: lines.length, empty: 0, refusals: [...broken, ...refusals], unsure };
  return settle(hands, order, whole, "units", null, read);
}

/** As {@link importFacts}; a survey takes the place of one of the same facility and day. */
export async function importPrices(hands: StandardsHands, pack: Pack, order: TableOrder): Promise<TableOutcome> {
  const { lines, broken } = await priceLines(order.bytes, order.file);
  const whole = await registerNow(hands, order.areaId, pack);
  const { facts, taken, empty, refusals, unsure } = readPrices(pack, whole.register, lines, whole.aliases);
  const read = { facts, filled: taken, empty, refusals: [...broken, ...refusals], unsure };
  return settle(hands, order, whole, "prices", pack.head.id, read);
}

/** The register as it stands, whatever the day. */
export async function registerNow({ desk, store, rules }: StandardsHands, areaId: string, pack: Pack) {
  const area = await desk.open(areaId);
  const { name } = await desk.release(areaId);
  const question = { areaName: name, profile: "adult", asOf: null };
  return wholeRegister(await registerParts(store.db, area, pack, rules, question));
}

async function settle(
  { store }: StandardsHands,
  { areaId, file, bytes, office, dryRun }: TableOrder,
  whole: WholeRegister,
  action: RegisterAction,
  pack: string | null,
  { facts, filled, empty, refusals, unsure }: Read,
): Promise<TableOutcome> {
  const asked = new Map(unsure.map((name) => [`${name.street ?? ""}/${name.written}`, name]));
  const names = [...asked.values()].map(({ candidates, ...name }) => ({
    ...name,
    candidates: candidates.map((id) => knownUnit(whole.units, id)),
  }));
  const outcome = { file, filled, empty, refusals, names, version: null, changed: 0, facilities: 0 };
  if (refusals.length > 0) {
    if (dryRun) return outcome;
    await askNames(
      store.db,
      areaId,
      file,
      names.map(({ street, written, row }) => ({ street: street ?? "", written, row })),
    );
    return outcome;
  }
  const facilities = addedTo(whole.register, facts);
  if (dryRun) return { ...outcome, facilities, changed: newTo(whole.stored.facts, facts) };
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const written = await writeRegister(store.db, { areaId, action, office, pack, file: { name: file, sha256 }, facts });
  return { ...outcome, facilities, ...written };
}

/** How many facilities there are after the facts that there were not before. */
export function addedTo(register: Register, facts: readonly KeptFact[]): number {
  const before = new Set(register.facilities.map(({ id }) => id));
  const { facilities } = applyFacts(register, { facts, asOf: null });
  return new Set(facilities.flatMap(({ id }) => (before.has(id) ? [] : [id]))).size;
}

/** How many of the facts are not kept as they are told. */
function newTo(kept: readonly KeptFact[], told: readonly KeptFact[]): number {
  const subject = ({ unit, kind, place, fact, since }: KeptFact) => JSON.stringify([unit, kind, place, fact, since]);
  const known = new Map(kept.map((fact) => [subject(fact), fact.value]));
  return told.filter((fact) => !isDeepStrictEqual(known.get(subject(fact)), fact.value)).length;
}
