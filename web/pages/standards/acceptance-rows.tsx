/** Inspections: whose, of what, when, the score and the score that is asked, and whether it came in time. @module */
import { useTranslation } from "react-i18next";
import type { Progress } from "../../../server/api/schemas/standard-views.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useWords } from "../coverage/use-words.ts";
import { isAcrossStreets } from "./sheet-of.ts";

export function AcceptanceRows({ acceptances }: { readonly acceptances: Progress["acceptances"] }) {
  const { t } = useTranslation();
  const words = useWords();
  const isAcross = isAcrossStreets(acceptances);
  return (
    <TableScroll label={t("standards.acceptanceTable")}>
      <table className="plain finding-table">
        <thead>
          <tr>
            <th scope="col">{t("standards.extent")}</th>
            <th scope="col">{t("standards.item")}</th>
            <th scope="col">{t("standards.acceptedOn")}</th>
            <th scope="col" className="numeric">
              {t("standards.score")}
            </th>
            <th scope="col">{t("standards.result")}</th>
            <th scope="col">{t("standards.dueHead")}</th>
          </tr>
        </thead>
        <tbody>
          {acceptances.map(({ unit, item, on, passed, score, scoreAsked, due }) => (
            <tr key={`${unit.id} ${item.id} ${on}`}>
              <th scope="row">
                {unit.name}
                {isAcross && unit.street !== null && <small className="cell-note">{unit.street}</small>}
              </th>
              <td>{words(item)}</td>
              <td className="day">{on}</td>
              <td className="numeric">
                {score ?? "–"}
                {scoreAsked !== null && (
                  <small className="cell-note">{t("standards.scoreAsked", { n: scoreAsked })}</small>
                )}
              </td>
              <td>{t(passed ? "standards.accepted" : "standards.refused")}</td>
              <td>
                {due ?? "–"}
                {due !== null && on > due && <small className="short cell-note">{t("standards.tooLate")}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
