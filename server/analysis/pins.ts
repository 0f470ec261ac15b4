/** What an answer was computed from. The same pins give the same bytes. @module */
import type { Walker } from "../reach/walker.ts";
import type { OpenArea } from "./open-area.ts";

/** To be raised whenever the same data would give another figure. */
export const ALGORITHM = "walk-2";

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
  algorithm: string;
  /** Absent for the base. */
  scenario?: ScenarioPin;
}

export function pinsOf({ content, over }: OpenArea, { profile }: Walker): Pins {
  const scenario = over?.pin ?? null;
  return {
    area: content.areaId,
    release: content.release,
    datasets: { ...content.datasets },
    profile: profile.id,
    speedMmPerSecond: profile.speedMmPerSecond,
    algorithm: ALGORITHM,
    ...(scenario && { scenario: { ...scenario } }),
  };
}
