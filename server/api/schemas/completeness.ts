/** How much of a set of categories is reached. @module */
import { Type } from "typebox";
import { asked, Cursor, PageSize, Pins, Position, pageOf } from "./common.ts";
import { PeopleCount, Tally, Verdict } from "./coverage.ts";
import { inArea } from "./question.ts";

const setQuestion = {
  ...inArea,
  set: Type.String({ description: "codes of categories with commas between, each once, such as pharmacy,clinic" }),
};

export const CompletenessQuery = asked({
  ...setQuestion,
  by: Type.Union([Type.Literal("area"), Type.Literal("subdistrict"), Type.Literal("community")], {
    default: "community",
  }),
});

const Text = Type.Union([Type.String(), Type.Null()]);
const UnitCompleteness = Type.Object({
  ref: Text,
  name: Text,
  parent: Text,
  /** covered: the whole set is reached; uncovered: something of it is known not to be; unknown: neither can be said. */
  residences: Tally,
  households: Tally,
  residents: Tally,
  residentShare: Type.Union([Type.Number(), Type.Null()], {
    description: "residents who reach the whole set ÷ those of whom that is known",
  }),
  meanReached: Type.Union([Type.Number(), Type.Null()], {
    description: "categories reached by a resident on average, over the residents in `reached`",
  }),
  reached: Type.Array(PeopleCount, {
    description: "by number of categories reached, 0 … size of the set, of those of whom every category is known",
  }),
  partlyUnknown: Type.Intersect([PeopleCount], {
    description: "those of whom some category is unknown: with `reached` they make up the total",
  }),
});

export const Completeness = Type.Object({
  set: Type.Array(Type.String()),
  minutes: Type.Number(),
  limitM: Type.Number(),
  whole: UnitCompleteness,
  units: Type.Array(UnitCompleteness),
  pins: Pins,
});

export const CompletenessPageQuery = asked({ ...setQuestion, limit: PageSize, cursor: Cursor });
const People = Type.Union([Type.Integer(), Type.Null()]);
export const CompletenessPage = pageOf(
  Type.Object({
    ref: Type.String(),
    position: Position,
    community: Text,
    households: People,
    residents: People,
    verdict: Verdict,
    reached: Type.Integer(),
    missing: Type.Integer({ description: "categories known not to be within the limit" }),
    unknown: Type.Integer(),
  }),
);
