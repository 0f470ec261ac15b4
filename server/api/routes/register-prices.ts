/** Surveys of prices in the register: a filled table, or prices told by hand. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { tellPrices } from "../../analysis/register/change-facts.ts";
import { importPrices } from "../../analysis/register/import-tables.ts";
import { packNamed, shippedPacks } from "../../analysis/standard-packs.ts";
import { answerTable, officeOf, orderOf, packOf } from "../receive-table.ts";
import { problems } from "../schemas/common.ts";
import {
  PackQuery,
  PricesBody,
  PricesChanged,
  RegisterParams,
  TableQuery,
  TableRefused,
  TableTaken,
} from "../schemas/register.ts";
import type { Services } from "../services.ts";

const tags = ["register"];

export function registerPriceRoutes({ desk, store, spacingRules: rules }: Services): FastifyPluginAsyncTypebox {
  const hands = { desk, store, rules };
  return async (app) => {
    app.post(
      "/areas/:area/register/prices",
      {
        schema: {
          tags,
          summary: "A filled table of prices into the register, all or nothing; a survey replaces that of its day",
          description:
            "multipart/form-data with one file, CSV (UTF-8 or GB18030) or XLSX, a line for each good in each market: 街道, 社区, 项目, 设施名称, 调查日期, 品名, 单位, 本店价格（元）, 市场名称, 市场价格（元）, and where known 来源.",
          consumes: ["multipart/form-data"],
          params: RegisterParams,
          querystring: TableQuery,
          response: { 200: TableTaken, 201: TableTaken, ...problems, 413: problems[400], 422: TableRefused },
        },
      },
      async (request, reply) => {
        const pack = await packOf(request.query);
        const outcome = await importPrices(hands, pack, await orderOf(request, request.params, request.query));
        return answerTable(outcome, request, (status, body) => reply.code(status).send(body as TableTaken));
      },
    );

    app.put(
      "/areas/:area/register/prices",
      {
        schema: {
          tags,
          summary: "Prices told by hand, beside those of the same facility and day, all or none",
          params: RegisterParams,
          querystring: PackQuery,
          body: PricesBody,
          response: { 200: PricesChanged, ...problems },
        },
      },
      async ({ params, query, body }) => {
        const pack = packNamed(await shippedPacks(), query.pack);
        const told = body.prices.map(({ place = null, source = null, ...price }) => ({ ...price, place, source }));
        return { ...(await tellPrices(hands, params.area, pack, told, officeOf(body))) };
      },
    );
  };
}
