/** The scene of the map: what the view and the answers say, as one value that changes only where they do. @module */
import { useMemo } from "react";
import type { GapCluster } from "../../../server/api/schemas/gaps.ts";
import { useCommunities } from "../../client/queries.ts";
import { walkClasses } from "../../map/ramp.ts";
import type { LabelPoint, Scene } from "../../map/scene.ts";
import { categorySymbol } from "../../parts/category-symbol.ts";
import { useView } from "../../state/use-view.ts";
import type { Asked } from "./use-asked.ts";
import type { Looked } from "./use-looked.ts";

export function useScene(
  { area, category, profile, limitMm, scenario }: Asked,
  looked: Pick<Looked, "openGap" | "isochrone" | "origin" | "walk"> & Pick<Scene, "drawn">,
  listedGaps: readonly GapCluster[],
): Scene {
  const view = useView();
  const { data: communities } = useCommunities(area);
  const { minutes, at, by, hidden, unit, residence } = view;
  // Paper is pale.
  const ground = view.page === "report" ? "day" : view.ground;
  const classes = useMemo(() => walkClasses(minutes, ground), [minutes, ground]);
  const unitLabels = useMemo<readonly LabelPoint[]>(
    () =>
      (communities?.items ?? [])
        .filter(({ level }) => level === by)
        .map(({ name, bbox: [west, south, east, north] }) => ({
          text: name,
          at: [(west + east) / 2, (south + north) / 2],
        })),
    [communities, by],
  );
  const gaps = useMemo<readonly LabelPoint[]>(
    () => listedGaps.map(({ position }, k) => ({ text: String(k + 1), at: position })),
    [listedGaps],
  );
  return useMemo(
    () => ({
      area: area.id,
      release: area.release,
      scenario,
      category: category.code,
      symbol: categorySymbol(category.code, category.name.zh),
      profile: profile.id,
      at,
      speedMmPerSecond: profile.speedMmPerSecond,
      limitMm,
      classes,
      hidden,
      unitLabels,
      unitLevel: by,
      selectedUnit: unit,
      selectedResidence: residence,
      gaps,
      openGap: looked.openGap,
      isochrone: looked.isochrone,
      origin: looked.origin,
      walk: looked.walk,
      drawn: looked.drawn,
      whatIf: null,
      ground,
    }),
    [
      area,
      scenario,
      category,
      profile,
      at,
      limitMm,
      classes,
      hidden,
      unitLabels,
      by,
      unit,
      residence,
      gaps,
      looked.openGap,
      looked.isochrone,
      looked.origin,
      looked.walk,
      looked.drawn,
      ground,
    ],
  );
}
