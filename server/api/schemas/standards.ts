/** Packs of standards, and what came of holding one against an area. @module */
import { Type } from "typebox";
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
const Verdict = Type.Enum(["pass", "fail", "unknown", "not_applicable", "waived", "not_due"]);
const Evidence = Type.Enum(["original", "S", "S2", "R"], {
  description:
    "original: read in the document; S: seen in a public source; S2: in a secondary one; R: recalled, not checked",
});

export const PackId = Type.Object({ pack: Type.String({ description: "id of a pack of standards" }) });

export const PackList = Type.Object({
  items: Type.Array(
    Type.Object({
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
    }),
  ),
});

export const FindingsQuery = asked({
  area: AreaId,
  asOf: Type.Optional(
    Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "day of the findings; today by default" }),
  ),
  street: Type.Optional(Type.String({ description: "a street office by name: only its own communities" })),
  profile: ProfileId,
  verdict: Type.Optional(Verdict),
  cursor: Cursor,
  limit: PageSize,
});

const Finding = Type.Object({
  requirement: Type.String(),
  title: Words,
  item: Words,
  unit: Type.Object({ id: Type.String(), name: Type.String(), level: Type.String() }),
  verdict: Verdict,
  reason: Text,
  measured: Bounds,
  asked: Bounds,
  shortfall: Number_,
  measure: Type.String({ description: "unit of measured, asked and shortfall" }),
  missing: Type.Array(Words),
  evidence: Type.Array(Type.String()),
  clause: Type.String(),
  strength: Type.Enum(["must", "generally", "in_principle", "encouraged", "open_list"]),
  counts: Type.Boolean({ description: "false: told as room for improvement only" }),
  sourceEvidence: Evidence,
  due: Text,
  lateDays: Number_,
});

export const FindingsPage = Type.Intersect([
  pageOf(Finding),
  Type.Object({
    asOf: Type.String(),
    /** Of all findings that bind, whatever page and verdict were asked for. */
    verdicts: Type.Record(Type.String(), Type.Integer()),
  }),
]);
