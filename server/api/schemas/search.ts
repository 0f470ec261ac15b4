/** Places by their names. @module */
import { type Static, Type } from "typebox";
import { asked, BBox, Position, ScenarioId } from "./common.ts";

export const SearchQuery = asked({
  q: Type.String({
    minLength: 1,
    maxLength: 60,
    description:
      "a part of the name: characters, full pinyin, initials, or any mixture; case, spaces and marks do not matter",
  }),
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 10 }),
  scenario: ScenarioId,
});

export const FoundPlace = Type.Object({
  kind: Type.Union([
    Type.Literal("subdistrict"),
    Type.Literal("community"),
    Type.Literal("residence"),
    Type.Literal("street"),
    Type.Literal("facility"),
  ]),
  ref: Type.Union([Type.String(), Type.Null()], { description: "null for a street, which is known by its name alone" }),
  name: Type.String(),
  category: Type.Union([Type.String(), Type.Null()], { description: "of a facility" }),
  within: Type.Union([Type.String(), Type.Null()], {
    description: "community that it stands in, or subdistrict that a community belongs to",
  }),
  position: Position,
  bbox: Type.Union([BBox, Type.Null()], { description: "of a unit or a street" }),
});
export type FoundPlace = Static<typeof FoundPlace>;

/** Best first: letter for letter before pinyin, whole names before beginnings before parts, then by kind and length. */
export const SearchAnswer = Type.Object({
  items: Type.Array(FoundPlace),
  total: Type.Integer({ description: "places that answer, those not listed included" }),
});
export type SearchAnswer = Static<typeof SearchAnswer>;
