/** Who is served: sums by unit, gaps, cells, one residence explained. @module */
import { type Static, Type } from "typebox";
import { Residence } from "./areas.ts";
import {
  asked,
  Cursor,
  Estimates,
  PageSize,
  Pins,
  Position,
  pageOf,
  UnknownCategories,
  UnknownReason,
} from "./common.ts";
import { inArea, question } from "./question.ts";
import { NearestFacility, Snapped } from "./walks.ts";

export const CoverageQuery = asked({
  ...question,
  by: Type.Union([Type.Literal("area"), Type.Literal("subdistrict"), Type.Literal("community")], {
    default: "community",
  }),
});

/** Sums over residences. covered + uncovered + unknown = total, in every column. */
const tally = { total: Type.Number(), covered: Type.Number(), uncovered: Type.Number(), unknown: Type.Number() };
export const Tally = Type.Object(tally);
export type Tally = Static<typeof Tally>;

const AgeTally = Type.Object({
  ...tally,
  unknownResidences: Type.Integer({ description: "residences that are not in it, as nobody knows their number" }),
});

const Share = Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]);
const Seconds = Type.Union([Type.Number({ minimum: 0 }), Type.Null()]);

/** Residences, and the known people in them. */
export const PeopleCount = Type.Object({
  residences: Type.Integer(),
  households: Type.Number(),
  residents: Type.Number(),
});

const unitCoverage = {
  ref: Type.Union([Type.String(), Type.Null()], { description: "null: residences outside every unit of the level" }),
  name: Type.Union([Type.String(), Type.Null()]),
  parent: Type.Union([Type.String(), Type.Null()]),
  bbox: Type.Union([Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]), Type.Null()]),
  residences: Tally,
  households: Tally,
  residents: Tally,
  ages: Type.Record(Type.String(), AgeTally, {
    description: "age group → its people; groups overlap and are never added up. Only groups that the data know of",
  }),
  /** covered ÷ (covered + uncovered), 0 … 1; null where nobody is known. */
  residentShare: Share,
  householdShare: Share,
  residenceShare: Share,
  /** unknown ÷ total; null where there is nobody. */
  residentUnknownShare: Share,
  householdUnknownShare: Share,
  residenceUnknownShare: Share,
  meanSeconds: Type.Union([Type.Number(), Type.Null()], {
    description: "mean walk of the residents whose walk is known, however long; null where nobody's is",
  }),
  p10Seconds: Seconds,
  p90Seconds: Type.Union([Type.Number(), Type.Null()], {
    description:
      "shortest walk that at least nine tenths of the residents with a known walk do not exceed; whoever has no walk at all, or an unknown one, is not among them: see `residentsWithoutWalk`, `residents.unknown`",
  }),
  gapSeconds: Type.Union([Type.Number(), Type.Null()], {
    description:
      "p90Seconds − p10Seconds, the interdecile range: how much farther the worst served tenth walks than the best served; null with fewer than 10 inhabited residences whose walk is known",
  }),
  residentsWithWalk: Type.Integer({ description: "residents whose walk is known: those of the mean and the tenths" }),
  residentsWithoutWalk: Type.Integer({ description: "uncovered residents from whom no walk leads to any facility" }),
  facilities: Type.Integer({ description: "facilities of the category inside the unit" }),
  facilitiesPer1000: Type.Union([Type.Number(), Type.Null()], {
    description: "of them per 1,000 known residents of the unit; null where nobody's number is known",
  }),
  servedFromOutside: Type.Intersect([PeopleCount], {
    description: "covered, and the nearest facility stands outside the unit; 0 for the whole area",
  }),
  estimatedResidences: Type.Integer({ description: "residences of which some figure of people is an estimate" }),
  estimates: Type.Object(
    { households: Type.Integer(), residents: Type.Integer(), ages: Type.Integer() },
    { description: "residences by the figure that is an estimate; of the age groups it takes one" },
  ),
  householdsUnknownResidences: Type.Integer({ description: "residences that are in no sum of households" }),
  residentsUnknownResidences: Type.Integer({ description: "residences that are in no sum of residents" }),
  peopleUnknownResidences: Type.Integer({
    description: "residences without any figure of people: counted as residences, in no sum of people",
  }),
  unknownReasons: Type.Record(Type.String(), Type.Integer(), { description: "reason → residences" }),
  unknownPeople: Type.Record(Type.String(), PeopleCount, {
    description: "reason → residences with the people in them",
  }),
};
/** Figures of the area, or of a drawn polygon. */
export const WholeCoverage = Type.Object(unitCoverage);
export type WholeCoverage = Static<typeof WholeCoverage>;

/** Figures of a unit, with its places among the units of its level. */
export const UnitCoverage = Type.Object({
  ...unitCoverage,
  rank: Type.Union([Type.Integer(), Type.Null()], {
    description:
      "1 for the largest share covered, of what `rankedBy` says; equal shares share the better rank. null where the share is unknown, and outside every unit",
  }),
  rankSharedBy: Type.Integer({ description: "units that hold this rank, this one included" }),
  unequalRank: Type.Union([Type.Integer(), Type.Null()], { description: "1 for the largest gapSeconds" }),
});
export type UnitCoverage = Static<typeof UnitCoverage>;

