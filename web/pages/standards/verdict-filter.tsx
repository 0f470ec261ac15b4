/** How many cells have each verdict, each a button that leaves the rows and columns where it occurs. @module */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Matrix } from "../../../server/api/schemas/standard-views.ts";
import { countShown } from "../../state/figures.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { SOUGHT } from "../../state/view.ts";
import { shapeOf, tallyOf } from "./matrix-shape.ts";
import { VerdictMark } from "./verdict-mark.tsx";

interface Props {
  readonly matrix: Matrix;
  readonly group: string;
}

export const VerdictFilter = memo(function VerdictFilter({ matrix, group }: Props) {
  const { t } = useTranslation();
  const { only } = useView();
  const { columns } = shapeOf(matrix, group, null);
  const tallies = matrix.rows.filter(({ unit }) => unit.level === "community").map((row) => tallyOf(row, columns));
  return (
    <fieldset className="verdict-filter" aria-label={t("standards.filter")}>
      {SOUGHT.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className={`chip chip-${verdict}`}
          aria-pressed={only === verdict}
          onClick={() => changeView({ only: only === verdict ? null : verdict })}
        >
          <i className={`cell-key verdict-${verdict}`}>
            <VerdictMark verdict={verdict} />
          </i>
          {t(`standards.verdicts.${verdict}`)}{" "}
          <b>{countShown(tallies.reduce((sum, tally) => sum + tally[verdict], 0))}</b>
        </button>
      ))}
      <span className="chip-plain">
        <i className="cell-key verdict-not_applicable">
          <VerdictMark verdict="not_applicable" />
        </i>
        {t("standards.verdicts.not_applicable")}
      </span>
    </fieldset>
  );
});
