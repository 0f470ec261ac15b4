/** The same figures as of the whole area, of what lies inside a polygon. @module */
import { useTranslation } from "react-i18next";
import type { PolygonCoverage } from "../../../../server/api/schemas/coverage.ts";
import { Figure } from "../../../parts/figure.tsx";
import { How } from "../../../parts/how.tsx";
import { Notice } from "../../../parts/states.tsx";
import { EstimateTag } from "../../../parts/tags.tsx";
import { TallyBar } from "../../../parts/tally-bar.tsx";
import { countShown, minutesShown, shareShown } from "../../../state/figures.ts";
import { headline } from "../headline.ts";
import type { Asked } from "../use-asked.ts";
import { useMoment } from "../use-moment.ts";
import { useWords } from "../use-words.ts";

export function PolygonFigures({ asked, answer }: { readonly asked: Asked; readonly answer: PolygonCoverage }) {
  const { t } = useTranslation();
  const words = useWords();
  const moment = useMoment();
  const { inside, minutes, pins, limitM } = answer;
  const { measure, share, wording } = headline(inside);
  const tally = inside[measure];
  const category = words(asked.category.name);
  const unit = {
    residents: t("answer.peopleUnit"),
    households: t("answer.householdsUnit"),
    residences: t("answer.places"),
  }[measure];
  const open = pins.at === undefined ? "" : t("answer.openAt", { when: moment(pins.at) });
  const statement = t(`answer.${wording}`, { minutes, category }) + open;
  if (inside.residences.total === 0)
    return (
      <>
        <h2>{t("drawing.title")}</h2>
        <Notice tone="empty" title={t("drawing.nobody")} text={t("drawing.nobodyWhy")} />
      </>
    );
  return (
    <>
      <h2>
        {t("drawing.title")} {inside.estimatedResidences > 0 && <EstimateTag />}
      </h2>
      {share === null ? (
        <Notice tone="empty" title={t("answer.noShare")} text={t("answer.noShareWhy")} />
      ) : (
        <p className="headline">
          <b>
            {shareShown(share)}
            <small>%</small>
          </b>
          <span>
            {statement} <How topic="polygon" what={statement} pins={pins} limitM={limitM} />
          </span>
        </p>
      )}
      <TallyBar {...tally} />
      <dl className="figures">
        <Figure tone="covered" name={t("answer.covered")} value={countShown(tally.covered)} unit={unit} />
        <Figure tone="uncovered" name={t("answer.uncovered")} value={countShown(tally.uncovered)} unit={unit} />
        <Figure tone="unknown" name={t("answer.unknown")} value={countShown(tally.unknown)} unit={unit} />
      </dl>
      <dl className="figures figures-quiet">
        <Figure name={t("answer.residences")} value={countShown(inside.residences.total)} unit={t("answer.places")} />
        {inside.meanSeconds !== null && (
          <Figure
            name={t("answer.mean")}
            value={minutesShown(inside.meanSeconds, minutes)}
            unit={t("answer.minutesUnit")}
          />
        )}
        <Figure name={category} value={countShown(inside.facilities)} unit={t("answer.places")} />
      </dl>
      {inside.servedFromOutside.residences > 0 && (
        <p className="hint">
          {t("drawing.fromOutside", { n: countShown(inside.servedFromOutside[measure]), unit, category })}
        </p>
      )}
      {measure !== "residents" && <p className="hint">{t("answer.noPeople")}</p>}
    </>
  );
}
