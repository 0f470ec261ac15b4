/** What is stored of the area: its release and the datasets in it. @module */
import { useTranslation } from "react-i18next";
import type { Area } from "../../../server/api/schemas/areas.ts";
import { kindName } from "../../parts/how.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { DemoTag, EstimateTag } from "../../parts/tags.tsx";
import { countShown, instantShown } from "../../state/figures.ts";
import { shortCrsName } from "./crs.ts";

export function Datasets({ area }: { readonly area: Area }) {
  const { t } = useTranslation();
  const { counts } = area;
  const shown = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, countShown(value)]));
  return (
    <section className="panel" aria-labelledby="datasets-title">
      <h2 id="datasets-title">
        {t("data.datasets")} · {area.name} {area.demo && <DemoTag />} {area.peopleEstimated && <EstimateTag />}
      </h2>
      <p className="hint">{t("data.release", { n: area.release, at: instantShown(area.releasedAt) })}</p>
      <p>{t("data.counts", { ...shown, streets: countShown(counts.streetsKm) })}</p>
      {area.datasets.length === 0 ? (
        <p>{t("data.none")}</p>
      ) : (
        <TableScroll label={t("data.datasets")}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t("data.head.kind")}</th>
                <th scope="col">{t("data.head.file")}</th>
                <th scope="col">{t("data.head.crs")}</th>
                <th scope="col" className="numeric">
                  {t("data.head.version")}
                </th>
                <th scope="col">{t("data.head.at")}</th>
                <th scope="col" className="numeric">
                  {t("data.head.taken")}
                </th>
                <th scope="col" className="numeric">
                  {t("data.head.refused")}
                </th>
              </tr>
            </thead>
            <tbody>
              {area.datasets.map((one) => (
                <tr key={one.kind}>
                  <th scope="row">{kindName(t, one.kind)}</th>
                  <td>{one.file}</td>
                  <td className="nowrap">{shortCrsName(t, one.crs)}</td>
                  <td className="numeric">{one.version}</td>
                  <td className="nowrap">{instantShown(one.importedAt)}</td>
                  <td className="numeric">{countShown(one.taken)}</td>
                  <td className={`numeric${one.refused > 0 ? " attention" : ""}`}>{countShown(one.refused)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <p className="hint">{area.attribution}</p>
    </section>
  );
}
