import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromWgs84, KNOWN_CRS, outOfRange, parseCrs, toWgs84 } from "../../../server/base/crs.ts";
import { projectedZone } from "../../../server/base/crs-zones.ts";
import { DomainError } from "../../../server/base/errors.ts";
import type { LonLat } from "../../../server/base/lon-lat.ts";

const chinese = fc.tuple(fc.double({ min: 73, max: 135.5, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true }));

/** Larger of the two differences, degrees. */
function off(a: LonLat, b: LonLat): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
}

describe("what a statement may say", () => {
  it.each([
    ["wgs84", "wgs84"],
    [" GCJ02 ", "gcj02"],
    ["BD09", "bd09"],
    ["ＣＧＣＳ２０００", "cgcs2000"],
    ["EPSG:4547", "EPSG:4547"],
    ["epsg:4547", "EPSG:4547"],
    ["4547", "EPSG:4547"],
    ["4326", "EPSG:4326"],
    ["32650", "EPSG:32650"],
  ])("%s is %s", (text, id) => expect(parseCrs(text).id).toBe(id));

  it.each(["", "bd9", "EPSG:2437", "EPSG:4555", "4490a", "EPSG:32661", "EPSG:32600", "__proto__"])(
    "“%s” is unknown, and the answer lists what is known",
    (text) => {
      expect(() => parseCrs(text)).toThrow(DomainError);
      try {
        parseCrs(text);
      } catch (error) {
        expect(error).toMatchObject({
          kind: "input",
          code: "crs_unknown",
          fields: { value: text, expected: KNOWN_CRS },
        });
      }
    },
  );
});

describe("GCJ-02 and BD-09", () => {
  it.each(["gcj02", "bd09"])("%s: there and back is exact to 1e-9° in all of China", (id) => {
    const crs = parseCrs(id);
    fc.assert(
      fc.property(chinese, ([lon, lat]) => {
        const [x, y] = fromWgs84(crs, [lon, lat]);
        expect(off(toWgs84(crs, x, y), [lon, lat])).toBeLessThan(1e-9);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(["gcj02", "bd09"])("%s: back and there is exact too", (id) => {
    const crs = parseCrs(id);
    fc.assert(
      fc.property(chinese, ([x, y]) => {
        expect(off(fromWgs84(crs, toWgs84(crs, x, y)), [x, y])).toBeLessThan(1e-9);
      }),
      { numRuns: 3000 },
    );
  });

  it("shifts Tian'anmen by the half kilometre that is known of it", () => {
    // WGS 84 116.3912757, 39.906217 is GCJ-02 116.39751…, 39.90762… and BD-09 116.40389…, 39.91398…
    expect(off(fromWgs84(parseCrs("gcj02"), [116.3912757, 39.906217]), [116.39752, 39.90762])).toBeLessThan(2e-4);
    expect(off(fromWgs84(parseCrs("bd09"), [116.3912757, 39.906217]), [116.4039, 39.91396])).toBeLessThan(2e-4);
  });

  it("leaves GCJ-02 alone outside gcoord's box, while BD-09 keeps its own shift", () => {
    expect(toWgs84(parseCrs("gcj02"), 14.51, 35.9)).toEqual([14.51, 35.9]);
    const [x, y] = fromWgs84(parseCrs("bd09"), [14.51, 35.9]);
    expect(off([x, y], [14.5165, 35.906])).toBeLessThan(1e-3);
    expect(off(toWgs84(parseCrs("bd09"), x, y), [14.51, 35.9])).toBeLessThan(1e-9);
  });

  it("ends at the edge of the box, where the shift jumps and no answer is exact", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.01, max: 0.01, noNaN: true }),
        fc.double({ min: 1, max: 55, noNaN: true }),
        (east, lat) => {
          const [lon] = toWgs84(parseCrs("gcj02"), 72.004 + east, lat);
          expect(Math.abs(lon - 72.004 - east)).toBeLessThan(0.03);
        },
      ),
    );
  });
});

describe("projected systems", () => {
  // Computed by PostGIS 3.3 with PROJ 9.1 from longitude and latitude.
  it.each([
    ["4547", [113.625, 34.7466], [465661.65047, 3846545.193983]],
    ["4526", [113.625, 34.7466], [38465661.65047, 3846545.193983]],
    ["4508", [113.625, 34.7466], [740397.542416, 3849621.093178]],
    ["4497", [113.625, 34.7466], [19740397.542416, 3849621.093178]],
    ["4549", [121.4737, 31.2304], [640412.315037, 3457455.488582]],
    ["32649", [113.625, 34.7466], [740301.383398, 3848081.244846]],
    ["3857", [113.625, 34.7466], [12648677.141386, 4129498.195074]],
  ] as const)("EPSG:%s agrees with PROJ within 0.01 mm", (code, lonLat, metres) => {
    expect(off(fromWgs84(parseCrs(code), lonLat), metres)).toBeLessThan(1e-5);
    expect(off(toWgs84(parseCrs(code), metres[0], metres[1]), lonLat)).toBeLessThan(1e-10);
  });

  it("names the zones as the EPSG register does", () => {
    expect(projectedZone(4491)?.name).toBe("CGCS2000 / Gauss-Kruger zone 13");
    expect(projectedZone(4512)?.name).toBe("CGCS2000 / Gauss-Kruger CM 135E");
    expect(projectedZone(4513)?.name).toBe("CGCS2000 / 3-degree Gauss-Kruger zone 25");
    expect(projectedZone(4533)?.name).toBe("CGCS2000 / 3-degree Gauss-Kruger zone 45");
    expect(projectedZone(4534)?.name).toBe("CGCS2000 / 3-degree Gauss-Kruger CM 75E");
    expect(projectedZone(4547)?.name).toBe("CGCS2000 / 3-degree Gauss-Kruger CM 114E");
    expect(projectedZone(4554)?.name).toBe("CGCS2000 / 3-degree Gauss-Kruger CM 135E");
  });

  it("refuses an easting of another zone or of the zone-prefixed variant, with the range", () => {
    expect(outOfRange(parseCrs("4547"), 38465661, 3846545)).toEqual({ axis: "x", expected: "250000 … 750000 m" });
    expect(outOfRange(parseCrs("4526"), 37465661, 3846545)).toEqual({ axis: "x", expected: "38250000 … 38750000 m" });
    expect(outOfRange(parseCrs("4547"), 465661, 3846545)).toBeNull();
  });

  it("refuses northings beyond China, degrees beyond the earth, and what is no number", () => {
    expect(outOfRange(parseCrs("4547"), 465661, 38465661)).toMatchObject({ axis: "y" });
    expect(outOfRange(parseCrs("wgs84"), 180, -90)).toBeNull();
    expect(outOfRange(parseCrs("wgs84"), 180.0001, 0)).toEqual({ axis: "x", expected: "-180 … 180°" });
    expect(outOfRange(parseCrs("wgs84"), 0, Number.NaN)).toMatchObject({ axis: "y" });
  });
});
