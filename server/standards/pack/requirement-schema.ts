/** The closed set of kinds of requirement, as a schema: what an official may write, and what the code may read. @module */
import { type Static, Type } from "typebox";
import {
  Amount,
  Clause,
  Condition,
  Day,
  Evidence,
  Id,
  Level,
  OneOf,
  Share,
  Strength,
  Strict,
  Words,
} from "./values.ts";

/** Each value that differs by case: the first case that applies, else the value itself. */
const Bounds = {
  at_least: Type.Optional(Amount),
  at_most: Type.Optional(Amount),
  cases: Type.Optional(
    Type.Array(Strict({ when: Condition, at_least: Type.Optional(Amount), at_most: Type.Optional(Amount) })),
  ),
};
/** Whether all facilities of the item must comply, or one of them suffices. */
const Each = { each: Type.Optional(Type.Boolean()) };
/** Of whom the fact is told; of a facility of the item by default. */
const Subject = { of: Type.Optional(OneOf("facility", "unit")) };

/** What is counted or measured for a ratio. */
export const Quantity = Type.Union([
  OneOf("households", "residents", "communities", "streets"),
  Strict({ figure: Id }),
  Strict({ area_of: Type.Array(Id, { minItems: 1 }) }),
  Strict({ count_of: Type.Array(Id, { minItems: 1 }) }),
]);
export type Quantity = Static<typeof Quantity>;

const Entry = Type.Union([Id, Strict({ term: Id, at_least: Type.Number({ exclusiveMinimum: 0 }) })]);

/** What each kind asks, beside what all requirements carry. */
const CHECKS = {
  /** So many facilities, teams or boards of the item. `usual_up_to` is told and never failed. */
  count: {
    at_least: Amount,
    usual_up_to: Type.Optional(Type.Number({ minimum: 1 })),
    /** Only those that came to be on this day or later. */
    new_since: Type.Optional(Day),
  },
  /** A share of the residents within a walk of any of the categories. Without a threshold it is told, and not judged. */
  reach: {
    categories: Type.Array(Id, { minItems: 1 }),
    minutes: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    metres: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    measured: Type.Optional(OneOf("walk", "straight")),
    share_at_least: Type.Optional(Amount),
  },
  /** A distance rule, judged by the spacing engine under this id. */
  spacing: { rule: Type.String({ minLength: 1 }), metres: Type.Number({ exclusiveMinimum: 0 }) },
  /** Square metres of a facility or a room. `or_sum_of` raises the total to what its rooms ask together. */
  floor_area: {
    ...Bounds,
    ...Each,
    basis: Type.Optional(OneOf("gross", "net", "any")),
    shared: Type.Optional(OneOf("allowed", "refused")),
    or_sum_of: Type.Optional(Type.Array(Id, { minItems: 1 })),
  },
  /** One number of a facility or a unit: books, members, seats, the floor it lies on. */
  figure: { figure: Id, ...Bounds, ...Subject, ...Each },
  /** A quantity for so many of another: 1 for 400 households, 50 m² for 100. */
  ratio: {
    over: Quantity,
    under: Quantity,
    per: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    at_least: Type.Optional(Amount),
    cases: Type.Optional(Type.Array(Strict({ when: Condition, at_least: Amount }))),
    round: Type.Optional(OneOf("up")),
    never_below: Type.Optional(Type.Number({ minimum: 0 })),
    ...Subject,
    ...Each,
  },
  /** Things that must be there or be so; `stated` is the number that the document gives where it names fewer. */
  checklist: {
    entries: Type.Array(Entry, { minItems: 1 }),
    at_least: Type.Optional(Type.Integer({ minimum: 1 })),
    stated: Type.Optional(Type.Integer({ minimum: 1 })),
    ...Subject,
    ...Each,
  },
  opening: {
    days_per_week: Type.Optional(Type.Number({ minimum: 1, maximum: 7 })),
    services_per_day: Type.Optional(Type.Number({ minimum: 1 })),
  },
  /** Prices of the facility against those of a survey of comparable markets, averaged over the goods surveyed. */
  price: { relation: OneOf("below_market", "not_above_market_average") },
  /** A share, or a number, of units below that meet another requirement, or have so much floor area. */
  share: {
    units: OneOf("community", "street"),
    where: Type.Union([
      Strict({ requirement: Id }),
      Strict({ item: Id, area_at_least: Type.Number({ minimum: 0 }) }),
      Strict({ mark: Id }),
      Strict({ figure: Id, at_least: Type.Number({ minimum: 0 }) }),
    ]),
    among: Type.Optional(Condition),
    share_at_least: Type.Optional(Amount),
    not_meeting_at_most: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  /** Work that is done on a day, or again every so often. */
  step: { step: Id, every: Type.Optional(OneOf("day", "week", "month", "year")), ...Subject },
  /** An inspection that was passed, with a score where the document gives one. */
  acceptance: { score_at_least: Type.Optional(Amount) },
} as const;
export type Kind = keyof typeof CHECKS;
export const KINDS = Object.keys(CHECKS) as Kind[];

const Milestone = Strict({ by: Day, share: Share });

/** What every requirement carries. */
const CARRIED = {
  id: Id,
  item: Id,
  title: Type.Optional(Strict(Words)),
  clause: Clause,
  strength: Strength,
  level: Type.Optional(Level),
  applies: Type.Optional(Condition),
  from: Type.Optional(Day),
  due: Type.Optional(Day),
  until: Type.Optional(Day),
  milestones: Type.Optional(Type.Array(Milestone, { minItems: 1, description: "share of units below by a day" })),
  /** Of requirements of one group the one that asks most binds. */
  group: Type.Optional(Id),
  lead: Type.Optional(Type.Array(Id)),
  evidence: Type.Optional(Evidence),
  note: Type.Optional(Strict(Words)),
};

export const REQUIREMENTS = {
  count: Strict({ ...CARRIED, kind: Type.Literal("count"), ...CHECKS.count }),
  reach: Strict({ ...CARRIED, kind: Type.Literal("reach"), ...CHECKS.reach }),
  spacing: Strict({ ...CARRIED, kind: Type.Literal("spacing"), ...CHECKS.spacing }),
  floor_area: Strict({ ...CARRIED, kind: Type.Literal("floor_area"), ...CHECKS.floor_area }),
  figure: Strict({ ...CARRIED, kind: Type.Literal("figure"), ...CHECKS.figure }),
  ratio: Strict({ ...CARRIED, kind: Type.Literal("ratio"), ...CHECKS.ratio }),
  checklist: Strict({ ...CARRIED, kind: Type.Literal("checklist"), ...CHECKS.checklist }),
  opening: Strict({ ...CARRIED, kind: Type.Literal("opening"), ...CHECKS.opening }),
  price: Strict({ ...CARRIED, kind: Type.Literal("price"), ...CHECKS.price }),
  share: Strict({ ...CARRIED, kind: Type.Literal("share"), ...CHECKS.share }),
  step: Strict({ ...CARRIED, kind: Type.Literal("step"), ...CHECKS.step }),
  acceptance: Strict({ ...CARRIED, kind: Type.Literal("acceptance"), ...CHECKS.acceptance }),
};
/** A requirement as it is written. */
export type WrittenRequirement = { [K in Kind]: Static<(typeof REQUIREMENTS)[K]> }[Kind];
