/** An area with changes applied: beside its base, sharing whatever they leave untouched. @module */
import type { LonLat } from "../base/lon-lat.ts";
import { type Applied, applyChanges, type Fault } from "../coverage/scenario/apply.ts";
import type { Change } from "../coverage/scenario/change.ts";
import type { Ground } from "../coverage/scenario/ground.ts";
import type { OpenArea } from "./open-area.ts";
import { unitAt } from "./unit-finder.ts";

/** A scenario as far as its area depends on it. */
export interface SavedChanges {
  readonly id: number;
  readonly revision: number;
  readonly changes: readonly Change[];
  /** Version of the streets by which the changes number edges. */
  readonly streetsVersion: number;
}

export interface ChangedArea {
  readonly area: OpenArea;
  /** Changes that do not apply to this release; the others stand. */
  readonly faults: readonly Fault[];
}

export type IsCategory = (code: string) => boolean;

/** Changes that are not saved, all of which must apply: throws what is wrong with the first that does not. */
export function openChanges(base: OpenArea, changes: readonly Change[], isCategory: IsCategory): OpenArea {
  const applied = applyChanges(groundOf(base, isCategory), changes, null);
  if (applied.faults.length > 0) throw applied.faults[0].error;
  return areaWith(base, applied, null);
}

/** A saved scenario; changes that do not apply any more are told, and counted in the pins of every answer. */
export function openSaved(base: OpenArea, saved: SavedChanges, isCategory: IsCategory): ChangedArea {
  const applied = applyChanges(groundOf(base, isCategory), saved.changes, saved.streetsVersion);
  const { faults } = applied;
  return { area: areaWith(base, applied, saved), faults };
}

function areaWith(base: OpenArea, applied: Applied, saved: SavedChanges | null): OpenArea {
  const { facilities, residences, streets, indexOf, touched, faults } = applied;
  return base.beside(
    { ...base.content, facilities, residences, network: streets.network },
    {
      base,
      streets,
      facilityIndexOf: indexOf,
      touched,
      pin: saved && { id: saved.id, revision: saved.revision, staleChanges: faults.length },
    },
  );
}

function groundOf(base: OpenArea, isCategory: IsCategory): Ground {
  const { content, streets } = base;
  return {
    release: content.release,
    streetsVersion: streetsVersionOf(base),
    facilities: content.facilities,
    residences: content.residences,
    streets,
    openWalker: () => base.openWalker(),
    isCategory,
    unitsAt: (position) => unitsAt(base, position),
  };
}

/** Version of the dataset of streets: a release always has one. */
export function streetsVersionOf({ content }: OpenArea): number {
  return content.datasets.streets;
}

function unitsAt({ content }: OpenArea, position: LonLat): { community: number; subdistrict: number } {
  const community = unitAt(content.communityShapes, position);
  const subdistrict = unitAt(content.subdistrictShapes, position);
  return {
    community: community === null ? -1 : content.communities.findIndex(({ ref }) => ref === community.ref),
    subdistrict: subdistrict === null ? -1 : content.subdistricts.findIndex(({ ref }) => ref === subdistrict.ref),
  };
}
