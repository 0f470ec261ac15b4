/** Facilities that no walk can be shown to reach: what they leave open, and what they do not. */
import { describe, expect, it } from "vitest";
import { pieceLengthM } from "../../../server/base/metric.ts";
import { UNREACHED } from "../../../server/base/units.ts";
import { walksToCategory } from "../../../server/coverage/category-walks.ts";
import { indexCells, residentsByCell, walksByCell } from "../../../server/coverage/cells.ts";
import { startsOf } from "../../../server/coverage/starts.ts";
import { nearestStraightMm } from "../../../server/coverage/straight.ts";
import { reasonOf, verdictOf } from "../../../server/coverage/verdict.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { facilitiesAt, residencesAt } from "../../support/people.ts";
import { profileOf } from "../../support/profiles.ts";
import { streetMap } from "../../support/street-map.ts";

// A street of 300 m and steps up from its east end; a clinic 300 m north of its west end has no street.
const map = streetMap("a-b-c-d-e-f~u");
const streets = openStreets(map.network);
const open = createWalker(streets, profileOf("adult"));
const at = (ref: string, east = 0, north = 0) => ({
  ref,
  position: map.at(ref, east, north),
  residents: 1,
  community: -1,
});
const clinic = (ref: string, east = 0, north = 0) => ({
  ref: `clinic ${ref}`,
  category: "clinic",
  position: map.at(ref, east, north),
  community: -1,
});
const lost = clinic("a", 0, 300);

function judged(
  homes: Parameters<typeof residencesAt>[0],
  clinics: Parameters<typeof facilitiesAt>[0],
  limitMm: number,
  profile = "adult",
) {
  const walker = createWalker(streets, profileOf(profile));
  const residences = residencesAt(homes);
  const walks = walksToCategory(walker, open, startsOf(walker, open, residences), facilitiesAt(clinics), 0);
  return homes.map((_, r) => `${verdictOf(walks, r, limitMm)} ${reasonOf(walks, r, limitMm) ?? ""}`.trim());
}

describe("facilities without a street", () => {
  it("nobody is known to be uncovered where the only one might be within the limit", () => {
    expect(judged([at("a")], [lost], 300_001)).toEqual(["unknown facilities_off_network"]);
  });

  it("beyond the straight line it is certain that nobody walks there in time", () => {
    expect(judged([at("a")], [lost], 299_000)).toEqual(["uncovered"]);
    // 300 m east and 300 m north: 424 m as the crow flies.
    expect(judged([at("f")], [lost], 424_000)).toEqual(["uncovered"]);
    expect(judged([at("f")], [lost], 425_000)).toEqual(["unknown facilities_off_network"]);
  });

  it("whoever reaches another one stays covered; whoever does not is in doubt only near the lost one", () => {
    const clinics = [clinic("c"), lost];
    expect(judged([at("a"), at("c"), at("f")], clinics, 120_000)).toEqual(["covered", "covered", "uncovered"]);
    expect(judged([at("a"), at("c"), at("f")], clinics, 301_000)).toEqual(["covered", "covered", "covered"]);
    expect(judged([at("a"), at("f")], [clinic("f", 100), lost], 310_000)).toEqual([
      "unknown facilities_off_network",
      "covered",
    ]);
  });

  it("a longer limit turns uncovered into unknown and unknown into covered, never back", () => {
    const clinics = [clinic("f", 150), lost];
    const verdicts = [250_000, 320_000, 451_000].map((limit) => judged([at("a")], clinics, limit)[0]);
    expect(verdicts).toEqual(["uncovered", "unknown facilities_off_network", "covered"]);
  });

  it("the nearest gate counts where gates are known", () => {
    const compound = (gates: (readonly [number, number])[]) => ({ ...at("a"), compound: true, entrances: gates });
    expect(judged([compound([map.at("f")])], [lost], 350_000)).toEqual(["uncovered"]);
    expect(judged([compound([map.at("f"), map.at("a")])], [lost], 350_000)).toEqual(["unknown facilities_off_network"]);
    expect(judged([compound([])], [lost], 350_000)).toEqual(["unknown gates_closed"]);
  });

  it("one whose street the profile cannot use is known to be out of its reach", () => {
    const upstairs = clinic("u", 190);
    const walker = createWalker(streets, profileOf("wheelchair"));
    const residences = residencesAt([at("f", -5)]);
    const walks = walksToCategory(walker, open, startsOf(walker, open, residences), facilitiesAt([upstairs, lost]), 0);
    expect(walks).toMatchObject({ facilities: 2, facilitiesOffNetwork: 1, facilitiesClosedToProfile: 1 });
    expect(judged([at("f", -5)], [upstairs], 400_000, "wheelchair")).toEqual(["uncovered"]);
  });

  it("a home that the profile cannot leave stays uncovered", () => {
    expect(judged([at("u", 190)], [lost], 900_000, "wheelchair")).toEqual(["uncovered closed_to_profile"]);
  });

  it("cells count it as unknown, and its people so at the limit", () => {
    const residences = residencesAt([at("a")]);
    const walks = walksToCategory(open, open, startsOf(open, open, residences), facilitiesAt([lost]), 0);
    const index = indexCells(residences, 9);
    expect(walksByCell(index, residences, walks)[0]).toMatchObject({ unknown: 1, noWalk: 0, meanMm: null });
    expect(residentsByCell(index, residences, walks, 310_000)[0]).toEqual({ covered: 0, uncovered: 0, unknown: 1 });
    expect(residentsByCell(index, residences, walks, 290_000)[0]).toEqual({ covered: 0, uncovered: 1, unknown: 0 });
  });
});

describe("straight lines", () => {
  it("find the nearest of many as one by one does", () => {
    // A fixed scatter over half a degree, dense enough that the sweep stops early and often.
    const scatter = (count: number, step: number) => ({
      lon: Float64Array.from({ length: count }, (_, i) => 113 + ((i * step) % 1009) / 2018),
      lat: Float64Array.from({ length: count }, (_, i) => 34 + ((i * step * 7) % 997) / 1994),
    });
    const from = scatter(300, 137);
    const targets = scatter(90, 211);
    const oneByOne = Int32Array.from(from.lat, (lat, i) =>
      Math.floor(
        Math.min(...targets.lat.map((there, t) => pieceLengthM(from.lon[i], lat, targets.lon[t], there))) * 1000,
      ),
    );
    expect(nearestStraightMm(from, targets)).toEqual(oneByOne);
  });

  it("are unreached where there is nothing to reach", () => {
    const none = { lon: new Float64Array(0), lat: new Float64Array(0) };
    expect([...nearestStraightMm({ lon: Float64Array.of(1), lat: Float64Array.of(2) }, none)]).toEqual([UNREACHED]);
  });
});
