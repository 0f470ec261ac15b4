/** That a scenario is shown, not the area as it is; what of it does not apply any more; and the way back. @module */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../../server/api/schemas/scenarios.ts";
import { changeView } from "../../state/use-view.ts";

export function ScenarioTag({ scenario: { name, revision, stale } }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  return (
    <div className="field" role="status">
      <span className="tag tag-scenario">{t("scenario.shown", { name, revision })}</span>
      {stale.length > 0 && <small>{t("scenario.stale", { n: stale.length })}</small>}
      <Button size="small" onClick={() => changeView({ mode: "what-if" })}>
        {t("scenario.change")}
      </Button>
      <Button size="small" onClick={() => changeView({ scenario: null })}>
        {t("scenario.back")}
      </Button>
    </div>
  );
}
