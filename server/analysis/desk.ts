/** Where areas are opened: each area's current release is loaded once and kept until a newer one stands. @module */
import { availableParallelism } from "node:os";
import type { MultiPolygon } from "geojson";
import type { LonLat } from "../base/lon-lat.ts";
import {
  ESTIMATED_FIGURES,
  estimatesFrom,
  type Facilities,
  PEOPLE_SOURCES,
  type Residences,
  type Unit,
} from "../coverage/people.ts";
import { scenarioError } from "../coverage/scenario/errors.ts";
import { AGE_GROUPS } from "../import/age-groups.ts";
import type { Catalogue } from "../import/categories.ts";
import { readSnapshot } from "../network/snapshot.ts";
import { WalkPool } from "../reach/pool/walk-pool.ts";
import type { Profile } from "../reach/profile.ts";
import { type AreaRelease, currentRelease, listAreas } from "../store/areas.ts";
import { facilityColumns } from "../store/facilities.ts";
import { networkSnapshot } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { type ResidenceColumns, ResidenceFlag, residenceColumns } from "../store/residences.ts";
import { unitShapes } from "../store/units.ts";
import { analysisError } from "./errors.ts";
import { OpenArea, type ReleaseContent } from "./open-area.ts";
import { type ChangedArea, openSaved } from "./scenario-area.ts";
import { ScenarioShelf } from "./scenario-shelf.ts";
import type { UnitShape } from "./unit-finder.ts";

/** A scenario that changes streets holds a network of its own. */
const MOST_SCENARIOS_OPEN = 12;

export class Desk {
  private readonly store: Store;
  private readonly profiles: ReadonlyMap<string, Profile>;
  private readonly pool = new WalkPool(availableParallelism());
  private readonly opened = new Map<string, { releaseId: number; area: Promise<OpenArea> }>();
  /** Of the embedded store, which only this process writes: known until {@link refresh}, so that readers never wait for an import. */
  private readonly current = new Map<string, AreaRelease>();
  private refreshes = 0;
  /** Scenarios as they were written. */
  readonly scenarios: ScenarioShelf;
  /** Scenarios opened, the one asked for last at the end. */
  private readonly changed = new Map<string, ChangedArea>();
  private readonly catalogue: Pick<Catalogue, "byCode">;

  constructor(store: Store, profiles: ReadonlyMap<string, Profile>, catalogue: Pick<Catalogue, "byCode">) {
    this.store = store;
    this.profiles = profiles;
    this.catalogue = catalogue;
    this.scenarios = new ScenarioShelf(store);
  }

  /** Throws `area_unknown`. */
  async release(areaId: string): Promise<AreaRelease> {
    const known = this.current.get(areaId);
    if (known) return known;
    const asOf = this.refreshes;
    const release = await currentRelease(this.store.db, areaId);
    if (release === null) {
      const areas = await listAreas(this.store.db);
      throw analysisError("area_unknown", {
        value: areaId,
        expected: areas.map((area) => area.areaId).join(", ") || "—",
      });
    }
    // Read while an import was being written, it may be the release before.
    if (this.refreshes !== asOf) return this.release(areaId);
    if (this.store.kind === "embedded") this.current.set(areaId, release);
    return release;
  }

  /** The area at its current release, with a saved scenario applied to it where one is named. Throws `area_unknown`, `scenario_unknown`, `scenario_of_other_area`. */
  async open(areaId: string, scenarioId?: number): Promise<OpenArea> {
    return scenarioId === undefined ? this.openBase(areaId) : (await this.openScenario(areaId, scenarioId)).area;
  }

  /** As {@link open}, with the changes that do not apply to the current release. */
  async openScenario(areaId: string, scenarioId: number): Promise<ChangedArea> {
    const saved = await this.scenarios.read(scenarioId);
    if (saved.areaId !== areaId)
      throw scenarioError("scenario_of_other_area", { value: scenarioId, area: areaId, expected: saved.areaId });
    const base = await this.openBase(areaId);
    const key = `${base.content.releaseId} ${saved.id} ${saved.revision}`;
    const opened = this.changed.get(key) ?? openSaved(base, saved, this.isCategory);
    this.changed.delete(key);
    this.changed.set(key, opened);
    for (const oldest of this.changed.keys()) {
      if (this.changed.size <= MOST_SCENARIOS_OPEN) break;
      this.changed.delete(oldest);
    }
    return opened;
  }

  /** Whether the catalogue has the category. */
  readonly isCategory = (code: string): boolean => this.catalogue.byCode.has(code);

  private async openBase(areaId: string): Promise<OpenArea> {
    const release = await this.release(areaId);
    const known = this.opened.get(areaId);
    if (known?.releaseId === release.releaseId) return known.area;
    const area = this.load(release);
    // Scenarios over the release before would keep it in memory.
    this.changed.clear();
    this.opened.set(areaId, { releaseId: release.releaseId, area });
    area.catch(() => this.opened.delete(areaId));
    return area;
  }

  /** Ends the workers. */
  close(): Promise<void> {
    return this.pool.close();
  }

  /** To be called once an area was imported in this process. */
  refresh(areaId: string): void {
    this.refreshes++;
    this.current.delete(areaId);
  }

  private async load(release: AreaRelease): Promise<OpenArea> {
    return new OpenArea(
      await readContent(this.store, release),
      this.profiles,
      new Set(this.catalogue.byCode.keys()),
      this.pool,
    );
  }
}

