/** Findings from day to day, and two packs side by side. @module */
import { type Static, Type } from "typebox";
import { AreaId, asked, ProfileId, Words } from "./common.ts";
import { AsOf, Finding, RegisterVersion, Settings, StandardsPins, StreetName } from "./standards.ts";

const Day = (description: string) => Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description });

export const TrendQuery = asked({
  area: AreaId,
  from: Day("first day"),
  to: Day("last day, after the first; the last days of months between them are told too, 36 days at most"),
  street: StreetName,
  profile: ProfileId,
  set: Settings,
  register: RegisterVersion,
});

export const Trend = Type.Object({
  pins: StandardsPins,
  days: Type.Array(
    Type.Object({
      asOf: Type.String(),
      verdicts: Type.Record(Type.String(), Type.Integer(), { description: "of requirements that bind" }),
    }),
  ),
  movedCount: Type.Integer(),
  moved: Type.Array(Type.Object({ before: Type.String(), finding: Finding }), {
    description: "findings that bind whose verdict differs between the first day and the last, 1000 at most",
  }),
});

export type Trend = Static<typeof Trend>;

export const CompareQuery = asked({
  area: AreaId,
  a: Type.String({ description: "id of a pack of standards" }),
  b: Type.String({ description: "id of another" }),
  unit: Type.String({ description: "id of the unit" }),
  asOf: AsOf,
  street: StreetName,
  profile: ProfileId,
  register: RegisterVersion,
});

const Name = Type.Union([Words, Type.Null()]);
export const Compared = Type.Object({
  pins: Type.Object({ a: StandardsPins, b: StandardsPins }),
  items: Type.Array(
    Type.Object({
      kinds: Type.Array(Type.String(), { description: "kinds of facility that count as it" }),
      a: Name,
      b: Name,
      findingsA: Type.Array(Finding),
      findingsB: Type.Array(Finding),
    }),
  ),
});
export type Compared = Static<typeof Compared>;
