/** The plan that is worked on: a saved scenario or a new one, with the changes that this window has not saved yet. @module */
import { useMemo } from "react";
import type { Change, Scenario } from "../../../../server/api/schemas/scenarios.ts";
import { ServiceError } from "../../../client/http.ts";
import { useScenario } from "../../../client/queries.ts";
import { addVersion, type Draft, openDraft, startDraft } from "../../../state/plan/drafts.ts";
import { type Changes, withChange } from "../../../state/plan/with-change.ts";
import { changeView, useView } from "../../../state/use-view.ts";
import type { Asked } from "../use-asked.ts";

export interface Plan {
  /** Null for one that was never saved, and for one that somebody deleted meanwhile. */
  readonly saved: Scenario | null;
  /** Revision that the changes were made on; null where there is none. */
  readonly of: Draft["of"];
  readonly changes: Changes;
  readonly unsaved: boolean;
  /** Categories in which facilities are changed. */
  readonly categories: readonly string[];
  /** Addresses of the version before and after. */
  readonly before: string | null;
  readonly after: string | null;
  /** What the list would be with one more change. */
  with(change: Change): Changes;
  /** Makes a version of these changes, a step that back undoes. */
  become(changes: Changes): void;
}

export type PlanState =
  | { readonly state: "none" }
  | { readonly state: "ready"; readonly plan: Plan }
  | { readonly state: "waiting" }
  /** The address names a draft of another window. */
  | { readonly state: "lost" }
  /** Deleted, or of another area. */
  | { readonly state: "missing"; readonly wanted: number }
  | { readonly state: "failed"; readonly error: Error; readonly retry: () => void };

export function usePlan({ area, category }: Asked): PlanState {
  const { draft: address, scenario: id } = useView();
  const scenario = useScenario(id, area);
  const opened = useMemo(
    () => (address === null ? null : openDraft(window.sessionStorage, address, area.id)),
    [address, area.id],
  );
  if (address === null && id === null) return { state: "none" };
  if (address !== null && opened === null) return { state: "lost" };
  const isGone = scenario.error instanceof ServiceError && scenario.error.code === "scenario_unknown";
  const isOther = scenario.data !== undefined && scenario.data.area !== area.id;
  if (id !== null && (isOther || (isGone && opened === null))) return { state: "missing", wanted: id };
  if (scenario.error !== null && !isGone)
    return { state: "failed", error: scenario.error, retry: () => void scenario.refetch() };
  if (id !== null && scenario.data === undefined && !isGone) return { state: "waiting" };
  const saved = isGone || id === null ? null : (scenario.data ?? null);
  const changes = opened?.changes ?? saved?.changes ?? NONE;
  const become = (next: Changes) => {
    if (next === changes) return;
    const of = saved && { id: saved.id, revision: saved.revision };
    const from = address ?? startDraft(window.sessionStorage, freshId(), area.id, of, changes);
    changeView({ draft: addVersion(window.sessionStorage, from, next, category.code) });
  };
  const plan: Plan = {
    saved,
    of: opened?.draft.of ?? saved,
    changes,
    unsaved: opened?.unsaved ?? false,
    categories: [...new Set([...(opened?.draft.categories ?? []), ...(saved?.touched.categories ?? [])])],
    before: opened?.before ?? null,
    after: opened?.after ?? null,
    with: (change) => withChange(changes, change),
    become,
  };
  return { state: "ready", plan };
}

export function startNewPlan(area: string): void {
  changeView({ scenario: null, draft: startDraft(window.sessionStorage, freshId(), area, null, NONE) });
}

const NONE: Changes = [];

/** Not secret, and not `randomUUID`, which browsers give to secure origins alone. */
function freshId(): string {
  return Math.random().toString(36).slice(2, 10);
}
