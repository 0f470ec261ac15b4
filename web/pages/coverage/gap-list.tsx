/** Gaps: uncovered residences as places, most people first, numbered as on the map. @module */
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Coverage } from "../../../server/api/schemas/coverage.ts";
import type { GapCluster, GapClusterPage } from "../../../server/api/schemas/gaps.ts";
import { How } from "../../parts/how.tsx";
import { useMap } from "../../parts/map-context.tsx";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { EstimateTag } from "../../parts/tags.tsx";
import { countShown, minutesShown } from "../../state/figures.ts";
import { changeView } from "../../state/use-view.ts";
import type { Asked } from "./use-asked.ts";
import { useGapWords } from "./use-gap-words.ts";

interface Props {
  readonly asked: Asked;
  readonly gaps: UseInfiniteQueryResult<InfiniteData<GapClusterPage>>;
  /** Id of the gap that is looked at. */
  readonly open: string | null;
  readonly coverage: Coverage;
}

export function GapList({ asked, gaps, open, coverage }: Props) {
  const { t } = useTranslation();
  const { map } = useMap();
  const listed = gaps.data?.pages.flatMap(({ items }) => items) ?? [];
  const rest = (gaps.data?.pages[0].total ?? 0) - listed.length;
  return (
    <section aria-labelledby="gaps-title">
      <div className="section-head">
        <h3 id="gaps-title">
          {t("gaps.title")} <How topic="gaps" what={t("gaps.title")} pins={coverage.pins} limitM={coverage.limitM} />
        </h3>
        <span className="hint">{t("gaps.hint")}</span>
      </div>
      {gaps.error !== null && <Failed error={gaps.error} retry={() => void gaps.refetch()} />}
      {gaps.isPending && <Waiting />}
      {gaps.isSuccess && listed.length === 0 && <Notice tone="good" title={t("gaps.none")} text={t("gaps.noneWhy")} />}
      <ol className="gap-list">
        {listed.map((gap, k) => (
          <li key={gap.id}>
            <button
              type="button"
              className="gap"
              aria-pressed={gap.id === open}
              onClick={() => {
                changeView({ residence: gap.heart, place: null });
                map?.fit(boxRound(gap));
              }}
            >
              <i className="gap-number" aria-hidden="true">
                {k + 1}
              </i>
              <GapPlace gap={gap} />
              <GapFigures gap={gap} limitMinutes={asked.question.minutes} />
            </button>
          </li>
        ))}
      </ol>
      {gaps.hasNextPage && (
        <button
          type="button"
          className="more"
          disabled={gaps.isFetchingNextPage}
          onClick={() => void gaps.fetchNextPage()}
        >
          {t("gaps.more", { n: countShown(rest) })}
        </button>
      )}
    </section>
  );
}

function GapPlace({ gap }: { readonly gap: GapCluster }) {
  const { nameOf, whyOf } = useGapWords();
  return (
    <span className="gap-name">
      <span>{nameOf(gap)}</span>
      <small className="gap-why">
        {gap.community !== null && <>{gap.community} · </>}
        {whyOf(gap)}
      </small>
    </span>
  );
}

function GapFigures({
  gap: { people, worst },
  limitMinutes,
}: {
  readonly gap: GapCluster;
  readonly limitMinutes: number;
}) {
  const { t } = useTranslation();
  const isUnknown = people.residentsUnknownResidences === people.residences;
  return (
    <span className="gap-figures">
      <span>
        {isUnknown ? t("gaps.peopleUnknown") : t("gaps.people", { n: countShown(people.residents) })}{" "}
        {people.estimatedResidences > 0 && <EstimateTag />}
      </span>
      <span>
        {worst === null ? t("gaps.noWalk") : t("gaps.worst", { minutes: minutesShown(worst.seconds, limitMinutes) })}
      </span>
    </span>
  );
}

/** Degrees left free round the homes, about 200 m: so that one home alone is seen among its streets. */
const MARGIN = 0.002;

/** The homes and the nearest facility as the crow flies: what lies between them is what matters. */
function boxRound({ bbox, straight }: GapCluster): [number, number, number, number] {
  const [lon, lat] = straight?.facility.position ?? [bbox[0], bbox[1]];
  return [
    Math.min(bbox[0], lon) - MARGIN,
    Math.min(bbox[1], lat) - MARGIN,
    Math.max(bbox[2], lon) + MARGIN,
    Math.max(bbox[3], lat) + MARGIN,
  ];
}
