/** Why a cell is what it is: every requirement of the item on the unit, what was measured, asked and is short, and where it is written. @module */
import { useTranslation } from "react-i18next";
import type { Matrix } from "../../../server/api/schemas/standard-views.ts";
import { useFindings } from "../../client/standards.ts";
import { ProblemText, Waiting } from "../../parts/states.tsx";
import { useSettled } from "../../parts/use-settled.ts";
import { changeView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { FindingTold } from "./finding-told.tsx";
import type { PickedCell } from "./matrix-view.tsx";
import type { AskedStandards } from "./use-standards.ts";
import { Waive } from "./waive.tsx";

interface Props {
  readonly asked: AskedStandards;
  readonly matrix: Matrix;
  /** Null before any cell was pointed at. */
  readonly cell: PickedCell | null;
  /** Whether it is the cell that was clicked, which stays when the pointer leaves. */
  readonly isPinned: boolean;
}

export function CellDetail({ asked, matrix, cell, isPinned }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const unitId = cell?.unit ?? null;
  // A pointer that crosses twenty rows asks about the one where it rests; what was clicked is asked about at once.
  const rested = useSettled(unitId);
  const findings = useFindings(asked.question, unitId, isPinned || rested === unitId);
  const unit = matrix.rows.find((row) => row.unit.id === cell?.unit)?.unit;
  const item = matrix.items.find(({ id }) => id === cell?.item);
  if (cell === null || unit === undefined || item === undefined)
    return <p className="hint cell-hint">{t("standards.pointHint")}</p>;
  const told = findings.data?.filter((finding) => finding.item.id === item.id);
  return (
    <section className="cell-detail" aria-live={isPinned ? "polite" : "off"}>
      <h2>
        {unit.level === "district" ? t("standards.everywhere") : unit.name} · {words(item.name)}
      </h2>
      {item.lead.length > 0 && (
        <p className="hint">{t("standards.lead", { names: item.lead.map(words).join(t("standards.join")) })}</p>
      )}
      {findings.error !== null && (
        <p role="alert">
          <ProblemText error={findings.error} />
        </p>
      )}
      {told === undefined && findings.error === null && <Waiting lines={4} />}
      <ul className="findings">
        {told?.map((finding) => (
          <FindingTold key={finding.requirement} finding={finding} asOf={asked.question.asOf}>
            {isPinned && finding.verdict === "fail" && finding.counts && finding.strength !== "must" && (
              <Waive asked={asked} finding={finding} />
            )}
          </FindingTold>
        ))}
      </ul>
      {unit.level === "community" && (
        <button type="button" className="more" onClick={() => changeView({ tab: "community", community: unit.id })}>
          {t("standards.openSheet")}
        </button>
      )}
    </section>
  );
}
