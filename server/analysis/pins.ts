/** What an answer was computed from. The same pins give the same bytes. @module */

import { createHash } from "node:crypto";
import type { Profile } from "../reach/profile.ts";
import type { Walker } from "../reach/walker.ts";
import type { OpenArea } from "./open-area.ts";
import { type PeopleBasis, peopleBasis } from "./people-basis.ts";

/** To be raised whenever the same data would give another figure. */
export const ALGORITHM = "walk-3";

/** Of the 64 hexadecimal digits: enough that no two versions of a profile are ever taken for one another. */
const HASH_DIGITS = 16;

/** A saved scenario as an answer was computed from it. */
export interface ScenarioPin {
  id: number;
  revision: number;
  /** How many of its changes do not apply to the release, and are not in the answer. */
  staleChanges: number;
}

export interface Pins {
  area: string;
  release: number;
  datasets: Record<string, number>;
  profile: string;
  speedMmPerSecond: number;
  /** Of all that the profile states, its id and names aside: profiles are data, and may be changed under one id. */
  profileHash: string;
  algorithm: string;
  people: PeopleBasis;
  /** Absent for the base. */
  scenario?: ScenarioPin;
  /** Moment that was asked about, where one was. */
  at?: string;
}

/** @param at of the question */
export function pinsOf({ content, over }: OpenArea, { profile }: Walker, at?: string): Pins {
  const scenario = over?.pin ?? null;
  return {
    area: content.areaId,
    release: content.release,
    datasets: { ...content.datasets },
    profile: profile.id,
    speedMmPerSecond: profile.speedMmPerSecond,
    profileHash: profileHash(profile),
    algorithm: ALGORITHM,
    people: peopleBasis(content.residences),
    ...(scenario && { scenario: { ...scenario } }),
    ...(at === undefined ? {} : { at }),
  };
}

export function profileHash({ speedMmPerSecond, closedWays, penaltySeconds, maxOffsetMm }: Profile): string {
  const { crossing, lift, step } = penaltySeconds;
  const stated = [speedMmPerSecond, closedWays.toSorted(), crossing, lift, step, maxOffsetMm];
  return createHash("sha256").update(JSON.stringify(stated)).digest("hex").slice(0, HASH_DIGITS);
}
