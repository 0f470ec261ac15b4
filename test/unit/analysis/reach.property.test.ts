import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newRandom } from "../../../data/demo/random.ts";
import type { OpenArea } from "../../../server/analysis/open-area.ts";
import { reachFrom } from "../../../server/analysis/reach.ts";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { MM_PER_M } from "../../../server/base/units.ts";
import { loadCatalogue } from "../../../server/import/categories.ts";
import { readOsm } from "../../../server/import/osm/read-osm.ts";
import { buildNetwork } from "../../../server/network/build.ts";
import { E7 } from "../../../server/network/walk-network.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import type { Profile } from "../../../server/reach/profile.ts";
import { areaOf, type PlacedFacility } from "../../support/area-of.ts";
import { profileOf } from "../../support/profiles.ts";
import { randomPoint, randomStreets } from "../../support/random-streets.ts";
import { describeWith } from "../../support/requirements.ts";
import { sharedData } from "../../support/shared-data.ts";
import { streetMap } from "../../support/street-map.ts";

/** Crossings, lifts and steps cost it time: its walks are searched anew for every question. */
const careful: Profile = {
  ...profileOf("planning"),
  id: "careful",
  penaltySeconds: { crossing: 20, lift: 30, step: 0.4 },
};

const randomFacility = fc.record({ category: fc.constantFrom("shop", "clinic", "school"), position: randomPoint });

/** What reach says of facilities, from one walk after another. */
function onePairAtATime(area: OpenArea, profile: string, origin: LonLat, limitM: number) {
  const { facilities } = area.content;
  const walker = area.walker(profile);
  const nearest = new Map<string, { ref: string; totalMm: number }>();
  const within: Record<string, number> = {};
  for (let f = 0; f < facilities.count; f++) {
    const walk = walkBetween(walker, origin, [facilities.lon[f], facilities.lat[f]]);
    if (walk.status !== "ok") continue;
    const category = facilities.categories[facilities.category[f]];
    if (walk.totalMm <= limitM * MM_PER_M) within[category] = (within[category] ?? 0) + 1;
    if (walk.totalMm < (nearest.get(category)?.totalMm ?? Infinity))
      nearest.set(category, { ref: facilities.ref[f], totalMm: walk.totalMm });
  }
  return { nearest, within };
}

describe("reach of a point", () => {
  it("tells the nearest of every category and counts those within, as one pair after another does", () => {
    fc.assert(
      fc.property(
        randomStreets,
        fc.array(randomFacility, { minLength: 1, maxLength: 8 }),
        fc.array(randomPoint, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("adult", "wheelchair", "careful"),
        fc.integer({ min: 1, max: 60 }),
        (rows, facilities: PlacedFacility[], origins, profile, tenths) => {
          const area = areaOf(buildNetwork(rows), facilities, [careful]);
          const walker = area.walker(profile);
          for (const origin of origins) {
            const answer = reachFrom(area, profile, origin, tenths / 10);
            const { nearest, within } = onePairAtATime(area, profile, origin, answer.limitM);
            expect(answer.facilitiesWithin).toEqual(within);
            expect(answer.nearest.map(({ category }) => category).sort()).toEqual([...nearest.keys()].sort());
            for (const { category, facility, walk, withinLimit } of answer.nearest) {
              const expected = nearest.get(category);
              expect(facility.ref).toBe(expected?.ref);
              expect(walk.seconds).toBe((expected?.totalMm ?? 0) / walker.profile.speedMmPerSecond);
              expect(withinLimit).toBe((expected?.totalMm ?? 0) <= answer.limitM * MM_PER_M);
            }
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it("is the same to the last byte whether the nearest are found for the question or known from everywhere", () => {
    fc.assert(
      fc.property(
        randomStreets,
        fc.array(randomFacility, { minLength: 1, maxLength: 8 }),
        fc.array(randomPoint, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("adult", "elderly", "wheelchair", "careful"),
        fc.integer({ min: 1, max: 60 }),
        (rows, facilities: PlacedFacility[], origins, profile, tenths) => {
          const network = buildNetwork(rows);
          // Asked within one turn, so that the first one searches for its answers.
          const [fresh, known] = [1, 2].map(() => areaOf(network, facilities, [careful]));
          const walker = known.walker(profile);
          known.facilityPlaces(walker).findFields(walker);
          for (const origin of origins) {
            const searched = reachFrom(fresh, profile, origin, tenths / 10);
            expect(JSON.stringify(reachFrom(known, profile, origin, tenths / 10))).toBe(JSON.stringify(searched));
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe("the nearest from everywhere", () => {
  const map = streetMap("a-b-c");
  const shops = ["a", "b", "c"].map((name) => ({ category: `kind ${name}`, position: map.at(name) }));
  const turns = async (count: number) => {
    for (let i = 0; i < count; i++) await setImmediate();
  };

  it("is found from the second question on, a category a turn, and shared by all who walk the same streets", async () => {
    const area = areaOf(map.network, shops);
    const walker = area.walker("adult");
    const places = area.facilityPlaces(walker);
    const first = reachFrom(area, "adult", map.at("a"), 5);
    await turns(5);
    // Asks a second time.
    expect(places.fields(walker)).toBeNull();
    await turns(5);
    expect(places.fields(walker)).toHaveLength(3);
    expect(reachFrom(area, "adult", map.at("a"), 5)).toEqual(first);
    expect(area.facilityPlaces(area.walker("elderly"))).toBe(places);
    expect(area.facilityPlaces(area.walker("wheelchair"))).not.toBe(places);
  });

  it("is never kept for a profile that loses time, whose lengths differ from its times", async () => {
    const area = areaOf(map.network, shops, [careful]);
    const walker = area.walker("careful");
    const places = area.facilityPlaces(walker);
    places.findFields(walker);
    for (let i = 0; i < 3; i++) expect(places.fields(walker)).toBeNull();
  });
});

describeWith("shared data", "reach on Malta", () => {
  it("is the same to the last byte, searched or known from everywhere", async () => {
    const { streets, facilities } = await readOsm(sharedData("malta/malta-2016.osm.pbf")!, await loadCatalogue());
    const network = buildNetwork(streets);
    const [searched, known] = [1, 2].map(() => areaOf(network, facilities.rows));
    const random = newRandom(2016, "reach on Malta");
    const walker = known.walker("adult");
    known.facilityPlaces(walker).findFields(walker);
    // Asked within one turn, so that it always searches.
    for (let i = 0; i < 15; i++) {
      const v = random.whole(0, network.nodeCount - 1);
      const aside = () => random.between(-0.001, 0.001);
      const origin: LonLat = [network.nodeLonE7[v] / E7 + aside(), network.nodeLatE7[v] / E7 + aside()];
      const answer = reachFrom(searched, "adult", origin, 15);
      expect(JSON.stringify(reachFrom(known, "adult", origin, 15))).toBe(JSON.stringify(answer));
    }
    const again = searched.walker("adult");
    expect(searched.facilityPlaces(again).fields(again)).toBeNull();
  }, 60_000);
});
