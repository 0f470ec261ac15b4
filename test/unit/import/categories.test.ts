import { describe, expect, it } from "vitest";
import { loadCatalogue, parseCatalogue } from "../../../server/import/categories.ts";

const catalogue = await loadCatalogue();

function ofTags(line: string): string | null {
  return catalogue.categoryOfTags(new Map(line.split(",").map((pair) => pair.split("=") as [string, string])));
}

describe("the catalogue", () => {
  it.each([
    ["amenity=pharmacy", "pharmacy"],
    ["healthcare=pharmacy", "pharmacy"],
    ["amenity=doctors", "clinic"],
    ["amenity=clinic,name=花园路社区卫生服务中心", "community_health_center"],
    ["amenity=clinic,name=戊院社区卫生服务站", "health_room"],
    ["amenity=hospital,name=仁和门诊部", "outpatient_department"],
    ["amenity=hospital", "hospital"],
    ["amenity=school", "school"],
    ["amenity=school,name=文化路第一小学", "primary_school"],
    ["amenity=school,isced:level=2;3", "middle_school"],
    ["amenity=community_centre", "culture_center"],
    ["amenity=community_centre,name=戊院社区党群服务中心", "party_mass_center"],
    ["amenity=community_centre,name=老年活动中心", "elderly_activity_room"],
    ["amenity=social_facility,social_facility=day_care,social_facility:for=senior", "elderly_day_care"],
    ["amenity=toilets", "public_toilet"],
    ["amenity=toilets,access=customers", null],
    ["amenity=parking,access=private", null],
    ["amenity=parking,access=yes", "parking_lot"],
    ["shop=vacant", null],
    ["highway=bus_stop", "bus_stop"],
    ["name=药店", null],
  ])("%s: %s", (tags, code) => {
    expect(ofTags(tags)).toBe(code);
  });

  it("looks at values given together one by one, and tells every kind", () => {
    const tags = new Map([
      ["amenity", "atm; bank"],
      ["shop", "supermarket"],
    ]);
    expect(catalogue.categoriesOfTags(tags)).toEqual(["supermarket", "finance_outlet", "atm"]);
  });

  it("does not tell a wider word for the same tag", () => {
    expect(
      catalogue.categoriesOfTags(
        new Map([
          ["amenity", "school"],
          ["name", "实验小学"],
        ]),
      ),
    ).toEqual(["primary_school"]);
  });

  it.each([
    ["pharmacy", "pharmacy"],
    [" Pharmacy ", "pharmacy"],
    ["药店", "pharmacy"],
    ["药房", "pharmacy"],
    ["090601", "pharmacy"],
    ["090601|090602", "pharmacy"],
    ["999999|090300", "clinic"],
    ["医疗;药店", "pharmacy"],
    ["医疗保健服务;诊所;诊所", "clinic"],
    ["购物服务;超级市场;超市|生活服务;邮局", "supermarket"],
    ["ＡＴＭ", "atm"],
    ["社区便民店", "convenience_store"],
    ["社区便民服务站", "community_service_station"],
    ["社区便民生活服务站", "community_life_station"],
    ["便民服务中心", "street_service_center"],
    ["门诊部", "outpatient_department"],
    ["", null],
    ["飞机场", null],
  ])("text %j: %s", (text, code) => {
    expect(catalogue.categoryOfText(text)).toBe(code);
  });

  it("finds every category by all of its own words", () => {
    for (const { code, zh, en, amap, baidu, aliases } of catalogue.categories) {
      for (const word of [code, zh, en, ...amap, ...baidu, ...aliases])
        expect([word, catalogue.categoryOfText(word)]).toEqual([word, code]);
    }
  });

  it("holds the kinds that the programmes count", () => {
    const codes = [
      "pharmacy",
      "clinic",
      "outpatient_department",
      "hospital",
      "community_health_center",
      "convenience_store",
      "supermarket",
      "farmers_market",
      "breakfast",
      "dining",
      "barber",
      "laundry",
      "appliance_repair",
      "housekeeping",
      "telecom_service",
      "post_express",
      "recycling",
      "pet_service",
      "finance_outlet",
      "agency_service",
      "kindergarten",
      "primary_school",
      "middle_school",
      "training_institution",
      "culture_center",
      "reading_room",
      "fitness_place",
      "park",
      "elderly_day_care",
      "elderly_activity_room",
      "community_service_station",
      "police_room",
      "mediation_room",
      "disabled_rehab_station",
      "public_toilet",
      "parking_lot",
      "waste_drop_site",
      "bus_stop",
    ];
    expect(codes.filter((code) => !catalogue.byCode.has(code))).toEqual([]);
  });
});

describe("parseCatalogue", () => {
  const GROUPS = [{ code: "health", zh: "卫生", en: "Health" }];
  const one = (more: object) => ({
    code: "a",
    zh: "甲",
    en: "A",
    group: "health",
    osm: [],
    amap: [],
    baidu: [],
    aliases: [],
    ...more,
  });
  const parse = (...categories: object[]) => parseCatalogue({ groups: GROUPS, categories }, "c.json");

  it.each([
    [
      "a word of two categories",
      [one({ aliases: ["药店"] }), one({ code: "b", zh: "乙", en: "B", baidu: ["药店"] })],
      "catalogue_duplicate",
      { field: "categories[1].baidu[0] (b)", value: "药店", expected: "a" },
    ],
    ["a code given twice", [one({}), one({})], "catalogue_duplicate", { field: "categories[1].code", value: "a" }],
    [
      "an alias given twice",
      [one({ aliases: ["药店", "药店 "] })],
      "catalogue_duplicate",
      { field: "categories[0].aliases (a)" },
    ],
    [
      "an unknown group",
      [one({ group: "other" })],
      "catalogue_malformed",
      { field: "categories[0].group", value: "other", expected: "health" },
    ],
    [
      "an Amap code of five digits",
      [one({ amap: ["09060"] })],
      "catalogue_malformed",
      { field: "categories[0].amap[0]", value: "09060" },
    ],
    ["a missing name", [one({ zh: "" })], "catalogue_malformed", { field: "categories[0].zh" }],
    [
      "a matcher that asks for nothing",
      [one({ osm: [{ access: { not: ["no"] } }] })],
      "catalogue_malformed",
      { field: "categories[0].osm[0]" },
    ],
    [
      "a test of unknown form",
      [one({ osm: [{ amenity: { like: "x" } }] })],
      "catalogue_malformed",
      { field: "categories[0].osm[0].amenity" },
    ],
  ])("refuses %s", (_, categories, code, fields) => {
    expect(() => parse(...categories)).toThrow(
      expect.objectContaining({ code, fields: expect.objectContaining({ file: "c.json", ...fields }) }),
    );
  });
});
