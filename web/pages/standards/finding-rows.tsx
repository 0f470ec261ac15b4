/** Findings as a table: item, requirement, found, asked, short, by when, where it is written. @module */
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { quantityShown } from "./quantity.ts";
import { UnverifiedTag } from "./tags.tsx";
import { isUnverified, useFindingWords } from "./use-finding-words.ts";
import { useSettingWords } from "./use-setting-words.ts";

export function FindingRows({ findings, asOf }: { readonly findings: readonly Finding[]; readonly asOf: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const { language } = useView();
  const { settingsTold } = useSettingWords();
  const { dueTold, missingTold, reasonTold, shortTold, surveyTold, titleTold } = useFindingWords();
  return (
    <TableScroll label={t("standards.listTable")}>
      <table className="plain finding-table requirement-table">
        <thead>
          <tr>
            <th scope="col">{t("standards.item")}</th>
            <th scope="col">{t("standards.requirement")}</th>
            <th scope="col">{t("standards.askedHead")}</th>
            <th scope="col">{t("standards.measuredHead")}</th>
            <th scope="col">{t("standards.shortHead")}</th>
            <th scope="col">{t("standards.dueHead")}</th>
            <th scope="col">{t("standards.clauseHead")}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => {
            const { requirement, item, measured, asked, measure } = finding;
            const short = shortTold(finding);
            const missing = missingTold(finding);
            const reason = reasonTold(finding);
            const survey = surveyTold(finding);
            return (
              <tr key={requirement}>
                <th scope="row">{words(item)}</th>
                <td>
                  {titleTold(finding)}
                  {missing !== null && <small className="cell-note">{missing}</small>}
                  {settingsTold(setOtherwise(finding)).map((told) => (
                    <small key={told} className="cell-note">
                      {told}
                    </small>
                  ))}
                  {survey !== null && <small className="cell-note">{survey}</small>}
                  {reason !== null && finding.missing.length === 0 && <small className="cell-note">{reason}</small>}
                </td>
                <td>{quantityShown(asked, measure, language) ?? "–"}</td>
                <td>{quantityShown(measured, measure, language) ?? "–"}</td>
                <td className={short === null ? "" : "short"}>{short ?? "–"}</td>
                <td>{dueTold(finding, asOf) ?? "–"}</td>
                <td>
                  {finding.clause} · {t(`standards.strengths.${finding.strength}`)}{" "}
                  {isUnverified(finding) && <UnverifiedTag />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** In a list the pack's own values would stand in every row; what was set otherwise is told. */
function setOtherwise({ settings }: Finding): Finding["settings"] {
  return settings.filter(({ from, unusable }) => from !== "pack" || unusable !== null);
}
