/** Shapes of a GeoPackage, byte by byte against the standard. */
import { expect, it } from "vitest";
import { geometryBlob } from "../../../server/export/gpkg/geometry.ts";

const SQUARE = [
  [
    [1, 2],
    [3, 2],
    [3, 5],
    [1, 2],
  ],
];

it("a point has a short head and no envelope", () => {
  const view = new DataView(geometryBlob({ type: "Point", coordinates: [104.5, 38.25] }, "POINT").buffer);
  expect([view.byteLength, view.getUint16(0), view.getUint8(2), view.getUint8(3)]).toEqual([29, 0x4750, 0, 1]);
  expect(view.getInt32(4, true)).toBe(4326);
  expect([view.getUint8(8), view.getUint32(9, true)]).toEqual([1, 1]);
  expect([view.getFloat64(13, true), view.getFloat64(21, true)]).toEqual([104.5, 38.25]);
});

it("a polygon in a layer of multipolygons is one of one part, its envelope before it", () => {
  const view = new DataView(geometryBlob({ type: "Polygon", coordinates: SQUARE }, "MULTIPOLYGON").buffer);
  expect(view.getUint8(3)).toBe(3);
  expect([8, 16, 24, 32].map((at) => view.getFloat64(at, true))).toEqual([1, 3, 2, 5]);
  expect([view.getUint8(40), view.getUint32(41, true), view.getUint32(45, true)]).toEqual([1, 6, 1]);
  expect([view.getUint8(49), view.getUint32(50, true), view.getUint32(54, true), view.getUint32(58, true)]).toEqual([
    1, 3, 1, 4,
  ]);
  expect(view.getFloat64(62, true)).toBe(1);
  expect(view.byteLength).toBe(62 + 4 * 16);
});

it("a shape of another kind than its layer is a fault", () => {
  expect(() => geometryBlob({ type: "Polygon", coordinates: SQUARE }, "POINT")).toThrow(
    "a Polygon in a layer of POINT",
  );
  expect(() => geometryBlob({ type: "MultiPolygon", coordinates: [SQUARE, SQUARE] }, "POLYGON")).toThrow("layer");
});
