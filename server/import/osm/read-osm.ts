/** Reads one OSM extract into validated rows: streets, facilities, homes, communities and the base map. @module */
import { collectElements } from "./collect.ts";
import { osmError } from "./errors.ts";
import { type StreetsTaken, takeStreets } from "./streets.ts";

export async function readOsmStreets(file: string): Promise<StreetsTaken> {
  const elements = await collectElements(file);
  const taken = takeStreets(elements);
  if (taken.counts.walkable === 0) throw osmError("osm_no_streets", { file, value: `${elements.ways.count} ways`, expected: "ways tagged highway" });
  return taken;
}
