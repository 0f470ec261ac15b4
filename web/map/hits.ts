/** What lies under the pointer: plain values out of drawn features. @module */
import type { Map as MapLibreMap, PointLike } from "maplibre-gl";

export type Hovered =
  | { readonly kind: "facility"; readonly name: string | null }
  | {
      readonly kind: "residence";
      readonly name: string | null;
      readonly residents: number | null;
      readonly estimated: boolean;
      readonly unknown: boolean;
      readonly mm: number | null;
      /** Walk to a nearer facility whose hours are unknown. */
      readonly unsureMm: number | null;
      readonly reason: string | null;
    }
  | {
      readonly kind: "cell";
      readonly residents: number;
      readonly residences: number;
      readonly unknown: number;
      readonly noWalk: number;
      readonly meanMm: number | null;
      readonly worstMm: number | null;
    };

/** Pixels around the pointer within which a dot counts as meant. */
const REACH = 6;
const RESIDENCES = ["residences", "residences-unknown"];
const FACILITIES = ["facilities", "facilities-dots"];

/** Ref of the residence meant by a click, or null. */
export function residenceAt(map: MapLibreMap, point: { x: number; y: number }): string | null {
  const [found] = around(map, point, RESIDENCES);
  return found === undefined ? null : String(found.properties.ref);
}

export function hoverAt(map: MapLibreMap, point: { x: number; y: number }): Hovered | null {
  const [dot] = around(map, point, [...FACILITIES, ...RESIDENCES]);
  if (dot !== undefined) {
    const { properties } = dot;
    if (FACILITIES.includes(dot.layer.id)) return { kind: "facility", name: text(properties.name) };
    return {
      kind: "residence",
      name: text(properties.name),
      residents: figure(properties.residents),
      estimated: properties.estimated === true,
      unknown: properties.unknown === true,
      mm: figure(properties.mm),
      unsureMm: figure(properties.unsureMm),
      reason: text(properties.reason),
    };
  }
  const [cell] = query(map, [point.x, point.y], ["cells", "cells-unknown"]);
  if (cell === undefined) return null;
  const { properties } = cell;
  return {
    kind: "cell",
    residents: figure(properties.residents) ?? 0,
    residences: figure(properties.residences) ?? 0,
    unknown: figure(properties.unknown) ?? 0,
    noWalk: figure(properties.noWalk) ?? 0,
    meanMm: figure(properties.meanMm),
    worstMm: figure(properties.worstMm),
  };
}

function around(map: MapLibreMap, { x, y }: { x: number; y: number }, layers: readonly string[]) {
  return query(
    map,
    [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ],
    layers,
  );
}

function query(map: MapLibreMap, where: PointLike | [PointLike, PointLike], layers: readonly string[]) {
  const present = layers.filter((id) => map.getLayer(id));
  return present.length === 0 ? [] : map.queryRenderedFeatures(where, { layers: present });
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function figure(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
