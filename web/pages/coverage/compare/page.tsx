/** Two scenarios, today and a scenario, or two walkers, side by side under one divider. @module */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import "../../../style/compare.css";
import { useCoverage } from "../../../client/queries.ts";
import { BlankPage } from "../../../parts/blank-page.tsx";
import { useMap } from "../../../parts/map-context.tsx";
import { MapStage } from "../../../parts/map-stage.tsx";
import { Failed, Notice, Waiting } from "../../../parts/states.tsx";
import { useSettled } from "../../../parts/use-settled.ts";
import { Workbench } from "../../../parts/workbench.tsx";
import { changeView, useView } from "../../../state/use-view.ts";
import { Legend } from "../legend.tsx";
import type { Asked } from "../use-asked.ts";
import { useScene } from "../use-scene.ts";
import { Divider } from "./divider.tsx";
import { FiguresOfBoth, SummaryOfBoth } from "./figures.tsx";
import { SidesPanel } from "./sides-panel.tsx";
import { useCaption } from "./use-caption.ts";
import { useRight } from "./use-right.ts";

const BASE = { kind: "base" } as const;
const NOTHING = { openGap: null, isochrone: null, origin: null, walk: null, drawn: null };
const NO_GAPS: readonly [] = [];
/** Pointing asks nothing here: which side it would be about, nobody could tell from the address. */
const ONLY_LOOKING = { drags: false, picked: () => {}, dropped: () => {} };

export function ComparePage({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { compare } = useView();
  const right = useRight(asked, compare ?? BASE);
  if (right.state === "ready") return <Both left={asked} right={right.asked} />;
  return (
    <BlankPage>
      {right.state === "waiting" && <Waiting />}
      {right.state === "failed" && <Failed error={right.error} retry={right.retry} />}
      {right.state === "unknown" && (
        <Notice
          tone="empty"
          title={t("compare.unknown")}
          text={t("compare.unknownWhy")}
          action={{ label: t("compare.leave"), onClick: () => changeView({ compare: null }) }}
        />
      )}
    </BlankPage>
  );
}

function Both({ left, right }: { readonly left: Asked; readonly right: Asked }) {
  const { map } = useMap();
  const { swipe, by } = useView();
  const [share, setShare] = useState(swipe);
  useEffect(() => setShare(swipe), [swipe]);
  const scene = useScene(left, NOTHING, NO_GAPS);
  const beside = useScene(right, NOTHING, NO_GAPS);
  useEffect(() => map?.beside(beside, share / 100), [map, beside, share]);
  useEffect(() => {
    map?.edit(ONLY_LOOKING);
    return () => {
      map?.edit(null);
      map?.beside(null, 0);
    };
  }, [map]);
  const captions = useCaption(left, right);
  const minutes = useSettled(left.question.minutes);
  const coverages = [
    useCoverage({ ...left.question, minutes }, by),
    useCoverage({ ...right.question, minutes }, by),
  ] as const;
  return (
    <Workbench
      asked={<SidesPanel left={left} right={right} />}
      map={
        <MapStage area={left.area} scene={scene} besideSpeed={beside.speedMmPerSecond}>
          <Divider
            share={share}
            captions={captions}
            onMove={setShare}
            onRest={(rested) => changeView({ swipe: rested }, "replace")}
          />
          <Legend asked={left} classes={scene.classes} />
        </MapStage>
      }
      answer={<FiguresOfBoth left={left} right={right} captions={captions} coverages={coverages} />}
      card={null}
      summary={<SummaryOfBoth left={left} captions={captions} coverages={coverages} />}
    />
  );
}
