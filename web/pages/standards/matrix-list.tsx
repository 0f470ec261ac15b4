/** The matrix on a phone: a line for each community with its counts, the most lacking first; each leads to its sheet. @module */
import { useTranslation } from "react-i18next";
import { changeView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { askedIn, type Shape, tallyOf } from "./matrix-shape.ts";
import type { AskedStandards } from "./use-standards.ts";
import { VerdictBar } from "./verdict-bar.tsx";

export function MatrixList({ shape, asked }: { readonly shape: Shape; readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const words = useWords();
  const { columns, sections } = shape;
  const rows = sections
    .flatMap((section) => section.rows)
    .map((row) => ({ row, tally: tallyOf(row, columns) }))
    .sort((a, b) => b.tally.fail - a.tally.fail || b.tally.unknown - a.tally.unknown);
  return (
    <ul className="matrix-list" aria-label={t("standards.listOf", { pack: words(asked.pack.name) })}>
      {rows.map(({ row: { unit, cells }, tally }) => {
        const lacking = columns.filter(({ at }) => cells[at]?.verdict === "fail" && cells[at].binds);
        return (
          <li key={unit.id}>
            <button type="button" onClick={() => changeView({ tab: "community", community: unit.id })}>
              <span className="list-head">
                <b>{unit.name}</b>
                {unit.street !== null && <small className="list-street">{unit.street}</small>}
                <span className="list-pass">{t("standards.passed", { pass: tally.pass, of: askedIn(tally) })}</span>
              </span>
              <VerdictBar tally={tally} />
              <span className="list-why">
                {lacking.length > 0
                  ? t("standards.lacks", {
                      list: lacking.map(({ item }) => words(item.name)).join(t("standards.join")),
                    })
                  : tally.unknown > 0
                    ? t("standards.unknownItems", { n: tally.unknown })
                    : t("standards.lacksNothing")}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
