/** What a scenario changes: of a saved one, and of changes that are tried out, such as a facility dragged over the map. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { OpenArea } from "../../analysis/open-area.ts";
import { openChanges } from "../../analysis/scenario-area.ts";
import { Effect } from "../../analysis/scenario-effect.ts";
import { readChanges } from "../../coverage/scenario/read-changes.ts";
import { decodeOffset, encodeOffset } from "../cursor.ts";
import { languageOf } from "../language.ts";
import { problems } from "../schemas/common.ts";
import { EffectBody, EffectQuery, Effect as EffectSchema } from "../schemas/scenario-effect.ts";
import { ScenarioParams } from "../schemas/scenarios.ts";
import type { Services } from "../services.ts";
import { asStale } from "../stale-changes.ts";

interface EffectAsked {
  readonly category: string;
  readonly minutes: number;
  readonly profile: string;
  readonly at?: string | undefined;
  readonly by: "area" | "subdistrict" | "community" | "residence" | "cell";
  readonly resolution: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export function scenarioEffectRoutes({ desk }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/scenarios/:id/effect",
      {
        schema: {
          tags: ["scenarios"],
          summary: "Who gains cover and who loses it by a saved scenario",
          params: ScenarioParams,
          querystring: EffectQuery,
          response: { 200: EffectSchema, ...problems },
        },
      },
      async ({ params, query, headers }) => {
        const { areaId } = await desk.scenarios.read(params.id);
        const { area, faults } = await desk.openScenario(areaId, params.id);
        const language = languageOf(headers["accept-language"]);
        return { ...effectOf(area, query), stale: faults.map((fault) => asStale(fault, language)) };
      },
    );

    app.post(
      "/coverage/effect",
      {
        schema: {
          tags: ["scenarios"],
          summary: "The same of changes that are not saved; all of them must apply",
          body: EffectBody,
          response: { 200: EffectSchema, ...problems, 413: problems[400] },
        },
      },
      async ({ body }) => {
        const base = await desk.open(body.area);
        const area = openChanges(base, readChanges(body.changes), desk.isCategory);
        return { ...effectOf(area, body), stale: [] };
      },
    );
  };
}

function effectOf(area: OpenArea, { by, resolution, limit, cursor, ...question }: EffectAsked) {
  const effect = new Effect(area, question);
  const head = effect.head();
  if (by === "area") return head;
  if (by === "cell") return { ...head, cells: effect.cells(resolution) };
  if (by !== "residence") return { ...head, units: effect.units(by) };
  const offset = decodeOffset(cursor, area.edition);
  const { items, total } = effect.residences(offset, limit);
  const end = offset + items.length;
  // Pages are of a saved scenario: what is tried out has no edition to go on in.
  const next = end < total && area.over?.pin ? encodeOffset(end, area.edition) : null;
  return { ...head, residences: { items, total, next } };
}
