/** Scenarios: made, listed, shown, changed, removed. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { makeScenario, replaceScenario, type ScenarioAnswer, showScenario } from "../../analysis/scenarios.ts";
import { type StoredScenario, scenarioPage } from "../../store/scenarios.ts";
import { decodeOffset, encodeOffset } from "../cursor.ts";
import { type Language, languageOf } from "../language.ts";
import { problems } from "../schemas/common.ts";
import {
  type Change,
  Scenario,
  ScenarioBody,
  ScenarioChangeBody,
  ScenarioPage,
  ScenarioParams,
  ScenarioRemoveQuery,
  ScenariosQuery,
} from "../schemas/scenarios.ts";
import type { Services } from "../services.ts";
import { asStale } from "../stale-changes.ts";

/** Scenarios are of an area, whatever its release. */
const CURSOR_EDITION = "scenarios";

export function scenarioRoutes({ desk, store }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      "/scenarios",
      {
        schema: {
          tags: ["scenarios"],
          summary: "Save a scenario; every change must apply to the current release",
          body: ScenarioBody,
          response: { 201: Scenario, ...problems, 413: problems[400] },
        },
      },
      async ({ body, headers }, reply) => {
        const made = await makeScenario(desk, body.area, body);
        return reply.code(201).send(asScenario(made, languageOf(headers["accept-language"])));
      },
    );

    app.get(
      "/scenarios",
      {
        schema: {
          tags: ["scenarios"],
          summary: "Scenarios of an area, in the order in which they were made",
          querystring: ScenariosQuery,
          response: { 200: ScenarioPage, ...problems },
        },
      },
      async ({ query }) => {
        await desk.release(query.area);
        const page = { limit: query.limit, after: decodeOffset(query.cursor, CURSOR_EDITION) };
        const rows = await scenarioPage(store.db, query.area, page).execute();
        const last = rows.at(-1);
        const isLastPage = last === undefined || rows.length < query.limit;
        return { items: rows.map(asEntry), next: isLastPage ? null : encodeOffset(last.id, CURSOR_EDITION) };
      },
    );

    app.get(
      "/scenarios/:id",
      {
        schema: {
          tags: ["scenarios"],
          summary: "One scenario, with the changes that do not apply any more",
          params: ScenarioParams,
          response: { 200: Scenario, ...problems },
        },
      },
      async ({ params, headers }) =>
        asScenario(await showScenario(desk, params.id), languageOf(headers["accept-language"])),
    );

    app.put(
      "/scenarios/:id",
      {
        schema: {
          tags: ["scenarios"],
          summary: "Change a scenario; 409 where somebody else changed it meanwhile",
          params: ScenarioParams,
          body: ScenarioChangeBody,
          response: { 200: Scenario, ...problems, 413: problems[400] },
        },
      },
      async ({ params, body, headers }) =>
        asScenario(await replaceScenario(desk, params.id, body.revision, body), languageOf(headers["accept-language"])),
    );

    app.delete(
      "/scenarios/:id",
      {
        schema: {
          tags: ["scenarios"],
          summary: "Remove a scenario; 409 where somebody else changed it meanwhile",
          params: ScenarioParams,
          querystring: ScenarioRemoveQuery,
          response: { 204: Type.Null(), ...problems },
        },
      },
      async ({ params, query }, reply) => {
        await desk.scenarios.remove(params.id, query.revision);
        return reply.code(204).send(null);
      },
    );
  };
}

function asEntry({ id, areaId, name, revision, release, createdAt, updatedAt, changes }: StoredScenario) {
  return { id, area: areaId, name, revision, release, createdAt, updatedAt, changeCount: changes.length };
}

function asScenario({ scenario, currentRelease, touched, stale }: ScenarioAnswer, language: Language): Scenario {
  const { changeCount: _, ...entry } = asEntry(scenario);
  return {
    ...entry,
    currentRelease,
    changes: scenario.changes as Change[],
    touched,
    stale: stale.map((fault) => asStale(fault, language)),
  };
}
