/** The register of facts that standards are held against: versions, units, facts, waivers, names that wait. @module */
import { type Static, Type } from "typebox";
import { AreaId, asked, Cursor, PageSize, pageOf, Words } from "./common.ts";
import { UnitRef } from "./standards.ts";

const Text = Type.Union([Type.String(), Type.Null()]);
const Day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "2015-06-30" });
const Pack = Type.String({ description: "id of a pack of standards: its words for items and facts" });
export const Office = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 100,
    description: "whoever changes it, as they call their office; never a person",
  }),
);

export const RegisterParams = Type.Object({ area: AreaId });
export const RowParams = Type.Object({ area: AreaId, id: Type.Integer({ minimum: 1 }) });
export const PackQuery = asked({ pack: Pack });
export const OfficeQuery = asked({ office: Office });

/** A unit of map or register. */
export const Unit = Type.Intersect([
  UnitRef,
  Type.Object({ onMap: Type.Boolean({ description: "false: the register alone knows it" }) }),
]);

export const Register = Type.Object({
  version: Type.Integer({ description: "the newest; 0: nothing was ever registered" }),
  versions: Type.Array(
    Type.Object({
      number: Type.Integer(),
      madeAt: Type.String(),
      office: Text,
      action: Type.Enum(["units", "facts", "prices", "change", "waiver", "name", "setting", "restore"]),
      pack: Text,
      file: Text,
      sha256: Text,
      changed: Type.Integer({ description: "facts, waivers, names or settings that it added, replaced or withdrew" }),
      restored: Type.Union([Type.Integer(), Type.Null()], {
        description: "the earlier version that it made count again",
      }),
    }),
    { description: "the newest first" },
  ),
});

export const RegisterUnits = Type.Object({
  items: Type.Array(
    Type.Intersect([
      Unit,
      Type.Object({
        setting: Type.Union([Type.Enum(["urban", "rural"]), Type.Null()]),
        age: Type.Union([Type.Enum(["old", "new"]), Type.Null()]),
        households: Type.Union([Type.Integer(), Type.Null()]),
        residents: Type.Union([Type.Integer(), Type.Null()]),
        facts: Type.Integer({ description: "facts that the register keeps of it" }),
      }),
    ]),
  ),
});

export const FactsQuery = asked({
  pack: Pack,
  unit: Type.Optional(Type.String({ description: "id of a unit: facts of it alone" })),
  cursor: Cursor,
  limit: PageSize,
});

export const FactsPage = Type.Intersect([
  pageOf(
    Type.Object({
      id: Type.Integer(),
      unit: Unit,
      kind: Text,
      item: Type.Union([Words, Type.Null()], { description: "what the pack calls the kind" }),
      place: Text,
      fact: Type.String(),
      name: Words,
      value: Type.Unknown({
        description:
          "a number, true or false, a day, not_done, urban, rural, old, new; {m2, basis} of an area; {passed, score} of an inspection; {goods} of a survey of prices; kinds of what it also serves as",
      }),
      since: Text,
      version: Type.Integer({ description: "version of the register that told it" }),
      madeAt: Type.String(),
      office: Text,
    }),
  ),
  Type.Object({ version: Type.Integer() }),
]);

/** One or more facts, all or none. */
export const FactsBody = asked({
  office: Office,
  facts: Type.Array(
    asked({
      unit: Type.String({ description: "id of the unit" }),
      item: Type.Optional(Text),
      place: Type.Optional(Text),
      fact: Type.String({ minLength: 1, description: "as the template heads it" }),
      value: Type.String({ minLength: 1, description: "as the table has it: 是, 120, 2015-06-30" }),
      since: Type.Optional(Type.Union([Day, Type.Null()])),
    }),
    { minItems: 1, maxItems: 1000 },
  ),
});
export type FactsBody = Static<typeof FactsBody>;

const SAID = "\\S";
const Named = Type.Union([Type.String({ maxLength: 200 }), Type.Null()]);
const Price = Type.Number({ exclusiveMinimum: 0, description: "CNY" });
/** Prices found on a day, a good in a market each; all or none. They stand beside what the survey of the day has. */
export const PricesBody = asked({
  office: Office,
  prices: Type.Array(
    asked({
      unit: Type.String({ description: "id of the unit" }),
      item: Type.String({ pattern: SAID, description: "id or name of an item whose prices the pack compares" }),
      place: Type.Optional(Named),
      on: Day,
      good: Type.String({ pattern: SAID, maxLength: 100 }),
      per: Type.String({ pattern: SAID, maxLength: 20, description: "what both prices are for: 斤, 次" }),
      cny: Price,
      market: Type.String({ pattern: SAID, maxLength: 100 }),
      marketCny: Price,
      source: Type.Optional(Named),
    }),
    { minItems: 1, maxItems: 1000 },
  ),
});

