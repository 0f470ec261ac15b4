/** Reach as GeoJSON: the shape, the origin and its place on the street, ready for any map. @module */
import type { Feature, FeatureCollection } from "geojson";
import type { ReachAnswer } from "./reach.ts";
import type { ShapesAnswer } from "./reach-shapes.ts";

/** Shapes of several limits, where they were asked for, stand in place of the one. */
export function reachAsGeoJson(reach: ReachAnswer, { shapes, lines }: ShapesAnswer = {}): FeatureCollection {
  const { isochrone, origin, snapped, status, minutes, limitM, isochroneAreaM2, pins } = reach;
  const features: Feature[] = [];
  for (const { geometry, ...properties } of shapes ?? [])
    features.push({
      type: "Feature",
      geometry,
      properties: { kind: "isochrone", ...properties, profile: pins.profile },
    });
  for (const { geometry, ...properties } of lines ?? [])
    features.push({ type: "Feature", geometry, properties: { kind: "street", ...properties } });
  if (isochrone && !shapes) {
    features.push({
      type: "Feature",
      geometry: isochrone,
      properties: { kind: "isochrone", minutes, limitM, areaM2: isochroneAreaM2, profile: pins.profile },
    });
  }
  features.push({
    type: "Feature",
    geometry: { type: "Point", coordinates: origin },
    properties: { kind: "origin", status },
  });
  if (snapped) {
    const { position, offsetM, street } = snapped;
    features.push({
      type: "Feature",
      geometry: { type: "Point", coordinates: position },
      properties: { kind: "snapped", offsetM, street },
    });
  }
  return { type: "FeatureCollection", features };
}
