/** The versions of an area: listed, compared, gone back to. @module */
import { useQuery } from "@tanstack/react-query";
import type { Version, VersionChanges, VersionList } from "../../server/api/schemas/versions.ts";
import { address, ask, get } from "./http.ts";

/** @param release current one of the area: another makes the list stale */
export function useVersions(area: string, release: number) {
  return useQuery({
    queryKey: ["versions", area, release],
    queryFn: ({ signal }) => get<VersionList>(`/areas/${encodeURIComponent(area)}/versions`, {}, signal),
  });
}

export function useChanges(area: string, from: number | null, to: number) {
  return useQuery({
    queryKey: ["changes", area, from, to],
    queryFn: ({ signal }) =>
      get<VersionChanges>(
        `/areas/${encodeURIComponent(area)}/versions/compare`,
        { from: from ?? undefined, to },
        signal,
      ),
    enabled: from !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function goBack(area: string, release: number, office: string | null): Promise<Version> {
  return ask<Version>(`/areas/${encodeURIComponent(area)}/versions`, { restore: release, office });
}

export function versionRefusals(area: string, release: number): string {
  return address(`/areas/${encodeURIComponent(area)}/versions/${release}/refusals.csv`);
}
