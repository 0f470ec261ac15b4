/** Runs of the service, such as imports and plans: followed until they end, or told to end. @module */
import { useQuery } from "@tanstack/react-query";
import type { Run } from "../../server/api/schemas/runs.ts";
import { cancel, get } from "./http.ts";

const POLL_MS = 700;

export function useRun<Followed extends { readonly state: string } = Run>(id: string | null) {
  return useQuery({
    queryKey: ["run", id],
    queryFn: ({ signal }) => get<Followed>(`/runs/${id}`, {}, signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === "running" ? POLL_MS : false),
  });
}

export function cancelRun(id: string): Promise<unknown> {
  return cancel(`/runs/${id}`);
}
