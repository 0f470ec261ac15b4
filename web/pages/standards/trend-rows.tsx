/** Verdicts at the end of each of the last months, so that it shows which way it goes. @module */
import { useTranslation } from "react-i18next";
import { useTrend } from "../../client/standards.ts";
import { ProblemText, Waiting } from "../../parts/states.tsx";
import { countShown } from "../../state/figures.ts";
import { monthsBefore } from "./months-before.ts";
import type { AskedStandards } from "./use-standards.ts";
import { VerdictBar } from "./verdict-bar.tsx";

const MONTHS = 6;

export function TrendRows({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const { asOf } = asked.question;
  const trend = useTrend(asked.question, monthsBefore(asOf, MONTHS), asOf);
  if (trend.error !== null)
    return (
      <p role="alert">
        <ProblemText error={trend.error} />
      </p>
    );
  if (trend.data === undefined) return <Waiting lines={4} />;
  return (
    <>
      <table className="plain trend-table">
        <thead>
          <tr>
            <th scope="col">{t("standards.asOf")}</th>
            <th scope="col">{t("standards.share")}</th>
            {(["pass", "fail", "unknown"] as const).map((verdict) => (
              <th key={verdict} scope="col" className="numeric">
                {t(`standards.verdicts.${verdict}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.data.days.map(({ asOf: day, verdicts }) => {
            const of = (verdict: string) => verdicts[verdict] ?? 0;
            const tally = {
              pass: of("pass"),
              fail: of("fail"),
              unknown: of("unknown"),
              waived: of("waived"),
              not_due: of("not_due"),
              not_applicable: of("not_applicable"),
            };
            return (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td className="trend-bar">
                  <VerdictBar tally={tally} />
                </td>
                <td className="numeric">{countShown(tally.pass)}</td>
                <td className="numeric">{countShown(tally.fail)}</td>
                <td className="numeric">{countShown(tally.unknown)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="hint">{t("standards.moved", { n: countShown(trend.data.movedCount) })}</p>
    </>
  );
}
