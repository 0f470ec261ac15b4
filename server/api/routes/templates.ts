/** Templates of the tables that the import takes, to be filled in and brought back. @module */
import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { MEDIA_TYPES } from "../../export/formats.ts";
import { templateCsv, templateWorkbook } from "../../export/templates/template-file.ts";
import { TEMPLATE_KINDS, TEMPLATES } from "../../export/templates/templates.ts";
import { disposition } from "../disposition.ts";
import { problems } from "../schemas/common.ts";
import { TemplateList, TemplateParams } from "../schemas/templates.ts";

export function templateRoutes(): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/templates",
      {
        schema: {
          tags: ["imports"],
          summary: "Templates of tables, with what each column means",
          response: { 200: TemplateList, 500: problems[500] },
        },
      },
      async () => ({
        items: TEMPLATE_KINDS.map((kind) => {
          const { name, columns } = TEMPLATES[kind];
          return { kind, name, columns: columns.map((column) => ({ ...column })) };
        }),
      }),
    );

    app.get(
      "/templates/:kind/:format",
      {
        schema: {
          tags: ["imports"],
          summary: "A template with one example row, which the import takes back as it is",
          params: TemplateParams,
          response: { 200: { description: "the file", content: CONTENT }, ...problems },
        },
      },
      async ({ params: { kind, format } }, reply) => {
        const template = TEMPLATES[kind];
        const file = format === "csv" ? templateCsv(template) : Readable.from(templateWorkbook(template));
        return reply
          .type(MEDIA_TYPES[format])
          .header("content-disposition", disposition(`模板-${template.name.zh}.${format}`, `${kind}.${format}`))
          .send(file);
      },
    );
  };
}

const CONTENT = Object.fromEntries(
  [MEDIA_TYPES.csv, MEDIA_TYPES.xlsx].map((type) => [
    type.split(";")[0],
    { schema: Type.Unsafe<Readable | string>({ type: "string", format: "binary" }) },
  ]),
);
