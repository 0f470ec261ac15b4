/** Packs of standards, and what came of holding one against an area. @module */
import { type Static, Type } from "typebox";
import { AreaId, asked, Cursor, PageSize, ProfileId, pageOf, Words } from "./common.ts";

const Text = Type.Union([Type.String(), Type.Null()]);
const Number_ = Type.Union([Type.Number(), Type.Null()]);
const Bounds = Type.Union([
  Type.Object(
    { low: Number_, high: Number_ },
    { description: "known bounds, the same where it is known exactly; null: no bound" },
  ),
  Type.Null(),
]);
export const Verdict = Type.Enum(["pass", "fail", "unknown", "not_applicable", "waived", "not_due"]);
export type Verdict = Static<typeof Verdict>;
const Evidence = Type.Enum(["original", "S", "S2", "R"], {
  description:
    "original: read in the document; S: seen in a public source; S2: in a secondary one; R: recalled, not checked",
});

export const PackId = Type.Object({ pack: Type.String({ description: "id of a pack of standards" }) });

export const PackSummary = Type.Object({
  id: Type.String(),
  name: Words,
  document: Type.Object({ title: Type.String(), number: Text, authority: Type.String(), issued: Type.String() }),
  historic: Type.Boolean({ description: "older than the law and the national standards of today" }),
  requirements: Type.Integer(),
  unverified: Type.Integer({ description: "requirements of evidence S2 or R" }),
  parameters: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Words,
      default: Type.Union([Type.Number(), Type.String(), Type.Null()]),
    }),
  ),
});
export const PackList = Type.Object({ items: Type.Array(PackSummary) });
export type PackList = Static<typeof PackList>;

/** `reach_share=0.9`: a value to try. */
export const Settings = Type.Optional(
  Type.Array(Type.String({ pattern: "^[a-z][a-z0-9_.]*=.+$" }), {
    maxItems: 50,
    description:
      "parameters of the pack to try, name=value, given several times; left out, they are as the district has set them, else as the pack has them",
  }),
);
export const RegisterVersion = Type.Optional(
  Type.Integer({
    minimum: 0,
    description: "version of the register of facts; the newest where left out, 0: the map alone",
  }),
);
export const AsOf = Type.Optional(
  Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "day of the findings; today where left out" }),
);

export const StreetName = Type.Optional(
  Type.String({ description: "a street office by name: only its own communities" }),
);

/** What an answer rests on: the same pins give the same answer. */
export const StandardsPins = Type.Object({
  area: Type.String(),
  release: Type.Integer({ description: "version of the map of the area" }),
  datasets: Type.Record(Type.String(), Type.Integer()),
  register: Type.Integer({ description: "version of the register of facts; 0: none was ever registered" }),
  pack: Type.String(),
  settings: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String(), Type.Null()]), {
    description: "parameters that the district or the question has set; the others are as the pack has them",
  }),
  packHash: Type.String(),
  asOf: Type.String(),
  profile: Type.String(),
  algorithm: Type.String(),
});

export const UnitRef = Type.Object({
  id: Type.String(),
  name: Type.String(),
  level: Type.Enum(["district", "street", "community"]),
  street: Text,
});

export const FindingsQuery = asked({
  area: AreaId,
  asOf: AsOf,
  street: StreetName,
  profile: ProfileId,
  verdict: Type.Optional(Verdict),
  unit: Type.Optional(Type.String({ description: "id of a unit: findings of it alone" })),
  item: Type.Optional(Type.String({ description: "id of an item of the pack: findings of it alone" })),
  set: Settings,
  register: RegisterVersion,
  cursor: Cursor,
  limit: PageSize,
});

const PriceSurvey = Type.Object({
  on: Type.String(),
  goods: Type.Array(
    Type.Object({
      name: Type.String(),
      per: Type.String({ description: "what the prices are for: 斤, 次" }),
      cny: Type.Number({ description: "price in the facility" }),
      meanCny: Type.Number({ description: "mean of the markets" }),
      isDear: Type.Boolean({ description: "more than the requirement allows" }),
      markets: Type.Array(Type.Object({ market: Type.String(), cny: Type.Number(), source: Text })),
    }),
  ),
});

const SettingValue = Type.Union([Type.Number(), Type.String(), Type.Null()]);
const UsedSetting = Type.Object({
  id: Type.String(),
  name: Words,
  value: SettingValue,
  choice: Type.Union([Words, Type.Null()], {
    description: "the value by its name, where there are some to choose from",
  }),
  from: Type.Enum(["pack", "district", "question"], { description: "who says so" }),
  office: Text,
  setAt: Text,
  unusable: Type.Union(
    [
      Type.Object({ value: SettingValue, office: Type.String(), setAt: Type.String(), expected: Type.String() }),
      Type.Null(),
    ],
    { description: "what the district set and the pack, as it is now, does not allow: told, and not used" },
  ),
});

export const Finding = Type.Object({
  requirement: Type.String(),
  title: Words,
  kind: Type.String(),
  item: Type.Object({ id: Type.String(), zh: Type.String(), en: Type.String() }),
  unit: UnitRef,
  verdict: Verdict,
  reason: Text,
  measured: Bounds,
  asked: Bounds,
  shortfall: Number_,
  measure: Type.String({ description: "unit of measured, asked and shortfall" }),
  missing: Type.Array(Words),
  unknown: Type.Array(Words, { description: "facts that nobody knows, by their terms" }),
  wanted: Type.Array(Words, { description: "facts that would settle it, as the template heads them" }),
  evidence: Type.Array(Type.String()),
  facilities: Type.Array(Type.String(), {
    description: "names of the facilities among the evidence, where they have one",
  }),
  survey: Type.Union([PriceSurvey, Type.Null()], {
    description: "the survey of prices that decided: the newest of the day or before",
  }),
  clause: Type.String(),
  strength: Type.Enum(["must", "generally", "in_principle", "encouraged", "open_list"]),
  counts: Type.Boolean({ description: "false: told as room for improvement only" }),
  sourceEvidence: Evidence,
  due: Text,
  lateDays: Number_,
  lateDaysSinceIssue: Number_,
  waiver: Type.Union([
    Type.Object({ reason: Type.String(), office: Type.String(), from: Type.String(), until: Text }),
    Type.Null(),
  ]),
  lead: Type.Array(Words),
  settings: Type.Array(UsedSetting, { description: "parameters of the pack that it hangs on" }),
  note: Type.Union([Words, Type.Null()]),
});
export type Finding = Static<typeof Finding>;

export const FindingsPage = Type.Intersect([
  pageOf(Finding),
  Type.Object({
    asOf: Type.String(),
    pins: StandardsPins,
    /** Of all findings that bind, whatever page and verdict were asked for. */
    verdicts: Type.Record(Type.String(), Type.Integer()),
  }),
]);
export type FindingsPage = Static<typeof FindingsPage>;

export const WorkbookQuery = asked({
  area: AreaId,
  asOf: AsOf,
  street: StreetName,
  profile: ProfileId,
  set: Settings,
  register: RegisterVersion,
  lang: Type.Optional(Type.Enum(["zh", "en"], { description: "of the sheets; that of the request where left out" })),
});
