/** The verdict over one place on one sheet of A4, to be printed and signed. @module */
import { ArrowLeftOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import "../../style/report.css";
import "../../style/spacing.css";
import { useSpacingCheck } from "../../client/spacing.ts";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { changeView } from "../../state/use-view.ts";
import { AskedGate } from "../coverage/asked-gate.tsx";
import type { Asked } from "../coverage/use-asked.ts";
import { useAskedSpacing } from "../spacing/use-spacing.ts";
import { VerdictSheet } from "./sheet.tsx";

export function VerdictPage() {
  return <AskedGate>{(asked) => <Verdict asked={asked} />}</AskedGate>;
}

function Verdict({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const state = useAskedSpacing(asked);
  const question = state.state === "ready" ? state.spacing.check : null;
  const check = useSpacingCheck(question);
  const isMissing = state.state === "ready" && question === null;
  const error = state.state === "failed" ? state.error : check.error;
  return (
    <main className="report-desk" id="map" tabIndex={-1}>
      <div className="report-tools">
        <Button icon={<ArrowLeftOutlined />} onClick={() => changeView({ page: "spacing" })}>
          {t("report.back")}
        </Button>
        <span className="hint">{t("report.printHint")}</span>
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          disabled={check.data === undefined}
          onClick={() => window.print()}
        >
          {t("report.print")}
        </Button>
      </div>
      <article className="report verdict-sheet">
        {error !== null ? (
          <Failed error={error} retry={() => void check.refetch()} />
        ) : isMissing ? (
          <Notice tone="empty" title={t("spacing.noPlace")} text={t("spacing.noPlaceNext")} />
        ) : check.data === undefined ? (
          <Waiting lines={12} />
        ) : (
          <VerdictSheet asked={asked} check={check.data} />
        )}
      </article>
    </main>
  );
}
