/** The same figures as of the whole area, of what lies inside a polygon. @module */
import { useTranslation } from "react-i18next";
import type { PolygonCoverage } from "../../../../server/api/schemas/coverage.ts";
import { Figure } from "../../../parts/figure.tsx";
import { Notice } from "../../../parts/states.tsx";
import { EstimateTag } from "../../../parts/tags.tsx";
import { countShown, minutesShown } from "../../../state/figures.ts";
import { headline } from "../headline.ts";
import { ShareAndTally } from "../share-and-tally.tsx";
import type { Asked } from "../use-asked.ts";
import { useMeasureUnit } from "../use-measure-unit.ts";
import { useWords } from "../use-words.ts";

export function PolygonFigures({ asked, answer }: { readonly asked: Asked; readonly answer: PolygonCoverage }) {
  const { t } = useTranslation();
  const words = useWords();
  const unitOf = useMeasureUnit();
  const { inside, minutes, pins, limitM } = answer;
  const { measure } = headline(inside);
  const category = words(asked.category.name);
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
      <ShareAndTally whole={inside} topic="polygon" category={category} minutes={minutes} limitM={limitM} pins={pins} />
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
          {t("drawing.fromOutside", {
            n: countShown(inside.servedFromOutside[measure]),
            unit: unitOf(measure),
            category,
          })}
        </p>
      )}
      {measure !== "residents" && <p className="hint">{t("answer.noPeople")}</p>}
    </>
  );
}
