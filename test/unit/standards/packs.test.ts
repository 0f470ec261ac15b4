/** The packs that ship: every item of every programme carried by a rule with its clause, and every contradiction treated. */
import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { PACKS_FOLDER, packNamed } from "../../../server/analysis/standard-packs.ts";
import { isVerified } from "../../../server/standards/pack/pack.ts";
import { shipped, shippedPacks, toldShortly } from "../../support/standard-packs.ts";
import { WALK_THROUGH } from "../../support/walk-through.ts";

const PROGRAMMES = ["jinshui-2013", "dongfeng-2015", "guanghe-2019", "jingzhou-2016", "duyun-2013"];
const NATIONAL = ["gb50180-2018", "mofcom-circle", "complete-community"];

/** Items as the documents name and count them; names apart where one pack calls them otherwise. */
const NAMED: Readonly<Record<string, readonly (readonly [what: string, count: number, items: string])[]>> = {
  "jinshui-2013": [
    ["政务", 2, "street_service_center community_service_station"],
    ["生活", 4, "daily_life_circle community_life_station contracted_outlet query_platform"],
    [
      "生活服务圈十一类",
      11,
      "convenience_store appliance_repair housekeeping breakfast agency_service telecom_service post_express laundry barber recycling pet_service",
    ],
    ["卫生", 3, "medical_institution area_doctor_team pharmacy"],
    ["文化教育", 5, "culture_center kindergarten training_institution fitness_place pocket_park_seating"],
    [
      "公益",
      6,
      "elderly_day_care elderly_activity_room volunteer_station disabled_rehab_station youth_reading_room volunteer_mobile_team",
    ],
    [
      "治安",
      7,
      "security_station police_room patrol_team patrol_room mediation_room volunteer_patrol safety_volunteer_team",
    ],
    ["用房、宣传、验收", 3, "premises publicity inspection"],
  ],
  "dongfeng-2015": [
    ["一中心", 1, "culture_center"],
    ["三站", 3, "gov_service_station security_station volunteer_station"],
    ["三室", 3, "mediation_room police_room patrol_room"],
    [
      "十网点",
      10,
      "convenience_store breakfast barber laundry pharmacy finance_outlet appliance_repair post_express housekeeping recycling",
    ],
    ["自选", 5, "elderly_day_care community_life_station disabled_rehab_station fitness_place unmanaged_compound_pm"],
    ["目标", 1, "programme"],
  ],
  "guanghe-2019": [
    ["一校", 1, "school"],
    ["二栏", 2, "publicity_board affairs_board"],
    ["四场", 4, "farmers_market parking_lot public_toilet waste_drop_site"],
    ["五室", 5, "committee_office reading_room police_room mediation_room health_room"],
    [
      "六中心",
      6,
      "community_service_center party_mass_center indoor_activity_center outdoor_sports_center culture_center elderly_day_care",
    ],
    [
      "九网点",
      9,
      "dining convenience_store barber laundry pharmacy finance_outlet post_outlet housekeeping telecom_service",
    ],
    ["六大类", 6, "gov_hall outlets health_service culture_sports safety welfare"],
    ["机制", 3, "survey provider mechanism"],
  ],
  "jingzhou-2016": [
    ["中心", 1, "party_mass_center"],
    [
      "办公类",
      9,
      "service_hall mediation_room police_room family_planning_room social_work_room charity_store_room community_office auxiliary_rooms affairs_board",
    ],
    [
      "活动类",
      8,
      "deliberation_room party_activity_room social_org_room sports_culture_room reading_room disabled_rehab_room outdoor_square accessible_toilet",
    ],
    ["匾牌、管理、功能、审批、督查、全市目标", 6, "signs daily_management functions plan_approval supervision city"],
  ],
  "duyun-2013": [
    ["一厅一场", 2, "service_hall outdoor_ground"],
    [
      "八室",
      8,
      "multi_function_room health_fp_room police_room mediation_room sports_culture_room office disaster_room reading_room",
    ],
    ["二栏一超市", 3, "publicity_board affairs_board charity_supermarket"],
    ["中心、十个一", 2, "service_center ten_ones"],
    ["配比", 4, "service_area new_compound workers community_size"],
    [
      "组织、制度、农村、目标",
      8,
      "organisation mechanisms volunteers social_organisations rural_stations rural_infrastructure rural_rollout city",
    ],
  ],
};

it("ships five programmes and three national packs", () => {
  expect([...shippedPacks.keys()]).toEqual([...PROGRAMMES, ...NATIONAL].sort());
});

