/** What is asked on the page of siting, and its answer: the plan, where sites could be, and what it changes on the map. @module */
import { useMemo } from "react";
import type { SitingAnswer, SitingCandidates } from "../../../server/api/schemas/siting.ts";
import type { Question } from "../../client/queries.ts";
import { useEffectOf } from "../../client/scenarios.ts";
import { type Solving, useCandidates, useSited } from "../../client/siting.ts";
import { useSettled } from "../../parts/use-settled.ts";
import type { Changes } from "../../state/plan/with-change.ts";
import type { SitingAsked } from "../../state/siting/asked.ts";
import { premisesKept } from "../../state/siting/premises.ts";
import { sitingQuestion } from "../../state/siting/question.ts";
import { useView } from "../../state/use-view.ts";
import type { Asked } from "../coverage/use-asked.ts";
import { cellResolution } from "../coverage/what-if/cell-resolution.ts";

export type Candidate = SitingCandidates["items"][number];
export type Site = SitingAnswer["sites"][number];

export interface Siting {
  readonly asked: Asked;
  readonly wanted: SitingAsked;
  readonly solving: Solving;
  readonly candidates: readonly Candidate[];
  /** What of the plan would be saved: the changes of the scenario that is looked at, and the plan's. */
  readonly changes: Changes;
  /** Why the plan cannot be held against coverage; null where it can. */
  readonly apart: "signed" | null;
  /** Of coverage, without an hour: sites have none. */
  readonly question: Question;
  /** The address names a table that this window never saw. */
  readonly lostPremises: boolean;
}

const NOBODY: readonly Candidate[] = [];
const NO_CHANGES: Changes = [];

export function useSiting(asked: Asked): Siting {
  const { siting: wanted } = useView();
  const { area, scenario } = asked;
  const { solve, premises } = wanted;
  const table = useMemo(() => (premises === null ? null : premisesKept(window.sessionStorage, premises)), [premises]);
  const lostPremises = premises !== null && table === null;
  const isAsked = solve && !lostPremises;
  // As text, so that it is the same as long as it says the same; the limit rests a moment before it is asked about.
  const text = useSettled(isAsked ? JSON.stringify(sitingQuestion(asked.question, wanted, table)) : "");
  const solving = useSited(text, `${area.release} ${scenario?.revision ?? ""}`);
  const { answer, run } = solving;
  const isLaidOut = run !== null && run.step !== "laying_out";
  const candidates = useCandidates(isLaidOut ? run.id : null).data?.items ?? NOBODY;
  const changes = useMemo<Changes>(() => {
    if (answer === null) return NO_CHANGES;
    const before = scenario?.changes.filter((_, i) => scenario.stale.every(({ index }) => index !== i)) ?? [];
    return [...before, ...answer.changes];
  }, [answer, scenario]);
  return {
    asked,
    wanted,
    solving,
    candidates: answer === null && run === null ? NOBODY : candidates,
    changes,
    apart: wanted.signed === null ? null : "signed",
    question: useMemo(() => ({ ...asked.question, at: undefined }), [asked.question]),
    lostPremises,
  };
}

/** What the plan changes by cell; nothing is asked before somebody wants to see it. */
export function usePlanEffect({ question, changes, wanted, apart, solving }: Siting) {
  const { camera } = useView();
  const resolution = cellResolution(camera?.zoom ?? null);
  const isShown = apart === null && (wanted.picture === "after" || wanted.picture === "change");
  const isSettled = solving.run !== null && solving.run.state !== "running";
  return useEffectOf(question, changes, "cell", resolution, isShown && isSettled);
}
