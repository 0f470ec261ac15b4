/** Packs that are wrong: refused whole, with line, column and path of every fault. */
import { describe, expect, it } from "vitest";
import { packOf, readPack } from "../../../server/standards/pack/read-pack.ts";
import { faultsOf, HEAD, written } from "../../support/written-pack.ts";

const ITEM = "items:\n  - {id: hall, zh: 大厅, en: Hall}\n";
const requirement = (rest: string) =>
  `requirements:\n  - {id: hall.one, item: hall, clause: 一, strength: must, ${rest}}\n`;

it("a pack that is right is read, defaults said", () => {
  const pack = written(`${ITEM}${requirement("kind: count, at_least: 1, due: 2020年底")}`);
  expect(pack.requirements[0]).toMatchObject({
    level: "community",
    title: { zh: "大厅", en: "Hall" },
    due: "2020-12-31",
    from: null,
    milestones: [],
    evidence: "original",
  });
  expect(pack.items.get("hall")).toMatchObject({ kinds: ["hall"], form: "facility" });
});

describe("is refused", () => {
  it.each([
    [
      "a kind that is not known",
      requirement("kind: counts, at_least: 1"),
      "4:59 requirements.0.kind pack_kind_unknown counts",
    ],
    [
      "a member that is not known",
      requirement("kind: count, at_least: 1, atmost: 2"),
      "pack_shape unknown member atmost",
    ],
    ["text for a number", requirement("kind: count, at_least: 一处"), "requirements.0.at_least pack_shape 一处"],
    ["a number that is missing", requirement("kind: count"), "requirements.0 pack_shape"],
    [
      "a strength that is none",
      `requirements:\n  - {id: hall.one, item: hall, clause: 一, strength: should, kind: count, at_least: 1}\n`,
      "requirements.0.strength pack_shape should",
    ],
    [
      "an empty clause",
      `requirements:\n  - {id: hall.one, item: hall, clause: "", strength: must, kind: count, at_least: 1}\n`,
      "requirements.0.clause pack_shape ",
    ],
    [
      "an item that is not defined",
      `requirements:\n  - {id: a.one, item: a, clause: 一, strength: must, kind: count, at_least: 1}\n`,
      "requirements.0.item pack_reference a",
    ],
    [
      "a fact that has no name",
      requirement("kind: checklist, entries: [lamp]"),
      "requirements.0.entries.0 pack_reference lamp",
    ],
    [
      "a parameter that is not defined",
      requirement("kind: count, at_least: {parameter: many}"),
      "requirements.0.at_least.parameter pack_reference many",
    ],
    [
      "a list that is not defined",
      requirement("kind: count, at_least: 1, applies: {list: att_9}"),
      "requirements.0.applies.list pack_reference att_9",
    ],
    [
      "a day that no calendar has",
      requirement("kind: count, at_least: 1, due: 2021-02-29"),
      "requirements.0.due pack_date 2021-02-29",
    ],
    [
      "a month that no year has",
      requirement("kind: count, at_least: 1, due: 2021年13月底"),
      "requirements.0.due pack_date 2021年13月底",
    ],
    [
      "more at least than at most",
      requirement("kind: floor_area, at_least: 100, at_most: 50"),
      "requirements.0.at_most pack_contradiction at most 50",
    ],
    [
      "due before it is in force",
      requirement("kind: count, at_least: 1, from: 2021-01-01, due: 2020年底"),
      "requirements.0.due pack_contradiction due 2020-12-31",
    ],
    [
      "no bound at all",
      requirement("kind: floor_area"),
      "requirements.0.kind pack_contradiction floor_area without a bound",
    ],
    [
      "minutes and metres at once",
      requirement("kind: reach, categories: [pharmacy], minutes: 15, metres: 500"),
      "requirements.0.metres pack_contradiction minutes and metres",
    ],
    [
      "milestones that fall",
      requirement(
        "kind: count, at_least: 1, milestones: [{by: 2020年6月底, share: 0.8}, {by: 2020年7月底, share: 0.6}]",
      ),
      "requirements.0.milestones.1 pack_contradiction 0.6 by 2020-07-31",
    ],
  ])("%s", (_, text, fault) => {
    const faults = faultsOf(ITEM + text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
    expect(readPack([{ file: "p", text: HEAD + ITEM + text }]).pack).toBeNull();
  });

  it("two items of one id, with the place of the first", () => {
    expect(faultsOf(`${ITEM}  - {id: hall, zh: 厅, en: Room}\n`)).toEqual(["3:6 items.1.id pack_duplicate hall"]);
  });

  it("two facts of one Chinese name, as a register could not tell them apart", () => {
    const text =
      "terms:\n  - {id: a, zh: 长椅, en: Bench, form: mark}\n  - {id: b, zh: 长椅, en: Benches, form: figure}\n";
    expect(faultsOf(text)).toEqual(["3:13 terms.1.zh pack_duplicate 长椅"]);
  });

  it("items that are the same as each other in a circle", () => {
    const text =
      "items:\n  - {id: a, zh: 甲, en: A, same_as: b}\n  - {id: b, zh: 乙, en: B, same_as: c}\n  - {id: c, zh: 丙, en: C, same_as: a}\n";
    expect(faultsOf(text)).toEqual(["4:27 items.2.same_as pack_cycle a → b → c → a"]);
  });

  it("requirements that count each other in a circle", () => {
    const share = (id: string, other: string) =>
      `  - {id: hall.${id}, item: hall, clause: 一, strength: must, level: street, kind: share, units: community, share_at_least: 1, where: {requirement: hall.${other}}}\n`;
    expect(faultsOf(`${ITEM}requirements:\n${share("a", "b")}${share("b", "a")}`)[0]).toContain(
      "pack_cycle hall.a → hall.b → hall.a",
    );
  });

  it("a task list whose rows do not come to its total, or whose names do not come to its row", () => {
    const list = (count: number, total: number) =>
      `${ITEM}task_lists:\n  - {id: att_1, zh: 附件, en: Attachment, item: hall, clause: 附件1, total: ${total}, streets: [{street: 甲街, count: ${count}, communities: [一, 二]}]}\n`;
    expect(faultsOf(list(2, 2))).toEqual([]);
    expect(faultsOf(list(2, 3))[0]).toContain("task_lists.0.total pack_contradiction 3");
    expect(faultsOf(list(3, 3))[0]).toContain("task_lists.0.streets.0.count pack_contradiction 3");
  });

  it("money that is shared out to more or less than all of it, and an amount without a sum", () => {
    const grant = (payment: string) =>
      `${ITEM}offices:\n  - {id: a, zh: 甲局, en: A}\n  - {id: b, zh: 乙局, en: B}\nsubsidies:\n  - {id: hall.grant, zh: 补助, en: Grant, item: hall, clause: 一, payments: [{zh: 补助, en: Grant, ${payment}}]}\n`;
    expect(faultsOf(grant("basis: each, cny: 10, split: [{payer: a, share: 0.7}, {payer: b, share: 0.3}]"))).toEqual(
      [],
    );
    expect(
      faultsOf(grant("basis: each, cny: 10, split: [{payer: a, share: 0.7}, {payer: b, share: 0.2}]"))[0],
    ).toContain("pack_contradiction shares of 0.8999");
    expect(faultsOf(grant("basis: each"))[0]).toContain("pack_contradiction no amount");
    expect(faultsOf(grant("basis: not_stated, cny: 10"))[0]).toContain("pack_contradiction an amount");
    expect(faultsOf(grant("basis: per_m2, cny: 2000"))[0]).toContain("pack_contradiction nothing to multiply");
  });

  it("a default that its parameter does not allow", () => {
    expect(faultsOf("parameters:\n  - {id: p, zh: 参数, en: P, default: 2, maximum: 1}\n")[0]).toContain(
      "parameters.0.default pack_contradiction 2",
    );
  });

  it("a pack without a head, or with two", () => {
    expect(faultsOf(ITEM, "")[0]).toContain("pack_shape no member pack");
    const two = readPack([
      { file: "a.yaml", text: HEAD },
      { file: "b.yaml", text: HEAD },
    ]);
    expect(two.faults?.map(({ message }) => message)).toEqual([
      "b.yaml, line 1, column 1 (pack): pack is already defined at a.yaml pack",
    ]);
  });

  it("an end before the beginning", () => {
    const head = HEAD.replace("{from: 2020-06-01}", "{from: 2020-06-01, to: 2020-05-31}");
    expect(faultsOf("", head)).toEqual(["-1:32 pack.validity.to pack_contradiction to 2020-05-31"]);
  });
});

describe("YAML beyond its plain part is refused", () => {
  it.each([
    ["a circle of anchors", "items: &all\n  - *all\n", "&all"],
    ["an alias", "groups:\n  - &g {id: a, zh: 甲, en: A}\nitems:\n  - *g\n", "&g"],
    ["a tag", "items: !!set {}\n", null],
    ["a local tag", "items: !mine []\n", "!mine"],
    ["one key twice", "items: []\nitems: []\n", "Map keys must be unique"],
    ["a quote left open", 'items: "\n', "Missing closing"],
  ])("%s", (_, text, told) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    if (told !== null) expect(faults[0]).toContain(told);
  });

  it("two documents in one file", () => {
    expect(faultsOf("---\nitems: []\n")[0]).toContain("2 documents");
  });
});

it("all faults are told at once, and the first is thrown", () => {
  const text = `${ITEM}requirements:
  - {id: hall.a, item: hall, clause: 一, strength: must, kind: count, at_least: 1, due: 2020年2月30日}
  - {id: hall.b, item: hal, clause: 一, strength: must, kind: count, at_least: 1}
`;
  expect(faultsOf(text)).toHaveLength(2);
  expect(() => packOf([{ file: "test/pack.yaml", text: HEAD + text }])).toThrow(
    /test\/pack\.yaml, line 12, column 18 \(requirements\.1\.item\): hal is not defined/,
  );
});

it("a message is told in Chinese too", () => {
  const { faults } = readPack([{ file: "p.yaml", text: `${HEAD}${ITEM}${requirement("kind: counts, at_least: 1")}` }]);
  expect(faults?.[0].words.zh).toMatch(
    /^p\.yaml 第 11 行第 \d+ 列（requirements\.0\.kind）：没有“counts”这种要求。可用：count, reach/,
  );
});
