/** What the service can be asked about the register of facts, and what an office tells it. @module */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  Changed,
  FactsBody,
  FactsPage,
  NameList,
  PricesBody,
  Register,
  RegisterUnits,
  TableTaken,
  WaiverBody,
} from "../../server/api/schemas/register.ts";
import type { RestoreRegisterBody, SettingList, SettingsBody } from "../../server/api/schemas/register-settings.ts";
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

/** A filled table tells facts, or prices of facilities and markets. */
export type TableKind = "facts" | "prices";

/** Where the template of a pack is fetched. */
export function templateAddress(
  pack: string,
  format: "xlsx" | "csv",
  area: string,
  street: string | undefined,
  table: TableKind,
): string {
  return address(`/standards/${pack}/template/${format}`, { area, street, table });
}

/** Answers that rest on the register. */
const STALE = [
  "register",
  "standards-matrix",
  "standards-findings",
  "standards-progress",
  "standards-money",
  "standards-trend",
  "standards-compare",
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

/** As an office calls itself; "" where nobody says. */
function byOffice(office: string): { readonly office?: string } {
  return office.trim() === "" ? {} : { office: office.trim() };
}

export function useTellFact(area: string, pack: string, office: string) {
  return useTell((fact: FactsBody["facts"][number]) =>
    put<Changed>(`/areas/${area}/register/facts?pack=${encodeURIComponent(pack)}`, {
      ...byOffice(office),
      facts: [fact],
    } satisfies FactsBody),
  );
}

export function useTellPrice(area: string, pack: string, office: string) {
  return useTell((price: PricesBody["prices"][number]) =>
    put<Changed>(`/areas/${area}/register/prices?pack=${encodeURIComponent(pack)}`, {
      ...byOffice(office),
      prices: [price],
    } satisfies PricesBody),
  );
}

/** Parameters of a pack, with what the district has set. */
export function useSettings(area: string, pack: string) {
  return useQuery({
    queryKey: ["register", area, "settings", pack],
    queryFn: ({ signal }) => get<SettingList>(`/areas/${area}/register/settings`, { pack }, signal),
    ...A_WHILE,
  });
}

/** @param office must say who it is */
export function useSet(area: string, pack: string, office: string) {
  return useTell((setting: SettingsBody["settings"][number]) =>
    put<Changed>(`/areas/${area}/register/settings?pack=${encodeURIComponent(pack)}`, {
      office: office.trim(),
      settings: [setting],
    } satisfies SettingsBody),
  );
}

/** An earlier version of the register counts again, as one more version. */
export function useRestoreRegister(area: string, office: string) {
  return useTell((version: number) =>
    ask<Changed>(`/areas/${area}/register/versions`, {
      ...byOffice(office),
      restore: version,
    } satisfies RestoreRegisterBody),
  );
}

export function useWaive(area: string, pack: string) {
  return useTell((waiver: Omit<WaiverBody, "pack">) =>
    ask<Changed>(`/areas/${area}/register/waivers`, { pack, ...waiver } satisfies WaiverBody),
  );
}

export function useDecideName(area: string, pack: string, office: string) {
  return useTell((named: { readonly street: string | null; readonly written: string; readonly unit: string | null }) =>
    ask<Changed>(`/areas/${area}/register/names`, { pack, ...byOffice(office), ...named }),
  );
}

export interface SentTable {
  readonly file: File;
  readonly dryRun: boolean;
}

export function useSendTable(area: string, pack: string, table: TableKind, office: string) {
  return useTell(
    ({ file, dryRun }: SentTable) =>
      sendForm<TableTaken>(
        `/areas/${area}/register/${table}`,
        { pack, ...byOffice(office), dryRun: String(dryRun) },
        file,
      ),
    ({ dryRun }) => dryRun,
  );
}
