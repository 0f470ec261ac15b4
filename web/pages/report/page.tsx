/** The report: one question on A4, to be printed or saved as PDF by the browser. @module */
import { useTranslation } from "react-i18next";
import "../../style/answer.css";
import { useCoverage, useGapClusters } from "../../client/queries.ts";
import { PrintDesk } from "../../parts/print-desk.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { AskedGate } from "../coverage/asked-gate.tsx";
import type { Asked } from "../coverage/use-asked.ts";
import { ReportGaps } from "./gaps.tsx";
import { ReportHead } from "./head.tsx";
import { ReportMap } from "./map.tsx";
import { ReportMethod } from "./method.tsx";
import { ReportUnits } from "./units.tsx";

const GAPS_LISTED = 12;

export function ReportPage() {
  return <AskedGate>{(asked) => <Report asked={asked} />}</AskedGate>;
}

function Report({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const subdistricts = useCoverage(asked.question, "subdistrict");
  const communities = useCoverage(asked.question, "community");
  const gaps = useGapClusters(asked.question, GAPS_LISTED);
  const error = subdistricts.error ?? communities.error ?? gaps.error;
  const retry = () => {
    for (const query of [subdistricts, communities, gaps]) void query.refetch();
  };
  const isWhole = subdistricts.data !== undefined && communities.data !== undefined && gaps.data !== undefined;
  return (
    <PrintDesk back="coverage" backLabel={t("report.back")} hint={t("report.printHint")} isReady={isWhole}>
      {error !== null && <Failed error={error} retry={retry} />}
      {error === null && !isWhole && <Waiting lines={12} />}
      {isWhole && (
        <>
          <ReportHead asked={asked} coverage={communities.data} />
          <ReportMap asked={asked} listed={gaps.data.items} />
          <ReportUnits asked={asked} coverage={subdistricts.data} level="subdistrict" />
          <ReportUnits asked={asked} coverage={communities.data} level="community" />
          <ReportGaps asked={asked} gaps={gaps.data} />
          <ReportMethod asked={asked} coverage={communities.data} />
        </>
      )}
    </PrintDesk>
  );
}
