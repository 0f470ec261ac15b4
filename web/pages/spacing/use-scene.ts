/** The scene of the map on the page of spacing. @module */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type {
  SpacingCheck,
  SpacingClustersPage,
  SpacingPair,
  SpacingServing,
  SpacingZone,
} from "../../../server/api/schemas/spacing.ts";
import { useSpacingZone } from "../../client/spacing.ts";
import { walkClasses } from "../../map/ramp.ts";
import type { Scene, SpacingPicture } from "../../map/scene.ts";
import { categorySymbol } from "../../parts/category-symbol.ts";
import { countShown } from "../../state/figures.ts";
import { useView } from "../../state/use-view.ts";
import type { LayerId, Place } from "../../state/view.ts";
import { distanceShown } from "./figures.ts";
import type { AskedSpacing } from "./use-spacing.ts";

/** Of coverage, which is not asked about here. */
const HIDDEN: readonly LayerId[] = ["cells", "residences", "gaps", "units"];
const CLASSES = walkClasses(15);

interface Answers {
  readonly pairs: readonly SpacingPair[];
  readonly clusters: SpacingClustersPage["items"];
  readonly check: SpacingCheck | null;
  readonly zone: SpacingZone | null;
  readonly serving: SpacingServing | null;
}

export function useSpacingScene(spacing: AskedSpacing, { pairs, clusters, check, zone, serving }: Answers): Scene {
  const { t } = useTranslation();
  const { asked, category, chosen, question } = spacing;
  const { by, ground, pair: picked } = useView();
  // Its discs are what a place under the pointer is held against.
  const { data: around } = useSpacingZone(question, category ?? "", category !== null);
  const rule = chosen.find(
    ({ sameClass, measure }) => sameClass.includes(category ?? "") && measure === "straight_line",
  );
  const radiusM = rule === undefined ? null : rule.leastM - rule.toleranceM;
  const picture = useMemo<SpacingPicture>(
    () => ({
      pairs: pairs.map((pair) => ({
        id: pairId(pair),
        a: pair.a.position,
        b: pair.b.position,
        label: distanceShown(pair.distanceM, pair.leastM),
        binds: pair.binding.verdict,
        selected: pairId(pair) === picked,
      })),
      clusters: clustersOf(pairs, clusters, picked, (n) => t("spacing.clusterLabel", { n: countShown(n) })),
      discs: discsOf(pairs, check, picked),
      forbidden: zone?.forbidden ?? null,
      permitted: zone?.permitted ?? null,
      places: (serving?.places ?? []).map(({ position }, k) => ({ text: String(k + 1), at: position })),
      sites: around?.discs.map(({ position }) => position) ?? [],
      pointerM: check === null ? radiusM : null,
    }),
    [pairs, clusters, check, zone, serving, around, radiusM, picked, t],
  );
  const code = category ?? asked.category.code;
  const symbol = categorySymbol(code, asked.categories.find((one) => one.code === code)?.name.zh ?? "");
  const at = check?.place.position ?? null;
  return useMemo(
    () => ({
      area: asked.area.id,
      release: asked.area.release,
      scenario: asked.scenario,
      category: code,
      symbol,
      profile: asked.profile.id,
      at: null,
      speedMmPerSecond: asked.profile.speedMmPerSecond,
      limitMm: asked.limitMm,
      classes: CLASSES,
      hidden: HIDDEN,
      unitLabels: [],
      unitLevel: by,
      selectedUnit: null,
      selectedResidence: null,
      gaps: [],
      openGap: null,
      isochrone: null,
      origin: at === null ? null : { at, snapped: null },
      walk: null,
      drawn: null,
      whatIf: null,
      ground,
      spacing: picture,
    }),
    [asked, code, symbol, by, at, ground, picture],
  );
}

/** Two refs as the address holds the pair that is looked at. */
export function pairId({ rule, a, b }: SpacingPair): string {
  return `${rule} ${a.ref} ${b.ref}`;
}

/** Two that stand too close are a line already. */
function clustersOf(
  pairs: readonly SpacingPair[],
  clusters: SpacingClustersPage["items"],
  picked: string | null,
  label: (facilities: number) => string,
): SpacingPicture["clusters"] {
  const clusterOf = new Map(
    clusters.flatMap(({ rule, id, members }) => members.map(({ ref }) => [`${rule} ${ref}`, id])),
  );
  const links = Map.groupBy(pairs, ({ rule, a }) => `${rule} ${clusterOf.get(`${rule} ${a.ref}`)}`);
  return clusters
    .filter(({ facilities }) => facilities > 2)
    .map(({ rule, id, facilities, members }) => ({
      links: (links.get(`${rule} ${id}`) ?? []).map(({ a, b }) => [a.position, b.position] as const),
      top: members.reduce((north, one) => (one.position[1] > north.position[1] ? one : north)).position,
      label: label(facilities),
      selected: `${rule} ${id}` === picked,
    }));
}

/** Round a place that is checked; else round both of the pair that is looked at. */
function discsOf(pairs: readonly SpacingPair[], check: SpacingCheck | null, picked: string | null) {
  if (check !== null) {
    const at: Place = check.place.position;
    return check.rules
      .filter(({ rule }) => rule.measure === "straight_line")
      .map(({ rule, verdict }) => ({ at, radiusM: rule.leastM, isKept: verdict === "pass" }));
  }
  const pair = pairs.find((one) => pairId(one) === picked);
  return pair === undefined
    ? []
    : [pair.a, pair.b].map(({ position }) => ({ at: position, radiusM: pair.leastM, isKept: false }));
}
