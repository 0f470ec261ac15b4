/** Colours of what a plan changes: teal for nearer, orange for farther as in the ramp of walks, stronger where cover itself turns. @module */
import type { Turn } from "../state/plan/turn.ts";

/** They differ in lightness too: 0.36, 0.45 against 0.78, 0.80. */
export const CHANGE_COLOURS: Readonly<Record<Turn, string>> = {
  gain: "#0d6f73",
  nearer: "#9fd3cc",
  farther: "#f3c08f",
  loss: "#b4470b",
  other: "#9aa3a5",
};
