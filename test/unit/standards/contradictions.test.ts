/** A1 … A12: each contradiction of the documents, treated as it was decided. */
import { describe, expect, it } from "vitest";
import { bindingsOf } from "../../../server/standards/findings/binding.ts";
import { milestonesOf } from "../../../server/standards/findings/milestones.ts";
import type { Settings } from "../../../server/standards/judge/context.ts";
import { paymentsOf } from "../../../server/standards/money/pay.ts";
import { isRetroactive, type RequirementOf } from "../../../server/standards/pack/pack.ts";
import { community, findings } from "../../support/findings.ts";
import { facility, marked, room, unit } from "../../support/register.ts";
import { shipped } from "../../support/standard-packs.ts";

const count = (pack: string, id: string) => (shipped(pack).requirement.get(id) as RequirementOf<"count">).at_least;

it("A1: 16 streets × 3 and 19 make 67, the exception holding for all six", () => {
  const six = [
    "security_station",
    "police_room",
    "patrol_team",
    "mediation_room",
    "volunteer_patrol",
    "safety_volunteer_team",
  ];
  for (const item of six) {
    const monthly = shipped("jinshui-2013").requirement.get(`${item}.by_11`);
    expect(monthly?.applies).toEqual({ except: ["杨金路"] });
    expect((17 - 1) * Number(count("jinshui-2013", `${item}.by_11`)) + 19).toBe(count("jinshui-2013", `${item}.new`));
  }
  const units = [
    unit("y", { level: "street", name: "杨金路街道办事处" }),
    unit("d", { level: "street", name: "杜岭街道办事处", listedKinds: ["police_room"] }),
  ];
  expect(findings("jinshui-2013", { units }).of("police_room.by_11", "y")?.verdict).toBe("not_applicable");
  expect(findings("jinshui-2013", { units }).of("police_room.by_11", "d")).toMatchObject({
    verdict: "fail",
    shortfall: 3,
  });
});

it("A2: heads are checked at 8, teams at 2 and then 6, and a street is paid 3000 a month whatever the heads", () => {
  const teams = [1, 2].map((n) =>
    facility(`t${n}`, "s", "volunteer_mobile_team", { since: "2013-11-01", figures: { members: 8 } }),
  );
  const s = unit("s", { level: "street", name: "杜岭", listedKinds: ["volunteer_mobile_team"] });
  const at = (asOf: string) => findings("jinshui-2013", { units: [s], facilities: teams }, asOf);
  expect(at("2013-12-31").of("volunteer_mobile_team.count_2013", "s")?.verdict).toBe("pass");
  expect(at("2013-12-31").of("volunteer_mobile_team.count", "s")).toMatchObject({
    verdict: "not_due",
    reason: "not_in_force",
  });
  expect(at("2014-01-02").of("volunteer_mobile_team.count", "s")).toMatchObject({ verdict: "fail", shortfall: 4 });
  expect(at("2014-01-02").of("volunteer_mobile_team.members", "s")?.verdict).toBe("pass");
  const daily = paymentsOf(at("2013-12-31").context).filter(({ subsidy }) => subsidy === "volunteer_mobile_team.daily");
  expect(daily).toMatchObject([{ state: "owed", times: 4, cny: 12_000, unit: "s" }]);
});

it("A3: five named rooms suffice where six are said; the sixth is a parameter that judges nothing", () => {
  const rooms = marked("room_reading", "room_training", "room_culture_sharing", "room_arts_sports", "room_e_reading");
  const facts = { units: [community()], facilities: [facility("f", "c", "culture_center", { marks: rooms })] };
  expect(findings("jinshui-2013", facts).of("culture_center.rooms")?.verdict).toBe("pass");
  expect(shipped("jinshui-2013").parameters.find(({ id }) => id === "sixth_room")?.default).toBeNull();
});

it("A4: one fitness place meets the street's plan and not the district's; more than five is no failure", () => {
  const places = (n: number) => Array.from({ length: n }, (_, i) => facility(`f${i}`, "c", "fitness_place"));
  const units = [
    community({ listedKinds: ["fitness_place", "sports_ground", "fitness_trail", "rural_fitness_project"] }),
  ];
  expect(findings("dongfeng-2015", { units, facilities: places(1) }).of("fitness_place.count")?.verdict).toBe("pass");
  expect(findings("jinshui-2013", { units, facilities: places(1) }).of("fitness_place.count")).toMatchObject({
    verdict: "fail",
    shortfall: 2,
  });
  expect(findings("jinshui-2013", { units, facilities: places(6) }).of("fitness_place.count")?.verdict).toBe("pass");
});