export const Changed = Type.Object({
  version: Type.Integer({ description: "version of the register that it made; the one before where nothing changed" }),
  changed: Type.Integer(),
});

const Facilities = Type.Integer({ description: "facilities that neither map nor register had, and that it adds" });
export const PricesChanged = Type.Intersect([Changed, Type.Object({ facilities: Facilities })]);

export const TableQuery = asked({
  pack: Type.Optional(Pack),
  office: Office,
  dryRun: Type.Optional(Type.Enum(["true", "false"], { description: "true: nothing is written" })),
});

const Refusals = Type.Array(
  Type.Object({ row: Type.Integer(), column: Type.String(), value: Type.String(), expected: Type.String() }),
);
const AskedNames = Type.Array(
  Type.Object({ street: Text, written: Type.String(), row: Type.Integer(), candidates: Type.Array(Unit) }),
  { description: "units that the table names and that are not surely one of the register: they wait for a person" },
);

export const TableTaken = Type.Object({
  file: Type.String(),
  version: Type.Union([Type.Integer(), Type.Null()], { description: "null: a dry run" }),
  changed: Type.Integer({ description: "facts that were, or of a dry run would be, added or replaced" }),
  facilities: Facilities,
  filled: Type.Integer({ description: "lines that say something" }),
  empty: Type.Integer(),
});
export type TableTaken = Static<typeof TableTaken>;

/** A problem with every cell that is at fault; nothing of the table was taken. */
export const TableRefused = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  fields: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
  refusals: Refusals,
  names: AskedNames,
});
export type TableRefused = Static<typeof TableRefused>;

export const WaiverBody = asked({
  pack: Pack,
  unit: Type.String(),
  requirement: Type.String(),
  reason: Type.String({ minLength: 1, maxLength: 500 }),
  office: Type.String({ minLength: 1, maxLength: 100, description: "the body that allows it, never a person" }),
  from: Day,
  until: Type.Optional(Type.Union([Day, Type.Null()])),
});
export type WaiverBody = Static<typeof WaiverBody>;

export const WaiverList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.Integer(),
      pack: Type.String(),
      unit: Unit,
      requirement: Type.String(),
      reason: Type.String(),
      office: Type.String(),
      from: Type.String(),
      until: Text,
      version: Type.Integer(),
    }),
  ),
});
export type WaiverList = Static<typeof WaiverList>;

export const NameList = Type.Object({
  waiting: Type.Array(
    Type.Object({
      street: Text,
      written: Type.String(),
      candidates: Type.Array(Unit, { description: "units that it may be" }),
      askedBy: Type.Array(Type.String(), { description: "task lists and requirements of the pack that hang on it" }),
      file: Text,
      row: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
  decided: Type.Array(
    Type.Object({
      street: Text,
      written: Type.String(),
      unit: Type.Union([Unit, Type.Null()], { description: "null: it is none of the register" }),
      office: Text,
      version: Type.Integer(),
    }),
  ),
});

export const NameBody = asked({
  pack: Pack,
  street: Type.Optional(Text),
  written: Type.String({ minLength: 1 }),
  unit: Text,
  office: Office,
});

export const TemplateQuery = asked({
  area: AreaId,
  street: Type.Optional(Type.String({ description: "a street office by name: only its own communities" })),
  table: Type.Enum(["facts", "prices"], {
    default: "facts",
    description: "facts, or prices of facilities and markets",
  }),
});
export const TemplateFileParams = Type.Object({
  pack: Pack,
  format: Type.Union([Type.Literal("xlsx"), Type.Literal("csv")]),
});
export type Register = Static<typeof Register>;
export type FactsPage = Static<typeof FactsPage>;
export type Changed = Static<typeof Changed>;
export type PricesChanged = Static<typeof PricesChanged>;
export type NameList = Static<typeof NameList>;
export type RegisterUnits = Static<typeof RegisterUnits>;
export type PricesBody = Static<typeof PricesBody>;
