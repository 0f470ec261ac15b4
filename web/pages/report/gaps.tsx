/** The largest gaps, numbered as on the map, each with its reason. @module */
import { useTranslation } from "react-i18next";
import type { Gap } from "../../../server/api/schemas/coverage.ts";
import { countShown, metresShown, minutesShown } from "../../state/figures.ts";
import type { Asked } from "../coverage/use-asked.ts";

interface Props {
  readonly asked: Asked;
  readonly listed: readonly Gap[];
  /** Residences that are not covered, listed or not. */
  readonly uncovered: number;
}

export function ReportGaps({ asked, listed, uncovered }: Props) {
  const { t } = useTranslation();
  const { minutes } = asked.question;
  if (listed.length === 0) {
    return (
      <section>
        <h2>{t("gaps.title")}</h2>
        <p>{t("gaps.none")}</p>
      </section>
    );
  }
  return (
    <section>
      <h2>
        {t("gaps.title")} <small>{t("report.gapsHint", { n: listed.length, of: countShown(uncovered) })}</small>
      </h2>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t("report.place")}</th>
            <th scope="col" className="text">
              {t("units.community")}
            </th>
            <th scope="col">{t("report.people")}</th>
            <th scope="col" className="text">
              {t("report.nearest")}
            </th>
            <th scope="col">{t("report.walkMinutes")}</th>
            <th scope="col">{t("report.walkMetres")}</th>
            <th scope="col" className="text">
              {t("report.why")}
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ residence, street, nearest }, k) => {
            const seconds = nearest?.walk.seconds ?? null;
            const metres = nearest?.walk.totalM ?? null;
            return (
              <tr key={residence.ref}>
                <td>{k + 1}</td>
                <th scope="row">
                  {residence.name ?? (street === null ? t("gaps.unnamed") : t("gaps.near", { street }))}
                </th>
                <td className="text">{residence.community ?? "–"}</td>
                <td>
                  {residence.residents === null ? "–" : countShown(residence.residents)}
                  {residence.estimated && <small> {t("tag.estimated")}</small>}
                </td>
                <td className="text">{nearest === null ? "–" : (nearest.facility.name ?? nearest.facility.ref)}</td>
                <td>{seconds === null ? "–" : minutesShown(seconds, minutes)}</td>
                <td>{metres === null ? "–" : metresShown(metres)}</td>
                <td className="text">{seconds === null ? t("report.whyNoWalk") : t("report.whyFar")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
