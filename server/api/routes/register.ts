/** The register of facts: looked through, filled by tables and by hand, with waivers and the queue of doubtful names. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { tellFacts, withdrawFact } from "../../analysis/register/change-facts.ts";
import { importFacts, importUnits } from "../../analysis/register/import-tables.ts";
import { decideName, listNames } from "../../analysis/register/names.ts";
import { registerAnswer, registeredFacts, registeredUnits } from "../../analysis/register/register-answers.ts";
import { addWaiver, endWaiver, listWaivers } from "../../analysis/register/waivers.ts";
import { packNamed, shippedPacks } from "../../analysis/standard-packs.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import { decodeOffset, nextOffset } from "../cursor.ts";
import { answerTable, officeOf, orderOf, packOf } from "../receive-table.ts";
import { problems } from "../schemas/common.ts";
import {
  Changed,
  FactsBody,
  FactsPage,
  FactsQuery,
  NameBody,
  NameList,
  OfficeQuery,
  PackQuery,
  Register,
  RegisterParams,
  RegisterUnits,
  RowParams,
  TableQuery,
  TableRefused,
  TableTaken,
  WaiverBody,
  WaiverList,
} from "../schemas/register.ts";
import type { Services } from "../services.ts";

const tags = ["register"];

export function registerRoutes({ desk, store, spacingRules: rules }: Services): FastifyPluginAsyncTypebox {
  const hands = { desk, store, rules };
  return async (app) => {
    app.get(
      "/areas/:area/register",
      {
        schema: {
          tags,
          summary: "Versions of the register of facts: who changed it when, and how",
          params: RegisterParams,
          response: { 200: Register, ...problems },
        },
      },
      async ({ params }) => {
        const { version, versions } = await registerAnswer(hands, params.area);
        return { version, versions: versions.map((one) => ({ ...one })) };
      },
    );

    app.get(
      "/areas/:area/register/units",
      {
        schema: {
          tags,
          summary: "Units of map and register with their people",
          params: RegisterParams,
          response: { 200: RegisterUnits, ...problems },
        },
      },
      async ({ params }) => ({ items: await registeredUnits(hands, params.area, await anyPack()) }),
    );

    app.post(
      "/areas/:area/register/units",
      {
        schema: {
          tags,
          summary: "A list of streets and communities into the register, all or nothing",
          description:
            "multipart/form-data with one file, CSV (UTF-8 or GB18030) or XLSX: 街道, 社区, and where known 城乡, 新旧城区, 户数, 居民人数.",
          consumes: ["multipart/form-data"],
          params: RegisterParams,
          querystring: TableQuery,
          response: { 200: TableTaken, 201: TableTaken, ...problems, 413: problems[400], 422: TableRefused },
        },
      },
      async (request, reply) => {
        const outcome = await importUnits(
          hands,
          await anyPack(),
          await orderOf(request, request.params, request.query),
        );
        return answerTable(outcome, request, (status, body) => reply.code(status).send(body as TableTaken));
      },
    );

    app.get(
      "/areas/:area/register/facts",
      {
        schema: {
          tags,
          summary: "Facts that count, with who told each and when",
          params: RegisterParams,
          querystring: FactsQuery,
          response: { 200: FactsPage, ...problems },
        },
      },
      async ({ params, query }) => {
        const pack = packNamed(await shippedPacks(), query.pack);
        const { version } = await registerAnswer(hands, params.area);
        const edition = `register-${version}`;
        const offset = decodeOffset(query.cursor, edition);
        const all = await registeredFacts(hands, params.area, pack, query.unit ?? null);
        const items = all.slice(offset, offset + query.limit);
        return { items, next: nextOffset(offset, items.length, all.length, edition), version };
      },
    );

    app.post(
      "/areas/:area/register/facts",
      {
        schema: {
          tags,
          summary: "A filled template of a pack into the register, all or nothing",
          description:
            "multipart/form-data with one file, CSV (UTF-8 or GB18030) or XLSX. 422 names every cell that cannot be taken, and units that wait for a person.",
          consumes: ["multipart/form-data"],
          params: RegisterParams,
          querystring: TableQuery,
          response: { 200: TableTaken, 201: TableTaken, ...problems, 413: problems[400], 422: TableRefused },
        },
      },
      async (request, reply) => {
        const pack = await packOf(request.query);
        const outcome = await importFacts(hands, pack, await orderOf(request, request.params, request.query));
        return answerTable(outcome, request, (status, body) => reply.code(status).send(body as TableTaken));
      },
    );

    app.put(
      "/areas/:area/register/facts",
      {
        schema: {
          tags,
          summary: "Facts told by hand, set or replaced, all or none",
          params: RegisterParams,
          querystring: PackQuery,
          body: FactsBody,
          response: { 200: Changed, ...problems },
        },
      },
      async ({ params, query, body }) => {
        const pack = packNamed(await shippedPacks(), query.pack);
        const told = body.facts.map(({ item = null, place = null, since = null, ...fact }) => ({
          ...fact,
          item,
          place,
          since,
        }));
        return { ...(await tellFacts(hands, params.area, pack, told, officeOf(body))) };
      },
    );

    app.delete(
      "/areas/:area/register/facts/:id",
      {
        schema: {
          tags,
          summary: "A fact that is known no more",
          params: RowParams,
          querystring: OfficeQuery,
          response: { 200: Changed, ...problems },
        },
      },
      async ({ params, query }) => ({ ...(await withdrawFact(hands, params.area, params.id, officeOf(query))) }),
    );

    app.get(
      "/areas/:area/register/waivers",
      {
        schema: {
          tags,
          summary: "Decisions to do without, as they count now",
          params: RegisterParams,
          querystring: PackQuery,
          response: { 200: WaiverList, ...problems },
        },
      },
      async ({ params, query }) => {
        const pack = packNamed(await shippedPacks(), query.pack);
        return { items: (await listWaivers(hands, params.area, pack)).map((one) => ({ ...one })) };
      },
    );

    app.post(
      "/areas/:area/register/waivers",
      {
        schema: {
          tags,
          summary: "A requirement is waived for a unit, with reason and the body that allows it; its value stays shown",
          params: RegisterParams,
          body: WaiverBody,
          response: { 201: Changed, ...problems },
        },
      },
      async ({ params, body }, reply) => {
        const { pack: id, until = null, ...asked } = body;
        const pack = packNamed(await shippedPacks(), id);
        return reply.code(201).send({ ...(await addWaiver(hands, params.area, pack, { ...asked, until })) });
      },
    );

    app.delete(
      "/areas/:area/register/waivers/:id",
      {
        schema: {
          tags,
          summary: "A waiver that counts no more",
          params: RowParams,
          querystring: OfficeQuery,
          response: { 200: Changed, ...problems },
        },
      },
      async ({ params, query }) => ({ ...(await endWaiver(hands, params.area, params.id, officeOf(query))) }),
    );

    app.get(
      "/areas/:area/register/names",
      {
        schema: {
          tags,
          summary: "Names of the pack and of tables that are not surely one unit, and what was decided about names",
          params: RegisterParams,
          querystring: PackQuery,
          response: { 200: NameList, ...problems },
        },
      },
      async ({ params, query }) => {
        const { waiting, decided } = await listNames(hands, params.area, packNamed(await shippedPacks(), query.pack));
        return {
          waiting: waiting.map((one) => ({ ...one, candidates: [...one.candidates], askedBy: [...one.askedBy] })),
          decided: decided.map((one) => ({ ...one })),
        };
      },
    );

    app.post(
      "/areas/:area/register/names",
      {
        schema: {
          tags,
          summary: "A person says which unit a spelling means, or that it is none of the register",
          params: RegisterParams,
          body: NameBody,
          response: { 200: Changed, ...problems },
        },
      },
      async ({ params, body }) => {
        const { pack: id, street = null, written, unit } = body;
        const pack = packNamed(await shippedPacks(), id);
        return { ...(await decideName(hands, params.area, pack, { street, written, unit }, officeOf(body))) };
      },
    );
  };
}

/** Units are of no pack, and walks of none are needed for them: the one that asks least of the map. */
async function anyPack(): Promise<Pack> {
  return packNamed(await shippedPacks(), "duyun-2013");
}
