/**
 * The engine against pgRouting on Porto and Porto Alegre, every node of the map included: pairs, bounded reach, the
 * nearest for all. Both sides read the file by `readOsm` and share nothing after it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MM_PER_M } from "../../server/base/units.ts";
import { loadCatalogue } from "../../server/import/categories.ts";
import { readOsm } from "../../server/import/osm/read-osm.ts";
import type { StreetRows } from "../../server/import/rows.ts";
import { buildNetwork } from "../../server/network/build.ts";
import { walkBetween } from "../../server/reach/pair.ts";
import { createWalker, openStreets, type Walker } from "../../server/reach/walker.ts";
import {
  ambiguous,
  compared,
  counted,
  type Graph,
  lonLatOf,
  nearestCompared,
  openGraph,
  reachCompared,
  scattered,
} from "../support/against-pgrouting.ts";
import { buildGraph, type GraphPoint, plainPoints, walksBetween } from "../support/pgrouting-graph.ts";
import { profileOf } from "../support/profiles.ts";
import { describeWith } from "../support/requirements.ts";
import { sharedData } from "../support/shared-data.ts";

/** A search of pgRouting for each start, so many ends to each. */
const STARTS = 20;
const ENDS = 50;
const ORIGINS = 20;
const FACILITIES = 40;
const FACILITY_IDS = 100_000;

describe.each([
  { town: "Porto", file: "porto/porto-highways-2015.osm.pbf", walked: 850, reached: 15_000, nodes: 250_000 },
  { town: "Porto Alegre", file: "porto-alegre/porto-alegre.osm.pbf", walked: 900, reached: 8_000, nodes: 35_000 },
])("$town", ({ town, file, walked, reached, nodes }) => {
  describeWith(["pgrouting", "shared data"], "against pgRouting", () => {
    let rows: StreetRows;
    let graph: Graph;
    let walker: Walker;
    let points: GraphPoint[];
    let facilities: GraphPoint[];

    beforeAll(async () => {
      rows = (await readOsm(sharedData(file)!, await loadCatalogue())).streets;
      graph = await openGraph(rows);
      walker = createWalker(openStreets(buildNetwork(rows)), profileOf("adult"));
      points = scattered(rows, STARTS + ENDS, `pairs of ${town}`);
      facilities = scattered(rows, FACILITIES, `facilities of ${town}`, FACILITY_IDS);
      await buildGraph(graph.sql, { avoidsSteps: false, points: [...points, ...facilities] });
    });
    afterAll(() => graph?.close());

    const plain = async (of: readonly GraphPoint[]) => {
      const known = new Set(
        await plainPoints(
          graph.sql,
          of.map(({ id }) => id),
        ),
      );
      return of.filter(({ id }) => known.has(id));
    };

    it("walks 1,000 pairs to the centimetre, all but a few of the longest", async () => {
      const pairs = points
        .slice(0, STARTS)
        .flatMap(({ id: from }) => points.slice(STARTS).map(({ id: to }) => ({ from, to })));
      const theirs = await walksBetween(graph.sql, pairs);
      const outcomes = pairs.map(({ from, to }, i) => {
        const walk = walkBetween(walker, lonLatOf(points[from]), lonLatOf(points[to]));
        return compared(walk.status, walk.status === "ok" ? walk.totalMm / MM_PER_M : null, theirs[i]);
      });
      const { ok, island = 0, no_street_within_200m: offStreet = 0, ...more } = counted(outcomes);
      const { "beyond a centimetre": beyond = 0, ...differing } = more;
      expect(differing).toEqual({});
      // Of more than 10 km: see the tolerance.
      expect(beyond).toBeLessThanOrEqual(5);
      expect(ok + beyond + island + offStreet).toBe(1000);
      expect(ok).toBeGreaterThan(walked);
      expect(ambiguous(theirs)).toBeLessThan(pairs.length / 20);
    });

    it("reaches the same nodes of the map within 15 minutes, each by the same walk", async () => {
      const origins = await plain(points.slice(0, ORIGINS));
      const { agreed, differing } = await reachCompared(graph, rows, walker, origins, 15);
      expect(differing).toEqual([]);
      expect(agreed).toBeGreaterThan(reached);
    });

    it("has every node of the map as far from the nearest of forty facilities", async () => {
      const { agreed, differing } = await nearestCompared(graph, rows, walker, await plain(facilities));
      expect(differing).toEqual([]);
      expect(agreed).toBeGreaterThan(nodes);
    });
  });
});
