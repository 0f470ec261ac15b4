import fc from "fast-check";
import { expect, it } from "vitest";
import { pieceLengthM } from "../../../server/base/metric.ts";
import { joinNeighbours, type Neighbourhood, neighbourhoodOf } from "../../../server/coverage/gaps/neighbourhood.ts";
import { partGroups } from "../../../server/coverage/gaps/part-groups.ts";
import { joinStraight } from "../../../server/coverage/gaps/straight-groups.ts";
import { straightFinder } from "../../../server/coverage/gaps/straight-nearest.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { EdgeFlag, type WalkNetwork } from "../../../server/network/walk-network.ts";
import { openStreets } from "../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";

const scene = fc.record({
  rows: randomStreets,
  homes: fc.array(
    fc.record({
      position: randomPoint,
      residents: fc.integer({ min: -1, max: 3 }),
      gates: fc.option(fc.array(randomPoint, { maxLength: 3 }), { freq: 3 }),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  joinMm: fc.integer({ min: 1000, max: 200_000 }),
  radiusMm: fc.integer({ min: 1000, max: 300_000 }),
});

function settle({ rows, homes }: { rows: Parameters<typeof buildNetwork>[0]; homes: readonly Home[] }) {
  const network = buildNetwork(rows);
  const residences = residencesAt(
    homes.map(({ position, residents, gates }, i) => ({
      ref: `r${i}`,
      position,
      residents,
      community: -1,
      compound: true,
      ...(gates && { entrances: gates }),
    })),
  );
  const hood = neighbourhoodOf(openStreets(network), residences, null);
  return { residences, hood, betweenMm: slowWalks(network, hood) };
}
interface Home {
  readonly position: readonly [number, number];
  readonly residents: number;
  readonly gates: (readonly [number, number])[] | null;
}

/** Every walk between two homes, whichever way streets run: all junctions against all (Floyd), then both ends. */
function slowWalks(network: WalkNetwork, { starts }: Neighbourhood) {
  const { nodeCount, edgeCount, edgeFrom, edgeTo, edgeLengthMm, edgeFlags, forward } = network;
  const mm = Array.from({ length: nodeCount }, (_, u) =>
    Array.from({ length: nodeCount }, (__, v) => (u === v ? 0 : Infinity)),
  );
  const link = (u: number, v: number, length: number) => {
    mm[u][v] = Math.min(mm[u][v], length);
    mm[v][u] = Math.min(mm[v][u], length);
  };
  for (let e = 0; e < edgeCount; e++)
    if ((edgeFlags[e] & (EdgeFlag.FORWARD | EdgeFlag.BACKWARD)) !== 0) link(edgeFrom[e], edgeTo[e], edgeLengthMm[e]);
  for (let u = 0; u < nodeCount; u++)
    for (let a = forward.start[u]; a < forward.start[u + 1]; a++)
      if (forward.edge[a] < 0) link(u, forward.pairs[2 * a], forward.pairs[2 * a + 1]);
  for (let k = 0; k < nodeCount; k++)
    for (let u = 0; u < nodeCount; u++)
      for (let v = 0; v < nodeCount; v++) mm[u][v] = Math.min(mm[u][v], mm[u][k] + mm[k][v]);
  const exits = (s: number) => {
    const edge = starts.edge[s];
    return [
      [edgeFrom[edge], starts.mm[s]],
      [edgeTo[edge], edgeLengthMm[edge] - starts.mm[s]],
    ];
  };
  return (a: number, b: number): number => {
    let best = Infinity;
    for (let s = starts.first[a]; s < starts.first[a + 1]; s++) {
      for (let t = starts.first[b]; t < starts.first[b + 1]; t++) {
        if (starts.edge[s] < 0 || starts.edge[t] < 0) continue;
        let between = starts.edge[s] === starts.edge[t] ? Math.abs(starts.mm[s] - starts.mm[t]) : Infinity;
        for (const [u, fromMm] of exits(s))
          for (const [v, toMm] of exits(t)) between = Math.min(between, fromMm + mm[u][v] + toMm);
        best = Math.min(best, starts.offsetMm[s] + between + starts.offsetMm[t]);
      }
    }
    return best;
  };
}

/** Groups by joining whatever may be joined until nothing changes. */
function slowGroups(count: number, joined: (i: number, j: number) => boolean): number[] {
  const group = Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) {
      if (!joined(i, j) || group[i] === group[j]) continue;
      const [low, high] = [Math.min(group[i], group[j]), Math.max(group[i], group[j])];
      group.forEach((g, k) => {
        if (g === high) group[k] = low;
      });
    }
  return group;
}

it("homes are neighbours exactly where the walk between them says so", () => {
  fc.assert(
    fc.property(scene, ({ rows, homes, joinMm }) => {
      const { residences, hood, betweenMm } = settle({ rows, homes });
      const members = Int32Array.from(residences.ref.keys()).filter((r) => r % 4 !== 3);
      expect([...joinNeighbours(hood, members, joinMm)]).toEqual(
        slowGroups(members.length, (i, j) => betweenMm(members[i], members[j]) <= joinMm),
      );
    }),
    { numRuns: 400 },
  );
});

it("a part has a middle within the limit of all its homes, no other middle of its group is nearer", () => {
  fc.assert(
    fc.property(scene, ({ rows, homes, joinMm, radiusMm }) => {
      const { residences, hood, betweenMm } = settle({ rows, homes });
      const members = Int32Array.from(residences.ref.keys());
      const group = joinNeighbours(hood, members, joinMm);
      const middle = partGroups(hood, residences, members, group, radiusMm);
      const middles = [...new Set(middle)];
      for (const i of members.keys()) {
        const own = middle[i];
        expect(group[own]).toBe(group[i]);
        if (own === i) continue;
        expect(betweenMm(own, i)).toBeLessThanOrEqual(radiusMm);
        for (const other of middles)
          if (group[other] === group[i]) expect(betweenMm(other, i)).toBeGreaterThanOrEqual(betweenMm(own, i));
      }
      for (const a of middles)
        for (const b of middles)
          if (a !== b && group[a] === group[b]) expect(betweenMm(a, b)).toBeGreaterThan(radiusMm);
    }),
    { numRuns: 300 },
  );
});

it("straight groups are those of every pair held against every other", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(randomPoint, fc.boolean()), { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 5, max: 80 }),
      (list, joinM) => {
        // Moved to where some stand on the other side of the antimeridian.
        const residences = residencesAt(
          list.map(([[lon, lat]], i) => {
            const east = lon + (180 - 113.652);
            const there = east > 180 ? east - 360 : east;
            return { ref: `r${i}`, position: [there, lat] as const, residents: 1, community: -1 };
          }),
        );
        const kinds = list.map(([, odd]) => (odd ? "island" : "gates_closed"));
        const members = Int32Array.from(list.keys());
        const { lon, lat } = residences;
        expect([...joinStraight(residences, members, kinds, joinM)]).toEqual(
          slowGroups(
            list.length,
            (i, j) => kinds[i] === kinds[j] && pieceLengthM(lon[i], lat[i], lon[j], lat[j]) <= joinM,
          ),
        );
      },
    ),
    { numRuns: 200 },
  );
});

it("the nearest as the crow flies is the nearest of all, the first of equally near ones", () => {
  fc.assert(
    fc.property(fc.array(randomPoint, { maxLength: 20 }), randomPoint, (shops, from) => {
      const facilities = facilitiesAt(
        shops.map((position, i) => ({
          ref: `f${i}`,
          category: i % 3 === 2 ? "clinic" : "pharmacy",
          position,
          community: -1,
        })),
      );
      const distances = shops.map(([lon, lat], i) => (i % 3 === 2 ? Infinity : pieceLengthM(...from, lon, lat)));
      const least = Math.min(Infinity, ...distances);
      expect(straightFinder(facilities, 0, null)(from)).toEqual(
        least === Infinity ? null : { facility: distances.indexOf(least), metres: least },
      );
    }),
  );
});
