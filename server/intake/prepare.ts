/** All files of one import read, checked against each other and against the streets; nothing is written. @module */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parseCrs } from "../base/crs.ts";
import type { Words } from "../base/errors.ts";
import { assertTouches } from "../import/boundaries/assert-touches.ts";
import { readBoundary } from "../import/boundaries/read-boundary.ts";
import { readUnits } from "../import/boundaries/read-units.ts";
import { loadCatalogue } from "../import/categories.ts";
import { readOsm } from "../import/osm/read-osm.ts";
import { estimateNote } from "../import/people-notes.ts";
import { writePopulation } from "../import/population/population-block.ts";
import { readPopulationFile } from "../import/population/read-population.ts";
import { windowOf } from "../import/population/window.ts";
import type { PreparedImport, PreparedPopulation, PreparedRows, PreparedStreets } from "../import/prepared.ts";
import type { Original, Taken } from "../import/rows.ts";
import { checkShift } from "../import/shift-check.ts";
import { readFacilities } from "../import/tables/read-facilities.ts";
import { readResidences } from "../import/tables/read-residences.ts";
import { buildNetwork } from "../network/build.ts";
import { buildSegmentGrid } from "../network/segment-grid.ts";
import { snap } from "../network/snap.ts";
import { SNAPSHOT_FORMAT, writeSnapshot } from "../network/snapshot.ts";
import type { WalkNetwork } from "../network/walk-network.ts";
import { checkFiles, type ImportFiles, intakeError, type StatedTable } from "./files.ts";

/** @param fraction 0 … 1, never falling */
export type Progress = (fraction: number, step: Words) => void;

export interface Prepared {
  readonly prepared: PreparedImport;
  /** What should be looked at although it was taken, e.g. the wrong coordinate system. */
  readonly warnings: readonly Words[];
  /** What the figures of people rest on. */
  readonly notes: readonly Words[];
}

const BUILDING: Words = { zh: "建立步行网络", en: "Building the walking network" };
const TABLES: Words = { zh: "读取表格", en: "Reading tables" };
const CHECKING: Words = { zh: "核对坐标", en: "Checking positions" };
const OSM_SHARE = 0.7;

/** @param current network of the area as stored, where this import brings no OSM extract */
export async function prepareImport(
  files: ImportFiles,
  current: WalkNetwork | null,
  progress: Progress,
): Promise<Prepared> {
  checkFiles(files);
  const catalogue = await loadCatalogue();
  const extract =
    files.osm &&
    (await readOsm(files.osm.path, catalogue, {
      file: files.osm.file,
      progress: (fraction, step) => progress(fraction * OSM_SHARE, step),
    }));
  progress(OSM_SHARE, BUILDING);
  const network = extract ? buildNetwork(extract.streets) : current;
  if (network === null) throw intakeError("streets_needed", { value: files.areaId });
  progress(0.8, TABLES);
  const boundary = files.boundary && (await prepareBoundary(files.boundary, network));
  const tables = {
    communitiesFile:
      files.communities &&
      (await prepareTable("communities_file", files.communities, (t) => readUnits(t.path, options(t)))),
    residencesFile:
      files.residences &&
      (await prepareTable("residences_file", files.residences, (t) => readResidences(t.path, options(t)))),
    facilitiesFile:
      files.facilities &&
      (await prepareTable("facilities_file", files.facilities, (t) =>
        readFacilities(t.path, { ...options(t), catalogue }),
      )),
  };
  const population = files.population && (await preparePopulation(files.population, network));
  progress(0.95, CHECKING);
  if (tables.communitiesFile) {
    const all = {
      type: "MultiPolygon" as const,
      coordinates: tables.communitiesFile.rows.flatMap(({ geometry }) => geometry.coordinates),
    };
    assertTouches(all, shapeNodes(network), tables.communitiesFile.file);
  }
  const warnings = [tables.residencesFile, tables.facilitiesFile].flatMap((table) =>
    table ? shiftWarning(table, network) : [],
  );
  const { areaId, areaName, demo } = files;
  return {
    prepared: {
      areaId,
      areaName,
      demo,
      ...(await prepareOsm(files, extract, network)),
      ...tables,
      boundary,
      population: population?.dataset ?? null,
    },
    warnings,
    notes: [extract && estimateNote(extract.residences.estimates), population?.note ?? null].filter(
      (note) => note !== null,
    ),
  };
}

