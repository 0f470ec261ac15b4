/** The one place or residence that was asked about: its reach, and the walk drawn to one facility. @module */
import type { LineString, MultiPolygon } from "geojson";
import { useMemo, useState } from "react";
import type { ResidenceCoverage } from "../../../server/api/schemas/coverage.ts";
import type { GapClusterDetail } from "../../../server/api/schemas/gaps.ts";
import type { NearestFacility, Reach } from "../../../server/api/schemas/walks.ts";
import { useGap, useReach, useResidence, useRoute } from "../../client/queries.ts";
import type { Scene } from "../../map/scene.ts";
import { useSettled } from "../../parts/use-settled.ts";
import { useView } from "../../state/use-view.ts";
import type { Place } from "../../state/view.ts";
import type { Asked } from "./use-asked.ts";

export interface Looked {
  readonly reach: Reach | null;
  readonly residence: ResidenceCoverage | null;
  readonly error: Error | null;
  readonly retry: () => void;
  /** The answer shown is of the limit or profile before. */
  readonly outdated: boolean;
  readonly isochrone: MultiPolygon | null;
  /** Id of the gap that the residence is part of. */
  readonly gap: string | null;
  readonly openGap: Scene["openGap"];
  readonly origin: Scene["origin"];
  readonly walk: Scene["walk"];
  /** Category whose walk is drawn. */
  readonly shown: string;
  show(category: string): void;
}

export function useLooked({ question: asked, category }: Asked): Looked {
  const view = useView();
  const question = { ...asked, minutes: useSettled(asked.minutes) };
  const [picked, setPicked] = useState<{ of: string; place: string; category: string } | null>(null);
  const residence = useResidence(question, view.residence);
  const explained = view.residence === null ? null : (residence.data ?? null);
  const from: Place | null = view.place ?? explained?.residence.position ?? null;
  const reach = useReach(question, from);
  const reached = from === null ? null : (reach.data ?? null);

  // A walk picked in the card lasts as long as the place and the category that it was picked under.
  const place = view.residence ?? String(view.place);
  const shown = picked?.of === category.code && picked.place === place ? picked.category : category.code;
  const nearest = (explained?.nearest ?? reached?.nearest ?? []) as readonly NearestFacility[];
  const target = nearest.find((one) => one.category === shown && one.walk.status === "ok")?.facility.position ?? null;
  const route = useRoute(question, from, target);
  const line = target === null ? null : (route.data?.line ?? null);

  // Of a covered residence there is no gap to ask for.
  const isCovered = explained === null || !lacks(explained, category.code);
  const gap = useGap(question, isCovered ? null : view.residence).data ?? null;
  const openGap = useMemo<Scene["openGap"]>(() => gap && gapOf(gap), [gap]);

  const snapped = explained === null ? (reached?.snapped ?? null) : explained.snapped;
  const origin = useMemo<Scene["origin"]>(
    () => (from === null ? null : { at: from, snapped: snapped?.position ?? null }),
    [from, snapped],
  );
  const walk = useMemo<Scene["walk"]>(
    () => (line === null || target === null ? null : { line, to: target }),
    [line, target],
  );
  return {
    reach: reached,
    residence: explained,
    error: view.residence === null ? reach.error : (residence.error ?? reach.error),
    retry: () => void (view.residence === null ? reach : residence).refetch(),
    outdated: asked.minutes !== question.minutes || reach.isPlaceholderData || residence.isPlaceholderData,
    isochrone: (reached?.isochrone ?? null) as MultiPolygon | null,
    gap: gap?.cluster.id ?? null,
    openGap,
    origin,
    walk,
    shown,
    show: (next) => setPicked({ of: category.code, place, category: next }),
  };
}

function lacks({ missing, unknown }: ResidenceCoverage, category: string): boolean {
  return missing.includes(category) || unknown.some((one) => one.category === category);
}

function gapOf({ cluster, members, lines }: GapClusterDetail): Scene["openGap"] {
  const straight = lines.features.find(({ properties }) => properties.kind === "straight");
  return {
    homes: members.map(({ position }) => position),
    straight: (straight?.geometry as LineString | undefined) ?? null,
    closedGates: cluster.closedGates,
  };
}
