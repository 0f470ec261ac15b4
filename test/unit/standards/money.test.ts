/** Money: ceilings as the documents state them, and sums worked out by hand; nothing on facts that nobody knows. */
import { describe, expect, it } from "vitest";
import type { Register } from "../../../server/standards/facts/register.ts";
import { evaluate } from "../../../server/standards/findings/evaluate.ts";
import { ceilingsOf } from "../../../server/standards/money/ceilings.ts";
import { paymentsOf, totalsBy } from "../../../server/standards/money/pay.ts";
import { facility, marked, register, unit } from "../../support/register.ts";
import { shipped } from "../../support/standard-packs.ts";
import { written } from "../../support/written-pack.ts";

const pay = (facts: Partial<Register>, asOf = "2014-06-01") =>
  paymentsOf(evaluate(shipped("jinshui-2013"), register(facts), asOf).context);

it.each([
  ["street_service_center.grant", 17, 30_000, 510_000],
  ["culture_center.grant", 53, 40_000, 2_120_000],
  ["elderly_day_care.one_off", 8, 100_000, 800_000],
  ["elderly_activity_room.grant", 5, 5_000, 25_000],
  ["disabled_rehab_station.grant", 28, 10_000, 280_000],
  ["youth_reading_room.grant", 43, 5_000, 215_000],
  ["security_station.grant", 67, 2_000, 134_000],
  ["police_room.grant", 67, 2_000, 134_000],
  ["patrol_team.grant", 67, 2_000, 134_000],
  ["mediation_room.grant", 67, 2_000, 134_000],
  ["volunteer_patrol.grant", 67, 1_000, 67_000],
  ["safety_volunteer_team.grant", 67, 1_000, 67_000],
  ["pharmacy.boards_grant", 436, 200, 87_200],
  ["fitness_trail.grant", 3, 30_000, 90_000],
  ["query_platform.fund", 1, 100_000, 100_000],
])("%s: %i things at %i come to %i", (subsidy, things, eachCny, totalCny) => {
  expect(ceilingsOf(shipped("jinshui-2013")).find((one) => one.subsidy === subsidy)).toMatchObject({
    things,
    eachCny,
    totalCny,
  });
});

it("no other grant has a ceiling, as the document leaves its number open", () => {
  expect(ceilingsOf(shipped("jinshui-2013"))).toHaveLength(15);
  const safety = ceilingsOf(shipped("jinshui-2013")).filter(({ things }) => things === 67);
  expect(safety.filter(({ eachCny }) => eachCny === 2_000).reduce((sum, { totalCny }) => sum + totalCny, 0)).toBe(
    536_000,
  );
  expect(safety.filter(({ eachCny }) => eachCny === 1_000).reduce((sum, { totalCny }) => sum + totalCny, 0)).toBe(
    134_000,
  );
});

describe("a culture centre of attachment 1: 40 000, if it complies and was accepted by 31 December 2013", () => {
  const facts = (on: string | null, area: number | null = 120, passed = true): Partial<Register> => ({
    units: [
      unit("d", { level: "street", name: "杜岭街道办事处" }),
      unit("c", { parent: "d", name: "八栋楼社区", listedKinds: ["culture_center"] }),
    ],
    facilities: [
      facility("f", "c", "culture_center", {
        area,
        marks: marked(
          "room_reading",
          "room_training",
          "room_culture_sharing",
          "room_arts_sports",
          "room_e_reading",
          "small_square",
        ),
      }),
    ],
    acceptances: on === null ? [] : [{ unit: "c", item: "culture_center", on, passed, score: null }],
  });
  const line = (given: Partial<Register>) => pay(given).find(({ subsidy }) => subsidy === "culture_center.grant");

  it("in time: owed by the district", () => {
    expect(line(facts("2013-12-31"))).toMatchObject({
      state: "owed",
      cny: 40_000,
      shares: [{ payer: "district_finance", cny: 40_000 }],
    });
  });
  it("a day late: refused, and says why", () => {
    expect(line(facts("2014-01-01"))).toMatchObject({
      state: "refused",
      cny: null,
      obstacles: [{ certain: true, reason: "too_late" }],
    });
  });
  it("inspected and failed: refused", () => {
    expect(line(facts("2013-12-31", 120, false))?.obstacles).toMatchObject([{ reason: "not_accepted" }]);
  });
  it("not inspected yet: waits", () => {
    expect(line(facts(null))).toMatchObject({
      state: "unknown",
      cny: null,
      obstacles: [{ certain: false, reason: "acceptance_unknown" }],
    });
  });
  it("of unknown area: waits", () => {
    expect(line(facts("2013-12-31", null))).toMatchObject({
      state: "unknown",
      obstacles: [{ reason: "requirement_unknown", about: "culture_center.area" }],
    });
  });
  it("too small: refused", () => {
    expect(line(facts("2013-12-31", 99))).toMatchObject({ state: "refused" });
  });
  it("of a community that the attachment does not name: no line at all", () => {
    const given = facts("2013-12-31");
    const units = given.units?.map((one) => (one.id === "c" ? { ...one, name: "彭公祠社区" } : one)) ?? [];
    expect(line({ ...given, units })).toBeUndefined();
  });
});

