/** What the colours of a change mean, readable without colour by their signs. @module */
import { useTranslation } from "react-i18next";
import "../../../style/legend.css";
import { CHANGE_COLOURS } from "../../../map/change-looks.ts";

const SHOWN = [
  ["gain", "+"],
  ["nearer", ""],
  ["farther", ""],
  ["loss", "−"],
] as const;

export function ChangeLegend() {
  const { t } = useTranslation();
  return (
    <section className="legend change-legend" aria-labelledby="change-legend-title">
      <h2 id="change-legend-title">{t("whatIf.legend.title")}</h2>
      <ol className="ramp">
        {SHOWN.map(([turn, sign]) => (
          <li key={turn}>
            <i style={{ background: CHANGE_COLOURS[turn] }} aria-hidden="true">
              {sign}
            </i>
            <span>{t(`whatIf.legend.${turn}`)}</span>
          </li>
        ))}
      </ol>
      <p>{t("whatIf.legend.hint")}</p>
    </section>
  );
}
