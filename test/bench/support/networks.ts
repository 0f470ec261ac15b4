/** Networks to measure on: real extracts where the machine has them. @module */
import { loadCatalogue } from "../../../server/import/categories.ts";
import { type OsmExtract, readOsm } from "../../../server/import/osm/read-osm.ts";
import type { WalkNetwork } from "../../../server/network/walk-network.ts";
import { columnsOf, type Places } from "../../../server/reach/nearest.ts";
import { sharedData } from "../../support/shared-data.ts";

export const EXTRACTS = {
  porto: "porto/porto-highways-2015.osm.pbf",
  malta: "malta/malta-2016.osm.pbf",
  portoAlegre: "porto-alegre/porto-alegre.osm.pbf",
} as const;

export function extractPath(name: keyof typeof EXTRACTS): string {
  const path = sharedData(EXTRACTS[name]);
  if (path === null) throw new Error(`the benchmark needs ${EXTRACTS[name]} among the shared data`);
  return path;
}

export async function readExtract(name: keyof typeof EXTRACTS): Promise<OsmExtract> {
  return readOsm(extractPath(name), await loadCatalogue());
}

/** Every junction as a place where a walk starts: the end of one of its edges. Junctions of loops alone are left out. */
export function placesAtJunctions({ nodeCount, edgeCount, edgeFrom, edgeTo, edgeLengthMm }: WalkNetwork): Places {
  const places = Array.from({ length: nodeCount }, () => null as { edge: number; mm: number; offsetMm: number } | null);
  for (let edge = edgeCount - 1; edge >= 0; edge--) {
    places[edgeTo[edge]] = { edge, mm: edgeLengthMm[edge], offsetMm: 0 };
    places[edgeFrom[edge]] = { edge, mm: 0, offsetMm: 0 };
  }
  return columnsOf(places);
}
