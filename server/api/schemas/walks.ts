/** Reach and distances. Lengths in metres to the millimetre, times in seconds, unrounded. @module */
import { type Static, Type } from "typebox";
import {
  AreaId,
  At,
  asked,
  Lat,
  Lon,
  Minutes,
  Pins,
  Position,
  ProfileId,
  ScenarioId,
  UnknownCategories,
  UnknownReason,
} from "./common.ts";

/** As sent: in a batch a place off the globe is answered, not refused. */
const AnyPosition = Type.Tuple([Type.Number(), Type.Number()]);

export const Snapped = Type.Object({
  position: Position,
  offsetM: Type.Number({ description: "straight walk from the point to the street, part of the walk" }),
  street: Type.Union([Type.String(), Type.Null()]),
});
export type Snapped = Static<typeof Snapped>;

/** `invalid_coordinates` for one of a batch, which never fails the others. */
const WalkStatus = Type.Union([Type.Literal("ok"), UnknownReason, Type.Literal("invalid_coordinates")]);

export const Walk = Type.Object({
  status: WalkStatus,
  networkM: Type.Union([Type.Number(), Type.Null()]),
  fromOffsetM: Type.Union([Type.Number(), Type.Null()]),
  toOffsetM: Type.Union([Type.Number(), Type.Null()]),
  totalM: Type.Union([Type.Number(), Type.Null()]),
  seconds: Type.Union([Type.Number(), Type.Null()]),
});
export type Walk = Static<typeof Walk>;

export const ReachQuery = asked({
  area: AreaId,
  scenario: ScenarioId,
  lon: Lon,
  lat: Lat,
  minutes: Minutes,
  profile: ProfileId,
  at: At,
  format: Type.Union([Type.Literal("json"), Type.Literal("geojson")], { default: "json" }),
  limits: Type.Optional(
    Type.String({ description: "minutes with commas between, such as 5,10,15: a shape for each, in `shapes`" }),
  ),
  shape: Type.Union([Type.Literal("nested"), Type.Literal("bands")], {
    default: "nested",
    description: "of `limits`: each shape whole, or each without the smaller ones",
  }),
  lines: Type.Union([Type.Literal("false"), Type.Literal("true")], {
    default: "false",
    description: "the reached pieces of street in `lines`, as far as the largest limit",
  }),
});
export type ReachQuery = Static<typeof ReachQuery>;

/** Nearest facility of one category, walked or not. */
export const NearestFacility = Type.Object({
  category: Type.String(),
  withinLimit: Type.Boolean(),
  facility: Type.Object({ ref: Type.String(), name: Type.Union([Type.String(), Type.Null()]), position: Position }),
  walk: Walk,
  entrance: Type.Optional(Position),
});
export type NearestFacility = Static<typeof NearestFacility>;

const MultiPolygon = Type.Object({
  type: Type.Literal("MultiPolygon"),
  coordinates: Type.Array(Type.Array(Type.Array(Type.Array(Type.Number())))),
});

/** A limit of several. A band leaves out what is within `beyondMinutes`. */
export const ReachShape = Type.Object({
  minutes: Type.Number(),
  beyondMinutes: Type.Union([Type.Number(), Type.Null()]),
  limitM: Type.Number(),
  areaM2: Type.Number(),
  geometry: MultiPolygon,
});

/** A piece of one street in the direction walked, with the walk to both of its ends. */
export const ReachLine = Type.Object({
  street: Type.Union([Type.String(), Type.Null()]),
  fromM: Type.Number(),
  toM: Type.Number(),
  fromSeconds: Type.Number(),
  toSeconds: Type.Number(),
  geometry: Type.Object({ type: Type.Literal("LineString"), coordinates: Type.Array(Type.Array(Type.Number())) }),
});

export const Reach = Type.Object({
  status: WalkStatus,
  origin: AnyPosition,
  minutes: Type.Number(),
  limitM: Type.Number(),
  snapped: Type.Union([Snapped, Type.Null()]),
  community: Type.Union([Type.String(), Type.Null()], { description: "name of the community that the origin lies in" }),
  /** GeoJSON MultiPolygon of what can be walked to; null where the status is not ok. */
  isochrone: Type.Union([MultiPolygon, Type.Null()]),
  isochroneAreaM2: Type.Union([Type.Number(), Type.Null()]),
  nearest: Type.Array(NearestFacility, { description: "every category with a walk that leads to it, shortest first" }),
  missing: Type.Array(Type.String(), { description: "categories that are not within the limit" }),
  unknown: UnknownCategories,
  facilitiesWithin: Type.Record(Type.String(), Type.Integer(), { description: "category → number within the limit" }),
  shapes: Type.Optional(Type.Array(ReachShape, { description: "where `limits` were asked for, smallest first" })),
  lines: Type.Optional(Type.Array(ReachLine, { description: "where they were asked for" })),
  pins: Pins,
});
export type Reach = Static<typeof Reach>;

/** GeoJSON FeatureCollection: `isochrone`, `street`, `origin` and `snapped`, told apart by the property `kind`. */
export const ReachGeoJson = Type.Object({
  type: Type.Literal("FeatureCollection"),
  features: Type.Array(
    Type.Object({
      type: Type.Literal("Feature"),
      geometry: Type.Unknown(),
      properties: Type.Unknown(),
    }),
  ),
});

export const ReachMany = asked({
  area: AreaId,
  scenario: ScenarioId,
  origins: Type.Array(AnyPosition, { minItems: 1, maxItems: 1000 }),
  minutes: Minutes,
  profile: ProfileId,
  at: At,
});
export const ReachManyAnswer = Type.Object({ items: Type.Array(Reach) });

export const DistancesBody = asked({
  area: AreaId,
  scenario: ScenarioId,
  profile: ProfileId,
  pairs: Type.Array(
    Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()], {
      description: "from lon, from lat, to lon, to lat",
    }),
    { minItems: 1, maxItems: 100_000 },
  ),
});
export const Distances = Type.Object({ items: Type.Array(Walk), pins: Pins });

export const RouteQuery = asked({
  area: AreaId,
  scenario: ScenarioId,
  fromLon: Lon,
  fromLat: Lat,
  toLon: Lon,
  toLat: Lat,
  profile: ProfileId,
});
/** One walk with its line on the map. */
export const Route = Type.Object({
  walk: Walk,
  from: Type.Union([Snapped, Type.Null()]),
  to: Type.Union([Snapped, Type.Null()]),
  line: Type.Union([Type.Object({ type: Type.Literal("LineString"), coordinates: Type.Array(Position) }), Type.Null()]),
  /** Streets in the order walked, null where one has no name. */
  streets: Type.Array(Type.Object({ name: Type.Union([Type.String(), Type.Null()]), metres: Type.Number() })),
  /** Private gates passed: whoever does not live there may find them shut. */
  gates: Type.Array(Position),
  steps: Type.Union(
    [Type.Object({ metres: Type.Number(), count: Type.Integer(), estimated: Type.Boolean() }), Type.Null()],
    { description: "stairs on the way; `estimated` where not all of them were counted" },
  ),
  closedGates: Type.Array(Position, {
    description: "where the status is island: closed gates on the way that would lead there if they were open",
  }),
  pins: Pins,
});
export type Route = Static<typeof Route>;
