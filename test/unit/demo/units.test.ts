import type { Position } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { isInside, positionOf, readTown } from "./read-town.ts";

let town: Awaited<ReturnType<typeof readTown>>;
beforeAll(async () => {
  town = await readTown();
}, 60_000);

const ringOf = (unit: { geometry: { coordinates: Position[][] } }): Position[] => unit.geometry.coordinates[0]!;

/** Twice the area in units of 10⁻¹⁴ square degrees: coordinates have seven decimals, so that whole numbers add up exactly. */
function areaOf(ring: readonly Position[]): bigint {
  const whole = (value: number): bigint => BigInt(Math.round(value * 1e7));
  let twice = 0n;
  for (let at = 0; at < ring.length - 1; at++) {
    const [a, b] = [ring[at]!, ring[at + 1]!];
    twice += whole(a[0]!) * whole(b[1]!) - whole(b[0]!) * whole(a[1]!);
  }
  return twice;
}
const sum = (values: bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

describe("communities and subdistricts of the demo town", () => {
  const unitsOf = (level: string) => town.communities.features.filter(({ properties }) => properties["级别"] === level);

  it("are 24 in 3, each named once", () => {
    expect(unitsOf("社区")).toHaveLength(24);
    expect(unitsOf("街道")).toHaveLength(3);
    expect(new Set(town.communities.features.map(({ properties }) => properties["名称"])).size).toBe(27);
  });

  it("fill the boundary exactly, without gap or overlap", () => {
    const whole = areaOf(ringOf(town.boundary.features[0]!));
    expect(sum(unitsOf("街道").map((unit) => areaOf(ringOf(unit))))).toBe(whole);
    for (const subdistrict of unitsOf("街道")) {
      const own = unitsOf("社区").filter(({ properties }) => properties["街道"] === subdistrict.properties["名称"]);
      expect(sum(own.map((unit) => areaOf(ringOf(unit))))).toBe(areaOf(ringOf(subdistrict)));
    }
  });

  it("hold every residence and facility in exactly one community, once the coordinates are turned back", () => {
    const places = [
      ...town.residences.map((row) => positionOf(row, "bd09")),
      ...town.facilities.map((row) => positionOf(row, "gcj02")),
    ];
    const rings = unitsOf("社区").map(ringOf);
    for (const place of places) expect(rings.filter((ring) => isInside(place, ring))).toHaveLength(1);
  });
});
