/** What is asked on the page of standards: the view, made whole with the packs that there are and the day of today. @module */

import type { Area } from "../../../server/api/schemas/areas.ts";
import type { PackDetail } from "../../../server/api/schemas/standard-views.ts";
import type { PackList } from "../../../server/api/schemas/standards.ts";
import { type StandardsQuestion, usePack, usePacks } from "../../client/standards.ts";
import { dayShown } from "../../state/figures.ts";
import { useView } from "../../state/use-view.ts";

/** The national standard, which is asked everywhere. */
const USUAL_PACK = "gb50180-2018";

export type PackSummary = PackList["items"][number];

export interface AskedStandards {
  readonly area: Area;
  readonly packs: readonly PackSummary[];
  readonly pack: PackDetail;
  readonly question: StandardsQuestion;
}

export type StandardsState =
  | { readonly state: "ready"; readonly asked: AskedStandards }
  | { readonly state: "waiting" }
  | { readonly state: "failed"; readonly error: Error; readonly retry: () => void }
  | { readonly state: "pack_unknown"; readonly wanted: string; readonly instead: PackSummary };

export function useStandards(area: Area): StandardsState {
  const view = useView();
  const packs = usePacks();
  const list = packs.data?.items ?? [];
  const summary = list.find(({ id }) => id === (view.pack ?? USUAL_PACK)) ?? (view.pack === null ? list[0] : undefined);
  const pack = usePack(summary?.id ?? null);
  const error = packs.error ?? pack.error;
  if (error !== null) {
    const retry = () => {
      void packs.refetch();
      void pack.refetch();
    };
    return { state: "failed", error, retry };
  }
  if (packs.data === undefined) return { state: "waiting" };
  if (summary === undefined) return { state: "pack_unknown", wanted: view.pack ?? "", instead: list[0] };
  if (pack.data === undefined) return { state: "waiting" };
  const question: StandardsQuestion = {
    area: area.id,
    release: area.release,
    pack: summary.id,
    asOf: view.date ?? today(),
    street: view.street ?? undefined,
    profile: view.profile,
  };
  return { state: "ready", asked: { area, packs: list, pack: pack.data, question } };
}

/** The day in China, by which the service dates its answers too. */
export function today(): string {
  return dayShown(new Date().toISOString());
}
