/** How findings move from day to day, and what two packs say of one unit. @module */

import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { comparePacks } from "../../analysis/register/compare-packs.ts";
import { settingsOf } from "../../analysis/register/settings.ts";
import { monthEnds, trendOf } from "../../analysis/register/trend.ts";
import { packNamed, shippedPacks } from "../../analysis/standard-packs.ts";
import { findingAnswer } from "../../analysis/standards.ts";
import { dayInChina } from "../../base/day.ts";
import { dueDate } from "../../standards/dates.ts";
import { problems } from "../schemas/common.ts";
import { Compared, CompareQuery, Trend, TrendQuery } from "../schemas/standard-trends.ts";
import { PackId } from "../schemas/standards.ts";
import type { Services } from "../services.ts";

const tags = ["standards"];
/** Findings that moved are told up to this many; all of them are counted. */
const MOST_MOVED = 1000;

export function standardTrendRoutes({ desk, store, spacingRules: rules }: Services): FastifyPluginAsyncTypebox {
  const hands = { desk, store, rules };
  return async (app) => {
    app.get(
      "/standards/:pack/trend",
      {
        schema: {
          tags,
          summary: "Verdicts from day to day, and what moved between the first day and the last",
          params: PackId,
          querystring: TrendQuery,
          response: { 200: Trend, ...problems },
        },
      },
      async ({ params, query }) => {
        const pack = packNamed(await shippedPacks(), params.pack);
        const { area, from, to, street: within, profile, register, set } = query;
        const question = { profile, within, register, settings: settingsOf(set) };
        const { days, moved, last, pins } = await trendOf(hands, area, pack, monthEnds(from, to), question);
        return {
          pins: { ...pins },
          days: days.map((day) => ({ ...day })),
          movedCount: moved.length,
          moved: moved.slice(0, MOST_MOVED).map(({ before, finding }) => ({
            before,
            finding: findingAnswer(last, finding),
          })),
        };
      },
    );

    app.get(
      "/standards/compare",
      {
        schema: {
          tags,
          summary: "Two packs on one unit, item by item",
          querystring: CompareQuery,
          response: { 200: Compared, ...problems },
        },
      },
      async ({ query }) => {
        const packs = await shippedPacks();
        const pair = [packNamed(packs, query.a), packNamed(packs, query.b)] as const;
        const { items, a, b } = await comparePacks(hands, query.area, pair, query.unit, {
          asOf: dueDate(query.asOf ?? dayInChina(new Date())),
          profile: query.profile,
          within: query.street,
          register: query.register,
        });
        return {
          pins: { a: { ...a.pins }, b: { ...b.pins } },
          items: items.map(({ kinds, findingsA, findingsB, ...names }) => ({
            ...names,
            kinds: [...kinds],
            findingsA: [...findingsA],
            findingsB: [...findingsB],
          })),
        };
      },
    );
  };
}
