/** The late list, as an inspection circulates it: whose, what, since when, how many days, and who leads. @module */
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useFirst } from "../../parts/use-first.tsx";
import { countShown } from "../../state/figures.ts";
import { changeView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { isAcrossStreets } from "./sheet-of.ts";
import { useFindingWords } from "./use-finding-words.ts";

interface Props {
  readonly findings: readonly Finding[];
  /** Rows before "show all". */
  readonly first: number;
}

export function LateRows({ findings, first }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { shortTold, titleTold } = useFindingWords();
  const isAcross = isAcrossStreets(findings);
  const { shown, more } = useFirst(findings, first, "lines");
  return (
    <>
      <TableScroll label={t("standards.lateTable")}>
        <table className="plain finding-table">
          <thead>
            <tr>
              <th scope="col">{t("standards.extent")}</th>
              <th scope="col">{t("standards.item")}</th>
              <th scope="col">{t("standards.requirement")}</th>
              <th scope="col">{t("standards.dueHead")}</th>
              <th scope="col" className="numeric">
                {t("standards.lateDays")}
              </th>
              <th scope="col" className="numeric">
                {t("standards.sinceIssue")}
              </th>
              <th scope="col">{t("standards.shortHead")}</th>
              <th scope="col">{t("standards.leadHead")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((finding) => {
              const { unit, item, requirement, due, lateDays, lateDaysSinceIssue, lead, verdict } = finding;
              return (
                <tr key={`${requirement} ${unit.id}`}>
                  <th scope="row">
                    {unit.level === "community" ? (
                      <button
                        type="button"
                        className="unit-link"
                        onClick={() => changeView({ tab: "community", community: unit.id })}
                      >
                        {unit.name}
                      </button>
                    ) : unit.level === "district" ? (
                      t("standards.everywhere")
                    ) : (
                      unit.name
                    )}
                    {isAcross && unit.street !== null && <small className="cell-note">{unit.street}</small>}
                  </th>
                  <td>{words(item)}</td>
                  <td>{titleTold(finding)}</td>
                  <td className="day">{due}</td>
                  <td className="numeric">{lateDays === null ? "–" : countShown(lateDays)}</td>
                  <td className="numeric">{lateDaysSinceIssue === null ? "–" : countShown(lateDaysSinceIssue)}</td>
                  <td className={verdict === "pass" ? "" : "short"}>
                    {verdict === "pass" ? t("standards.doneSince") : (shortTold(finding) ?? t("standards.notDone"))}
                  </td>
                  <td>{lead.map(words).join(t("standards.join")) || "–"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      {more}
    </>
  );
}
