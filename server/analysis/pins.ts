/** What an answer was computed from. The same pins give the same bytes. @module */
import type { Walker } from "../reach/walker.ts";
import type { OpenArea } from "./open-area.ts";

/** To be raised whenever the same data would give another figure. */
export const ALGORITHM = "walk-2";

export interface Pins {
  area: string;
  release: number;
  datasets: Record<string, number>;
  profile: string;
  speedMmPerSecond: number;
  algorithm: string;
}

export function pinsOf({ content }: OpenArea, { profile }: Walker): Pins {
  return {
    area: content.areaId,
    release: content.release,
    datasets: { ...content.datasets },
    profile: profile.id,
    speedMmPerSecond: profile.speedMmPerSecond,
    algorithm: ALGORITHM,
  };
}
