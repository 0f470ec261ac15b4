/** What a unit is known by whatever the map calls it: its street and its own name, as they are compared. @module */
import type { UnitFacts } from "../facts/register.ts";
import { normaliseName } from "./normalise.ts";

/** Of the district. */
export const WHOLE_KEY = "*";

/** 东风路 for a street, 东风路/六合苑 for a community of it, /六合苑 for one of no street. */
export function unitKey(street: string | null, community: string | null): string {
  const plain = (name: string) => normaliseName(name).replaceAll("/", "");
  if (community === null) return street === null ? WHOLE_KEY : plain(street);
  return `${street === null ? "" : plain(street)}/${plain(community)}`;
}

/** Key of each unit by id. */
export function keysOf(units: readonly UnitFacts[]): Map<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return new Map(
    units.map(({ id, level, name, parent }) => {
      if (level === "district") return [id, WHOLE_KEY];
      if (level === "street") return [id, unitKey(name, null)];
      const above = byId.get(parent ?? "");
      return [id, unitKey(above?.level === "street" ? above.name : null, name)];
    }),
  );
}

/** @returns the parts of a key as they are compared; both null for the district */
export function partsOfKey(key: string): { readonly street: string | null; readonly community: string | null } {
  if (key === WHOLE_KEY) return { street: null, community: null };
  const [street, community] = key.split("/");
  return { street: street === "" ? null : street, community: community ?? null };
}
