/** Makes the demo town, an invented district, and writes the very files that a real one would bring. @module */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { markMarketStreets } from "./centres.ts";
import { drawUnits } from "./communities.ts";
import { placeFacilities } from "./facilities.ts";
import { drawShopRows, findFrontages } from "./frontages.ts";
import { encodeGb18030 } from "./gb18030.ts";
import { layGrid } from "./grid.ts";
import { assignUses, buildParcels, type Land } from "./land-use.ts";
import { drawRailway, drawRiver } from "./landscape.ts";
import { newNames } from "./names.ts";
import { drawOsmPlaces } from "./osm-places.ts";
import { newSheet } from "./osm-sheet.ts";
import { cutIntoParcels } from "./parcels.ts";
import { newRandom } from "./random.ts";
import recipe from "./recipe.json" with { type: "json" };
import { drawStreet } from "./streets.ts";
import { facilitiesTable, residencesTable } from "./tables.ts";
import type { Town } from "./town.ts";

export interface DemoFile<Crs extends string> {
  readonly path: string;
  readonly crs: Crs;
}
export interface DemoFiles {
  readonly areaId: "demo";
  /** Says that the district is invented. */
  readonly areaName: string;
  readonly files: {
    readonly streets: DemoFile<"wgs84">;
    readonly boundary: DemoFile<"wgs84">;
    readonly communities: DemoFile<"wgs84">;
    readonly residences: DemoFile<"bd09">;
    readonly facilities: DemoFile<"gcj02">;
  };
}

/**
 * Writes the files into a folder, made where it is not there. The same seed gives the same bytes.
 * @param options.seed any whole number; that of the recipe where left out
 */
export async function buildDemoTown(
  folder: string,
  { seed = recipe.seed }: { readonly seed?: number } = {},
): Promise<DemoFiles> {
  const { streets, residences, facilities, communities, boundary } = composeDemoTown(seed);
  const file = <Crs extends string>(name: string, crs: Crs): DemoFile<Crs> => ({ path: join(folder, name), crs });
  const files = {
    streets: file("streets.osm", "wgs84"),
    boundary: file("boundary.geojson", "wgs84"),
    communities: file("communities.geojson", "wgs84"),
    residences: file("residences.csv", "bd09"),
    facilities: file("facilities.csv", "gcj02"),
  } as const;
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(files.streets.path, streets),
    writeFile(files.boundary.path, boundary),
    writeFile(files.communities.path, communities),
    writeFile(files.residences.path, residences),
    writeFile(files.facilities.path, encodeGb18030(facilities)),
  ]);
  return { areaId: "demo", areaName: recipe.area.name, files };
}

/** Contents of the files, as text. */
function composeDemoTown(
  seed: number,
): Record<"streets" | "residences" | "facilities" | "communities" | "boundary", string> {
  const random = (label: string) => newRandom(seed, label);
  const sheet = newSheet();
  const names = newNames(random("names"));
  const grid = layGrid(sheet, random("grid"));
  const town: Town = {
    sheet,
    names,
    streets: [...grid.streets],
    parcels: [],
    homes: [],
    courtyards: [],
    gates: [],
    siteNames: new Map(),
    random,
  };

  const cutting = random("parcels");
  const lands = grid.blocks.flatMap((block): Land[] =>
    "PBN".includes(block.use)
      ? [{ block, land: block.shape }]
      : cutIntoParcels(sheet, cutting, names, block.shape, town.streets).map((land) => ({ block, land })),
  );
  markMarketStreets(town.streets);
  assignUses(town, lands);
  drawRiver(town);
  buildParcels(town);
  drawShopRows(town);
  drawRailway(town);
  for (const street of town.streets) drawStreet(sheet, street);

  const frontages = findFrontages(town);
  drawOsmPlaces(town, frontages);
  const units = drawUnits(grid);
  return {
    streets: sheet.toXml(recipe.area.note),
    residences: residencesTable(town.homes, random("people")),
    facilities: facilitiesTable(placeFacilities(town, frontages)),
    communities: `${JSON.stringify(units.communities)}\n`,
    boundary: `${JSON.stringify(units.boundary)}\n`,
  };
}
