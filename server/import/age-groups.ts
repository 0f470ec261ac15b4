/** Age groups that files of people may give: what they mean and where that is said stands in data/people/age-groups.json. @module */
import catalogue from "../../data/people/age-groups.json" with { type: "json" };
import type { Words } from "../base/errors.ts";

/** Code of a group. Groups overlap, and each is a part of the residents. */
export type AgeGroup = keyof typeof catalogue.groups;

export interface AgeGroupInfo extends Words {
  readonly code: AgeGroup;
  /** Completed years, inclusive; `to` is null where the group has no end. */
  readonly from: number;
  readonly to: number | null;
  readonly source: string;
  /** Names of its column, as they are written. */
  readonly headers: readonly string[];
}

/** Residents by group; a group that is not named is unknown. */
export type AgeCounts = Readonly<Partial<Record<AgeGroup, number>>>;

/** In the order of the catalogue: children first. */
export const AGE_GROUPS: readonly AgeGroupInfo[] = (Object.keys(catalogue.groups) as AgeGroup[]).map((code) => {
  const { zh, en, from, to, source, headers } = catalogue.groups[code];
  return { code, zh, en, from, to, source, headers };
});
