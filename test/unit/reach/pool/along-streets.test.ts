import fc from "fast-check";
import { expect, it } from "vitest";
import { alongStreets } from "../../../../server/reach/pool/along-streets.ts";

function orderOf(edge: Int32Array): Int32Array {
  const order = new Int32Array(edge.length).fill(-1);
  alongStreets(edge, order);
  return order;
}

it("stands starts by their edges, those without a place first, those of one edge as they come", () => {
  expect([...orderOf(Int32Array.of(7, 3, -1, 7, 0, 3, -1))]).toEqual([2, 6, 4, 1, 5, 0, 3]);
  expect([...orderOf(new Int32Array(0))]).toEqual([]);
});

it("has every start once, and edges of any number in about their order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 2 ** 31 - 2 }), { maxLength: 200 }), (edges) => {
      const edge = Int32Array.from(edges);
      const order = orderOf(edge);
      expect([...order].sort((a, b) => a - b)).toEqual(edges.map((_, i) => i));
      // No bucket is wider than a 32,768th of the highest number.
      const width = Math.max(1, edge.reduce((most, e) => Math.max(most, e + 1), 0) / 32_768);
      for (let i = 1; i < order.length; i++) expect(edge[order[i]]).toBeGreaterThan(edge[order[i - 1]] - width - 1);
    }),
  );
});
