/** Spacing: existing pairs and clusters, pre-checks of one place and of many, and where one may open. @module */

import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { checkedDay, spacingIn } from "../../analysis/spacing.ts";
import { spacingClusters } from "../../analysis/spacing-clusters.ts";
import { askedCheck, openSpacing, openSpacingOf } from "../../analysis/spacing-question.ts";
import { ruleAnswer } from "../../analysis/spacing-rule-answer.ts";
import { servingPlaces } from "../../analysis/spacing-serving.ts";
import { permittedZone } from "../../analysis/spacing-zone.ts";
import { dayInChina } from "../../base/day.ts";
import { REASONS } from "../../import/write-refusals.ts";
import { isInForce } from "../../spacing/rule.ts";
import { decodeOffset, nextOffset } from "../cursor.ts";
import { decidedTable, MAX_BATCH_BYTES } from "../decided-table.ts";
import { missingPart } from "../problems.ts";
import { problems } from "../schemas/common.ts";
import {
  BatchBody,
  CheckQuery,
  RulesQuery,
  ServingQuery,
  SpacingBatch,
  SpacingCheck,
  SpacingClustersPage,
  SpacingClustersQuery,
  SpacingPage,
  SpacingQuery,
  SpacingRules,
  SpacingServing,
  SpacingZone,
  ZoneQuery,
} from "../schemas/spacing.ts";
import type { Services } from "../services.ts";

const tags = ["spacing"];
/** Shapes are thousands of numbers. */
const asJson = () => JSON.stringify;

export function spacingRoutes(services: Services): FastifyPluginAsyncTypebox {
  const { desk, store, spacingRules: book } = services;
  return async (app) => {
    app.get(
      "/spacing/rules",
      {
        schema: {
          tags,
          summary: "Rules of spacing: dates, measures, sources",
          querystring: RulesQuery,
          response: { 200: SpacingRules, ...problems },
        },
      },
      async ({ query }) => {
        const date = checkedDay(query.date ?? dayInChina(new Date()));
        const items = (await book.rules()).map((rule) => ({
          ...ruleAnswer(rule),
          inForce: isInForce(rule, date),
          byDefault:
            rule.use === "by_default" &&
            (rule.areas === null || query.area === undefined || rule.areas.includes(query.area)),
        }));
        return { date, items };
      },
    );

    app.get(
      "/spacing",
      {
        schema: {
          tags,
          summary: "Existing pairs that stand closer than a rule asks, the largest shortfall first",
          querystring: SpacingQuery,
          response: { 200: SpacingPage, ...problems },
        },
      },
      async ({ query }) => {
        const { area, date, rules, edition } = await openSpacing(desk, book, query, dayInChina(new Date()));
        const offset = decodeOffset(query.cursor, edition);
        const question = { date, rules, unit: query.unit ?? null };
        const page = await spacingIn(store.db, area, question, offset, query.limit);
        return { ...page, next: nextOffset(offset, page.items.length, page.total, edition) };
      },
    );

    app.get(
      "/spacing/clusters",
      {
        schema: {
          tags,
          summary: "Pairs that hang together, with the fewest moves that would heal each cluster",
          querystring: SpacingClustersQuery,
          response: { 200: SpacingClustersPage, ...problems },
        },
      },
      async ({ query }) => {
        const { area, date, rules, edition } = await openSpacing(desk, book, query, dayInChina(new Date()));
        const offset = decodeOffset(query.cursor, edition);
        const page = await spacingClusters(
          store.db,
          area,
          { date, rules, unit: query.unit ?? null },
          offset,
          query.limit,
        );
        return { ...page, next: nextOffset(offset, page.items.length, page.total, edition) };
      },
    );

    app.get(
      "/spacing/check",
      {
        schema: {
          tags,
          summary: "May one open here: pass, fail or survey needed, with everybody who stands near",
          querystring: CheckQuery,
          response: { 200: SpacingCheck, ...problems },
        },
      },
      async ({ query }) => {
        for (const part of ["lon", "lat"] as const)
          if (query.residence === undefined && query[part] === undefined) throw missingPart(`querystring.${part}`);
        return askedCheck(store.db, desk, book, query, dayInChina(new Date()));
      },
    );

    app.get(
      "/spacing/zone",
      {
        serializerCompiler: asJson,
        schema: {
          tags,
          summary: "Where one of a class may open: the area without every disc",
          querystring: ZoneQuery,
          response: { 200: SpacingZone, ...problems },
        },
      },
      async ({ query }) => {
        const { area, date, rules } = await openSpacingOf(desk, book, query, query.category, dayInChina(new Date()));
        return permittedZone(store.db, area, { category: query.category, date, rules });
      },
    );

    app.get(
      "/spacing/serving",
      {
        schema: {
          tags,
          summary: "Places both permitted and of use to uncovered people, and gaps that no permitted place can fill",
          querystring: ServingQuery,
          response: { 200: SpacingServing, ...problems },
        },
      },
      async ({ query }) => {
        const { area, date, rules } = await openSpacingOf(desk, book, query, query.category, dayInChina(new Date()));
        const { category, minutes, profile } = query;
        return servingPlaces(store.db, area, { category, minutes, profile, date, rules });
      },
    );

    app.post(
      "/spacing/batch",
      {
        bodyLimit: MAX_BATCH_BYTES,
        schema: {
          tags,
          summary:
            "Applications decided at once in the order in which they came, each approval counted for those after it",
          body: BatchBody,
          response: { 200: SpacingBatch, ...problems },
        },
      },
      async ({ body }) => {
        const { items, refusals, columns, date } = await decidedTable(services, body);
        return {
          items: [...items],
          refused: refusals.map(({ row, ref, reason, field, value, expected }) => ({
            row,
            ref,
            reason,
            words: REASONS[reason] ?? { zh: reason, en: reason },
            field,
            value,
            expected,
          })),
          columns: { ...columns },
          date,
        };
      },
    );
  };
}
