/** What the register keeps over what the map knows: by key, by day, in any order. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFacts } from "../../../server/standards/facts/apply-facts.ts";
import type { KeptFact } from "../../../server/standards/facts/kept-fact.ts";
import { facility, register, unit } from "../../support/register.ts";

const MAP = register({
  units: [
    unit("area", { level: "district", name: "区" }),
    unit("street/1", { level: "street", parent: "area", name: "东风路街道" }),
    unit("community/1", { parent: "street/1", name: "六合苑社区" }),
  ],
  facilities: [
    facility("m", "community/1", "pharmacy", { name: "康宁药店" }),
    facility("n", "community/1", "barber", { name: "甲" }),
    facility("o", "community/1", "barber", { name: "乙" }),
  ],
});
const kept = (fact: Partial<KeptFact>): KeptFact => ({
  unit: "东风路/六合苑",
  kind: "",
  place: "",
  form: "figure",
  fact: "staff",
  since: "",
  value: 1,
  ...fact,
});
const apply = (facts: readonly KeptFact[], asOf: string | null = null) => applyFacts(MAP, { facts, asOf });

describe("a unit", () => {
  it("is the one of the map where street and name are the same", () => {
    const { units } = apply([
      kept({ fact: "households", value: 900 }),
      kept({ unit: "*", form: "mark", fact: "x", value: true }),
    ]);
    expect(units).toHaveLength(3);
    expect(units[2]).toMatchObject({ id: "community/1", households: 900 });
    expect(units[0].marks).toEqual({ x: true });
  });

  it("that the map does not show stands beside it, under its street, with the name that it was given", () => {
    const { units } = apply([
      kept({ unit: "杜岭/烟草院", form: "unit", fact: "unit", value: { name: "烟草院社区" } }),
      kept({ unit: "东风路/绿财" }),
    ]);
    expect(units.slice(3).map(({ id, level, parent, name }) => [id, level, parent, name])).toEqual([
      ["register/东风路/绿财", "community", "street/1", "绿财"],
      ["register/杜岭", "street", "area", "杜岭"],
      ["register/杜岭/烟草院", "community", "register/杜岭", "烟草院社区"],
    ]);
  });

  it("is the one that a person said a spelling means, and none other", () => {
    const facts = [kept({ unit: "东风路/六合", fact: "households", value: 5 })];
    const aliases = new Map([["东风路/六合", "东风路/六合苑"]]);
    const of = (with_: ReadonlyMap<string, string>) => applyFacts(MAP, { facts, asOf: null, aliases: with_ }).units;
    expect(of(aliases)).toHaveLength(3);
    expect(of(aliases)[2].households).toBe(5);
    expect(of(new Map())).toHaveLength(4);
    expect(of(new Map())[2].households).toBeNull();
  });
});

describe("a facility", () => {
  const told = (place: string, kind: string) =>
    apply([kept({ kind, place, form: "mark", fact: "licences", value: true })]).facilities.filter(
      ({ marks }) => marks.licences === true,
    );
  it("is the one of its name, blanks aside", () => expect(told("康宁 药店", "pharmacy")).toMatchObject([{ id: "m" }]));
  it("is the only one where no name is given", () => expect(told("", "pharmacy")).toMatchObject([{ id: "m" }]));
  it("is none of two where no name is given", () =>
    expect(told("", "barber")).toMatchObject([{ id: "community/1/barber/", name: null }]));
  it("is a new one under a name that nobody has", () =>
    expect(told("丙", "barber")).toMatchObject([{ id: "community/1/barber/丙", name: "丙", source: "table" }]));
});

describe("as of a day", () => {
  const facts = [
    kept({ value: 1 }),
    kept({ since: "2015-06-30", value: 2 }),
    kept({ since: "2015-09-01", value: 3 }),
    kept({
      kind: "stop",
      form: "acceptance",
      fact: "acceptance",
      since: "2015-06-01",
      value: { passed: false, score: 80 },
    }),
    kept({
      kind: "stop",
      form: "acceptance",
      fact: "acceptance",
      since: "2015-08-01",
      value: { passed: true, score: 90 },
    }),
  ];
  it.each([
    ["2015-06-29", 1, 1],
    ["2015-06-30", 2, 1],
    ["2015-08-31", 2, 2],
    ["2015-09-01", 3, 2],
    [null, 3, 2],
  ])("%s: the last that holds, and every inspection until then", (asOf, staff, inspections) => {
    const { units, acceptances } = apply(facts, asOf);
    expect([units[2].figures.staff, acceptances.length]).toEqual([staff, inspections]);
  });

  it("in whatever order facts are told", () => {
    const all = [
      ...facts,
      kept({ kind: "barber", place: "丙", form: "area", fact: "area", value: { m2: 5, basis: "net" } }),
      kept({ kind: "barber", place: "", form: "mark", fact: "licences", value: true }),
      kept({ unit: "杜岭/烟草院", value: 7 }),
      kept({ kind: "barber", form: "listed", fact: "listed", value: true }),
    ];
    const sorted = (list: readonly { readonly id: string }[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const wanted = apply(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const got = apply(shuffled);
        expect(sorted(got.units)).toEqual(sorted(wanted.units));
        expect(sorted(got.facilities)).toEqual(sorted(wanted.facilities));
      }),
      { numRuns: 30 },
    );
  });
});
