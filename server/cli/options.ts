/** Options of a command, checked: what is unknown, missing or out of range is said, with what was expected. @module */
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { cliError } from "./errors.ts";

export interface Given {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** @param mostArguments how many there may be beside options. Throws `option_unknown` and its like. */
export function readOptions(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
  usage: string,
  mostArguments: number,
): Given {
  const given = parsed(args, options, usage);
  const seen = new Set<string>();
  for (const token of given.tokens) {
    if (token.kind !== "option") continue;
    if (seen.has(token.name) && options[token.name]?.multiple !== true) {
      throw cliError("option_repeated", { field: token.rawName });
    }
    seen.add(token.name);
  }
  const surplus = given.positionals[mostArguments];
  if (surplus !== undefined) throw cliError("argument_unexpected", { value: surplus, expected: usage });
  return given;
}

function parsed(args: readonly string[], options: ParseArgsOptionsConfig, usage: string) {
  try {
    return parseArgs({ args: joinNegatives(args), options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const field = /'(--?[^\s'=]+)/.exec(message)?.[1] ?? message;
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw cliError("option_unknown", { field, expected: usage });
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")
      throw cliError("option_without_value", { field, expected: usage });
    throw error;
  }
}

/** `--lon -8.6` is a western longitude, not an option without a value. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (last?.startsWith("--") && !last.includes("=") && /^-\d/.test(arg)) joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

export function text({ values }: Given, name: string): string | null {
  const value = values[name];
  return typeof value === "string" ? value : null;
}

export function texts({ values }: Given, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Values of an option that may be repeated or hold several with commas between; the same one twice is a slip. */
export function listed(given: Given, name: string): string[] {
  const all = texts(given, name).flatMap((value) => value.split(",").map((part) => part.trim()));
  const faulty = all.find((value, i) => value === "" || all.indexOf(value) !== i);
  if (faulty !== undefined)
    throw cliError("option_wrong", { field: `--${name}`, value: all.join(","), expected: "A,B,… (A ≠ B)" });
  return all;
}

export function needed(value: string | null | undefined, field: string, usage: string): string {
  if (value === null || value === undefined || value === "")
    throw cliError("option_missing", { field, expected: usage });
  return value;
}

export function number(given: Given, name: string, fallback: number | null, expected: string): number {
  const raw = text(given, name);
  if (raw === null && fallback !== null) return fallback;
  return numberOf(`--${name}`, raw ?? "", expected);
}

export function numberOf(field: string, raw: string, expected: string): number {
  const value = raw.trim() === "" ? Number.NaN : Number(raw);
  if (!Number.isFinite(value)) throw cliError("option_wrong", { field, value: raw === "" ? "—" : raw, expected });
  return value;
}

/** As {@link number}, given any number of times. */
export function numbers(given: Given, name: string, fallback: readonly number[], expected: string): readonly number[] {
  const values = texts(given, name).map((value) =>
    number({ ...given, values: { [name]: value } }, name, null, expected),
  );
  return values.length > 0 ? values : fallback;
}

/** Number of something stored. */
export function idNumber(field: string, raw: string): number {
  if (!/^[1-9]\d{0,14}$/.test(raw)) throw cliError("option_wrong", { field, value: raw, expected: "1, 2, …" });
  return Number(raw);
}

/** Number of a saved scenario; undefined for the area as it is. */
export function scenarioOf(given: Given): number | undefined {
  const id = text(given, "scenario");
  return id === null ? undefined : idNumber("--scenario", id);
}

export function choice<T extends string>(given: Given, name: string, choices: readonly T[]): T {
  const raw = text(given, name) ?? choices[0];
  const found = choices.find((option) => option === raw);
  if (found === undefined)
    throw cliError("option_wrong", { field: `--${name}`, value: raw, expected: choices.join(", ") });
  return found;
}
