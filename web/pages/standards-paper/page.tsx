/** Sheets of the page of standards, to be printed on A4 or A3 or saved as PDF by the browser. @module */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { PrintDesk } from "../../parts/print-desk.tsx";
import { changeView, useView } from "../../state/use-view.ts";
import { PAPER_SIZES } from "../../state/view.ts";
import { StandardsGate } from "../standards/standards-gate.tsx";
import type { AskedStandards } from "../standards/use-standards.ts";
import { CommunityPaper } from "./community-paper.tsx";
import { MatrixPaper } from "./matrix-paper.tsx";
import { ReportPaper } from "./report-paper.tsx";
import "../../style/standards.css";
import "../../style/standards-lists.css";
import "../../style/table.css";
import "../../style/standards-paper.css";

export function PaperPage() {
  return <StandardsGate>{(asked) => <Paper asked={asked} />}</StandardsGate>;
}

function Paper({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const { size, paper } = useView();
  // The matrix lies across; lists stand.
  const sheet = paper === "matrix" ? `paper-${size}-wide` : `paper-${size}`;
  return (
    <>
      {/* Named pages of a style sheet are passed over where all fits on one page. */}
      <style>{`@page { size: ${size}${paper === "matrix" ? " landscape" : ""}; margin: 13mm; }`}</style>
      <PrintDesk
        back="standards"
        backLabel={t("paper.back")}
        hint={t("paper.hint")}
        label={t("paper.title")}
        paper="paper"
        width={sheet}
        isReady
        tools={
          <Select
            aria-label={t("paper.size")}
            value={size}
            options={PAPER_SIZES.map((value) => ({ value, label: t(`paper.sizes.${value}`) }))}
            onChange={(value) => changeView({ size: value }, "replace")}
          />
        }
      >
        {paper === "matrix" && <MatrixPaper asked={asked} />}
        {paper === "community" && <CommunityPaper asked={asked} />}
        {(paper === "week" || paper === "month") && <ReportPaper asked={asked} period={paper} />}
      </PrintDesk>
    </>
  );
}
