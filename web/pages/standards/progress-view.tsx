/** How far a programme is: milestones with their arithmetic, which way it goes, what is late, what was accepted with which score. @module */
import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useProgress } from "../../client/standards.ts";
import { Failed, Waiting } from "../../parts/states.tsx";
import { countShown } from "../../state/figures.ts";
import { changeView } from "../../state/use-view.ts";
import type { PaperId } from "../../state/view.ts";
import { AcceptanceRows } from "./acceptance-rows.tsx";
import { LateRows } from "./late-rows.tsx";
import { MilestoneRows } from "./milestone-rows.tsx";
import { TrendRows } from "./trend-rows.tsx";
import type { AskedStandards } from "./use-standards.ts";

const REPORTS: readonly PaperId[] = ["week", "month"];

export function ProgressView({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const progress = useProgress(asked.question);
  if (progress.error !== null) return <Failed error={progress.error} retry={() => void progress.refetch()} />;
  if (progress.data === undefined) return <Waiting lines={12} />;
  const { milestones, late, acceptances } = progress.data;
  const open = late.filter(({ verdict }) => verdict === "fail");
  return (
    <div
      className={`sheet-scroll progress-view${progress.isPlaceholderData ? " outdated" : ""}`}
      aria-busy={progress.isPlaceholderData}
    >
      <div className="matrix-tools">
        {REPORTS.map((paper) => (
          <Button key={paper} icon={<PrinterOutlined />} onClick={() => changeView({ page: "standards-paper", paper })}>
            {t(`standards.reports.${paper as "week"}`)}
          </Button>
        ))}
      </div>
      <section>
        <h3>{t("standards.milestones")}</h3>
        {milestones.length === 0 ? (
          <p className="hint">{t("standards.noMilestones")}</p>
        ) : (
          <MilestoneRows milestones={milestones} issued={progress.data.issued} />
        )}
      </section>
      <section>
        <h3>{t("standards.trend")}</h3>
        <TrendRows asked={asked} />
      </section>
      <section>
        <h3>
          {t("standards.lateTitle", { n: countShown(open.length) })}{" "}
          <small>{t("standards.lateHint", { done: countShown(late.length - open.length) })}</small>
        </h3>
        {late.length === 0 ? (
          <p className="hint">{t("standards.nothingLate")}</p>
        ) : (
          <LateRows findings={late} first={40} />
        )}
      </section>
      <section>
        <h3>{t("standards.acceptances", { n: countShown(acceptances.length) })}</h3>
        {acceptances.length === 0 ? (
          <p className="hint">{t("standards.noAcceptances")}</p>
        ) : (
          <AcceptanceRows acceptances={acceptances} />
        )}
      </section>
    </div>
  );
}
