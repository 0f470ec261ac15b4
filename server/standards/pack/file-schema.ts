/** What a file of a pack may hold. A pack is one folder: `pack.yaml` with the head, and further files by subject. @module */
import { type Static, Type } from "typebox";
import { REQUIREMENTS, type WrittenRequirement } from "./requirement-schema.ts";
import { Amount, Clause, Condition, Day, Evidence, Id, OneOf, Share, Strict, Words } from "./values.ts";

const Text = Type.String({ minLength: 1 });

/** The paper that the pack is taken from. */
const Head = Strict({
  id: Type.String({ pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" }),
  ...Words,
  document: Strict({
    title: Text,
    number: Type.Optional(Text),
    authority: Text,
    issued: Day,
    /** Further dates under which it is known, such as that of its posting. */
    published: Type.Optional(Day),
  }),
  validity: Strict({ from: Day, to: Type.Optional(Day) }),
  /** Older than the law and the national standards of today: results are told with its date. */
  historic: Type.Optional(Type.Boolean()),
  evidence: Evidence,
  whole: Type.Optional(Strict(Words)),
  carries_out: Type.Optional(Type.Array(Text, { description: "packs of a higher level that it carries out" })),
  notes: Type.Optional(Type.Array(Strict(Words))),
});

const Item = Strict({
  id: Id,
  ...Words,
  group: Type.Optional(Id),
  /** A place, a room of one, a group of persons, a board, or the unit itself. */
  form: Type.Optional(OneOf("facility", "room", "team", "board", "unit")),
  /** Kinds of facility of the register that count as it; the id itself where nothing is said. */
  kinds: Type.Optional(Type.Array(Id, { minItems: 1 })),
  aliases: Type.Optional(Type.Array(Text)),
  /** The same thing under another name of this pack. */
  same_as: Type.Optional(Id),
  lead: Type.Optional(Type.Array(Id)),
  with: Type.Optional(Type.Array(Id)),
  clause: Type.Optional(Clause),
});

/** A yes/no fact, a number or a piece of work that facts and requirements call by one name. */
const Term = Strict({ id: Id, ...Words, form: OneOf("mark", "figure", "step"), unit: Type.Optional(Text) });

const Parameter = Strict({
  id: Id,
  ...Words,
  clause: Type.Optional(Clause),
  default: Type.Union([Type.Number(), Text, Type.Null()]),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  choices: Type.Optional(Type.Array(Strict({ id: Id, ...Words }), { minItems: 2 })),
  /** Not from the document: set by the district, or taken from elsewhere. */
  suggested: Type.Optional(Strict(Words)),
});

const TaskList = Strict({
  id: Id,
  ...Words,
  item: Id,
  clause: Clause,
  total: Type.Integer({ minimum: 0 }),
  streets: Type.Array(
    Strict({ street: Text, count: Type.Integer({ minimum: 0 }), communities: Type.Array(Text, { minItems: 1 }) }),
    { minItems: 1 },
  ),
});

/** A contradiction or a gap of the document, and how it is treated here. */
const Ambiguity = Strict({ id: Type.String({ pattern: "^A\\d+$" }), ...Words, touches: Type.Array(Id) });

/** Two spellings that may be one place: for a person to confirm. */
const Suspected = Strict({ street: Text, names: Type.Array(Text, { minItems: 2 }) });

const Payment = Strict({
  ...Words,
  /** For each thing that is accepted, each month, each year, each square metre or each piece; by cost; or not stated. */
  basis: OneOf("each", "per_month", "per_year", "per_m2", "per_figure", "at_cost", "not_stated"),
  cny: Type.Optional(Amount),
  at_least: Type.Optional(Type.Boolean()),
  /** The number that is multiplied: bicycles, members, square metres. */
  figure: Type.Optional(Id),
  /** How many pieces each thing is given, where the document fixes it. */
  times: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
  /** A yes/no fact of the facility that this part hangs on. */
  mark: Type.Optional(Id),
  /** Months are counted from this day. */
  since: Type.Optional(Day),
  split: Type.Optional(Type.Array(Strict({ payer: Id, share: Share }), { minItems: 2 })),
});
export type Payment = Static<typeof Payment>;

const Subsidy = Strict({
  id: Id,
  ...Words,
  item: Id,
  clause: Clause,
  level: Type.Optional(OneOf("district", "street", "community")),
  /** Requirements that must be met, each of them. */
  requires: Type.Optional(Type.Array(Id)),
  applies: Type.Optional(Condition),
  /** Accepted no later than this day. */
  due: Type.Optional(Day),
  accepted: Type.Optional(Type.Boolean()),
  /** Built or newly formed no earlier than this day. */
  new_since: Type.Optional(Day),
  mark: Type.Optional(Id),
  excludes: Type.Optional(Type.Array(Id)),
  unless_parameter: Type.Optional(Strict({ parameter: Id, value: Text })),
  payments: Type.Array(Payment, { minItems: 1 }),
  payer: Type.Optional(Id),
  /** What it comes to where all is met: the number of things stated, or that of a task list. */
  ceiling: Type.Optional(
    Type.Union([
      Strict({ count: Type.Integer({ minimum: 0 }) }),
      Strict({ list: Id }),
      Strict({ fixed: Type.Number() }),
    ]),
  ),
});

/** A list of values is no tuple to the type of a union, which is therefore said. */
const Requirement = Type.Unsafe<WrittenRequirement>(Type.Union(Object.values(REQUIREMENTS)));

export const PackFile = Strict({
  pack: Type.Optional(Head),
  groups: Type.Optional(Type.Array(Strict({ id: Id, ...Words, clause: Type.Optional(Clause) }))),
  offices: Type.Optional(Type.Array(Strict({ id: Id, ...Words }))),
  parameters: Type.Optional(Type.Array(Parameter)),
  terms: Type.Optional(Type.Array(Term)),
  items: Type.Optional(Type.Array(Item)),
  requirements: Type.Optional(Type.Array(Requirement)),
  subsidies: Type.Optional(Type.Array(Subsidy)),
  task_lists: Type.Optional(Type.Array(TaskList)),
  suspected_names: Type.Optional(Type.Array(Suspected)),
  ambiguities: Type.Optional(Type.Array(Ambiguity)),
  empty_slots: Type.Optional(
    Strict({ ...Words, stated: Type.Integer({ minimum: 1 }), clause: Clause, loaded: Type.Array(Id) }),
  ),
});

export type WrittenPack = Static<typeof PackFile>;
export type Head = Static<typeof Head>;
export type Item = Static<typeof Item>;
export type Term = Static<typeof Term>;
export type Parameter = Static<typeof Parameter>;
export type TaskList = Static<typeof TaskList>;
export type Ambiguity = Static<typeof Ambiguity>;
export type Suspected = Static<typeof Suspected>;
export type WrittenSubsidy = Static<typeof Subsidy>;
