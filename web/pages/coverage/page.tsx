/** Coverage: who can walk to what within the limit. @module */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Area } from "../../../server/api/schemas/areas.ts";
import { useCoverage, useGaps } from "../../client/queries.ts";
import { useArea } from "../../parts/area-context.tsx";
import { BlankPage } from "../../parts/blank-page.tsx";
import { MapStage } from "../../parts/map-stage.tsx";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { useSettled } from "../../parts/use-settled.ts";
import { Workbench } from "../../parts/workbench.tsx";
import { changeView, useView } from "../../state/use-view.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { AskedPanel } from "./asked-panel.tsx";
import { Legend } from "./legend.tsx";
import { PlaceCard } from "./place-card.tsx";
import { Summary } from "./summary.tsx";
import { type Asked, useAsked } from "./use-asked.ts";
import { useLooked } from "./use-looked.ts";
import { useScene } from "./use-scene.ts";
import { useWords } from "./use-words.ts";

export function CoveragePage() {
  const { area } = useArea();
  return area === null ? <NoArea /> : <OfArea area={area} />;
}

/** Reading, failed, empty, or an area that does not exist. */
function NoArea() {
  const { t } = useTranslation();
  const { area: wanted } = useView();
  const { list, error, retry } = useArea();
  if (error !== null)
    return (
      <BlankPage>
        <Failed error={error} retry={retry} />
      </BlankPage>
    );
  if (list === null || (wanted === null && list.length > 0))
    return (
      <BlankPage>
        <Waiting />
      </BlankPage>
    );
  if (list.length === 0) {
    return (
      <BlankPage>
        <Notice
          tone="empty"
          title={t("state.noAreas")}
          text={t("state.noAreasNext")}
          action={{ label: t("state.goImport"), onClick: () => changeView({ page: "data" }) }}
        />
      </BlankPage>
    );
  }
  const [first] = list;
  return (
    <BlankPage>
      <Notice
        tone="empty"
        title={t("state.areaUnknown", { area: wanted })}
        text={t("state.areaUnknownNext")}
        action={{
          label: t("state.showAnother", { name: first.name }),
          onClick: () =>
            changeView({ area: first.id, camera: null, place: null, residence: null, unit: null, scenario: null }),
        }}
      />
    </BlankPage>
  );
}

function OfArea({ area }: { readonly area: Area }) {
  const { t } = useTranslation();
  const words = useWords();
  const asked = useAsked(area);
  if (asked.state === "failed")
    return (
      <BlankPage>
        <Failed error={asked.error} retry={asked.retry} />
      </BlankPage>
    );
  if (asked.state === "waiting")
    return (
      <BlankPage>
        <Waiting />
      </BlankPage>
    );
  if (asked.state === "category_unknown") {
    const { wanted, instead } = asked;
    return (
      <BlankPage>
        <Notice
          tone="empty"
          title={t("state.categoryUnknown", { category: wanted })}
          text={instead === null ? t("state.noAreasNext") : t("state.categoryUnknownNext")}
          action={
            instead === null
              ? { label: t("state.goImport"), onClick: () => changeView({ page: "data" }) }
              : {
                  label: t("state.showAnother", { name: words(instead.name) }),
                  onClick: () => changeView({ category: instead.code }),
                }
          }
        />
      </BlankPage>
    );
  }
  if (asked.state === "scenario_unknown") {
    return (
      <BlankPage>
        <Notice
          tone="empty"
          title={t("state.scenarioUnknown", { scenario: asked.wanted })}
          text={t("state.scenarioUnknownNext")}
          action={{ label: t("scenario.back"), onClick: () => changeView({ scenario: null }) }}
        />
      </BlankPage>
    );
  }
  if (asked.state === "profile_unknown") {
    const { wanted, instead } = asked;
    const name = words(instead.name);
    return (
      <BlankPage>
        <Notice
          tone="empty"
          title={t("state.profileUnknown", { profile: wanted })}
          text={t("state.profileUnknownNext", { name })}
          action={{ label: t("state.showAnother", { name }), onClick: () => changeView({ profile: instead.id }) }}
        />
      </BlankPage>
    );
  }
  return <Coverage asked={asked.asked} />;
}

function Coverage({ asked }: { readonly asked: Asked }) {
  const { by, place, residence } = useView();
  const question = { ...asked.question, minutes: useSettled(asked.question.minutes) };
  const coverage = useCoverage(question, by);
  const gaps = useGaps(question);
  const listed = useMemo(() => gaps.data?.pages.flatMap(({ items }) => items) ?? [], [gaps.data]);
  const looked = useLooked(asked);
  const scene = useScene(asked, looked, listed);
  return (
    <Workbench
      asked={<AskedPanel asked={asked} />}
      map={
        <MapStage area={asked.area} scene={scene}>
          <Legend asked={asked} classes={scene.classes} />
        </MapStage>
      }
      answer={<AnswerPanel asked={asked} coverage={coverage} gaps={gaps} listed={listed} />}
      card={place === null && residence === null ? null : <PlaceCard asked={asked} looked={looked} />}
      summary={<Summary asked={asked} coverage={coverage.data ?? null} />}
    />
  );
}
