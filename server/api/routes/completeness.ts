/** Completeness: how much of a set of categories is reached, by unit and by residence. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { completenessOf, completenessRows, parseSet } from "../../analysis/completeness.ts";
import { decodeOffset, encodeOffset } from "../cursor.ts";
import { problems } from "../schemas/common.ts";
import { Completeness, CompletenessPage, CompletenessPageQuery, CompletenessQuery } from "../schemas/completeness.ts";
import type { Services } from "../services.ts";

export function completenessRoutes({ desk }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/coverage/completeness",
      {
        schema: {
          tags: ["coverage"],
          summary: "How many categories of a set are reached within the limit, by unit",
          querystring: CompletenessQuery,
          response: { 200: Completeness, ...problems },
        },
      },
      async ({ query }) =>
        completenessOf(await desk.open(query.area, query.scenario), { ...query, set: parseSet(query.set) }, query.by),
    );

    app.get(
      "/coverage/completeness/residences",
      {
        schema: {
          tags: ["coverage"],
          summary: "How many categories of a set every residence reaches",
          querystring: CompletenessPageQuery,
          response: { 200: CompletenessPage, ...problems },
        },
      },
      async ({ query }) => {
        const area = await desk.open(query.area, query.scenario);
        const offset = decodeOffset(query.cursor, area.edition);
        const rows = completenessRows(area, { ...query, set: parseSet(query.set) });
        const end = offset + query.limit;
        return { items: rows.slice(offset, end), next: end < rows.length ? encodeOffset(end, area.edition) : null };
      },
    );
  };
}
