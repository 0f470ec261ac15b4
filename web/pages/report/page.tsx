/** The report: one question on A4, to be printed or saved as PDF by the browser. @module */
import { ArrowLeftOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import "../../style/answer.css";
import "../../style/report.css";
import { useCoverage, useGaps } from "../../client/queries.ts";
import { Failed, Waiting } from "../../parts/states.tsx";
import { changeView } from "../../state/use-view.ts";
import { AskedGate } from "../coverage/asked-gate.tsx";
import type { Asked } from "../coverage/use-asked.ts";
import { ReportGaps } from "./gaps.tsx";
import { ReportHead } from "./head.tsx";
import { ReportMap } from "./map.tsx";
import { ReportMethod } from "./method.tsx";
import { ReportUnits } from "./units.tsx";

export function ReportPage() {
  return <AskedGate>{(asked) => <Report asked={asked} />}</AskedGate>;
}

function Report({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const subdistricts = useCoverage(asked.question, "subdistrict");
  const communities = useCoverage(asked.question, "community");
  const gaps = useGaps(asked.question);
  const error = subdistricts.error ?? communities.error ?? gaps.error;
  const retry = () => {
    for (const query of [subdistricts, communities, gaps]) void query.refetch();
  };
  const listed = gaps.data?.pages[0].items ?? null;
  const isWhole = subdistricts.data !== undefined && communities.data !== undefined && listed !== null;
  return (
    <main className="report-desk" id="map" tabIndex={-1}>
      <div className="report-tools">
        <Button icon={<ArrowLeftOutlined />} onClick={() => changeView({ page: "coverage" })}>
          {t("report.back")}
        </Button>
        <span className="hint">{t("report.printHint")}</span>
        <Button type="primary" icon={<PrinterOutlined />} disabled={!isWhole} onClick={() => window.print()}>
          {t("report.print")}
        </Button>
      </div>
      <article className="report">
        {error !== null && <Failed error={error} retry={retry} />}
        {error === null && !isWhole && <Waiting lines={12} />}
        {isWhole && (
          <>
            <ReportHead asked={asked} coverage={communities.data} />
            <ReportMap asked={asked} listed={listed} />
            <ReportUnits asked={asked} coverage={subdistricts.data} level="subdistrict" />
            <ReportUnits asked={asked} coverage={communities.data} level="community" />
            <ReportGaps asked={asked} listed={listed} uncovered={communities.data.whole.residences.uncovered} />
            <ReportMethod asked={asked} coverage={communities.data} />
          </>
        )}
      </article>
    </main>
  );
}
