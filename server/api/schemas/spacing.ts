/** Spacing: what may be asked, and what is answered. @module */
import { type Static, type TSchema, Type } from "typebox";
import { AreaId, asked, BBox, Cursor, Minutes, PageSize, Position, ProfileId, ScenarioId, Words } from "./common.ts";
import { PeopleSum } from "./gaps.ts";

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Text = orNull(Type.String());
const Count = Type.Integer();

const Day = Type.Optional(
  Type.String({
    description:
      "day such as 2021-02-26, both ends inclusive: rules in force and facilities standing on it; today where left out",
  }),
);
const RuleId = Type.Optional(
  Type.String({ description: "id of a rule; without it those that the area is asked by default" }),
);
const Accuracy = Type.Optional(
  Type.Number({ minimum: 0, maximum: 10_000, description: "metres that the place may be off; counts before `source`" }),
);
const Source = Type.Union(
  [
    Type.Literal("unstated", { description: "10 m" }),
    Type.Literal("surveyed", { description: "0.1 m" }),
    Type.Literal("gps", { description: "5 m" }),
    Type.Literal("map", { description: "10 m" }),
    Type.Literal("geocoded", { description: "50 m" }),
  ],
  { default: "unstated", description: "how the position was found; converting it adds 0.5 m (GCJ-02) or 1 m (BD-09)" },
);
const Category = Type.String({ description: "code of the catalogue, such as clinic" });

export const SpacingRule = Type.Object({
  id: Type.String(),
  title: Words,
  jurisdiction: Type.Object({ code: Text, words: Words }),
  use: Type.Union([Type.Literal("by_default"), Type.Literal("when_named")]),
  areas: orNull(Type.Array(Type.String())),
  sameClass: Type.Array(Type.String()),
  between: orNull(Type.Tuple([Type.Array(Type.String()), Type.Array(Type.String())])),
  leastM: Type.Number({ description: "exactly so far complies" }),
  toleranceM: Type.Number(),
  measure: Type.Union([Type.Literal("straight_line"), Type.Literal("walking")]),
  from: Type.Union([Type.Literal("entrance"), Type.Literal("parcel_edge"), Type.Literal("unstated")]),
  to: Type.Union([Type.Literal("entrance"), Type.Literal("parcel_edge"), Type.Literal("unstated")]),
  parcelsUnknown: Type.Boolean({
    description: "edges of parcels are in no table: entrances are measured, and a survey is asked for",
  }),
  binds: Type.Union([Type.Literal("new_sites"), Type.Literal("existing_too")]),
  validFrom: Text,
  validUntil: Text,
  validityNote: orNull(Words),
  exemptions: Type.Array(Type.Object({ words: Words, nameContains: Type.Array(Type.String()) })),
  evidence: Type.Union([Type.Literal("S"), Type.Literal("S2"), Type.Literal("R")]),
  source: Type.Object({ title: Words, number: Text, clause: Text, quote: Text, address: Text }),
  notes: orNull(Words),
});
export type SpacingRule = Static<typeof SpacingRule>;

export const SpacedFacility = Type.Object({
  ref: Type.String(),
  name: Text,
  category: Type.String(),
  position: Position,
  subdistrict: Text,
  community: Text,
  openedOn: Text,
  closedOn: Text,
  positionSource: Type.String(),
  uncertaintyM: Type.Number(),
});
export type SpacedFacility = Static<typeof SpacedFacility>;

const BindingVerdict = Type.Union([Type.Literal("binds"), Type.Literal("does_not_bind"), Type.Literal("unknown")]);
const Binding = Type.Object({
  verdict: BindingVerdict,
  reason: Type.Union([
    Type.Literal("existing_too"),
    Type.Literal("later_opened_in_force"),
    Type.Literal("later_opened_outside"),
    Type.Literal("opening_unknown"),
  ]),
  laterOpenedOn: Text,
});

export const SpacingPair = Type.Object({
  rule: Type.String(),
  a: SpacedFacility,
  b: SpacedFacility,
  distanceM: Type.Number(),
  leastM: Type.Number(),
  shortfallM: Type.Number(),
  withinUncertainty: Type.Boolean({ description: "less is missing than both positions may be off" }),
  uncertaintyM: Type.Number(),
  binding: Binding,
  maybeSame: Type.Boolean({ description: "probably one facility under two names" }),
});
export type SpacingPair = Static<typeof SpacingPair>;

export const SpacingPins = Type.Object({
  area: Type.String(),
  release: Count,
  datasets: Type.Record(Type.String(), Count),
  algorithm: Type.String(),
  date: Type.String(),
  rules: Type.Record(Type.String(), Type.String(), { description: "rule → hash of all that it states" }),
  scenario: Type.Optional(Type.Object({ id: Count, revision: Count, staleChanges: Count })),
});

