/** Who walks: speed, what they cannot use, and what costs them time. Profiles are data (`data/profiles`), not code. @module */
import type { Words } from "../base/errors.ts";
import { MAX_OFFSET_MM, MM_PER_M, wholeMm } from "../base/units.ts";
import type { Penalties } from "../network/penalties.ts";
import { EdgeFlag } from "../network/walk-network.ts";
import { reachError } from "./errors.ts";

/** Kinds of way that a profile may be unable to use, with the flag of their edges. */
const CLOSABLE = { steps: EdgeFlag.STEPS, unlit: EdgeFlag.UNLIT, rough: EdgeFlag.ROUGH } as const;
export type ClosableWay = keyof typeof CLOSABLE;

export interface Profile {
  readonly id: string;
  readonly name: Words;
  /** Millimetres a second, > 0. */
  readonly speedMmPerSecond: number;
  readonly closedWays: readonly ClosableWay[];
  /** Whether steps are among the closed ways: what users are told of a profile. */
  readonly avoidsSteps: boolean;
  /** Seconds lost at each, 0 … {@link MAX_PENALTY_SECONDS}. */
  readonly penaltySeconds: PenaltySeconds;
  /** Farthest straight walk between a point and its street, 1 … {@link MAX_OFFSET_MM}. */
  readonly maxOffsetMm: number;
}

export interface PenaltySeconds {
  /** Crossing a large road. */
  readonly crossing: number;
  readonly lift: number;
  /** A single step. */
  readonly step: number;
}

/** Whoever can use every street; slower or faster, they can walk to the same places. */
export const UNRESTRICTED: Profile = {
  id: "unrestricted",
  name: { zh: "不受限", en: "Unrestricted" },
  speedMmPerSecond: 1000,
  closedWays: [],
  avoidsSteps: false,
  penaltySeconds: { crossing: 0, lift: 0, step: 0 },
  maxOffsetMm: MAX_OFFSET_MM,
};

const NO_PENALTIES: PenaltySeconds = { crossing: 0, lift: 0, step: 0 };
const MAX_PENALTY_SECONDS = 3600;
const FIELDS = ["id", "zh", "en", "speedMmPerSecond", "closedWays", "penaltySeconds", "maxOffsetMetres"];

/**
 * Reads the profiles file's content; throws `profiles_faulty` with the place of the fault. A profile may leave out
 * `penaltySeconds`, or one of them, where nothing costs it time, and `maxOffsetMetres` where it is the 200 m of the rule.
 */
export function parseProfiles(content: unknown): ReadonlyMap<string, Profile> {
  const list = isObject(content) ? content.profiles : content;
  if (!Array.isArray(list)) throw reachError("profiles_faulty", { place: "profiles", value: shown(list) });
  const profiles = new Map<string, Profile>();
  for (const [i, raw] of list.entries()) {
    const profile = parseProfile(raw, `profiles[${i}]`);
    if (profiles.has(profile.id)) throw faulty(`profiles[${i}].id`, profile.id);
    profiles.set(profile.id, profile);
  }
  if (profiles.size === 0) throw faulty("profiles", list);
  return profiles;
}

function parseProfile(raw: unknown, place: string): Profile {
  if (!isObject(raw)) throw faulty(place, raw);
  refuseUnknown(raw, FIELDS, place);
  const text = (field: string): string => {
    const value = raw[field];
    if (typeof value !== "string" || value === "") throw faulty(`${place}.${field}`, value);
    return value;
  };
  const speedMmPerSecond = numberIn(raw.speedMmPerSecond, 1, 100_000, `${place}.speedMmPerSecond`);
  if (!Number.isInteger(speedMmPerSecond)) throw faulty(`${place}.speedMmPerSecond`, speedMmPerSecond);
  const closedWays = parseClosed(raw.closedWays, `${place}.closedWays`);
  const maxOffsetM = raw.maxOffsetMetres ?? MAX_OFFSET_MM / MM_PER_M;
  return {
    id: text("id"),
    name: { zh: text("zh"), en: text("en") },
    speedMmPerSecond,
    closedWays,
    avoidsSteps: closedWays.includes("steps"),
    penaltySeconds: parsePenalties(raw.penaltySeconds ?? {}, `${place}.penaltySeconds`),
    maxOffsetMm: wholeMm(
      numberIn(maxOffsetM, 1 / MM_PER_M, MAX_OFFSET_MM / MM_PER_M, `${place}.maxOffsetMetres`) * MM_PER_M,
    ),
  };
}

function parseClosed(value: unknown, place: string): ClosableWay[] {
  if (!Array.isArray(value)) throw faulty(place, value);
  return value.map((kind, i) => {
    if (typeof kind !== "string" || !Object.hasOwn(CLOSABLE, kind) || value.indexOf(kind) !== i)
      throw faulty(`${place}[${i}]`, kind);
    return kind as ClosableWay;
  });
}

function parsePenalties(value: unknown, place: string): PenaltySeconds {
  if (!isObject(value)) throw faulty(place, value);
  refuseUnknown(value, Object.keys(NO_PENALTIES), place);
  const given = Object.entries(value).map(([kind, seconds]) => [
    kind,
    numberIn(seconds, 0, MAX_PENALTY_SECONDS, `${place}.${kind}`),
  ]);
  return { ...NO_PENALTIES, ...Object.fromEntries(given) };
}

function refuseUnknown(raw: Readonly<Record<string, unknown>>, fields: readonly string[], place: string): void {
  for (const [field, value] of Object.entries(raw))
    if (!fields.includes(field)) throw faulty(`${place}.${field}`, value);
}

/** @param least inclusive, as is `most` */
function numberIn(value: unknown, least: number, most: number, place: string): number {
  if (typeof value !== "number" || !(value >= least && value <= most)) throw faulty(place, value);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function faulty(place: string, value: unknown) {
  return reachError("profiles_faulty", { place, value: shown(value) });
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "—");
}

/** {@link EdgeFlag}s of edges that the profile cannot use. */
export function closedTo({ closedWays, penaltySeconds }: Profile): number {
  return closedWays.reduce<number>(
    (flags, kind) => flags | CLOSABLE[kind],
    penaltySeconds.step > 0 ? EdgeFlag.ENDLESS : 0,
  );
}

/** Whether anybody could walk where this profile cannot: steps that cost it time may take it longer than any limit. */
export function isRestricted(profile: Profile): boolean {
  return closedTo(profile) !== 0 || profile.maxOffsetMm < MAX_OFFSET_MM;
}

/** Time lost as the walk that it would have been, in whole millimetres. */
export function penaltiesOf({ penaltySeconds: { crossing, lift, step }, speedMmPerSecond }: Profile): Penalties {
  return {
    crossingMm: Math.round(crossing * speedMmPerSecond),
    liftMm: Math.round(lift * speedMmPerSecond),
    thousandStepsMm: Math.round(step * 1000 * speedMmPerSecond),
  };
}
