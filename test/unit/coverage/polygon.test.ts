import type { MultiPolygon } from "geojson";
import { expect, it } from "vitest";
import { groupInside } from "../../../server/coverage/polygon.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";

/** A square of two degrees with a hole of one in its middle, and a part of its own far in the east. */
const polygon: MultiPolygon = {
  type: "MultiPolygon",
  coordinates: [
    [
      [
        [100, 30],
        [102, 30],
        [102, 32],
        [100, 32],
        [100, 30],
      ],
      [
        [100.5, 30.5],
        [100.5, 31.5],
        [101.5, 31.5],
        [101.5, 30.5],
        [100.5, 30.5],
      ],
    ],
    [
      [
        [110, 30],
        [111, 30],
        [110, 31],
        [110, 30],
      ],
    ],
  ],
};

it("what is on the border is inside, on the border of a hole too; what is in the hole is not", () => {
  const at = (lon: number, lat: number) => ({
    ref: `${lon} ${lat}`,
    position: [lon, lat] as const,
    residents: 1,
    community: -1,
  });
  const points = [
    at(100.2, 31),
    at(100, 31),
    at(100, 30),
    at(100.5, 31),
    at(101, 31),
    at(99.999_999, 31),
    at(110.1, 30.1),
    at(110.5, 30.5),
    at(110.6, 30.5),
  ];
  const { units, ofResidence, ofFacility } = groupInside(
    polygon,
    residencesAt(points),
    facilitiesAt(points.map((point) => ({ ...point, category: "shop" }))),
  );
  expect(units).toEqual([null]);
  expect([...ofResidence]).toEqual([0, 0, 0, 0, -1, -1, 0, 0, -1]);
  expect(ofFacility).toEqual(ofResidence);
});
