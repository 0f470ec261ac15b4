import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classColour, isBeyond, residenceUnknown } from "../../../../web/map/expressions.ts";
import { walkClasses, walkColour } from "../../../../web/map/ramp.ts";
import { limitMm } from "../../../../web/state/walk-limit.ts";

const SPEEDS = [600, 800, 1000, 1200];

describe("classes of walking time", () => {
  it.each([
    [5, [2.5, 5, 7.5, null]],
    [10, [5, 10, 15, null]],
    [15, [5, 10, 15, 20, null]],
    [16, [5, 10, 16, 21, null]],
    [20, [5, 10, 15, 20, 25, null]],
    [30, [10, 20, 30, 40, null]],
  ])("of a limit of %d minutes end at %j", (limit, ends) => {
    expect(walkClasses(limit).map(({ toMinutes }) => toMinutes)).toEqual(ends);
  });

  it("join without holes, change hue at the limit and grow darker all the way, at every limit", () => {
    for (let limit = 5; limit <= 30; limit++) {
      const classes = walkClasses(limit);
      expect(classes.length).toBeGreaterThanOrEqual(4);
      expect(classes.length).toBeLessThanOrEqual(6);
      for (let k = 1; k < classes.length; k++) {
        expect(classes[k].fromMinutes).toBe(classes[k - 1].toMinutes);
        expect(luminance(classes[k].colour)).toBeLessThan(luminance(classes[k - 1].colour));
      }
      expect(classes.filter(({ beyond }) => beyond).map(({ fromMinutes }) => fromMinutes)).toEqual([
        limit,
        expect.any(Number),
      ]);
    }
  });
});

it("by night the same classes grow lighter all the way, and stand out from the ground where it matters", () => {
  for (let limit = 5; limit <= 30; limit++) {
    const night = walkClasses(limit, "night");
    expect(night.map(({ colour: _, ...rest }) => rest)).toEqual(
      walkClasses(limit).map(({ colour: _, ...rest }) => rest),
    );
    for (let k = 1; k < night.length; k++)
      expect(luminance(night[k].colour)).toBeGreaterThan(luminance(night[k - 1].colour));
  }
});

describe("the style of the map", () => {
  it("colours a walk exactly at the limit as covered, and one millimetre more as not", () => {
    for (const speed of SPEEDS) {
      const classes = walkClasses(15);
      const edge = limitMm(15, speed);
      const colour = (mm: number) => step(classColour("mm", classes, speed), { mm });
      expect(classes.find((one) => one.colour === colour(edge))?.beyond).toBe(false);
      expect(classes.find((one) => one.colour === colour(edge + 1))?.beyond).toBe(true);
    }
  });

  it("colours every walk as the legend does", () => {
    const minutes = fc.integer({ min: 5, max: 30 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...SPEEDS), fc.integer({ min: 0, max: 4_000_000 }), (limit, speed, mm) => {
        const classes = walkClasses(limit);
        expect(step(classColour("mm", classes, speed), { mm })).toBe(walkColour(mm, classes, speed));
      }),
    );
  });

  it("colours a residence without any walk as the furthest, and counts it as beyond", () => {
    const classes = walkClasses(15);
    expect(classColour("mm", classes, 1200).at(-1)).toBe(classes.at(-1)?.colour);
    expect(isBeyond("mm", 1080)).toEqual(["case", ["has", "mm"], [">", ["get", "mm"], 1080], true]);
  });
});

it("a residence is unknown by itself, or beyond the limit with a facility without a street nearer than that", () => {
  expect(residenceUnknown(1080)).toEqual([
    "any",
    ["==", ["get", "unknown"], true],
    ["all", ["has", "offNetworkMm"], ["<=", ["get", "offNetworkMm"], 1080], isBeyond("mm", 1080)],
    ["all", ["has", "unsureMm"], ["<=", ["get", "unsureMm"], 1080], isBeyond("mm", 1080)],
  ]);
});

it("the limit is the service's own sum", () => {
  expect(limitMm(15, 1200)).toBe(1_080_000);
  expect(limitMm(7.7, 600)).toBe(277_200);
});

/** `step` as the style specification defines it: the value of the last stop that is not above the input. */
function step(expression: unknown, properties: Record<string, number>): unknown {
  const [, , byWalk] = expression as [string, unknown, unknown];
  const [name, [, property], first, ...stops] = byWalk as [string, [string, string], unknown, ...unknown[]];
  expect(name).toBe("step");
  let found = first;
  for (let k = 0; k < stops.length; k += 2) if (properties[property] >= (stops[k] as number)) found = stops[k + 1];
  return found;
}

/** Relative luminance of WCAG, 0 … 1. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
