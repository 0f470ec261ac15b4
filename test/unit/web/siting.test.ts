/** Figures of the page of siting, and what a click on its map means. */
import { describe, expect, it } from "vitest";
import { clashesOf, curveOf, gainUnit, gapShown, valueUnit } from "../../../web/pages/siting/figures.ts";
import { nearestPlace } from "../../../web/pages/siting/nearest-place.ts";

it("never shows a gap as closed before it is", () => {
  expect([0, 1e-9, 0.00012, 0.0125, 0.5, 1].map(gapShown)).toEqual(["0", "0.01", "0.02", "1.25", "50", "100"]);
});

it("tells a curve as gains, whatever is counted", () => {
  const cover = [
    { sites: 0, value: 0 },
    { sites: 1, value: 70 },
  ];
  expect(curveOf({ unit: "people", curve: cover })).toEqual([
    { sites: 0, gain: 0 },
    { sites: 1, gain: 70 },
  ]);
  const walks = [
    { sites: 0, value: 500 },
    { sites: 1, value: 420 },
  ];
  expect(curveOf({ unit: "person_minutes", curve: walks })).toEqual([
    { sites: 0, gain: 0 },
    { sites: 1, gain: 80 },
  ]);
  expect(curveOf({ unit: "seconds", curve: null })).toBeNull();
  expect(curveOf({ unit: "people", curve: cover.slice(0, 1) })).toBeNull();
});

it("counts a plan in what is known: households where people are not", () => {
  expect(gainUnit({ unit: "people", measure: "households" })).toBe("siting.unitOf.households");
  expect(gainUnit({ unit: "seconds", measure: "households" })).toBe("siting.walksOf.households");
  expect(valueUnit({ unit: "person_minutes", measure: "residences" })).toBe("siting.walksOf.residences");
  expect(valueUnit({ unit: "people", measure: "residents" })).toBe("siting.unitOf.residents");
  expect(valueUnit({ unit: "seconds", measure: "households" })).toBe("siting.unit.seconds");
});

it("parts the conditions that clash", () => {
  const fields = { conditionsZh: "至多 1 个新网点；花园社区至少一个", conditionsEn: "at most 1; one in A" };
  expect(clashesOf(fields, "zh")).toEqual(["至多 1 个新网点", "花园社区至少一个"]);
  expect(clashesOf(fields, "en")).toEqual(["at most 1", "one in A"]);
  expect(clashesOf({}, "zh")).toEqual([]);
});

describe("a click on the map", () => {
  // 0.001° of longitude is 91 m here; a pixel of zoom 14 is 3.9 m, so that 16 of them are 63 m.
  const site = { id: "site", position: [113.66, 34.75] as const };
  const near = { id: "near", position: [113.6605, 34.75] as const };
  const far = { id: "far", position: [113.67, 34.75] as const };

  it("means the site whose number is under it, though a candidate is nearer", () => {
    expect(nearestPlace([113.6604, 34.75], 14, [site], [near, far])).toBe("site");
  });

  it("means the nearest candidate elsewhere", () => {
    expect(nearestPlace([113.6604, 34.75], 18, [site], [near, far])).toBe("near");
    expect(nearestPlace([113.7, 34.75], 14, [site], [near, far])).toBe("far");
  });

  it("means nothing where there is nothing", () => {
    expect(nearestPlace([113.7, 34.75], 14, [], [])).toBeNull();
  });
});
