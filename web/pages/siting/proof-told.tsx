/** How good the plan is known to be: method, value, bound and gap, and whether it is proved. @module */
import { useTranslation } from "react-i18next";
import type { SitingAnswer } from "../../../server/api/schemas/siting.ts";
import { gapShown, valueShown, valueUnit } from "./figures.ts";

interface Props {
  readonly answer: SitingAnswer;
  readonly running: boolean;
}

export function ProofTold({ answer, running }: Props) {
  const { t } = useTranslation();
  const { status, gap, method, stopped, value, bound, unit } = answer;
  const isProved = status === "optimal" && (!running || gap === 0);
  const why = isProved || running || stopped === null ? null : t(`siting.why.${stopped}`);
  const unitShown = t(valueUnit(answer));
  return (
    <div className={`proof ${isProved ? "is-proved" : "is-open"}`} data-gap={gap} data-status={status}>
      <b>{isProved ? t("siting.proved") : t(running ? "siting.gapYet" : "siting.gap", { gap: gapShown(gap) })}</b>
      {why !== null && <span>{why}</span>}
      <dl>
        <div className="proof-row">
          <dt>{t(`siting.valueOf.${answer.objective}`)}</dt>
          <dd>
            {valueShown(unit, value)} {unitShown}
          </dd>
        </div>
        <div className="proof-row">
          <dt>{t(answer.objective === "cover" ? "siting.boundAbove" : "siting.boundBelow")}</dt>
          <dd>
            {valueShown(unit, bound)} {unitShown}
          </dd>
        </div>
        <div className="proof-row">
          <dt>{t("siting.method")}</dt>
          <dd>{t(`siting.methods.${method}`)}</dd>
        </div>
      </dl>
    </div>
  );
}
