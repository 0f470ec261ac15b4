/** Everything in an area that has a name, as one list: units, homes, streets, facilities. @module */
import { type BBox, EMPTY_BBOX, extendBBox, type LonLat } from "../../base/lon-lat.ts";
import { pointAt } from "../../network/edge-line.ts";
import { E7, type WalkNetwork } from "../../network/walk-network.ts";
import type { ReleaseContent } from "../open-area.ts";

/** In the order in which equal names are answered. */
export const PLACE_KINDS = ["subdistrict", "community", "residence", "street", "facility"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface NamedPlaces {
  readonly names: readonly string[];
  /** Shape [n]. Index into {@link PLACE_KINDS}. */
  readonly kind: Uint8Array;
  /** Shape [n]. Index among the units, residences or facilities of the area, or among its street names. */
  readonly index: Uint32Array;
}

/** Streets of one name are one place, wherever they lie. */
export interface StreetPlace {
  /** The middle of the longest stretch. */
  readonly position: LonLat;
  readonly bbox: BBox;
}

export function namedPlaces(
  { subdistricts, communities, residences, facilities, network }: ReleaseContent,
  streets: readonly (StreetPlace | null)[],
): NamedPlaces {
  const names: string[] = [];
  const kinds: number[] = [];
  const indices: number[] = [];
  const take = (kind: PlaceKind, list: readonly (string | null)[]) => {
    for (const [i, name] of list.entries()) {
      if (name === null) continue;
      names.push(name);
      kinds.push(PLACE_KINDS.indexOf(kind));
      indices.push(i);
    }
  };
  take(
    "subdistrict",
    subdistricts.map(({ name }) => name),
  );
  take(
    "community",
    communities.map(({ name }) => name),
  );
  take("residence", residences.name);
  // A name that a what-if took from its last street is no place any more.
  take(
    "street",
    network.names.map((name, i) => (streets[i] === null ? null : name)),
  );
  take("facility", facilities.name);
  return { names, kind: Uint8Array.from(kinds), index: Uint32Array.from(indices) };
}

/** By index into the network's names; null for a name that no edge bears. */
export function streetPlaces(network: WalkNetwork): readonly (StreetPlace | null)[] {
  const { edgeCount, edgeName, edgeLengthMm, shapeStart, shapeLonE7, shapeLatE7, names } = network;
  const boxes = names.map((): BBox => EMPTY_BBOX);
  const longest = new Int32Array(names.length).fill(-1);
  for (let e = 0; e < edgeCount; e++) {
    const name = edgeName[e];
    if (name < 0) continue;
    if (longest[name] < 0 || edgeLengthMm[e] > edgeLengthMm[longest[name]]) longest[name] = e;
    for (let i = shapeStart[e]; i < shapeStart[e + 1]; i++)
      boxes[name] = extendBBox(boxes[name], [shapeLonE7[i] / E7, shapeLatE7[i] / E7]);
  }
  return names.map((_, name) => {
    const edge = longest[name];
    return edge < 0 ? null : { position: pointAt(network, edge, edgeLengthMm[edge] / 2), bbox: boxes[name] };
  });
}
