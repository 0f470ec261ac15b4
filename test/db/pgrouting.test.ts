/**
 * The engine against pgRouting on the uncontracted graph of the same extract: pairs, nearest pharmacies, sums.
 * Both sides read the file by `readOsm` and share nothing after it.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newRandom } from "../../data/demo/random.ts";
import type { LonLat } from "../../server/base/lon-lat.ts";
import { limitMm, MM_PER_M } from "../../server/base/units.ts";
import { type CategoryWalks, State, walksToCategory } from "../../server/coverage/category-walks.ts";
import { groupsBy } from "../../server/coverage/groups.ts";
import { startsOf } from "../../server/coverage/starts.ts";
import { tallyBy } from "../../server/coverage/tally.ts";
import { loadCatalogue } from "../../server/import/categories.ts";
import { type OsmExtract, readOsm } from "../../server/import/osm/read-osm.ts";
import { buildNetwork } from "../../server/network/build.ts";
import { walkBetween } from "../../server/reach/pair.ts";
import { createWalker, openStreets, type Streets } from "../../server/reach/walker.ts";
import {
  ambiguous,
  compared,
  counted,
  type Graph,
  lonLatOf,
  openGraph,
  reachCompared,
  scattered,
} from "../support/against-pgrouting.ts";
import { circleHere } from "../support/circle-here.ts";
import { facilitiesAt, residencesAt } from "../support/people.ts";
import {
  buildGraph,
  type GraphPair,
  type GraphPoint,
  nearestOf,
  plainPoints,
  walksBetween,
} from "../support/pgrouting-graph.ts";
import { profileOf } from "../support/profiles.ts";
import { describeWith } from "../support/requirements.ts";
import { sharedData } from "../support/shared-data.ts";
import { embeddedFolder } from "../support/stores.ts";

/** How many of the walks may be off by more than a centimetre. */
const SHARE_BEYOND_A_CENTIMETRE = 0.01;
const MINUTES = 15;

/** Numbers of points in the graph: pairs from 0, homes and pharmacies from these. */
const HOMES = 100_000;
const PHARMACIES = 200_000;

