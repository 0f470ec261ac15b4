/** Files to take along: what may be asked of one. @module */
import { type Static, Type } from "typebox";
import { asked } from "./common.ts";
import { circumstances } from "./question.ts";

const Level = Type.Union([
  Type.Literal("area"),
  Type.Literal("subdistrict"),
  Type.Literal("community"),
  Type.Literal("gap"),
  Type.Literal("facility"),
  Type.Literal("residence"),
  Type.Literal("cell"),
]);

export const ExportQuery = asked({
  format: Type.Union([Type.Literal("xlsx"), Type.Literal("gpkg"), Type.Literal("geojson"), Type.Literal("csv")], {
    default: "xlsx",
  }),
  level: Type.Array(Level, {
    default: [],
    maxItems: 7,
    description:
      "given once a level; without any, all of them in xlsx and gpkg, communities in geojson and csv, which hold one",
  }),
  category: Type.Array(Type.String(), {
    default: [],
    maxItems: 100,
    description: "given once a category; without any, every category of the area",
  }),
  ...circumstances,
  lang: Type.Optional(
    Type.Union([Type.Literal("zh"), Type.Literal("en")], { description: "else as Accept-Language prefers" }),
  ),
});

/** What is inside a drawn polygon, as a file. */
export const PolygonExportQuery = asked({
  polygon: Type.String({
    maxLength: 4000,
    description: "corners in WGS 84, such as 104.30,38.10_104.31,38.10_104.31,38.11; the last is joined to the first",
  }),
  format: ExportQuery.properties.format,
  category: ExportQuery.properties.category,
  ...circumstances,
  lang: ExportQuery.properties.lang,
});
export type ExportQuery = Static<typeof ExportQuery>;
