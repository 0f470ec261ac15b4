/** What a walkable way is like to those who walk it: lamps, surface, lifts, steps; and which roads take time to cross. @module */
import { pieceLengthM } from "../../base/metric.ts";
import { NodeFlag, WayFlag } from "../rows.ts";
import { isOneway, isReverse, type Tags } from "./tags.ts";

/** Roads of which every crossing takes time, signals or not. Their slip roads are not among them. */
const LARGE_ROADS: ReadonlySet<string> = new Set(["trunk", "primary", "secondary"]);

/** Values of `surface` that wheels and unsure feet do not manage. Paving of any kind, and asphalt, are not among them. */
const ROUGH_SURFACES: ReadonlySet<string> = new Set([
  "unpaved",
  "cobblestone",
  "unhewn_cobblestone",
  "pebblestone",
  "gravel",
  "rock",
  "stepping_stones",
  "dirt",
  "earth",
  "ground",
  "soil",
  "grass",
  "mud",
  "sand",
  "woodchips",
  "snow",
  "ice",
]);
const ROUGH_SMOOTHNESS: ReadonlySet<string> = new Set(["bad", "very_bad", "horrible", "very_horrible", "impassable"]);

/** Sum of the {@link WayFlag}s that say what the way is like. */
export function kindFlags(tags: Tags): number {
  const isRough = ROUGH_SURFACES.has(tags.get("surface") ?? "") || ROUGH_SMOOTHNESS.has(tags.get("smoothness") ?? "");
  return (
    (tags.get("lit") === "no" ? WayFlag.UNLIT : 0) |
    (isRough ? WayFlag.ROUGH : 0) |
    (isLift(tags) ? WayFlag.LIFT : 0) |
    largeRoadFlags(tags)
  );
}

/** A lift, mapped as a way or as a point. */
export function isLift(tags: Tags): boolean {
  return tags.get("highway") === "elevator";
}

/** {@link NodeFlag} that a way, walkable or not, gives to each of its nodes: that of a large road or a lift, else 0. */
export function nodeFlagOf(tags: Tags): number {
  if (isLift(tags)) return NodeFlag.LIFT;
  const flags = largeRoadFlags(tags);
  if (flags === 0) return 0;
  return (flags & WayFlag.CARRIAGEWAY) !== 0 ? NodeFlag.CARRIAGEWAY : NodeFlag.LARGE_ROAD;
}

function largeRoadFlags(tags: Tags): number {
  if (!LARGE_ROADS.has(tags.get("highway") ?? "")) return 0;
  const oneway = tags.get("oneway");
  return WayFlag.LARGE_ROAD | (isOneway(oneway) || isReverse(oneway) ? WayFlag.CARRIAGEWAY : 0);
}

/** So many steps in a kilometre need treads of 1.5 cm: what counts more was counted for something else. */
const MOST_STEPS_PER_KM = 65_535;

/**
 * Steps in a kilometre by `step_count`, 0 where nobody counted them, null where the count cannot be used.
 *
 * @param lonLatE7 positions of the way's nodes in turn, degrees × 10⁷
 */
export function stepsPerKm(tags: Tags, lonLatE7: readonly (readonly [lonE7: number, latE7: number])[]): number | null {
  const text = tags.get("highway") === "steps" ? tags.get("step_count")?.trim() : undefined;
  if (text === undefined) return 0;
  if (!/^\d{1,4}$/.test(text) || Number(text) === 0) return null;
  let metres = 0;
  for (let i = 1; i < lonLatE7.length; i++) {
    const [[fromLon, fromLat], [toLon, toLat]] = [lonLatE7[i - 1], lonLatE7[i]];
    metres += pieceLengthM(fromLon / 1e7, fromLat / 1e7, toLon / 1e7, toLat / 1e7);
  }
  const density = Math.round((Number(text) * 1000) / metres);
  return density > 0 && density <= MOST_STEPS_PER_KM ? density : null;
}
