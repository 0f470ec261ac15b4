/** The queue of names that are not surely one unit, and what persons decide about them. Nothing is merged by likeness. @module */
import { nameMatcher } from "../../standards/names/match-names.ts";
import { pendingNames } from "../../standards/names/pending-names.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import { registerNames } from "../../store/register/read-register.ts";
import { type RegisterWritten, writeRegister } from "../../store/register/write-register.ts";
import { registerNow } from "./import-tables.ts";
import type { StandardsHands } from "./open-findings.ts";
import { knownUnit, type UnitAnswer } from "./unit-answers.ts";

export interface QueuedName {
  readonly street: string | null;
  readonly written: string;
  readonly candidates: readonly UnitAnswer[];
  /** Task lists and requirements of the pack that hang on it; empty where a table alone brought it. */
  readonly askedBy: readonly string[];
  /** The table that brought it first, and its row; null where the pack names it. */
  readonly file: string | null;
  readonly row: number | null;
}

export interface DecidedName {
  readonly street: string | null;
  readonly written: string;
  readonly unit: UnitAnswer | null;
  readonly office: string | null;
  readonly version: number;
}

export interface Names {
  readonly waiting: readonly QueuedName[];
  readonly decided: readonly DecidedName[];
}

export async function listNames(hands: StandardsHands, areaId: string, pack: Pack): Promise<Names> {
  const { register, units, stored, aliases, idOf } = await registerNow(hands, areaId, pack);
  const isDecided = (street: string | null, written: string) =>
    stored.aliases.some((alias) => alias.street === (street ?? "") && alias.written === written);
  const ofPack = pendingNames(pack, register.units, aliases).map(
    (name): QueuedName => ({ ...name, candidates: answersOf(name.candidates), file: null, row: null }),
  );
  const matcher = nameMatcher(register.units, aliases, pack.suspectedNames);
  const ofTables = (await registerNames(hands.store.db, areaId).execute()).flatMap(
    ({ street: stated, written, file, row }): QueuedName[] => {
      const street = stated === "" ? null : stated;
      const asStreet = street === null ? matcher.street(written) : null;
      const match = asStreet === null || asStreet.state === "missing" ? matcher.community(street, written) : asStreet;
      if (match.state === "sure") return [];
      const candidates = match.state === "doubtful" ? answersOf(match.candidates) : [];
      return [{ street, written, candidates, askedBy: [], file, row }];
    },
  );
  const waiting = [...ofTables, ...ofPack].filter(({ street, written }) => !isDecided(street, written));
  const decided = stored.aliases.map(({ street, written, unit, office, version }) => {
    const id = unit === null ? undefined : idOf.get(unit);
    return {
      street: street === "" ? null : street,
      written,
      unit: id === undefined ? null : knownUnit(units, id),
      office,
      version,
    };
  });
  return { waiting, decided };

  function answersOf(ids: readonly string[]): UnitAnswer[] {
    return ids.map((id) => knownUnit(units, id));
  }
}

export interface NameDecision {
  readonly street: string | null;
  readonly written: string;
  /** Id of the unit that it means; null: it is none of the register. */
  readonly unit: string | null;
}

/** @throws StandardsError `unit_unknown` */
export async function decideName(
  hands: StandardsHands,
  areaId: string,
  pack: Pack,
  { street, written, unit }: NameDecision,
  office: string | null,
): Promise<RegisterWritten> {
  const { units, keys } = await registerNow(hands, areaId, pack);
  const key = unit === null ? null : (keys.get(knownUnit(units, unit).id) as string);
  return writeRegister(hands.store.db, {
    areaId,
    action: "name",
    office,
    aliases: [{ street: street ?? "", written, unit: key }],
  });
}
