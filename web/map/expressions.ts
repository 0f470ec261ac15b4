/** Style expressions that decide by whole millimetres, inclusive, exactly as the service does. @module */
import type { ExpressionSpecification, FilterSpecification } from "maplibre-gl";
import { limitMm } from "../state/walk-limit.ts";
import type { WalkClass } from "./ramp.ts";

/** Colour by class of a property in millimetres. Features without the property must have been filtered out. */
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
  return ["step", ["get", property], classes[0].colour, ...steps] as ExpressionSpecification;
}

export function isKnown(property: string): FilterSpecification {
  return ["has", property];
}

export function isUnknown(property: string): FilterSpecification {
  return ["!", ["has", property]];
}

/** True beyond the limit; false for unknown walks. */
export function isBeyond(property: string, limit: number): ExpressionSpecification {
  return ["all", ["has", property], [">", ["get", property], limit]] as ExpressionSpecification;
}
