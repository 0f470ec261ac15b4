/** A1 … A28: each contradiction of the documents, treated as it was decided. */
import { describe, expect, it } from "vitest";
import type { FacilityFacts, Register, UnitFacts } from "../../../server/standards/facts/register.ts";
import { bindingsOf } from "../../../server/standards/findings/binding.ts";
import { evaluate } from "../../../server/standards/findings/evaluate.ts";
import { milestonesOf } from "../../../server/standards/findings/milestones.ts";
import type { Settings } from "../../../server/standards/judge/context.ts";
import { paymentsOf } from "../../../server/standards/money/pay.ts";
import { nameMatcher } from "../../../server/standards/names/match-names.ts";
import { isRetroactive, type RequirementOf } from "../../../server/standards/pack/pack.ts";
import { facility, marked, register, room, unit } from "../../support/register.ts";
import { shipped } from "../../support/standard-packs.ts";

function findings(pack: string, facts: Partial<Register>, asOf = "2020-01-01", settings: Settings = {}) {
  const all = evaluate(shipped(pack), register(facts), asOf, { settings });
  return {
    ...all,
    of: (requirement: string, unitId = "c") =>
      all.findings.find((one) => one.requirement === requirement && one.unit === unitId),
  };
}
const community = (facts: Partial<UnitFacts> = {}) => unit("c", { name: "甲社区", ...facts });
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

it("A13: new sites of one class; those within the error of positions are unknown, existing pairs no matter", () => {
  const with_ = (tooClose: number, unsure: number, checked = 4) =>
    findings("jinshui-2013", {
      units: [unit("d", { level: "district" })],
      spacing: [{ unit: "d", rule: "jinshui-2013.clinic", checked, tooClose, unsure }],
    }).of("medical_institution.clinic_spacing", "d");
  expect(with_(0, 0)?.verdict).toBe("pass");
  expect(with_(0, 1)?.verdict).toBe("unknown");
  expect(with_(2, 1)).toMatchObject({ verdict: "fail", shortfall: 2 });
  expect(with_(0, 0, 0)?.verdict).toBe("not_applicable");
});

it("A14: the share within 15 minutes is told, and judged once the district sets one", () => {
  const categories = ["community_health_center", "health_room", "outpatient_department", "clinic", "hospital"];
  const reach = [
    {
      unit: "c",
      categories,
      minutes: 15,
      metres: null,
      measured: "walk" as const,
      covered: 850,
      uncovered: 100,
      unknown: 50,
    },
  ];
  const at = (settings: Settings) =>
    findings("jinshui-2013", { units: [community()], reach }, "2020-01-01", settings).of("medical_institution.reach");
  expect(at({})).toMatchObject({
    verdict: "not_applicable",
    reason: "threshold_not_set",
    measured: { low: 0.85, high: 0.9 },
  });
  expect(at({ medical_share: 0.85 })?.verdict).toBe("pass");
  expect(at({ medical_share: 0.9 })?.verdict).toBe("unknown");
  expect(at({ medical_share: 0.91 })?.verdict).toBe("fail");
});

describe("A15: the two grants of daily life exclude each other, unless the district decides", () => {
  const facts = {
    units: [community({ marks: { circle_all_outlets: true }, listedKinds: ["community_life_station"] })],
    facilities: [facility("f", "c", "community_life_station")],
    acceptances: ["daily_life_circle", "community_life_station"].map((item) => ({
      unit: "c",
      item,
      on: "2013-12-15",
      passed: true,
      score: null,
    })),
  };
  const paid = (settings: Settings) =>
    paymentsOf(findings("jinshui-2013", facts, "2014-01-01", settings).context)
      .filter(({ subsidy, state }) => state === "owed" && /life/.test(subsidy))
      .map(({ subsidy, cny }) => [subsidy, cny]);
  it("one", () => expect(paid({})).toEqual([["community_life_station.grant", 50_000]]));
  it("both", () =>
    expect(paid({ life_grants: "both" })).toEqual([
      ["daily_life_circle.grant", 10_000],
      ["community_life_station.grant", 50_000],
    ]));
});

