/** Siting asked of the service: a plan at once, then better ones until it is proved, out of time or told to stop. @module */
import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import type { MultiPolygon } from "geojson";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Siting, SitingAnswer, SitingCandidates, SitingRun } from "../../server/api/schemas/siting.ts";
import type { Reach } from "../../server/api/schemas/walks.ts";
import type { SitingQuestion } from "../state/siting/question.ts";
import type { Place } from "../state/view.ts";
import { ask, get, ServiceError } from "./http.ts";
import { type Question, reachQuery } from "./queries.ts";
import { cancelRun } from "./runs.ts";

/** Most plans of a town are proved within it; of others the quick plan is shown after it. */
const WAIT_SECONDS = 0.3;
const POLL_MS = 400;
/** Answers never change within a release. */
const FOREVER = { staleTime: Number.POSITIVE_INFINITY };

interface Sited {
  /** Of the question before, while the next has none yet. */
  readonly answer: SitingAnswer | null;
  /** What is shown is of another question than the one asked. */
  readonly outdated: boolean;
  /** Null before the service has answered at all. */
  readonly run: Pick<SitingRun, "id" | "state" | "step"> | null;
  /** On the clock of this page. */
  readonly startedAtMs: number;
  readonly error: Error | null;
}

export interface Solving extends Sited {
  /** Keeps the best so far. */
  stop(): void;
  again(): void;
}

const NOTHING: Sited = { answer: null, outdated: false, run: null, startedAtMs: 0, error: null };

/**
 * @param text the {@link SitingQuestion} as JSON, the same as long as it says the same; empty while nothing is to be solved
 * @param ground what the answer depends on beside it, such as the release
 */
export function useSited(text: string, ground: string): Solving {
  const queries = useQueryClient();
  const [sited, setSited] = useState(NOTHING);
  const shown = useRef(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const key = text === "" ? null : `${ground} ${text}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt asks the same question again
  useEffect(() => {
    const show = (next: Sited) => {
      shown.current = next;
      setSited(next);
    };
    if (key === null) {
      show(NOTHING);
      return;
    }
    const known = queries.getQueryData<Sited>(["siting", key]);
    if (known !== undefined) {
      show(known);
      return;
    }
    const { answer } = shown.current;
    const startedAtMs = Date.now();
    show({ answer, outdated: answer !== null, run: null, startedAtMs, error: null });
    const left = new AbortController();
    const onRun = (run: SitingRun) => {
      const { problem } = run;
      const error = problem && new ServiceError(problem.status, problem.code, problem.detail, problem.fields);
      const isNone = run.answer === null && run.state === "running";
      const next: Sited = isNone
        ? { ...shown.current, run }
        : { answer: run.answer, outdated: false, run, startedAtMs, error };
      show(next);
      if (run.state === "done") queries.setQueryData(["siting", key], next);
    };
    follow(JSON.parse(text) as SitingQuestion, left.signal, onRun).catch((error: Error) => {
      if (!left.signal.aborted) show({ ...NOTHING, error });
    });
    return () => left.abort();
  }, [key, attempt, queries]);
  const id = sited.run?.state === "running" ? sited.run.id : null;
  const stop = useCallback(() => {
    // The run tells that it was stopped when it is followed next; where it cannot be reached, following says so.
    if (id !== null) cancelRun(id).catch(() => {});
  }, [id]);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  return { ...sited, stop, again };
}

/** Until the run is over. Whoever leaves ends it: a request under way is waited for, since its run has no name before. */
async function follow(question: SitingQuestion, left: AbortSignal, onRun: (run: SitingRun) => void): Promise<void> {
  let run = runOf(question.area, await ask("/siting", { ...question, waitSeconds: WAIT_SECONDS }));
  for (;;) {
    if (left.aborted) {
      if (run.state === "running") await cancelRun(run.id);
      return;
    }
    onRun(run);
    if (run.state !== "running") return;
    await pause(left);
    if (!left.aborted) run = await get<SitingRun>(`/runs/${run.id}`, {}, new AbortController().signal);
  }
}

/** A plan that was proved at once is a run that is over. */
function runOf(area: string, answered: Siting | SitingRun): SitingRun {
  if ("state" in answered) return answered;
  const { run: id, ...answer } = answered;
  const now = new Date().toISOString();
  const ended = { state: "done", step: "proving", startedAt: now, endedAt: now, problem: null } as const;
  return { id, kind: "siting", area, ...ended, answer };
}

function pause(left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, POLL_MS);
    left.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Where sites could be, once the run knows. */
export function useCandidates(run: string | null) {
  return useQuery({
    queryKey: ["siting-candidates", run],
    queryFn: ({ signal }) => get<SitingCandidates>(`/runs/${run}/candidates`, {}, signal),
    enabled: run !== null,
    placeholderData: keepPreviousData,
    ...FOREVER,
  });
}

/** What is within the limit of each place; null while it is worked out. */
export function useAreasWithin(question: Question, places: readonly Place[]) {
  return useQueries({
    queries: places.map((place) => reachQuery({ ...question, at: undefined }, place)),
    combine: shapesOf,
  });
}

/** One function for every render, so that the shapes stay the same as long as the answers do. */
function shapesOf(answers: readonly { readonly data: Reach | undefined }[]): readonly (MultiPolygon | null)[] {
  return answers.map(({ data }) => (data?.isochrone ?? null) as MultiPolygon | null);
}
