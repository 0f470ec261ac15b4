/** How walks are spread: a histogram by minute, the share of people that each limit would cover, and the same as figures. @module */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import "../../style/charts.css";
import type { CoverageMinutes } from "../../../server/api/schemas/coverage.ts";
import { type Question, useCoverageMinutes } from "../../client/queries.ts";
import { ShareCurve, type SharePoint } from "../../parts/charts/share-curve.tsx";
import { type Bar, WalkHistogram } from "../../parts/charts/walk-histogram.tsx";
import { How } from "../../parts/how.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { countShown, shareOrDash, shareShown } from "../../state/figures.ts";
import { useView } from "../../state/use-view.ts";
import { type Measure, shareOfTally } from "./headline.ts";

interface Props {
  readonly question: Question;
  readonly measure: Measure;
}

export function WalkCharts({ question, measure }: Props) {
  const { t } = useTranslation();
  const { by, unit } = useView();
  const { data, error, refetch, isPlaceholderData } = useCoverageMinutes(question, by, unit);
  return (
    <section aria-labelledby="walks-title" className={isPlaceholderData ? "outdated" : ""}>
      <div className="section-head">
        <h3 id="walks-title">
          {t("walks.title")}{" "}
          <How topic="walks" what={t("walks.title")} pins={data?.pins ?? null} limitM={data?.limitM ?? null} />
        </h3>
        {data !== undefined && <span className="hint">{data.unit?.name ?? t("units.all")}</span>}
      </div>
      {error !== null && <Failed error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting lines={4} />}
      {data !== undefined && <Charts data={data} measure={measure} />}
    </section>
  );
}

function Charts({ data, measure }: { readonly data: CoverageMinutes; readonly measure: Measure }) {
  const { t } = useTranslation();
  const [bar, setBar] = useState<Bar | null>(null);
  const [point, setPoint] = useState<SharePoint | null>(null);
  const { items, minutes, farther, without, unknown } = data;
  const last = items[items.length - 1]?.toMinutes ?? minutes;
  const unit = t(`walks.unit.${measure}`);
  const bars = items.map(({ fromMinutes, toMinutes, walks }) => ({
    from: fromMinutes,
    to: toMinutes,
    count: walks[measure],
  }));
  const points = items.map((item) => ({ minutes: item.toMinutes, share: shareOfTally(item[measure]) }));
  const beyond = farther[measure] + without[measure];
  const within = bars.reduce((sum, { to, count }) => (to <= minutes ? sum + count : sum), 0);
  const at = points.find((one) => one.minutes === minutes)?.share ?? null;
  return (
    <>
      <p className="chart-told">
        {bar === null ? (
          t("walks.histogram", { unit })
        ) : (
          <>
            {t("walks.between", { from: bar.from, to: bar.to })} <b>{countShown(bar.count)}</b> {unit}
          </>
        )}
      </p>
      <WalkHistogram
        bars={bars}
        limit={minutes}
        farther={beyond}
        unknown={unknown[measure]}
        words={{
          summary: t("walks.histogramTold", {
            minutes,
            within: countShown(within),
            beyond: countShown(bars.reduce((sum, { count }) => sum + count, beyond) - within),
            unknown: countShown(unknown[measure]),
            unit,
          }),
          farther: `> ${last}`,
          unknown: t("answer.unknown"),
        }}
        shown={countShown}
        onPoint={setBar}
      />
      <p className="chart-told">
        {point === null || point.share === null ? (
          t("walks.curve", { unit })
        ) : (
          <>
            {t("walks.upTo", { minutes: point.minutes })} <b>{shareShown(point.share)}%</b>
          </>
        )}
      </p>
      <ShareCurve
        points={points}
        limit={minutes}
        summary={at === null ? t("answer.noShare") : t("walks.curveTold", { minutes, share: shareShown(at), unit })}
        shown={shareShown}
        onPoint={setPoint}
      />
      <details className="chart-figures">
        <summary>{t("walks.figures")}</summary>
        <TableScroll label={t("walks.figures")}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t("walks.minute")}</th>
                <th scope="col" className="numeric">
                  {t("walks.count", { unit })}
                </th>
                <th scope="col" className="numeric">
                  {t("walks.cumulative")}
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ from, to, count }, k) => (
                <tr key={to}>
                  <th scope="row">
                    {from}–{to}
                  </th>
                  <td className="numeric">{countShown(count)}</td>
                  <td className="numeric">{shareOrDash(points[k].share)}</td>
                </tr>
              ))}
              {(
                [
                  [t("walks.farther", { minutes: last }), farther],
                  [t("walks.without"), without],
                  [t("answer.unknown"), unknown],
                ] as const
              ).map(([name, people]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="numeric">{countShown(people[measure])}</td>
                  <td className="numeric">–</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </details>
    </>
  );
}
