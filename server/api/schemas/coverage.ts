/** Who is served: sums by unit, gaps, cells, one residence explained. @module */
import { type Static, Type } from "typebox";
import { Residence } from "./areas.ts";
import {
  AreaId,
  asked,
  Cursor,
  Minutes,
  PageSize,
  Pins,
  Position,
  ProfileId,
  pageOf,
  ScenarioId,
  UnknownCategories,
  UnknownReason,
} from "./common.ts";
import { NearestFacility, Snapped } from "./walks.ts";

export const CoverageQuery = asked({
  area: AreaId,
  scenario: ScenarioId,
  category: Type.String(),
  minutes: Minutes,
  profile: ProfileId,
  by: Type.Union([Type.Literal("area"), Type.Literal("subdistrict"), Type.Literal("community")], {
    default: "community",
  }),
});

/** Sums over residences. covered + uncovered + unknown = total, in every column. */
export const Tally = Type.Object({
  total: Type.Number(),
  covered: Type.Number(),
  uncovered: Type.Number(),
  unknown: Type.Number(),
});
export type Tally = Static<typeof Tally>;

export const UnitCoverage = Type.Object({
  ref: Type.Union([Type.String(), Type.Null()], { description: "null: residences outside every unit of the level" }),
  name: Type.Union([Type.String(), Type.Null()]),
  parent: Type.Union([Type.String(), Type.Null()]),
  bbox: Type.Union([Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]), Type.Null()]),
  residences: Tally,
  households: Tally,
  residents: Tally,
  /** covered ÷ (covered + uncovered), 0 … 1; null where nobody is known. */
  residentShare: Type.Union([Type.Number(), Type.Null()]),
  householdShare: Type.Union([Type.Number(), Type.Null()]),
  /** People-weighted mean of the known walks. */
  meanSeconds: Type.Union([Type.Number(), Type.Null()]),
  facilities: Type.Integer({ description: "facilities of the category inside the unit" }),
  estimatedResidences: Type.Integer({ description: "how many of the residences carry estimated people" }),
  peopleUnknownResidences: Type.Integer({
    description: "residences without any figure of people: counted as residences, in no sum of people",
  }),
  unknownReasons: Type.Record(Type.String(), Type.Integer(), { description: "reason → residences" }),
});
export type UnitCoverage = Static<typeof UnitCoverage>;

export const Coverage = Type.Object({
  category: Type.String(),
  minutes: Type.Number(),
  limitM: Type.Number(),
  facilitiesOffNetwork: Type.Integer({
    description: "facilities of the category without a street within 200 m: nobody can be shown to reach them",
  }),
  whole: UnitCoverage,
  units: Type.Array(UnitCoverage),
  pins: Pins,
});
export type Coverage = Static<typeof Coverage>;

export const GapsQuery = asked({
  area: AreaId,
  scenario: ScenarioId,
  category: Type.String(),
  minutes: Minutes,
  profile: ProfileId,
  limit: PageSize,
  cursor: Cursor,
});
export const Gap = Type.Object({
  residence: Residence,
  street: Type.Union([Type.String(), Type.Null()], {
    description: "name of the nearest street, to call the place by where the residence has no name",
  }),
  nearest: Type.Union([NearestFacility, Type.Null()]),
});
/** Uncovered residences, most residents first. */
export const GapPage = pageOf(Gap);
export type Gap = Static<typeof Gap>;

export const CellsQuery = asked({
  area: AreaId,
  scenario: ScenarioId,
  category: Type.String(),
  minutes: Minutes,
  profile: ProfileId,
  resolution: Type.Integer({ minimum: 7, maximum: 11, default: 9 }),
});
export const Cell = Type.Object({
  h3: Type.String(),
  residents: Type.Number(),
  residences: Type.Integer(),
  meanSeconds: Type.Union([Type.Number(), Type.Null()]),
  covered: Type.Number(),
  uncovered: Type.Number(),
  unknown: Type.Number(),
});
export const Cells = Type.Object({ resolution: Type.Integer(), items: Type.Array(Cell), pins: Pins });

export const ResidenceQuery = asked({
  area: AreaId,
  scenario: ScenarioId,
  ref: Type.String(),
  minutes: Minutes,
  profile: ProfileId,
});
/** One residence, explained for every category. */
export const ResidenceCoverage = Type.Object({
  residence: Residence,
  status: Type.Union([Type.Literal("ok"), UnknownReason]),
  snapped: Type.Union([Snapped, Type.Null()]),
  entrances: Type.Union([Type.Array(Position), Type.Null()], {
    description:
      "open gates or doors, of which every walk takes the best; null where walks start at the residence itself",
  }),
  limitM: Type.Number(),
  nearest: Type.Array(NearestFacility),
  missing: Type.Array(Type.String(), { description: "categories known not to be within the limit" }),
  unknown: UnknownCategories,
  pins: Pins,
});
export type ResidenceCoverage = Static<typeof ResidenceCoverage>;
