import { expect, it } from "vitest";
import { decidedBy } from "../../../server/analysis/spacing-batch.ts";
import type { CheckAnswer, NearAnswer, RuleCheck } from "../../../server/analysis/spacing-check.ts";

const near = (ref: string, verdict: NearAnswer["verdict"], marginM: number | null) =>
  ({ facility: { ref }, verdict, marginM }) as NearAnswer;
const ruling = (id: string, verdict: RuleCheck["verdict"], ...list: NearAnswer[]) =>
  ({ rule: { id }, verdict, near: list }) as unknown as RuleCheck;

function decided(verdict: CheckAnswer["verdict"], ...rules: RuleCheck[]) {
  const { ruling, near } = decidedBy({ verdict, rules });
  return [ruling?.rule.id ?? null, near?.facility.ref ?? null];
}

it("who passes under several rules passes by the least margin", () => {
  const wide = ruling("wide", "pass", near("a", "pass", 90), near("b", "pass", 400));
  // No walk leads to the first, and the line to it is long enough.
  const close = ruling("close", "pass", near("c", "pass", null), near("d", "pass", 9));
  expect(decided("pass", wide, close)).toEqual(["close", "d"]);
  expect(decided("pass", ruling("alone", "pass"), wide)).toEqual(["wide", "a"]);
  expect(decided("pass", ruling("alone", "pass"))).toEqual(["alone", null]);
});

it("who fails does so by the rule that fails, however small the margin of another is", () => {
  const passed = ruling("passed", "pass", near("a", "pass", 1));
  const failed = ruling("failed", "fail", near("b", "survey_needed", -1), near("c", "fail", -60));
  expect(decided("fail", passed, failed)).toEqual(["failed", "c"]);
});

it("where the rule itself asks for a survey the neighbour with the least margin is told", () => {
  expect(decided("survey_needed", ruling("parcels", "survey_needed", near("a", "pass", 40)))).toEqual(["parcels", "a"]);
});

it("nobody decided what is unknown, nor what no rule concerns", () => {
  expect(decided("unknown", ruling("rule", "pass", near("a", "pass", 300)))).toEqual([null, null]);
  expect(decided("not_applicable")).toEqual([null, null]);
});
