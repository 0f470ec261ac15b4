/** What the service can be asked, typed by its own schemas; a changed route fails to compile here. @module */
import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Area, Category, Community, Profile } from "../../server/api/schemas/areas.ts";
import type {
  Coverage,
  CoverageMinutes,
  PolygonCoverage,
  ResidenceCoverage,
} from "../../server/api/schemas/coverage.ts";
import type { GapClusterDetail, GapClusterPage } from "../../server/api/schemas/gaps.ts";
import type { Scenario } from "../../server/api/schemas/scenarios.ts";
import type { SearchAnswer } from "../../server/api/schemas/search.ts";
import type { Reach, Route } from "../../server/api/schemas/walks.ts";
import type { Place, UnitLevel } from "../state/view.ts";
import { ask, get } from "./http.ts";

interface List<T> {
  readonly items: readonly T[];
}

/** What every figure depends on. `release` is not sent: it makes answers of an older import stale. */
export interface Question {
  readonly area: string;
  readonly release: number;
  readonly category: string;
  readonly minutes: number;
  readonly profile: string;
  /** Id of a saved scenario; absent for the area as it is. */
  readonly scenario?: number;
  /** Of the scenario: not sent, makes answers of an earlier one stale. */
  readonly revision?: number;
  /** Moment at which facilities are to be open; undefined where hours are not asked about. */
  readonly at: string | undefined;
}

/** Answers never change within a release, so nothing is asked twice. */
const FOREVER = { staleTime: Number.POSITIVE_INFINITY };
const GAPS_A_PAGE = 10;

export function useAreas() {
  return useQuery({
    queryKey: ["areas"],
    queryFn: ({ signal }) => get<List<Area>>("/areas", {}, signal),
    staleTime: 30_000,
  });
}

export function useProfiles() {
  return useQuery({
    queryKey: ["profiles"],
    queryFn: ({ signal }) => get<List<Profile>>("/profiles", {}, signal),
    ...FOREVER,
  });
}

export function useCategories(area: Area | null) {
  return useQuery({
    queryKey: ["categories", area?.id, area?.release],
    queryFn: ({ signal }) => get<List<Category>>(`/areas/${area?.id}/categories`, {}, signal),
    enabled: area !== null,
    ...FOREVER,
  });
}

export function useCommunities(area: Area | null) {
  return useQuery({
    queryKey: ["communities", area?.id, area?.release],
    queryFn: ({ signal }) => get<List<Community>>(`/areas/${area?.id}/communities`, {}, signal),
    enabled: area !== null,
    ...FOREVER,
  });
}

/** Places by name; nothing is asked for an empty word. */
export function useSearch(area: Area, scenario: number | null, q: string) {
  return useQuery({
    queryKey: ["search", area.id, area.release, scenario, q],
    queryFn: ({ signal }) =>
      get<SearchAnswer>(`/areas/${area.id}/search`, { q, scenario: scenario ?? undefined }, signal),
    enabled: q !== "",
    placeholderData: keepPreviousData,
    ...FOREVER,
  });
}

export function useScenario(id: number | null, area: Area) {
  return useQuery({
    queryKey: ["scenario", id, area.id, area.release],
    queryFn: ({ signal }) => get<Scenario>(`/scenarios/${id}`, {}, signal),
    enabled: id !== null,
    staleTime: 30_000,
  });
}

/** The figures before stay on screen while the next ones are worked out. */
export function useCoverage(question: Question, by: UnitLevel) {
  const { release: _, revision: __, ...asked } = question;
  return useQuery({
    queryKey: ["coverage", question, by],
    queryFn: ({ signal }) => get<Coverage>("/coverage", { ...asked, by }, signal),
    placeholderData: keepPreviousData,
    ...FOREVER,
  });
}

/** @param unit ref of a unit of the level; null for the whole area */
export function useCoverageMinutes(question: Question, by: UnitLevel, unit: string | null) {
  const { release: _, revision: __, ...asked } = question;
  return useQuery({
    queryKey: ["minutes", question, by, unit],
    queryFn: ({ signal }) =>
      get<CoverageMinutes>("/coverage/minutes", { ...asked, by, unit: unit ?? undefined }, signal),
    placeholderData: keepPreviousData,
    ...FOREVER,
  });
}

