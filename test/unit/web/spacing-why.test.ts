import { expect, it } from "vitest";
import type { SpacingCheck } from "../../../server/api/schemas/spacing.ts";
import { whyOf } from "../../../web/pages/spacing/why.ts";

type Near = Pick<SpacingCheck["rules"][number]["near"][number], "verdict" | "distanceM">;

const check = (verdict: SpacingCheck["verdict"], ...near: Near[]) =>
  ({ verdict, rules: [{ near }] }) as unknown as SpacingCheck;
const close: Near = { verdict: "survey_needed", distanceM: 499 };
const unwalked: Near = { verdict: "survey_needed", distanceM: null };
const far: Near = { verdict: "pass", distanceM: 900 };

it.each([
  ["a margin within both uncertainties", check("survey_needed", far, close, unwalked), "survey_needed"],
  ["no walk that is known", check("survey_needed", far, unwalked), "survey_walk"],
  ["nobody who would be in the way, but an edge of a parcel", check("survey_needed", far), "survey_parcels"],
  ["whoever stands too near", check("fail", close), "fail"],
  ["nobody", check("pass"), "pass"],
])("%s", (_, of, why) => {
  expect(whyOf(of)).toBe(why);
});
