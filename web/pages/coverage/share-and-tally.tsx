/** The largest figures of an answer: the share that is covered, then how many are, how many are not, and of how many nobody knows. @module */
import { useTranslation } from "react-i18next";
import type { Pins } from "../../../server/api/schemas/common.ts";
import type { WholeCoverage } from "../../../server/api/schemas/coverage.ts";
import { Figure } from "../../parts/figure.tsx";
import { How } from "../../parts/how.tsx";
import { Notice } from "../../parts/states.tsx";
import { TallyBar } from "../../parts/tally-bar.tsx";
import { countShown, shareShown } from "../../state/figures.ts";
import { headline } from "./headline.ts";
import { useMeasureUnit } from "./use-measure-unit.ts";
import { useMoment } from "./use-moment.ts";

interface Props {
  /** Of the area, or of what lies inside a polygon. */
  readonly whole: WholeCoverage;
  readonly topic: "share" | "polygon";
  /** In the reader's words. */
  readonly category: string;
  readonly minutes: number;
  readonly limitM: number;
  readonly pins: Pins;
}

export function ShareAndTally({ whole, topic, category, minutes, limitM, pins }: Props) {
  const { t } = useTranslation();
  const moment = useMoment();
  const unitOf = useMeasureUnit();
  const { measure, share, wording } = headline(whole);
  const tally = whole[measure];
  const unit = unitOf(measure);
  const open = pins.at === undefined ? "" : t("answer.openAt", { when: moment(pins.at) });
  const statement = t(`answer.${wording}`, { minutes, category }) + open;
  return (
    <>
      {share === null ? (
        <Notice tone="empty" title={t("answer.noShare")} text={t("answer.noShareWhy")} />
      ) : (
        <p className="headline">
          <b>
            {shareShown(share)}
            <small>%</small>
          </b>
          <span>
            {statement} <How topic={topic} what={statement} pins={pins} limitM={limitM} />
          </span>
        </p>
      )}
      <TallyBar {...tally} />
      <dl className="figures">
        <Figure tone="covered" name={t("answer.covered")} value={countShown(tally.covered)} unit={unit} />
        <Figure tone="uncovered" name={t("answer.uncovered")} value={countShown(tally.uncovered)} unit={unit} />
        <Figure
          tone="unknown"
          name={t("answer.unknown")}
          value={countShown(tally.unknown)}
          unit={unit}
          extra={<How topic="unknown" what={t("answer.unknown")} pins={pins} limitM={limitM} />}
        />
      </dl>
    </>
  );
}
