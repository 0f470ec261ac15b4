/** Files to take along: XLSX, GeoPackage, GeoJSON, CSV. @module */
import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { OpenArea } from "../../analysis/open-area.ts";
import { exportFile } from "../../export/export-file.ts";
import { levelsOf, MEDIA_TYPES } from "../../export/formats.ts";
import { placeOrder } from "../../export/place-order.ts";
import { whenGone } from "../gone.ts";
import { languageOf } from "../language.ts";
import { AreaId, problems } from "../schemas/common.ts";
import { ExportQuery } from "../schemas/export.ts";
import type { Services } from "../services.ts";

const Params = Type.Object({ area: AreaId });
const CONTENT = Object.fromEntries(
  Object.entries(MEDIA_TYPES).map(([format, type]) => {
    const shape = format === "geojson" ? { type: "object" } : { type: "string", format: "binary" };
    return [type.split(";")[0], { schema: Type.Unsafe<Readable>(shape) }];
  }),
);

export function exportRoutes({ desk, store, catalogue }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/areas/:area/export",
      {
        schema: {
          tags: ["export"],
          summary: "Coverage as a file: a workbook, a GeoPackage, or one level as GeoJSON or CSV",
          params: Params,
          querystring: ExportQuery,
          response: { 200: { description: "the file", content: CONTENT }, ...problems },
        },
      },
      async ({ params, query: { format, level, category, lang, ...question }, headers }, reply) => {
        const levels = levelsOf(format, level);
        const language = lang ?? languageOf(headers["accept-language"]);
        const { scenario, ...limit } = question;
        const questions = ({ content }: OpenArea) =>
          (category.length > 0 ? [...new Set(category)] : content.facilities.categories).map((one) => {
            return { ...limit, category: one };
          });
        const asked = { area: params.area, questions, scenario, language };
        const order = await placeOrder(desk, store, catalogue, asked);
        const file = await exportFile(order, format, levels, whenGone(reply));
        return reply
          .type(file.mediaType)
          .header("content-disposition", disposition(file.name, file.plainName))
          .header("cache-control", "no-cache")
          .header("vary", "accept-language")
          .send(Readable.from(file.bytes));
      },
    );
  };
}

/** RFC 6266: the name in UTF-8, and one in ASCII for those who do not know it. */
function disposition(name: string, plainName: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`;
}
