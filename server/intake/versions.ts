/** The versions of an area: listed, compared, gone back to. @module */
import { readPopulation } from "../import/population/population-block.ts";
import { sharePeople } from "../import/population/share-people.ts";
import type { DatasetKind } from "../import/prepared.ts";
import { type AreaRelease, type ReleaseDataset, releaseByNumber, releasesOf } from "../store/areas.ts";
import {
  type ChangeCounts,
  type ChangedRow,
  changeCounts,
  changedRows,
  tableOfKind,
} from "../store/dataset-changes.ts";
import { storeError } from "../store/errors.ts";
import type { Store } from "../store/open.ts";
import { type RestoreOrder, restoreRelease } from "../store/write/restore-release.ts";

/** One kind of data in two releases; null where a release has none of it. */
export interface KindChange {
  readonly kind: DatasetKind;
  readonly before: ReleaseDataset | null;
  readonly after: ReleaseDataset | null;
  /** Null where the kind has no rows with refs (streets, boundary, population). */
  readonly rows: ChangeCounts | null;
  /** The first of those that were added, changed or removed. */
  readonly listed: readonly ChangedRow[];
}

export interface VersionChanges {
  readonly before: AreaRelease;
  readonly after: AreaRelease;
  /** Kinds that either has, by name. */
  readonly kinds: readonly KindChange[];
}

/** Rows listed of each kind where nothing else is asked for. */
const MAX_LISTED = 500;

/** The newest first. Throws `release_unknown` where there is no such area. */
export async function listVersions({ db }: Store, areaId: string): Promise<AreaRelease[]> {
  const versions = await releasesOf(db, areaId);
  if (versions.length === 0) throw storeError("release_unknown", { area: areaId, value: "—", expected: "—" });
  return versions;
}

/** @param mostListed rows listed of each kind. Throws `release_unknown`. */
export async function compareVersions(
  store: Store,
  areaId: string,
  from: number,
  to: number,
  mostListed = MAX_LISTED,
): Promise<VersionChanges> {
  const before = await versionByNumber(store, areaId, from);
  const after = await versionByNumber(store, areaId, to);
  const kinds = [...new Set([...before.datasets, ...after.datasets].map(({ kind }) => kind))].sort();
  const changes: KindChange[] = [];
  for (const kind of kinds)
    changes.push(await changeOf(store, kind, datasetOf(before, kind), datasetOf(after, kind), mostListed));
  return { before, after, kinds: changes };
}

/**
 * A new version over the datasets of an earlier one; nothing that happened since is lost.
 *
 * @throws DomainError `release_unknown`, `release_current`
 */
export async function restoreVersion(store: Store, order: RestoreOrder): Promise<AreaRelease> {
  const made = await restoreRelease(store.db, order, (block, homes) => sharePeople(readPopulation(block), homes));
  return versionByNumber(store, order.areaId, made);
}

/** Throws `release_unknown`. */
export async function versionByNumber(store: Store, areaId: string, number: number): Promise<AreaRelease> {
  const found = await releaseByNumber(store.db, areaId, number);
  if (found !== null) return found;
  const known = await releasesOf(store.db, areaId);
  const expected = known.map(({ release }) => release).join(", ") || "—";
  throw storeError("release_unknown", { area: areaId, value: number, expected });
}

function datasetOf({ datasets }: AreaRelease, kind: DatasetKind): ReleaseDataset | null {
  return datasets.find((dataset) => dataset.kind === kind) ?? null;
}

async function changeOf(
  { db }: Store,
  kind: DatasetKind,
  before: ReleaseDataset | null,
  after: ReleaseDataset | null,
  mostListed: number,
): Promise<KindChange> {
  const table = tableOfKind(kind);
  if (table === null) return { kind, before, after, rows: null, listed: [] };
  // Rows of a dataset never change: the same dataset needs no comparing.
  if (before?.datasetId === after?.datasetId) {
    const same = after?.taken ?? 0;
    return { kind, before, after, rows: { added: 0, removed: 0, changed: 0, same }, listed: [] };
  }
  const ids = [before?.datasetId ?? null, after?.datasetId ?? null] as const;
  const rows = await changeCounts(db, table, ...ids);
  return { kind, before, after, rows, listed: await changedRows(db, table, ...ids, mostListed) };
}
