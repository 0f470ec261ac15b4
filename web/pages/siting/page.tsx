/** Siting: where to sign the next service points, whom they bring, and how good that is known to be. @module */
import { useEffect } from "react";
import "../../style/siting.css";
import "../../style/what-if.css";
import { useMap } from "../../parts/map-context.tsx";
import { MapStage } from "../../parts/map-stage.tsx";
import { Workbench } from "../../parts/workbench.tsx";
import { AskedGate } from "../coverage/asked-gate.tsx";
import type { Asked } from "../coverage/use-asked.ts";
import { SitingAnswerPanel, SitingSummary } from "./answer-panel.tsx";
import { SitingAskedPanel } from "./asked-panel.tsx";
import { changeSiting } from "./change.ts";
import { nearestPlace } from "./nearest-place.ts";
import { PictureSwitch, SitingLegend } from "./picture-switch.tsx";
import { SiteCard } from "./site-card.tsx";
import { useSitingScene } from "./use-scene.ts";
import { usePlanEffect, useSiting } from "./use-siting.ts";

export function SitingPage() {
  return <AskedGate>{(asked) => <SitingOf asked={asked} />}</AskedGate>;
}

function SitingOf({ asked }: { readonly asked: Asked }) {
  const siting = useSiting(asked);
  const { data: effect } = usePlanEffect(siting);
  const scene = useSitingScene(siting, effect?.effect ?? null);
  const { map, onPick } = useMap();
  const { wanted, solving, candidates } = siting;
  const { answer } = solving;
  const sites = answer?.sites ?? null;
  useEffect(() => {
    onPick((at) => {
      const id = map === null ? null : nearestPlace(at, map.camera().zoom, sites ?? [], candidates);
      changeSiting({ site: id });
    });
    return () => onPick(null);
  }, [map, onPick, sites, candidates]);
  const place =
    wanted.site === null
      ? null
      : (answer?.sites.find(({ id }) => id === wanted.site) ?? candidates.find(({ id }) => id === wanted.site) ?? null);
  return (
    <Workbench
      asked={<SitingAskedPanel siting={siting} />}
      map={
        <MapStage area={asked.area} scene={scene}>
          <PictureSwitch siting={siting} />
          <SitingLegend siting={siting} classes={scene.classes} />
        </MapStage>
      }
      answer={<SitingAnswerPanel siting={siting} />}
      card={place !== null && answer !== null ? <SiteCard siting={siting} answer={answer} place={place} /> : null}
      summary={<SitingSummary siting={siting} />}
    />
  );
}
