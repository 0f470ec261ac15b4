/** Changes as somebody wrote them, held against what each kind of change consists of. @module */
import { isLonLat, type LonLat } from "../../base/lon-lat.ts";
import { HOURS_EXPECTED, readHours } from "../../import/hours/read-hours.ts";
import { type Change, type ChangeKind, MAX_CHANGES } from "./change.ts";
import { scenarioError } from "./errors.ts";

const MAX_TEXT = 200;
const MAX_LINE_POINTS = 1000;
const MAX_CAPACITY = 1_000_000;

type Read = (value: unknown, place: string) => unknown;

/** What a kind consists of; a name with `?` may be left out. */
const KINDS: Readonly<Record<ChangeKind, readonly string[]>> = {
  add_facility: ["ref", "category", "position", "name?", "openingHours?", "capacity?"],
  move_facility: ["ref", "position"],
  close_facility: ["ref"],
  set_category: ["ref", "category"],
  set_opening_hours: ["ref", "openingHours"],
  set_capacity: ["ref", "capacity"],
  close_street: ["edge?", "at?", "from?", "to?"],
  open_street: ["edge?", "at?"],
  close_gate: ["at"],
  open_gate: ["at", "residences?"],
  add_path: ["line", "name?", "steps?"],
};

const READERS: Readonly<Record<string, Read>> = {
  ref: text,
  category: text,
  position,
  name: orNull(text),
  openingHours: orNull(hours),
  capacity: orNull(whole(MAX_CAPACITY)),
  edge: whole(Number.MAX_SAFE_INTEGER),
  at: position,
  from: position,
  to: position,
  residences: listOf(text, 1, MAX_TEXT),
  line: listOf(position, 2, MAX_LINE_POINTS),
  steps: (value, place) => {
    if (typeof value !== "boolean") throw faulty(place, value, "true, false");
    return value;
  },
};

/** @param given parsed JSON. Throws `changes_not_a_list`, `changes_too_many`, `change_faulty`, `position_off_globe`. */
export function readChanges(given: unknown): Change[] {
  if (!Array.isArray(given)) throw scenarioError("changes_not_a_list", { value: shown(given) });
  if (given.length > MAX_CHANGES) throw scenarioError("changes_too_many", { value: given.length, max: MAX_CHANGES });
  return given.map((change, i) => readChange(change, placeOf(i)));
}

/** How messages call a change: from 0, as in JSON. */
export function placeOf(index: number): string {
  return `changes[${index}]`;
}

function readChange(given: unknown, place: string): Change {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw faulty(place, given, Object.keys(KINDS).join(", "));
  const { kind, ...rest } = given as Record<string, unknown>;
  if (typeof kind !== "string" || !Object.hasOwn(KINDS, kind))
    throw faulty(`${place}.kind`, kind, Object.keys(KINDS).join(", "));
  const fields = KINDS[kind as ChangeKind];
  const names = fields.map((field) => field.replace("?", ""));
  for (const name of Object.keys(rest))
    if (!names.includes(name)) throw faulty(`${place}.${name}`, rest[name], names.join(", "));
  const change: Record<string, unknown> = { kind };
  for (const field of fields) {
    const name = field.replace("?", "");
    if (rest[name] === undefined && field.endsWith("?")) continue;
    change[name] = READERS[name](rest[name], `${place}.${name}`);
  }
  if (kind === "close_street" || kind === "open_street") expectOneName(change, kind, place);
  return change as unknown as Change;
}

/** A street is named in one way. */
function expectOneName(change: Readonly<Record<string, unknown>>, kind: ChangeKind, place: string): void {
  const named = Object.keys(change)
    .filter((name) => name !== "kind")
    .join("+");
  const ways = kind === "close_street" ? ["edge", "at", "from+to"] : ["edge", "at"];
  if (!ways.includes(named)) throw faulty(place, named === "" ? "—" : named, ways.join(" | "));
}

function text(value: unknown, place: string): string {
  if (typeof value !== "string" || value.trim() === "" || value.length > MAX_TEXT)
    throw faulty(place, value, `1 … ${MAX_TEXT}`);
  return value;
}

/** Hours that cannot be read would count as unknown at every hour: what an import only notes, somebody at a form can mend. */
function hours(value: unknown, place: string): string {
  const written = text(value, place);
  if (readHours(written) === null) throw faulty(place, value, HOURS_EXPECTED);
  return written;
}

function whole(max: number): Read {
  return (value, place) => {
    if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > max)
      throw faulty(place, value, `0 … ${max}`);
    return value;
  };
}

function position(value: unknown, place: string): LonLat {
  const isPair = Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");
  if (!isPair) throw faulty(place, value, "[lon, lat]");
  const [lon, lat] = value as [number, number];
  if (!isLonLat(lon, lat)) throw scenarioError("position_off_globe", { place, value: `${lon}, ${lat}` });
  return [lon, lat];
}

function listOf(read: Read, least: number, most: number): Read {
  return (value, place) => {
    if (!Array.isArray(value) || value.length < least || value.length > most)
      throw faulty(place, value, `${least} … ${most} ×`);
    return value.map((item, i) => read(item, `${place}[${i}]`));
  };
}

function orNull(read: Read): Read {
  return (value, place) => (value === null ? null : read(value, place));
}

function faulty(place: string, value: unknown, expected: string) {
  return scenarioError("change_faulty", { place, value: shown(value), expected });
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "—");
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
