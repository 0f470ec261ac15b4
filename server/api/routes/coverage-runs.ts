/** Analyses that stay: asked with 202, followed like an import, their results read, compared and computed again. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { MM_PER_M } from "../../base/units.ts";
import type { ResidenceChange } from "../../runs/compare.ts";
import type { CoverageRun as StoredRun } from "../../runs/coverage-runs.ts";
import { decodeOffset, encodeOffset } from "../cursor.ts";
import { languageOf } from "../language.ts";
import { problemOf } from "../problems.ts";
import { problems } from "../schemas/common.ts";
import {
  CompareQuery,
  CoverageRun,
  CoverageRunPage,
  RunComparison,
  RunRequest,
  RunResult,
  RunsQuery,
} from "../schemas/coverage-runs.ts";
import type { Services } from "../services.ts";

const RunParams = Type.Object({ id: Type.String() });
/** Cursors of the list of runs belong to no release. */
const NO_RELEASE = 0;

export function coverageRunRoutes({ coverageRuns }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      "/runs",
      {
        schema: {
          tags: ["runs"],
          summary: "Analyse a whole area and keep the result",
          body: RunRequest,
          response: { 202: CoverageRun, ...problems },
        },
      },
      async (request, reply) => {
        const { area, categories = null, profiles, minutes, at = null, scenario = null } = request.body;
        const run = await coverageRuns.start(area, { categories, profiles, minutes, at, scenario });
        return accepted(run, request, reply);
      },
    );

    app.post(
      "/runs/:id/again",
      {
        schema: {
          tags: ["runs"],
          summary: "The same question of the same data once more: the result has the same bytes",
          params: RunParams,
          response: { 202: CoverageRun, ...problems },
        },
      },
      async (request, reply) => accepted(await coverageRuns.again(request.params.id), request, reply),
    );

    app.get(
      "/runs",
      {
        schema: {
          tags: ["runs"],
          summary: "Analyses of an area that were kept, newest first",
          querystring: RunsQuery,
          response: { 200: CoverageRunPage, ...problems },
        },
      },
      async (request) => {
        const { area, cursor, limit } = request.query;
        const offset = decodeOffset(cursor, NO_RELEASE);
        const runs = await coverageRuns.list(area, offset, limit + 1);
        const next = runs.length > limit ? encodeOffset(offset + limit, NO_RELEASE) : null;
        return { items: runs.slice(0, limit).map((run) => asCoverageRun(run, request)), next };
      },
    );

    app.get(
      "/runs/:id/result",
      {
        schema: {
          tags: ["runs"],
          summary: "Every sum of a run; the walks behind them are in the store (view analysis_run_residence)",
          params: RunParams,
          response: { 200: RunResult, 304: Type.Unsafe<undefined>(Type.Null()), ...problems },
        },
      },
      async ({ params, headers }, reply) => {
        const { text, sha256 } = await coverageRuns.result(params.id);
        const etag = `"${sha256}"`;
        reply.headers({ etag, "cache-control": "no-cache" });
        if (headers["if-none-match"]?.replace(/^W\//, "") === etag) return reply.code(304).send();
        // Answered as it is kept, byte for byte.
        return reply.type("application/json; charset=utf-8").send(Buffer.from(text) as never);
      },
    );

    app.get(
      "/runs/:id/compare",
      {
        schema: {
          tags: ["runs"],
          summary: "Who gained and who lost cover from this run to another",
          params: RunParams,
          querystring: CompareQuery,
          response: { 200: RunComparison, ...problems },
        },
      },
      async (request) => {
        const a = request.params.id;
        const { to: b, profile, category, minutes, cursor, limit } = request.query;
        const { residences, ...sums } = await coverageRuns.compare(a, b, profile, category, minutes);
        const offset = decodeOffset(cursor, NO_RELEASE);
        const page = residences.slice(offset, offset + limit);
        const next = offset + page.length < residences.length ? encodeOffset(offset + page.length, NO_RELEASE) : null;
        return {
          before: asCoverageRun(await coverageRuns.get(a), request),
          after: asCoverageRun(await coverageRuns.get(b), request),
          ...sums,
          residences: {
            items: page.map(({ before, after, ...rest }) => ({
              ...rest,
              before: inMetres(before),
              after: inMetres(after),
            })),
            next,
          },
        };
      },
    );
  };
}

function accepted(run: StoredRun, request: FastifyRequest, reply: FastifyReply) {
  return reply.code(202).header("location", `/api/v1/runs/${run.id}`).send(asCoverageRun(run, request));
}

/** The run as it stands, its problem in the reader's language. */
export function asCoverageRun({ areaId, problem, ...run }: StoredRun, request: FastifyRequest): CoverageRun {
  const { categories, profiles, minutes, at, scenario } = run.question;
  return {
    ...run,
    kind: "coverage",
    area: areaId,
    question: { categories: [...categories], profiles: [...profiles], minutes: [...minutes], at, scenario },
    problem: problem && problemOf(problem, languageOf(request.headers["accept-language"])),
  };
}

function inMetres(side: ResidenceChange["before"]) {
  if (side === null) return null;
  const { totalMm, ...rest } = side;
  return { ...rest, totalM: totalMm === null ? null : totalMm / MM_PER_M };
}
