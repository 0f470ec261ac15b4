/** What more or fewer sites would bring, as a curve and as figures. @module */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import "../../style/charts.css";
import type { SitingAnswer } from "../../../server/api/schemas/siting.ts";
import { SiteCurve } from "../../parts/charts/site-curve.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { countShown } from "../../state/figures.ts";
import { type CurvePoint, curveOf, gainUnit } from "./figures.ts";

export function CurveChart({ answer }: { readonly answer: SitingAnswer }) {
  const { t } = useTranslation();
  const [point, setPoint] = useState<CurvePoint | null>(null);
  const points = curveOf(answer);
  if (points === null) return null;
  const { knee, sites } = answer;
  const kind = answer.unit === "person_minutes" ? "saved" : "gained";
  const unit = t(gainUnit(answer));
  const bend = points.find((one) => one.sites === knee);
  const told =
    bend === undefined
      ? t("siting.noKnee")
      : t(`siting.knee.${kind}`, { n: bend.sites, gain: countShown(bend.gain), unit });
  return (
    <section aria-labelledby="siting-curve">
      <h3 id="siting-curve">{t("siting.curve")}</h3>
      <p className="chart-told">
        {point === null ? told : t(`siting.curveAt.${kind}`, { n: point.sites, gain: countShown(point.gain), unit })}
      </p>
      <SiteCurve
        points={points}
        sites={sites.length}
        knee={knee}
        summary={told}
        words={{ knee: t("siting.flattens"), plan: t("siting.thisPlan", { n: sites.length }) }}
        shown={countShown}
        onPoint={setPoint}
      />
      <details className="chart-figures">
        <summary>{t("walks.figures")}</summary>
        <TableScroll label={t("siting.curve")}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t("siting.sites")}</th>
                <th scope="col" className="numeric">
                  {t(`siting.curveHead.${kind}`, { unit })}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ sites: n, gain }) => (
                <tr key={n}>
                  <th scope="row">{n}</th>
                  <td className="numeric">{countShown(gain)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </details>
    </section>
  );
}
