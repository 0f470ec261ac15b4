/** Residences that are not covered, most people first, numbered as on the map. @module */
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Coverage, Gap } from "../../../server/api/schemas/coverage.ts";
import { How } from "../../parts/how.tsx";
import { useMap } from "../../parts/map-context.tsx";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { EstimateTag } from "../../parts/tags.tsx";
import { countShown, minutesShown } from "../../state/figures.ts";
import { changeView, useView } from "../../state/use-view.ts";
import type { Asked } from "./use-asked.ts";

interface Props {
  readonly asked: Asked;
  readonly gaps: UseInfiniteQueryResult<unknown>;
  readonly listed: readonly Gap[];
  readonly coverage: Coverage;
}

export function GapList({ asked, gaps, listed, coverage }: Props) {
  const { t } = useTranslation();
  const { residence } = useView();
  const { map } = useMap();
  const rest = coverage.whole.residences.uncovered - listed.length;
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
          <li key={gap.residence.ref}>
            <button
              type="button"
              className="gap"
              aria-pressed={gap.residence.ref === residence}
              onClick={() => {
                changeView({ residence: gap.residence.ref, place: null });
                map?.fly(gap.residence.position, 14.5);
              }}
            >
              <i className="gap-number" aria-hidden="true">
                {k + 1}
              </i>
              <GapName gap={gap} />
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
          {t("gaps.more", { n: countShown(Math.max(1, rest)) })}
        </button>
      )}
    </section>
  );
}

function GapName({ gap: { residence, street } }: { readonly gap: Gap }) {
  const { t } = useTranslation();
  return (
    <span className="gap-name">
      {residence.name ?? (street === null ? t("gaps.unnamed") : t("gaps.near", { street }))}
    </span>
  );
}

function GapFigures({
  gap: { residence, nearest },
  limitMinutes,
}: {
  readonly gap: Gap;
  readonly limitMinutes: number;
}) {
  const { t } = useTranslation();
  const seconds = nearest?.walk.seconds ?? null;
  return (
    <span className="gap-figures">
      <span>
        {residence.residents === null
          ? t("gaps.peopleUnknown")
          : t("gaps.people", { n: countShown(residence.residents) })}{" "}
        {residence.estimated && <EstimateTag />}
      </span>
      <span>
        {seconds === null ? t("gaps.noWalk") : t("gaps.away", { minutes: minutesShown(seconds, limitMinutes) })}
      </span>
    </span>
  );
}
