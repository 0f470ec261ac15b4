import { readFile } from "node:fs/promises";
import { cellToBoundary, cellToLatLng, cellToParent } from "h3-js";
import { describe, expect, it } from "vitest";
import { parseCrs } from "../../../../server/base/crs.ts";
import type { BBox } from "../../../../server/base/lon-lat.ts";
import type { CellPopulation } from "../../../../server/import/population/population.ts";
import { readPopulationFile } from "../../../../server/import/population/read-population.ts";
import { sharePeople } from "../../../../server/import/population/share-people.ts";
import { sharedData } from "../../../support/shared-data.ts";
import { tempFiles } from "../../../support/temp-file.ts";

const tempFile = tempFiles();
const EVERYWHERE: BBox = [-180, -90, 180, 90];
const A = "89a901291abffff";
const B = "89a9012a3cfffff";

async function read(text: string, crs: string | null = null, window = EVERYWHERE) {
  const path = await tempFile("cells.csv", text);
  return readPopulationFile(path, { file: "人口.csv", stated: crs === null ? null : parseCrs(crs), window });
}
const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

describe("a table of H3 cells", () => {
  it.each(["h3,population", "id,pop", "格网编号,常住人口", "H3_Index,人口", "cell,residents"])(
    "has columns %s",
    async (header) => {
      const { population, taken, crs } = await read(lines(header, `${A},12`, `${B.toUpperCase()},3.5`));
      expect([(population as CellPopulation).cells, [...population.people], taken, crs]).toEqual([
        [A, B],
        [12, 3.5],
        2,
        "wgs84",
      ]);
    },
  );

  it("takes cells written as decimal numbers, and age groups", async () => {
    const { population } = await read(lines("h3,人口,60岁以上人口,0-14岁", `${BigInt(`0x${A}`)},12,4,`, `${B},3,3,0`));
    expect((population as CellPopulation).cells).toEqual([A, B]);
    expect(population.ages).toEqual(
      new Map([
        ["under_15", Float64Array.from([-1, 0])],
        ["from_60", Float64Array.from([4, 3])],
      ]),
    );
  });

  it("refuses row by row what cannot be", async () => {
    const { refusals, taken } = await read(
      lines(
        "h3,人口,60岁以上",
        `${A},12,`,
        "89a9012ffffffff1,5,",
        `${A},7,`,
        `${cellToParent(B, 8)},7,`,
        `${B},-1,`,
        `${B},1e12,`,
        `${B},许多,`,
        `${B},,`,
        `${B},5,6`,
      ),
    );
    expect(taken).toBe(1);
    expect(refusals.map(({ row, reason, value }) => [row, reason, value])).toEqual([
      [3, "cell_invalid", "89a9012ffffffff1"],
      [4, "ref_duplicate", A],
      [5, "cell_resolution", `${cellToParent(B, 8)}: 8`],
      [6, "count_negative", "-1"],
      [7, "count_too_large", "1e12"],
      [8, "count_unreadable", "许多"],
      [9, "count_missing", null],
      [10, "group_above_residents", "6"],
    ]);
  });

  it("keeps the cells that touch the area, and counts the others", async () => {
    const [lat, lon] = cellToLatLng(A);
    const { population, outside } = await read(lines("h3,人口", `${A},12`, `${B},30`), null, [lon, lat, lon, lat]);
    expect([(population as CellPopulation).cells, outside]).toEqual([[A], { cells: 1, people: 30 }]);
    await expect(read(lines("h3,人口", `${A},12`), null, [10, 10, 11, 11])).rejects.toMatchObject({
      code: "population_off_area",
    });
  });

  it("without a column of cells or of people, or in another system, is refused", async () => {
    await expect(read(lines("名称,人口", "甲,3"))).rejects.toMatchObject({
      code: "columns_missing",
      fields: { field: "cell" },
    });
    await expect(read(lines("h3,户数", `${A},3`))).rejects.toMatchObject({
      code: "columns_missing",
      fields: { field: "residents" },
    });
    await expect(read(lines("h3,人口", `${A},3`), "gcj02")).rejects.toMatchObject({ code: "crs_contradiction" });
  });
});

const poa = sharedData("porto-alegre/poa_hexgrid.csv");
describe.skipIf(poa === null)("the cells of Porto Alegre", () => {
  it("reach homes all over the town to the person", async () => {
    const file = poa ?? "";
    const { population, taken, refusals } = await readPopulationFile(file, { file, stated: null, window: EVERYWHERE });
    const rows = (await readFile(file, "utf8")).trim().split("\n").slice(1);
    const people = rows.map((row) => Number(row.split(",")[3]));
    const total = people.reduce((sum, count) => sum + count, 0);
    expect([taken, refusals, population.form]).toEqual([rows.length, [], "cells"]);
    // No buildings come with these streets: three homes a cell, halfway from its middle to corners, of 1, 2 and 4 storeys.
    const { cells } = population as CellPopulation;
    const at = cells.flatMap((cell) => {
      const [lat, lon] = cellToLatLng(cell);
      return cellToBoundary(cell, true)
        .slice(0, 3)
        .map(([x, y]) => [(x + lon) / 2, (y + lat) / 2]);
    });
    const shared = sharePeople(population, {
      count: at.length,
      lon: at.map(([lon]) => lon),
      lat: at.map(([, lat]) => lat),
      households: new Int32Array(at.length).fill(-1),
      residents: Int32Array.from(at, (_, i) => 2 ** (i % 3)),
      estimated: new Uint8Array(at.length).fill(1),
      ages: new Map(),
    });
    expect(shared.report.residents).toEqual({
      people: total,
      shared: total,
      given: 0,
      aboveCell: 0,
      leftOver: 0,
      withoutHomes: 0,
    });
    cells.forEach((_, c) => {
      const parts = [...shared.residents.subarray(3 * c, 3 * c + 3)];
      expect(parts[0] + parts[1] + parts[2]).toBe(people[c]);
      parts.forEach((part, i) => {
        expect(Math.abs(part - (people[c] * 2 ** i) / 7)).toBeLessThan(1);
      });
    });
  });
});
