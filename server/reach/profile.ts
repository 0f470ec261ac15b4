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
  list.forEach((raw: Record<string, unknown>, i) => {
    const { id, zh, en, speedMmPerSecond, avoidsSteps } = raw;
    const faulty = (field: string): never => {
      throw reachError("profiles_faulty", { place: `profiles[${i}].${field}`, value: String(raw[field]) });
    };
    if (typeof id !== "string" || profiles.has(id)) return faulty("id");
    if (typeof zh !== "string") return faulty("zh");
    if (typeof en !== "string") return faulty("en");
    if (typeof speedMmPerSecond !== "number" || !Number.isInteger(speedMmPerSecond) || speedMmPerSecond <= 0) return faulty("speedMmPerSecond");
    if (typeof avoidsSteps !== "boolean") return faulty("avoidsSteps");
    profiles.set(id, { id, name: { zh, en }, speedMmPerSecond, avoidsSteps });
  });
  return profiles;
}

/** {@link EdgeFlag}s of edges that the profile cannot use. */
export function closedTo(profile: Profile): number {
  return profile.avoidsSteps ? EdgeFlag.STEPS : 0;
}
