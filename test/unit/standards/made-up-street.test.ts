/**
 * A street of four communities under the street plan of 2015, with every verdict in it, worked out by hand.
 * 丰乐花苑 has all there is, 六合苑 falls short, 文北 is unknown, 老院 is an old compound.
 */
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../server/standards/findings/evaluate.ts";
import type { Finding } from "../../../server/standards/findings/finding.ts";
import { facility, marked, priced, register, unit } from "../../support/register.ts";
import { shipped } from "../../support/standard-packs.ts";

const ROOMS = marked("room_reading", "room_training", "room_culture_sharing", "room_arts_sports", "room_e_reading");
const LISTED = ["culture_center", "police_room", "elderly_day_care", "convenience_store", "supermarket"];

const STREET = register({
  units: [
    unit("s", { level: "street", name: "东风路街道办事处" }),
    unit("feng", {
      parent: "s",
      name: "丰乐花苑社区",
      listedKinds: LISTED,
      steps: { "culture_center.surveyed": "2015-02-20", "culture_center.plan_made": "2015-04-20" },
    }),
    unit("liu", { parent: "s", name: "六合苑社区", listedKinds: LISTED, steps: { "culture_center.surveyed": null } }),
    unit("wen", { parent: "s", name: "文北社区" }),
    unit("old", { parent: "s", name: "老院社区", listedKinds: LISTED }),
  ],
  facilities: [
    facility("feng-culture", "feng", "culture_center", { area: 100, marks: { ...ROOMS, small_square: true } }),
    facility("feng-shop", "feng", "convenience_store", {
      area: 30,
      figures: { sales_area_m2: 28, vegetable_area_m2: 8.4, vegetable_kinds: 10 },
    }),
    facility("liu-culture", "liu", "culture_center", {
      area: 99.5,
      marks: { ...ROOMS, room_e_reading: false, room_training: false },
    }),
    facility("liu-care", "liu", "elderly_day_care", { area: { m2: 88, basis: "net" } }),
    facility("liu-shop", "liu", "convenience_store", {
      figures: { sales_area_m2: 40, vegetable_area_m2: 11, vegetable_kinds: 12 },
    }),
    facility("wen-culture", "wen", "culture_center"),
  ],
  prices: [
    { facility: "feng-shop", on: "2015-09-01", goods: [priced("白菜", 2, 1.9, 2.1)] },
    {
      facility: "liu-shop",
      on: "2015-09-01",
      goods: [priced("白菜", 2, 2, 2.2), priced("土豆", 3, 2.8, 3)],
    },
  ],
});

const waiver = {
  unit: "liu",
  requirement: "gov_service_station.floor",
  reason: "社区办公区无一楼用房",
  office: "东风路街道纪工委",
  from: "2015-06-01",
  until: null,
};

function finding(requirement: string, unitId: string, asOf = "2016-01-01", waivers = [waiver]): Finding {
  const { findings } = evaluate(shipped("dongfeng-2015"), STREET, asOf, { waivers });
  const found = findings.find((one) => one.requirement === requirement && one.unit === unitId);
  if (found === undefined) throw new Error(`no finding of ${requirement} for ${unitId}`);
  return found;
}

describe("floor area of the culture centre, at least 100", () => {
  it("100 complies: 以上 includes the number", () => {
    expect(finding("culture_center.area", "feng")).toMatchObject({
      verdict: "pass",
      measured: { low: 100, high: 100 },
      asked: { low: 100, high: 100 },
      shortfall: null,
      measure: "m2",
      clause: "三(一)1",
      evidence: ["feng-culture"],
    });
  });

  it("99.5 falls 0.5 short", () => {
    expect(finding("culture_center.area", "liu")).toMatchObject({ verdict: "fail", shortfall: 0.5 });
  });

  it("a centre of unknown area is unknown, and so is a community whose centres nobody listed", () => {
    expect(finding("culture_center.area", "wen")).toMatchObject({
      verdict: "unknown",
      reason: "fact_missing",
      shortfall: null,
    });
    expect(finding("police_room.area", "wen")).toMatchObject({ verdict: "unknown", reason: "list_incomplete" });
  });

  it("where all are listed and there is none, the whole of it is missing", () => {
    expect(finding("culture_center.area", "old")).toMatchObject({
      verdict: "fail",
      reason: "none_there",
      shortfall: 100,
    });
    expect(finding("culture_center.count", "old")).toMatchObject({ verdict: "fail", shortfall: 1 });
  });

  it("is not due before its last day has passed, and fails on the day after", () => {
    expect(finding("culture_center.area", "liu", "2015-08-20")).toMatchObject({
      verdict: "not_due",
      shortfall: 0.5,
      lateDays: null,
    });
    expect(finding("culture_center.area", "liu", "2015-08-21")).toMatchObject({ verdict: "fail", lateDays: 1 });
    expect(finding("culture_center.area", "feng", "2015-05-01").verdict).toBe("pass");
    expect(finding("culture_center.area", "wen", "2015-05-01").verdict).toBe("unknown");
  });
});

it("a checklist names what is missing, and counts what is there", () => {
  expect(finding("culture_center.rooms", "liu")).toMatchObject({
    verdict: "fail",
    measured: { low: 3, high: 3 },
    asked: { low: 5, high: 5 },
    shortfall: 2,
    missing: ["room_training", "room_e_reading"],
  });
  expect(finding("culture_center.rooms", "wen")).toMatchObject({ verdict: "unknown", measured: { low: 0, high: 5 } });
});

