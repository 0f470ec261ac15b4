/** Capacity: a second reading beside plain coverage. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { capacityBy } from "../../analysis/capacity.ts";
import { Capacity, CapacityQuery } from "../schemas/capacity.ts";
import { problems } from "../schemas/common.ts";
import type { Services } from "../services.ts";

export function capacityRoutes({ desk }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/coverage/capacity",
      {
        schema: {
          tags: ["coverage"],
          summary: "Who finds a place where facilities serve the nearest people first, until they are full",
          querystring: CapacityQuery,
          response: { 200: Capacity, ...problems },
        },
      },
      async ({ query }) => capacityBy(await desk.open(query.area, query.scenario), query, query.by),
    );
  };
}
