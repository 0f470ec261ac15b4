/** Spacing: who stands too close to whom, and may one open here. @module */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import "../../style/spacing.css";
import {
  useSpacing,
  useSpacingCheck,
  useSpacingClusters,
  useSpacingServing,
  useSpacingZone,
} from "../../client/spacing.ts";
import { MapStage } from "../../parts/map-stage.tsx";
import { Workbench } from "../../parts/workbench.tsx";
import { countShown } from "../../state/figures.ts";
import { useView } from "../../state/use-view.ts";
import { SpacingAnswer } from "./answer-panel.tsx";
import { SpacingAsked } from "./asked-panel.tsx";
import { CheckCard } from "./check-card.tsx";
import { SpacingLegend } from "./legend.tsx";
import { RulesGate } from "./rules-gate.tsx";
import { useSpacingScene } from "./use-scene.ts";
import type { AskedSpacing } from "./use-spacing.ts";

export function SpacingPage() {
  return <RulesGate>{(spacing) => <Spacing spacing={spacing} />}</RulesGate>;
}

function Spacing({ spacing }: { readonly spacing: AskedSpacing }) {
  const { t } = useTranslation();
  const { unit, zone: isZoneWanted, minutes, profile } = useView();
  const { question, category, check: checked } = spacing;
  const pairs = useSpacing(question, unit ?? undefined);
  const clusters = useSpacingClusters(question, unit ?? undefined);
  const check = useSpacingCheck(checked);
  const wanted = isZoneWanted && category !== null;
  const zone = useSpacingZone(question, category ?? "", wanted);
  const serving = useSpacingServing(question, category ?? "", minutes, profile, wanted);
  const listed = useMemo(() => pairs.data?.items ?? [], [pairs.data]);
  const hanging = useMemo(() => clusters.data?.items ?? [], [clusters.data]);
  const scene = useSpacingScene(spacing, {
    pairs: listed,
    clusters: hanging,
    check: checked === null ? null : (check.data ?? null),
    zone: wanted ? (zone.data ?? null) : null,
    serving: wanted ? (serving.data ?? null) : null,
  });
  return (
    <Workbench
      asked={<SpacingAsked spacing={spacing} drawn={wanted ? (zone.data ?? null) : null} />}
      map={
        <MapStage area={spacing.asked.area} scene={scene}>
          <SpacingLegend withZone={wanted} />
        </MapStage>
      }
      answer={<SpacingAnswer spacing={spacing} pairs={pairs} clusters={clusters} serving={serving} />}
      card={checked === null ? null : <CheckCard spacing={spacing} check={check} />}
      summary={
        <span className="summary">
          <b>{pairs.data ? countShown(pairs.data.total) : "…"}</b> {t("spacing.pairsTooClose")}
        </span>
      }
    />
  );
}
