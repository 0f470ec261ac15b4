/** Where more sites serve most people who are not served: the question, the plan, the run that proves it. @module */
import { type Static, Type } from "typebox";
import { AreaId, asked, Minutes, Pins, Position, Problem, ProfileId, ScenarioId } from "./common.ts";
import { ExportQuery } from "./export.ts";
import { Change } from "./scenarios.ts";

const OneOf = <const Names extends readonly string[]>(...names: Names) =>
  Type.Unsafe<Names[number]>(Type.Union(names.map((name) => Type.Literal(name))));
const OrNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const Objective = OneOf("cover", "fewest", "median", "center");
const Count = Type.Integer({ minimum: 1, maximum: 1000 });

const simple = {
  area: AreaId,
  scenario: ScenarioId,
  category: Type.String(),
  sites: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1000, description: "most new sites; needed but for fewest" }),
  ),
  objective: Type.Unsafe<Static<typeof Objective>>({
    ...Objective,
    default: "cover",
    description:
      "cover: most people newly within the limit; fewest: fewest sites for a share of them; median: least walking of all; center: least worst walk",
  }),
  minutes: Minutes,
  profile: ProfileId,
  share: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 1,
    description: "of fewest: share of all people to be covered",
  }),
  spacingM: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 100_000,
      description: "straight metres that new sites keep from each other and from facilities of the category, inclusive",
    }),
  ),
  rule: Type.Optional(
    Type.String({ description: "id of a rule of spacing to be kept, as under /spacing; dates are not looked at" }),
  ),
  mostPerCommunity: Type.Optional(Count),
  onePerCommunity: Type.Boolean({ default: false }),
  equity: Type.Boolean({ default: false, description: "the worst-served community first; with cover" }),
  elderlyWeight: Type.Number({
    minimum: 1,
    maximum: 100,
    default: 1,
    description: "how many times somebody of 60 and over counts",
  }),
  candidates: Type.Integer({
    minimum: 1,
    maximum: 5000,
    default: 1000,
    description: "how many are looked at, at most",
  }),
  seconds: Type.Number({
    minimum: 0,
    maximum: 600,
    default: 30,
    description: "for the proof; 0 for the greedy answer alone",
  }),
  waitSeconds: Type.Number({
    minimum: 0,
    maximum: 10,
    default: 2,
    description: "whoever asks waits so long for the proof; after it the run is given, with the best plan so far",
  }),
};

export const SitingQuery = asked(simple);
export type SitingQuery = Static<typeof SitingQuery>;

const Ids = Type.Array(Type.String(), { default: [], maxItems: 1000, description: "ids of candidates" });
export const SitingBody = asked({
  ...simple,
  sources: Type.Array(OneOf("gate", "corner", "lattice"), { default: ["gate", "corner"] }),
  latticeM: Type.Number({ minimum: 10, maximum: 5000, default: 100 }),
  listed: Type.Array(
    asked({
      id: Type.String(),
      position: Position,
      name: Type.Optional(Type.String()),
      price: Type.Optional(Type.Number({ minimum: 0 })),
      capacity: Type.Optional(Type.Integer({ minimum: 0 })),
    }),
    { default: [], maxItems: 5000, description: "vacant premises and the like" },
  ),
  listedCrs: Type.Unsafe<"wgs84" | "gcj02" | "bd09">({
    ...OneOf("wgs84", "gcj02", "bd09"),
    default: "wgs84",
    description: "system of the positions of `listed`; of everything else WGS 84",
  }),
  signed: Type.Optional(
    Type.Array(Type.String(), {
      maxItems: 10_000,
      description: "refs of facilities that serve; all others of the category are then candidates, not signed yet",
    }),
  ),
  force: Ids,
  forbid: Ids,
  budget: Type.Optional(
    Type.Number({ minimum: 0, description: "of all sites together; a candidate without a price costs all of it" }),
  ),
  capacities: Type.Boolean({ default: false, description: "capacities of candidates bind" }),
});
export type SitingBody = Static<typeof SitingBody>;

