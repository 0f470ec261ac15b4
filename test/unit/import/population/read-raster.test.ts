import { describe, expect, it } from "vitest";
import { parseCrs } from "../../../../server/base/crs.ts";
import type { BBox } from "../../../../server/base/lon-lat.ts";
import { cellFinder } from "../../../../server/import/population/population.ts";
import { readPopulationFile } from "../../../../server/import/population/read-population.ts";
import { type Drawn, geotiff } from "../../../support/geotiff.ts";
import { tempFiles } from "../../../support/temp-file.ts";

const tempFile = tempFiles();
const WINDOW: BBox = [116.3, 39.9, 116.4, 40];
/** 3 × 2 cells of a twentieth of a degree over the window and beyond it. */
const DRAWN: Drawn = {
  rows: [
    [1, 2, 3],
    [4, -9999, 6.5],
  ],
  west: 116.3,
  north: 40,
  step: 0.05,
  nodata: "-9999",
};

async function read(drawn: Drawn | Uint8Array, crs: string | null = null, window = WINDOW) {
  const path = await tempFile("people.tif", drawn instanceof Uint8Array ? drawn : await geotiff(drawn));
  return readPopulationFile(path, { file: "人口.tif", stated: crs === null ? null : parseCrs(crs), window });
}

const fault = async (...args: Parameters<typeof read>) => {
  const error = await read(...args).then(
    () => null,
    (error: unknown) => error as { code: string; fields: Record<string, unknown>; words: { zh: string } },
  );
  return error && { code: error.code, ...error.fields, zh: error.words.zh };
};

describe("a population raster", () => {
  it("is the cells over the area; nodata is unknown, not nobody", async () => {
    const { population, crs, taken } = await read(DRAWN, null, [116.31, 39.91, 116.39, 39.99]);
    expect([crs, taken]).toEqual(["EPSG:4326", 3]);
    expect([...population.people]).toEqual([1, 2, 4, -1]);
    const find = cellFinder(population);
    expect([find(116.32, 39.97), find(116.37, 39.97), find(116.32, 39.92), find(116.37, 39.92)]).toEqual([0, 1, 2, -1]);
    expect([find(116.42, 39.97), find(116.29, 39.97), find(116.32, 40.01)]).toEqual([-1, -1, -1]);
  });

  it("may be in a projected system that is known", async () => {
    // CGCS2000, 3 degrees, 117° E: the middle of the window lies about here.
    const [x, y] = parseCrs("EPSG:4548").fromWgs84([116.35, 39.95]);
    const drawn = { rows: [[7, 8]], west: x - 100, north: y + 50, step: 100, epsg: 4548 };
    const { population, crs } = await read(drawn);
    const find = cellFinder(population);
    expect([crs, find(116.35 - 1e-4, 39.95), find(116.35 + 1e-4, 39.95)]).toEqual(["EPSG:4548", 0, 1]);
    expect((await read(drawn, "EPSG:4548")).taken).toBe(2);
  });

  it("in another system than stated, or in one that is not known, is refused with what was found", async () => {
    expect(await fault(DRAWN, "gcj02")).toMatchObject({
      code: "crs_contradiction",
      value: "EPSG:4326",
      expected: "gcj02",
    });
    expect(await fault({ ...DRAWN, epsg: 31982 })).toMatchObject({ code: "raster_crs", value: "EPSG:31982" });
    expect(await fault({ ...DRAWN, epsg: null })).toMatchObject({ code: "raster_crs", value: "Local grid" });
  });

  it("that does not touch the area is refused with both extents", async () => {
    expect(await fault({ ...DRAWN, west: 10 })).toMatchObject({
      code: "population_off_area",
      value: "10.0000–10.1500° E, 39.9000–40.0000° N",
      expected: "116.3000–116.4000° E, 39.9000–40.0000° N",
    });
  });

  it.each([
    ["negative", -3],
    ["1e12", 1e12],
    ["no number", Number.NaN],
    ["endless", Number.POSITIVE_INFINITY],
  ])("with a figure that is %s is refused with place and value", async (_, value) => {
    const found = await fault({
      ...DRAWN,
      rows: [
        [1, 2, 3],
        [4, value, 6],
      ],
    });
    expect(found).toMatchObject({ code: "raster_value", row: 2, column: 2, place: "116.3750, 39.9250" });
    expect(found?.zh).toContain("第 2 行第 2 列（116.3750, 39.9250）");
    expect((found as { value?: number }).value).toEqual(Math.fround(value));
  });

  it("takes NaN for unknown where it is declared so", async () => {
    const { population } = await read({ ...DRAWN, rows: [[1, Number.NaN]], nodata: "nan" });
    expect([...population.people]).toEqual([1, -1]);
  });

  it("torn off anywhere is refused, never read as nobody", async () => {
    const whole = await geotiff(DRAWN);
    for (const share of [0.01, 0.3, 0.6, 0.9, 1 - 4 / whole.length]) {
      const torn = whole.slice(0, Math.max(8, Math.floor(share * whole.length)));
      expect([share, await fault(torn)]).toMatchObject([share, { code: "raster_damaged" }]);
    }
  });
});
