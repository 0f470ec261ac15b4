import { describe, expect, it } from "vitest";
import { parseCrs } from "../../../../server/base/crs.ts";
import { metresPerLat, metresPerLon } from "../../../../server/base/metric.ts";
import { areMetres, areSwapped, type Pair } from "../../../../server/import/looks/raw-positions.ts";
import { readingsOf, type Streets } from "../../../../server/import/looks/readings.ts";

const LON = 113.66;
const LAT = 34.75;

/** One straight street from west to east: the distance to it is a difference of latitudes. */
const street: Streets = {
  nearest: ([lon, lat]) => {
    const eastM = Math.max(0, Math.abs(lon - LON) - 0.02) * metresPerLon(LAT);
    const metres = Math.hypot(eastM, (lat - LAT) * metresPerLat(LAT));
    return metres <= 2000 ? metres : null;
  },
  box: [LON - 0.04, LAT - 0.02, LON + 0.04, LAT + 0.02],
};

/** Along the street, ten metres north of it, as a system writes it. */
const written = (crs: string, count: number): Pair[] =>
  Array.from({ length: count }, (_, i) =>
    parseCrs(crs).fromWgs84([LON - 0.015 + (0.03 * i) / count, LAT + 10 / metresPerLat(LAT)]),
  );

describe("what the streets say of a coordinate system", () => {
  it.each(["wgs84", "gcj02", "bd09", "EPSG:4547", "EPSG:4526", "EPSG:4497"])("finds points written in %s", (crs) => {
    const { readings, suggested } = readingsOf(written(crs, 30), street, null);
    expect(suggested).toBe(crs);
    expect(readings[0].crs).toBe(crs);
    expect(readings[0].medianM).toBeCloseTo(10, 0);
  });

  it("says nothing of fewer than twenty points, and none at all of none", () => {
    expect(readingsOf(written("gcj02", 19), street, null).suggested).toBeNull();
    expect(readingsOf([], street, null)).toEqual({ readings: [], suggested: null });
  });

  it("says nothing where every reading is far from any street", () => {
    const elsewhere = written("wgs84", 30).map(([x, y]): Pair => [x + 3, y]);
    const { readings, suggested } = readingsOf(elsewhere, street, null);
    expect(suggested).toBeNull();
    expect(readings.map(({ medianM }) => medianM)).toEqual([null, null, null]);
  });

  it("tells of the stated system too, and of no second name of the same one", () => {
    const ids = (crs: string | null) =>
      readingsOf(written("wgs84", 30), street, crs === null ? null : parseCrs(crs)).readings.map((one) => one.crs);
    expect(ids("EPSG:4547")).toContain("EPSG:4547");
    expect(ids("cgcs2000").toSorted()).toEqual(["bd09", "gcj02", "wgs84"]);
  });

  it("knows metres from degrees, and swapped pairs from good ones", () => {
    expect(areMetres(written("EPSG:4547", 3))).toBe(true);
    expect(areMetres(written("gcj02", 3))).toBe(false);
    expect(areSwapped(written("gcj02", 10))).toBe(false);
    expect(areSwapped(written("gcj02", 10).map(([x, y]) => [y, x]))).toBe(true);
    expect(areSwapped([])).toBe(false);
  });
});
