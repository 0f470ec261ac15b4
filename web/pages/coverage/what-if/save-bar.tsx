/** Saving: a name for what has none; and where somebody else saved meanwhile, three ways out that lose nothing. @module */
import { ShareAltOutlined, SwapOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../../../server/api/schemas/scenarios.ts";
import { ServiceError } from "../../../client/http.ts";
import { forgetScenarios, makeScenario, readScenario, replaceScenario } from "../../../client/scenarios.ts";
import { ProblemText } from "../../../parts/states.tsx";
import { changeView } from "../../../state/use-view.ts";
import type { Asked } from "../use-asked.ts";
import { NameForm } from "./name-form.tsx";
import { ShareLink } from "./share-link.tsx";
import type { Plan } from "./use-plan.ts";

export function SaveBar({ asked: { area }, plan }: { readonly asked: Asked; readonly plan: Plan }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<"name" | "share" | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { saved, of, changes, unsaved } = plan;
  const run = async (work: () => Promise<Scenario>) => {
    setError(null);
    try {
      const { id } = await work();
      setDoing(null);
      await forgetScenarios(queries);
      changeView({ scenario: id, draft: null });
    } catch (reason) {
      setError(reason as Error);
      await forgetScenarios(queries);
    }
  };
  const saveAs = (name: string) => run(() => makeScenario(area.id, name, changes));
  const isGone = saved === null && of !== null;
  return (
    <section className="save-bar" aria-label={t("whatIf.save")}>
      <div className="section-head">
        <h2>{saved?.name ?? t("whatIf.unnamed")}</h2>
        {saved !== null && (
          <Button
            type="text"
            icon={<ShareAltOutlined />}
            aria-label={t("whatIf.share")}
            title={t("whatIf.share")}
            onClick={() => setDoing(doing === "share" ? null : "share")}
          />
        )}
      </div>
      {(saved !== null || changes.length > 0) && (
        <p className="hint" role="status">
          {unsaved || saved === null ? t("whatIf.unsaved") : t("whatIf.saved", { revision: saved.revision })}
        </p>
      )}
      {isGone && <Alert type="warning" showIcon title={t("whatIf.gone")} />}
      {saved === null || doing === "name" ? (
        <NameForm
          key={saved?.id ?? "new"}
          initial={saved === null ? "" : t("whatIf.copyOf", { name: saved.name })}
          verb={t(saved === null ? "whatIf.save" : "whatIf.saveAs")}
          onName={saveAs}
          {...(saved !== null && { onCancel: () => setDoing(null) })}
        />
      ) : (
        <div className="row-of-buttons">
          {unsaved && of !== null && (
            <Button type="primary" onClick={() => void run(() => replaceScenario(of, saved.name, changes))}>
              {t("whatIf.save")}
            </Button>
          )}
          {unsaved && <Button onClick={() => setDoing("name")}>{t("whatIf.saveAs")}</Button>}
          {unsaved && <Button onClick={() => changeView({ draft: null })}>{t("whatIf.discard")}</Button>}
          {!unsaved && (
            <Button
              icon={<SwapOutlined />}
              onClick={() =>
                changeView({ mode: null, scenario: null, draft: null, compare: { kind: "scenario", id: saved.id } })
              }
            >
              {t("whatIf.compare")}
            </Button>
          )}
        </div>
      )}
      {doing === "share" && saved !== null && <ShareLink id={saved.id} onClose={() => setDoing(null)} />}
      {error !== null && <Unsaved error={error} plan={plan} onRun={run} onSaveAs={() => setDoing("name")} />}
    </section>
  );
}

interface UnsavedProps {
  readonly error: Error;
  readonly plan: Plan;
  readonly onRun: (work: () => Promise<Scenario>) => Promise<void>;
  readonly onSaveAs: () => void;
}

function Unsaved({ error, plan: { of, changes, saved }, onRun, onSaveAs }: UnsavedProps) {
  const { t } = useTranslation();
  const isConflict = error instanceof ServiceError && error.code === "scenario_changed_meanwhile";
  if (!isConflict || of === null) return <Alert type="error" showIcon title={<ProblemText error={error} />} />;
  const over = async () => {
    const latest = await readScenario(of.id);
    return replaceScenario(latest, latest.name, changes);
  };
  return (
    <Alert
      type="warning"
      showIcon
      title={t("whatIf.conflict", { found: error.fields.found ?? saved?.revision ?? "" })}
      description={
        <>
          <p>{t("whatIf.conflictWhy", { mine: of.revision })}</p>
          <div className="column-of-buttons">
            <Button size="small" onClick={onSaveAs}>
              {t("whatIf.conflictSaveAs")}
            </Button>
            <Button size="small" danger onClick={() => void onRun(over)}>
              {t("whatIf.conflictOver")}
            </Button>
            <Button size="small" onClick={() => changeView({ draft: null })}>
              {t("whatIf.conflictTheirs")}
            </Button>
          </div>
        </>
      }
    />
  );
}
