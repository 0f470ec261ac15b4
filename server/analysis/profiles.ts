/** The profiles that ship with the service, read from `data/profiles`. @module */
import { readFile } from "node:fs/promises";
import { type Profile, parseProfiles } from "../reach/profile.ts";

const FILE = new URL("../../data/profiles/profiles.json", import.meta.url);

export async function loadProfiles(): Promise<ReadonlyMap<string, Profile>> {
  return parseProfiles(JSON.parse(await readFile(FILE, "utf8")));
}
