/** Scenarios and their effects, asked of the service. @module */
import { keepPreviousData, type QueryClient, queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import type { Facility } from "../../server/api/schemas/areas.ts";
import type { Effect } from "../../server/api/schemas/scenario-effect.ts";
import type { Change, Scenario, ScenarioEntry } from "../../server/api/schemas/scenarios.ts";
import { ask, get, put, remove, ServiceError } from "./http.ts";
import type { Question } from "./queries.ts";

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** The most that one page may hold. */
const A_PAGE = 1000;
/** Residences told on the map, most affected first. */
const MOST_RESIDENCES = 1000;

export type EffectLevel = "cell" | "community" | "subdistrict" | "residence";

/** A change that does not apply to the data as they are, and what the service said. */
export interface Fault {
  /** In the list that was asked about. */
  readonly index: number;
  readonly error: ServiceError;
}

export interface EffectAnswer {
  /** Of the changes that apply. */
  readonly effect: Effect;
  readonly faults: readonly Fault[];
}

export function useScenarios(area: string) {
  return useQuery({
    queryKey: ["scenarios", area],
    queryFn: ({ signal }) => everyPage<ScenarioEntry>("/scenarios", { area }, signal),
    staleTime: 10_000,
  });
}

/** Facilities of all these categories: one request a category, asked once a release. */
export function useFacilitiesOf(area: string, release: number, categories: readonly string[]) {
  return useQueries({
    queries: categories.map((category) => ({
      queryKey: ["facilities", area, release, category],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        everyPage<Facility>(`/areas/${area}/facilities`, { category }, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
}

/** Shared by the hook and by whoever wants the answer on its way before the page has drawn itself again. */
export function effectQuery(question: Question, changes: readonly Change[], by: EffectLevel, resolution: number) {
  return queryOptions({
    queryKey: ["effect", by, question, resolution, changes],
    queryFn: ({ signal }) => askEffect(question, changes, { by, resolution, limit: MOST_RESIDENCES }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}

/** The effect before stays on screen until the next one is there. */
export function useEffectOf(
  question: Question,
  changes: readonly Change[],
  by: EffectLevel,
  resolution: number,
  enabled: boolean,
) {
  return useQuery({
    ...effectQuery(question, changes, by, resolution),
    enabled: enabled && changes.length > 0,
    placeholderData: keepPreviousData,
  });
}

export function makeScenario(area: string, name: string, changes: readonly Change[]): Promise<Scenario> {
  return ask<Scenario>("/scenarios", { area, name, changes });
}

export function replaceScenario(
  { id, revision }: { readonly id: number; readonly revision: number },
  name: string,
  changes: readonly Change[],
): Promise<Scenario> {
  return put<Scenario>(`/scenarios/${id}`, { name, changes, revision });
}

export function removeScenario({ id, revision }: { readonly id: number; readonly revision: number }): Promise<void> {
  return remove(`/scenarios/${id}`, { revision });
}

/** What was read of scenarios is asked for anew. */
export async function forgetScenarios(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["scenarios"] }),
    queries.invalidateQueries({ queryKey: ["scenario"] }),
  ]);
}

export function readScenario(id: number): Promise<Scenario> {
  return get<Scenario>(`/scenarios/${id}`, {}, new AbortController().signal);
}

/** Changes that do not apply are left out one by one, and told: the service refuses a list that holds any. */
async function askEffect(
  { release: _, revision: __, scenario: ___, ...asked }: Question,
  changes: readonly Change[],
  more: { readonly by: EffectLevel; readonly resolution: number; readonly limit: number },
  signal: AbortSignal,
): Promise<EffectAnswer> {
  let kept = changes.map((change, index) => ({ change, index }));
  const faults: Fault[] = [];
  for (;;) {
    try {
      const body = { ...asked, ...more, changes: kept.map(({ change }) => change) };
      return { effect: await ask<Effect>("/coverage/effect", body, signal), faults };
    } catch (error) {
      const at = error instanceof ServiceError ? faultyAt(error) : null;
      if (at === null || kept[at] === undefined) throw error;
      faults.push({ index: kept[at].index, error: error as ServiceError });
      kept = kept.toSpliced(at, 1);
    }
  }
}

/** Which of the changes a problem is about; null where it is about something else. */
function faultyAt({ fields }: ServiceError): number | null {
  const [, at] = /^changes\[(\d+)\]/.exec(String(fields.place ?? "")) ?? [];
  return at === undefined ? null : Number(at);
}

async function everyPage<T>(path: string, query: Record<string, string>, signal: AbortSignal): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await get<Page<T>>(path, { ...query, limit: A_PAGE, cursor }, signal);
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}
