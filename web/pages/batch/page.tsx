/** Many applications at once: a table dropped or chosen, decided in the order in which they came. @module */
import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import "../../style/batch.css";
import "../../style/spacing.css";
import { type PickedTable, useSpacingBatch } from "../../client/spacing.ts";
import { DropAnywhere } from "../../parts/drop-anywhere.tsx";
import { ProblemText, Waiting } from "../../parts/states.tsx";
import { changeView } from "../../state/use-view.ts";
import type { PlaceCrs } from "../../state/view.ts";
import { RulesGate } from "../spacing/rules-gate.tsx";
import type { AskedSpacing } from "../spacing/use-spacing.ts";
import { BatchAsked } from "./asked.tsx";
import { BatchResults } from "./results.tsx";

export function BatchPage() {
  return <RulesGate>{(spacing) => <Batch spacing={spacing} />}</RulesGate>;
}

function Batch({ spacing }: { readonly spacing: AskedSpacing }) {
  const { t } = useTranslation();
  const [table, setTable] = useState<PickedTable | null>(null);
  const [crs, setCrs] = useState<PlaceCrs | null>(null);
  const [category, setCategory] = useState<string | null>(null);
  const question = { ...spacing.question, table, crs, category };
  const answer = useSpacingBatch(question);
  const take = ([file]: readonly File[]) => {
    if (file !== undefined) setTable((before) => ({ key: (before?.key ?? 0) + 1, file }));
  };
  return (
    <main className="batch-page" id="map" tabIndex={-1} aria-labelledby="batch-title">
      <DropAnywhere label={t("batch.dropNow")} onFiles={take} />
      <div className="batch-head">
        <Button icon={<ArrowLeftOutlined />} onClick={() => changeView({ page: "spacing" })}>
          {t("report.back")}
        </Button>
        <h2 id="batch-title">{t("batch.title", { area: spacing.asked.area.name })}</h2>
      </div>
      <BatchAsked
        spacing={spacing}
        table={table}
        crs={crs}
        category={category}
        onTable={take}
        onCrs={setCrs}
        onCategory={setCategory}
      />
      {answer.error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={answer.error} />
        </p>
      )}
      {answer.isFetching && <Waiting lines={6} />}
      {!answer.isFetching && answer.error === null && answer.data !== undefined && (
        <BatchResults spacing={spacing} question={question} batch={answer.data} />
      )}
    </main>
  );
}