const Source = OneOf("listed", "unsigned", "gate", "corner", "lattice");
const Site = Type.Object({
  rank: Type.Integer(),
  id: Type.String(),
  source: Source,
  name: OrNull(Type.String()),
  position: Position,
  street: OrNull(Type.String()),
  community: OrNull(Type.String()),
  gained: Type.Number({ description: "people newly within the limit beside those of the sites before it" }),
  elderlyGained: OrNull(Type.Number()),
  gain: OrNull(Type.Number()),
  loss: OrNull(Type.Number()),
  around: OrNull(Type.Number({ description: "people around it within the limit whom nothing serves yet" })),
  nearestTo: Type.Number(),
  replacement: OrNull(Type.Object({ id: Type.String(), position: Position, loss: Type.Number() })),
});

const answer = {
  objective: Objective,
  unit: OneOf("people", "sites", "person_minutes", "seconds"),
  value: Type.Number(),
  bound: Type.Number({ description: "no plan is better" }),
  gap: Type.Number({ minimum: 0, maximum: 1, description: "0 where the plan is proved to be the best" }),
  status: OneOf("optimal", "feasible"),
  method: OneOf("greedy", "exact"),
  stopped: OrNull(OneOf("time", "memory", "cancelled", "fault", "off")),
  category: Type.String(),
  minutes: Type.Number(),
  farthestMinutes: OrNull(
    Type.Number({
      description:
        "with median and center: a walk longer than this counts as long as this, as does whoever reaches no site within it",
    }),
  ),
  measure: OneOf("residents", "households", "residences"),
  people: Type.Object({
    total: Type.Number(),
    unknown: Type.Number({ description: "of whom it is unknown whether anything serves them: in no other sum" }),
    coveredBefore: Type.Number(),
    covered: Type.Number(),
    gained: Type.Number(),
  }),
  elderlyGained: OrNull(Type.Number()),
  sites: Type.Array(Site, { description: "in the order in which they pay" }),
  communities: Type.Array(
    Type.Object({
      ref: Type.String(),
      name: Type.String(),
      total: Type.Number(),
      coveredBefore: Type.Number(),
      covered: Type.Number(),
    }),
  ),
  curve: OrNull(Type.Array(Type.Object({ sites: Type.Integer(), value: Type.Number() }))),
  knee: OrNull(Type.Integer({ description: "number of sites after which the curve flattens" })),
  binds: Type.Array(
    Type.Object({
      kind: OneOf("sites", "spacing", "community", "budget"),
      id: Type.String(),
      position: Position,
      gain: Type.Number(),
      by: Type.Array(Type.String()),
    }),
    { description: "what keeps out the candidate that would add most" },
  ),
  candidates: Type.Object({
    found: Type.Integer(),
    kept: Type.Integer(),
    squareM: OrNull(Type.Number()),
    withoutStreet: Type.Integer(),
    tooNearFacilities: Type.Integer(),
  }),
  changes: Type.Array(Change, { description: "to be saved as a scenario" }),
  pins: Pins,
};
const SitingAnswer = Type.Object(answer);

export const Siting = Type.Object({ run: Type.String(), ...answer });
export type Siting = Static<typeof Siting>;
export type SitingAnswer = Static<typeof SitingAnswer>;

/** A plan in the making. */
export const SitingRun = Type.Object({
  id: Type.String(),
  kind: Type.Literal("siting"),
  area: Type.String(),
  state: OneOf("running", "done", "failed", "cancelled"),
  step: OneOf("laying_out", "waiting", "proving"),
  startedAt: Type.String({ format: "date-time" }),
  endedAt: OrNull(Type.String({ format: "date-time" })),
  answer: OrNull(SitingAnswer),
  problem: OrNull(Problem),
});
export type SitingRun = Static<typeof SitingRun>;

export const SitingCandidates = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      source: Source,
      name: OrNull(Type.String()),
      position: Position,
      street: OrNull(Type.String()),
      community: OrNull(Type.String()),
      price: OrNull(Type.Number()),
      tooNear: Type.Boolean({ description: "a facility stands nearer than the distance that was asked for" }),
    }),
  ),
});
export type SitingCandidates = Static<typeof SitingCandidates>;

export const SigningListQuery = asked({ lang: ExportQuery.properties.lang });
