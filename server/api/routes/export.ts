/** Files to take along: XLSX, GeoPackage, GeoJSON, CSV. @module */
import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { assertMeets, drawnPolygon } from "../../analysis/coverage-polygon.ts";
import type { OpenArea } from "../../analysis/open-area.ts";
import { type ExportFile, exportFile, exportPolygon } from "../../export/export-file.ts";
import { levelsOf, MEDIA_TYPES } from "../../export/formats.ts";
import { placeOrder } from "../../export/place-order.ts";
import { disposition } from "../disposition.ts";
import { whenGone } from "../gone.ts";
import { languageOf } from "../language.ts";
import { AreaId, problems } from "../schemas/common.ts";
import { ExportQuery, PolygonExportQuery } from "../schemas/export.ts";
import type { Services } from "../services.ts";

const Params = Type.Object({ area: AreaId });
const CONTENT = Object.fromEntries(
  Object.entries(MEDIA_TYPES).map(([format, type]) => {
    const shape = format === "geojson" ? { type: "object" } : { type: "string", format: "binary" };
    return [type.split(";")[0], { schema: Type.Unsafe<Readable>(shape) }];
  }),
);

export function exportRoutes({ desk, store, catalogue }: Services): FastifyPluginAsyncTypebox {
  const orderOf = (
    area: string,
    { category, lang, scenario, ...limit }: Omit<ExportQuery, "format" | "level">,
    accepted: string | undefined,
  ) => {
    const questions = ({ content }: OpenArea) =>
      (category.length > 0 ? [...new Set(category)] : content.facilities.categories).map((one) => {
        return { ...limit, category: one };
      });
    return placeOrder(desk, store, catalogue, { area, questions, scenario, language: lang ?? languageOf(accepted) });
  };

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
      async ({ params, query: { format, level, ...asked }, headers }, reply) => {
        const levels = levelsOf(format, level);
        const order = await orderOf(params.area, asked, headers["accept-language"]);
        return sendFile(reply, await exportFile(order, format, levels, whenGone(reply)));
      },
    );

    app.get(
      "/areas/:area/export/polygon",
      {
        schema: {
          tags: ["export"],
          summary: "Coverage inside a drawn polygon as a file",
          params: Params,
          querystring: PolygonExportQuery,
          response: { 200: { description: "the file", content: CONTENT }, ...problems },
        },
      },
      async ({ params, query: { format, polygon: corners, ...asked }, headers }, reply) => {
        const order = await orderOf(params.area, asked, headers["accept-language"]);
        const polygon = drawnPolygon(polygonThrough(corners));
        assertMeets(order.area, polygon);
        return sendFile(reply, exportPolygon(order, format, polygon, whenGone(reply)));
      },
    );
  };
}

function sendFile(reply: FastifyReply, file: ExportFile) {
  return reply
    .type(file.mediaType)
    .header("content-disposition", disposition(file.name, file.plainName))
    .header("cache-control", "no-cache")
    .header("vary", "accept-language")
    .send(Readable.from(file.bytes));
}

/** `lon,lat_lon,lat_…` as GeoJSON, closed; whether it is a polygon is for the analysis to say. */
function polygonThrough(corners: string): { type: "Polygon"; coordinates: number[][][] } {
  const ring = corners
    .split("_")
    .map((pair) => pair.split(",").map((part) => (part === "" ? Number.NaN : Number(part))));
  return { type: "Polygon", coordinates: [[...ring, ring[0]]] };
}
