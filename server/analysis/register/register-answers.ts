/** The register as it is looked through: its versions, its units, and each fact with who told it and when. @module */
import type { Words } from "../../base/errors.ts";
import { FIXED_FACTS } from "../../standards/facts/asked-facts.ts";
import type { KeptValue } from "../../standards/facts/kept-fact.ts";
import { PRICE_SURVEY } from "../../standards/facts/read-prices.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import { type RegisterVersion, registerVersions } from "../../store/register/read-register.ts";
import { registerNow } from "./import-tables.ts";
import type { StandardsHands } from "./open-findings.ts";
import { knownUnit, type UnitAnswer, unitAnswer } from "./unit-answers.ts";

export interface RegisterAnswer {
  /** The newest; 0 where nothing was ever registered. */
  readonly version: number;
  readonly versions: readonly RegisterVersion[];
}

/** Throws `area_unknown`. */
export async function registerAnswer({ desk, store }: StandardsHands, areaId: string): Promise<RegisterAnswer> {
  await desk.release(areaId);
  const versions = await registerVersions(store.db, areaId).execute();
  return { version: versions[0]?.number ?? 0, versions };
}

export interface RegisteredUnit extends UnitAnswer {
  setting: "urban" | "rural" | null;
  age: "old" | "new" | null;
  households: number | null;
  residents: number | null;
  /** Facts that the register keeps of it. */
  facts: number;
}

/** Of map and register, district first, in the order of both. @param pack any: units are of no pack */
export async function registeredUnits(hands: StandardsHands, areaId: string, pack: Pack): Promise<RegisteredUnit[]> {
  const { units, stored, keys } = await registerNow(hands, areaId, pack);
  const counts = new Map<string, number>();
  for (const { unit } of stored.facts) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...units.values()].map((unit) => ({
    ...unitAnswer(unit, units),
    setting: unit.setting,
    age: unit.age,
    households: unit.households,
    residents: unit.residents,
    facts: counts.get(keys.get(unit.id) as string) ?? 0,
  }));
}

export interface RegisteredFact {
  id: number;
  unit: UnitAnswer;
  /** Kind of facility; of work and inspections the item; null for a fact of the unit itself. */
  kind: string | null;
  /** What the pack calls the kind; null where the pack has no such item. */
  item: Words | null;
  /** Name of the facility; null for the only one. */
  place: string | null;
  fact: string;
  name: Words;
  value: KeptValue;
  /** Day from which it holds; null where nobody said. */
  since: string | null;
  version: number;
  madeAt: string;
  office: string | null;
}

/** @param unitId null for all units. @throws StandardsError `unit_unknown` */
export async function registeredFacts(
  hands: StandardsHands,
  areaId: string,
  pack: Pack,
  unitId: string | null,
): Promise<RegisteredFact[]> {
  const { units, stored, idOf } = await registerNow(hands, areaId, pack);
  if (unitId !== null) knownUnit(units, unitId);
  const versions = await registerVersions(hands.store.db, areaId).execute();
  const byNumber = new Map(versions.map((version) => [version.number, version]));
  return stored.facts.flatMap(({ id, unit, kind, place, form, fact, since, value, version }) => {
    const of = units.get(idOf.get(unit) ?? "");
    if (of === undefined || form === "unit" || (unitId !== null && of.id !== unitId)) return [];
    const { madeAt, office } = byNumber.get(version) as RegisterVersion;
    return [
      {
        id,
        unit: unitAnswer(of, units),
        kind: kind === "" ? null : kind,
        item: itemNamed(pack, kind),
        place: place === "" ? null : place,
        fact,
        name: nameOf(pack, form, fact),
        value,
        since: since === "" ? null : since,
        version,
        madeAt,
        office,
      },
    ];
  });
}

function itemNamed(pack: Pack, kind: string): Words | null {
  const item = pack.items.get(kind) ?? [...pack.items.values()].find(({ kinds }) => kinds.includes(kind));
  return kind === "" || item === undefined ? null : { zh: item.zh, en: item.en };
}

const OTHER_NAMES: Readonly<Record<string, Words>> = {
  acceptance: { zh: "验收", en: "acceptance" },
  price: PRICE_SURVEY,
};

function nameOf(pack: Pack, form: string, fact: string): Words {
  const fixed = Object.entries(FIXED_FACTS).find(([name]) => name === form)?.[1];
  const known = fixed ?? OTHER_NAMES[form] ?? pack.terms.get(fact);
  return known === undefined ? { zh: fact, en: fact } : { zh: known.zh, en: known.en };
}
