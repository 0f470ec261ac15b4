/** What a scenario changes for people, against the base. @module */
import { type Static, Type } from "typebox";
import { AreaId, At, asked, Cursor, Minutes, PageSize, Pins, Position, ProfileId } from "./common.ts";
import { Tally } from "./coverage.ts";
import { ChangesAsked, StaleChange } from "./scenarios.ts";
import { NearestFacility } from "./walks.ts";

const by = [
  Type.Literal("area", { description: "sums of the whole alone" }),
  Type.Literal("subdistrict"),
  Type.Literal("community"),
  Type.Literal("residence", { description: "residences whose verdict, walk or facility changes, page by page" }),
  Type.Literal("cell", { description: "H3 cells in which anything changes" }),
];
const Resolution = Type.Integer({ minimum: 7, maximum: 11, default: 9, description: "of cells" });

export const EffectQuery = asked({
  category: Type.String(),
  minutes: Minutes,
  profile: ProfileId,
  at: At,
  by: Type.Union(by, { default: "community" }),
  resolution: Resolution,
  limit: PageSize,
  cursor: Cursor,
});

export const EffectBody = asked({
  area: AreaId,
  changes: ChangesAsked,
  category: Type.String(),
  minutes: Minutes,
  profile: ProfileId,
  at: At,
  by: Type.Union(by, { default: "cell" }),
  resolution: Resolution,
  limit: PageSize,
});

/** after.covered − before.covered = gained − lost + gainedFromUnknown − lostToUnknown. */
const Shift = Type.Object({
  before: Tally,
  after: Tally,
  gained: Type.Number({ description: "uncovered before, covered after" }),
  lost: Type.Number({ description: "covered before, uncovered after" }),
  gainedFromUnknown: Type.Number(),
  lostToUnknown: Type.Number(),
});
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);

const AgeShift = Type.Object({
  residents: Shift,
  /** Residences of which nobody knows how many of the group live there: in no sum of the group. */
  residentsUnknown: Shift,
});

const UnitEffect = Type.Object({
  ref: Type.Union([Type.String(), Type.Null()], { description: "null: residences outside every unit of the level" }),
  name: TextOrNull,
  parent: TextOrNull,
  bbox: Type.Union([Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]), Type.Null()]),
  residences: Shift,
  households: Shift,
  residents: Shift,
  /** Residences whose number of residents nobody knows: in no sum of residents. */
  residentsUnknown: Shift,
  ages: Type.Record(Type.String(), AgeShift, {
    description: "age group → its people; groups of which anything is known in the area, which overlap",
  }),
  meanSecondsBefore: NumberOrNull,
  meanSecondsAfter: NumberOrNull,
});

const VerdictName = Type.Union([Type.Literal("covered"), Type.Literal("uncovered"), Type.Literal("unknown")]);
const ResidenceEffect = Type.Object({
  ref: Type.String(),
  position: Position,
  community: TextOrNull,
  households: NumberOrNull,
  residents: NumberOrNull,
  from: VerdictName,
  to: VerdictName,
  before: Type.Union([NearestFacility, Type.Null()]),
  after: Type.Union([NearestFacility, Type.Null()]),
});

const CellSide = Type.Object({
  covered: Type.Number(),
  uncovered: Type.Number(),
  unknown: Type.Number(),
  meanSeconds: NumberOrNull,
});
const CellEffect = Type.Object({
  h3: Type.String(),
  residences: Type.Integer(),
  residents: Type.Number(),
  before: CellSide,
  after: CellSide,
});

export const Effect = Type.Object({
  category: Type.String(),
  minutes: Type.Number(),
  limitM: Type.Number(),
  facilities: Type.Object(
    { before: Type.Integer(), after: Type.Integer() },
    { description: "facilities of the category in the area" },
  ),
  whole: UnitEffect,
  units: Type.Optional(Type.Array(UnitEffect)),
  residences: Type.Optional(
    Type.Object({
      items: Type.Array(ResidenceEffect, { description: "changed verdicts first, then most residents first" }),
      total: Type.Integer(),
      next: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  cells: Type.Optional(Type.Array(CellEffect)),
  stale: Type.Array(StaleChange, {
    description: "changes that do not apply to the current release: not in the effect",
  }),
  pins: Pins,
});
export type Effect = Static<typeof Effect>;
