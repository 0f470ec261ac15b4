/** What a gap is called, and why it is one, in words. @module */
import { useTranslation } from "react-i18next";
import type { GapCluster } from "../../../server/api/schemas/gaps.ts";
import { countShown } from "../../state/figures.ts";

/** A detour of less is how streets are: it says nothing of the cause. */
const TOLD_DETOUR = Math.SQRT2;

export function useGapWords() {
  const { t } = useTranslation();
  const nameOf = ({ name, street, people: { residences } }: GapCluster): string => {
    const place = name ?? (street === null ? t("gaps.unnamed") : t("gaps.near", { street }));
    return residences === 1 ? place : t("gaps.several", { place, n: countShown(residences) });
  };
  const causeOf = ({ why, barriers }: GapCluster): string => {
    if (why !== "barrier" || barriers.length === 0) return t(`gaps.why.${why}`);
    const list = barriers.map(({ kind, name }) => name ?? t(`gaps.barrier.${kind}`));
    return t("gaps.across", { list: list.join(t("gaps.and")) });
  };
  const whyOf = (gap: GapCluster): string => {
    const detour = gap.straight?.detour ?? null;
    if (detour === null || detour <= TOLD_DETOUR) return causeOf(gap);
    return t("gaps.withDetour", { cause: causeOf(gap), detour: detour.toFixed(1) });
  };
  return { nameOf, whyOf };
}
