import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DomainError } from "../../../server/base/errors.ts";
import { readRules } from "../../../server/spacing/read-rules.ts";
import { isInForce } from "../../../server/spacing/rule.ts";
import { sharedStandard } from "../../support/shared-data.ts";

const shipped = (name: string) =>
  readFileSync(new URL(`../../../data/standards/spacing/${name}`, import.meta.url), "utf8");
const isCategory = (code: string) => ["clinic", "outpatient_department", "pharmacy", "kindergarten"].includes(code);

describe("rules that ship", () => {
  it("say what the district's paper says, word for word", () => {
    const rules = readRules(shipped("jinshui-2013.yaml"), "jinshui-2013.yaml", isCategory);
    expect(rules.map(({ sameClass, leastM, measure }) => [sameClass, leastM, measure])).toEqual([
      [["clinic"], 500, "straight_line"],
      [["outpatient_department"], 1000, "straight_line"],
    ]);
    const words: Record<string, string> = { clinic: "诊所", outpatient_department: "门诊部" };
    const paper = sharedStandard("documents/001_994f70f75e14d19d.txt");
    for (const { source, sameClass, leastM, validFrom, binds } of rules) {
      const stated = new RegExp(`${words[sameClass[0]]}之间(直线距离)不少于 (\\d+) 米`).exec(source.quote!);
      expect(Number(stated?.[2])).toBe(leastM);
      expect([validFrom, binds, source.number]).toEqual(["2013-09-25", "new_sites", "金政〔2013〕86号"]);
      if (paper !== null) expect(readFileSync(paper, "utf8")).toContain(source.quote);
    }
  });

  it("keep what was repealed elsewhere, on its days", () => {
    const rules = readRules(shipped("history.yaml"), "history.yaml", isCategory);
    const [beijing, shanghai, nanhai] = rules;
    expect(rules.every(({ use }) => use === "when_named")).toBe(true);
    expect([beijing.leastM, shanghai.leastM, nanhai.leastM, nanhai.measure]).toEqual([350, 300, 300, "walking"]);
    expect(isInForce(shanghai, "2021-02-26")).toBe(true);
    expect(isInForce(shanghai, "2021-02-27")).toBe(false);
    expect(nanhai.sameClass).toEqual(["clinic", "outpatient_department"]);
  });
});

const GOOD = `rules:
  - id: test
    title: { zh: 试, en: test }
    jurisdiction: { zh: 某地, en: somewhere }
    use: by_default
    same_class: [clinic]
    least_distance_m: 500
    measure: straight_line
    from: entrance
    to: entrance
    binds: new_sites
    valid: { from: 2013-09-25, until: 2013-09-30 }
    evidence: S
    source: { title: { zh: 试, en: test } }
`;

describe("a faulty file is refused with its line and place", () => {
  it("takes a good one", () => {
    expect(readRules(GOOD, "a.yaml", isCategory)).toHaveLength(1);
  });

  it.each([
    ["an unknown class", "[clinic]", "[clinik]", 6, "rules[0].same_class", "clinik"],
    ["a distance in words", "500", "五百", 7, "rules[0].least_distance_m", "五百"],
    ["a distance of nothing", "500", "0", 7, "rules[0].least_distance_m", "0"],
    ["an unknown measure", "straight_line", "as_the_crow_flies", 8, "rules[0].measure", "as_the_crow_flies"],
    ["a day that the calendar lacks", "2013-09-25", "2013-02-30", 12, "rules[0].valid.from", "2013-02-30"],
    ["an end before the start", "2013-09-30", "2013-09-24", 12, "rules[0].valid.until", "2013-09-24"],
    ["a field that nobody reads", "binds:", "bind:", 11, "rules[0].bind", "bind"],
    ["a missing translation", "zh: 试, en: test }", "zh: 试 }", 3, "rules[0].title.en", "—"],
    ["no YAML", "title: {", "title: }{", 3, "YAML", null],
    [
      "both kinds of classes",
      "use: by_default",
      "between: { one: [clinic], other: [pharmacy] }\n    use: by_default",
      7,
      "rules[0].same_class",
      "same_class, between",
    ],
    ["an id with blanks", "id: test", "id: my test", 2, "rules[0].id", "my test"],
  ])("%s", (_, from, to, line, place, value) => {
    let caught: unknown = null;
    try {
      readRules(GOOD.replace(from, to), "a.yaml", isCategory);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(DomainError);
    const { code, fields, words } = caught as DomainError;
    expect(code).toBe("rules_faulty");
    expect(fields).toMatchObject({ file: "a.yaml", line, place, ...(value === null ? {} : { value }) });
    expect(words.zh).toContain(`第 ${line} 行`);
  });

  it("an id twice", () => {
    expect(() => readRules(GOOD + GOOD.replace("rules:\n", ""), "a.yaml", isCategory)).toThrow(
      /line 15.*rules\[1\]\.id/,
    );
  });
});
