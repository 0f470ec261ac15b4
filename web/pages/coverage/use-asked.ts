/** What is being asked: the view, made whole with the area's own categories and profiles. @module */
import type { Area, Category, Profile } from "../../../server/api/schemas/areas.ts";
import type { Scenario } from "../../../server/api/schemas/scenarios.ts";
import { ServiceError } from "../../client/http.ts";
import { type Question, useCategories, useProfiles, useScenario } from "../../client/queries.ts";
import { useView } from "../../state/use-view.ts";
import { limitMm } from "../../state/walk-limit.ts";

/** Everything known that the page needs to ask and to draw. */
export interface Asked {
  readonly area: Area;
  readonly categories: readonly Category[];
  readonly profiles: readonly Profile[];
  readonly category: Category;
  readonly profile: Profile;
  readonly limitMm: number;
  readonly question: Question;
  /** Looked at instead of the area as it is; null for the latter. */
  readonly scenario: Scenario | null;
}

export type AskedState =
  | { readonly state: "ready"; readonly asked: Asked }
  | { readonly state: "waiting" }
  | { readonly state: "failed"; readonly error: Error; readonly retry: () => void }
  | { readonly state: "scenario_unknown"; readonly wanted: number }
  | { readonly state: "profile_unknown"; readonly wanted: string; readonly instead: Profile }
  | { readonly state: "category_unknown"; readonly wanted: string; readonly instead: Category | null };

export function useAsked(area: Area): AskedState {
  const view = useView();
  const categories = useCategories(area);
  const profiles = useProfiles();
  // While changes are tried out the question is about the area as it is: their effect is told against it.
  const wanted = view.mode === "what-if" ? null : view.scenario;
  const scenario = useScenario(wanted, area);
  const isMissing = scenario.error instanceof ServiceError && scenario.error.code === "scenario_unknown";
  if (wanted !== null && (isMissing || (scenario.data && scenario.data.area !== area.id)))
    return { state: "scenario_unknown", wanted };
  const error = categories.error ?? profiles.error ?? scenario.error;
  if (error !== null) {
    const retry = () => {
      void categories.refetch();
      void profiles.refetch();
      void scenario.refetch();
    };
    return { state: "failed", error, retry };
  }
  if (categories.data === undefined || profiles.data === undefined) return { state: "waiting" };
  if (wanted !== null && scenario.data === undefined) return { state: "waiting" };
  const applied = wanted === null ? null : (scenario.data ?? null);
  const usual = usualCategory(categories.data.items);
  const category =
    view.category === null ? usual : (categories.data.items.find(({ code }) => code === view.category) ?? null);
  if (category === null) return { state: "category_unknown", wanted: view.category ?? "", instead: usual };
  const profile = profiles.data.items.find(({ id }) => id === view.profile);
  if (profile === undefined) return { state: "profile_unknown", wanted: view.profile, instead: profiles.data.items[0] };
  return {
    state: "ready",
    asked: {
      area,
      categories: categories.data.items,
      profiles: profiles.data.items,
      category,
      profile,
      limitMm: limitMm(view.minutes, profile.speedMmPerSecond),
      question: {
        area: area.id,
        release: area.release,
        category: category.code,
        minutes: view.minutes,
        profile: profile.id,
        at: view.at ?? undefined,
        ...(applied && { scenario: applied.id, revision: applied.revision }),
      },
      scenario: applied,
    },
  };
}

/** Pharmacies are what most people come for; else the first category that the area has any of. */
function usualCategory(categories: readonly Category[]): Category | null {
  return (
    categories.find(({ code, count }) => code === "pharmacy" && count > 0) ??
    categories.find(({ count }) => count > 0) ??
    categories[0] ??
    null
  );
}
