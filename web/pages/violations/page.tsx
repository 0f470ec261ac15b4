/** The list of facilities that stand too close, on sheets of A4, to be printed or saved as PDF by the browser. @module */
import { ArrowLeftOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import "../../style/answer.css";
import "../../style/report.css";
import "../../style/spacing.css";
import { useSpacing, useSpacingClusters } from "../../client/spacing.ts";
import { BlankPage } from "../../parts/blank-page.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { changeView, useView } from "../../state/use-view.ts";
import { AskedGate } from "../coverage/asked-gate.tsx";
import type { Asked } from "../coverage/use-asked.ts";
import { type AskedSpacing, useAskedSpacing } from "../spacing/use-spacing.ts";
import { ViolationsSheet } from "./sheet.tsx";

export function ViolationsPage() {
  return <AskedGate>{(asked) => <OfRules asked={asked} />}</AskedGate>;
}

function OfRules({ asked }: { readonly asked: Asked }) {
  const state = useAskedSpacing(asked);
  if (state.state === "ready") return <Violations spacing={state.spacing} />;
  return (
    <BlankPage>{state.state === "failed" ? <Failed error={state.error} retry={state.retry} /> : <Waiting />}</BlankPage>
  );
}

function Violations({ spacing }: { readonly spacing: AskedSpacing }) {
  const { t } = useTranslation();
  const { unit } = useView();
  const pairs = useSpacing(spacing.question, unit ?? undefined);
  const clusters = useSpacingClusters(spacing.question, unit ?? undefined);
  const error = pairs.error ?? clusters.error;
  const isWhole = pairs.data !== undefined && clusters.data !== undefined;
  const retry = () => {
    for (const query of [pairs, clusters]) void query.refetch();
  };
  return (
    <main className="report-desk" id="map" tabIndex={-1}>
      <div className="report-tools">
        <Button icon={<ArrowLeftOutlined />} onClick={() => changeView({ page: "spacing" })}>
          {t("report.back")}
        </Button>
        <span className="hint">{t("report.printHint")}</span>
        <Button type="primary" icon={<PrinterOutlined />} disabled={!isWhole} onClick={() => window.print()}>
          {t("report.print")}
        </Button>
      </div>
      <article className="report violations-sheet">
        {error !== null && <Failed error={error} retry={retry} />}
        {error === null && !isWhole && <Waiting lines={12} />}
        {isWhole && <ViolationsSheet asked={spacing.asked} pairs={pairs.data} clusters={clusters.data.items} />}
      </article>
    </main>
  );
}
