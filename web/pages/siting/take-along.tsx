/** What becomes of a plan: a list to sign from, and a scenario to be looked at, compared and shared. @module */
import { DownloadOutlined, SwapOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../../server/api/schemas/scenarios.ts";
import type { SitingAnswer } from "../../../server/api/schemas/siting.ts";
import { address } from "../../client/http.ts";
import { forgetScenarios, makeScenario } from "../../client/scenarios.ts";
import { ProblemText } from "../../parts/states.tsx";
import { changeView, useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { NameForm } from "../coverage/what-if/name-form.tsx";
import type { Siting } from "./use-siting.ts";

interface Props {
  readonly siting: Siting;
  readonly answer: SitingAnswer;
}

export function SitingTakeAlong({ siting, answer }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { language } = useView();
  const queries = useQueryClient();
  const { asked, solving, changes, apart } = siting;
  const [isNaming, setNaming] = useState(false);
  /** With the plan that it holds: another plan is another scenario. */
  const [saved, setSaved] = useState<{ readonly scenario: Scenario; readonly of: Siting["changes"] } | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { run, outdated } = solving;
  const category = words(asked.category.name);
  const save = async (name: string) => {
    setError(null);
    try {
      setSaved({ scenario: await makeScenario(asked.area.id, name, changes), of: changes });
      setNaming(false);
      await forgetScenarios(queries);
    } catch (reason) {
      setError(reason as Error);
    }
  };
  const kept = saved?.of === changes ? saved.scenario : null;
  return (
    <section className="siting-keep" aria-label={t("siting.keep")}>
      <div className="row-of-buttons">
        <Button
          icon={<DownloadOutlined />}
          disabled={run === null || outdated}
          {...(run !== null &&
            !outdated && {
              href: address(`/runs/${run.id}/signing-list.xlsx`, { lang: language }),
              download: true,
            })}
        >
          {t("siting.signingList")}
        </Button>
        {apart === null && kept === null && !isNaming && (
          <Button disabled={outdated} onClick={() => setNaming(true)}>
            {t("siting.save")}
          </Button>
        )}
      </div>
      {apart !== null && <p className="hint">{t("siting.apart")}</p>}
      {isNaming && kept === null && (
        <NameForm
          initial={t("siting.nameOf", { category, n: answer.sites.length })}
          verb={t("whatIf.save")}
          onName={save}
          onCancel={() => setNaming(false)}
        />
      )}
      {kept !== null && (
        <Alert
          type="success"
          showIcon
          title={t("siting.savedAs", { name: kept.name })}
          description={
            <div className="row-of-buttons">
              <Button
                size="small"
                onClick={() => changeView({ page: "coverage", scenario: kept.id, compare: null, mode: null, at: null })}
              >
                {t("siting.seeCoverage")}
              </Button>
              <Button
                size="small"
                icon={<SwapOutlined />}
                onClick={() =>
                  changeView({
                    page: "coverage",
                    scenario: null,
                    mode: null,
                    at: null,
                    compare: { kind: "scenario", id: kept.id },
                  })
                }
              >
                {t("whatIf.compare")}
              </Button>
            </div>
          }
        />
      )}
      {error !== null && <Alert type="error" showIcon title={<ProblemText error={error} />} />}
    </section>
  );
}
