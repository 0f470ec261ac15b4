/** Coverage: sums by unit, gaps, cells, one residence explained. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { cellsOf } from "../../analysis/cells.ts";
import { choicesRows } from "../../analysis/choices.ts";
import { coverageBy } from "../../analysis/coverage.ts";
import { coverageByMinutes } from "../../analysis/coverage-minutes.ts";
import { assertMeets, coverageInside, drawnPolygon } from "../../analysis/coverage-polygon.ts";
import { parseMinutes } from "../../analysis/reach-shapes.ts";
import { explainResidence, gapsOf } from "../../analysis/residence-rows.ts";
import { decodeOffset, nextOffset } from "../cursor.ts";
import { residencesNamed } from "../places.ts";
import { problems } from "../schemas/common.ts";
import {
  Cells,
  CellsQuery,
  Coverage,
  CoverageMinutes,
  CoverageQuery,
  GapPage,
  GapsQuery,
  MinutesQuery,
  PolygonBody,
  PolygonCoverage,
  ResidenceCoverage,
  ResidenceQuery,
  ResidencesPage,
  ResidencesQuery,
} from "../schemas/coverage.ts";
import type { Services } from "../services.ts";

export function coverageRoutes({ desk, store }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/coverage",
      {
        schema: {
          tags: ["coverage"],
          summary: "Who reaches a category within the limit, by unit",
          querystring: CoverageQuery,
          response: { 200: Coverage, ...problems },
        },
      },
      async ({ query }) => coverageBy(await desk.open(query.area, query.scenario), query, query.by),
    );

    app.get(
      "/coverage/minutes",
      {
        schema: {
          tags: ["coverage"],
          summary: "How people spread over walks to a category, minute by minute: of the area or of one unit",
          querystring: MinutesQuery,
          response: { 200: CoverageMinutes, ...problems },
        },
      },
      async ({ query }) =>
        coverageByMinutes(await desk.open(query.area, query.scenario), query, query.by, query.unit ?? null),
    );

    app.post(
      "/coverage/polygon",
      {
        schema: {
          tags: ["coverage"],
          summary: "Who reaches a category within the limit, of those inside a drawn polygon",
          body: PolygonBody,
          response: { 200: PolygonCoverage, ...problems, 413: problems[400] },
        },
      },
      async ({ body }) => {
        const area = await desk.open(body.area, body.scenario);
        const polygon = drawnPolygon(body.polygon);
        assertMeets(area, polygon);
        return coverageInside(area, body, polygon);
      },
    );

    app.get(
      "/coverage/residences",
      {
        schema: {
          tags: ["coverage"],
          summary: "Every residence: nearest and second nearest facility, and how many are within each limit",
          querystring: ResidencesQuery,
          response: { 200: ResidencesPage, ...problems },
        },
      },
      async ({ query }) => {
        const area = await desk.open(query.area, query.scenario);
        const offset = decodeOffset(query.cursor, area.edition);
        const more = query.limits === undefined ? [] : parseMinutes(query.limits);
        const items = [...choicesRows(area, query, more, offset, query.limit)];
        return { items, next: nextOffset(offset, items.length, area.content.residences.count, area.edition) };
      },
    );

    app.get(
      "/coverage/gaps",
      {
        schema: {
          tags: ["coverage"],
          summary: "Uncovered residences, most residents first",
          querystring: GapsQuery,
          response: { 200: GapPage, ...problems },
        },
      },
      async ({ query }) => {
        const area = await desk.open(query.area, query.scenario);
        const offset = decodeOffset(query.cursor, area.edition);
        const { items, total } = gapsOf(area, query, offset, query.limit);
        const byRef = await residencesNamed(
          store.db,
          area,
          items.map(({ ref }) => ref),
        );
        const next = nextOffset(offset, items.length, total, area.edition);
        return { items: items.map(({ ref, street, nearest }) => ({ residence: byRef(ref), street, nearest })), next };
      },
    );

    app.get(
      "/coverage/cells",
      {
        schema: {
          tags: ["coverage"],
          summary: "Coverage by H3 cell",
          querystring: CellsQuery,
          response: { 200: Cells, ...problems },
        },
      },
      async ({ query }) => cellsOf(await desk.open(query.area, query.scenario), query, query.resolution),
    );

    app.get(
      "/coverage/residence",
      {
        schema: {
          tags: ["coverage"],
          summary: "One residence against every category: why it is covered or not",
          querystring: ResidenceQuery,
          response: { 200: ResidenceCoverage, ...problems },
        },
      },
      async ({ query }) => {
        const area = await desk.open(query.area, query.scenario);
        const explained = explainResidence(area, query.ref, query);
        const byRef = await residencesNamed(store.db, area, [query.ref]);
        return { residence: byRef(query.ref), ...explained };
      },
    );
  };
}