describeWith(["pgrouting", "shared data"], "Malta against pgRouting", () => {
  let extract: OsmExtract;
  let streets: Streets;
  let graph: Graph;
  let homes: GraphPoint[];
  let pharmacies: GraphPoint[];

  beforeAll(async () => {
    extract = await readOsm(sharedData("malta/malta-2016.osm.pbf")!, await loadCatalogue());
    graph = await openGraph(extract.streets);
    streets = openStreets(buildNetwork(extract.streets));
    const all = extract.facilities.rows.filter(({ category }) => category === "pharmacy");
    homes = extract.residences.rows.map(({ position }, i) => asPoint(HOMES + i, position));
    pharmacies = all.map(({ position }, i) => asPoint(PHARMACIES + i, position));
  });
  afterAll(() => graph?.close());

  describe.each([
    // A search of pgRouting for each start. The islands have no bridge, so that some four of ten pairs have no walk.
    { id: "adult", starts: 40, ends: 25, walked: 500, reached: 16_000 },
    { id: "wheelchair", starts: 10, ends: 18, walked: 80, reached: 2_000 },
  ])("$id", ({ id, starts, ends, walked, reached }) => {
    const profile = profileOf(id);
    let points: GraphPoint[];
    let walks: CategoryWalks;
    let nearest: Map<number, number[]>;

    beforeAll(async () => {
      points = scattered(extract.streets, starts * (1 + ends), `pairs of ${id}`);
      await buildGraph(graph.sql, {
        avoidsSteps: profile.avoidsSteps,
        points: [...points, ...homes, ...pharmacies],
      });
      nearest = await nearestOf(graph.sql, homes.map(idOf), pharmacies.map(idOf));
      walks = pharmacyWalks(streets, id, extract);
    });

    it("walks random pairs of the whole country to the centimetre, all but a few of the longest, and finds no walk where there is none", async () => {
      const pairs = Array.from({ length: starts * ends }, (_, i) => ({ from: i % starts, to: starts + i }));
      const walker = createWalker(streets, profile);
      const theirs = await walksBetween(graph.sql, pairs);
      const outcomes = pairs.map(({ from, to }, i) => {
        const walk = walkBetween(walker, lonLatOf(points[from]), lonLatOf(points[to]));
        return compared(walk.status, walk.status === "ok" ? walk.totalMm / MM_PER_M : null, theirs[i]);
      });
      const {
        ok,
        island,
        no_street_within_200m: offStreet,
        "beyond a centimetre": beyond = 0,
        ...differing
      } = counted(outcomes);
      expect(differing).toEqual({});
      expect(ok + beyond).toBeGreaterThanOrEqual(walked);
      expect(beyond).toBeLessThanOrEqual(ok * SHARE_BEYOND_A_CENTIMETRE);
      expect(island).toBeGreaterThan(0);
      expect(offStreet).toBeGreaterThan(0);
      expect(ambiguous(theirs)).toBeLessThan(pairs.length / 50);
    });

    it("finds the nearest pharmacy of every home to the centimetre", () => {
      const theirs = homes.map((home) => nearest.get(home.id) ?? null);
      const outcomes = homes.map((_, r) => compared(statusOf(walks, r), walks.totalMm[r] / MM_PER_M, theirs[r]));
      const { ok, island, no_street_within_200m: offStreet, ...differing } = counted(outcomes);
      expect(differing).toEqual({});
      expect([ok + island + offStreet, offStreet]).toEqual([homes.length, 1]);
      expect(ambiguous(theirs)).toBeLessThan(homes.length / 50);
    });

    it("reaches the same nodes of the map within 15 minutes, each by the same walk", async () => {
      const known = new Set(await plainPoints(graph.sql, points.slice(0, starts).map(idOf)));
      const origins = points.filter((point) => known.has(point.id));
      const walker = createWalker(streets, profile);
      const { agreed, differing } = await reachCompared(graph, extract.streets, walker, origins, MINUTES);
      expect(differing).toEqual([]);
      expect(agreed).toBeGreaterThan(reached);
    });

    it("names the pharmacy that the walk leads to", async () => {
      const known = homes.flatMap((_, r) => (walks.state[r] === State.WALK ? [r] : []));
      const some = known.filter((_, i) => i % 20 === 0);
      const pairs = some.map((r): GraphPair => ({ from: HOMES + r, to: PHARMACIES + walks.facility[r] }));
      const theirs = await walksBetween(graph.sql, pairs);
      const outcomes = some.map((r, i) => compared("ok", walks.totalMm[r] / MM_PER_M, theirs[i]));
      expect(counted(outcomes)).toEqual({ ok: some.length });
    });

    it("sums who is covered as SQL does over pgRouting's walks", async () => {
      const { rows } = extract.residences;
      const limit = limitMm(MINUTES, profile.speedMmPerSecond);
      const [sums] = await graph.sql.unsafe<Record<string, string>[]>(
        `select
           count(*) filter (where metres <= $4::float8) as covered,
           count(*) filter (where metres > $4::float8 and metres < 'infinity') as uncovered,
           coalesce(sum(households) filter (where metres <= $4::float8), 0) as "coveredHouseholds",
           coalesce(sum(households) filter (where metres > $4::float8 and metres < 'infinity'), 0) as "uncoveredHouseholds",
           coalesce(sum(residents) filter (where metres <= $4::float8), 0) as "coveredResidents",
           coalesce(sum(residents) filter (where metres > $4::float8 and metres < 'infinity'), 0) as "uncoveredResidents"
         from unnest($1::float8[], $2::int[], $3::int[]) as home (metres, households, residents)`,
        [
          literal(homes.map(({ id: home }) => Math.min(...(nearest.get(home) ?? [Infinity])))),
          literal(rows.map(({ households }) => households)),
          literal(rows.map(({ residents }) => residents)),
          String(limit / MM_PER_M),
        ],
      );
      const [homesIn, shops] = [homesOf(extract), pharmaciesOf(extract)];
      const [tally] = tallyBy(groupsBy("area", [], homesIn, shops), homesIn, shops, 0, walks, limit);
      // Homes without any walk on the main network are uncovered too, which pgRouting cannot tell from islands.
      const noWalk = homes.flatMap((_, r) => (walks.state[r] === State.NO_WALK ? [rows[r]] : []));
      const less = (key: "households" | "residents") => noWalk.reduce((sum, row) => sum + (row[key] ?? 0), 0);
      expect(Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, Number(value)]))).toEqual({
        covered: tally.residences.covered,
        uncovered: tally.residences.uncovered - noWalk.length,
        coveredHouseholds: tally.households.covered,
        uncoveredHouseholds: tally.households.uncovered - less("households"),
        coveredResidents: tally.residents.covered,
        uncoveredResidents: tally.residents.uncovered - less("residents"),
      });
    });
  });
});