it("A16: two more a street in 2014: 45 in 15 streets, 49 with the two that were excepted", () => {
  const streets = Array.from({ length: 17 }, (_, i) =>
    unit(`s${i}`, {
      level: "street",
      name: i === 0 ? "杨金路" : i === 1 ? "兴达路" : `第${i}路`,
      listedKinds: ["community_life_station"],
    }),
  );
  const asked = (settings: Settings) =>
    findings("jinshui-2013", { units: streets }, "2015-01-01", settings)
      .findings.filter(
        ({ requirement, verdict }) => requirement.startsWith("community_life_station.count_2014") && verdict === "fail",
      )
      .reduce((sum, { asked: bound }) => sum + (bound?.low ?? 0), 0);
  expect(asked({})).toBe(45);
  expect(asked({ life_stations_2014: "all_streets" })).toBe(49);
});

it("A17: 10 kinds are of vegetables, 30 % is of the sales area", () => {
  const pack = shipped("dongfeng-2015");
  expect(pack.requirement.get("convenience_store.vegetable_kinds")).toMatchObject({
    figure: "vegetable_kinds",
    at_least: 10,
  });
  expect(pack.requirement.get("convenience_store.vegetable_area")).toMatchObject({
    under: { figure: "sales_area_m2" },
    at_least: 0.3,
  });
});

it("A18: a price without a survey is unknown; below the market is not at the market", () => {
  const station = (markets: number[] | null) =>
    findings("jinshui-2013", {
      units: [unit("s", { level: "street", name: "杜岭", listedKinds: ["community_life_station"] })],
      facilities: [facility("f", "s", "community_life_station")],
      prices:
        markets === null ? [] : [{ facility: "f", on: "2013-12-01", goods: [{ name: "理发", ours: 10, markets }] }],
    }).of("community_life_station.price", "s")?.verdict;
  expect([station(null), station([10, 10]), station([10, 10.2])]).toEqual(["unknown", "fail", "pass"]);
});

it("A19: training institutions by communities, over the district", () => {
  const at = (n: number) =>
    findings("jinshui-2013", {
      units: [
        unit("d", { level: "district", listedKinds: ["training_institution"] }),
        unit("c1", { parent: "d" }),
        unit("c2", { parent: "d" }),
      ],
      facilities: Array.from({ length: n }, (_, i) => facility(`t${i}`, "c1", "training_institution")),
    }).of("training_institution.ratio", "d");
  expect(at(2)?.verdict).toBe("pass");
  expect(at(1)).toMatchObject({ verdict: "fail", shortfall: 1 });
});

it("A20: satisfaction is judged by a parameter, 0.9 unless the district says otherwise", () => {
  const at = (settings: Settings) =>
    findings(
      "jinshui-2013",
      { units: [community({ figures: { satisfaction_share: 0.88 } })] },
      "2014-01-01",
      settings,
    ).of("inspection.satisfaction");
  expect(at({})?.verdict).toBe("fail");
  expect(at({ satisfaction_threshold: 0.85 })?.verdict).toBe("pass");
  expect(() => at({ satisfaction_threshold: 90 })).toThrow(
    "parameter satisfaction_threshold of pack jinshui-2013 is 90; expected 0 … 1",
  );
  expect(() => at({ satisfaction: 0.9 })).toThrow("has no parameter satisfaction");
});

it("A21: 0 of 82 services are loaded, and 27 facilities are judged meanwhile", () => {
  expect(shipped("guanghe-2019").emptySlots).toMatchObject({ stated: 82, loaded: [] });
});

it("A22: names that differ wait for a person, and the same name in two streets stays two", () => {
  const units = [
    unit("hua", { level: "street", name: "花园路街道办事处" }),
    unit("wei", { level: "street", name: "未来路街道办事处" }),
    unit("h1", { parent: "hua", name: "民航社区" }),
    unit("w1", { parent: "wei", name: "民航社区" }),
  ];
  const matcher = nameMatcher(units, [], shipped("jinshui-2013").suspectedNames);
  expect(matcher.community("花园路", "民航")).toEqual({ state: "sure", unit: "h1", by: "name" });
  expect(matcher.community("花园路", "省民航社区")).toEqual({ state: "doubtful", candidates: ["h1"] });
  // Attachment 3 names 省民航: whether that is this 民航 nobody knows, so nothing is said of it.
  const before = findings("jinshui-2013", {
    units: units.map((one) => ({ ...one, listedKinds: ["elderly_activity_room"] })),
  });
  expect(before.of("elderly_activity_room.count", "h1")).toMatchObject({
    verdict: "unknown",
    reason: "applicability_unknown",
  });
  const facts = register({ units: units.map((one) => ({ ...one, listedKinds: ["elderly_activity_room"] })) });
  const after = evaluate(shipped("jinshui-2013"), facts, "2020-01-01", {
    aliases: [{ street: "花园路", written: "省民航", unit: "h1" }],
  });
  const of = (id: string) =>
    after.findings.find((one) => one.requirement === "elderly_activity_room.count" && one.unit === id)?.verdict;
  expect([of("h1"), of("w1")]).toEqual(["fail", "not_applicable"]);
});