export const Coverage = Type.Object({
  category: Type.String(),
  minutes: Type.Number(),
  limitM: Type.Number(),
  facilitiesOffNetwork: Type.Integer({
    description: "facilities of the category without a street within 200 m: nobody can be shown to reach them",
  }),
  facilitiesClosedToProfile: Type.Integer({
    description: "facilities by streets that the profile cannot use: it is known not to reach them",
  }),
  facilityHours: Type.Union(
    [Type.Object({ open: Type.Integer(), closed: Type.Integer(), unknown: Type.Integer() }), Type.Null()],
    {
      description:
        "facilities of the category at the moment `at`; unknown: hours not given, not readable, or not the same every week; null where no moment is asked about",
    },
  ),
  rankedBy: Type.Union([Type.Literal("residents"), Type.Literal("households"), Type.Literal("residences")], {
    description:
      "whose share ranks the units: people where anybody's number is known, else households, else residences",
  }),
  whole: WholeCoverage,
  units: Type.Array(UnitCoverage),
  pins: Pins,
});
export type Coverage = Static<typeof Coverage>;

export const MinutesQuery = asked({
  ...question,
  by: Type.Union([Type.Literal("subdistrict"), Type.Literal("community")], {
    default: "community",
    description: "level of `unit`",
  }),
  unit: Type.Optional(Type.String({ description: "ref of a unit of the level; the whole area where it is left out" })),
});
/** How people spread over walks, minute by minute. */
export const CoverageMinutes = Type.Object({
  category: Type.String(),
  minutes: Type.Number(),
  limitM: Type.Number(),
  unit: Type.Union([Type.Object({ ref: Type.String(), name: Type.String() }), Type.Null()]),
  items: Type.Array(
    Type.Object({
      fromMinutes: Type.Number({ description: "exclusive, but for 0" }),
      toMinutes: Type.Number({ description: "inclusive" }),
      walks: Type.Intersect([PeopleCount], {
        description: "who walks so long; whoever is unknown at `minutes` is not here",
      }),
      residences: Tally,
      households: Tally,
      residents: Type.Intersect([Tally], {
        description: "coverage if `toMinutes` were the limit, as are the two before",
      }),
    }),
    {
      description:
        "every minute to twice the limit, the limit among them: walks up to it add up to what is covered at it; those beyond, `farther` and `without` to what is uncovered",
    },
  ),
  farther: Type.Intersect([PeopleCount], { description: "known walks beyond the last minute" }),
  without: Type.Intersect([PeopleCount], { description: "no walk leads to any facility, and that is known" }),
  unknown: Type.Intersect([PeopleCount], { description: "unknown at the limit" }),
  pins: Pins,
});
export type CoverageMinutes = Static<typeof CoverageMinutes>;

export const PolygonBody = asked({
  ...question,
  polygon: Type.Object(
    { type: Type.String(), coordinates: Type.Array(Type.Unknown()) },
    {
      description:
        "GeoJSON Polygon or MultiPolygon in WGS 84, 5,000 vertices at most, whose rings are closed and do not cross; residences and facilities are inside by their points, exactly on the border included",
    },
  ),
});
/** Figures of what is inside; walks lead across the border as if there were none. */
export const PolygonCoverage = Type.Object({
  category: Type.String(),
  minutes: Type.Number(),
  limitM: Type.Number(),
  facilitiesOffNetwork: Type.Integer(),
  facilitiesClosedToProfile: Type.Integer(),
  inside: WholeCoverage,
  pins: Pins,
});
export type PolygonCoverage = Static<typeof PolygonCoverage>;

export const Verdict = Type.Union([Type.Literal("covered"), Type.Literal("uncovered"), Type.Literal("unknown")]);

export const ResidencesQuery = asked({
  ...question,
  limits: Type.Optional(
    Type.String({ description: "more minutes with commas between, such as 5,10: facilities are counted within each" }),
  ),
  limit: PageSize,
  cursor: Cursor,
});
/** One residence: its verdict, its nearest facility, and what else it can choose from. */
export const ResidencesPage = pageOf(
  Type.Object({
    ref: Type.String(),
    position: Position,
    community: Type.Union([Type.String(), Type.Null()]),
    households: Type.Union([Type.Integer(), Type.Null()]),
    residents: Type.Union([Type.Integer(), Type.Null()]),
    estimated: Type.Boolean({ description: "some figure of people is an estimate" }),
    estimates: Estimates,
    verdict: Verdict,
    reason: Type.Union([UnknownReason, Type.Null()]),
    nearest: Type.Union([NearestFacility, Type.Null()]),
    second: Type.Union([
      Type.Object({
        facility: Type.Object({
          ref: Type.String(),
          name: Type.Union([Type.String(), Type.Null()]),
          position: Position,
        }),
        withinLimit: Type.Boolean(),
        seconds: Type.Number(),
      }),
      Type.Null(),
    ]),
    within: Type.Array(Type.Object({ minutes: Type.Number(), facilities: Type.Integer() }), {
      description: "facilities within each limit, that of `minutes` first",
    }),
  }),
);

export const GapsQuery = asked({
  ...question,
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
  ...question,
  resolution: Type.Integer({ minimum: 7, maximum: 11, default: 9 }),
});
export const Cell = Type.Object({
  h3: Type.String(),
  residents: Type.Number(),
  residences: Type.Integer(),
  residentsUnknownResidences: Type.Integer({ description: "residences that are in no sum of residents" }),
  meanSeconds: Type.Union([Type.Number(), Type.Null()]),
  covered: Type.Number(),
  uncovered: Type.Number(),
  unknown: Type.Number(),
});
export const Cells = Type.Object({ resolution: Type.Integer(), items: Type.Array(Cell), pins: Pins });

export const ResidenceQuery = asked({
  ...inArea,
  ref: Type.String(),
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
