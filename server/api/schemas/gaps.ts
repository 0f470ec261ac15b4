/** Gap clusters, and what hangs on single facilities. @module */
import { type Static, type TSchema, Type } from "typebox";
import { asked, BBox, Cursor, PageSize, Pins, Position, pageOf, UnknownReason } from "./common.ts";
import { inArea, question } from "./question.ts";
import { NearestFacility } from "./walks.ts";

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Name = orNull(Type.String());

/** Sums over residences; what is unknown of one is in no sum, and the residence is counted. */
export const PeopleSum = Type.Object({
  residences: Type.Integer(),
  households: Type.Number(),
  residents: Type.Number(),
  householdsUnknownResidences: Type.Integer(),
  residentsUnknownResidences: Type.Integer(),
  estimatedResidences: Type.Integer({ description: "residences of which some figure of people is an estimate" }),
  ages: Type.Record(Type.String(), Type.Object({ residents: Type.Number(), unknownResidences: Type.Integer() }), {
    description: "age group → people; groups overlap, and only those of which the area knows something are there",
  }),
});
export type PeopleSum = Static<typeof PeopleSum>;

const FacilityPoint = Type.Object({ ref: Type.String(), name: Name, position: Position });

export const GapCause = Type.Union(
  [
    Type.Literal("too_far", { description: "no facility within the limit, and the streets lead there as streets do" }),
    Type.Literal("barrier", {
      description:
        "one stands within the limit as the crow flies, and the walk is more than √2 times the straight line",
    }),
    Type.Literal("closed_gate", { description: "covered if every closed gate on the streets were open" }),
    Type.Literal("island", { description: "no way leads to any facility, open gates or not" }),
    Type.Literal("closed_to_profile", { description: "whoever can use every way is covered at the same speed" }),
    Type.Literal("no_facility", { description: "the area has none of the category" }),
    Type.Literal("none_open", { description: "the area has some, and none that is surely open at the moment" }),
    Type.Literal("facilities_off_network", {
      description: "a facility without a street within 200 m might be within the limit",
    }),
    Type.Literal("hours_unknown", { description: "a facility within the limit whose hours are unknown at the moment" }),
    Type.Literal("no_street_within_200m"),
    Type.Literal("gates_closed", { description: "every gate of the residence that is known is closed" }),
  ],
  {
    description:
      "of an unknown cluster: no_street_within_200m, island, gates_closed, facilities_off_network or hours_unknown",
  },
);
export type GapCause = Static<typeof GapCause>;

const GapVerdict = Type.Union([Type.Literal("uncovered"), Type.Literal("unknown")]);
const Barrier = Type.Object({
  kind: Type.Union([Type.Literal("water"), Type.Literal("railway"), Type.Literal("motorway")]),
  name: Name,
});

export const GapCluster = Type.Object({
  id: Type.String({ description: "lowest ref among its residences" }),
  verdict: GapVerdict,
  name: orNull(Type.String({ description: "of the residence that stands for the cluster" })),
  street: orNull(Type.String({ description: "nearest street with a name" })),
  community: Name,
  heart: Type.String({ description: "ref of the residence with most people among those of the cause" }),
  position: Position,
  bbox: BBox,
  people: PeopleSum,
  why: GapCause,
  whys: Type.Array(Type.Object({ why: GapCause, people: PeopleSum }), { description: "that of most people first" }),
  worst: orNull(Type.Object({ ref: Type.String(), seconds: Type.Number(), totalM: Type.Number() })),
  meanSeconds: orNull(Type.Number({ description: "known walks, weighted by residents" })),
  noWalkResidences: Type.Integer(),
  nearest: orNull(NearestFacility),
  straight: orNull(
    Type.Object({
      facility: FacilityPoint,
      metres: Type.Number(),
      detour: orNull(Type.Number({ description: "walk to the nearest ÷ straight distance to the nearest" })),
    }),
  ),
  barriers: Type.Array(Barrier, { description: "what the straight line crosses, where the cause is a barrier" }),
  closedGates: Type.Array(Position, { description: "where the cause is a closed gate: those on the way" }),
});
export type GapCluster = Static<typeof GapCluster>;

