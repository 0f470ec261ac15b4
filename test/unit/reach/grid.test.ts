import { describe, expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { metresPerLat, metresPerLon } from "../../../server/base/metric.ts";
import { WayFlag } from "../../../server/import/rows.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { countWithin } from "../../../server/reach/count-within.ts";
import { endsOf, seedStart, startOf, totalTo } from "../../../server/reach/ends.ts";
import { kNearestForAll } from "../../../server/reach/k-nearest.ts";
import { createMatrix, matrixRow } from "../../../server/reach/matrix.ts";
import { columnsOf, nearestForAll } from "../../../server/reach/nearest.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { resetSearch, spread } from "../../../server/reach/search.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { JOIN_M, streetMap } from "../../support/street-map.ts";
import { type DrawnWay, streetRows } from "../../support/street-rows.ts";

/** A perfect grid of 7 × 7 corners, 60 m apart; its walks are |dx| + |dy|, worked out without any search. */
const SIZE = 7;
const names = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvw";
const drawing = Array.from({ length: SIZE }, (_, y) => [...names.slice(y * SIZE, (y + 1) * SIZE)].join("-")).join(
  `\n${Array(SIZE).fill("|").join(" ")}\n`,
);
const map = streetMap(drawing);
const walker = createWalker(openStreets(map.network), profileOf("adult"));
const corner = (i: number) => [i % SIZE, Math.floor(i / SIZE)];
const gridMm = (a: number, b: number) =>
  1000 * JOIN_M * (Math.abs(corner(a)[0] - corner(b)[0]) + Math.abs(corner(a)[1] - corner(b)[1]));

describe("a perfect grid", () => {
  it("is walked along its streets between any two corners", () => {
    for (const [a, from] of [...names].entries()) {
      const start = startOf(walker, map.at(from));
      if (start === null) throw new Error(from);
      resetSearch(walker.search);
      seedStart(walker, start, 10_000_000);
      spread(walker.search, walker.forward, 10_000_000);
      for (const [b, to] of [...names].entries()) {
        expect([from, to, totalTo(walker, start, endsOf(walker, map.at(to))[0])]).toEqual([from, to, gridMm(a, b)]);
      }
    }
  });

  it("tells who is reached by a sum of powers of two", () => {
    // Facilities at six corners weigh 1, 2, 4, … so that one sum names all that lie within the limit.
    const facilities = ["A", "G", "Y", "q", "w", "I"];
    for (const limit of [0, 120_000, 240_000, 360_000, 719_999, 720_000]) {
      for (const [a, from] of [...names].entries()) {
        const start = startOf(walker, map.at(from));
        if (start === null) throw new Error(from);
        resetSearch(walker.search);
        seedStart(walker, start, limit);
        spread(walker.search, walker.forward, limit);
        const sum = facilities.reduce(
          (total, f, i) => total + (totalTo(walker, start, endsOf(walker, map.at(f))[0]) <= limit ? 2 ** i : 0),
          0,
        );
        const onPaper = facilities.reduce(
          (total, f, i) => total + (gridMm(a, names.indexOf(f)) <= limit ? 2 ** i : 0),
          0,
        );
        expect([from, limit, sum]).toEqual([from, limit, onPaper]);
      }
    }
  });

  it("has the nearest of several facilities for every corner, ties to the first", () => {
    const facilities = ["C", "S", "q"];
    const places = facilities.map((f) => endsOf(walker, map.at(f))[0]);
    const starts = [...names].map((n) => startOf(walker, map.at(n)));
    const { totalMm, end } = nearestForAll(
      walker,
      {
        edge: Int32Array.from(starts, (s) => s?.edge ?? -1),
        mm: Int32Array.from(starts, (s) => s?.mm ?? 0),
        offsetMm: Int32Array.from(starts, (s) => s?.offsetMm ?? 0),
      },
      { places, facility: Int32Array.of(0, 1, 2) },
    );
    for (let a = 0; a < names.length; a++) {
      const onPaper = facilities.map((f) => gridMm(a, names.indexOf(f)));
      const best = Math.min(...onPaper);
      expect([names[a], totalMm[a], end[a]]).toEqual([names[a], best, onPaper.indexOf(best)]);
    }
  });
});

describe("a perfect grid with points between corners and off the street", () => {
  /** A point beside the street that runs from corner (x, y) to the next one east or north. */
  interface Beside {
    readonly x: number;
    readonly y: number;
    readonly runs: "east" | "north";
    readonly alongM: number;
    /** To the left of the street where it is above 0. */
    readonly offsetM: number;
  }
  /** Blocks of about 60 m, in steps of the coordinates that rows can hold; measured as 60 m each. */
  const [STEP_LON, STEP_LAT] = [0.00066, 0.00054];
  const cornerAt = (x: number, y: number): LonLat => [113.65 + x * STEP_LON, 34.75 + y * STEP_LAT];
  const number = (x: number, y: number) => y * SIZE + x;
  const positions = Array.from({ length: SIZE * SIZE }, (_, i) => cornerAt(i % SIZE, Math.floor(i / SIZE)));
  const ways = Array.from({ length: SIZE }, (_, k): DrawnWay[] => [
    { nodes: Array.from({ length: SIZE }, (_, x) => number(x, k)), flags: WayFlag.FORWARD | WayFlag.BACKWARD },
    { nodes: Array.from({ length: SIZE }, (_, y) => number(k, y)), flags: WayFlag.FORWARD | WayFlag.BACKWARD },
  ]).flat();
  const network = buildNetwork(streetRows(positions, ways, []), () => JOIN_M);
  const town = createWalker(openStreets(network), profileOf("adult"));

  const lonLat = ({ x, y, runs, alongM, offsetM }: Beside): LonLat => {
    const share = alongM / JOIN_M;
    if (runs === "east") {
      const [lon, lat] = cornerAt(x + share, y);
      return [lon, lat + offsetM / metresPerLat(lat)];
    }
    const [lon, lat] = cornerAt(x, y + share);
    return [lon - offsetM / metresPerLon(lat), lat];
  };
  const endsOfStreet = ({ x, y, runs, alongM }: Beside) => [
    { x, y, m: alongM },
    { x: x + (runs === "east" ? 1 : 0), y: y + (runs === "north" ? 1 : 0), m: JOIN_M - alongM },
  ];
  /** Offset, along the street to a corner, |dx| + |dy| between corners, along the other street, offset. */
  const onPaper = (a: Beside, b: Beside): number => {
    const over = endsOfStreet(a).flatMap((p) =>
      endsOfStreet(b).map((q) => p.m + JOIN_M * (Math.abs(p.x - q.x) + Math.abs(p.y - q.y)) + q.m),
    );
    const isSame = a.x === b.x && a.y === b.y && a.runs === b.runs;
    const direct = isSame ? Math.abs(a.alongM - b.alongM) : Infinity;
    return 1000 * (Math.abs(a.offsetM) + Math.min(direct, ...over) + Math.abs(b.offsetM));
  };

  const beside = (x: number, y: number, runs: "east" | "north", alongM: number, offsetM: number): Beside => ({
    x,
    y,
    runs,
    alongM,
    offsetM,
  });
  const homes = Array.from({ length: SIZE * SIZE }, (_, i) =>
    beside(
      i % (SIZE - 1),
      Math.floor(i / SIZE) % (SIZE - 1),
      i % 3 === 0 ? "north" : "east",
      15 + ((i * 5) % 31),
      (i % 25) - 12,
    ),
  );
  // On the streets and off them on either side.
  const shops = [
    beside(0, 0, "north", 15, 12),
    beside(1, 0, "east", 45, -7),
    beside(5, 5, "north", 30, 0),
    beside(3, 3, "east", 30, 10),
    beside(3, 2, "north", 30, 10),
    beside(2, 5, "east", 20, -3),
  ];
  const places = shops.map((shop) => endsOf(town, lonLat(shop))[0]);
  const ends = { places, facility: Int32Array.from(places, (_, i) => i) };
  const starts = homes.map((home) => startOf(town, lonLat(home)));
  const columns = columnsOf(starts);
  /** Shops weigh 1, 2, 4, …: one sum names all that are reached. */
  const weighed = (reached: Iterable<number>) => [...reached].reduce((sum, shop) => sum + 2 ** shop, 0);
  const within = (home: Beside, limit: number) => [...shops.keys()].filter((s) => onPaper(home, shops[s]) <= limit);
  /** On and just below what some walks take exactly, nothing, and everything. */
  const exact = [onPaper(homes[0], shops[3]), onPaper(homes[17], shops[2]), onPaper(homes[30], shops[5])];
  const limits = [...exact, ...exact.map((mm) => mm - 1), 0, 1_000_000];

  it("is walked as on paper, to the millimetre", () => {
    for (const home of homes) {
      for (const shop of shops) {
        const walk = walkBetween(town, lonLat(home), lonLat(shop));
        expect([home, shop, walk.status === "ok" && walk.totalMm]).toEqual([home, shop, onPaper(home, shop)]);
      }
    }
  });

  it("tells by the matrix who is reached, limits met exactly included", () => {
    for (const limit of limits) {
      const matrix = createMatrix(town, ends, limit);
      homes.forEach((home, h) => {
        const start = starts[h];
        if (start === null) throw new Error(`home ${h} has no street`);
        const row = matrixRow(matrix, start);
        expect([limit, h, weighed(row.facility)]).toEqual([limit, h, weighed(within(home, limit))]);
        expect([...row.totalMm]).toEqual(within(home, limit).map((s) => onPaper(home, shops[s])));
      });
    }
  });

  it("counts who is reached", () => {
    for (const limit of limits)
      expect([...countWithin(town, columns, ends, limit)]).toEqual(homes.map((home) => within(home, limit).length));
  });

  it("has the nearest, and the nearest three, ties to the first", () => {
    const sorted = homes.map((home) =>
      [...shops.keys()].map((s) => ({ s, mm: onPaper(home, shops[s]) })).sort((a, b) => a.mm - b.mm || a.s - b.s),
    );
    expect(sorted.some(([a, b]) => a.mm === b.mm)).toBe(true);
    const one = nearestForAll(town, columns, ends);
    expect([...one.end]).toEqual(sorted.map(([{ s }]) => s));
    expect([...one.totalMm]).toEqual(sorted.map(([{ mm }]) => mm));
    const three = kNearestForAll(town, columns, ends, 3);
    expect([...three.end]).toEqual(sorted.flatMap((list) => list.slice(0, 3).map(({ s }) => s)));
    expect([...three.totalMm]).toEqual(sorted.flatMap((list) => list.slice(0, 3).map(({ mm }) => mm)));
  });
});