describe("a community service station: 10 000 at 90 points or more", () => {
  const station = (score: number | null) =>
    pay({
      units: [unit("c", { listedKinds: ["community_service_station"] })],
      facilities: [facility("f", "c", "community_service_station")],
      acceptances: [{ unit: "c", item: "community_service_station", on: "2013-12-01", passed: true, score }],
    }).find(({ subsidy }) => subsidy === "community_service_station.grant");
  it("90 passes", () => expect(station(90)).toMatchObject({ state: "owed", cny: 10_000 }));
  it("89.9 does not", () => expect(station(89.9)).toMatchObject({ state: "refused", cny: null }));
  it("passed without a score waits for it", () => expect(station(null)).toMatchObject({ state: "unknown" }));
});

it("a pharmacy is paid for what hangs in it: 50 + 100 of 200, and the rest waits or is refused", () => {
  const lines = pay({
    units: [unit("c")],
    facilities: [
      facility("p", "c", "pharmacy", {
        since: "2010-01-01",
        marks: { promise_board: true, expired_medicine_bin: true, supervision_board: false },
      }),
    ],
  }).filter(({ subsidy }) => subsidy === "pharmacy.boards_grant");
  expect(lines.map(({ state, cny }) => [state, cny])).toEqual([
    ["owed", 50],
    ["refused", null],
    ["owed", 100],
  ]);
});

it("a mobile team of 8: 6 bicycles at 600 and clothing for 8 at 50", () => {
  const lines = pay({
    units: [unit("s", { level: "street" }), unit("c", { parent: "s" })],
    facilities: [facility("t", "c", "volunteer_mobile_team", { since: "2013-11-01", figures: { members: 8 } })],
  }).filter(({ subsidy }) => subsidy === "volunteer_mobile_team.equipment");
  expect(lines.map(({ times, cny }) => [times, cny])).toEqual([
    [6, 3_600],
    [8, 400],
  ]);
});

it("premises: 2 000 a square metre; unknown square metres wait", () => {
  const lines = pay({
    units: [unit("a", { level: "street", figures: { premises_m2: 351.5 } }), unit("b", { level: "street" })],
  }).filter(({ subsidy }) => subsidy === "premises.grant");
  expect(lines.map(({ unit: id, state, cny }) => [id, state, cny])).toEqual([
    ["a", "owed", 703_000],
    ["b", "unknown", null],
  ]);
});

it("a team that was there before 2013 is not new; one of unknown age waits", () => {
  const lines = pay({
    units: [unit("c")],
    facilities: [
      facility("old", "c", "volunteer_patrol", { since: "2012-12-31" }),
      facility("new", "c", "volunteer_patrol", { since: "2013-10-01" }),
      facility("who", "c", "volunteer_patrol"),
    ],
  }).filter(({ subsidy }) => subsidy === "volunteer_patrol.grant");
  expect(lines.map(({ thing, state }) => [thing, state])).toEqual([
    ["old", "refused"],
    ["new", "owed"],
    ["who", "unknown"],
  ]);
});

it("a team of which only the street is known waits: no community can be paid for it", () => {
  const lines = pay({
    units: [unit("s", { level: "street" }), unit("c", { parent: "s" })],
    facilities: [facility("t", "s", "volunteer_patrol", { since: "2013-10-01" })],
  }).filter(({ subsidy }) => subsidy === "volunteer_patrol.grant");
  expect(lines).toMatchObject([
    {
      unit: "s",
      thing: "t",
      state: "unknown",
      cny: null,
      obstacles: [{ certain: false, reason: "unit_unknown", about: "community" }],
    },
  ]);
});

it("totals by item and by unit hold what is owed, and how many lines wait", () => {
  const lines = pay({
    units: [unit("a"), unit("b")],
    facilities: [
      facility("1", "a", "volunteer_patrol", { since: "2013-10-01" }),
      facility("2", "a", "police_room", { since: "2013-10-01" }),
      facility("3", "b", "police_room", { since: "2013-12-31" }),
      facility("4", "b", "police_room"),
    ],
  }).filter(({ subsidy }) => /^(volunteer_patrol|police_room)/.test(subsidy));
  expect(Object.fromEntries(totalsBy(lines, ({ item }) => item))).toEqual({
    volunteer_patrol: { owedCny: 1_000, unknownLines: 0 },
    police_room: { owedCny: 4_000, unknownLines: 1 },
  });
  expect(totalsBy(lines, ({ unit: id }) => id).get("b")).toEqual({ owedCny: 2_000, unknownLines: 1 });
});

it("where no amount is stated nothing is computed", () => {
  const lines = paymentsOf(evaluate(shipped("jingzhou-2016"), register({ units: [unit("c")] }), "2018-01-01").context);
  expect(lines.map(({ state, cny }) => [state, cny])).toEqual([["not_stated", null]]);
});

it("thirds of a sum come back to the sum, to the fen", () => {
  const pack = written(`offices:
  - {id: a, zh: 甲局, en: A}
  - {id: b, zh: 乙局, en: B}
  - {id: c, zh: 丙局, en: C}
items:
  - {id: hall, zh: 大厅, en: Hall, form: unit}
requirements: []
subsidies:
  - id: hall.grant
    zh: 补助
    en: Grant
    item: hall
    clause: 一
    payments:
      - {zh: 补助, en: Grant, basis: each, cny: 100, split: [{payer: a, share: 0.3333333333}, {payer: b, share: 0.3333333333}, {payer: c, share: 0.3333333334}]}
`);
  const [line] = paymentsOf(evaluate(pack, register({ units: [unit("u")] }), "2021-01-01").context);
  expect(line.shares.map(({ cny }) => cny)).toEqual([33.34, 33.33, 33.33]);
});
