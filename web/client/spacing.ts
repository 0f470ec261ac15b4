/** What the service can be asked about spacing. @module */
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import type {
  SpacingBatch,
  SpacingCheck,
  SpacingClustersPage,
  SpacingPage,
  SpacingRules,
  SpacingServing,
  SpacingZone,
} from "../../server/api/schemas/spacing.ts";
import type { PlaceCrs, PlaceSource } from "../state/view.ts";
import { ask, askFile, get } from "./http.ts";

/** What every answer depends on. `release` and `revision` are not sent: they make answers of an older import stale. */
export interface SpacingQuestion {
  readonly area: string;
  readonly release: number;
  readonly scenario?: number | undefined;
  readonly revision?: number | undefined;
  readonly rule: string | undefined;
  readonly date: string | undefined;
}

/** A place by its coordinates, or a residence for its address point. */
export interface CheckQuestion extends SpacingQuestion {
  readonly category: string;
  readonly lon?: number;
  readonly lat?: number;
  readonly crs?: PlaceCrs;
  readonly residence?: string;
  readonly source: PlaceSource;
}

/** A table of applications as it was picked; `key` is another for every pick. */
export interface PickedTable {
  readonly key: number;
  readonly file: File;
}

/** Rules and the day change under an answer, so it is asked again after a while. */
const A_WHILE = { staleTime: 60_000 };
/** Pairs that a page lists; the rest goes with the file. */
export const PAIRS_LISTED = 500;
const CLUSTERS_LISTED = 100;

function sent<Q extends SpacingQuestion>({ release: _, revision: __, ...asked }: Q) {
  return asked;
}

export function useSpacingRules(area: string, date: string | undefined) {
  return useQuery({
    queryKey: ["spacing-rules", area, date],
    queryFn: ({ signal }) => get<SpacingRules>("/spacing/rules", { area, date }, signal),
    ...A_WHILE,
  });
}

export function useSpacing(question: SpacingQuestion, unit: string | undefined) {
  return useQuery({
    queryKey: ["spacing", question, unit],
    queryFn: ({ signal }) => get<SpacingPage>("/spacing", { ...sent(question), unit, limit: PAIRS_LISTED }, signal),
    placeholderData: keepPreviousData,
    ...A_WHILE,
  });
}

export function useSpacingClusters(question: SpacingQuestion, unit: string | undefined) {
  return useQuery({
    queryKey: ["spacing-clusters", question, unit],
    queryFn: ({ signal }) =>
      get<SpacingClustersPage>("/spacing/clusters", { ...sent(question), unit, limit: CLUSTERS_LISTED }, signal),
    placeholderData: keepPreviousData,
    ...A_WHILE,
  });
}

export function useSpacingCheck(question: CheckQuestion | null) {
  return useQuery({
    queryKey: ["spacing-check", question],
    queryFn: ({ signal }) => get<SpacingCheck>("/spacing/check", { ...sent(question!) }, signal),
    enabled: question !== null,
    ...A_WHILE,
  });
}

/** A table of applications, and what its rows leave to be said. */
export interface BatchQuestion extends SpacingQuestion {
  readonly table: PickedTable | null;
  readonly crs: PlaceCrs | null;
  readonly category: string | null;
}

/** Not asked until the table and its system are stated. */
export function useSpacingBatch(batch: BatchQuestion) {
  const { table, ...question } = batch;
  return useQuery({
    queryKey: ["spacing-batch", question, table?.key],
    queryFn: async ({ signal }) => ask<SpacingBatch>("/spacing/batch", await sentBatch(batch), signal),
    enabled: table !== null && question.crs !== null,
    retry: false,
    ...A_WHILE,
  });
}

/** The same decisions as a workbook. */
export function useBatchWorkbook(batch: BatchQuestion) {
  return useMutation({ mutationFn: async () => askFile("/spacing/batch/export", await sentBatch(batch)) });
}

async function sentBatch({ table, category, ...question }: BatchQuestion) {
  return { ...sent(question), file: await base64(table!.file), category: category ?? undefined };
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}

export function useSpacingZone(question: SpacingQuestion, category: string, isWanted: boolean) {
  return useQuery({
    queryKey: ["spacing-zone", question, category],
    queryFn: ({ signal }) => get<SpacingZone>("/spacing/zone", { ...sent(question), category }, signal),
    enabled: isWanted,
    ...A_WHILE,
  });
}

export function useSpacingServing(
  question: SpacingQuestion,
  category: string,
  minutes: number,
  profile: string,
  isWanted: boolean,
) {
  return useQuery({
    queryKey: ["spacing-serving", question, category, minutes, profile],
    queryFn: ({ signal }) =>
      get<SpacingServing>("/spacing/serving", { ...sent(question), category, minutes, profile }, signal),
    enabled: isWanted,
    ...A_WHILE,
  });
}
