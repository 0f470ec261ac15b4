/** Title, date and versions, and the figures that matter most. @module */
import { useTranslation } from "react-i18next";
import type { Coverage } from "../../../server/api/schemas/coverage.ts";
import { Figure } from "../../parts/figure.tsx";
import { DemoTag, EstimateTag } from "../../parts/tags.tsx";
import { TallyBar } from "../../parts/tally-bar.tsx";
import { countShown, dayShown, minutesShown, shareShown } from "../../state/figures.ts";
import { headline } from "../coverage/headline.ts";
import type { Asked } from "../coverage/use-asked.ts";
import { useMeasureUnit } from "../coverage/use-measure-unit.ts";
import { useMoment } from "../coverage/use-moment.ts";
import { useWords } from "../coverage/use-words.ts";

export function ReportHead({ asked, coverage }: { readonly asked: Asked; readonly coverage: Coverage }) {
  const { t } = useTranslation();
  const words = useWords();
  const moment = useMoment();
  const { area } = asked;
  const { whole, minutes, limitM, pins } = coverage;
  const { measure, share, wording } = headline(whole);
  const category = words(asked.category.name);
  const unit = useMeasureUnit()(measure);
  const minutesUnit = t("answer.minutesUnit");
  return (
    <header>
      <h1>{t("report.title", { area: area.name, category, minutes })}</h1>
      <p className="report-sub">
        {t("report.sub", {
          profile: words(asked.profile.name),
          speed: (pins.speedMmPerSecond / 1000).toFixed(1),
          metres: countShown(limitM),
          date: dayShown(area.releasedAt),
          release: pins.release,
        })}{" "}
        {area.demo && <DemoTag />} {whole.estimatedResidences > 0 && <EstimateTag />}
      </p>
      {coverage.facilityHours !== null && (
        <p className="report-sub">
          <b>
            {t("answer.hours", {
              when: moment(pins.at ?? ""),
              category,
              open: countShown(coverage.facilityHours.open),
              closed: countShown(coverage.facilityHours.closed),
              unknown: countShown(coverage.facilityHours.unknown),
            })}
          </b>
        </p>
      )}
      {asked.scenario !== null && (
        <p className="report-sub">
          <b>{t("report.scenario", { name: asked.scenario.name, revision: asked.scenario.revision })}</b>
        </p>
      )}
      <div className="report-figures">
        <p className="headline">
          <b>
            {share === null ? "–" : shareShown(share)}
            {share !== null && <small>%</small>}
          </b>
          <span>{share === null ? t("answer.noShare") : t(`answer.${wording}`, { minutes, category })}</span>
        </p>
        <TallyBar {...whole[measure]} />
        <dl className="figures">
          <Figure tone="covered" name={t("answer.covered")} value={countShown(whole[measure].covered)} unit={unit} />
          <Figure
            tone="uncovered"
            name={t("answer.uncovered")}
            value={countShown(whole[measure].uncovered)}
            unit={unit}
          />
          <Figure tone="unknown" name={t("answer.unknown")} value={countShown(whole[measure].unknown)} unit={unit} />
          {whole.meanSeconds !== null && (
            <Figure name={t("answer.mean")} value={minutesShown(whole.meanSeconds, minutes)} unit={minutesUnit} />
          )}
          {whole.p90Seconds !== null && (
            <Figure name={t("report.p90")} value={minutesShown(whole.p90Seconds, minutes)} unit={minutesUnit} />
          )}
          <Figure name={category} value={countShown(whole.facilities)} unit={t("answer.places")} />
        </dl>
      </div>
    </header>
  );
}
