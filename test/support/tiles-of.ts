/** Vector tiles read back, as a map reads them. @module */
import { VectorTile } from "@mapbox/vector-tile";
import type { Feature } from "geojson";
import { PbfReader } from "pbf";
import type { TestService } from "./service.ts";

export interface Address {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Features by layer, in degrees; `bytes` of nothing is a tile without layers. */
export function decodeTile(bytes: Uint8Array, { z, x, y }: Address): Record<string, Feature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => layer.feature(i).toGeoJSON(x, y, z)),
    ]),
  );
}

/** Addresses of all tiles of a zoom that a box touches (web Mercator). */
export function tilesOver([west, south, east, north]: readonly number[], z: number): Address[] {
  const column = (lon: number) => Math.floor(((lon + 180) / 360) * 2 ** z);
  const row = (lat: number) => Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);
  const found: Address[] = [];
  for (let x = column(west); x <= column(east); x++) {
    for (let y = row(north); y <= row(south); y++) found.push({ z, x, y });
  }
  return found;
}

/** Properties of every feature of a layer over the whole area, each key once: tiles repeat what lies along their edges. */
export async function everyFeature(
  service: TestService,
  {
    layer,
    z,
    query = "",
    key,
  }: { readonly layer: string; readonly z: number; readonly query?: string; readonly key: string },
): Promise<Map<string, Record<string, unknown>>> {
  const { bbox, release } = (await service.get("/areas/demo")).json;
  const found = new Map<string, Record<string, unknown>>();
  for (const address of tilesOver(bbox, z)) {
    const { bytes } = await service.get(
      `/tiles/${layer}/${z}/${address.x}/${address.y}.mvt?area=demo&v=${release}${query}`,
    );
    for (const { properties } of decodeTile(bytes, address)[layer] ?? [])
      found.set(String(properties?.[key]), properties ?? {});
  }
  return found;
}
