/** The place on a page where the map stands, with its tools and attribution. @module */
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Area } from "../../server/api/schemas/areas.ts";
import type { Scene } from "../map/scene.ts";
import { changeView, useView } from "../state/use-view.ts";
import { HoverTip } from "./hover-tip.tsx";
import { cameraDiffers, centreOf, useMap } from "./map-context.tsx";
import { MapTools } from "./map-tools.tsx";
import "../style/map.css";
import { Notice } from "./states.tsx";
import { useNarrow } from "./use-narrow.ts";

interface Props {
  readonly area: Area;
  readonly scene: Scene;
  /** Speed of the walker right of a divider, where there is one. */
  readonly besideSpeed?: number;
  /** What lies over the map: legend, cards. */
  readonly children: ReactNode;
}

export function MapStage({ area, scene, besideSpeed, children }: Props) {
  const { t } = useTranslation();
  const { map, failed, open } = useMap();
  const { camera } = useView();
  const narrow = useNarrow();
  const hole = useRef<HTMLDivElement>(null);
  const framed = useRef<string | null>(null);

  useEffect(open, [open]);
  useEffect(() => {
    if (map !== null && hole.current !== null) map.mount(hole.current);
  }, [map]);
  useEffect(() => map?.name(t("map.name")), [map, t]);
  useEffect(() => map?.show(scene), [map, scene]);
  useEffect(() => {
    if (map === null) return;
    if (camera === null && framed.current !== area.id) map.fit(area.bbox);
    else if (camera !== null && cameraDiffers(map)) map.jump(camera);
    framed.current = area.id;
  }, [map, camera, area]);
  const at = scene.origin?.at ?? null;
  useEffect(() => {
    if (map !== null && narrow && at !== null) map.raise(at);
  }, [map, narrow, at]);

  return (
    <section className="map-stage" id="map" aria-label={t("map.tools")} tabIndex={-1}>
      <div className="map-hole" ref={hole} />
      <span className="cross-hair" aria-hidden="true" />
      {failed && (
        <div className="map-failed">
          <Notice tone="failed" title={t("map.failed")} text={t("map.failedNext")} />
        </div>
      )}
      {map !== null && (
        <MapTools map={map} box={area.bbox} onCentre={() => changeView({ place: centreOf(map), residence: null })} />
      )}
      <HoverTip speedMmPerSecond={scene.speedMmPerSecond} besideSpeed={besideSpeed ?? scene.speedMmPerSecond} />
      {children}
      <p className="attribution">{area.attribution}</p>
    </section>
  );
}
