/** Sharing on a drawn town: every answer here was worked out on paper. */
import fc from "fast-check";
import { latLngToCell } from "h3-js";
import { describe, expect, it } from "vitest";
import type { AgeCounts, AgeGroup } from "../../../../server/import/age-groups.ts";
import type { Homes } from "../../../../server/import/population/homes-by-cell.ts";
import type { CellPopulation, Population, RasterPopulation } from "../../../../server/import/population/population.ts";
import { readPopulation, writePopulation } from "../../../../server/import/population/population-block.ts";
import { sharePeople } from "../../../../server/import/population/share-people.ts";
import type { Balance } from "../../../../server/import/population/sharing-report.ts";

interface Home {
  /** Column and row of the raster, fractions allowed. */
  readonly at: readonly [number, number];
  readonly given?: number;
  readonly floor?: number;
  readonly households?: number;
  readonly ages?: AgeCounts;
}

const GROUPS: readonly AgeGroup[] = ["under_15", "from_60", "from_65", "from_80"];
/** A raster in web Mercator with cells of 100 m, its corner at 116.3° E. */
const WEST = 12_946_000;
const NORTH = 4_850_000;

/** One row of cells; −1 is unknown. */
function raster(people: readonly number[], ages: Partial<Record<AgeGroup, readonly number[]>> = {}): RasterPopulation {
  return {
    form: "raster",
    grid: {
      crs: "EPSG:3857",
      originX: WEST,
      originY: NORTH,
      stepX: 100,
      stepY: -100,
      columns: people.length,
      rows: 1,
    },
    people: Float64Array.from(people),
    ages: new Map(Object.entries(ages).map(([group, figures]) => [group as AgeGroup, Float64Array.from(figures)])),
  };
}

const HALF = 20_037_508.342789244;
function lonLat([column, row]: readonly [number, number]): [number, number] {
  const x = WEST + column * 100;
  const y = NORTH - row * 100;
  return [(x / HALF) * 180, (Math.atan(Math.sinh((y / HALF) * Math.PI)) * 180) / Math.PI];
}

function homes(list: readonly Home[]): Homes {
  const int = (of: (home: Home) => number | undefined) => Int32Array.from(list, (home) => of(home) ?? -1);
  return {
    count: list.length,
    lon: list.map(({ at }) => lonLat(at)[0]),
    lat: list.map(({ at }) => lonLat(at)[1]),
    households: int(({ households }) => households),
    residents: int(({ given, floor }) => given ?? floor),
    estimated: Uint8Array.from(list, ({ floor }) => (floor === undefined ? 0 : 1)),
    ages: new Map(GROUPS.map((group) => [group, int(({ ages }) => ages?.[group])])),
  };
}

const share = (population: Population, list: readonly Home[]) => {
  const { residents, ages, report } = sharePeople(population, homes(list));
  return { residents: [...residents], ages, report };
};

