/** Valhalla in this process, by its npm package: put into a folder of its own, which is no dependency of the project. @module */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { MultiPolygon, Polygon, Position } from "geojson";
import type { LonLat } from "../../../server/base/lon-lat.ts";

/** 280 MB, with the builder of its tiles. */
const PACKAGE = "@valhallajs/valhallajs";
const VERSION = "3.6.1";
const FOLDER = join(import.meta.dirname, "..", "..", "..", ".cache", `valhalla-${VERSION}`);
const KM_PER_HOUR = 3.6 / 1000;

/** What is used of the package. */
interface Actor {
  isochrone(query: object): Promise<{ features: { geometry: Polygon | MultiPolygon }[] }>;
  isochrone(query: string): Promise<string>;
  matrix(query: object): Promise<{ sources_to_targets: { time: number | null }[][] }>;
}
interface Package {
  readonly Actor: new (config: object) => Actor;
  getConfig(options: { tileDir: string; tileExtract: string }): Promise<{ mjolnir: Record<string, unknown> }>;
}

export interface Valhalla {
  /** The polygons of a time contour. */
  polygons(origin: LonLat, minutes: number, mmPerSecond: number): Promise<Position[][][]>;
  /** The same as GeoJSON text, which is what it makes itself. */
  polygonText(origin: LonLat, minutes: number, mmPerSecond: number): Promise<string>;
  /** Seconds that it says itself to each target, between the streets next to both points; null where it finds no way. */
  seconds(origin: LonLat, targets: readonly LonLat[], mmPerSecond: number): Promise<(number | null)[]>;
}

/** Installs it and builds tiles of an extract where that was not done before. Null, with a word on standard error, where it cannot be had. */
export async function openValhalla(name: string, extract: string): Promise<Valhalla | null> {
  if (!existsSync(join(FOLDER, "node_modules", PACKAGE)) && !install()) return null;
  const { Actor, getConfig } = createRequire(join(FOLDER, "package.json"))(PACKAGE) as Package;
  const tiles = join(FOLDER, `tiles-${name}`);
  const config = await getConfig({ tileDir: tiles, tileExtract: "" });
  Object.assign(config.mjolnir, { admin: "", timezone: "" });
  if (!existsSync(tiles) && !buildTiles(tiles, config, extract)) return null;
  return ask(new Actor(config));
}

function install(): boolean {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), '{ "private": true }\n');
  const args = ["install", "--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", `${PACKAGE}@${VERSION}`];
  const { status } = spawnSync("npm", args, { cwd: FOLDER, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) console.error(`left out: ${PACKAGE} ${VERSION} could not be installed`);
  return status === 0;
}

function buildTiles(tiles: string, config: { mjolnir: Record<string, unknown> }, extract: string): boolean {
  const started = `${tiles}.part`;
  rmSync(started, { recursive: true, force: true });
  mkdirSync(started, { recursive: true });
  const file = `${tiles}.json`;
  writeFileSync(file, JSON.stringify({ ...config, mjolnir: { ...config.mjolnir, tile_dir: started } }));
  const command = join(FOLDER, "node_modules", ".bin", "valhalla");
  const { status } = spawnSync(command, ["build_tiles", "-c", file, extract], { cwd: FOLDER, stdio: "ignore" });
  if (status === 0) renameSync(started, tiles);
  else console.error("left out: Valhalla could not build its tiles");
  return status === 0;
}

function ask(actor: Actor): Valhalla {
  const contour = (origin: LonLat, minutes: number, mmPerSecond: number) => ({
    locations: [located(origin)],
    ...onFoot(mmPerSecond),
    contours: [{ time: minutes }],
    polygons: true,
  });
  return {
    async polygons(origin, minutes, mmPerSecond) {
      const { features } = await actor.isochrone(contour(origin, minutes, mmPerSecond));
      return features.flatMap(({ geometry }) =>
        geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
      );
    },
    polygonText: (origin, minutes, mmPerSecond) =>
      actor.isochrone(JSON.stringify(contour(origin, minutes, mmPerSecond))),
    async seconds(origin, targets, mmPerSecond) {
      const query = { sources: [located(origin)], targets: targets.map(located), ...onFoot(mmPerSecond) };
      const { sources_to_targets } = await actor.matrix(query);
      return sources_to_targets[0].map(({ time }) => time);
    },
  };
}

function located([lon, lat]: LonLat) {
  return { lon, lat };
}

function onFoot(mmPerSecond: number) {
  return { costing: "pedestrian", costing_options: { pedestrian: { walking_speed: mmPerSecond * KM_PER_HOUR } } };
}
