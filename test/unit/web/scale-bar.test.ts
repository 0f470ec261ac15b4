import fc from "fast-check";
import { expect, it } from "vitest";
import { scaleBar } from "../../../web/state/scale-bar.ts";

it.each([
  [10, 120, 1000, 100],
  [4, 120, 200, 50],
  [5, 100, 500, 100],
])("%f m to a pixel, at most %d pixels: %d m", (metresPerPixel, most, metres, pixels) => {
  expect(scaleBar(metresPerPixel, most)).toEqual({ metres, pixels });
});

it("is a round length that fits, and longer than two fifths of the room", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 10_000, noNaN: true }), (metresPerPixel) => {
      const { metres, pixels } = scaleBar(metresPerPixel, 120);
      expect([1, 2, 5]).toContain(Number(metres.toExponential(6).split("e")[0]));
      expect(pixels).toBeLessThanOrEqual(120);
      expect(pixels).toBeGreaterThan(120 * 0.4 - 1e-6);
    }),
  );
});
