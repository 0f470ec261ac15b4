/** Gap clusters, and what hangs on single facilities. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { closureIn, dependenceIn } from "../../analysis/dependence.ts";
import { gapClusterDetail } from "../../analysis/gap-cluster.ts";
import { gapClusterPage } from "../../analysis/gap-clusters.ts";
import { decodeOffset, nextOffset } from "../cursor.ts";
import { problems } from "../schemas/common.ts";
import {
  Closure,
  ClosureQuery,
  DependencePage,
  DependenceQuery,
  GapClusterDetail,
  GapClusterPage,
  GapClusterParams,
  GapClusterQuery,
  GapClustersQuery,
} from "../schemas/gaps.ts";
import type { Services } from "../services.ts";

export function gapRoutes({ desk, store }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/coverage/gap-clusters",
      {
        schema: {
          tags: ["coverage"],
          summary: "Uncovered residences as places: who is concerned, how far it is, and why",
          querystring: GapClustersQuery,
          response: { 200: GapClusterPage, ...problems },
        },
      },
      async ({ query }) => {
        const area = await desk.open(query.area, query.scenario);
        const offset = decodeOffset(query.cursor, area.edition);
        const page = await gapClusterPage(store.db, area, query, query.verdict, offset, query.limit);
        return { ...page, next: nextOffset(offset, page.items.length, page.total, area.edition) };
      },
    );

    app.get(
      "/coverage/gap-clusters/:id",
      {
        schema: {
          tags: ["coverage"],
          summary: "One gap cluster with its residences and the lines that explain it",
          params: GapClusterParams,
          querystring: GapClusterQuery,
          response: { 200: GapClusterDetail, ...problems },
        },
      },
      async ({ query, params }) =>
        gapClusterDetail(store.db, await desk.open(query.area, query.scenario), query, params.id),
    );

    app.get(
      "/coverage/dependence",
      {
        schema: {
          tags: ["coverage"],
          summary: "Facilities on which most people solely depend: no other of the category is within the limit",
          querystring: DependenceQuery,
          response: { 200: DependencePage, ...problems },
        },
      },
      async ({ query }) => {
        const area = await desk.open(query.area, query.scenario);
        const offset = decodeOffset(query.cursor, area.edition);
        const page = dependenceIn(area, query, offset, query.limit);
        return { ...page, next: nextOffset(offset, page.items.length, page.total, area.edition) };
      },
    );

    app.get(
      "/coverage/closure",
      {
        schema: {
          tags: ["coverage"],
          summary: "What happens if a facility closes: who loses cover, and who walks how much farther",
          querystring: ClosureQuery,
          response: { 200: Closure, ...problems },
        },
      },
      async ({ query }) => {
        const area = await desk.open(query.area, query.scenario);
        const offset = decodeOffset(query.cursor, area.edition);
        const closure = closureIn(area, query, offset, query.limit);
        const total = closure.lose.residences;
        return { ...closure, next: nextOffset(offset, closure.items.length, total, area.edition) };
      },
    );
  };
}
