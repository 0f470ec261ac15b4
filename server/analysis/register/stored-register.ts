/** The register of an area as the store keeps it, read once for each version. @module */
import type { Kysely } from "kysely";
import type { KeptFact } from "../../standards/facts/kept-fact.ts";
import type { UnitFacts } from "../../standards/facts/register.ts";
import type { Alias } from "../../standards/names/match-names.ts";
import { keysOf, unitKey } from "../../standards/names/unit-key.ts";
import type { Database } from "../../store/database.ts";
import { storeError } from "../../store/errors.ts";
import {
  newestRegister,
  type RegisterAlias,
  type RegisterFact,
  type RegisterSetting,
  type RegisterWaiver,
  registerAliases,
  registerFacts,
  registerSettings,
  registerWaivers,
} from "../../store/register/read-register.ts";
import { kept, recent, unlessFailed } from "../kept.ts";

export interface StoredRegister {
  readonly areaId: string;
  /** 0 where nothing was ever registered. */
  readonly version: number;
  readonly facts: readonly (KeptFact & Pick<RegisterFact, "id" | "version">)[];
  readonly waivers: readonly RegisterWaiver[];
  readonly aliases: readonly RegisterAlias[];
  readonly settings: readonly RegisterSetting[];
}

/** A district's register is some 30,000 facts. */
const MOST_KEPT = 8;
const registers = new WeakMap<Kysely<Database>, Map<string, Promise<StoredRegister>>>();

/**
 * @param version the newest where left out
 * @throws DomainError `register_version_unknown`
 */
export async function storedRegister(db: Kysely<Database>, areaId: string, version?: number): Promise<StoredRegister> {
  const newest = await newestRegister(db, areaId);
  const wanted = version ?? newest;
  if (wanted > newest)
    throw storeError("register_version_unknown", { area: areaId, value: wanted, expected: `0 … ${newest}` });
  const mine = kept(registers, db, () => new Map<string, Promise<StoredRegister>>());
  const key = `${areaId} ${wanted}`;
  return recent(mine, key, MOST_KEPT, () => unlessFailed(mine, key, readAt(db, areaId, wanted)));
}

async function readAt(db: Kysely<Database>, areaId: string, version: number): Promise<StoredRegister> {
  const none = version === 0;
  return {
    areaId,
    version,
    facts: none ? [] : await registerFacts(db, areaId, version).execute(),
    waivers: none ? [] : await registerWaivers(db, areaId, version).execute(),
    aliases: none ? [] : await registerAliases(db, areaId, version).execute(),
    settings: none ? [] : await registerSettings(db, areaId, version).execute(),
  };
}

/** Confirmed spellings from key to key: facts that were told under a spelling belong to the unit that it means. */
export function aliasKeys(aliases: readonly RegisterAlias[]): Map<string, string> {
  return new Map(
    aliases.flatMap(({ street, written, unit }) => {
      if (unit === null) return [];
      const isCommunity = unit.includes("/");
      const key = isCommunity ? unitKey(street === "" ? null : street, written) : unitKey(written, null);
      return [[key, unit] as const];
    }),
  );
}

/** Decisions of persons with ids of units; one about a unit that is not there any more decides nothing. */
export function aliasesOf(units: readonly UnitFacts[], aliases: readonly RegisterAlias[]): Alias[] {
  const idOf = new Map([...keysOf(units)].map(([id, key]) => [key, id]));
  return aliases.flatMap(({ street, written, unit }) => {
    const id = unit === null ? null : idOf.get(unit);
    return id === undefined ? [] : [{ street: street === "" ? null : street, written, unit: id }];
  });
}
