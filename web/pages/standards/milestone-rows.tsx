/** Milestones as a table: by when, which share, how many of how many, and the division written out. @module */
import { useTranslation } from "react-i18next";
import type { Progress } from "../../../server/api/schemas/standard-views.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useWords } from "../coverage/use-words.ts";
import { MilestoneBar } from "./milestone-bar.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

type Milestone = Progress["milestones"][number];

interface Props {
  readonly milestones: readonly Milestone[];
  readonly issued: string;
}

export function MilestoneRows({ milestones, issued }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <TableScroll label={t("standards.milestones")}>
      <table className="plain finding-table milestone-table">
        <thead>
          <tr>
            <th scope="col">{t("standards.item")}</th>
            <th scope="col">{t("standards.extent")}</th>
            <th scope="col">{t("standards.dueHead")}</th>
            <th scope="col">{t("standards.arithmetic")}</th>
            <th scope="col">{t("standards.askedHead")}</th>
            <th scope="col">{t("standards.state")}</th>
            <th scope="col">{t("standards.leadHead")}</th>
            <th scope="col">{t("standards.clauseHead")}</th>
          </tr>
        </thead>
        <tbody>
          {wholeFirst(milestones).map((one) => (
            <tr key={`${one.requirement} ${one.unit.id} ${one.by}`}>
              <th scope="row">
                {words(one.item)}
                {one.title.zh !== one.item.zh && <small className="cell-note">{words(one.title)}</small>}
              </th>
              <td>{one.unit.level === "district" ? t("standards.everywhere") : one.unit.name}</td>
              <td>
                {one.by}
                {one.retroactive && <small className="cell-note">{t("standards.retroactive", { issued })}</small>}
              </td>
              <td className="arithmetic">
                <MilestoneBar {...one} />
                <b>{t("standards.division", { yes: one.yes, total: one.total, percent: one.percent ?? "–" })}</b>
                {one.unknown > 0 && <small className="cell-note">{t("standards.unknownOf", { n: one.unknown })}</small>}
              </td>
              <td>{t("standards.shareAsked", { share: percentOf(one.shareAsked), n: one.asked, total: one.total })}</td>
              <td className="milestone-verdict">
                <i className={`cell-key verdict-${one.verdict}`}>
                  <VerdictMark verdict={one.verdict} />
                </i>
                {t(`standards.verdicts.${one.verdict}`)}
                {one.shortfall !== null && (
                  <small className="short">{t("standards.unitsShort", { n: one.shortfall })}</small>
                )}
              </td>
              <td>{one.lead.map(words).join(t("standards.join")) || "–"}</td>
              <td>{one.clause}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** The district before its streets; requirements and days stay in the order of the document. */
function wholeFirst(milestones: readonly Milestone[]): readonly Milestone[] {
  return [...Map.groupBy(milestones, ({ requirement }) => requirement).values()].flatMap((group) =>
    group.toSorted((a, b) => Number(b.unit.level === "district") - Number(a.unit.level === "district")),
  );
}

/** 0.6 as 60; shares of documents are whole per cents or halves of them. */
function percentOf(share: number): number {
  return Math.round(share * 1000) / 10;
}
