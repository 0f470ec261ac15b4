/** The question of the right side: that of the left with another scenario, or another walker. @module */
import { ServiceError } from "../../../client/http.ts";
import { useScenario } from "../../../client/queries.ts";
import type { Comparand } from "../../../state/comparand.ts";
import { limitMm } from "../../../state/walk-limit.ts";
import type { Asked } from "../use-asked.ts";

export type Right =
  | { readonly state: "ready"; readonly asked: Asked }
  | { readonly state: "waiting" }
  /** No such scenario in this area, or no such profile. */
  | { readonly state: "unknown" }
  | { readonly state: "failed"; readonly error: Error; readonly retry: () => void };

export function useRight(left: Asked, comparand: Comparand): Right {
  const scenario = useScenario(comparand.kind === "scenario" ? comparand.id : null, left.area);
  const { scenario: _, revision: __, ...bare } = left.question;
  switch (comparand.kind) {
    case "base":
      return { state: "ready", asked: { ...left, scenario: null, question: bare } };
    case "profile": {
      const profile = left.profiles.find(({ id }) => id === comparand.id);
      if (profile === undefined) return { state: "unknown" };
      const limit = limitMm(left.question.minutes, profile.speedMmPerSecond);
      return {
        state: "ready",
        asked: { ...left, profile, limitMm: limit, question: { ...left.question, profile: profile.id } },
      };
    }
    case "scenario": {
      const { data, error } = scenario;
      const isUnknown = error instanceof ServiceError && error.code === "scenario_unknown";
      if (isUnknown || (data !== undefined && data.area !== left.area.id)) return { state: "unknown" };
      if (error !== null) return { state: "failed", error, retry: () => void scenario.refetch() };
      if (data === undefined) return { state: "waiting" };
      const question = { ...bare, scenario: data.id, revision: data.revision };
      return { state: "ready", asked: { ...left, scenario: data, question } };
    }
  }
}