it("A23: three items one character apart have three grants", () => {
  const cny = (id: string) => shipped("jinshui-2013").subsidies.find((one) => one.id === id)?.payments[0].cny;
  expect(
    ["street_service_center.grant", "community_service_station.grant", "community_life_station.grant"].map(cny),
  ).toEqual([30_000, 10_000, 50_000]);
});

it("A24: a board has a face, which is in no floor area", () => {
  const facts = {
    units: [community({ listedKinds: ["affairs_board"] })],
    facilities: [facility("b", "c", "affairs_board", { figures: { board_face_m2: 4 } })],
  };
  expect(findings("jingzhou-2016", facts).of("affairs_board.face")?.verdict).toBe("pass");
  expect(findings("duyun-2013", facts).of("affairs_board.face")).toMatchObject({ verdict: "fail", shortfall: 11 });
});

it("A25: day care that runs well is paid 21 000 by the district and 9 000 by the street", () => {
  const of = (marks: Record<string, boolean>) =>
    paymentsOf(
      findings(
        "jinshui-2013",
        { units: [community()], facilities: [facility("f", "c", "elderly_day_care", { marks })] },
        "2014-01-01",
      ).context,
    ).find(({ subsidy }) => subsidy === "elderly_day_care.running");
  expect(of({ services_run_well: true })).toMatchObject({
    state: "owed",
    cny: 30_000,
    shares: [
      { payer: "district_finance", cny: 21_000 },
      { payer: "street_finance", cny: 9_000 },
    ],
  });
  expect(of({})).toMatchObject({ state: "unknown", cny: null });
  expect(of({ services_run_well: false })).toMatchObject({ state: "refused", cny: null });
});

it.each([
  [2000, 5],
  [3500, 9],
  [5000, 13],
  [800, 3],
  [1201, 4],
])("A26: %i households ask for %i full-time workers", (households, asked) => {
  const facts = (workers: number) => ({ units: [community({ households, figures: { full_time_workers: workers } })] });
  expect(findings("duyun-2013", facts(asked)).of("workers.ratio")).toMatchObject({
    verdict: "pass",
    asked: { low: asked, high: asked },
  });
  expect(findings("duyun-2013", facts(asked - 1)).of("workers.ratio")).toMatchObject({ verdict: "fail", shortfall: 1 });
});

it("A27: the work funds are yearly unless the district says once", () => {
  const paid = (settings: Settings) =>
    paymentsOf(findings("duyun-2013", { units: [community()] }, "2014-01-01", settings).context).map(
      ({ subsidy, cny, isAtLeast }) => [subsidy, cny, isAtLeast],
    );
  expect(paid({})).toEqual([["community_size.work_funds", 30_000, true]]);
  expect(paid({ work_funds_period: "once" })).toEqual([["community_size.work_funds_once", 30_000, true]]);
});

it("A28: the five programmes are historic, and say of when they are", () => {
  const dates = ["jinshui-2013", "dongfeng-2015", "guanghe-2019", "jingzhou-2016", "duyun-2013"].map((id) => [
    shipped(id).head.historic,
    shipped(id).head.document.issued,
  ]);
  expect(dates).toEqual([
    [true, "2013-09-25"],
    [true, "2015-04-10"],
    [true, "2019-06-12"],
    [true, "2016-09-29"],
    [true, "2013-08-14"],
  ]);
});

it("what is said of one facility by several kinds counts for each", () => {
  const barber: FacilityFacts = facility("b", "c", "barber", {
    also: ["contracted_outlet"],
    marks: marked("recorded_by_commerce", "service_agreement", "unified_plate", "in_ledger"),
  });
  const { of } = findings("jinshui-2013", {
    units: [community({ listedKinds: ["contracted_outlet"] })],
    facilities: [barber],
  });
  expect(of("barber.count")?.verdict).toBe("pass");
  expect(of("contracted_outlet.process")?.verdict).toBe("pass");
});
