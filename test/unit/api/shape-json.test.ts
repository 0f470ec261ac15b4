import fc from "fast-check";
import type { MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import { answerJson, shapeJson } from "../../../server/api/shape-json.ts";

/** Degrees as shapes are drawn: whole numbers of ten-millionths. */
const degrees = (most: number) =>
  fc
    .oneof(
      fc.integer({ min: -most * 10_000_000, max: most * 10_000_000 }),
      fc.constantFrom(0, 1, -1, 10, -9_999_999, 10_000_000, most * 10_000_000, -most * 10_000_000),
    )
    .map((parts) => parts / 10_000_000);
const ring = fc.array(fc.tuple(degrees(180), degrees(90)), { maxLength: 12 });
const shape: fc.Arbitrary<MultiPolygon> = fc
  .array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 })
  .map((coordinates) => ({ type: "MultiPolygon", coordinates }));

describe("a shape as JSON", () => {
  it("is byte for byte what JSON.stringify gives, but for its exponents", () => {
    fc.assert(
      fc.property(shape, (geometry) => {
        expect(shapeJson(geometry)).toBe(JSON.stringify(geometry).replace(/(\d)e-7/g, "0.000000$1"));
      }),
      { numRuns: 2_000 },
    );
  });

  it("stands in its answer beside words of any script; without one the answer is written as it is", () => {
    fc.assert(
      fc.property(fc.option(shape), fc.string({ unit: "grapheme" }), (isochrone, street) => {
        const answer = { origin: [113.6, 34.7], isochrone, street, none: undefined };
        expect(JSON.parse(answerJson(answer))).toEqual(JSON.parse(JSON.stringify(answer)));
      }),
    );
  });
});
