/** The area that is looked at: the one in the address, else the first there is. @module */
import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { Area } from "../../server/api/schemas/areas.ts";
import { useAreas } from "../client/queries.ts";
import { changeView, useView } from "../state/use-view.ts";

interface Areas {
  readonly list: readonly Area[] | null;
  /** Null while reading, when there is none, and when the address names one that does not exist. */
  readonly area: Area | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

const Context = createContext<Areas | null>(null);

export function AreaProvider({ children }: { readonly children: ReactNode }) {
  const { area: wanted } = useView();
  const { data, error, refetch } = useAreas();
  const list = data?.items ?? null;
  useEffect(() => {
    if (wanted === null && list !== null && list.length > 0) changeView({ area: list[0].id }, "replace");
  }, [wanted, list]);
  const area = list?.find(({ id }) => id === wanted) ?? null;
  return <Context value={{ list, area, error, retry: () => void refetch() }}>{children}</Context>;
}

export function useArea(): Areas {
  const areas = useContext(Context);
  if (areas === null) throw new Error("useArea needs an AreaProvider above it");
  return areas;
}
