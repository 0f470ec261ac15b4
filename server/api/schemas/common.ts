/** Pieces that many answers share. @module */
import { type Static, type TProperties, type TSchema, Type } from "typebox";

/** RFC 9457 problem details. `code` is closed: one of those listed in the folder that raised it. */
export const Problem = Type.Object({
  type: Type.String({ description: "about:blank, or a page that describes the code" }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String({ description: "in the language that the request asked for (zh or en)" }),
  code: Type.String(),
  fields: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
});
export type Problem = Static<typeof Problem>;

/** What any question about an area may be answered with instead; 409 where something else holds or contradicts it. */
export const problems = { 400: Problem, 404: Problem, 409: Problem, 500: Problem };

export const AreaId = Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,62}$", description: "id of an imported area" });
export const ProfileId = Type.String({ default: "adult", description: "adult, elderly, planning, slow or wheelchair" });
export const Minutes = Type.Number({
  exclusiveMinimum: 0,
  maximum: 120,
  default: 15,
  description: "limit on foot, inclusive",
});
export const At = Type.Optional(
  Type.String({
    description:
      "moment of an ordinary week, such as We 22:00 (Mo … Su, PH for a public holiday): only facilities open then count; hours are not asked about where it is left out",
  }),
);
export const Lon = Type.Number({ minimum: -180, maximum: 180 });
export const Lat = Type.Number({ minimum: -90, maximum: 90 });
export const Position = Type.Tuple([Lon, Lat], { description: "lon, lat in WGS 84" });
export const BBox = Type.Tuple([Lon, Lat, Lon, Lat], { description: "west, south, east, north" });
/** Asked of an area with a saved scenario applied to it; left out, of the area as it is. */
export const ScenarioId = Type.Optional(
  Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: "id of a saved scenario of the area" }),
);
export const Cursor = Type.Optional(Type.String({ description: "`next` of the page before" }));
export const PageSize = Type.Integer({ minimum: 1, maximum: 1000, default: 100 });

export const Words = Type.Object({ zh: Type.String(), en: Type.String() });
export type Words = Static<typeof Words>;

/** Of the people of a residence. */
export const Estimates = Type.Array(Type.Enum(["households", "residents", "ages"]), {
  description: "figures that are estimates; of the age groups it takes one",
});

/** Where the people of an answer come from. */
const PeopleBasis = Type.Object({
  given: Type.Integer({ description: "residents that files of the district give" }),
  footprint: Type.Integer({ description: "residents estimated from floor area" }),
  raster: Type.Integer({ description: "residents that are shares of a population raster" }),
  cells: Type.Integer({ description: "residents that are shares of a table of H3 cells" }),
  unknownResidences: Type.Integer({ description: "residences without residents: in no sum of people" }),
  estimatedShare: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
    description: "residents that are estimates ÷ all residents; null where there are none",
  }),
  notes: Type.Array(Words, { description: "what the estimates rest on" }),
});

/** What an answer was computed from; the same pins give the same bytes. */
export const Pins = Type.Object({
  area: Type.String(),
  release: Type.Integer({ description: "version of the area: a fixed set of datasets" }),
  datasets: Type.Record(Type.String(), Type.Integer(), { description: "kind → version" }),
  profile: Type.String(),
  speedMmPerSecond: Type.Integer(),
  profileHash: Type.String({
    description: "of all that the profile states: speed, closed ways, penalties, farthest street",
  }),
  algorithm: Type.String(),
  people: PeopleBasis,
  at: Type.Optional(Type.String({ description: "moment that was asked about" })),
  scenario: Type.Optional(
    Type.Object(
      {
        id: Type.Integer(),
        revision: Type.Integer(),
        staleChanges: Type.Integer({
          description: "changes that do not apply to this release and are not in the answer; told under /scenarios",
        }),
      },
      { description: "absent where no scenario was asked about" },
    ),
  ),
});
export type Pins = Static<typeof Pins>;

/** What a request may state; anything else in it is refused, not passed over. */
export function asked<T extends TProperties>(properties: T) {
  return Type.Object(properties, { additionalProperties: false });
}

export function pageOf<T extends TSchema>(item: T) {
  return Type.Object({
    items: Type.Array(item),
    next: Type.Union([Type.String(), Type.Null()]),
  });
}

/** Why something is unknown, or why no walk leads there. */
export const UnknownReason = Type.Union([
  Type.Literal("no_street_within_200m"),
  Type.Literal("island", {
    description: "on a part of the network that is not connected to any facility of the category",
  }),
  Type.Literal("closed_to_profile"),
  Type.Literal("gates_closed", { description: "every gate of the residence that is known is closed" }),
  Type.Literal("hours_unknown", {
    description: "no facility within the limit is surely open at the moment, and of one or more the hours are unknown",
  }),
  Type.Literal("facilities_off_network", {
    description:
      "no walk within the limit is known, and a facility within it in a straight line has no street within 200 m",
  }),
]);
export type UnknownReason = Static<typeof UnknownReason>;

/** Categories of which it cannot be said whether they are within the limit: never counted as missing. */
export const UnknownCategories = Type.Array(Type.Object({ category: Type.String(), reason: UnknownReason }));
