/** Reach as GeoJSON: the shape, the origin and its place on the street, ready for any map. @module */
import type { Feature, FeatureCollection } from "geojson";
import type { ReachAnswer } from "./reach.ts";

export function reachAsGeoJson(reach: ReachAnswer): FeatureCollection {
  const { isochrone, origin, snapped, status, minutes, limitM, isochroneAreaM2, pins } = reach;
  const features: Feature[] = [];
  if (isochrone) {
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
