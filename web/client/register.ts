/** What the service can be asked about the register of facts, and what an office tells it. @module */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  Changed,
  FactsBody,
  FactsPage,
  NameList,
  Register,
  RegisterUnits,
  TableTaken,
  WaiverBody,
} from "../../server/api/schemas/register.ts";
import { address, ask, get, put, sendForm } from "./http.ts";

/** Facts change under an answer. */
const A_WHILE = { staleTime: 10_000 };
const FACTS_LISTED = 1000;

export function useRegister(area: string) {
  return useQuery({
    queryKey: ["register", area],
    queryFn: ({ signal }) => get<Register>(`/areas/${area}/register`, {}, signal),
    ...A_WHILE,
  });
}

/** Streets and communities of map and register. */
export function useUnits(area: string) {
  return useQuery({
    queryKey: ["register", area, "units"],
    queryFn: ({ signal }) => get<RegisterUnits>(`/areas/${area}/register/units`, {}, signal),
    ...A_WHILE,
  });
}

export function useNames(area: string, pack: string) {
  return useQuery({
    queryKey: ["register", area, "names", pack],
    queryFn: ({ signal }) => get<NameList>(`/areas/${area}/register/names`, { pack }, signal),
    ...A_WHILE,
  });
}

/** The facts of one unit, the first thousand of them. */
export function useFacts(area: string, pack: string, unit: string | null) {
  return useQuery({
    queryKey: ["register", area, "facts", pack, unit],
    queryFn: ({ signal }) =>
      get<FactsPage>(`/areas/${area}/register/facts`, { pack, unit: unit ?? "", limit: FACTS_LISTED }, signal),
    enabled: unit !== null,
    ...A_WHILE,
  });
}

/** Where the template of a pack is fetched. */
export function templateAddress(
  pack: string,
  format: "xlsx" | "csv",
  area: string,
  street: string | undefined,
): string {
  return address(`/standards/${pack}/template/${format}`, { area, street });
}

/** Answers that rest on the register. */
const STALE = [
  "register",
  "standards-matrix",
  "standards-findings",
  "standards-progress",
  "standards-money",
  "standards-trend",
];

/** Whatever is told to the register makes every finding stale. @param isTrial whether this one writes nothing */
function useTell<Told, Answer>(tell: (told: Told) => Promise<Answer>, isTrial: (told: Told) => boolean = () => false) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: tell,
    // Also where it was refused: a table that names units unsurely leaves their names waiting.
    onSettled: async (_, __, told) => {
      if (!isTrial(told)) await Promise.all(STALE.map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
}

export function useTellFact(area: string, pack: string) {
  return useTell((fact: FactsBody["facts"][number]) =>
    put<Changed>(`/areas/${area}/register/facts?pack=${encodeURIComponent(pack)}`, {
      facts: [fact],
    } satisfies FactsBody),
  );
}

export function useWaive(area: string, pack: string) {
  return useTell((waiver: Omit<WaiverBody, "pack">) =>
    ask<Changed>(`/areas/${area}/register/waivers`, { pack, ...waiver } satisfies WaiverBody),
  );
}

export function useDecideName(area: string, pack: string) {
  return useTell((named: { readonly street: string | null; readonly written: string; readonly unit: string | null }) =>
    ask<Changed>(`/areas/${area}/register/names`, { pack, ...named }),
  );
}

export interface SentTable {
  readonly file: File;
  readonly dryRun: boolean;
}

export function useSendTable(area: string, pack: string) {
  return useTell(
    ({ file, dryRun }: SentTable) =>
      sendForm<TableTaken>(`/areas/${area}/register/facts`, { pack, dryRun: String(dryRun) }, file),
    ({ dryRun }) => dryRun,
  );
}