export const GapClustersQuery = asked({
  ...question,
  verdict: Type.Union([Type.Literal("uncovered"), Type.Literal("unknown")], { default: "uncovered" }),
  limit: PageSize,
  cursor: Cursor,
});
export const GapClusterPage = Type.Object({
  ...pageOf(GapCluster).properties,
  total: Type.Integer({ description: "clusters in all" }),
  people: PeopleSum,
  limitM: Type.Number(),
  pins: Pins,
});
export type GapClusterPage = Static<typeof GapClusterPage>;

export const GapClusterParams = asked({
  id: Type.String({ description: "of a cluster, or of any of its residences" }),
});
export const GapClusterQuery = asked(question);
export const GapClusterDetail = Type.Object({
  cluster: GapCluster,
  members: Type.Array(
    Type.Object({
      ref: Type.String(),
      position: Position,
      community: Name,
      households: orNull(Type.Integer()),
      residents: orNull(Type.Integer()),
      estimated: Type.Boolean({ description: "some figure of people is an estimate" }),
      why: GapCause,
      nearest: orNull(NearestFacility),
    }),
  ),
  lines: Type.Object(
    {
      type: Type.Literal("FeatureCollection"),
      features: Type.Array(
        Type.Object({
          type: Type.Literal("Feature"),
          properties: Type.Object({
            kind: Type.Union([Type.Literal("straight"), Type.Literal("walk"), Type.Literal("closed_gate")]),
          }),
          geometry: Type.Union([
            Type.Object({ type: Type.Literal("LineString"), coordinates: Type.Array(Type.Array(Type.Number())) }),
            Type.Object({ type: Type.Literal("Point"), coordinates: Type.Array(Type.Number()) }),
          ]),
        }),
      ),
    },
    { description: "seen from the heart: straight to the nearest, as it is walked, and the gates that bar it" },
  ),
  pins: Pins,
});
export type GapClusterDetail = Static<typeof GapClusterDetail>;

export const DependenceQuery = asked({ ...question, limit: PageSize, cursor: Cursor });
export const DependencePage = Type.Object({
  ...pageOf(
    Type.Object({
      facility: FacilityPoint,
      community: Name,
      nearestTo: PeopleSum,
      solely: PeopleSum,
    }),
  ).properties,
  total: Type.Integer({ description: "facilities of the category" }),
  limitM: Type.Number(),
  pins: Pins,
});

export const ClosureQuery = asked({
  ...inArea,
  facility: Type.String({ description: "ref of the facility that closes" }),
  limit: PageSize,
  cursor: Cursor,
});
export const Closure = Type.Object({
  facility: FacilityPoint,
  category: Type.String(),
  minutes: Type.Number(),
  limitM: Type.Number(),
  users: PeopleSum,
  stay: PeopleSum,
  lose: PeopleSum,
  unsure: PeopleSum,
  communities: Type.Array(
    Type.Object({
      ref: orNull(Type.String({ description: "null: outside every community" })),
      name: Name,
      users: PeopleSum,
      lose: PeopleSum,
      unsure: PeopleSum,
    }),
  ),
  turnTo: Type.Array(
    Type.Object({
      facility: orNull(FacilityPoint),
      stay: PeopleSum,
      lose: PeopleSum,
      unsure: PeopleSum,
      meanExtraSeconds: orNull(Type.Number()),
    }),
    {
      description: "to which facility the users turn, and how much farther they walk; null: no walk to another is left",
    },
  ),
  ...pageOf(
    Type.Object({
      ref: Type.String(),
      position: Position,
      community: Name,
      households: orNull(Type.Integer()),
      residents: orNull(Type.Integer()),
      estimated: Type.Boolean({ description: "some figure of people is an estimate" }),
      beforeSeconds: Type.Number(),
      verdict: GapVerdict,
      reason: orNull(UnknownReason),
      next: orNull(Type.Object({ facility: FacilityPoint, seconds: Type.Number(), extraSeconds: Type.Number() })),
    }),
  ).properties,
  pins: Pins,
});
