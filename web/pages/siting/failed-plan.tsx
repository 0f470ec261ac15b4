/** Why there is no plan: conditions that clash by name, places that are no candidates any more, or a service that says nothing. @module */
import { useTranslation } from "react-i18next";
import { ServiceError } from "../../client/http.ts";
import { Failed, Notice, ProblemText } from "../../parts/states.tsx";
import { useView } from "../../state/use-view.ts";
import { changeSiting } from "./change.ts";
import { clashesOf } from "./figures.ts";
import type { Siting } from "./use-siting.ts";

export function FailedPlan({ error, siting: { solving } }: { readonly error: Error; readonly siting: Siting }) {
  const { t } = useTranslation();
  const { language } = useView();
  const code = error instanceof ServiceError ? error.code : null;
  if (error instanceof ServiceError && code === "siting_infeasible")
    return (
      <Notice
        tone="failed"
        title={t("siting.infeasible")}
        text={
          <>
            <span className="clashes">
              {clashesOf(error.fields, language).map((one) => (
                <span key={one}>{one}</span>
              ))}
            </span>
            {t("siting.infeasibleNext")}
          </>
        }
      />
    );
  if (code === "siting_undecided")
    return (
      <Notice
        tone="failed"
        title={t("siting.undecided")}
        text={<ProblemText error={error} />}
        action={{ label: t("siting.moreTime"), onClick: () => changeSiting({ seconds: 120 }) }}
      />
    );
  if (code === "candidate_unknown")
    return (
      <Notice
        tone="failed"
        title={t("siting.gone")}
        text={<ProblemText error={error} />}
        action={{ label: t("siting.clearAll"), onClick: () => changeSiting({ force: [], forbid: [], site: null }) }}
      />
    );
  return <Failed error={error} retry={solving.again} />;
}
