/** Who finds a place: capacities given out to the nearest people first. @module */
import { Type } from "typebox";
import { asked, Pins, Position } from "./common.ts";
import { question } from "./question.ts";

export const CapacityQuery = asked({
  ...question,
  demand: Type.String({
    default: "residents",
    description: "who wants a place: residents, households, or an age group such as under_3",
  }),
  by: Type.Union([Type.Literal("area"), Type.Literal("subdistrict"), Type.Literal("community")], {
    default: "community",
  }),
});

const OrNull = { ref: Type.Union([Type.String(), Type.Null()]), name: Type.Union([Type.String(), Type.Null()]) };

/** served + unserved + unknown + beyond = total. */
const CapacityUnit = Type.Object({
  ...OrNull,
  parent: Type.Union([Type.String(), Type.Null()]),
  total: Type.Integer(),
  served: Type.Integer(),
  unserved: Type.Integer({ description: "within the limit of facilities that are all full" }),
  unknown: Type.Integer({
    description:
      "no place is known of, and a facility of unknown capacity or hours may have one, or the walk is unknown",
  }),
  beyond: Type.Integer({ description: "no facility within the limit" }),
  residencesWithoutFigure: Type.Integer({ description: "residences whose people are unknown: in none of the sums" }),
});

const FacilityLoad = Type.Object({
  ref: Type.String(),
  name: OrNull.name,
  position: Position,
  community: Type.Union([Type.String(), Type.Null()]),
  capacity: Type.Union([Type.Integer(), Type.Null()], {
    description: "null: unknown, or its hours are; nobody is said to find a place there",
  }),
  assigned: Type.Integer(),
  demandWithin: Type.Integer({ description: "people within the limit of it" }),
  turnedAway: Type.Integer({ description: "people who came when it was full; some of them found another" }),
});

export const Capacity = Type.Object({
  category: Type.String(),
  minutes: Type.Number(),
  limitM: Type.Number(),
  demand: Type.String(),
  places: Type.Integer({ description: "of the facilities whose capacity is known" }),
  placesFree: Type.Integer(),
  facilitiesUncounted: Type.Integer({ description: "facilities that may be open, of unknown capacity or hours" }),
  whole: CapacityUnit,
  units: Type.Array(CapacityUnit),
  facilities: Type.Array(FacilityLoad, { description: "over-subscribed ones first" }),
  pins: Pins,
});
