/** Reach of one or many points, distances of pairs, one route. @module */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { distancesFor, routeFor } from "../../analysis/distances.ts";
import { reachFrom } from "../../analysis/reach.ts";
import { reachAsGeoJson } from "../../analysis/reach-geojson.ts";
import { parseMinutes, shapesFrom } from "../../analysis/reach-shapes.ts";
import { whenGone } from "../gone.ts";
import { communityAt } from "../places.ts";
import { problems } from "../schemas/common.ts";
import {
  Distances,
  DistancesBody,
  Reach,
  ReachGeoJson,
  ReachMany,
  ReachManyAnswer,
  ReachQuery,
  Route,
  RouteQuery,
} from "../schemas/walks.ts";
import type { Services } from "../services.ts";
import { answerJson } from "../shape-json.ts";

/** Shapes are thousands of numbers, for which a serializer made from the schema takes several times as long. */
const asJson = () => answerJson;

export function walkRoutes({ desk }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/reach",
      {
        serializerCompiler: asJson,
        schema: {
          tags: ["reach"],
          summary: "What can be walked to from a point, with the nearest of every category",
          querystring: ReachQuery,
          response: { 200: Type.Union([Reach, ReachGeoJson]), ...problems },
        },
      },
      async ({ query }) => {
        const area = await desk.open(query.area, query.scenario);
        const reach = reachFrom(area, query.profile, [query.lon, query.lat], query.minutes, query.at);
        const more = shapesFrom(area, query.profile, [query.lon, query.lat], {
          minutes: query.limits === undefined ? [query.minutes] : parseMinutes(query.limits),
          kind: query.limits === undefined ? null : query.shape,
          withLines: query.lines === "true",
        });
        return query.format === "geojson"
          ? reachAsGeoJson(reach, more)
          : { ...reach, ...more, community: communityAt(area, reach.origin) };
      },
    );

    app.post(
      "/reach",
      {
        serializerCompiler: asJson,
        schema: {
          tags: ["reach"],
          summary: "As GET, for many points",
          body: ReachMany,
          response: { 200: ReachManyAnswer, ...problems, 413: problems[400] },
        },
      },
      async ({ body }, reply) => {
        const area = await desk.open(body.area, body.scenario);
        const gone = whenGone(reply);
        const items = [];
        for (const origin of body.origins) {
          const reach = reachFrom(area, body.profile, origin, body.minutes, body.at);
          items.push({ ...reach, community: communityAt(area, origin) });
          // Other requests have their turn between two origins.
          await nextTurn();
          if (gone.aborted) break;
        }
        return { items };
      },
    );

    app.post(
      "/distances",
      {
        bodyLimit: 32 * 1024 * 1024,
        schema: {
          tags: ["reach"],
          summary: "Walks between pairs of points",
          body: DistancesBody,
          response: { 200: Distances, ...problems, 413: problems[400] },
        },
      },
      async ({ body }, reply) =>
        distancesFor(await desk.open(body.area, body.scenario), body.profile, body.pairs, whenGone(reply)),
    );

    app.get(
      "/route",
      {
        schema: {
          tags: ["reach"],
          summary: "The walk between two points, as a line",
          querystring: RouteQuery,
          response: { 200: Route, ...problems },
        },
      },
      async ({ query }) =>
        routeFor(
          await desk.open(query.area, query.scenario),
          query.profile,
          [query.fromLon, query.fromLat],
          [query.toLon, query.toLat],
        ),
    );
  };
}