describe("A5: 9 communities of 17 are 52.9 %, which is not 60 %", () => {
  const street = unit("s", { level: "street", name: "东风路街道办事处" });
  const communities = (n: number, of: number) =>
    Array.from({ length: of }, (_, i) =>
      unit(`c${i}`, {
        parent: "s",
        name: `第${i}社区`,
        steps: { "programme.facilities_complete": i < n ? "2015-06-30" : null },
      }),
    );
  const milestone = (n: number, of: number, asOf: string) =>
    milestonesOf(findings("dongfeng-2015", { units: [street, ...communities(n, of)] }, asOf).context).find(
      ({ requirement, by }) => requirement === "programme.complete" && by === "2015-06-30",
    );

  it("9 of 17 fail by two, with the arithmetic", () => {
    expect(milestone(9, 17, "2015-07-01")).toMatchObject({
      verdict: "fail",
      yes: 9,
      total: 17,
      asked: 11,
      percent: 52.9,
      shortfall: 2,
    });
  });
  it("9 of 15 are 60 % and pass", () => {
    expect(milestone(9, 15, "2015-07-01")).toMatchObject({ verdict: "pass", asked: 9, percent: 60 });
  });
  it("on the last day it is not due yet", () => {
    expect(milestone(9, 17, "2015-06-30")?.verdict).toBe("not_due");
  });
  it("what came after the day does not count for it", () => {
    const late = communities(9, 15).map((one, i) =>
      i === 0 ? { ...one, steps: { "programme.facilities_complete": "2015-07-01" } } : one,
    );
    const found = milestonesOf(findings("dongfeng-2015", { units: [street, ...late] }, "2015-09-01").context);
    expect(
      found.find(({ requirement, by }) => requirement === "programme.complete" && by === "2015-06-30"),
    ).toMatchObject({ verdict: "fail", yes: 8 });
  });
});

it("A6: days due before the paper are kept and marked", () => {
  const retroactive = (id: string) =>
    shipped(id)
      .requirements.filter((one) => isRetroactive(shipped(id), one))
      .map(({ id: one }) => one);
  expect(retroactive("dongfeng-2015")).toContain("culture_center.issued");
  expect(retroactive("duyun-2013")).toContain("rural_rollout.share_2012");
  expect(retroactive("jinshui-2013")).toEqual([]);
});

it("A7: the old town is judged by 300, and told that it lies below the annex's 500", () => {
  const facts = {
    units: [
      community({ setting: "urban", age: "old", listedKinds: ["party_mass_center", "community_service_center"] }),
    ],
    facilities: [facility("f", "c", "community_service_center", { area: 320 })],
  };
  expect(findings("duyun-2013", facts).of("service_center.area")).toMatchObject({
    verdict: "pass",
    asked: { low: 300, high: 300 },
  });
  expect(findings("duyun-2013", facts).of("service_center.annex_area")).toMatchObject({
    verdict: "fail",
    counts: false,
    shortfall: 180,
  });
});

describe("A8: rural rooms come to 415, and fewer where one room does the work of several", () => {
  const kinds = [
    "service_hall",
    "multi_function_room",
    "health_fp_room",
    "police_room",
    "mediation_room",
    "sports_culture_room",
    "community_office",
    "disaster_room",
    "reading_room",
    "charity_supermarket",
  ];
  const of = (shared: boolean, m2: number) => {
    const rooms = kinds
      .filter((kind) => !shared || (kind !== "mediation_room" && kind !== "sports_culture_room"))
      .map((kind) =>
        room(
          kind,
          100,
          shared && kind === "multi_function_room" ? { sharedWith: ["mediation_room", "sports_culture_room"] } : {},
        ),
      );
    const units = [
      community({
        setting: "rural",
        listedKinds: [
          ...kinds,
          "office",
          "committee_office",
          "health_room",
          "party_mass_center",
          "community_service_center",
        ],
      }),
    ];
    return findings("duyun-2013", {
      units,
      facilities: [facility("f", "c", "community_service_center", { area: m2, rooms })],
    }).of("service_center.rooms_together_rural");
  };
  it("each room on its own: 80 + 60 + 60 + 20 + 30 + 60 + 30 + 15 + 30 + 30", () => {
    expect(of(false, 415)).toMatchObject({ verdict: "pass", asked: { low: 415, high: 415 } });
    expect(of(false, 414)).toMatchObject({ verdict: "fail", shortfall: 1 });
  });
  it("mediation and sports in the multi-purpose room: 90 less", () => {
    expect(of(true, 325)).toMatchObject({ verdict: "pass", asked: { low: 325, high: 325 } });
  });
});

