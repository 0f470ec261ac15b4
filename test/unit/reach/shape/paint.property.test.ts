import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildNetwork } from "../../../../server/network/build.ts";
import { snap } from "../../../../server/network/snap.ts";
import { EdgeFlag } from "../../../../server/network/walk-network.ts";
import { BLOCK } from "../../../../server/reach/shape/block.ts";
import { blockAt, createLattice, type Lattice } from "../../../../server/reach/shape/lattice.ts";
import type { Places } from "../../../../server/reach/shape/paint.ts";
import { createWalker, openStreets, type Walker } from "../../../../server/reach/walker.ts";
import { profileOf } from "../../../support/profiles.ts";
import { randomStreets } from "../../../support/random-streets.ts";

/** Every point of a block against `snap`, one by one; for `open`, only points whose nearest street is private have a place. */
function expectSnapped(lattice: Lattice, walker: Walker, bx: number, by: number): void {
  const { network, grid, closed, profile } = walker;
  const block = blockAt(lattice, bx, by);
  const at = (places: Places, i: number) =>
    places.edge[i] < 0 ? null : [places.edge[i], places.mm[i], places.offsetMm[i]];
  for (let i = 0; i < BLOCK * BLOCK; i++) {
    const lon = lattice.west + (bx * BLOCK + (i % BLOCK)) * lattice.lonStep;
    const lat = lattice.south + (by * BLOCK + Math.floor(i / BLOCK)) * lattice.latStep;
    const snapped = (without: number) => {
      const place = snap(network, grid, lon, lat, without, profile.maxOffsetMm);
      return place && [place.edge, place.mm, place.offsetMm];
    };
    const nearest = snapped(closed);
    expect(at(block.all, i)).toEqual(nearest);
    const isPrivate = nearest !== null && (network.edgeFlags[nearest[0]] & EdgeFlag.PRIVATE) !== 0;
    expect(block.open && at(block.open, i)).toEqual(isPrivate ? snapped(closed | EdgeFlag.PRIVATE) : null);
  }
}

describe("the lattice", () => {
  it("has every point where `snap` puts it, ties, private ways and closed ways included", () => {
    fc.assert(
      fc.property(
        randomStreets,
        fc.constantFrom("adult", "wheelchair"),
        fc.constantFrom(200_000, 60_000, 7_000),
        (rows, profile, maxOffsetMm) => {
          const walker = createWalker(openStreets(buildNetwork(rows)), { ...profileOf(profile), maxOffsetMm });
          const lattice = createLattice(walker);
          for (const [bx, by] of [
            [0, 0],
            [-1, 0],
            [0, -1],
          ])
            expectSnapped(lattice, walker, bx, by);
        },
      ),
      { numRuns: 15 },
    );
  });
});
