/** Coverage: who can walk to what within the limit. @module */
import { lazy, useMemo } from "react";
import { useCoverage, useGaps } from "../../client/queries.ts";
import { MapStage } from "../../parts/map-stage.tsx";
import { useSettled } from "../../parts/use-settled.ts";
import { Workbench } from "../../parts/workbench.tsx";
import { useView } from "../../state/use-view.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { AskedGate } from "./asked-gate.tsx";
import { AskedPanel } from "./asked-panel.tsx";
import { DrawBar } from "./drawing/draw-bar.tsx";
import { DrawTool } from "./drawing/draw-tool.tsx";
import { PolygonCard } from "./drawing/polygon-card.tsx";
import { useDrawing } from "./drawing/use-drawing.ts";
import { Legend } from "./legend.tsx";
import { PlaceCard } from "./place-card.tsx";
import { Summary } from "./summary.tsx";
import type { Asked } from "./use-asked.ts";
import { useLooked } from "./use-looked.ts";
import { useScene } from "./use-scene.ts";

/** Fetched when first opened: most people come to look. */
const WhatIf = lazy(async () => ({ default: (await import("./what-if/page.tsx")).WhatIfPage }));
const Compare = lazy(async () => ({ default: (await import("./compare/page.tsx")).ComparePage }));

export function CoveragePage() {
  const { mode, compare } = useView();
  const Shown = mode === "what-if" ? WhatIf : compare === null ? Coverage : Compare;
  return <AskedGate>{(asked) => <Shown asked={asked} />}</AskedGate>;
}

function Coverage({ asked }: { readonly asked: Asked }) {
  const { by, place, residence, polygon } = useView();
  const question = { ...asked.question, minutes: useSettled(asked.question.minutes) };
  const coverage = useCoverage(question, by);
  const gaps = useGaps(question);
  const listed = useMemo(() => gaps.data?.pages.flatMap(({ items }) => items) ?? [], [gaps.data]);
  const looked = useLooked(asked);
  const drawing = useDrawing();
  const scene = useScene(asked, { ...looked, drawn: drawing.drawn }, listed);
  return (
    <Workbench
      asked={<AskedPanel asked={asked} />}
      map={
        <MapStage area={asked.area} scene={scene}>
          <Legend asked={asked} classes={scene.classes} />
          <DrawTool drawing={drawing} />
          <DrawBar drawing={drawing} />
        </MapStage>
      }
      answer={<AnswerPanel asked={asked} question={question} coverage={coverage} gaps={gaps} openGap={looked.gap} />}
      card={
        place !== null || residence !== null ? (
          <PlaceCard asked={asked} looked={looked} />
        ) : (
          polygon && <PolygonCard asked={asked} question={question} polygon={polygon} onAgain={drawing.start} />
        )
      }
      summary={<Summary asked={asked} coverage={coverage.data ?? null} />}
    />
  );
}
