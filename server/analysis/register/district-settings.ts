/** Parameters of packs as a district sets them: kept with the register, listed, changed, taken back, and laid over a question. @module */
import type { Words } from "../../base/errors.ts";
import { rangeAgainst, type Settings, settled } from "../../standards/judge/context.ts";
import type { Parameter } from "../../standards/pack/file-schema.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import { parametersOf } from "../../standards/pack/parameters-of.ts";
import type { RegisterSetting } from "../../store/register/read-register.ts";
import { type NewSetting, type RegisterWritten, writeRegister } from "../../store/register/write-register.ts";
import type { StandardsHands } from "./open-findings.ts";
import { assertOnce } from "./settings.ts";
import { storedRegister } from "./stored-register.ts";

type Value = number | string | null;

/** A parameter as a question is answered with it, and who says so. */
export interface UsedSetting {
  id: string;
  name: Words;
  /** null: nobody has set it. */
  value: Value;
  /** The value by its name, where there are some to choose from. */
  choice: Words | null;
  /** The question goes before the district, the district before the pack. */
  from: "pack" | "district" | "question";
  /** Who set it and when, where the district did. */
  office: string | null;
  setAt: string | null;
  /** What the district set and the pack, as it is now, has no such value of: told, and not used. */
  unusable: UnusableSetting | null;
}

export interface UnusableSetting {
  value: Value;
  office: string;
  setAt: string;
  /** What may be set. */
  expected: string;
}

/** What the district has set, and over it what the question asks to try. A setting of a parameter that is no more changes nothing, nor does one out of the pack's range. */
export function settingsFor(
  pack: Pack,
  stored: readonly RegisterSetting[],
  asked: Settings = {},
): { readonly settings: Settings; readonly used: ReadonlyMap<string, UsedSetting> } {
  const mine = new Map(stored.flatMap((one) => (one.pack === pack.head.id ? [[one.parameter, one] as const] : [])));
  const used = pack.parameters.map((parameter): readonly [string, UsedSetting] => {
    const { id } = parameter;
    const told = mine.get(id);
    const unusable = told === undefined ? null : unusableOf(parameter, told);
    const isAsked = asked[id] !== undefined;
    const set = isAsked || unusable !== null ? undefined : told;
    const from = isAsked ? "question" : set === undefined ? "pack" : "district";
    const value = (isAsked ? asked[id] : set?.value) ?? parameter.default;
    const { office = null, madeAt = null } = set ?? {};
    const choice = choiceOf(parameter, value);
    return [id, { id, name: wordsOf(parameter), value, choice, from, office, setAt: madeAt, unusable }];
  });
  const district = used.flatMap(([id, { from, value }]) => (from === "district" ? [[id, value] as const] : []));
  return { settings: { ...Object.fromEntries(district), ...asked }, used: new Map(used) };
}

function unusableOf(parameter: Parameter, { value, office, madeAt }: RegisterSetting): UnusableSetting | null {
  const expected = rangeAgainst(parameter, value);
  return expected === null ? null : { value, office, setAt: madeAt, expected };
}

export interface ListedSetting {
  id: string;
  name: Words;
  clause: string | null;
  /** What the pack has, and where the document leaves it open, by whose advice. */
  default: Value;
  suggested: Words | null;
  minimum: number | null;
  maximum: number | null;
  choices: { id: string; name: Words }[];
  /** Requirements and subsidies that hang on it. */
  uses: number;
  /** Of the district; null where it has set none. */
  value: Value;
  /** false: what the district has set is out of the range, and the pack's own value is used. */
  usable: boolean;
  office: string | null;
  setAt: string | null;
  version: number | null;
}

/** Every parameter of the pack, with what the district has set. */
export async function listSettings(
  { desk, store }: StandardsHands,
  areaId: string,
  pack: Pack,
): Promise<ListedSetting[]> {
  await desk.release(areaId);
  const { settings } = await storedRegister(store.db, areaId);
  return pack.parameters.map((parameter) => {
    const { id, clause = null, minimum = null, maximum = null, suggested, choices = [] } = parameter;
    const set = settings.find((one) => one.pack === pack.head.id && one.parameter === id);
    return {
      id,
      name: wordsOf(parameter),
      clause,
      default: parameter.default,
      suggested: suggested === undefined ? null : wordsOf(suggested),
      minimum,
      maximum,
      choices: choices.map((choice) => ({ id: choice.id, name: wordsOf(choice) })),
      uses: [...pack.requirements, ...pack.subsidies].filter((one) => parametersOf(one).includes(id)).length,
      value: set?.value ?? null,
      usable: rangeAgainst(parameter, set?.value ?? null) === null,
      office: set?.office ?? null,
      setAt: set?.madeAt ?? null,
      version: set?.version ?? null,
    };
  });
}

/** All of them or none; null takes one back. @throws StandardsError `parameter_repeated`, `parameter_unknown`, `parameter_value` with the range */
export async function setSettings(
  { desk, store }: StandardsHands,
  areaId: string,
  pack: Pack,
  settings: readonly NewSetting[],
  office: string,
): Promise<RegisterWritten> {
  await desk.release(areaId);
  assertOnce(settings.map(({ parameter }) => parameter));
  for (const { parameter, value } of settings) settled(pack, { [parameter]: value });
  return writeRegister(store.db, { areaId, action: "setting", office, pack: pack.head.id, settings });
}

function choiceOf({ choices = [] }: Parameter, value: Value): Words | null {
  const found = choices.find(({ id }) => id === value);
  return found === undefined ? null : wordsOf(found);
}

function wordsOf({ zh, en }: Words): Words {
  return { zh, en };
}