/** @param corners at least three; the ring is closed here */
export function usePolygonCoverage(question: Question, corners: readonly Place[]) {
  const { release: _, revision: __, ...asked } = question;
  return useQuery({
    queryKey: ["polygon", String(corners), question],
    queryFn: ({ signal }) => {
      const polygon = { type: "Polygon", coordinates: [[...corners, corners[0]]] };
      return ask<PolygonCoverage>("/coverage/polygon", { ...asked, polygon }, signal);
    },
    placeholderData: (before, query) => (isAbout(query, String(corners)) ? before : undefined),
    ...FOREVER,
  });
}

export function useGaps(question: Question) {
  const { release: _, revision: __, ...asked } = question;
  return useInfiniteQuery({
    queryKey: ["gaps", question],
    queryFn: ({ signal, pageParam }) =>
      get<GapClusterPage>("/coverage/gap-clusters", { ...asked, limit: GAPS_A_PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    ...FOREVER,
  });
}

/** The clusters of most people. */
export function useGapClusters(question: Question, limit: number) {
  const { release: _, revision: __, ...asked } = question;
  return useQuery({
    queryKey: ["gap-clusters", question, limit],
    queryFn: ({ signal }) => get<GapClusterPage>("/coverage/gap-clusters", { ...asked, limit }, signal),
    ...FOREVER,
  });
}

/** The gap that a residence is part of; null while none is asked about, or it is in none. */
export function useGap(question: Question, ref: string | null) {
  const { release: _, revision: __, ...asked } = question;
  return useQuery({
    queryKey: ["gap", ref, question],
    queryFn: ({ signal }) =>
      get<GapClusterDetail>(`/coverage/gap-clusters/${encodeURIComponent(ref ?? "")}`, asked, signal),
    enabled: ref !== null,
    ...FOREVER,
  });
}

/** What is within the limit of a place: one answer for its card, and for the map of a plan that chose it. */
export function reachQuery(question: Question, place: Place | null) {
  const { area, minutes, profile, release, scenario, revision, at } = question;
  return queryOptions({
    queryKey: ["reach", String(place), area, release, minutes, profile, scenario, revision, at],
    queryFn: ({ signal }) =>
      get<Reach>("/reach", { area, scenario, minutes, profile, at, lon: place?.[0], lat: place?.[1] }, signal),
    enabled: place !== null,
    ...FOREVER,
  });
}

export function useReach(question: Question, place: Place | null) {
  return useQuery({
    ...reachQuery(question, place),
    placeholderData: (before, query) => (isAbout(query, String(place)) ? before : undefined),
  });
}

export function useResidence(question: Question, ref: string | null) {
  const { area, minutes, profile, release, scenario, revision, at } = question;
  return useQuery<ResidenceCoverage>({
    queryKey: ["residence", ref, area, release, minutes, profile, scenario, revision, at],
    placeholderData: (before, query) => (isAbout(query, ref) ? before : undefined),
    queryFn: ({ signal }) =>
      get<ResidenceCoverage>(
        "/coverage/residence",
        { area, scenario, minutes, profile, at, ref: ref ?? undefined },
        signal,
      ),
    enabled: ref !== null,
    ...FOREVER,
  });
}

export function useRoute(question: Question, from: Place | null, to: Place | null) {
  const { area, profile, release, scenario, revision } = question;
  return useQuery({
    queryKey: ["route", area, release, profile, from, to, scenario, revision],
    queryFn: ({ signal }) =>
      get<Route>(
        "/route",
        { area, scenario, profile, fromLon: from?.[0], fromLat: from?.[1], toLon: to?.[0], toLat: to?.[1] },
        signal,
      ),
    enabled: from !== null && to !== null,
    ...FOREVER,
  });
}

/** The answer before stays while the limit or the profile changes, never when the place does. */
function isAbout(query: { readonly queryKey: readonly unknown[] } | undefined, subject: string | null): boolean {
  return query?.queryKey[1] === subject;
}
