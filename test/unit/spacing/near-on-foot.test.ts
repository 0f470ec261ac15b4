/** Where one would stand too near on foot: sites along drawn streets, held against walks one by one. */
import { expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { MM_PER_M } from "../../../server/base/units.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { UNRESTRICTED } from "../../../server/reach/profile.ts";
import { createLattice } from "../../../server/reach/shape/lattice.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { forbidNear, groundsNear, withoutStreet } from "../../../server/spacing/near-on-foot.ts";
import { holds } from "../../../server/spacing/rings.ts";
import { sitesAlong } from "../../../server/spacing/street-sites.ts";
import { streetMap } from "../../support/street-map.ts";

/** Every join is 60 m; south of d the way leads one way only. */
const { network, at } = streetMap(`
  a-b-c-d-e
  |   |   v
  f-g-h-i-j
`);
const walker = createWalker(openStreets(network), UNRESTRICTED);

function pointsAt(...positions: LonLat[]) {
  return {
    points: {
      lon: Float64Array.from(positions, ([lon]) => lon),
      lat: Float64Array.from(positions, ([, lat]) => lat),
    },
    among: Int32Array.from(positions, (_, f) => f),
  };
}

/** Metres of the shorter walk; Infinity for none. */
function walkM(one: LonLat, other: LonLat): number {
  const walks = [walkBetween(walker, one, other), walkBetween(walker, other, one)];
  return Math.min(...walks.map((walk) => (walk.status === "ok" ? walk.totalMm / MM_PER_M : Infinity)));
}

function allowedAt(positions: LonLat[], limitM: number) {
  const sites = sitesAlong(network, 20, () => true);
  const { points, among } = pointsAt(...positions);
  forbidNear(walker, sites, points, among, limitM);
  return Array.from(sites.allowed, (allowed, i) => ({
    allowed: allowed === 1,
    at: [sites.lon[i], sites.lat[i]] as const,
  }));
}

it("forbids every site nearer than the limit there or back, and none exactly at it", () => {
  const facility = at("b");
  const sites = allowedAt([facility], 120);
  const near = (place: LonLat) =>
    sites.filter((site) => Math.abs(site.at[0] - place[0]) < 1e-6 && Math.abs(site.at[1] - place[1]) < 1e-6);
  expect(near(at("c")).map(({ allowed }) => allowed)).toContain(false);
  // Two joins of 60 m are exactly 120 m.
  for (const name of ["d", "f", "h"])
    for (const { allowed } of near(at(name))) expect([name, allowed]).toEqual([name, true]);
  for (const name of ["a", "b", "c"])
    for (const { allowed } of near(at(name))) expect([name, allowed]).toEqual([name, false]);
});

it.each([
  ["one at a corner", [at("a")], 130],
  ["one half-way along a street", [at("b", 30)], 150],
  ["one beside the street, its way there counted", [at("g", 0, 25)], 100],
  ["one at the foot of a one-way street", [at("j")], 100],
  ["one at its head", [at("e")], 100],
  ["two of them", [at("a"), at("i", 10)], 90],
] as const)("as walking each way says: %s", (_, facilities, limitM) => {
  let forbidden = 0;
  const sites = allowedAt([...facilities], limitM);
  for (const site of sites) {
    const metres = Math.min(...facilities.map((place) => walkM(site.at, place)));
    // Positions of sites are rounded by less than a centimetre.
    if (Math.abs(metres - limitM) < 0.01) continue;
    expect([site.at, site.allowed]).toEqual([site.at, metres >= limitM]);
    if (!site.allowed) forbidden++;
  }
  expect(forbidden).toBeGreaterThan(3);
  expect(forbidden).toBeLessThan(sites.length);
});

it("draws the ground as near as shapes of walks are, the way back against a one-way street too", () => {
  const lattice = createLattice(walker);
  const { points, among } = pointsAt(at("j"));
  const grounds = groundsNear(walker, lattice, points, among, 100);
  const isIn = (place: LonLat) =>
    grounds.some(({ coordinates }) => coordinates.some(([ring]) => holds(ring, [...place])));
  expect([at("i"), at("e", 0, -10), at("c"), at("h", -30)].map(isIn)).toEqual([true, true, false, false]);
});

it("names those without a street near them", () => {
  const { points, among } = pointsAt(at("a"), at("a", -5000));
  expect([...withoutStreet(walker, points, among)]).toEqual([1]);
  // Far from the one-way street the way back is the way there.
  expect(groundsNear(walker, createLattice(walker), points, among, 100)).toHaveLength(1);
});
