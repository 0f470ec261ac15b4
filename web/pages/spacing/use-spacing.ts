/** What is asked on the page of spacing: the view, made whole with the rules of the day. @module */
import type { SpacingRules } from "../../../server/api/schemas/spacing.ts";
import { type CheckQuestion, type SpacingQuestion, useSpacingRules } from "../../client/spacing.ts";
import { useView } from "../../state/use-view.ts";
import type { View } from "../../state/view.ts";
import type { Asked } from "../coverage/use-asked.ts";

export type RuleItem = SpacingRules["items"][number];

export interface AskedSpacing {
  readonly asked: Asked;
  /** All rules, those of other places too. */
  readonly rules: readonly RuleItem[];
  /** Those that are asked about. */
  readonly chosen: readonly RuleItem[];
  readonly question: SpacingQuestion;
  /** Day as of which all is answered. */
  readonly date: string;
  /** Class that a place is checked for; null where no rule is chosen. */
  readonly category: string | null;
  /** Classes that the chosen rules speak of. */
  readonly classes: readonly string[];
  readonly check: CheckQuestion | null;
}

export type SpacingState =
  | { readonly state: "ready"; readonly spacing: AskedSpacing }
  | { readonly state: "waiting" }
  | { readonly state: "failed"; readonly error: Error; readonly retry: () => void };

export function useAskedSpacing(asked: Asked): SpacingState {
  const view = useView();
  const rules = useSpacingRules(asked.area.id, view.date ?? undefined);
  if (rules.error !== null) return { state: "failed", error: rules.error, retry: () => void rules.refetch() };
  if (rules.data === undefined) return { state: "waiting" };
  const { items, date } = rules.data;
  const chosen = items.filter(({ id, byDefault }) => (view.rule === null ? byDefault : id === view.rule));
  const classes = [...new Set(chosen.flatMap(classesOf))];
  const category = classes.find((code) => code === view.category) ?? classes[0] ?? null;
  const question: SpacingQuestion = {
    area: asked.area.id,
    release: asked.area.release,
    ...(asked.scenario && { scenario: asked.scenario.id, revision: asked.scenario.revision }),
    rule: view.rule ?? undefined,
    date: view.date ?? undefined,
  };
  const place = placeOf(view);
  const check = place === null || category === null ? null : { ...question, category, source: view.source, ...place };
  return { state: "ready", spacing: { asked, rules: items, chosen, question, date, category, classes, check } };
}

function placeOf({ place, residence, crs }: View): Pick<CheckQuestion, "lon" | "lat" | "crs" | "residence"> | null {
  if (residence !== null) return { residence };
  return place === null ? null : { lon: place[0], lat: place[1], crs };
}

function classesOf({ sameClass, between }: RuleItem): readonly string[] {
  return between === null ? sameClass : between.flat();
}
