/** The largest gaps, numbered as on the map, each with its cause. @module */
import { useTranslation } from "react-i18next";
import type { GapClusterPage } from "../../../server/api/schemas/gaps.ts";
import { EstimateTag } from "../../parts/tags.tsx";
import { countShown, minutesShown } from "../../state/figures.ts";
import type { Asked } from "../coverage/use-asked.ts";
import { useGapWords } from "../coverage/use-gap-words.ts";

interface Props {
  readonly asked: Asked;
  readonly gaps: GapClusterPage;
}

export function ReportGaps({ asked, gaps: { items, total, people } }: Props) {
  const { t } = useTranslation();
  const { minutes } = asked.question;
  const { whyOf } = useGapWords();
  if (items.length === 0) {
    return (
      <section>
        <h2>{t("gaps.title")}</h2>
        <p>{t("gaps.none")}</p>
      </section>
    );
  }
  const hint = { n: items.length, of: countShown(total), people: countShown(people.residents) };
  return (
    <section>
      <h2>
        {t("gaps.title")} <small>{t("report.gapsHint", hint)}</small>
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
            <th scope="col">{t("report.residences")}</th>
            <th scope="col" className="text">
              {t("report.nearest")}
            </th>
            <th scope="col">{t("report.walkMinutes")}</th>
            <th scope="col">{t("report.worst")}</th>
            <th scope="col" className="text">
              {t("report.why")}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((gap, k) => (
            <tr key={gap.id}>
              <td>{k + 1}</td>
              <th scope="row">
                {gap.name === null && gap.street === null
                  ? t("gaps.unnamed")
                  : t("report.near", { name: gap.name ?? gap.street })}
              </th>
              <td className="text">{gap.community ?? "–"}</td>
              <td>
                {countShown(gap.people.residents)}
                {gap.people.estimatedResidences > 0 && <EstimateTag />}
              </td>
              <td>{countShown(gap.people.residences)}</td>
              <td className="text">
                {gap.nearest === null ? "–" : (gap.nearest.facility.name ?? gap.nearest.facility.ref)}
              </td>
              <td>{shownMinutes(gap.nearest?.walk.seconds ?? null, minutes)}</td>
              <td>{shownMinutes(gap.worst?.seconds ?? null, minutes)}</td>
              <td className="text">{whyOf(gap)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function shownMinutes(seconds: number | null, limitMinutes: number): string {
  return seconds === null ? "–" : minutesShown(seconds, limitMinutes);
}
