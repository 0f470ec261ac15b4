import { describe, expect, it } from "vitest";
import type { Matrix } from "../../../../server/api/schemas/standard-views.ts";
import { ALL, askedIn, groupChoices, shapeOf, tallyOf, WHOLE } from "../../../../web/pages/standards/matrix-shape.ts";

const NONE = { pass: 0, fail: 0, unknown: 0, not_applicable: 0, waived: 0, not_due: 0 };
const cell = (verdict: "pass" | "fail" | "unknown", binds = true) => ({
  verdict,
  tally: { ...NONE, [verdict]: 1 },
  binds,
  lateDays: null,
});
const item = (id: string, group: string, form: "facility" | "unit" = "facility") => ({
  id,
  name: { zh: id, en: id },
  group,
  form,
  clause: null,
  lead: [],
  unverified: 0,
});
const place = (id: string, street: string | null, level: "community" | "street" | "district" = "community") => ({
  id,
  name: id,
  level,
  street,
});

/** Two streets, one community of none; a facility, an encouraged one, and work of the community as such. */
const MATRIX: Matrix = {
  asOf: "2020-01-01",
  pins: {} as Matrix["pins"],
  verdicts: {},
  items: [item("shop", "must"), item("pet", "may"), item("ledger", "must", "unit")],
  rows: [
    { unit: place("区", null, "district"), cells: [null, null, cell("unknown")] },
    { unit: place("东", null, "street"), cells: [null, null, cell("fail")] },
    { unit: place("甲", "东"), cells: [cell("pass"), cell("fail", false), cell("pass")] },
    { unit: place("乙", "东"), cells: [cell("fail"), cell("pass", false), null] },
    { unit: place("丙", "西"), cells: [cell("unknown"), null, null] },
    { unit: place("丁", null), cells: [cell("pass"), null, null] },
  ],
  totals: ["东", "西"]
    .map((name) => ({
      unit: place(name, null, "street" as const),
      communities: 1,
      tallies: [null, null, null],
      all: NONE,
    }))
    .concat({ unit: place("区", null, "district") as never, communities: 4, tallies: [null, null, null], all: NONE }),
};
const names = (shape: ReturnType<typeof shapeOf>) =>
  shape.sections.map(({ street, rows }) => [street, rows.map(({ unit }) => unit.name).join("")]);

describe("the matrix as it is drawn", () => {
  it("offers the groups that have items, the community as such, and all", () => {
    const groups = ["must", "may", "empty"].map((id) => ({ id, name: { zh: id, en: id }, clause: null }));
    expect(groupChoices(MATRIX, groups).map(({ id, items }) => [id, items])).toEqual([
      ["must", 1],
      ["may", 1],
      [WHOLE, 1],
      [ALL, 3],
    ]);
  });

  it("has rows by street, those of none last", () => {
    const shape = shapeOf(MATRIX, "must", null);
    expect(shape.columns.map(({ at }) => at)).toEqual([0]);
    expect(names(shape)).toEqual([
      ["东", "甲乙"],
      ["西", "丙"],
      [null, "丁"],
    ]);
    expect([shape.own, shape.total?.unit.name]).toEqual([null, "区"]);
  });

  it("shows a street and the district itself where something is asked of them", () => {
    const shape = shapeOf(MATRIX, WHOLE, null);
    expect([shape.own?.unit.name, shape.sections[0].own?.unit.name]).toEqual(["区", "东"]);
  });

  it("leaves rows and columns where a verdict occurs", () => {
    const shape = shapeOf(MATRIX, ALL, "fail");
    expect(shape.columns.map(({ item: { id } }) => id)).toEqual(["shop", "pet", "ledger"]);
    expect(names(shape)).toEqual([["东", "甲乙"]]);
    expect(shapeOf(MATRIX, "may", "unknown").sections).toEqual([]);
  });

  it("counts what binds, and what does not apply in no share", () => {
    const { columns, sections } = shapeOf(MATRIX, ALL, null);
    const tally = tallyOf(sections[0].rows[0], columns);
    expect(tally).toEqual({ ...NONE, pass: 2 });
    expect(askedIn({ ...tally, not_applicable: 5, unknown: 1 })).toBe(3);
  });
});
