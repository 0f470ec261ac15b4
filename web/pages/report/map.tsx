/** The map of the report: a picture with its legend, scale, north and source, whole on one page. @module */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { GapCluster } from "../../../server/api/schemas/gaps.ts";
import type { Scene } from "../../map/scene.ts";
import { Failed, Waiting } from "../../parts/states.tsx";
import { countShown } from "../../state/figures.ts";
import { scaleBar } from "../../state/scale-bar.ts";
import { Legend } from "../coverage/legend.tsx";
import type { Asked } from "../coverage/use-asked.ts";
import { useScene } from "../coverage/use-scene.ts";
import { useWords } from "../coverage/use-words.ts";

/** Drawn larger than it is shown (680 pixels of CSS between the margins of A4), so that the cells are finer. */
const SIZE = { width: 920, height: 636 } as const;
const SCALE_PIXELS = 120;
const NOTHING = { openGap: null, isochrone: null, origin: null, walk: null, drawn: null };
const METRES_A_KM = 1000;

export function ReportMap({ asked, listed }: { readonly asked: Asked; readonly listed: readonly GapCluster[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const drawn = useScene(asked, NOTHING, listed);
  // Paper shows the whole, whatever was picked or hidden on screen.
  const scene = useMemo<Scene>(() => ({ ...drawn, hidden: [], selectedUnit: null, selectedResidence: null }), [drawn]);
  const picture = useQuery({
    queryKey: ["picture", scene],
    queryFn: async ({ signal }) => {
      const { drawPicture } = await import("../../map/draw-picture.ts");
      return drawPicture(scene, asked.area.bbox, SIZE, signal);
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const category = words(asked.category.name);
  const caption = t("report.mapCaption", { category });
  const bar = picture.data && scaleBar(picture.data.metresPerPixel, SCALE_PIXELS);
  return (
    <figure className="report-map">
      <div className="report-picture" style={{ aspectRatio: `${SIZE.width} / ${SIZE.height}` }}>
        {picture.error !== null && <Failed error={picture.error} retry={() => void picture.refetch()} />}
        {picture.isPending && <Waiting />}
        {picture.data && <img src={picture.data.address} alt={caption} {...SIZE} />}
        {bar && (
          <div className="report-scale" style={{ width: `${(bar.pixels / SIZE.width) * 100}%` }}>
            {bar.metres >= METRES_A_KM ? `${bar.metres / METRES_A_KM} km` : `${countShown(bar.metres)} m`}
          </div>
        )}
        <svg className="report-north" viewBox="0 0 24 34" role="img" aria-label={t("report.north")}>
          <path d="M12 1 20 25 12 20 4 25Z" />
          <text x="12" y="33" textAnchor="middle">
            N
          </text>
        </svg>
      </div>
      <figcaption>
        <Legend asked={asked} classes={scene.classes} />
        <p>
          {caption} <span className="attribution-line">{asked.area.attribution}</span>
        </p>
      </figcaption>
    </figure>
  );
}
