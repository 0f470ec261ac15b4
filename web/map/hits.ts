/** What lies under the pointer: plain values out of drawn features. @module */
import type { Map as MapLibreMap, PointLike } from "maplibre-gl";
import type { ChangeTold } from "./what-if-scene.ts";

export type Hovered =
  /** A cell or a residence in which a plan changes something. */
  | { readonly kind: "change"; readonly told: ChangeTold }
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
const MARKS = ["change-marks"];
const CHANGED_HOMES = ["changed-residences"];
const CHANGED_CELLS = ["changed-cells"];

/** Ref of the residence meant by a click, or null. */
export function residenceAt(map: MapLibreMap, point: { x: number; y: number }): string | null {
  const [found] = around(map, point, RESIDENCES);
  return found === undefined ? null : String(found.properties.ref);
}

/** Ref of the facility meant by a click or the start of a drag, whether it stands on the base or a plan put it there; or null. */
export function facilityAt(map: MapLibreMap, point: { x: number; y: number }): string | null {
  const found = around(map, point, [...MARKS, ...FACILITIES]).find(({ properties }) => text(properties.ref) !== null);
  return found === undefined ? null : text(found.properties.ref);
}

export function hoverAt(map: MapLibreMap, point: { x: number; y: number }): Hovered | null {
  const [home] = around(map, point, CHANGED_HOMES);
  if (home !== undefined) return changeOf(home.properties);
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
  const [changed] = query(map, [point.x, point.y], CHANGED_CELLS);
  if (changed !== undefined) return changeOf(changed.properties);
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

/** Features carry plain values alone, so what is told of one travels as text. */
function changeOf(properties: Readonly<Record<string, unknown>>): Hovered {
  return { kind: "change", told: JSON.parse(String(properties.told)) as ChangeTold };
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
