/** Runs to follow: imports, whose files come in by upload and whose refused rows are taken home, and analyses. @module */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { refusalsAsCsv } from "../../import/write-refusals.ts";
import type { ImportRun } from "../../intake/runs.ts";
import { languageOf } from "../language.ts";
import { apiError, problemOf } from "../problems.ts";
import { receiveUpload } from "../receive-upload.ts";
import { AreaId, problems } from "../schemas/common.ts";
import { CoverageRun } from "../schemas/coverage-runs.ts";
import { CheckRun, Run } from "../schemas/runs.ts";
import { SitingRun } from "../schemas/siting.ts";
import type { Services } from "../services.ts";
import { asCoverageRun } from "./coverage-runs.ts";
import { asSitingRun } from "./siting.ts";

const RunParams = Type.Object({ id: Type.String() });

const AnyRun = Type.Union([Run, CheckRun, CoverageRun, SitingRun]);

export function runRoutes({ imports, coverageRuns, sitingRuns }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      "/areas/:area/imports",
      {
        schema: {
          tags: ["imports"],
          summary: "Import files into an area, all or nothing",
          description:
            "multipart/form-data. Files, each at most once: osm, residences, facilities, communities, boundary, population. Fields: name of the area; office, whoever imports (no person's name); residencesCrs, facilitiesCrs, communitiesCrs, boundaryCrs, needed with their files; populationCrs, needed only for a raster that does not name its system; map, any number of times, such as `facilities.name=店名` where the header of a field is not found by itself. An import without osm adds to the streets that the area has.",
          consumes: ["multipart/form-data"],
          params: Type.Object({ area: AreaId }),
          response: { 202: Run, ...problems, 413: problems[400] },
        },
      },
      async (request, reply) => {
        const folder = await mkdtemp(join(tmpdir(), "yikezhong-import-"));
        const discard = () => rm(folder, { recursive: true, force: true });
        try {
          const run = imports.start(await receiveUpload(request, request.params.area, folder), discard);
          return reply.code(202).header("location", `/api/v1/runs/${run.id}`).send(asImportRun(run, request));
        } catch (error) {
          await discard();
          throw error;
        }
      },
    );

    app.get(
      "/runs/:id",
      {
        schema: {
          tags: ["runs"],
          summary: "How far a run is; of an import its report",
          params: RunParams,
          response: { 200: AnyRun, ...problems },
        },
      },
      async (request) => {
        const sited = sitingRuns.get(request.params.id);
        if (sited) return asSitingRun(sited, sitingRuns.bestOf(sited), request);
        const run = imports.get(request.params.id);
        return run ? asRun(run, request) : asCoverageRun(await coverageRuns.get(request.params.id), request);
      },
    );

    app.delete(
      "/runs/:id",
      {
        schema: {
          tags: ["runs"],
          summary:
            "Cancel a run; the data stay as they were. An analysis that is over is deleted with its result; of siting the best plan so far is kept",
          params: RunParams,
          response: { 200: AnyRun, ...problems },
        },
      },
      async (request) => {
        const { id } = request.params;
        const sited = sitingRuns.get(id);
        if (sited) {
          await sitingRuns.cancel(sited);
          return asSitingRun(sited, sitingRuns.bestOf(sited), request);
        }
        const run = imports.get(id);
        if (!run) return asCoverageRun(await coverageRuns.cancelOrDelete(id), request);
        await imports.cancel(run);
        return asRun(run, request);
      },
    );

    app.get(
      "/runs/:id/refusals.csv",
      {
        schema: {
          tags: ["imports"],
          summary: "Every refused row with its reason",
          params: RunParams,
          response: { 200: Type.String(), ...problems },
        },
      },
      async ({ params }, reply) =>
        reply
          .type("text/csv; charset=utf-8")
          .header("content-disposition", 'attachment; filename="refusals.csv"')
          .send(refusalsAsCsv(known(params.id).refusals)),
    );
  };

  function known(id: string): ImportRun {
    const run = imports.get(id);
    if (!run) throw apiError("not_found", { value: `run ${id}` });
    return run;
  }
}

/** The run as it stands, its problem in the reader's language. */
function asRun(run: ImportRun, request: FastifyRequest): Run | CheckRun {
  return run.kind === "import" ? asImportRun(run, request) : asCheckRun(run, request);
}

export function asImportRun(run: ImportRun, request: FastifyRequest): Run {
  return { kind: "import", ...followed(run, request), report: run.report };
}

export function asCheckRun(run: ImportRun, request: FastifyRequest): CheckRun {
  return { kind: "check", ...followed(run, request), report: run.checked };
}

function followed({ id, state, step, progress, startedAt, endedAt, error }: ImportRun, request: FastifyRequest) {
  const problem = error && problemOf(error, languageOf(request.headers["accept-language"]));
  return { id, state, step, progress, startedAt, endedAt, problem };
}
