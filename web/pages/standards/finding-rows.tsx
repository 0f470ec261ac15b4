/** Findings as a table: item, requirement, found, asked, short, by when, where it is written. @module */
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { amountShown, quantityShown, shortfallOf } from "./quantity.ts";
import { UnverifiedTag } from "./tags.tsx";
import { useFindingWords } from "./use-finding-words.ts";

export function FindingRows({ findings, asOf }: { readonly findings: readonly Finding[]; readonly asOf: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const { language } = useView();
  const { dueTold, reasonTold } = useFindingWords();
  return (
    <TableScroll label={t("standards.listTable")}>
      <table className="plain finding-table">
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
            const { requirement, item, title, measured, asked, measure, missing, verdict } = finding;
            const short = shortfallOf(finding);
            const isVerified = finding.sourceEvidence !== "S2" && finding.sourceEvidence !== "R";
            const reason = reasonTold(finding);
            return (
              <tr key={requirement}>
                <th scope="row">{words(item)}</th>
                <td>
                  {title.zh === item.zh ? t("standards.kinds.count") : words(title)}
                  {missing.length > 0 && verdict !== "pass" && (
                    <small className="cell-note">
                      {t("standards.missing", { list: missing.map(words).join(t("standards.join")) })}
                    </small>
                  )}
                  {reason !== null && missing.length === 0 && <small className="cell-note">{reason}</small>}
                </td>
                <td>{quantityShown(asked, measure, language) ?? "–"}</td>
                <td>{quantityShown(measured, measure, language) ?? "–"}</td>
                <td className={short === null ? "" : "short"}>
                  {short === null
                    ? "–"
                    : t(short.isOver ? "standards.over" : "standards.short", {
                        amount: amountShown(short.amount, measure, language),
                      })}
                </td>
                <td>{dueTold(finding, asOf) ?? "–"}</td>
                <td>
                  {finding.clause} · {t(`standards.strengths.${finding.strength}`)} {!isVerified && <UnverifiedTag />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
