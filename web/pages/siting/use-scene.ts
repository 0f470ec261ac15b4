/** The scene of the map on the page of siting. @module */
import { cellToBoundary } from "h3-js";
import { useMemo } from "react";
import type { Effect } from "../../../server/api/schemas/scenario-effect.ts";
import { useAreasWithin } from "../../client/siting.ts";
import { walkClasses } from "../../map/ramp.ts";
import type { Scene } from "../../map/scene.ts";
import type { SitingPicture, WalkCell } from "../../map/siting-scene.ts";
import type { WhatIfScene } from "../../map/what-if-scene.ts";
import { categorySymbol } from "../../parts/category-symbol.ts";
import type { Picture } from "../../state/siting/asked.ts";
import { useView } from "../../state/use-view.ts";
import type { LayerId, Place } from "../../state/view.ts";
import { cellOf } from "../coverage/what-if/use-what-if-scene.ts";
import type { Siting } from "./use-siting.ts";

/** Each is a search of its own; of larger plans those that pay most have their ground drawn. */
const MOST_AREAS = 30;

const HIDDEN: Readonly<Record<Picture, readonly LayerId[]>> = {
  plan: ["cells", "residences", "gaps"],
  before: ["gaps"],
  after: ["residences", "gaps"],
  change: ["cells", "residences", "gaps"],
};

type Cells = NonNullable<Effect["cells"]>;
const NO_CELLS: Cells = [];

export function useSitingScene(siting: Siting, effect: Effect | null): Scene {
  const { asked, wanted, solving, candidates, question } = siting;
  const { by, ground, unit, minutes } = useView();
  const { answer } = solving;
  const picture: Picture = answer === null ? "plan" : wanted.picture;
  const sites = answer?.sites ?? NO_SITES;
  const drawnSites = useMemo(() => sites.slice(0, MOST_AREAS).map(({ position }) => position as Place), [sites]);
  const looked = candidates.find(({ id }) => id === wanted.site) ?? null;
  const isChosen = sites.some(({ id }) => id === wanted.site);
  const selected = isChosen ? null : (looked?.position ?? null);
  // What a place that is not chosen would reach is drawn beside the plan.
  const places = useMemo(() => (selected === null ? drawnSites : [...drawnSites, selected]), [drawnSites, selected]);
  const shapes = useAreasWithin(question, places);
  const classes = useMemo(() => walkClasses(minutes, ground), [minutes, ground]);
  const speed = asked.profile.speedMmPerSecond;
  const cells = effect?.cells ?? NO_CELLS;
  const dots = useMemo<SitingPicture["candidates"]>(() => {
    const refused = new Set(wanted.forbid);
    const chosen = new Set(sites.map(({ id }) => id));
    return candidates
      .filter(({ id }) => !chosen.has(id))
      .map(({ id, position, tooNear }) => ({
        at: position,
        state: refused.has(id) ? "refused" : tooNear ? "barred" : "free",
      }));
  }, [candidates, sites, wanted.forbid]);
  const planned = useMemo<SitingPicture["sites"]>(
    () =>
      sites.map(({ id, position, rank }) => ({
        at: position,
        rank,
        pinned: wanted.force.includes(id),
        selected: id === wanted.site,
      })),
    [sites, wanted.force, wanted.site],
  );
  const areas = useMemo<SitingPicture["areas"]>(
    () =>
      picture === "change"
        ? []
        : shapes.flatMap((shape, k) => {
            const isLooked = k < drawnSites.length ? sites[k].id === wanted.site : true;
            return shape === null || (picture !== "plan" && !isLooked) ? [] : [{ shape, selected: isLooked }];
          }),
    [shapes, picture, drawnSites, sites, wanted.site],
  );
  const after = useMemo(
    () => (picture === "after" ? cells.flatMap((cell) => walkAfter(cell, speed)) : NO_WALKS),
    [picture, cells, speed],
  );
  const drawn = useMemo<SitingPicture>(
    () => ({ sites: planned, areas, candidates: picture === "plan" ? dots : NO_DOTS, selected, after }),
    [planned, areas, dots, picture, selected, after],
  );
  const whatIf = useMemo<WhatIfScene | null>(
    () => (picture === "change" ? { ...NO_CHANGE, cells: cells.map(cellOf) } : null),
    [picture, cells],
  );
  const { category, area, scenario, profile, limitMm } = asked;
  return useMemo(
    () => ({
      area: area.id,
      release: area.release,
      scenario,
      category: category.code,
      symbol: categorySymbol(category.code, category.name.zh),
      profile: profile.id,
      at: null,
      speedMmPerSecond: speed,
      limitMm,
      classes,
      hidden: HIDDEN[picture],
      unitLabels: [],
      unitLevel: by,
      selectedUnit: unit,
      selectedResidence: null,
      gaps: [],
      openGap: null,
      isochrone: null,
      origin: null,
      walk: null,
      drawn: null,
      whatIf,
      ground,
      siting: drawn,
    }),
    [area, scenario, category, profile, speed, limitMm, classes, picture, by, unit, whatIf, ground, drawn],
  );
}

const NO_SITES: readonly [] = [];
const NO_WALKS: readonly WalkCell[] = [];
const NO_DOTS: SitingPicture["candidates"] = [];
const NO_CHANGE: WhatIfScene = { awaited: false, cells: [], residences: [], marks: [], lines: [], without: [] };

/** Nothing for a cell of which nothing is known: it stays as it was. */
function walkAfter({ h3, after }: Cells[number], speedMmPerSecond: number): readonly WalkCell[] {
  if (after.meanSeconds === null && after.covered + after.uncovered === 0) return [];
  const meanMm = after.meanSeconds === null ? null : after.meanSeconds * speedMmPerSecond;
  return [{ ring: cellToBoundary(h3, true) as Place[], meanMm }];
}
