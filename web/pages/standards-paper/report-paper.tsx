/** The weekly or monthly report: how far, what fell due and comes due, what is late, what was accepted, what is owed. @module */
import { useTranslation } from "react-i18next";
import { useMatrix, useMoney, useProgress } from "../../client/standards.ts";
import { Failed, Waiting } from "../../parts/states.tsx";
import { countShown } from "../../state/figures.ts";
import { AcceptanceRows } from "../standards/acceptance-rows.tsx";
import { askedIn } from "../standards/matrix-shape.ts";
import { MilestoneRows } from "../standards/milestone-rows.tsx";
import { moneyShown } from "../standards/quantity.ts";
import { SumRows } from "../standards/sum-rows.tsx";
import type { AskedStandards } from "../standards/use-standards.ts";
import { LateByItem } from "./late-by-item.tsx";
import { PaperHead } from "./paper-head.tsx";
import { type Period, periodOf } from "./period.ts";

export function ReportPaper({ asked, period }: { readonly asked: AskedStandards; readonly period: Period }) {
  const { t } = useTranslation();
  const progress = useProgress(asked.question);
  const matrix = useMatrix(asked.question);
  const money = useMoney(asked.question, null);
  const error = progress.error ?? matrix.error ?? money.error;
  if (error !== null) {
    const retry = () => {
      for (const query of [progress, matrix, money]) void query.refetch();
    };
    return <Failed error={error} retry={retry} />;
  }
  if (progress.data === undefined || matrix.data === undefined || money.data === undefined)
    return <Waiting lines={12} />;
  const { from, to, next } = periodOf(period, asked.question.asOf);
  const { milestones, late, acceptances } = progress.data;
  const top = matrix.data.totals.find(({ unit }) => unit.level === "district") ?? matrix.data.totals[0];
  const place = asked.question.street ?? asked.area.name;
  const open = late.filter(({ verdict }) => verdict === "fail");
  const fresh = open.filter(({ due }) => due !== null && due >= from && due <= to);
  const coming = milestones.filter(({ by }) => by > to && by <= next);
  const accepted = acceptances.filter(({ on }) => on >= from && on <= to);
  return (
    <>
      <PaperHead asked={asked} title={t(`paper.reportTitle.${period}`, { place, from, to })} />
      <section>
        <h2>{t("paper.summary")}</h2>
        <ul className="paper-list">
          {top !== undefined && (
            <li>
              {t("paper.cells", {
                communities: countShown(top.communities),
                pass: countShown(top.all.pass),
                of: countShown(askedIn(top.all)),
                fail: countShown(top.all.fail),
                unknown: countShown(top.all.unknown),
              })}
            </li>
          )}
          <li>{t("paper.lateSum", { open: countShown(open.length), fresh: countShown(fresh.length) })}</li>
          <li>{t("paper.acceptedSum", { n: countShown(accepted.length) })}</li>
          <li>
            {t("paper.moneySum", {
              cny: moneyShown(money.data.total.owedCny),
              n: countShown(money.data.total.unknownLines),
            })}
          </li>
        </ul>
      </section>
      {milestones.length > 0 && (
        <section>
          <h2>{t("standards.milestones")}</h2>
          <MilestoneRows milestones={milestones} issued={progress.data.issued} />
        </section>
      )}
      {coming.length > 0 && (
        <section>
          <h2>{t(`paper.coming.${period}`)}</h2>
          <MilestoneRows milestones={coming} issued={progress.data.issued} />
        </section>
      )}
      <section>
        <h2>{t("standards.lateTitle", { n: countShown(open.length) })}</h2>
        {open.length === 0 ? <p>{t("standards.nothingLate")}</p> : <LateByItem findings={open} />}
      </section>
      <section>
        <h2>{t(`paper.acceptedIn.${period}`, { n: countShown(accepted.length) })}</h2>
        {accepted.length === 0 ? <p>{t(`paper.noneAccepted.${period}`)}</p> : <AcceptanceRows acceptances={accepted} />}
      </section>
      {money.data.byItem.length > 0 && (
        <SumRows
          title={t("standards.tabs.money")}
          head={t("standards.item")}
          rows={money.data.byItem.map(({ item, ...sum }) => ({ id: item.id, name: item, ...sum }))}
        />
      )}
      <footer className="sheet-sign">
        {(["made", "checked", "date"] as const).map((who) => (
          <span key={who}>{t(`paper.sign.${who}`)}</span>
        ))}
      </footer>
    </>
  );
}
