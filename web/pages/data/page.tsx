/** Data: bring an area's files in, and see what is stored of it. @module */
import { useTranslation } from "react-i18next";
import { useArea } from "../../parts/area-context.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { useView } from "../../state/use-view.ts";
import { Datasets } from "./datasets.tsx";
import { ImportForm } from "./import-form.tsx";
import { RunPanel } from "./run-panel.tsx";
import "../../style/data.css";

export function DataPage() {
  const { t } = useTranslation();
  const { run } = useView();
  const { list, area, error, retry } = useArea();
  return (
    <main className="data-page" id="map" tabIndex={-1} aria-label={t("data.title")}>
      <div className="data-column">{run === null ? <ImportForm /> : <RunPanel id={run} />}</div>
      <div className="data-column">
        {error !== null && <Failed error={error} retry={retry} />}
        {error === null && list === null && <Waiting />}
        {area !== null && <Datasets area={area} />}
      </div>
    </main>
  );
}
