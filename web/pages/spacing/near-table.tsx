/** Who stands near a place under one rule: distance, margin and verdict, the nearest first. @module */
import { useTranslation } from "react-i18next";
import "../../style/table.css";
import type { SpacingCheck } from "../../../server/api/schemas/spacing.ts";
import { countShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import { distanceShown, marginShown } from "./figures.ts";

export function NearTable({ of: { rule, near } }: { readonly of: SpacingCheck["rules"][number] }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <section>
      <h3>
        {words(rule.title)} <small>{t(`spacing.measure.${rule.measure}`, { metres: countShown(rule.leastM) })}</small>
      </h3>
      {near.length === 0 ? (
        <p className="hint">{t("spacing.nobodyNear")}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t("spacing.facility")}</th>
              <th scope="col" className="numeric">
                {t("spacing.distance")}
              </th>
              <th scope="col" className="numeric">
                {t("spacing.margin")}
              </th>
              <th scope="col">{t("spacing.verdict")}</th>
            </tr>
          </thead>
          <tbody>
            {near.map(({ facility, distanceM, marginM, uncertaintyM, verdict }) => (
              <tr key={facility.ref}>
                <th scope="row">{facility.name ?? facility.ref}</th>
                <td className="numeric">{distanceM === null ? "–" : distanceShown(distanceM, rule.leastM)}</td>
                <td className="numeric">
                  {marginM === null ? "–" : marginShown(marginM)} <small>± {uncertaintyM}</small>
                </td>
                <td className={`is-${verdict}`}>{t(`spacing.short.${verdict}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
