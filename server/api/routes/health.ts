/** Whether the service and its store answer. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { Problem } from "../schemas/common.ts";
import type { Services } from "../services.ts";

const Health = Type.Object({ status: Type.Literal("ok"), store: Type.String(), postgis: Type.String() });

export function healthRoutes({ store }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/health",
      {
        schema: {
          tags: ["areas"],
          summary: "Is the service up, and what is its store",
          response: { 200: Health, 500: Problem },
        },
      },
      async () => {
        const { kind, postgis } = await store.describe();
        return { status: "ok" as const, store: kind, postgis };
      },
    );
  };
}
