/** Templates of tables: their columns and what those mean. @module */
import { type Static, Type } from "typebox";
import { Words } from "./common.ts";

const TemplateKind = Type.Union([
  Type.Literal("facilities"),
  Type.Literal("residences"),
  Type.Literal("population"),
  Type.Literal("applications", { description: "applications to open, as POST /spacing/batch takes them" }),
]);

export const TemplateList = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: TemplateKind,
      name: Words,
      columns: Type.Array(
        Type.Object({
          field: Type.String(),
          header: Type.String(),
          isNeeded: Type.Boolean(),
          note: Words,
          example: Type.String(),
        }),
      ),
    }),
  ),
});
export type TemplateList = Static<typeof TemplateList>;

export const TemplateParams = Type.Object({
  kind: TemplateKind,
  format: Type.Union([Type.Literal("xlsx"), Type.Literal("csv")]),
});
