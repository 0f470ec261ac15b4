import type { Geometry } from "geojson";
import { expect, it } from "vitest";
import { ewkbHex } from "../../../server/store/ewkb.ts";

// As PostGIS 3.6 writes them: select ST_GeomFromGeoJSON('…')
it.each<[Geometry, string]>([
  [{ type: "Point", coordinates: [1, 2] }, "0101000020e6100000000000000000f03f0000000000000040"],
  [
    {
      type: "LineString",
      coordinates: [
        [0, 0],
        [1, 2],
      ],
    },
    "0102000020e61000000200000000000000000000000000000000000000000000000000f03f0000000000000040",
  ],
  [
    { type: "MultiPoint", coordinates: [[1, 2]] },
    "0104000020e6100000010000000101000000000000000000f03f0000000000000040",
  ],
  [
    { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [1, 2] }] },
    "0107000020e6100000010000000101000000000000000000f03f0000000000000040",
  ],
])("writes %o", (geometry, hex) => {
  expect(ewkbHex(geometry)).toBe(hex);
});

it("has room for shapes of any size, one after the other", () => {
  const ring = Array.from({ length: 100_000 }, (_, i) => [Math.cos(i), Math.sin(i)]);
  const large = ewkbHex({ type: "MultiPolygon", coordinates: [[ring]] });
  expect(large).toHaveLength(2 * (1 + 4 + 4 + 4 + 1 + 4 + 4 + 4 + 16 * ring.length));
  expect(ewkbHex({ type: "Point", coordinates: [1, 2] })).toHaveLength(50);
});
