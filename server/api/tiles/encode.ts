/** Features to a Mapbox Vector Tile, in Node for both stores (the embedded one has no ST_AsMVT). @module */
import { geoJSONToTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature } from "geojson";

const EXTENT = 4096;
/** Drawn beyond the tile's edge, in tile units, so that lines and symbols meet without a seam. */
const BUFFER = 128;

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** One tile with its layers by name; layers without features are left out. */
export function encodeTile({ z, x, y }: TileAddress, layers: Readonly<Record<string, readonly Feature[]>>): Uint8Array {
  const filled = Object.entries(layers).filter(([, features]) => features.length > 0);
  const tiles = filled.map(([name, features]) => {
    const collection = { type: "FeatureCollection" as const, features: [...features] };
    return [
      name,
      geoJSONToTile(collection, z, x, y, { extent: EXTENT, buffer: BUFFER, tolerance: 3, wrap: false, clip: true }),
    ] as const;
  });
  return fromGeojsonVt(Object.fromEntries(tiles.filter(([, tile]) => tile !== null)), { version: 2, extent: EXTENT });
}

/** West, south, east, north of a tile with its buffer, in degrees (web Mercator). */
export function tileBounds({ z, x, y }: TileAddress): [number, number, number, number] {
  const side = 2 ** z;
  const margin = BUFFER / EXTENT;
  return [
    lonOf((x - margin) / side),
    latOf((y + 1 + margin) / side),
    lonOf((x + 1 + margin) / side),
    latOf((y - margin) / side),
  ];
}

function lonOf(share: number): number {
  return share * 360 - 180;
}

function latOf(share: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * share))) * 180) / Math.PI;
}
