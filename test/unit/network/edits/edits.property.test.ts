import fc from "fast-check";
import { expect, it } from "vitest";
import { pieceLengthM } from "../../../../server/base/metric.ts";
import { type StreetRows, WayFlag } from "../../../../server/import/rows.ts";
import { joinsOf, layOutArcs } from "../../../../server/network/arcs.ts";
import { buildNetwork } from "../../../../server/network/build.ts";
import { weakComponents } from "../../../../server/network/components.ts";
import { assertIntegrity } from "../../../../server/network/integrity.ts";
import { buildSegmentGrid, type SegmentGrid } from "../../../../server/network/segment-grid.ts";
import { writeSnapshot } from "../../../../server/network/snapshot.ts";
import { E7, EdgeFlag } from "../../../../server/network/walk-network.ts";
import { walkBetween } from "../../../../server/reach/pair.ts";
import type { Profile } from "../../../../server/reach/profile.ts";
import { createWalker, openStreets, type Streets, withEdits } from "../../../../server/reach/walker.ts";
import { editBoth, namedByNumber, type Spot, type Wish } from "../../../support/edited-rows.ts";
import { profileOf } from "../../../support/profiles.ts";
import { hasStreets, randomPoint, randomStreets, STEPS_PER_KM } from "../../../support/random-streets.ts";
import { slowWalks } from "../../../support/slow-walks.ts";

const decimetres = (...ends: Parameters<typeof pieceLengthM>) => Math.round(pieceLengthM(...ends) * 10) / 10;
const pieceMm =
  ({ nodeLonE7, nodeLatE7 }: StreetRows) =>
  (u: number, v: number) =>
    Math.round(1000 * decimetres(nodeLonE7[u] / E7, nodeLatE7[u] / E7, nodeLonE7[v] / E7, nodeLatE7[v] / E7));

const BOTH = WayFlag.FORWARD | WayFlag.BACKWARD;
const pick = fc.nat({ max: 1000 });
const spot: fc.Arbitrary<Spot> = fc.record({ pick, share: fc.constantFrom(null, 0.25, 0.5, 0.8) });
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ kind: fc.constantFrom("close_street", "open_street", "close_node", "open_node"), pick }),
  fc.record({ kind: fc.constant("close_inside"), pick, share: fc.constantFrom(0.3, 0.5) }),
  fc.record({
    kind: fc.constant("link"),
    from: spot,
    to: spot,
    via: fc
      .array(randomPoint, { maxLength: 2 })
      .map((list) => list.map(([lon, lat]) => [round(lon), round(lat)] as const)),
    flags: fc.constantFrom(BOTH, BOTH, WayFlag.FORWARD, BOTH | WayFlag.PRIVATE, BOTH | WayFlag.STEPS),
    stepsPerKm: fc.constant(STEPS_PER_KM),
  }),
);
const round = (degrees: number) => Math.round(degrees * E7) / E7;

const careful: Profile = {
  ...profileOf("planning"),
  id: "careful",
  penaltySeconds: { crossing: 20, lift: 30, step: 1000 / STEPS_PER_KM },
};
const PROFILES = [
  [profileOf("adult"), {}],
  [profileOf("wheelchair"), { closed: EdgeFlag.STEPS }],
  [careful, { costs: { crossing: 20_000, lift: 30_000, perStepsMm: 1 } }],
] as const;

it("walks on edited streets are those of streets built anew, and the base keeps every byte", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      randomStreets.map(namedByNumber),
      fc.array(wish, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(randomPoint, randomPoint), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...PROFILES),
      (rows, wishes, pairs, [profile, options]) => {
        const base = openStreets(buildNetwork(rows, decimetres));
        const before = bytesOf(base);
        const { edits, rows: changed } = editBoth(base.network, rows, wishes, decimetres);
        if (!hasStreets(changed)) return;
        const edited = withEdits(base, edits, decimetres);
        expect(bytesOf(base)).toEqual(before);
        assertIntegrity(edited.network);
        const { network } = edited;
        const lengths = { lengthMm: network.edgeLengthMm, flags: network.edgeFlags };
        const ends = { from: network.edgeFrom, to: network.edgeTo, ...lengths };
        const { forward, backward } = layOutArcs(network.nodeCount, ends, joinsOf(network), 0);
        expect([network.forward, network.backward]).toEqual([forward, backward]);
        const { component, count } = weakComponents(network.nodeCount, forward);
        expect([network.component, network.componentCount]).toEqual([component, count]);
        expect(contentOf(edited.grid)).toEqual(contentOf(buildSegmentGrid(edited.network), edited.grid));

        const walker = createWalker(edited, profile);
        const anew = createWalker(openStreets(buildNetwork(changed, decimetres)), profile);
        const oracle = slowWalks(changed, pieceMm(changed), options);
        const nodes = [...changed.nodeLonE7].map((lon, i) => [lon / E7, changed.nodeLatE7[i] / E7] as const);
        for (const [from, to] of [
          ...pairs,
          ...nodes.map((node, i) => [node, nodes[(i * 5 + 3) % nodes.length]] as const),
        ]) {
          const walks = [walker, anew].map((each) => {
            const walk = walkBetween(each, from, to);
            return walk.status === "ok" ? walk.totalMm : walk.status;
          });
          const possible = oracle.walks(from, to);
          if (possible === null) {
            expect(walks).toEqual(["no_street_within_200m", "no_street_within_200m"]);
            continue;
          }
          // Points equally near to several streets may take any of them: all else is one answer, the same twice.
          const allowed = [...new Set(possible.map((mm) => (mm === Infinity ? "island" : mm)))];
          for (const walk of walks) expect(allowed).toContain(walk);
          if (allowed.length === 1) expect(walks[0]).toBe(walks[1]);
          compared++;
        }
      },
    ),
    { numRuns: 800 },
  );
  expect(compared).toBeGreaterThan(2000);
}, 60_000);

function bytesOf({ network, grid }: Streets): Uint8Array[] {
  return [writeSnapshot(network), bytes(grid.start), bytes(grid.segment), bytes(grid.edgeOf)];
}

function bytes(column: Uint32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength).slice();
}

/** Segments by cell, in any order; of grids of one frame, else nothing that could differ. */
function contentOf(grid: SegmentGrid, like: SegmentGrid = grid): unknown {
  if (grid.columns !== like.columns || grid.rows !== like.rows || grid.west !== like.west || grid.south !== like.south)
    return contentOf(like);
  return Array.from({ length: grid.columns * grid.rows }, (_, c) =>
    [...grid.segment.subarray(grid.start[c], grid.start[c + 1])].sort((a, b) => a - b),
  );
}
