/** All that a judgement needs beside the requirement: the pack, the register, the day, what the district has set. @module */
import type { IsoDate } from "../dates.ts";
import { standardsError } from "../errors.ts";
import type { Place, RegisterIndex } from "../facts/index-register.ts";
import type { UnitFacts } from "../facts/register.ts";
import { type Alias, nameMatcher } from "../names/match-names.ts";
import type { Parameter } from "../pack/file-schema.ts";
import type { Pack } from "../pack/pack.ts";
import type { Amount, Condition } from "../pack/values.ts";
import { all, not, type Truth } from "./interval.ts";

export type Settings = Readonly<Record<string, number | string | null>>;

export interface Context {
  readonly pack: Pack;
  readonly index: RegisterIndex;
  readonly asOf: IsoDate;
  readonly settings: Settings;
  /** By list or written name: units that it surely names, and units that it may name. */
  readonly named: (names: readonly string[], unit: UnitFacts) => Truth;
}

/** @throws StandardsError `parameter_unknown`, `parameter_value` */
export function contextOf(
  pack: Pack,
  index: RegisterIndex,
  asOf: IsoDate,
  settings: Settings = {},
  aliases: readonly Alias[] = [],
): Context {
  const matcher = nameMatcher(index.register.units, aliases, pack.suspectedNames);
  const cache = new Map<string, ReturnType<typeof matcher.community>>();
  const match = (name: string) => {
    const known = cache.get(name);
    if (known !== undefined) return known;
    const [first, second] = name.split("/");
    const asStreet = second === undefined ? matcher.street(first) : null;
    const found =
      asStreet?.state === "sure" ? asStreet : matcher.community(second === undefined ? null : first, second ?? first);
    // Neither is sure: whatever it may be, street or community, is doubtful.
    const doubtful = found.state === "missing" && asStreet?.state === "doubtful" ? asStreet : found;
    cache.set(name, doubtful);
    return doubtful;
  };
  const named = (names: readonly string[], unit: UnitFacts): Truth => {
    const ids = index.above(unit).map(({ id }) => id);
    const matches = names.map(match);
    if (matches.some((one) => one.state === "sure" && ids.includes(one.unit))) return "yes";
    return matches.some((one) => one.state === "doubtful" && one.candidates.some((id) => ids.includes(id)))
      ? "unknown"
      : "no";
  };
  return { pack, index, asOf, settings: settled(pack, settings), named };
}

/** The figure itself, or that of the parameter; null where the district has not set it. */
export function amountOf(context: Context, amount: Amount): number | null {
  if (typeof amount === "number") return amount;
  const value = context.settings[amount.parameter];
  return typeof value === "number" ? value : null;
}

export function holds(context: Context, condition: Condition | undefined, unit: UnitFacts, place: Place | null): Truth {
  if (condition === undefined) return "yes";
  const { setting, age, mark, not_mark, list, only, except, parameter, is } = condition;
  const truths: Truth[] = [];
  if (setting !== undefined) truths.push(same(unit.setting, setting));
  if (age !== undefined) truths.push(same(unit.age, age));
  if (mark !== undefined) truths.push(markOf(mark, unit, place));
  if (not_mark !== undefined) truths.push(not(markOf(not_mark, unit, place)));
  if (list !== undefined) truths.push(context.named(namesOfList(context.pack, list), unit));
  if (only !== undefined) truths.push(context.named(only, unit));
  if (except !== undefined) truths.push(not(context.named(except, unit)));
  if (parameter !== undefined) truths.push(context.settings[parameter] === is ? "yes" : "no");
  return all(truths);
}

/** Of the place where it is known there, else of its unit. */
export function markOf(mark: string, unit: UnitFacts, place: Place | null): Truth {
  const known = place?.room?.marks[mark] ?? place?.facility.marks[mark] ?? unit.marks[mark];
  if (known === undefined) return "unknown";
  return known ? "yes" : "no";
}

export function namesOfList(pack: Pack, list: string): string[] {
  const rows = pack.taskLists.get(list)?.streets ?? [];
  return rows.flatMap(({ street, communities }) => communities.map((community) => `${street}/${community}`));
}

function same(known: string | null, asked: string): Truth {
  if (known === null) return "unknown";
  return known === asked ? "yes" : "no";
}

/** Every parameter of the pack: as given, else as the pack has it. @throws StandardsError `parameter_unknown`, `parameter_value` */
export function settled(pack: Pack, given: Settings): Settings {
  const expected = pack.parameters.map(({ id }) => id).join(", ");
  for (const value of Object.keys(given)) {
    if (!pack.parameters.some(({ id }) => id === value))
      throw standardsError("parameter_unknown", { pack: pack.head.id, value, expected });
  }
  const settled = pack.parameters.map((parameter) => {
    const { id } = parameter;
    const value = given[id] === undefined ? parameter.default : given[id];
    const range = rangeAgainst(parameter, value);
    if (range !== null)
      throw standardsError("parameter_value", { pack: pack.head.id, field: id, value: String(value), expected: range });
    return [id, value] as const;
  });
  return Object.fromEntries(settled);
}

/** @returns the range that the value is out of; null for one that may be set */
export function rangeAgainst({ minimum, maximum, choices }: Parameter, value: number | string | null): string | null {
  if (value === null) return null;
  if (choices !== undefined)
    return choices.some(({ id }) => id === value) ? null : choices.map(({ id }) => id).join(", ");
  if (minimum === undefined && maximum === undefined) return null;
  const isIn = typeof value === "number" && value >= (minimum ?? value) && value <= (maximum ?? value);
  return isIn ? null : `${minimum ?? ""} … ${maximum ?? ""}`;
}