it("A9: the rooms of a Jingzhou centre come to 510, and a total of 500 is judged gross", () => {
  const together = shipped("jingzhou-2016").requirement.get(
    "party_mass_center.rooms_together",
  ) as RequirementOf<"floor_area">;
  const sum = (together.or_sum_of ?? []).reduce(
    (total, id) =>
      total + Number((shipped("jingzhou-2016").requirement.get(id) as RequirementOf<"floor_area">).at_least),
    0,
  );
  expect(sum).toBe(510);
  const centre = (m2: number, basis: "gross" | "net") =>
    findings("jingzhou-2016", {
      units: [community()],
      facilities: [facility("f", "c", "party_mass_center", { area: { m2, basis }, marks: { newly_built: false } })],
    }).of("party_mass_center.area");
  expect(centre(500, "gross")?.verdict).toBe("pass");
  expect(centre(500, "net")?.verdict).toBe("pass");
  expect(centre(480, "net")?.verdict).toBe("unknown");
});

it("A10: of 500 in all and 50 for 100 households, the one that asks most binds", () => {
  const facts = {
    units: [
      community({
        setting: "urban",
        age: "new",
        households: 2000,
        listedKinds: ["party_mass_center", "community_service_center", "charity_supermarket"],
      }),
    ],
    facilities: [facility("f", "c", "community_service_center", { area: 600 })],
  };
  const { findings: all, of } = findings("duyun-2013", facts);
  expect(of("service_center.area")?.verdict).toBe("pass");
  expect(of("service_area.per_100_households")).toMatchObject({
    verdict: "fail",
    asked: { low: 1000, high: 1000 },
    shortfall: 400,
  });
  expect(bindingsOf(shipped("duyun-2013"), all)).toContainEqual(
    expect.objectContaining({
      group: "centre_area",
      unit: "c",
      requirement: "service_area.per_100_households",
      asked: 1000,
    }),
  );
});

it("A11: revocation is a parameter of each pack", () => {
  const of = (id: string) => shipped(id).parameters.find((one) => one.id === "revocation")?.default;
  expect(["jinshui-2013", "dongfeng-2015", "guanghe-2019"].map(of)).toEqual([
    "on_first_substantiated",
    "on_first_substantiated",
    "after_failed_rectification",
  ]);
});

describe("A12: 500 complies, 1000 is the city's share, three years from signature", () => {
  const city = (areas: (number | null)[], asOf: string, settings: Settings = {}) => {
    const units = [
      unit("d", { level: "district" }),
      ...areas.map((_, i) => unit(`c${i}`, { parent: "d", name: `第${i}社区`, listedKinds: ["party_mass_center"] })),
    ];
    const facilities = areas.map((m2, i) =>
      facility(`f${i}`, `c${i}`, "party_mass_center", { area: m2 === null ? null : { m2, basis: "gross" } }),
    );
    return findings("jingzhou-2016", { units, facilities }, asOf, settings);
  };
  it("none below 500", () => {
    expect(city([500, 1000, 600], "2019-09-30").of("city.below_500", "d")?.verdict).toBe("pass");
    expect(city([499.99, 1000], "2019-09-30").of("city.below_500", "d")).toMatchObject({
      verdict: "fail",
      shortfall: 1,
    });
    expect(city([499.99, 1000], "2019-09-29").of("city.below_500", "d")?.verdict).toBe("not_due");
  });
  it("30 % of 10 are 3; what nobody measured may still decide", () => {
    const areas = [1000, 1200, ...Array(8).fill(600)];
    expect(city(areas, "2019-09-30").of("city.share_1000", "d")).toMatchObject({
      verdict: "fail",
      shortfall: 1,
      evidence: ["2/10"],
    });
    expect(city([...areas.slice(0, 9), null], "2019-09-30").of("city.share_1000", "d")?.verdict).toBe("unknown");
    expect(city([...areas.slice(0, 9), 1000], "2019-09-30").of("city.share_1000", "d")?.verdict).toBe("pass");
  });
  it("is no rule for a community", () => {
    expect(shipped("jingzhou-2016").requirement.get("city.share_1000")?.level).toBe("district");
  });
  it("the day of posting is kept beside", () => {
    const posted = city([400], "2019-12-01", { target_window: "from_posting" });
    expect(posted.of("city.below_500", "d")?.verdict).toBe("not_applicable");
    expect(posted.of("city.below_500_posted", "d")).toMatchObject({ verdict: "not_due", due: "2020-04-05" });
  });
});
