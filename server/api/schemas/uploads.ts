/** Files that wait to be imported: what one is, its first rows, and what an import of several would take. @module */
import { type Static, Type } from "typebox";
import { asked, BBox, Position, Problem } from "./common.ts";
import { Office } from "./versions.ts";

const UploadId = Type.String({ pattern: "^[0-9a-f-]{36}$", description: "of an uploaded file that waits" });

export const Upload = Type.Object({
  id: Type.String(),
  file: Type.String({ description: "its name, as the user calls it" }),
  bytes: Type.Integer(),
  expiresAt: Type.String({ format: "date-time", description: "moves on whenever the file is used" }),
});
export type Upload = Static<typeof Upload>;

export const UploadRoom = Type.Object({
  waiting: Type.Object({ files: Type.Integer(), bytes: Type.Integer() }),
  limits: Type.Object({
    fileBytes: Type.Integer({ description: "of one file" }),
    totalBytes: Type.Integer({ description: "of all that wait" }),
    files: Type.Integer(),
    minutes: Type.Integer({ description: "since a file was last used; then it is removed" }),
  }),
});
export type UploadRoom = Static<typeof UploadRoom>;

export const FileKind = Type.Union([
  Type.Literal("osm"),
  Type.Literal("residences"),
  Type.Literal("facilities"),
  Type.Literal("communities"),
  Type.Literal("boundary"),
  Type.Literal("population"),
]);
export type FileKind = Static<typeof FileKind>;

const CrsText = Type.String({ maxLength: 100, description: "wgs84, gcj02, bd09, cgcs2000 or an EPSG code" });
const Mapping = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 1000 }), {
  description: "field → header of its column; an empty header: no column at all",
});

export const LookBody = asked({
  kind: Type.Optional(Type.Union([FileKind, Type.Null()], { description: "left out or null: guessed" })),
  crs: Type.Optional(Type.Union([CrsText, Type.Null()])),
  mapping: Type.Optional(Mapping),
  area: Type.Optional(
    Type.Union([Type.String({ maxLength: 63 }), Type.Null()], {
      description: "whose streets the points are held against; passed over where it has none yet",
    }),
  ),
  extract: Type.Optional(
    Type.Union([UploadId, Type.Null()], {
      description: "an uploaded OSM extract, whose streets come before those of the area",
    }),
  ),
});
export type LookBody = Static<typeof LookBody>;

const OrNull = { text: Type.Union([Type.String(), Type.Null()]), metres: Type.Union([Type.Number(), Type.Null()]) };
const Line = Type.Array(Position);

export const Preview = Type.Object({
  kind: Type.Union([FileKind, Type.Null()], { description: "as asked, else as guessed" }),
  guessed: Type.Union([FileKind, Type.Null()]),
  format: Type.Union([
    Type.Literal("osm"),
    Type.Literal("raster"),
    Type.Literal("csv"),
    Type.Literal("xlsx"),
    Type.Literal("geojson"),
  ]),
  table: Type.Union([
    Type.Object({
      header: Type.Array(Type.String()),
      rows: Type.Array(Type.Object({ row: Type.Integer(), cells: Type.Array(Type.String()) }), {
        description: "the first 20, long cells cut short",
      }),
      total: Type.Integer({ description: "rows below the header" }),
    }),
    Type.Null(),
  ]),
  fields: Type.Array(
    Type.Object({
      field: Type.String(),
      isNeeded: Type.Boolean(),
      header: Type.Union([Type.String(), Type.Null()], { description: "column it is read from" }),
    }),
  ),
  crsNeeded: Type.Boolean({ description: "an import needs a statement of the coordinate system" }),
  crsWritten: Type.Union([Type.String(), Type.Null()], { description: "what the file itself says" }),
  readings: Type.Array(
    Type.Object({
      crs: Type.String(),
      sampled: Type.Integer(),
      medianM: OrNull.metres,
      nineInTenM: OrNull.metres,
    }),
    { description: "distance to the nearest street as read in each system: the suggested one first, then the nearest" },
  ),
  suggested: Type.Union([Type.String(), Type.Null()], { description: "the system that the streets speak clearly for" }),
  swapped: Type.Boolean({ description: "latitudes stand where longitudes should" }),
  sketch: Type.Object({
    crs: OrNull.text,
    points: Type.Array(Position),
    lines: Type.Array(Line),
    rings: Type.Array(Line),
    box: Type.Union([BBox, Type.Null()]),
  }),
  extract: Type.Union([
    Type.Object({
      streetsKm: Type.Number(),
      facilities: Type.Integer(),
      residences: Type.Integer(),
      communities: Type.Integer(),
    }),
    Type.Null(),
  ]),
  raster: Type.Union([Type.Object({ columns: Type.Integer(), rows: Type.Integer() }), Type.Null()]),
  problem: Type.Union([Problem, Type.Null()], { description: "what stands in the way of taking it as this kind" }),
});
export type Preview = Static<typeof Preview>;

export const ImportOrder = asked({
  name: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
  office: Type.Optional(Type.Union([Office, Type.Null()])),
  files: Type.Array(
    asked({
      upload: UploadId,
      kind: FileKind,
      crs: Type.Optional(Type.Union([CrsText, Type.Null()])),
      mapping: Type.Optional(Mapping),
    }),
    { minItems: 1, maxItems: 6, description: "each kind at most once" },
  ),
});
export type ImportOrder = Static<typeof ImportOrder>;
