/**
 * Classes of walking time: one ordered ramp from light (near) to dark (far).
 * Within the limit it is teal, beyond it orange-brown: the hue breaks at the limit, and lightness falls all the way, so that the
 * order also survives colour-blindness and grey print. @module
 */
import { limitMm } from "../state/walk-limit.ts";

/** What the classes are painted on. */
export type Ground = "day" | "night";

export interface WalkClass {
  /** Exclusive, except 0. */
  readonly fromMinutes: number;
  /** Inclusive; null for the last, open class. */
  readonly toMinutes: number | null;
  readonly beyond: boolean;
  readonly colour: string;
}

/** Near to far, for 2, 3 and 4 classes within the limit. */
const WITHIN: Readonly<Record<number, readonly string[]>> = {
  1: ["#8fcbc0"],
  2: ["#bfe3da", "#63b3a8"],
  3: ["#c6e7de", "#8fcbc0", "#52a69b"],
  4: ["#cdeae2", "#a3d6cc", "#78bdb2", "#4a9d93"],
};
const BEYOND = ["#d4772f", "#8a3a0c"] as const;
/** On dark ground lightness rises instead: what is far stands out from the ground by night as by day. */
const WITHIN_NIGHT: Readonly<Record<number, readonly string[]>> = {
  1: ["#2f7d75"],
  2: ["#20605a", "#3f978c"],
  3: ["#1d554f", "#2f7d75", "#4da89b"],
  4: ["#194a46", "#276a64", "#3a8f85", "#57b0a3"],
};
const BEYOND_NIGHT = ["#eb9a4a", "#ffd89c"] as const;

export const UNKNOWN_COLOUR = "#6b7375";

/** Breaks are round numbers of minutes below the limit, the limit itself, and a third of it beyond. */
export function walkClasses(limitMinutes: number, ground: Ground = "day"): readonly WalkClass[] {
  const step = limitMinutes < 10 ? 2.5 : limitMinutes <= 20 ? 5 : 10;
  const within: number[] = [];
  // A class narrower than a third of a step would only be noise in the legend.
  for (let at = step; at < limitMinutes - step / 3; at += step) within.push(at);
  within.push(limitMinutes);
  const [near, beyond] = ground === "day" ? [WITHIN, BEYOND] : [WITHIN_NIGHT, BEYOND_NIGHT];
  const colours = near[within.length] ?? near[4];
  const far = limitMinutes + step;
  return [
    ...within.map((to, k) => ({
      fromMinutes: k === 0 ? 0 : within[k - 1],
      toMinutes: to,
      beyond: false,
      colour: colours[k],
    })),
    { fromMinutes: limitMinutes, toMinutes: far, beyond: true, colour: beyond[0] },
    { fromMinutes: far, toMinutes: null, beyond: true, colour: beyond[1] },
  ];
}

/** Colour of one walk. */
export function walkColour(mm: number, classes: readonly WalkClass[], speedMmPerSecond: number): string {
  const found = classes.find(({ toMinutes }) => toMinutes === null || mm <= limitMm(toMinutes, speedMmPerSecond));
  return (found ?? classes[classes.length - 1]).colour;
}
