/** All that is known of the units of an area on a day: the map's own, spacing, and what the register keeps. @module */
import type { Kysely } from "kysely";
import { applyFacts } from "../../standards/facts/apply-facts.ts";
import type { Register, SpacingFacts } from "../../standards/facts/register.ts";
import type { Alias } from "../../standards/names/match-names.ts";
import { keysOf } from "../../standards/names/unit-key.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import type { Database } from "../../store/database.ts";
import { registerOfArea, WHOLE } from "../area-register.ts";
import { kept, recent } from "../kept.ts";
import type { OpenArea } from "../open-area.ts";
import type { RuleBook } from "../spacing-rules.ts";
import { spacingFactsOf } from "./spacing-facts.ts";
import { aliasesOf, aliasKeys, type StoredRegister, storedRegister } from "./stored-register.ts";
import type { UnitsById } from "./unit-answers.ts";

export interface WholeRegister {
  readonly register: Register;
  /** Its units by id. */
  readonly units: UnitsById;
  readonly stored: StoredRegister;
  readonly aliases: readonly Alias[];
  /** Key of each unit by id, and the other way round. */
  readonly keys: ReadonlyMap<string, string>;
  readonly idOf: ReadonlyMap<string, string>;
}

export interface RegisterQuestion {
  readonly areaName: string;
  readonly profile: string;
  /** null: the latest of every fact. */
  readonly asOf: string | null;
  /** Version of the register; the newest where left out. */
  readonly register?: number | undefined;
}

/** What the map knows, and what must be asked of the store. */
export interface RegisterParts extends Pick<RegisterQuestion, "areaName" | "asOf"> {
  readonly map: Register;
  readonly spacing: readonly SpacingFacts[];
  readonly stored: StoredRegister;
}

/** @throws DomainError `register_version_unknown` */
export async function registerParts(
  db: Kysely<Database>,
  area: OpenArea,
  pack: Pack,
  book: RuleBook,
  { areaName, profile, asOf, register: version }: RegisterQuestion,
): Promise<RegisterParts> {
  const stored = await storedRegister(db, area.content.areaId, version);
  const map = mapRegister(area, pack, profile);
  const spacing = asOf === null ? [] : await spacingFactsOf(db, area, pack, book, asOf);
  return { areaName, asOf, map, spacing, stored };
}

/** Every fact laid over the map: work that grows with the register, for whoever has not kept what comes of it. */
export function wholeRegister({ areaName, asOf, map, spacing, stored }: RegisterParts): WholeRegister {
  const named = {
    ...map,
    spacing,
    units: map.units.map((unit) => (unit.id === WHOLE ? { ...unit, name: areaName } : unit)),
  };
  const register = applyFacts(named, { facts: stored.facts, asOf, aliases: aliasKeys(stored.aliases) });
  const keys = keysOf(register.units);
  return {
    register,
    units: new Map(register.units.map((unit) => [unit.id, unit])),
    stored,
    aliases: aliasesOf(register.units, stored.aliases),
    keys,
    idOf: new Map([...keys].map(([id, key]) => [key, id])),
  };
}

/** Walks of a pack are found once for an area and a profile. */
const MOST_KEPT = 24;
const maps = new WeakMap<OpenArea, Map<string, Register>>();

function mapRegister(area: OpenArea, pack: Pack, profile: string): Register {
  const mine = kept(maps, area, () => new Map<string, Register>());
  return recent(mine, `${pack.head.id} ${profile}`, MOST_KEPT, () => registerOfArea(area, pack, profile));
}
