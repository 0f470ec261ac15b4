/** The ground that both charts of walks share, so that the limit stands in the same place in each. Pixels at full width. @module */

export const WIDTH = 316;
export const LEFT = 40;
/** Where the minutes end; right of it stand those without a minute. */
export const RIGHT = 214;

export interface Plot {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
}

/** Minutes 0 … `last` to pixels. */
export function across(last: number): (minutes: number) => number {
  return (minutes) => LEFT + (minutes / last) * (RIGHT - LEFT);
}

/** Minutes written under the axis: about five, and always the limit, from which others keep away. */
export function minuteTicks(limit: number, last: number): readonly number[] {
  const step = last <= 12 ? 2 : last <= 30 ? 5 : last <= 60 ? 10 : 20;
  const apart = last / 10;
  const others = Array.from({ length: Math.floor(last / step) + 1 }, (_, k) => k * step);
  return [...others.filter((minutes) => Math.abs(minutes - limit) >= apart), limit].sort((a, b) => a - b);
}
