/** The dry run: how far it is, then what an import of these files would take and refuse. @module */
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { CheckRun } from "../../../server/api/schemas/runs.ts";
import { cancelRun } from "../../client/runs.ts";
import { countShown } from "../../state/figures.ts";
import { useView } from "../../state/use-view.ts";
import { RunReport } from "./run-report.tsx";

export function CheckPanel({ run }: { readonly run: CheckRun }) {
  const { t } = useTranslation();
  const { language } = useView();
  if (run.state === "running") {
    return (
      <div className="progress-row">
        <span>
          {t("data.checking")} · {run.step[language]}
        </span>
        <Progress percent={Math.floor(run.progress * 100)} size="small" aria-label={t("data.checking")} />
        <Button onClick={() => void cancelRun(run.id).catch(() => {})}>{t("data.cancel")}</Button>
      </div>
    );
  }
  if (run.state === "cancelled") return <p className="hint">{t("data.checkCancelled")}</p>;
  if (run.report === null) {
    return (
      <p className="doubt" role="alert">
        <b>{t("data.checkFailed")}</b> {run.problem?.detail}
      </p>
    );
  }
  const refused = run.report.files
    .filter(({ kind }) => kind.endsWith("_file"))
    .reduce((sum, file) => sum + file.refused, 0);
  return (
    <section className="check-result" aria-live="polite" aria-label={t("data.checked")}>
      <p className={refused > 0 ? "doubt" : "good"}>
        {refused > 0 ? t("data.checkedSome", { n: countShown(refused) }) : t("data.checkedAll")}
      </p>
      <RunReport id={run.id} report={run.report} />
    </section>
  );
}
