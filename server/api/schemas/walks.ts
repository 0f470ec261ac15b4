/** Reach and distances. Lengths in metres to the millimetre, times in seconds, unrounded. @module */
import { Type, type Static } from "typebox";
import { AreaId, Lat, Lon, Minutes, Pins, Position, ProfileId, UnknownReason } from "./common.ts";

export const Snapped = Type.Object({
  position: Position,
  offsetM: Type.Number({ description: "straight walk from the point to the street, part of the walk" }),
  street: Type.Union([Type.String(), Type.Null()]),
});
export type Snapped = Static<typeof Snapped>;

export const Walk = Type.Object({
  status: Type.Union([Type.Literal("ok"), UnknownReason]),
  networkM: Type.Union([Type.Number(), Type.Null()]),
  fromOffsetM: Type.Union([Type.Number(), Type.Null()]),
  toOffsetM: Type.Union([Type.Number(), Type.Null()]),
  totalM: Type.Union([Type.Number(), Type.Null()]),
  seconds: Type.Union([Type.Number(), Type.Null()]),
});
export type Walk = Static<typeof Walk>;

export const ReachQuery = Type.Object({
  area: AreaId,
  lon: Lon,
  lat: Lat,
  minutes: Type.Optional(Minutes),
  profile: Type.Optional(ProfileId),
  format: Type.Optional(Type.Union([Type.Literal("json"), Type.Literal("geojson")], { default: "json" })),
});
export type ReachQuery = Static<typeof ReachQuery>;

/** Nearest facility of one category, walked or not. */
export const NearestFacility = Type.Object({
  category: Type.String(),
  withinLimit: Type.Boolean(),
  facility: Type.Object({ ref: Type.String(), name: Type.Union([Type.String(), Type.Null()]), position: Position }),
  walk: Walk,
});
export type NearestFacility = Static<typeof NearestFacility>;

export const Reach = Type.Object({
  status: Type.Union([Type.Literal("ok"), UnknownReason]),
  origin: Position,
  minutes: Type.Number(),
  limitM: Type.Number(),
  snapped: Type.Union([Snapped, Type.Null()]),
  community: Type.Union([Type.String(), Type.Null()]),
  /** GeoJSON MultiPolygon of what can be walked to; null where the status is not ok. */
  isochrone: Type.Union([
    Type.Object({ type: Type.Literal("MultiPolygon"), coordinates: Type.Array(Type.Array(Type.Array(Position))) }),
    Type.Null(),
  ]),
  isochroneAreaM2: Type.Union([Type.Number(), Type.Null()]),
  nearest: Type.Array(NearestFacility, { description: "every category with a walk that leads to it, shortest first" }),
  missing: Type.Array(Type.String(), { description: "categories that are not within the limit" }),
  facilitiesWithin: Type.Record(Type.String(), Type.Integer(), { description: "category → number within the limit" }),
  pins: Pins,
});
export type Reach = Static<typeof Reach>;

export const ReachMany = Type.Object({
  area: AreaId,
  origins: Type.Array(Position, { minItems: 1, maxItems: 1000 }),
  minutes: Type.Optional(Minutes),
  profile: Type.Optional(ProfileId),
});
export const ReachManyAnswer = Type.Object({ items: Type.Array(Reach) });

export const DistancesBody = Type.Object({
  area: AreaId,
  profile: Type.Optional(ProfileId),
  pairs: Type.Array(Type.Tuple([Lon, Lat, Lon, Lat]), { minItems: 1, maxItems: 100_000 }),
});
export const Distances = Type.Object({ items: Type.Array(Walk), pins: Pins });

export const RouteQuery = Type.Object({
  area: AreaId,
  fromLon: Lon,
  fromLat: Lat,
  toLon: Lon,
  toLat: Lat,
  profile: Type.Optional(ProfileId),
});
/** One walk with its line on the map. */
export const Route = Type.Object({
  walk: Walk,
  from: Type.Union([Snapped, Type.Null()]),
  to: Type.Union([Snapped, Type.Null()]),
  line: Type.Union([Type.Object({ type: Type.Literal("LineString"), coordinates: Type.Array(Position) }), Type.Null()]),
  pins: Pins,
});
export type Route = Static<typeof Route>;