describe.each([...PROGRAMMES, ...NATIONAL])("%s", (id) => {
  const pack = shipped(id);
  const rows = [...pack.items.keys()].map((item) => {
    const requirements = pack.requirements.filter((requirement) => requirement.item === item).map(toldShortly);
    const money = pack.subsidies.filter((subsidy) => subsidy.item === item);
    return `${item}: ${[...requirements, ...money.map((subsidy) => `¥${subsidy.id.split(".").slice(1).join(".")}`)].join(" ")}`;
  });

  it("asks of each item what the walk through its document found, and nothing else", () => {
    expect(rows).toEqual(WALK_THROUGH[id].trim().split("\n"));
  });

  it("has no item without a rule, and no rule without a clause and words in both languages", () => {
    expect(rows.filter((row) => row.endsWith(": "))).toEqual([]);
    for (const { clause, title } of pack.requirements) {
      expect(clause).not.toBe("");
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(title.en).toMatch(/^[^\u4e00-\u9fff]+$/);
    }
    for (const { clause } of pack.subsidies) expect(clause).not.toBe("");
  });

  it("names requirements after their items, so that a message says which is meant", () => {
    expect(pack.requirements.filter((one) => !one.id.startsWith(`${one.item}.`)).map((one) => one.id)).toEqual([]);
  });
});

describe.each(Object.entries(NAMED))("%s as its document counts", (id, groups) => {
  it.each(groups)("%s: %i", (_, count, names) => {
    const items = names.split(" ");
    expect(items).toHaveLength(count);
    for (const item of items) expect(WALK_THROUGH[id]).toContain(`\n${item}: `);
  });
});

it("the counts of the slogans come out: 17, 27, 13, 10", () => {
  const sum = (id: string, ...whats: string[]) =>
    NAMED[id].filter(([what]) => whats.includes(what)).reduce((total, [, count]) => total + count, 0);
  expect(sum("dongfeng-2015", "一中心", "三站", "三室", "十网点")).toBe(17);
  expect(sum("guanghe-2019", "一校", "二栏", "四场", "五室", "六中心", "九网点")).toBe(27);
  expect(sum("duyun-2013", "一厅一场", "八室", "二栏一超市")).toBe(13);
  const ten = shipped("duyun-2013").requirement.get("ten_ones.list");
  expect(ten?.kind === "checklist" && ten.entries.length).toBe(10);
});

it("every contradiction A1 … A28 is treated in some pack", () => {
  const treated = new Set([...shippedPacks.values()].flatMap(({ ambiguities }) => ambiguities.map(({ id }) => id)));
  expect([...Array(28).keys()].map((i) => `A${i + 1}`).filter((id) => !treated.has(id))).toEqual([]);
});

it("values nobody checked are told as such: all of GB 50180 but four, and two leads of 2020", () => {
  const unverified = (id: string) => shipped(id).requirements.filter(({ evidence }) => !isVerified(evidence));
  for (const id of PROGRAMMES) expect(unverified(id)).toEqual([]);
  const gb = shipped("gb50180-2018");
  expect(gb.requirements.filter(({ evidence }) => isVerified(evidence)).map(({ id }) => id)).toEqual([
    "health_room.area",
    "elderly_day_care.area",
    "circle_size.residents",
    "circle_size.dwellings",
  ]);
  expect(unverified("complete-community").map(({ item }) => item)).toEqual([
    "post_express",
    "other_shops",
    "activity_ground",
    "utilities",
    "community_size",
  ]);
});

it("those responsible are bodies", () => {
  const names = [...shippedPacks.values()].flatMap(({ offices }) => offices.map(({ zh }) => zh));
  const body = /(局|办|委|所|部|中心|联|街道|社区|政府|财政|资金|部门|科|分局|办事处)/;
  expect(names.filter((name) => !body.test(name))).toEqual([]);
});

it("the facts that all packs share have one Chinese name each", () => {
  const names = [...shipped("jinshui-2013").terms.values()].map(({ zh }) => zh);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

it("distance rules that packs name are among those that ship", async () => {
  const folder = `${PACKS_FOLDER}/spacing`;
  const texts = await Promise.all((await readdir(folder)).map((file) => readFile(`${folder}/${file}`, "utf8")));
  const rules = new Set(texts.flatMap((text) => [...text.matchAll(/^ {2}- id: (\S+)$/gm)].map(([, id]) => id)));
  const named = [...shippedPacks.values()].flatMap(({ requirements }) =>
    requirements.flatMap((one) => (one.kind === "spacing" ? [one.rule] : [])),
  );
  expect(named).toHaveLength(2);
  expect(named.filter((id) => !rules.has(id))).toEqual([]);
});

it("an unknown pack is told with those there are", () => {
  expect(() => packNamed(shippedPacks, "jinshui")).toThrow("there is no pack jinshui; there are: complete-community,");
});
