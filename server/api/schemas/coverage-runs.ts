/** Analyses of a whole area that stay: asked, followed, read, compared. @module */
import { type Static, Type } from "typebox";
import { AreaId, At, asked, Cursor, Minutes, PageSize, Problem, ProfileId, pageOf, ScenarioId } from "./common.ts";
import { Coverage, UnitCoverage } from "./coverage.ts";

const Id = Type.String({ format: "uuid" });
const Refs = Type.Array(Type.String(), { minItems: 1, maxItems: 200, uniqueItems: true });
const OrNull = <T extends ReturnType<typeof Type.String>>(type: T) => Type.Union([type, Type.Null()]);

/** What a run is asked. */
export const RunRequest = asked({
  area: AreaId,
  categories: Type.Optional({ ...Refs, description: "every category of the area where absent" }),
  profiles: Type.Array(Type.String(), { minItems: 1, maxItems: 20, uniqueItems: true, default: ["adult"] }),
  minutes: Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 120 }), {
    minItems: 1,
    maxItems: 24,
    uniqueItems: true,
    default: [5, 10, 15],
  }),
  at: At,
  scenario: ScenarioId,
});

export const CoverageRun = Type.Object({
  id: Id,
  kind: Type.Literal("coverage"),
  area: Type.String(),
  release: Type.Integer(),
  question: Type.Object({
    categories: Type.Array(Type.String()),
    profiles: Type.Array(Type.String()),
    minutes: Type.Array(Type.Number()),
    at: OrNull(Type.String()),
    scenario: Type.Union([Type.Integer(), Type.Null()]),
  }),
  state: Type.Enum(["waiting", "running", "done", "failed", "cancelled", "interrupted"], {
    description: "interrupted: the service that computed it ended before it was done",
  }),
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  createdAt: Type.String({ format: "date-time" }),
  endedAt: OrNull(Type.String({ format: "date-time" })),
  problem: Type.Union([Problem, Type.Null()]),
  sha256: Type.Union([Type.String(), Type.Null()], {
    description: "of the bytes of the result: the same for the same pins",
  }),
});
export type CoverageRun = Static<typeof CoverageRun>;

export const RunsQuery = asked({ area: AreaId, limit: PageSize, cursor: Cursor });
export const CoverageRunPage = pageOf(CoverageRun);

/** By profile, category and minutes, in the order of the question. */
export const RunResult = Type.Object({
  area: Type.String(),
  question: CoverageRun.properties.question,
  pins: Type.Record(Type.String(), Coverage.properties.pins, { description: "by profile" }),
  coverage: Type.Array(
    Type.Intersect([
      Type.Omit(Coverage, ["pins", "units"]),
      Type.Object({
        profile: Type.String(),
        subdistricts: Type.Array(UnitCoverage),
        communities: Type.Array(UnitCoverage),
      }),
    ]),
  ),
});

export const CompareQuery = asked({
  to: Id,
  category: Type.String(),
  profile: ProfileId,
  minutes: Minutes,
  limit: PageSize,
  cursor: Cursor,
});
const ChangeTally = Type.Object({
  residences: Type.Integer(),
  households: Type.Integer(),
  residents: Type.Integer(),
});
const Changes = Type.Object({
  gained: ChangeTally,
  lost: ChangeTally,
  becameUnknown: ChangeTally,
  becameKnown: ChangeTally,
  added: ChangeTally,
  removed: ChangeTally,
});
const Side = Type.Union([
  Type.Object({
    covered: Type.Union([Type.Boolean(), Type.Null()], { description: "null where unknown" }),
    totalM: Type.Union([Type.Number(), Type.Null()]),
    facility: OrNull(Type.String()),
  }),
  Type.Null(),
]);
/** Two runs of one area, residence by residence; residences that did not change are left out. */
export const RunComparison = Type.Object({
  before: CoverageRun,
  after: CoverageRun,
  whole: Changes,
  communities: Type.Array(Type.Object({ ref: OrNull(Type.String()), changes: Changes })),
  residences: pageOf(
    Type.Object({
      ref: Type.String(),
      community: OrNull(Type.String()),
      households: Type.Union([Type.Integer(), Type.Null()]),
      residents: Type.Union([Type.Integer(), Type.Null()]),
      change: Type.String({ description: "gained, lost, becameUnknown, becameKnown, added, removed" }),
      before: Side,
      after: Side,
    }),
  ),
});
export type RunComparison = Static<typeof RunComparison>;