const BindingCounts = Type.Object({ binds: Count, does_not_bind: Count, unknown: Count });

export const RuleSummary = Type.Object({
  ...SpacingRule.properties,
  inForce: Type.Boolean({ description: "on the day; a rule that is not has no pairs" }),
  facilities: Count,
  pairs: Count,
  listed: Type.Integer({ description: "pairs that can be listed: the closest million" }),
  facilitiesInPairs: Count,
  clusters: Count,
  binding: BindingCounts,
  maybeSame: Count,
  notStanding: Type.Integer({ description: "facilities of the classes that had not opened yet, or had closed" }),
  exempt: Count,
  openingUnknown: Type.Integer({ description: "taken to have stood: nobody knows since when" }),
  offNetwork: Type.Integer({ description: "without a street near them: walks are not known" }),
});
export type RuleSummary = Static<typeof RuleSummary>;

const question = { area: AreaId, scenario: ScenarioId, rule: RuleId, date: Day };

export const SpacingQuery = asked({
  ...question,
  unit: Type.Optional(Type.String({ description: "ref of a subdistrict or community that one of both stands in" })),
  limit: PageSize,
  cursor: Cursor,
});
export const SpacingPage = Type.Object({
  date: Type.String(),
  rules: Type.Array(RuleSummary),
  items: Type.Array(SpacingPair),
  total: Count,
  binding: BindingCounts,
  maybeSame: Type.Integer({ description: "of all pairs that the filter leaves, as is `binding`" }),
  next: Text,
  pins: SpacingPins,
});
export type SpacingPage = Static<typeof SpacingPage>;

export const SpacingClustersQuery = asked({
  ...question,
  unit: Type.Optional(Type.String({ description: "ref of a subdistrict or community that one of them stands in" })),
  limit: PageSize,
  cursor: Cursor,
});
export const SpacingClustersPage = Type.Object({
  date: Type.String(),
  items: Type.Array(
    Type.Object({
      rule: Type.String(),
      id: Type.String(),
      facilities: Count,
      pairs: Count,
      leastMoves: Type.Integer({ description: "fewest moves that heal the cluster" }),
      mostMoves: Type.Integer({ description: "equal to leastMoves where the number is exact" }),
      move: orNull(Type.Array(Type.String(), { description: "refs: one way to heal it" })),
      members: Type.Array(SpacedFacility),
      bbox: BBox,
    }),
  ),
  total: Count,
  next: Text,
  pins: SpacingPins,
});
export type SpacingClustersPage = Static<typeof SpacingClustersPage>;

const X = Type.Number({ description: "longitude or easting in the system named by `crs`" });
export const CheckQuery = asked({
  ...question,
  category: Category,
  lon: Type.Optional(X),
  lat: Type.Optional(Type.Number({ description: "latitude or northing" })),
  crs: Type.String({ default: "wgs84", description: "wgs84, gcj02, bd09, cgcs2000 or an EPSG code" }),
  residence: Type.Optional(
    Type.String({ description: "ref of a residence instead of coordinates: its address point" }),
  ),
  source: Source,
  accuracy: Accuracy,
  except: Type.Optional(
    Type.String({ description: "ref of a facility that moves here, and so is not in its own way" }),
  ),
});
export type CheckQuery = Static<typeof CheckQuery>;

const CheckVerdict = Type.Union([Type.Literal("pass"), Type.Literal("fail"), Type.Literal("survey_needed")]);
const NearOne = Type.Object({
  facility: SpacedFacility,
  approvedBefore: Type.Boolean({ description: "an application approved earlier in the same batch" }),
  distanceM: orNull(Type.Number({ description: "by the rule's measure; null where no walk is known" })),
  straightM: Type.Number(),
  marginM: orNull(Type.Number({ description: "distance − what the rule asks" })),
  uncertaintyM: Type.Number({ description: "of both positions together" }),
  verdict: CheckVerdict,
});
export const SpacingCheck = Type.Object({
  verdict: Type.Union([
    Type.Literal("pass"),
    Type.Literal("fail"),
    Type.Literal("survey_needed", { description: "the margin is smaller than what both positions may be off" }),
    Type.Literal("not_applicable", { description: "no rule in force on the day concerns the class" }),
    Type.Literal("unknown", {
      description:
        "nobody of the register stands too near, but the place lies outside the area that it is a register of",
    }),
  ]),
  place: Type.Object({
    position: Position,
    original: Type.Object({ x: Type.Number(), y: Type.Number(), crs: Type.String() }),
    positionSource: Type.String(),
    uncertaintyM: Type.Number(),
    subdistrict: Text,
    community: Text,
  }),
  category: Type.String(),
  date: Type.String(),
  except: Text,
  rules: Type.Array(Type.Object({ rule: SpacingRule, verdict: CheckVerdict, near: Type.Array(NearOne) })),
  notInForce: Type.Array(SpacingRule),
  warnings: Type.Array(Type.Union([Type.Literal("far_from_streets"), Type.Literal("outside_area")])),
  number: Type.String({ description: "what a printed verdict is called" }),
  hash: Type.String({ description: "SHA-256 of the verdict, its reasons and pins: the same inputs have the same" }),
  pins: SpacingPins,
});
export type SpacingCheck = Static<typeof SpacingCheck>;

