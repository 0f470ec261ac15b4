/** Sheets of the page of standards, to be printed on A4 or A3 or saved as PDF by the browser. @module */
import { ArrowLeftOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../../state/use-view.ts";
import type { PaperSize } from "../../state/view.ts";
import { StandardsGate } from "../standards/standards-gate.tsx";
import type { AskedStandards } from "../standards/use-standards.ts";
import { CommunityPaper } from "./community-paper.tsx";
import { MatrixPaper } from "./matrix-paper.tsx";
import { ReportPaper } from "./report-paper.tsx";
import "../../style/report.css";
import "../../style/standards.css";
import "../../style/standards-lists.css";
import "../../style/table.css";
import "../../style/standards-paper.css";

const SIZES: readonly PaperSize[] = ["a4", "a3"];

export function PaperPage() {
  return <StandardsGate>{(asked) => <Paper asked={asked} />}</StandardsGate>;
}

function Paper({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const { size, paper } = useView();
  // The matrix lies across; lists stand.
  const sheet = paper === "matrix" ? `paper-${size}-wide` : `paper-${size}`;
  return (
    <main className="report-desk" id="map" tabIndex={-1} aria-label={t("paper.title")}>
      {/* Named pages of a style sheet are passed over where all fits on one page. */}
      <style>{`@page { size: ${size}${paper === "matrix" ? " landscape" : ""}; margin: 13mm; }`}</style>
      <div className={`report-tools ${sheet}`}>
        <Button icon={<ArrowLeftOutlined />} onClick={() => changeView({ page: "standards" })}>
          {t("paper.back")}
        </Button>
        <Select
          aria-label={t("paper.size")}
          value={size}
          options={SIZES.map((value) => ({ value, label: t(`paper.sizes.${value}`) }))}
          onChange={(value) => changeView({ size: value }, "replace")}
        />
        <span className="hint">{t("paper.hint")}</span>
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t("report.print")}
        </Button>
      </div>
      <article className={`report paper ${sheet}`}>
        {paper === "matrix" && <MatrixPaper asked={asked} />}
        {paper === "community" && <CommunityPaper asked={asked} />}
        {(paper === "week" || paper === "month") && <ReportPaper asked={asked} period={paper} />}
      </article>
    </main>
  );
}