function options({ crs, file, mapping }: StatedTable) {
  return { crs: parseCrs(crs), file, ...(mapping ? { mapping } : {}) };
}

async function prepareOsm(
  files: ImportFiles,
  extract: Awaited<ReturnType<typeof readOsm>> | null,
  network: WalkNetwork,
) {
  if (files.osm === null || extract === null)
    return { streets: null, facilitiesOsm: null, residencesOsm: null, communitiesOsm: null };
  const head = { file: files.osm.file, sha256: await sha256(files.osm.path), crs: "wgs84" };
  const part = <Kind extends "facilities_osm" | "residences_osm" | "communities_osm", Row>(
    kind: Kind,
    { rows, refusals }: Taken<Row>,
  ): PreparedRows<Kind, Row> => ({
    kind,
    ...head,
    taken: rows.length,
    refusals,
    rows,
  });
  const streets: PreparedStreets = {
    kind: "streets",
    ...head,
    taken: extract.counts.walkable,
    refusals: extract.notes,
    snapshot: writeSnapshot(network),
    snapshotFormat: SNAPSHOT_FORMAT,
    baseFeatures: extract.baseFeatures,
    summary: {
      streetsKm: network.edgeLengthMm.reduce((sum, mm) => sum + mm, 0) / 1e6,
      junctions: network.nodeCount,
      edges: network.edgeCount,
      components: network.componentCount,
    },
  };
  return {
    streets,
    facilitiesOsm: part("facilities_osm", extract.facilities),
    residencesOsm: part("residences_osm", extract.residences),
    communitiesOsm: extract.communities.rows.length > 0 ? part("communities_osm", extract.communities) : null,
  };
}

async function prepareTable<Kind extends "residences_file" | "facilities_file" | "communities_file", Row>(
  kind: Kind,
  table: StatedTable,
  read: (table: StatedTable) => Promise<Taken<Row>>,
): Promise<PreparedRows<Kind, Row>> {
  const { rows, refusals } = await read(table);
  return {
    kind,
    file: table.file,
    sha256: await sha256(table.path),
    crs: parseCrs(table.crs).id,
    taken: rows.length,
    refusals,
    rows,
  };
}

async function prepareBoundary(table: StatedTable, network: WalkNetwork) {
  const geometry = await readBoundary(table.path, options(table));
  assertTouches(geometry, shapeNodes(network), table.file);
  return {
    kind: "boundary_file" as const,
    file: table.file,
    sha256: await sha256(table.path),
    crs: parseCrs(table.crs).id,
    taken: 1,
    refusals: [],
    geometry,
  };
}

async function preparePopulation({ path, file, crs, mapping }: StatedTable, network: WalkNetwork) {
  const { population, taken, refusals, outside, ...read } = await readPopulationFile(path, {
    file,
    stated: crs.trim() === "" ? null : parseCrs(crs),
    ...(mapping && { mapping }),
    window: windowOf(network.shapeLonE7, network.shapeLatE7),
  });
  const dataset: PreparedPopulation = {
    kind: "population_file",
    file,
    sha256: await sha256(path),
    crs: read.crs,
    taken,
    refusals,
    block: writePopulation(population),
  };
  return { dataset, note: outside && outside.cells > 0 ? outsideNote(file, outside) : null };
}

function outsideNote(file: string, { cells, people }: { cells: number; people: number }): Words {
  return {
    zh: `${file}：${cells} 个单元（${people} 人）不在本区域，未采用`,
    en: `${file}: ${cells} cells (${people} people) do not touch the area and are not used`,
  };
}

function shapeNodes({ shapeLonE7, shapeLatE7 }: WalkNetwork) {
  return { nodeLonE7: shapeLonE7, nodeLatE7: shapeLatE7 };
}

function shiftWarning(
  table: PreparedRows<"residences_file" | "facilities_file", { original: Original }>,
  network: WalkNetwork,
): Words[] {
  const grid = buildSegmentGrid(network);
  const nearest = ([lon, lat]: readonly [number, number]) => {
    const place = snap(network, grid, lon, lat, 0, SEARCH_MM);
    return place && place.offsetMm / 1000;
  };
  const { suspect, words } = checkShift(
    table.rows.map(({ original }) => original),
    parseCrs(table.crs),
    nearest,
  );
  return suspect ? [{ zh: `${table.file}：${words.zh}`, en: `${table.file}: ${words.en}` }] : [];
}

/** How far the shift check looks for a street. */
const SEARCH_MM = 2_000_000;

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