describe("day care of four named communities, gross area of at least 100", () => {
  it("a net area below it decides nothing, as walls and corridors are not in it", () => {
    expect(finding("elderly_day_care.area", "liu")).toMatchObject({ verdict: "unknown", measured: { low: 88 } });
  });

  it("does not concern a community that is not named", () => {
    expect(finding("elderly_day_care.area", "feng")).toMatchObject({
      verdict: "not_applicable",
      reason: "not_applicable",
    });
  });
});

describe("the store: vegetables on 30 % of its sales area, 10 kinds, no dearer than markets on average", () => {
  it("8.4 of 28 is 30 %", () => {
    expect(finding("convenience_store.vegetable_area", "feng")).toMatchObject({
      verdict: "pass",
      asked: { low: 8.4, high: 8.4 },
    });
  });

  it("11 of 40 lacks one square metre", () => {
    expect(finding("convenience_store.vegetable_area", "liu")).toMatchObject({ verdict: "fail", shortfall: 1 });
  });

  it("10 kinds comply", () => {
    expect(finding("convenience_store.vegetable_kinds", "feng").verdict).toBe("pass");
  });

  it("2.00 against a mean of 2.00 complies; 3.00 against 2.90 does not", () => {
    expect(finding("convenience_store.price", "feng").verdict).toBe("pass");
    expect(finding("convenience_store.price", "liu")).toMatchObject({
      verdict: "fail",
      shortfall: 1,
      measure: "goods",
      survey: {
        on: "2015-09-01",
        goods: [
          { name: "白菜", isDear: false },
          { meanCny: 2.9, isDear: true },
        ],
      },
    });
  });

  it("without a survey it is unknown", () => {
    expect(finding("convenience_store.price", "wen").verdict).toBe("unknown");
  });
});

describe("work by a day", () => {
  it("done in time passes", () => {
    expect(finding("culture_center.surveyed", "feng")).toMatchObject({ verdict: "pass", lateDays: null });
  });

  it("done late passes, and says that it was 20 days late, 10 of them after the paper was issued on 10 April", () => {
    expect(finding("culture_center.planned", "feng")).toMatchObject({
      verdict: "pass",
      lateDays: 20,
      lateDaysSinceIssue: 10,
    });
  });

  it("known not to be done fails, and is late by both counts", () => {
    expect(finding("culture_center.surveyed", "liu", "2015-04-15")).toMatchObject({
      verdict: "fail",
      lateDays: 46,
      lateDaysSinceIssue: 5,
    });
  });

  it("of which nobody told is unknown", () => {
    expect(finding("culture_center.surveyed", "wen").verdict).toBe("unknown");
  });
});

describe("waivers", () => {
  const grounded = {
    ...STREET,
    facilities: [
      ...STREET.facilities,
      facility("liu-gov", "liu", "community_service_station", { figures: { floor: 2 } }),
    ],
  };
  const floor = (waivers: (typeof waiver)[], asOf = "2016-01-01") =>
    evaluate(
      shipped("dongfeng-2015"),
      {
        ...grounded,
        units: grounded.units.map((one) =>
          one.id === "liu" ? { ...one, listedKinds: ["community_service_station"] } : one,
        ),
      },
      asOf,
      { waivers },
    );
  const of = (requirement: string, given: ReturnType<typeof floor>) =>
    given.findings.find((one) => one.requirement === requirement && one.unit === "liu");

  it("what holds in principle may be waived, with reason and body, and its figures stay", () => {
    expect(of("gov_service_station.floor", floor([waiver]))).toMatchObject({
      verdict: "waived",
      measured: { low: 2, high: 2 },
      shortfall: 1,
      waiver: { office: "东风路街道纪工委", reason: "社区办公区无一楼用房" },
    });
    expect(of("gov_service_station.floor", floor([]))).toMatchObject({ verdict: "fail", waiver: null });
  });

  it("before its first day it changes nothing", () => {
    expect(of("gov_service_station.floor", floor([{ ...waiver, from: "2016-02-01" }]))?.verdict).toBe("fail");
  });

  it("what must be met cannot be waived, nor without a reason or a body", () => {
    const must = floor([{ ...waiver, requirement: "gov_service_station.area" }]);
    expect(must.refusedWaivers.map(({ code }) => code)).toEqual(["waiver_not_allowed"]);
    expect(floor([{ ...waiver, office: " " }]).refusedWaivers[0].message).toContain("the body that allowed it");
    expect(of("gov_service_station.floor", floor([{ ...waiver, reason: "" }]))?.verdict).toBe("fail");
  });
});

it("has every verdict", () => {
  const verdicts = new Set(
    ["2015-08-20", "2016-01-01"].flatMap((asOf) =>
      evaluate(
        shipped("dongfeng-2015"),
        {
          ...STREET,
          facilities: [
            ...STREET.facilities,
            facility("liu-gov", "liu", "community_service_station", { figures: { floor: 2 } }),
          ],
          units: STREET.units.map((one) =>
            one.id === "liu" ? { ...one, listedKinds: [...LISTED, "community_service_station"] } : one,
          ),
        },
        asOf,
        { waivers: [waiver] },
      ).findings.map(({ verdict }) => verdict),
    ),
  );
  expect([...verdicts].sort()).toEqual(["fail", "not_applicable", "not_due", "pass", "unknown", "waived"]);
});
