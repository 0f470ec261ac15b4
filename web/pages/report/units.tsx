/** The units of one level, least covered first. @module */
import { useTranslation } from "react-i18next";
import type { Coverage, UnitCoverage } from "../../../server/api/schemas/coverage.ts";
import { useCommunities } from "../../client/queries.ts";
import { countShown, minutesShown, shareOrDash } from "../../state/figures.ts";
import type { UnitLevel } from "../../state/view.ts";
import { headline, shareOf } from "../coverage/headline.ts";
import type { Asked } from "../coverage/use-asked.ts";
import { useMeasureUnit } from "../coverage/use-measure-unit.ts";

interface Props {
  readonly asked: Asked;
  readonly coverage: Coverage;
  readonly level: UnitLevel;
}

type Unit = Omit<UnitCoverage, "rank" | "rankSharedBy" | "unequalRank">;

export function ReportUnits({ asked, coverage, level }: Props) {
  const { t } = useTranslation();
  const { data: known } = useCommunities(asked.area);
  const unitOf = useMeasureUnit();
  const { whole, units, minutes } = coverage;
  const { measure } = headline(whole);
  if (units.length === 0) return null;
  const names = new Map(known?.items.map(({ ref, name }) => [ref, name]));
  const unit = unitOf(measure);
  const ranked = units.toSorted((a, b) => (shareOf(a, measure) ?? 2) - (shareOf(b, measure) ?? 2));
  const outside = level === "community" ? t("units.outside") : t("units.outsideSubdistrict");
  const row = (one: Unit) => {
    const share = shareOf(one, measure);
    const tally = one[measure];
    return (
      <>
        <td>{shareOrDash(share)}</td>
        <td>{countShown(tally.total)}</td>
        <td>{countShown(tally.covered)}</td>
        <td>{countShown(tally.uncovered)}</td>
        <td className={tally.unknown > 0 ? "unknown-cell" : ""}>{countShown(tally.unknown)}</td>
        <td>{one.meanSeconds === null ? "–" : minutesShown(one.meanSeconds, minutes)}</td>
        <td>{one.p90Seconds === null ? "–" : minutesShown(one.p90Seconds, minutes)}</td>
        <td>{countShown(one.facilities)}</td>
      </>
    );
  };
  return (
    <section>
      <h2>
        {t(`report.by.${level}`)} <small>{t("report.unitsHint")}</small>
      </h2>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t(`units.${level}`)}</th>
            {level === "community" && (
              <th scope="col" className="text">
                {t("units.subdistrict")}
              </th>
            )}
            <th scope="col">{t("units.share")}</th>
            <th scope="col">{t("report.total", { unit })}</th>
            <th scope="col">{t("report.covered", { unit })}</th>
            <th scope="col">{t("report.uncovered", { unit })}</th>
            <th scope="col">{t("report.unknown", { unit })}</th>
            <th scope="col">{t("report.mean")}</th>
            <th scope="col">{t("report.p90Head")}</th>
            <th scope="col">{t("report.facilities")}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((one, k) => (
            <tr key={one.ref ?? ""}>
              <td>{k + 1}</td>
              <th scope="row">{one.name ?? outside}</th>
              {level === "community" && (
                <td className="text">{one.parent === null ? "–" : (names.get(one.parent) ?? one.parent)}</td>
              )}
              {row(one)}
            </tr>
          ))}
          <tr className="total">
            <td />
            <th scope="row">{t("units.all")}</th>
            {level === "community" && <td />}
            {row(whole)}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
