/** Search by name. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { searchNames } from "../../analysis/search.ts";
import { AreaId, problems } from "../schemas/common.ts";
import { SearchAnswer, SearchQuery } from "../schemas/search.ts";
import type { Services } from "../services.ts";

export function searchRoutes({ desk }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/areas/:area/search",
      {
        schema: {
          tags: ["areas"],
          summary: "Places by name: units, residences, streets, facilities",
          params: Type.Object({ area: AreaId }),
          querystring: SearchQuery,
          response: { 200: SearchAnswer, ...problems },
        },
      },
      async ({ params, query }) => searchNames(await desk.open(params.area, query.scenario), query.q, query.limit),
    );
  };
}
