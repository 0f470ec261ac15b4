/** Who walks: speed and what they cannot use. Profiles are data (`data/profiles`), not code. @module */
import type { Words } from "../base/errors.ts";
import { EdgeFlag } from "../network/walk-network.ts";
import { reachError } from "./errors.ts";

export interface Profile {
  readonly id: string;
  readonly name: Words;
  /** Millimetres a second, > 0. */
  readonly speedMmPerSecond: number;
  readonly avoidsSteps: boolean;
}

/** Reads the profiles file's content; throws `profiles_faulty` with the place of the fault. */
export function parseProfiles(content: unknown): ReadonlyMap<string, Profile> {
  const list = (content as { profiles?: unknown }).profiles;
  if (!Array.isArray(list)) throw reachError("profiles_faulty", { place: "profiles", value: typeof list });
  const profiles = new Map<string, Profile>();
  for (const [i, raw] of (list as Record<string, unknown>[]).entries()) {
    const profile = parseProfile(raw, i);
    if (profiles.has(profile.id)) throw faulty(i, "id", profile.id);
    profiles.set(profile.id, profile);
  }
  return profiles;
}

function parseProfile(raw: Record<string, unknown>, i: number): Profile {
  const { id, zh, en, speedMmPerSecond, avoidsSteps } = raw;
  if (typeof id !== "string") throw faulty(i, "id", id);
  if (typeof zh !== "string") throw faulty(i, "zh", zh);
  if (typeof en !== "string") throw faulty(i, "en", en);
  const isSpeed = typeof speedMmPerSecond === "number" && Number.isInteger(speedMmPerSecond) && speedMmPerSecond > 0;
  if (!isSpeed) throw faulty(i, "speedMmPerSecond", speedMmPerSecond);
  if (typeof avoidsSteps !== "boolean") throw faulty(i, "avoidsSteps", avoidsSteps);
  return { id, name: { zh, en }, speedMmPerSecond, avoidsSteps };
}

function faulty(i: number, field: string, value: unknown) {
  return reachError("profiles_faulty", { place: `profiles[${i}].${field}`, value: String(value) });
}

/** {@link EdgeFlag}s of edges that the profile cannot use. */
export function closedTo(profile: Profile): number {
  return profile.avoidsSteps ? EdgeFlag.STEPS : 0;
}
