/** The profiles that ship, by id. */
import content from "../../data/profiles/profiles.json" with { type: "json" };
import { type Profile, parseProfiles } from "../../server/reach/profile.ts";

export const profiles = parseProfiles(content);

export function profileOf(id: string): Profile {
  const profile = profiles.get(id);
  if (!profile) throw new Error(`no profile ${id}`);
  return profile;
}