describe("residents", () => {
  it("go to the homes of their cell in proportion to floor area", () => {
    const { residents, report } = share(raster([100, 7]), [
      { at: [0.2, 0.5], floor: 30 },
      { at: [0.8, 0.5], floor: 10 },
      { at: [1.5, 0.5], floor: 99 },
    ]);
    expect(residents).toEqual([75, 25, 7]);
    expect(report.residents).toEqual({
      people: 107,
      shared: 107,
      given: 0,
      aboveCell: 0,
      leftOver: 0,
      withoutHomes: 0,
    });
  });

  it("leave given figures as they are, and share the rest", () => {
    const { residents, report } = share(raster([100]), [
      { at: [0.1, 0.5], given: 40 },
      { at: [0.5, 0.5], floor: 1 },
      { at: [0.9, 0.5], floor: 2 },
    ]);
    expect(residents).toEqual([-1, 20, 40]);
    expect(report).toMatchObject({ homesGiven: 1, homesShared: 2, residents: { people: 100, given: 40, shared: 60 } });
  });

  it("weigh households where there is no floor area, the average where there is neither, and equals where nothing is known", () => {
    expect(
      share(raster([90]), [
        { at: [0.1, 0.5], households: 10 },
        { at: [0.2, 0.5], households: 20 },
      ]).residents,
    ).toEqual([30, 60]);
    const average = share(raster([90]), [
      { at: [0.1, 0.5], floor: 10 },
      { at: [0.2, 0.5], floor: 20 },
      { at: [0.3, 0.5] },
    ]);
    expect([average.residents, average.report.homesUnweighed]).toEqual([[20, 40, 30], 1]);
    expect(share(raster([5]), [{ at: [0.1, 0.5] }, { at: [0.2, 0.5] }]).residents).toEqual([3, 2]);
  });

  it("that cannot be placed are told: no homes, none that takes them, given above the cell, homes outside", () => {
    const { residents, report } = share(raster([10, 20, 30, -1, 0]), [
      { at: [1.5, 0.5], given: 12 },
      { at: [2.5, 0.5], given: 33 },
      { at: [2.6, 0.5], floor: 5 },
      { at: [3.5, 0.5], floor: 6 },
      { at: [9.5, 0.5], floor: 7 },
      { at: [0.5, 1.5], floor: 8 },
    ]);
    expect(residents).toEqual([-1, -1, 0, -1, -1, -1]);
    expect(report).toMatchObject({
      source: "raster",
      cells: 4,
      cellsWithoutHomes: 1,
      cellsLeftOver: 1,
      cellsAbove: 1,
      homesShared: 1,
      homesGiven: 2,
      homesOutside: 3,
      residents: { people: 60, shared: 0, given: 45, aboveCell: 3, leftOver: 8, withoutHomes: 10 },
    });
  });

  it("of a raster with fractions come out as whole people, their sum rounded once", () => {
    const list = Array.from({ length: 10 }, (_, i): Home => ({ at: [i + 0.5, 0.5], floor: 1 }));
    const { residents, report } = share(raster(Array(10).fill(0.25)), list);
    expect(residents).toEqual([0, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(report.residents).toMatchObject({ people: 3, shared: 3 });
  });

  it("of a home on the border of two cells count in the one that begins there", () => {
    // Numbers that floats hold exactly.
    const [lon, lat] = [116.375, 39.875];
    const grid = { crs: "wgs84", originX: lon - 0.125, originY: 40, stepX: 0.125, stepY: -0.125, columns: 2, rows: 1 };
    const population: Population = { form: "raster", grid, people: Float64Array.from([1, 2]), ages: new Map() };
    const on = { ...homes([{ at: [0, 0], floor: 1 }]), lon: [lon], lat: [lat + 0.0625] };
    expect([...sharePeople(population, on).residents]).toEqual([2]);
  });

  it("of H3 cells go to the homes in them", () => {
    const [lon, lat] = lonLat([0, 0]);
    const cell = latLngToCell(lat, lon, 9);
    const population: CellPopulation = {
      form: "cells",
      resolution: 9,
      cells: ["89a901291abffff", cell],
      people: Float64Array.from([5, 9]),
      ages: new Map(),
    };
    const { residents, report } = share(population, [
      { at: [0, 0], floor: 2 },
      { at: [0, 0], floor: 1 },
      { at: [90, 0] },
    ]);
    expect(residents).toEqual([6, 3, -1]);
    expect(report).toMatchObject({ source: "cells", homesOutside: 1, residents: { withoutHomes: 5, shared: 9 } });
  });
});

describe("age groups", () => {
  it("follow the residents, and narrower groups the wider ones", () => {
    const { ages, report } = share(raster([100], { from_60: [20], from_80: [4], under_15: [10] }), [
      { at: [0.1, 0.5], floor: 30 },
      { at: [0.5, 0.5], floor: 10 },
    ]);
    expect(ages).toEqual([
      { from_60: 15, from_80: 3, under_15: 8 },
      { from_60: 5, from_80: 1, under_15: 2 },
    ]);
    expect(report.ages.from_60).toEqual({
      people: 20,
      shared: 20,
      given: 0,
      aboveCell: 0,
      leftOver: 0,
      withoutHomes: 0,
    });
  });

  it("keep what homes state themselves; homes that state residents alone take a share too", () => {
    const { residents, ages, report } = share(raster([100], { from_60: [30] }), [
      { at: [0.1, 0.5], given: 40, ages: { from_60: 25 } },
      { at: [0.3, 0.5], given: 20 },
      { at: [0.5, 0.5], floor: 5 },
    ]);
    expect(residents).toEqual([-1, -1, 40]);
    expect(ages).toEqual([null, { from_60: 2 }, { from_60: 3 }]);
    expect(report.ages.from_60).toMatchObject({ people: 30, given: 25, shared: 5 });
  });

  it("are never above the residents: what does not fit is told, and so are groups that were stated", () => {
    const { ages, report } = share(raster([10], { from_60: [9] }), [
      { at: [0.1, 0.5], given: 8, ages: { from_60: 1 } },
      { at: [0.5, 0.5], households: 3, ages: { from_80: 7 } },
    ]);
    expect(ages).toEqual([null, { from_60: 2 }]);
    expect(report).toMatchObject({
      groupsSetAside: 1,
      ages: { from_60: { people: 9, given: 1, shared: 2, leftOver: 6 } },
    });
  });

  it("without any, homes keep their own", () => {
    const { ages } = share(raster([10]), [
      { at: [0.1, 0.5], given: 8, ages: { from_60: 1 } },
      { at: [0.2, 0.5], floor: 8 },
    ]);
    expect(ages).toEqual([null, null]);
  });
});

const figure = fc.oneof(fc.integer({ min: 0, max: 900 }), fc.double({ min: 0, max: 50, noNaN: true }), fc.constant(-1));
const anyHome = fc.record(
  {
    at: fc.tuple(fc.double({ min: -0.5, max: 5.5, noNaN: true }), fc.constant(0.5)),
    given: fc.nat(300),
    floor: fc.nat(300),
    households: fc.nat(100),
  },
  { requiredKeys: ["at"] },
);

describe("on any town", () => {
  it("nobody is lost or invented, and no group is above its residents", () => {
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 5, maxLength: 5 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        fc.array(anyHome, { maxLength: 30 }),
        (people, shares, drawn) => {
          // Never both stated and estimated.
          const list = drawn.map(({ given, floor, ...home }): Home => {
            if (given !== undefined) return { ...home, given };
            return floor === undefined ? home : { ...home, floor };
          });
          const elderly = people.map((count, i) => (count < 0 ? -1 : count * shares[i]));
          const aged = elderly.map((count) => (count < 0 ? -1 : count / 2));
          const population = raster(people, { from_60: elderly, from_80: aged });
          const { residents, ages, report } = share(population, list);
          const balances: [Balance, readonly number[]][] = [
            [report.residents, residents.map((count) => Math.max(0, count))],
            [report.ages.from_60!, ages.map((own) => own?.from_60 ?? 0)],
            [report.ages.from_80!, ages.map((own) => own?.from_80 ?? 0)],
          ];
          for (const [{ people: all, shared, given, aboveCell, leftOver, withoutHomes }, handed] of balances) {
            expect(handed.reduce((sum, count) => sum + count, 0)).toBe(shared);
            expect(shared + given - aboveCell + leftOver + withoutHomes).toBe(all);
          }
          // Two roundings: cells with homes, and cells without.
          const known = people.filter((count) => count >= 0).reduce((sum, count) => sum + count, 0);
          expect(Math.abs(report.residents.people - known)).toBeLessThanOrEqual(1);
          residents.forEach((count, r) => {
            const own = count >= 0 ? count : (list[r].given ?? Number.POSITIVE_INFINITY);
            expect(ages[r]?.from_60 ?? 0).toBeLessThanOrEqual(own);
            expect(ages[r]?.from_80 ?? 0).toBeLessThanOrEqual(ages[r]?.from_60 ?? own);
          });
          expect(readPopulation(writePopulation(population))).toEqual(population);
        },
      ),
    );
  });

  it("the order of the homes changes no cell's sum", () => {
    const list = [1, 2, 3, 4, 5].map((floor): Home => ({ at: [floor / 3 + 0.05, 0.5], floor }));
    const sums = (order: readonly Home[]) => {
      const { residents } = share(raster([101, 53]), order);
      return [0, 1].map((cell) =>
        order.reduce((sum, { at }, i) => (Math.floor(at[0]) === cell ? sum + residents[i] : sum), 0),
      );
    };
    expect(sums(list)).toEqual([101, 53]);
    expect(sums(list.toReversed())).toEqual([101, 53]);
  });
});
