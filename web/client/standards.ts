/** What the service can be asked about packs of standards. @module */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Compared, Trend } from "../../server/api/schemas/standard-trends.ts";
import type { Matrix, MoneyPage, PackDetail, PaymentLine, Progress } from "../../server/api/schemas/standard-views.ts";
import type { Finding, FindingsPage, PackList } from "../../server/api/schemas/standards.ts";
import { address, get, type Query } from "./http.ts";

/** What every answer depends on. `release` is not sent: it makes answers of an older import stale. */
export interface StandardsQuestion {
  readonly area: string;
  readonly release: number;
  readonly pack: string;
  /** ISO day of the findings. */
  readonly asOf: string;
  /** Street office by name; undefined for the whole area. */
  readonly street: string | undefined;
  readonly profile: string;
}

/** Facts change under an answer, so it is asked again after a while. */
const A_WHILE = { staleTime: 60_000 };
const FOREVER = { staleTime: Number.POSITIVE_INFINITY };
const A_PAGE = 1000;

function sent({ release: _, pack: __, ...asked }: StandardsQuestion): Query {
  return asked;
}

export function usePacks() {
  return useQuery({
    queryKey: ["standards"],
    queryFn: ({ signal }) => get<PackList>("/standards", {}, signal),
    ...FOREVER,
  });
}

export function usePack(id: string | null) {
  return useQuery({
    queryKey: ["standards", id],
    queryFn: ({ signal }) => get<PackDetail>(`/standards/${id}`, {}, signal),
    enabled: id !== null,
    ...FOREVER,
  });
}

/** Where the workbook of the question is fetched. @param lang of its sheets */
export function workbookAddress(question: StandardsQuestion, lang: "zh" | "en"): string {
  return address(`/standards/${question.pack}/workbook`, { ...sent(question), lang });
}

export function useMatrix(question: StandardsQuestion) {
  return useQuery({
    queryKey: ["standards-matrix", question],
    queryFn: ({ signal }) => get<Matrix>(`/standards/${question.pack}/matrix`, sent(question), signal),
    placeholderData: keepPreviousData,
    ...A_WHILE,
  });
}

/** All findings of one unit, however many pages they are. @param isWanted else only what is known already is told */
export function useFindings(question: StandardsQuestion, unit: string | null, isWanted = true) {
  return useQuery({
    queryKey: ["standards-findings", question, unit],
    queryFn: ({ signal }) => findingsOf(question, unit ?? "", signal),
    enabled: unit !== null && isWanted,
    ...A_WHILE,
  });
}

async function findingsOf(question: StandardsQuestion, unit: string, signal: AbortSignal): Promise<readonly Finding[]> {
  const page = (cursor: string | undefined) =>
    get<FindingsPage>(
      `/standards/${question.pack}/findings`,
      { ...sent(question), unit, limit: A_PAGE, cursor },
      signal,
    );
  return all(page);
}

export function useProgress(question: StandardsQuestion) {
  return useQuery({
    queryKey: ["standards-progress", question],
    queryFn: ({ signal }) => get<Progress>(`/standards/${question.pack}/progress`, sent(question), signal),
    placeholderData: keepPreviousData,
    ...A_WHILE,
  });
}

/** Verdicts on the first day, at the ends of months, and on the last day. */
export function useTrend({ asOf: _, ...question }: StandardsQuestion, from: string, to: string) {
  const { release: __, pack, ...asked } = question;
  return useQuery({
    queryKey: ["standards-trend", question, from, to],
    queryFn: ({ signal }) => get<Trend>(`/standards/${pack}/trend`, { ...asked, from, to }, signal),
    placeholderData: keepPreviousData,
    ...A_WHILE,
  });
}

/** One unit under the pack of the question and another, item by item: the service says which items are one. */
export function useComparison({ pack, ...question }: StandardsQuestion, against: string, unit: string) {
  const { release: _, ...asked } = question;
  return useQuery({
    queryKey: ["standards-compare", question, pack, against, unit],
    queryFn: ({ signal }) => get<Compared>("/standards/compare", { ...asked, a: pack, b: against, unit }, signal),
    ...A_WHILE,
  });
}

/** Sums, and every line; of one unit where one is named. */
export function useMoney(question: StandardsQuestion, unit: string | null) {
  return useQuery({
    queryKey: ["standards-money", question, unit],
    queryFn: async ({ signal }) => {
      const page = (cursor: string | undefined) =>
        get<MoneyPage>(
          `/standards/${question.pack}/money`,
          { ...sent(question), unit: unit ?? undefined, limit: A_PAGE, cursor },
          signal,
        );
      const first = await page(undefined);
      const lines: readonly PaymentLine[] = [...first.items, ...(await all(page, first.next))];
      return { ...first, lines };
    },
    placeholderData: keepPreviousData,
    ...A_WHILE,
  });
}

type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

/** @param from cursor to go on from; undefined for the start, null where there is no more */
async function all<T>(page: (cursor: string | undefined) => Promise<Page<T>>, from?: string | null): Promise<T[]> {
  const items: T[] = [];
  let cursor = from;
  while (cursor !== null) {
    const one: Page<T> = await page(cursor);
    items.push(...one.items);
    cursor = one.next;
  }
  return items;
}
