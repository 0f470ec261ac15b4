/** Names of places: what is sure, what waits for a person, and what is never merged. */
import { describe, expect, it } from "vitest";
import { mayBeOne, nameMatcher } from "../../../server/standards/names/match-names.ts";
import { normaliseName } from "../../../server/standards/names/normalise.ts";
import { unit } from "../../support/register.ts";
import { shipped } from "../../support/standard-packs.ts";

it.each([
  ["杜 岭街道办事处", "杜岭"],
  ["丰乐 花苑社区", "丰乐花苑"],
  ["丰乐\n花苑社区", "丰乐花苑"],
  ["水晶城社区居委会", "水晶城"],
  ["未来路街道", "未来路"],
  ["ＡＢ苑社区", "ab苑"],
  ["社区", "社区"],
  ["街道办事处", "街道办事处"],
])("%j is compared as %s", (written, name) => {
  expect(normaliseName(written)).toBe(name);
});

describe("names that may be one", () => {
  it.each([
    ["省民航", "民航"],
    ["省银行", "银行"],
    ["省供销", "供销社"],
    ["国泰花园", "国泰"],
    ["金印阳光城", "金印阳光"],
    ["泰和", "泰和园"],
    ["紫荆山路", "紫荆山"],
    ["民航路", "民航"],
    ["北林路", "北林"],
  ])("%s and %s", (a, b) => {
    expect(mayBeOne(a, b)).toBe(true);
    expect(mayBeOne(b, a)).toBe(true);
  });
  it.each([
    ["康复", "燕庄"],
    ["同乐", "康乐"],
    ["园田", "田"],
    ["民航", "民航"],
  ])("%s and %s are not a doubt", (a, b) => {
    expect(mayBeOne(a, b)).toBe(false);
  });
});

const UNITS = [
  unit("jing", { level: "street", name: "经八路街道办事处" }),
  unit("bei", { level: "street", name: "北林路街道办事处" }),
  unit("guang1", { parent: "jing", name: "广电社区" }),
  unit("guang2", { parent: "bei", name: "广电社区" }),
  unit("guo", { parent: "bei", name: "国泰花园社区" }),
];

describe("matching", () => {
  const matcher = nameMatcher(UNITS, []);
  it("takes street and name together", () => {
    expect(matcher.community("经八路", "广 电")).toEqual({ state: "sure", unit: "guang1", by: "name" });
    expect(matcher.community("北林路街道办事处", "广电社区")).toEqual({ state: "sure", unit: "guang2", by: "name" });
  });
  it("without a street, a name that two have is doubtful", () => {
    expect(matcher.community(null, "广电")).toEqual({ state: "doubtful", candidates: ["guang1", "guang2"] });
  });
  it("a likeness is doubtful, and never across streets", () => {
    expect(matcher.community("北林路", "国泰")).toEqual({ state: "doubtful", candidates: ["guo"] });
    expect(matcher.community("经八路", "国泰")).toEqual({ state: "missing" });
  });
  it("an exact name under a doubtful street stays doubtful", () => {
    expect(matcher.street("北林街道办事处")).toEqual({ state: "doubtful", candidates: ["bei"] });
    expect(matcher.community("北林街道办事处", "广电社区")).toEqual({ state: "doubtful", candidates: ["guang2"] });
  });
  it("a street that is not there has no communities", () => {
    expect(matcher.community("丰产路", "广电")).toEqual({ state: "missing" });
  });
});

it("what a person confirmed is sure; what a person denied is none", () => {
  const aliases = [
    { street: null, written: "北林街道办事处", unit: "bei" },
    { street: "北林路", written: "国泰", unit: "guo" },
    { street: "北林路", written: "国泰花圃", unit: null },
  ];
  const matcher = nameMatcher(UNITS, aliases);
  expect(matcher.community("北林街道办事处", "广电")).toEqual({ state: "sure", unit: "guang2", by: "name" });
  expect(matcher.community("北林路", "国泰社区")).toEqual({ state: "sure", unit: "guo", by: "alias" });
  expect(matcher.community("北林路", "国泰花圃")).toEqual({ state: "missing" });
});

describe("the five attachments", () => {
  const pack = shipped("jinshui-2013");
  const lists = [...pack.taskLists.values()];
  const pairs = lists.flatMap(({ streets }) =>
    streets.flatMap(({ street, communities }) => communities.map((name) => [street, name] as const)),
  );

  it("53 + 8 + 5 + 28 + 43 are 137 tasks", () => {
    expect(lists.map(({ total }) => total)).toEqual([53, 8, 5, 28, 43]);
    expect(pairs).toHaveLength(137);
    expect(lists.map(({ streets }) => streets.length)).toEqual([13, 6, 2, 15, 13]);
  });

  it("name 15 streets, one of them also without its 路", () => {
    const streets = new Set(pairs.map(([street]) => normaliseName(street)));
    expect(streets.size).toBe(16);
    streets.delete("北林");
    expect(streets.size).toBe(15);
  });

  it("have 103 names by street, and 95 if all eight suspected pairs are one", () => {
    const street = (name: string) => (normaliseName(name) === "北林" ? "北林路" : normaliseName(name));
    const keys = new Set(pairs.map(([where, name]) => `${street(where)}/${normaliseName(name)}`));
    expect(keys.size).toBe(103);
    expect(pack.suspectedNames).toHaveLength(8);
    for (const { street: where, names } of pack.suspectedNames) expect(keys.delete(`${where}/${names[1]}`)).toBe(true);
    expect(keys.size).toBe(95);
  });

  it("the communities of 东风路 that both papers name are 16 of the 17 it counts", () => {
    const named = new Set(
      pairs.filter(([street]) => normaliseName(street) === "东风路").map(([, name]) => normaliseName(name)),
    );
    for (const { applies } of shipped("dongfeng-2015").requirements)
      for (const name of applies?.only ?? []) named.add(name);
    expect(named.add("大河春天").size).toBe(16);
  });
});
