/** A pack by its parts, and its findings as pages look at them: units by items, progress, money. @module */
import { type Static, Type } from "typebox";
import { AreaId, asked, Cursor, PageSize, ProfileId, pageOf, Words } from "./common.ts";
import {
  AsOf,
  Finding,
  PackSummary,
  RegisterVersion,
  Settings,
  StandardsPins,
  StreetName,
  UnitRef,
  Verdict,
} from "./standards.ts";

const Text = Type.Union([Type.String(), Type.Null()]);
const Number_ = Type.Union([Type.Number(), Type.Null()]);
const Item = Type.Object({ id: Type.String(), zh: Type.String(), en: Type.String() });
export const PackDetail = Type.Intersect([
  PackSummary,
  Type.Object({
    published: Text,
    validFrom: Type.String(),
    validTo: Text,
    evidence: Type.String(),
    groups: Type.Array(Type.Object({ id: Type.String(), name: Words, clause: Text })),
    notes: Type.Array(Words),
    ambiguities: Type.Array(Type.Object({ id: Type.String(), text: Words }), {
      description: "contradictions and gaps of the document, and how each is treated",
    }),
    priced: Type.Array(
      Type.Object({
        ...Item.properties,
        level: Type.Enum(["district", "street", "community"], { description: "whose shops they are" }),
      }),
      { description: "items whose prices are compared with those of markets" },
    ),
    emptySlots: Type.Union(
      [Type.Object({ name: Words, stated: Type.Integer(), loaded: Type.Integer() }), Type.Null()],
      { description: "items that the document counts and does not list" },
    ),
  }),
]);
export type PackDetail = Static<typeof PackDetail>;

const VIEW = {
  area: AreaId,
  asOf: AsOf,
  street: StreetName,
  profile: ProfileId,
  set: Settings,
  register: RegisterVersion,
};
export const ViewQuery = asked(VIEW);

const Tally = Type.Object({
  pass: Type.Integer(),
  fail: Type.Integer(),
  unknown: Type.Integer(),
  not_applicable: Type.Integer(),
  waived: Type.Integer(),
  not_due: Type.Integer(),
});
const Cell = Type.Object({
  verdict: Verdict,
  tally: Tally,
  binds: Type.Boolean({ description: "false: encouraged alone, counted in no total" }),
  lateDays: Number_,
});

export const Matrix = Type.Object({
  asOf: Type.String(),
  pins: StandardsPins,
  verdicts: Type.Record(Type.String(), Type.Integer()),
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Words,
      group: Text,
      form: Type.Enum(["facility", "room", "team", "board", "unit"]),
      clause: Text,
      lead: Type.Array(Words),
      unverified: Type.Integer({ description: "its requirements of evidence S2 or R" }),
    }),
  ),
  rows: Type.Array(
    Type.Object({
      unit: UnitRef,
      cells: Type.Array(Type.Union([Cell, Type.Null()]), {
        description: "in the order of the items: the worst that is certain; null where nothing is asked at this level",
      }),
    }),
  ),
  totals: Type.Array(
    Type.Object({
      unit: UnitRef,
      communities: Type.Integer(),
      tallies: Type.Array(Type.Union([Tally, Type.Null()]), {
        description: "communities by the verdict of their cells, in the order of the items",
      }),
      all: Tally,
    }),
  ),
});
export type Matrix = Static<typeof Matrix>;

export const Progress = Type.Object({
  asOf: Type.String(),
  pins: StandardsPins,
  issued: Type.String(),
  milestones: Type.Array(
    Type.Object({
      requirement: Type.String(),
      title: Words,
      item: Item,
      unit: UnitRef,
      by: Type.String({ description: "last day, inclusive" }),
      shareAsked: Type.Number(),
      total: Type.Integer(),
      yes: Type.Integer(),
      no: Type.Integer(),
      unknown: Type.Integer(),
      asked: Type.Integer({ description: "units that make the share, rounded up" }),
      verdict: Verdict,
      shortfall: Number_,
      percent: Number_,
      clause: Type.String(),
      lead: Type.Array(Words),
      retroactive: Type.Boolean({ description: "due before the document was issued" }),
    }),
  ),
  late: Type.Array(Finding, { description: "past their day: not met, longest first; then met, but late" }),
  acceptances: Type.Array(
    Type.Object({
      unit: UnitRef,
      item: Item,
      on: Type.String(),
      passed: Type.Boolean(),
      score: Number_,
      scoreAsked: Number_,
      due: Text,
    }),
  ),
});
export type Progress = Static<typeof Progress>;

const PaymentState = Type.Enum(["owed", "unknown", "refused", "not_stated"], {
  description: "unknown: a fact that decides is missing, and nothing is paid",
});
export const MoneyQuery = asked({
  ...VIEW,
  unit: Type.Optional(Type.String({ description: "id of a unit: it and what lies in it" })),
  state: Type.Optional(PaymentState),
  cursor: Cursor,
  limit: PageSize,
});
const Sum = { owedCny: Type.Number(), unknownLines: Type.Integer() };
export const PaymentLine = Type.Object({
  subsidy: Type.String(),
  name: Words,
  payment: Words,
  item: Item,
  unit: UnitRef,
  thing: Type.Union([Type.Object({ id: Type.String(), name: Text }), Type.Null()]),
  state: PaymentState,
  cny: Number_,
  isAtLeast: Type.Boolean(),
  basis: Type.Enum(["each", "per_month", "per_year", "per_m2", "per_figure", "at_cost", "not_stated"]),
  eachCny: Number_,
  times: Number_,
  timesOf: Type.Union([Words, Type.Null()]),
  shares: Type.Array(Type.Object({ payer: Words, cny: Type.Number() })),
  obstacles: Type.Array(Type.Object({ certain: Type.Boolean(), reason: Type.String(), about: Words })),
  due: Text,
  clause: Type.String(),
});
export type PaymentLine = Static<typeof PaymentLine>;
export const MoneyPage = Type.Intersect([
  pageOf(PaymentLine),
  Type.Object({
    asOf: Type.String(),
    pins: StandardsPins,
    count: Type.Integer({ description: "lines that are asked for, on all pages" }),
    total: Type.Object({
      ...Sum,
      states: Type.Object({
        owed: Type.Integer(),
        unknown: Type.Integer(),
        refused: Type.Integer(),
        not_stated: Type.Integer(),
      }),
    }),
    byItem: Type.Array(Type.Object({ item: Item, ...Sum })),
    byStreet: Type.Array(Type.Object({ unit: Type.Union([UnitRef, Type.Null()]), ...Sum })),
    ceilings: Type.Array(
      Type.Object({
        subsidy: Type.String(),
        name: Words,
        item: Item,
        things: Type.Integer(),
        eachCny: Type.Number(),
        totalCny: Type.Number(),
        clause: Type.String(),
      }),
      { description: "what it comes to where all that the document names is built and accepted" },
    ),
  }),
]);
export type MoneyPage = Static<typeof MoneyPage>;
