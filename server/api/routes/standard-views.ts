/** A pack by its parts, and its findings as pages look at them: units by items, progress against days, money. @module */

import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { packNamed, shippedPacks } from "../../analysis/standard-packs.ts";
import { moneyOf } from "../../analysis/standards-money.ts";
import { matrixAnswer, packDetail, progressAnswer } from "../../analysis/standards-views.ts";
import { askedFindings } from "../asked-findings.ts";
import { decodeOffset, nextOffset } from "../cursor.ts";
import { problems } from "../schemas/common.ts";
import { Matrix, MoneyPage, MoneyQuery, PackDetail, Progress, ViewQuery } from "../schemas/standard-views.ts";
import { PackId } from "../schemas/standards.ts";
import type { Services } from "../services.ts";

export function standardViewRoutes({ desk, store, spacingRules: rules }: Services): FastifyPluginAsyncTypebox {
  const hands = { desk, store, rules };
  const tags = ["standards"];
  return async (app) => {
    app.get(
      "/standards/:pack",
      {
        schema: {
          tags,
          summary: "A pack: its document, groups, notes, and how contradictions are treated",
          params: PackId,
          response: { 200: PackDetail, ...problems },
        },
      },
      async ({ params }) => packDetail(packNamed(await shippedPacks(), params.pack)),
    );

    app.get(
      "/standards/:pack/matrix",
      {
        schema: {
          tags,
          summary: "Units by items: in each cell the worst verdict, with totals by street and district",
          params: PackId,
          querystring: ViewQuery,
          response: { 200: Matrix, ...problems },
        },
      },
      async ({ params, query }) => matrixAnswer(await askedFindings(hands, params.pack, query)),
    );

    app.get(
      "/standards/:pack/progress",
      {
        schema: {
          tags,
          summary: "Milestones with their arithmetic, what is late, and acceptances",
          params: PackId,
          querystring: ViewQuery,
          response: { 200: Progress, ...problems },
        },
      },
      async ({ params, query }) => progressAnswer(await askedFindings(hands, params.pack, query)),
    );

    app.get(
      "/standards/:pack/money",
      {
        schema: {
          tags,
          summary: "Each subsidy by unit: owed, waiting for a fact, or refused, with sums and ceilings",
          params: PackId,
          querystring: MoneyQuery,
          response: { 200: MoneyPage, ...problems },
        },
      },
      async ({ params, query }) => {
        const found = await askedFindings(hands, params.pack, query);
        const edition = `${found.pins.release}-${found.pins.register}`;
        const offset = decodeOffset(query.cursor, edition);
        const { lines, answer, sums } = moneyOf(found, query);
        const items = lines.slice(offset, offset + query.limit).map(answer);
        const next = nextOffset(offset, items.length, lines.length, edition);
        return { items, next, asOf: found.asOf, pins: { ...found.pins }, count: lines.length, ...sums };
      },
    );
  };
}
