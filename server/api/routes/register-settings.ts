/** What a district decides about its register: parameters of packs, and earlier versions that are to count again. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { listSettings, setSettings } from "../../analysis/register/district-settings.ts";
import { packNamed, shippedPacks } from "../../analysis/standard-packs.ts";
import { restoreRegister } from "../../store/register/restore-register.ts";
import { officeOf } from "../receive-table.ts";
import { problems } from "../schemas/common.ts";
import { Changed, PackQuery, RegisterParams } from "../schemas/register.ts";
import { RestoreRegisterBody, SettingList, SettingsBody } from "../schemas/register-settings.ts";
import type { Services } from "../services.ts";

const tags = ["register"];

export function registerSettingRoutes({ desk, store, spacingRules: rules }: Services): FastifyPluginAsyncTypebox {
  const hands = { desk, store, rules };
  return async (app) => {
    app.get(
      "/areas/:area/register/settings",
      {
        schema: {
          tags,
          summary: "Parameters of a pack: what it has, what may be set, and what the district has set",
          params: RegisterParams,
          querystring: PackQuery,
          response: { 200: SettingList, ...problems },
        },
      },
      async ({ params, query }) => ({
        items: await listSettings(hands, params.area, packNamed(await shippedPacks(), query.pack)),
      }),
    );

    app.put(
      "/areas/:area/register/settings",
      {
        schema: {
          tags,
          summary: "Parameters set by the district, or taken back, all or none; a value out of range is told the range",
          params: RegisterParams,
          querystring: PackQuery,
          body: SettingsBody,
          response: { 200: Changed, ...problems },
        },
      },
      async ({ params, query, body }) => {
        const pack = packNamed(await shippedPacks(), query.pack);
        return { ...(await setSettings(hands, params.area, pack, body.settings, body.office.trim())) };
      },
    );

    app.post(
      "/areas/:area/register/versions",
      {
        schema: {
          tags,
          summary: "Go back to an earlier version of the register: one more version of its content; nothing is lost",
          description: "Facts, waivers, decisions about names and settings alike count again as they did then.",
          params: RegisterParams,
          body: RestoreRegisterBody,
          response: { 201: Changed, ...problems },
        },
      },
      async ({ params, body }, reply) => {
        await desk.release(params.area);
        const order = { areaId: params.area, version: body.restore, office: officeOf(body) };
        return reply.code(201).send({ ...(await restoreRegister(store.db, order)) });
      },
    );
  };
}