describeWith(["pgrouting", "shared data"], "circle distances against pgRouting", () => {
  const PAIRS = 500;
  const path = sharedData("beijing-tsinghua/beijing-tsinghua.osm") ?? "";
  let folder: Awaited<ReturnType<typeof embeddedFolder>>;
  let graph: Graph;
  let points: GraphPoint[];

  beforeAll(async () => {
    folder = await embeddedFolder();
    const extract = await readOsm(path, await loadCatalogue());
    graph = await openGraph(extract.streets);
    const random = newRandom(40, "beijing");
    // The box of the extract and 300 m round it, so that some points have no street within 200 m.
    points = Array.from({ length: 2 * PAIRS }, (_, id) => ({
      id,
      lon: Number(random.between(116.3049, 116.3355).toFixed(7)),
      lat: Number(random.between(39.9878, 40.015).toFixed(7)),
    }));
    await buildGraph(graph.sql, { avoidsSteps: false, points });
  });
  afterAll(async () => {
    await graph?.close();
    folder?.remove();
  });

  it("agrees on 500 pairs of the extract of Tsinghua to the centimetre", async () => {
    const env = { DATA_DIR: folder.dataDir };
    const imported = await circleHere(
      ["import", "tsinghua", "--osm", path, "--refused", join(folder.dataDir, "r.csv")],
      env,
    );
    expect(imported.code, imported.stderr).toBe(0);
    const pairs = Array.from({ length: PAIRS }, (_, i) => ({ from: 2 * i, to: 2 * i + 1 }));
    const file = join(folder.dataDir, "pairs.csv");
    const lines = pairs.map(({ from, to }) => [...lonLatOf(points[from]), ...lonLatOf(points[to])].join(","));
    await writeFile(file, ["from_lon,from_lat,to_lon,to_lat", ...lines, ""].join("\n"));
    const { code, stdout, stderr } = await circleHere(["distances", "tsinghua", "--pairs", file], env);
    expect(code, stderr).toBe(0);
    const [header, ...answers] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    const theirs = await walksBetween(graph.sql, pairs);
    const outcomes = answers.map((cells, i) => {
      const cell = (name: string) => cells[header.indexOf(name)];
      const parts = ["from_offset_m", "network_m", "to_offset_m"].reduce((sum, name) => sum + Number(cell(name)), 0);
      if (cell("status") === "ok" && Math.abs(parts - Number(cell("total_m"))) > 1e-6)
        return `parts add up to ${parts}`;
      return compared(cell("status"), Number(cell("total_m")), theirs[i]);
    });
    const { ok, island = 0, no_street_within_200m: offStreet, ...differing } = counted(outcomes);
    expect(differing).toEqual({});
    expect(ok + island + offStreet).toBe(PAIRS);
    expect(offStreet).toBeGreaterThan(0);
    expect(ok).toBeGreaterThan(300);
    expect(ambiguous(theirs)).toBeLessThan(PAIRS / 50);
  });
});

function pharmacyWalks(streets: Streets, profileId: string, extract: OsmExtract): CategoryWalks {
  const walker = createWalker(streets, profileOf(profileId));
  const open = createWalker(streets, profileOf("adult"));
  return walksToCategory(walker, open, startsOf(walker, open, homesOf(extract)), pharmaciesOf(extract), 0);
}

function homesOf({ residences: { rows } }: OsmExtract) {
  const people = (values: (number | null)[]) => Int32Array.from(values, (value) => value ?? -1);
  return {
    ...residencesAt(rows.map(({ ref, position }) => ({ ref, position, residents: 0, community: -1 }))),
    households: people(rows.map(({ households }) => households)),
    residents: people(rows.map(({ residents }) => residents)),
  };
}

function pharmaciesOf({ facilities: { rows } }: OsmExtract) {
  const all = rows.filter(({ category }) => category === "pharmacy");
  return facilitiesAt(all.map(({ ref, category, position }) => ({ ref, category, position, community: -1 })));
}

/** As `compared` knows it: pgRouting finds no way, whatever the reason. */
function statusOf({ state }: CategoryWalks, r: number): string {
  if (state[r] === State.WALK) return "ok";
  return state[r] === State.NO_STREET || state[r] === State.CLOSED_TO_PROFILE ? "no_street_within_200m" : "island";
}

function asPoint(id: number, [lon, lat]: LonLat): GraphPoint {
  return { id, lon, lat };
}

function idOf({ id }: GraphPoint): number {
  return id;
}

function literal(values: readonly (number | null)[]): string {
  return `{${values.map((value) => value ?? "null").join(",")}}`;
}
