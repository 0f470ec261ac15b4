/** Scenarios: named lists of changes over an area's base. @module */
import { type Static, Type } from "typebox";
import { AreaId, asked, Cursor, PageSize, Problem, pageOf } from "./common.ts";

/** As sent: one off the globe is told as such. */
const AnyPosition = Type.Tuple([Type.Number(), Type.Number()], { description: "lon, lat in WGS 84" });
const TextOrNull = Type.Union([Type.String(), Type.Null()]);

/** What a change consists of depends on its kind; anything else in it is refused. */
export const Change = Type.Object(
  {
    kind: Type.Union(
      [
        Type.Literal("add_facility", { description: "ref, category, position; name, openingHours, capacity" }),
        Type.Literal("move_facility", { description: "ref, position" }),
        Type.Literal("close_facility", { description: "ref" }),
        Type.Literal("set_category", { description: "ref, category" }),
        Type.Literal("set_opening_hours", { description: "ref, openingHours" }),
        Type.Literal("set_capacity", { description: "ref, capacity" }),
        Type.Literal("close_street", {
          description:
            "edge, or at (the street there, up to the next junctions), or from and to (the way between them)",
        }),
        Type.Literal("open_street", { description: "edge, or at: a private street becomes public" }),
        Type.Literal("close_gate", { description: "at" }),
        Type.Literal("open_gate", { description: "at; residences, which may then be left there" }),
        Type.Literal("add_path", {
          description: "line from street to street, straight between its points; name, steps",
        }),
      ],
      {
        description:
          "what is changed, and which of the fields below it needs; after the semicolon what may be left out",
      },
    ),
    ref: Type.Optional(Type.String()),
    name: Type.Optional(TextOrNull),
    category: Type.Optional(Type.String()),
    position: Type.Optional(AnyPosition),
    openingHours: Type.Optional(TextOrNull),
    capacity: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
    edge: Type.Optional(Type.Integer({ description: "number of an edge, valid for one version of the streets" })),
    at: Type.Optional(AnyPosition),
    from: Type.Optional(AnyPosition),
    to: Type.Optional(AnyPosition),
    residences: Type.Optional(Type.Array(Type.String())),
    line: Type.Optional(Type.Array(AnyPosition)),
    steps: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Change = Static<typeof Change>;

/** Taken as they come and read by the one reader of both faces, which says of each what its kind lacks. */
export const ChangesAsked = Type.Unsafe<unknown>({ description: "list of changes, as in `changes` of a scenario" });

export const ScenarioBody = asked({
  area: AreaId,
  name: Type.String(),
  changes: ChangesAsked,
});

const Revision = Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: "the revision that was read" });
export const ScenarioChangeBody = asked({ name: Type.String(), changes: ChangesAsked, revision: Revision });
export const ScenarioRemoveQuery = asked({ revision: Revision });
export const ScenarioParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });
export const ScenariosQuery = asked({ area: AreaId, limit: PageSize, cursor: Cursor });

/** A change that does not apply to the current release, and why. */
export const StaleChange = Type.Object({
  index: Type.Integer({ description: "from 0, in `changes`" }),
  change: Change,
  problem: Type.Pick(Problem, ["code", "detail", "fields"]),
});
export type StaleChange = Static<typeof StaleChange>;

const entry = {
  id: Type.Integer(),
  area: Type.String(),
  name: Type.String(),
  revision: Type.Integer({ description: "counts up with every change; to be named by whoever changes it" }),
  release: Type.Integer({ description: "release on which all changes applied when they were written" }),
  createdAt: Type.String({ format: "date-time" }),
  updatedAt: Type.String({ format: "date-time" }),
};

export const ScenarioEntry = Type.Object({ ...entry, changeCount: Type.Integer() });
export type ScenarioEntry = Static<typeof ScenarioEntry>;
export const ScenarioPage = pageOf(ScenarioEntry);

export const Scenario = Type.Object({
  ...entry,
  currentRelease: Type.Integer(),
  changes: Type.Array(Change),
  touched: Type.Object(
    {
      categories: Type.Array(Type.String(), { description: "categories of which facilities change" }),
      streets: Type.Boolean({ description: "true where streets or gates change, and with them every category" }),
    },
    { description: "what may differ from the base" },
  ),
  stale: Type.Array(StaleChange, {
    description: "changes that do not apply to the current release and are left out of every answer",
  }),
});
export type Scenario = Static<typeof Scenario>;
