import { describe, expect, it } from "vitest";
import { parseCrs } from "../../../../server/base/crs.ts";
import { assertTouches } from "../../../../server/import/boundaries/assert-touches.ts";
import { readBoundary } from "../../../../server/import/boundaries/read-boundary.ts";
import { tempFiles } from "../../../support/temp-file.ts";

const tempFile = tempFiles();
const crs = parseCrs("wgs84");
type Corners = (readonly [number, number])[];
const square = (x: number, y: number, side: number): Corners => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const feature = (coordinates: unknown, type = "Polygon") => ({
  type: "Feature",
  properties: {},
  geometry: { type, coordinates },
});
async function read(json: object) {
  return readBoundary(await tempFile("boundary", JSON.stringify(json)), { crs, file: "边界.geojson" });
}

describe("the boundary of an area", () => {
  const one = [square(113, 34, 1)];
  it.each([
    ["a collection", { type: "FeatureCollection", features: [feature(one)] }],
    ["a feature", feature(one)],
    ["a bare polygon", { type: "Polygon", coordinates: one }],
    ["a bare multipolygon", { type: "MultiPolygon", coordinates: [one] }],
  ])("may be %s", async (_, json) => expect(await read(json)).toEqual({ type: "MultiPolygon", coordinates: [one] }));

  it("is one shape where it is drawn as several", async () => {
    const features = [feature([square(113, 34, 1)]), feature([square(114, 34, 1)]), feature([square(120, 34, 1)])];
    const { coordinates } = await read({ type: "FeatureCollection", features });
    expect(
      coordinates.map(([outer]) => Math.max(...outer!.map(([lon]) => lon!)) - Math.min(...outer!.map(([lon]) => lon!))),
    ).toEqual([2, 1]);
  });

  it("is wrong as a whole where one polygon is wrong", async () => {
    const bowTie = [
      [113, 34],
      [114, 35],
      [114, 34],
      [113, 35],
      [113, 34],
    ];
    const wrong = read({ type: "FeatureCollection", features: [feature(one), feature([bowTie])] });
    await expect(wrong).rejects.toMatchObject({
      code: "boundary_invalid",
      fields: { row: 2, reason: "ring_crosses_itself", value: "113.5, 34.5" },
    });
    await expect(wrong).rejects.toThrow("crosses or touches itself");
  });

  it("must have something in it", async () => {
    await expect(read({ type: "FeatureCollection", features: [] })).rejects.toMatchObject({ code: "file_empty" });
    await expect(read(feature([], "MultiPolygon"))).rejects.toMatchObject({ code: "boundary_invalid" });
  });
});

describe("a boundary and the streets", () => {
  const streets = (...nodes: [number, number][]) => ({
    nodeLonE7: Int32Array.from(nodes, ([lon]) => Math.round(lon * 1e7)),
    nodeLatE7: Int32Array.from(nodes, ([, lat]) => Math.round(lat * 1e7)),
  });
  const ring = {
    type: "MultiPolygon" as const,
    coordinates: [[square(113, 34, 1), square(113.4, 34.4, 0.2)].map((each) => each.map((corner) => [...corner]))],
  };

  it("belong together where one node lies inside or on it", () => {
    expect(() => assertTouches(ring, streets([112, 33], [113.1, 34.1]), "边界.geojson")).not.toThrow();
    expect(() => assertTouches(ring, streets([113, 34]), "边界.geojson")).not.toThrow();
  });

  it("do not where none does, not even in a hole", () => {
    expect(() => assertTouches(ring, streets([112, 33], [113.5, 34.5]), "边界.geojson")).toThrow(
      expect.objectContaining({
        code: "boundary_off_streets",
        fields: {
          file: "边界.geojson",
          value: "113.0000–114.0000° E, 34.0000–35.0000° N",
          expected: "112.0000–113.5000° E, 33.0000–34.5000° N",
        },
      }),
    );
  });
});
