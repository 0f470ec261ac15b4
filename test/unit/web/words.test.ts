import { expect, it } from "vitest";
import { AGE_GROUPS } from "../../../server/import/age-groups.ts";
import { OSM_REASONS } from "../../../server/import/osm/errors.ts";
import { ROW_REASONS } from "../../../server/import/reasons.ts";
import { en } from "../../../web/words/en.ts";
import { zh } from "../../../web/words/zh.ts";

const leaves = (words: object, path = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

it("both languages say every thing, with the same values in it", () => {
  const english = new Map(leaves(en));
  for (const [key, text] of leaves(zh)) {
    expect(english.get(key), key).toBeTruthy();
    expect(slots(english.get(key) ?? ""), key).toEqual(slots(text));
  }
});

it("no Chinese has strayed into English, but for the switch to it", () => {
  const strayed = leaves(en).filter(([key, text]) => /\p{Script=Han}/u.test(text) && key !== "frame.language");
  expect(strayed).toEqual([]);
});

it("every reason for refusing a row has words", () => {
  const reasons = Object.keys({ ...ROW_REASONS, ...OSM_REASONS });
  expect(reasons.filter((code) => !(code in zh.data.refusal))).toEqual([]);
});

it("every age group is named as the catalogue names it", () => {
  const named = (language: "zh" | "en") => Object.fromEntries(AGE_GROUPS.map((one) => [one.code, one[language]]));
  expect([zh.age.group, en.age.group]).toEqual([named("zh"), named("en")]);
});