export const ZoneQuery = asked({ ...question, category: Category });
const Shape = Type.Object({
  type: Type.Literal("MultiPolygon"),
  coordinates: Type.Array(Type.Array(Type.Array(Type.Array(Type.Number())))),
});
export const SpacingZone = Type.Object({
  category: Type.String(),
  date: Type.String(),
  discs: Type.Array(
    Type.Object({ ref: Type.String(), name: Text, position: Position, radiusM: Type.Number(), rule: Type.String() }),
  ),
  forbidden: Shape,
  permitted: Shape,
  within: Type.Union([Type.Literal("boundary"), Type.Literal("streets")], {
    description: "streets: the area has no boundary, and the box round its streets is taken",
  }),
  walked: Type.Array(Type.String(), {
    description: "rules of walking distance in the picture; it is decided by a check",
  }),
  notDrawn: Type.Array(Type.String(), {
    description: "rules of walking distance about too many facilities to be drawn",
  }),
  pins: SpacingPins,
});
export type SpacingZone = Static<typeof SpacingZone>;

export const ServingQuery = asked({ ...question, category: Category, minutes: Minutes, profile: ProfileId });
export const SpacingServing = Type.Object({
  category: Type.String(),
  minutes: Type.Number(),
  date: Type.String(),
  stepM: Type.Number({ description: "places along the streets are looked at so far apart, and at every junction" }),
  places: Type.Array(
    Type.Object({
      position: Position,
      community: Text,
      subdistrict: Text,
      residents: Type.Number({ description: "now uncovered, whom one here would cover" }),
    }),
  ),
  gaps: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Text,
      street: Text,
      community: Text,
      position: Position,
      bbox: BBox,
      people: PeopleSum,
      unserved: PeopleSum,
    }),
    { description: "gaps with people whom no permitted place can serve, most of them first" },
  ),
  uncovered: PeopleSum,
  unserved: PeopleSum,
  pins: Type.Object({ ...SpacingPins.properties, profile: Type.String() }),
});
export type SpacingServing = Static<typeof SpacingServing>;

export const BatchBody = asked({
  ...question,
  csv: Type.Optional(
    Type.String({
      maxLength: 20_000_000,
      description: "a table: a header, then one application a row, in the order in which they came",
    }),
  ),
  file: Type.Optional(
    Type.String({
      maxLength: 30_000_000,
      pattern: "^[A-Za-z0-9+/]+={0,2}$",
      description: "instead of `csv`: such a table as it is, CSV in UTF-8 or GB18030 or XLSX, in base64",
    }),
  ),
  crs: Type.String({ description: "of its positions; must be stated" }),
  category: Type.Optional(Category),
});
export const SpacingBatch = Type.Object({
  items: Type.Array(Type.Object({ ref: Type.String(), row: Count, name: Text, check: SpacingCheck })),
  refused: Type.Array(
    Type.Object({
      row: orNull(Count),
      ref: Text,
      reason: Type.String(),
      words: Words,
      field: Text,
      value: Text,
      expected: Text,
    }),
  ),
  columns: Type.Record(Type.String(), Type.String()),
  date: Type.String(),
});
export type SpacingBatch = Static<typeof SpacingBatch>;

export const RulesQuery = asked({
  area: Type.Optional(AreaId),
  date: Day,
});
export const SpacingRules = Type.Object({
  date: Type.String(),
  items: Type.Array(Type.Object({ ...SpacingRule.properties, inForce: Type.Boolean(), byDefault: Type.Boolean() })),
});
export type SpacingRules = Static<typeof SpacingRules>;

const Language = Type.Optional(
  Type.Union([Type.Literal("zh"), Type.Literal("en")], { description: "else as Accept-Language prefers" }),
);
export const SpacingExportQuery = asked({ ...question, unit: Type.Optional(Type.String()), lang: Language });
export const CheckExportQuery = asked({ ...CheckQuery.properties, lang: Language });
export const BatchExportBody = asked({ ...BatchBody.properties, lang: Language });
