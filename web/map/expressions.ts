/** Style expressions that decide by whole millimetres, inclusive, exactly as the service does. @module */
import type { ExpressionSpecification } from "maplibre-gl";
import { limitMm } from "../state/walk-limit.ts";
import { CHANGE_COLOURS } from "./change-looks.ts";
import type { WalkClass } from "./ramp.ts";

/** Colour by class of a property in millimetres; where it is missing no walk exists, which is the last class. */
export function classColour(
  property: string,
  classes: readonly WalkClass[],
  speedMmPerSecond: number,
): ExpressionSpecification {
  const steps: (number | string)[] = [];
  for (let k = 1; k < classes.length; k++) {
    // `step` switches at ≥ its stop; lengths are whole millimetres, so one more than the limit is the first beyond it.
    steps.push(limitMm(classes[k].fromMinutes, speedMmPerSecond) + 1, classes[k].colour);
  }
  const byWalk = ["step", ["get", property], classes[0].colour, ...steps] as ExpressionSpecification;
  return ["case", ["has", property], byWalk, classes[classes.length - 1].colour];
}

/** True beyond the limit, and where no walk exists. Unknown features must have been filtered out. */
export function isBeyond(property: string, limit: number): ExpressionSpecification {
  return ["case", ["has", property], [">", ["get", property], limit], true] as ExpressionSpecification;
}

/**
 * Residences of which nobody can say whether they are covered within the limit: by themselves, or for a facility without a
 * street that lies within it in a straight line, or one within it whose hours are unknown.
 */
export function residenceUnknown(limit: number): ExpressionSpecification {
  const mayReach = (property: string): ExpressionSpecification => [
    "all",
    ["has", property],
    ["<=", ["get", property], limit],
    isBeyond("mm", limit),
  ];
  return ["any", ["==", ["get", "unknown"], true], mayReach("offNetworkMm"), mayReach("unsureMm")];
}

/** Colour by the property `turn`: what a plan does to a cell or a residence. */
export const TURN_COLOUR = [
  "match",
  ["get", "turn"],
  ...Object.entries(CHANGE_COLOURS).flat(),
  CHANGE_COLOURS.other,
] as unknown as ExpressionSpecification;

/** Cells in which every residence is unknown. */
export const CELL_UNKNOWN: ExpressionSpecification = ["all", ["!", ["has", "meanMm"]], ["==", ["get", "noWalk"], 0]];
