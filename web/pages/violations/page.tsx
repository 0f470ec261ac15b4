/** The list of facilities that stand too close, on sheets of A4, to be printed or saved as PDF by the browser. @module */
import { useTranslation } from "react-i18next";
import "../../style/answer.css";
import { useSpacing, useSpacingClusters } from "../../client/spacing.ts";
import { PrintDesk } from "../../parts/print-desk.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { useView } from "../../state/use-view.ts";
import { RulesGate } from "../spacing/rules-gate.tsx";
import type { AskedSpacing } from "../spacing/use-spacing.ts";
import { ViolationsSheet } from "./sheet.tsx";
import "../../style/spacing.css";

export function ViolationsPage() {
  return <RulesGate>{(spacing) => <Violations spacing={spacing} />}</RulesGate>;
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
    <PrintDesk
      back="spacing"
      backLabel={t("report.back")}
      hint={t("report.printHint")}
      paper="violations-sheet"
      isReady={isWhole}
    >
      {error !== null && <Failed error={error} retry={retry} />}
      {error === null && !isWhole && <Waiting lines={12} />}
      {isWhole && <ViolationsSheet asked={spacing.asked} pairs={pairs.data} clusters={clusters.data.items} />}
    </PrintDesk>
  );
}