async function readContent({ db }: Store, release: AreaRelease): Promise<ReleaseContent> {
  const { areaId, releaseId } = release;
  const snapshot = await networkSnapshot(db, releaseId).executeTakeFirst();
  if (!snapshot) throw analysisError("area_without_streets", { value: areaId });
  const all = await unitShapes(db, releaseId).execute();
  const ofLevel = (level: Unit["level"]) => all.filter((unit) => unit.level === level);
  const communities = ofLevel("community");
  const subdistricts = ofLevel("subdistrict");
  const placeIn = unitColumns(communities, subdistricts);
  return {
    areaId,
    releaseId,
    release: release.release,
    datasets: Object.fromEntries(release.datasets.map(({ kind, version }) => [kind, version])),
    network: readSnapshot(snapshot.block),
    residences: await readResidences(db, releaseId, placeIn),
    facilities: await readFacilities(db, releaseId, placeIn),
    communities: communities.map(asUnit),
    communityShapes: communities.map(asShape),
    subdistricts: subdistricts.map(asUnit),
    subdistrictShapes: subdistricts.map(asShape),
  };
}

type UnitRow = Awaited<ReturnType<ReturnType<typeof unitShapes>["execute"]>>[number];
type PlaceIn = (columns: { communityIds: Int32Array; subdistrictIds: Int32Array }) => {
  community: Int32Array;
  subdistrict: Int32Array;
};

/** From the ids of the store to places in the lists of units. */
function unitColumns(communities: readonly UnitRow[], subdistricts: readonly UnitRow[]): PlaceIn {
  const indexOf = (list: readonly UnitRow[]) => {
    const index = new Map(list.map(({ id }, i) => [id, i]));
    return (ids: Int32Array) => ids.map((id) => index.get(id) ?? -1);
  };
  const inCommunities = indexOf(communities);
  const inSubdistricts = indexOf(subdistricts);
  return ({ communityIds, subdistrictIds }) => ({
    community: inCommunities(communityIds),
    subdistrict: inSubdistricts(subdistrictIds),
  });
}

function asUnit({ ref, name, level, parentRef, bbox }: UnitRow): Unit {
  return { ref, name, level, parent: parentRef, bbox };
}

function asShape(row: UnitRow): UnitShape {
  return { unit: asUnit(row), geometry: JSON.parse(row.geometry) as MultiPolygon };
}

async function readResidences(db: Store["db"], releaseId: number, placeIn: PlaceIn): Promise<Residences> {
  const columns = await residenceColumns(db, releaseId);
  const has = (flag: number) => Uint8Array.from(columns.flags, (flags) => ((flags & flag) !== 0 ? 1 : 0));
  return {
    count: columns.count,
    ref: columns.refs,
    name: columns.names,
    ...axes(columns.lonLat),
    households: columns.households,
    residents: columns.residents,
    ages: new Map(AGE_GROUPS.flatMap(({ code }) => (columns.ages.has(code) ? [[code, columns.ages.get(code)!]] : []))),
    entrances: columns.entrances.map((list) => list && pairsOf(list)),
    compound: has(ResidenceFlag.COMPOUND),
    estimated: Uint8Array.from(columns.flags, (_, r) => estimatedAt(columns, r)),
    peopleSource: Uint8Array.from(columns.residents, (residents, r) =>
      PEOPLE_SOURCES.indexOf(sourceOf(residents, columns.flags[r])),
    ),
    ...placeIn(columns),
  };
}

/** As {@link Residences.estimated}. */
function estimatedAt({ residents, flags }: ResidenceColumns, r: number): number {
  const figures = estimatesFrom({
    areHouseholdsEstimated: (flags[r] & ResidenceFlag.HOUSEHOLDS_ESTIMATED) !== 0,
    peopleSource: sourceOf(residents[r], flags[r]),
    areAgesShared: (flags[r] & ResidenceFlag.AGES_ESTIMATED) !== 0,
  });
  return figures.reduce((bits, figure) => bits | (1 << ESTIMATED_FIGURES.indexOf(figure)), 0);
}

function sourceOf(residents: number, flags: number): (typeof PEOPLE_SOURCES)[number] {
  if (residents < 0) return "unknown";
  if ((flags & ResidenceFlag.FROM_RASTER) !== 0) return "raster";
  if ((flags & ResidenceFlag.FROM_CELLS) !== 0) return "cells";
  return (flags & ResidenceFlag.ESTIMATED) !== 0 ? "footprint" : "given";
}

async function readFacilities(db: Store["db"], releaseId: number, placeIn: PlaceIn): Promise<Facilities> {
  const columns = await facilityColumns(db, releaseId);
  const categories = [...new Set(columns.categories)].sort();
  const index = new Map(categories.map((category, i) => [category, i]));
  return {
    count: columns.count,
    ref: columns.refs,
    name: columns.names,
    category: Int32Array.from(columns.categories, (category) => index.get(category) ?? -1),
    categories,
    ...axes(columns.lonLat),
    openingHours: columns.openingHours,
    capacity: columns.capacities,
    ...(columns.beyond && { beyond: columns.beyond }),
    ...placeIn(columns),
  };
}

function pairsOf(list: readonly number[]): LonLat[] {
  return Array.from({ length: list.length / 2 }, (_, i): LonLat => [list[2 * i], list[2 * i + 1]]);
}

function axes(lonLat: Float64Array): { lon: Float64Array; lat: Float64Array } {
  const half = lonLat.length / 2;
  const lon = new Float64Array(half);
  const lat = new Float64Array(half);
  for (let i = 0; i < half; i++) {
    lon[i] = lonLat[2 * i];
    lat[i] = lonLat[2 * i + 1];
  }
  return { lon, lat };
}
