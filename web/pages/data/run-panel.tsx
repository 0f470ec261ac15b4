/** An import being followed: what is being done, how far, how long still; then what was taken and refused. @module */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Run } from "../../../server/api/schemas/runs.ts";
import { cancelRun, useRun } from "../../client/runs.ts";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { changeView, useView } from "../../state/use-view.ts";
import { RunReport } from "./run-report.tsx";

/** Nothing of the view before fits another area. */
const WHOLE = { category: null, camera: null, place: null, residence: null, unit: null } as const;
/** Before this share is done, what is left cannot be told. */
const TELLING_SHARE = 0.05;

interface Props {
  readonly id: string;
  /** The files of the run are imported. */
  readonly onImported: () => void;
}

export function RunPanel({ id, onImported }: Props) {
  const { t } = useTranslation();
  const { data: run, error, refetch } = useRun(id);
  const queries = useQueryClient();
  const imported = run?.state === "done" ? (run.report?.area ?? null) : null;
  useEffect(() => {
    if (imported === null) return;
    onImported();
    void queries.invalidateQueries({ queryKey: ["areas"] });
    changeView({ ...WHOLE, area: imported }, "replace");
  }, [imported, queries, onImported]);
  const again = (
    <Button onClick={() => changeView({ run: null })}>
      {t(run?.state === "done" ? "data.again" : "data.backToFiles")}
    </Button>
  );
  if (error !== null && run === undefined) {
    return (
      <section className="panel">
        <Failed error={error} retry={() => void refetch()} />
        {again}
      </section>
    );
  }
  if (run === undefined) return <Waiting />;
  return (
    <section className="panel" aria-live="polite" aria-labelledby="run-title">
      <h2 id="run-title">{run.state === "running" ? t("data.running") : t("data.import")}</h2>
      {run.state === "running" && <Running run={run} />}
      {run.state === "failed" && <Notice tone="failed" title={t("data.failed")} text={run.problem?.detail} />}
      {run.state === "cancelled" && <Notice tone="empty" title={t("data.cancelled")} />}
      {run.state === "done" && (
        <>
          <Notice
            tone="good"
            title={t("data.done")}
            action={
              imported === null
                ? undefined
                : {
                    label: t("data.see"),
                    onClick: () => changeView({ ...WHOLE, page: "coverage", area: imported, run: null }),
                  }
            }
          />
          {run.report !== null && <RunReport id={id} report={run.report} />}
        </>
      )}
      {run.state !== "running" && again}
    </section>
  );
}

function Running({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { language } = useView();
  const [why, setWhy] = useState<string | null>(null);
  const elapsed = (Date.now() - Date.parse(run.startedAt)) / 1000;
  const left = run.progress >= TELLING_SHARE ? (elapsed / run.progress) * (1 - run.progress) : null;
  return (
    <>
      <p>
        {run.step[language]}
        {left !== null &&
          ` · ${t("data.remaining", { time: left < 90 ? t("data.seconds", { n: Math.max(1, Math.ceil(left)) }) : t("data.minutes", { n: Math.ceil(left / 60) }) })}`}
      </p>
      <Progress percent={Math.floor(run.progress * 100)} aria-label={t("data.running")} />
      <Button
        onClick={() => {
          cancelRun(run.id).catch((reason: Error) => setWhy(reason.message));
        }}
      >
        {t("data.cancel")}
      </Button>
      {why !== null && (
        <p className="bad" role="alert">
          {t("data.cancelFailed", { why })}
        </p>
      )}
    </>
  );
}
