/** The answer: the largest figure first, then people and households, then the ranked units, then the gaps. @module */
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import "../../style/answer.css";
import type { Coverage } from "../../../server/api/schemas/coverage.ts";
import type { GapClusterPage } from "../../../server/api/schemas/gaps.ts";
import type { Question } from "../../client/queries.ts";
import { Figure } from "../../parts/figure.tsx";
import { How } from "../../parts/how.tsx";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { EstimateTag } from "../../parts/tags.tsx";
import { useReason } from "../../parts/use-reason.ts";
import { countShown, minutesShown, shareShown } from "../../state/figures.ts";
import { AgesCovered } from "./ages.tsx";
import { GapList } from "./gap-list.tsx";
import { headline } from "./headline.ts";
import { RankedUnits } from "./ranked-units.tsx";
import { ShareAndTally } from "./share-and-tally.tsx";
import type { Asked } from "./use-asked.ts";
import { useMoment } from "./use-moment.ts";
import { useWords } from "./use-words.ts";
import { WalkCharts } from "./walk-charts.tsx";

interface Props {
  readonly asked: Asked;
  /** As it was sent: the limit rests a moment before it is asked about. */
  readonly question: Question;
  readonly coverage: UseQueryResult<Coverage>;
  readonly gaps: UseInfiniteQueryResult<InfiniteData<GapClusterPage>>;
  /** Id of the gap that is looked at. */
  readonly openGap: string | null;
}

export function AnswerPanel({ asked, question, coverage, gaps, openGap }: Props) {
  if (coverage.error !== null) return <Failed error={coverage.error} retry={() => void coverage.refetch()} />;
  if (coverage.data === undefined) return <Waiting lines={10} />;
  const measure = headline(coverage.data.whole).measure;
  return (
    <div
      className={`panel answer${coverage.isPlaceholderData ? " outdated" : ""}`}
      aria-busy={coverage.isPlaceholderData}
    >
      <Whole asked={asked} coverage={coverage.data} />
      <RankedUnits coverage={coverage.data} measure={measure} />
      <AgesCovered ages={coverage.data.whole.ages} />
      <WalkCharts question={question} measure={measure} />
      <GapList asked={asked} gaps={gaps} open={openGap} coverage={coverage.data} />
    </div>
  );
}

function Whole({ asked, coverage }: { readonly asked: Asked; readonly coverage: Coverage }) {
  const { t } = useTranslation();
  const words = useWords();
  const { whole, minutes, pins, limitM } = coverage;
  const { measure } = headline(whole);
  const category = words(asked.category.name);
  const how = { pins, limitM };
  if (asked.category.count === 0)
    return <Notice tone="empty" title={t("answer.noFacilities", { category })} text={t("answer.noFacilitiesNext")} />;
  return (
    <section aria-labelledby="whole-title">
      <h2 id="whole-title">
        {asked.area.name} {whole.estimatedResidences > 0 && <EstimateTag />}
      </h2>
      <ShareAndTally whole={whole} topic="share" category={category} minutes={minutes} {...how} />
      <dl className="figures figures-quiet">
        {measure === "residents" && whole.householdShare !== null && (
          <Figure
            name={t("answer.householdShare")}
            value={shareShown(whole.householdShare)}
            unit="%"
            extra={<How topic="households" what={t("answer.householdShare")} {...how} />}
          />
        )}
        {whole.meanSeconds !== null && (
          <Figure
            name={t("answer.mean")}
            value={minutesShown(whole.meanSeconds, minutes)}
            unit={t("answer.minutesUnit")}
            extra={<How topic="mean" what={t("answer.mean")} {...how} />}
          />
        )}
        <Figure name={category} value={countShown(asked.category.count)} unit={t("answer.places")} />
      </dl>
      {coverage.facilityHours !== null && <Hours coverage={coverage} category={category} />}
      {measure !== "residents" && <p className="hint">{t("answer.noPeople")}</p>}
      {measure === "residents" && whole.residentsUnknownResidences > 0 && (
        <p className="hint">{t("answer.peopleUnknown", { n: countShown(whole.residentsUnknownResidences) })}</p>
      )}
      {coverage.facilitiesOffNetwork > 0 && (
        <p className="hint">{t("answer.offNetwork", { n: countShown(coverage.facilitiesOffNetwork), category })}</p>
      )}
      <UnknownReasons reasons={whole.unknownReasons} />
    </section>
  );
}

/** How many facilities the answer counts on at the moment asked about. */
function Hours({ coverage, category }: { readonly coverage: Coverage; readonly category: string }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { open = 0, closed = 0, unknown = 0 } = coverage.facilityHours ?? {};
  return (
    <p className="hint">
      {t("answer.hours", {
        when: moment(coverage.pins.at ?? ""),
        category,
        open: countShown(open),
        closed: countShown(closed),
        unknown: countShown(unknown),
      })}
    </p>
  );
}

function UnknownReasons({ reasons }: { readonly reasons: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const reason = useReason();
  const found = Object.entries(reasons).filter(([, n]) => n > 0);
  if (found.length === 0) return null;
  return (
    <p className="hint">
      {t("answer.reasons", {
        list: found
          .map(([code, n]) => t("answer.reason", { why: reason(code), n: countShown(n) }))
          .join(t("answer.join")),
      })}
    </p>
  );
}
