/** The verdict over one place on one sheet of A4, to be printed and signed. @module */
import { useTranslation } from "react-i18next";
import { useSpacingCheck } from "../../client/spacing.ts";
import { PrintDesk } from "../../parts/print-desk.tsx";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { RulesGate } from "../spacing/rules-gate.tsx";
import type { AskedSpacing } from "../spacing/use-spacing.ts";
import { VerdictSheet } from "./sheet.tsx";
import "../../style/spacing.css";

export function VerdictPage() {
  return <RulesGate>{(spacing) => <Verdict spacing={spacing} />}</RulesGate>;
}

function Verdict({ spacing }: { readonly spacing: AskedSpacing }) {
  const { t } = useTranslation();
  const check = useSpacingCheck(spacing.check);
  return (
    <PrintDesk
      back="spacing"
      backLabel={t("report.back")}
      hint={t("report.printHint")}
      paper="verdict-sheet"
      isReady={check.data !== undefined}
    >
      {check.error !== null ? (
        <Failed error={check.error} retry={() => void check.refetch()} />
      ) : spacing.check === null ? (
        <Notice tone="empty" title={t("spacing.noPlace")} text={t("spacing.noPlaceNext")} />
      ) : check.data === undefined ? (
        <Waiting lines={12} />
      ) : (
        <VerdictSheet asked={spacing.asked} check={check.data} />
      )}
    </PrintDesk>
  );
}
