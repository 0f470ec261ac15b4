/** Versions of an area: who made them, when, of what; what differs between two. @module */
import { type Static, Type } from "typebox";
import { Counts, Dataset } from "./areas.ts";
import { asked, Lat, Lon } from "./common.ts";

const VersionNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
export const Office = Type.String({
  maxLength: 100,
  description: "whoever does it, as they call their office; no person's name",
});

export const Version = Type.Object({
  release: Type.Integer({ description: "number within the area" }),
  current: Type.Boolean({ description: "the one that every question is answered from" }),
  releasedAt: Type.String({ format: "date-time" }),
  office: Type.Union([Type.String(), Type.Null()]),
  restored: Type.Union([Type.Integer(), Type.Null()], {
    description: "the earlier release whose datasets it took up again; null for an import",
  }),
  counts: Counts,
  datasets: Type.Array(Dataset),
});
export type Version = Static<typeof Version>;

export const VersionList = Type.Object({ items: Type.Array(Version, { description: "the newest first" }) });
export type VersionList = Static<typeof VersionList>;

export const RestoreBody = asked({
  restore: VersionNumber,
  office: Type.Optional(Type.Union([Office, Type.Null()])),
});
export type RestoreBody = Static<typeof RestoreBody>;

export const CompareQuery = asked({ from: VersionNumber, to: VersionNumber });
export const VersionParam = VersionNumber;

const RowCount = Type.Integer({ minimum: 0 });

export const VersionChanges = Type.Object({
  area: Type.String(),
  from: Type.Integer(),
  to: Type.Integer(),
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      before: Type.Union([Dataset, Type.Null()]),
      after: Type.Union([Dataset, Type.Null()]),
      sameDataset: Type.Boolean({ description: "both releases hold the very same dataset" }),
      rows: Type.Union(
        [Type.Object({ added: RowCount, removed: RowCount, changed: RowCount, same: RowCount }), Type.Null()],
        { description: "by ref; null for streets, boundaries and population, which have no refs" },
      ),
      listed: Type.Array(
        Type.Object({
          change: Type.Union([Type.Literal("added"), Type.Literal("removed"), Type.Literal("changed")]),
          ref: Type.String(),
          name: Type.Union([Type.String(), Type.Null()]),
          position: Type.Union([Type.Tuple([Lon, Lat]), Type.Null()], {
            description: "where it is now, of a removed row where it was; units have none",
          }),
          fields: Type.Array(Type.String(), { description: "what differs, of a changed row" }),
        }),
        { description: "the first 500 of the kind" },
      ),
    }),
  ),
});
export type VersionChanges = Static<typeof VersionChanges>;
