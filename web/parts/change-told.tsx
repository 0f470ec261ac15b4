/** What a plan changes for one cell or one residence, before and after. @module */
import { useTranslation } from "react-i18next";
import type { ChangeTold as Told } from "../map/what-if-scene.ts";
import { countShown, minutesShown } from "../state/figures.ts";
import { useView } from "../state/use-view.ts";

export function ChangeTold({ told: { of, residents, turn, before, after } }: { readonly told: Told }) {
  const { t } = useTranslation();
  const { minutes: limit } = useView();
  const isResidence = before.verdict !== null;
  // A mean of several walks is held against no limit.
  const minutes = (seconds: number | null) =>
    seconds === null ? t("whatIf.told.never") : minutesShown(seconds, isResidence ? limit : null);
  return (
    <>
      <b>{t(`whatIf.told.${turn}`)}</b>
      {before.covered !== null && after.covered !== null && before.covered !== after.covered && (
        <span>
          {t("whatIf.told.covered", { before: countShown(before.covered), after: countShown(after.covered) })}
        </span>
      )}
      <span>
        {t(isResidence ? "whatIf.told.walk" : "whatIf.told.mean", {
          before: minutes(before.seconds),
          after: minutes(after.seconds),
        })}
      </span>
      <span>
        {[residents !== null && t("whatIf.told.residents", { n: countShown(residents) }), of]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </>
  );
}
