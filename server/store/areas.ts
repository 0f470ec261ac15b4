/** Areas, the release that readers of each see, and the datasets behind it. @module */
import { type Kysely, sql } from "kysely";
import type { BBox } from "../base/lon-lat.ts";
import type { DatasetKind } from "../import/prepared.ts";
import type { Counts, Database, ReleasePeople, SetAsideReason } from "./database.ts";

export interface ReleaseDataset {
  readonly datasetId: number;
  readonly kind: DatasetKind;
  readonly version: number;
  readonly file: string;
  readonly sha256: string;
  readonly crs: string;
  readonly importedAt: string;
  readonly taken: number;
  readonly refused: number;
  /** Reason to number of rows. */
  readonly refusedBy: Readonly<Record<string, number>>;
  readonly setAside: Partial<Record<SetAsideReason, number>>;
  readonly estimated: boolean;
}

/** An area as readers see it: its current release. */
export interface AreaRelease {
  readonly areaId: string;
  readonly name: string;
  readonly demo: boolean;
  readonly releaseId: number;
  /** The number that users see: 1, 2, … within the area. */
  readonly release: number;
  readonly releasedAt: string;
  /** The office that made it, as typed; null where none was. */
  readonly office: string | null;
  /** The earlier release whose datasets it took up again; null for an import. */
  readonly restored: number | null;
  readonly bbox: BBox;
  readonly counts: Counts;
  readonly peopleEstimated: boolean;
  /** Null in releases that were made before this was kept. */
  readonly people: ReleasePeople | null;
  /** By kind. */
  readonly datasets: readonly ReleaseDataset[];
}

/** By id. */
export function listAreas(db: Kysely<Database>): Promise<AreaRelease[]> {
  return read(db, currentReleases(db));
}

/** @returns null where no such area was imported */
export async function currentRelease(db: Kysely<Database>, areaId: string): Promise<AreaRelease | null> {
  const [found] = await read(db, currentReleases(db).where("a.id", "=", areaId));
  return found ?? null;
}

/** A release by the number that users see, current or past. */
export async function releaseByNumber(
  db: Kysely<Database>,
  areaId: string,
  number: number,
): Promise<AreaRelease | null> {
  const [found] = await read(db, releases(db).where("a.id", "=", areaId).where("r.number", "=", number));
  return found ?? null;
}

/** All releases of an area, the newest first; empty where there is no such area. */
export function releasesOf(db: Kysely<Database>, areaId: string): Promise<AreaRelease[]> {
  return read(db, releases(db).where("a.id", "=", areaId).orderBy("r.number", "desc"));
}

function currentReleases(db: Kysely<Database>) {
  return releases(db).whereRef("a.current_release_id", "=", "r.id");
}

function releases(db: Kysely<Database>) {
  return db
    .selectFrom("area as a")
    .innerJoin("release as r", "r.area_id", "a.id")
    .select([
      "a.id as areaId",
      "a.name",
      "a.demo",
      "r.id as releaseId",
      "r.number as release",
      "r.released_at as releasedAt",
      "r.office",
      "r.restored_number as restored",
      "r.bbox",
      "r.counts",
      "r.people_estimated as peopleEstimated",
      "r.people",
      "r.set_aside as setAside",
    ])
    .orderBy(sql`a.id collate "C"`);
}

async function read(db: Kysely<Database>, query: ReturnType<typeof releases>): Promise<AreaRelease[]> {
  const found = await query.execute();
  if (found.length === 0) return [];
  const datasets = await datasetsOf(
    db,
    found.map(({ releaseId }) => releaseId),
  ).execute();
  return found.map(({ setAside, bbox, counts, peopleEstimated, ...release }) => ({
    ...release,
    // Filled before a release can be seen, in the transaction that makes it.
    bbox: bbox as unknown as BBox,
    counts: counts!,
    peopleEstimated: peopleEstimated!,
    datasets: datasets
      .filter(({ releaseId }) => releaseId === release.releaseId)
      .map(({ releaseId: _, ...dataset }) => ({ ...dataset, setAside: setAside?.[dataset.kind] ?? {} })),
  }));
}

export function datasetsOf(db: Kysely<Database>, releaseIds: readonly number[]) {
  return db
    .selectFrom("release_dataset as rd")
    .innerJoin("dataset as d", "d.id", "rd.dataset_id")
    .select([
      "rd.release_id as releaseId",
      "d.id as datasetId",
      "d.kind",
      "d.version",
      "d.file",
      "d.file_sha256 as sha256",
      "d.crs",
      "d.imported_at as importedAt",
      "d.taken",
      "d.refused",
      "d.refused_by as refusedBy",
      "d.estimated",
    ])
    .where("rd.release_id", "in", releaseIds)
    .orderBy(sql`d.kind collate "C"`);
}
