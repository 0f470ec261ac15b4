import { describe, expect, it } from "vitest";
import { fromWgs84, parseCrs } from "../../../server/base/crs.ts";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { metresPerLat, metresPerLon } from "../../../server/base/metric.ts";
import { checkShift } from "../../../server/import/shift-check.ts";

const CORNER: LonLat = [113.6, 34.7];
const PER_LON = metresPerLon(CORNER[1]);
const PER_LAT = metresPerLat(CORNER[1]);
const TOWN_M = 4000;

const at = (eastM: number, northM: number): LonLat => [CORNER[0] + eastM / PER_LON, CORNER[1] + northM / PER_LAT];

/** A linear congruential generator: the same town every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Streets east–west and north–south, 0.6 to 1.4 blocks apart: in a perfect grid a shift by whole blocks goes unseen. */
function lines(blockM: number, seed: number): number[] {
  const next = random(seed);
  const found = [0];
  while (found.at(-1)! < TOWN_M) found.push(found.at(-1)! + blockM * (0.6 + 0.8 * next()));
  return found;
}

interface Town {
  readonly eastings: readonly number[];
  readonly northings: readonly number[];
}
const town = (blockM: number): Town => ({ eastings: lines(blockM, 1), northings: lines(blockM, 2) });

/** Distance to the nearest street; outside the town there is none. */
function nearestIn({ eastings, northings }: Town) {
  const toLine = (metres: number, all: readonly number[]) => Math.min(...all.map((line) => Math.abs(metres - line)));
  return ([lon, lat]: LonLat): number | null => {
    const east = (lon - CORNER[0]) * PER_LON;
    const north = (lat - CORNER[1]) * PER_LAT;
    const inTown = Math.min(east, north) >= -200 && Math.max(east, north) <= TOWN_M + 200;
    return inTown ? Math.min(toLine(east, eastings), toLine(north, northings)) : null;
  };
}

/** Shops some metres from a street, as facilities are. */
function shops(count: number, { eastings, northings }: Town): LonLat[] {
  const next = random(7);
  const one = (all: readonly number[]) => all[Math.floor(next() * (all.length - 1))]! + 4 + 12 * next();
  return Array.from({ length: count }, () => {
    const along = next() * TOWN_M;
    return next() < 0.5 ? at(one(eastings), along) : at(along, one(northings));
  });
}

/** Compounds in the middle of their blocks: rightly as far from all streets as can be. */
function compounds({ eastings, northings }: Town): LonLat[] {
  const middles = (all: readonly number[]) => all.slice(1).map((line, i) => (line + all[i]!) / 2);
  return middles(eastings).flatMap((east) => middles(northings).map((north) => at(east, north)));
}

const writtenIn = (id: string, positions: readonly LonLat[]) =>
  positions.map((position) => {
    const [x, y] = fromWgs84(parseCrs(id), position);
    return { x, y, crs: id };
  });

describe("a true statement raises no alarm", () => {
  for (const id of ["wgs84", "gcj02", "bd09", "cgcs2000"]) {
    it.each([110, 200, 600])(`shops in ${id}, blocks of %i m`, (blockM) => {
      const report = checkShift(writtenIn(id, shops(900, town(blockM))), parseCrs(id), nearestIn(town(blockM)));
      expect(report).toMatchObject({ suspect: false, sampled: 500, crs: id });
      expect(report.statedMedianM).toBeLessThan(16);
    });
    it.each([110, 200, 350])(`middles of compounds in ${id}, blocks of %i m`, (blockM) => {
      expect(checkShift(writtenIn(id, compounds(town(blockM))), parseCrs(id), nearestIn(town(blockM))).suspect).toBe(
        false,
      );
    });
  }
});

describe("a false statement does", () => {
  for (const [truth, stated] of [
    ["gcj02", "wgs84"],
    ["bd09", "wgs84"],
    ["bd09", "gcj02"],
    ["wgs84", "gcj02"],
    ["gcj02", "bd09"],
    ["wgs84", "bd09"],
    ["gcj02", "cgcs2000"],
  ] as const) {
    it.each([110, 200, 600])(`shops in ${truth} stated as ${stated}, blocks of %i m`, (blockM) => {
      const { suspect, words, alternatives } = checkShift(
        writtenIn(truth, shops(900, town(blockM))),
        parseCrs(stated),
        nearestIn(town(blockM)),
      );
      expect(suspect).toBe(true);
      const right = alternatives.find(({ crs }) => crs === truth)!;
      expect(right.medianM).toBeLessThan(16);
      expect(words.en).toMatch(new RegExp(`^read as ${stated}, .*; read as ${truth}, these points sit a median`));
      expect(words.zh).toContain(`按 ${truth} 读取，到最近道路的距离中位数`);
    });
  }

  it("even where lanes are so dense that half of any points are near one", () => {
    const quarters = [
      [0, 700],
      [1000, 1900],
      [2200, 3000],
      [3300, 3990],
    ] as const;
    const eastings = quarters.flatMap(([from, to]) =>
      Array.from({ length: (to - from) / 30 }, (_, i) => from + 30 * i),
    );
    const lanes: Town = { eastings, northings: [0, 2000, TOWN_M] };
    const pairs = writtenIn("gcj02", shops(400, lanes));
    const { suspect, words, statedMedianM } = checkShift(pairs, parseCrs("wgs84"), nearestIn(lanes));
    expect(statedMedianM).toBeLessThan(16);
    expect(suspect).toBe(true);
    expect(words.en).toMatch(/^read as wgs84, .* read as gcj02, .* nine in ten within \d+ m/);
    expect(checkShift(pairs, parseCrs("gcj02"), nearestIn(lanes)).suspect).toBe(false);
  });

  it("another town altogether", () => {
    const elsewhere = shops(50, town(200)).map(([lon, lat]): LonLat => [lon + 3, lat]);
    const report = checkShift(writtenIn("wgs84", elsewhere), parseCrs("wgs84"), nearestIn(town(200)));
    expect(report).toMatchObject({ suspect: true, statedMedianM: null, withoutStreet: 50 });
    expect(report.words.en).toContain("most points have no street near them");
  });

  it("a wrong zone of a projected system, without another reading to offer", () => {
    const pairs = writtenIn("EPSG:4547", shops(50, town(200)));
    expect(checkShift(pairs, parseCrs("4548"), nearestIn(town(200)))).toMatchObject({
      suspect: true,
      alternatives: [],
    });
    expect(checkShift(pairs, parseCrs("4547"), nearestIn(town(200)))).toMatchObject({ suspect: false });
  });
});

it("says nothing of a handful of points, and looks at the same ones every time", () => {
  const few = writtenIn("gcj02", shops(5, town(200)));
  expect(checkShift(few, parseCrs("wgs84"), nearestIn(town(200))).suspect).toBe(false);
  expect(checkShift([], parseCrs("wgs84"), nearestIn(town(200)))).toMatchObject({
    suspect: false,
    sampled: 0,
    statedMedianM: null,
  });
  const many = writtenIn("wgs84", shops(1234, town(200)));
  expect(checkShift(many, parseCrs("wgs84"), nearestIn(town(200)))).toEqual(
    checkShift(many, parseCrs("wgs84"), nearestIn(town(200))),
  );
});
