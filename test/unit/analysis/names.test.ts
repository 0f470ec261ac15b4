/** Searching names: what an official types, and a slow obvious oracle that spells out all that may be typed for a name. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fit, fitOf } from "../../../server/analysis/names/match.ts";
import { findNames, indexNames } from "../../../server/analysis/names/name-index.ts";
import { readingsOf } from "../../../server/analysis/names/readings.ts";

const NAMES = [
  "金水新村",
  "金水路",
  "重庆路",
  "银行街",
  "绿地广场",
  "第三金水小区",
  "Triq il-Ħamrija",
  "ＡＢ座 3号楼",
  "金水",
];
const index = indexNames(NAMES);
const search = (query: string) => Array.from(findNames(index, query, new Uint8Array(NAMES.length)), (i) => NAMES[i]);

describe("a name is found", () => {
  it.each([
    [
      "by its characters, the whole before the beginning before a part",
      "金水",
      ["金水", "金水路", "金水新村", "第三金水小区"],
    ],
    ["by initials", "jsxc", ["金水新村"]],
    ["by full pinyin", "jinshuixincun", ["金水新村"]],
    ["by unfinished pinyin", "jinshuil", ["金水路"]],
    ["by initials and pinyin mixed", "jshuixin", ["金水新村"]],
    ["by characters and pinyin mixed", "金水xiaoq", ["第三金水小区"]],
    ["by any reading of a character", "chongqing", ["重庆路"]],
    ["by another reading of it", "yinhang", ["银行街"]],
    ["by v for ü", "lvdi", ["绿地广场"]],
    ["by ü itself", "lüdi", ["绿地广场"]],
    ["whatever case, spaces and marks", "TRIQ IL HAM", ["Triq il-Ħamrija"]],
    ["by a part of it", "hamrija", ["Triq il-Ħamrija"]],
    ["whatever the width of its letters", "ab座3", ["ＡＢ座 3号楼"]],
  ])("%s", (_, query, found) => expect(search(query)).toEqual(found));
});

it("nothing typed, or only marks, finds nothing", () => {
  expect(search("")).toEqual([]);
  expect(search(" -·")).toEqual([]);
  expect(search("xyz")).toEqual([]);
});

it("of equal names the kind decides, then their order", () => {
  const names = indexNames(["东街", "东街", "东街", "东街口"]);
  expect([...findNames(names, "dj", Uint8Array.of(3, 1, 1, 0))]).toEqual([1, 2, 0, 3]);
});

it("takes in the whole name where it can, not the syllable that comes first", () => {
  expect(fitOf(codes("安n"), 0, 2, codes("an"), readingsOf(codes("安")))).toBe(Fit.READ_WHOLE);
});

it("finds exactly what may be typed for a name, and tells how", () => {
  const readings = readingsOf(codes("金重是安"));
  const character = fc.constantFrom("金", "重", "是", "安", "a", "n");
  const name = fc.array(character, { minLength: 1, maxLength: 4 });
  const query = fc.array(fc.constantFrom(..."jinzhongcsa", "重"), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(name, query, (characters, typed) => {
      const [letters, wanted] = [codes(characters.join("")), codes(typed.join(""))];
      expect(fitOf(letters, 0, letters.length, wanted, readings)).toBe(fitSlowly(characters, typed.join("")));
    }),
    { numRuns: 5_000 },
  );

  function fitSlowly(characters: readonly string[], typed: string): number {
    const literal = characters.join("").indexOf(typed);
    if (literal >= 0) return literal > 0 ? Fit.PART : characters.length === typed.length ? Fit.WHOLE : Fit.START;
    let best: number = Fit.NONE;
    for (let from = 0; from < characters.length; from++) {
      for (let to = from + 1; to <= characters.length; to++) {
        if (!spellings(characters.slice(from, to)).includes(typed)) continue;
        best = Math.min(best, from > 0 ? Fit.READ_PART : to === characters.length ? Fit.READ_WHOLE : Fit.READ_START);
      }
    }
    return best;
  }

  /** All that may be typed for these characters, the last syllable cut anywhere. */
  function spellings([first, ...rest]: readonly string[]): string[] {
    const read = readings.of[first.charCodeAt(0)] ?? [];
    if (rest.length === 0) return [first, ...read.flatMap((one) => [...one].map((_, k) => one.slice(0, k + 1)))];
    const heads = [first, ...read.flatMap((one) => [one, one[0], ...(/^[zcs]h/.test(one) ? [one.slice(0, 2)] : [])])];
    return heads.flatMap((head) => spellings(rest).map((tail) => head + tail));
  }
});

function codes(text: string): Uint16Array {
  return Uint16Array.from(text, (letter) => letter.charCodeAt(0));
}
