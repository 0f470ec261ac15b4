/** How the figures come about, what they cannot say, and from which data and versions. @module */
import { useTranslation } from "react-i18next";
import type { Coverage } from "../../../server/api/schemas/coverage.ts";
import { kindName } from "../../parts/how.tsx";
import { useReason } from "../../parts/use-reason.ts";
import { countShown, dayShown } from "../../state/figures.ts";
import type { Asked } from "../coverage/use-asked.ts";

const MEANINGS = ["covered", "uncovered", "unknown", "share", "time", "means", "borders", "limits"] as const;

export function ReportMethod({ asked, coverage }: { readonly asked: Asked; readonly coverage: Coverage }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { whole, pins } = coverage;
  const { area } = asked;
  const reasons = Object.entries(whole.unknownReasons).filter(([, n]) => n > 0);
  return (
    <>
      <section className="report-method">
        <h2>{t("report.method")}</h2>
        <dl>
          {MEANINGS.map((meaning) => (
            <div key={meaning}>
              <dt>{t(`report.meaning.${meaning}.word`)}</dt>
              <dd>
                {t(`report.meaning.${meaning}.text`)}
                {meaning === "unknown" &&
                  reasons.length > 0 &&
                  ` ${t("answer.reasons", {
                    list: reasons
                      .map(([code, n]) => t("answer.reason", { why: reason(code), n: countShown(n) }))
                      .join(t("answer.join")),
                  })}`}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="report-sources">
        <h2>{t("report.sources")}</h2>
        <p>
          {t("how.release", { n: pins.release })} · {t("how.algorithm", { name: pins.algorithm })} ·{" "}
          {t("report.date", { date: dayShown(area.releasedAt) })}
        </p>
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{t("report.data")}</th>
              <th scope="col">{t("report.version")}</th>
              <th scope="col" className="text">
                {t("report.file")}
              </th>
              <th scope="col" className="text">
                {t("report.crs")}
              </th>
              <th scope="col">{t("report.imported")}</th>
              <th scope="col">{t("report.taken")}</th>
              <th scope="col">{t("report.refused")}</th>
            </tr>
          </thead>
          <tbody>
            {area.datasets.map(({ kind, version, file, crs, importedAt, taken, refused }) => (
              <tr key={kind}>
                <th scope="row">{kindName(t, kind)}</th>
                <td>{version}</td>
                <td className="text">{file}</td>
                <td className="text">{crs}</td>
                <td>{dayShown(importedAt)}</td>
                <td>{countShown(taken)}</td>
                <td>{countShown(refused)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{area.attribution}</p>
        {area.demo && <p>{t("tag.demoWhy")}</p>}
      </section>
    </>
  );
}
