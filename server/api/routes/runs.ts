/** Imports as runs: files come in by upload, the run is followed, its refused rows are taken home. @module */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { refusalsAsCsv } from "../../import/write-refusals.ts";
import { type ImportFiles, type StatedTable, TABLE_KINDS } from "../../intake/files.ts";
import type { ImportRun } from "../../intake/runs.ts";
import { languageOf } from "../language.ts";
import { apiError, problemOf } from "../problems.ts";
import { AreaId, Problem } from "../schemas/common.ts";
import { Run } from "../schemas/runs.ts";
import type { Services } from "../services.ts";

const RunParams = Type.Object({ id: Type.String() });
const problems = { 400: Problem, 404: Problem, 409: Problem, 413: Problem };

export function runRoutes({ imports }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      "/areas/:area/imports",
      {
        schema: {
          tags: ["imports"],
          summary: "Import files into an area, all or nothing",
          description:
            "multipart/form-data; fields first: name, residencesCrs, facilitiesCrs, communitiesCrs, boundaryCrs; then the files osm, residences, facilities, communities, boundary",
          consumes: ["multipart/form-data"],
          params: Type.Object({ area: AreaId }),
          response: { 202: Run, ...problems },
        },
      },
      async (request, reply) => {
        const folder = await mkdtemp(join(tmpdir(), "yikezhong-import-"));
        const discard = () => rm(folder, { recursive: true, force: true });
        try {
          const run = imports.start(await receive(request, request.params.area, folder), discard);
          return reply.code(202).header("location", `/api/v1/runs/${run.id}`).send(asRun(run, request));
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
          tags: ["imports"],
          summary: "How far a run is, and its report",
          params: RunParams,
          response: { 200: Run, ...problems },
        },
      },
      async (request) => asRun(known(request.params.id), request),
    );

    app.delete(
      "/runs/:id",
      {
        schema: {
          tags: ["imports"],
          summary: "Cancel a run; the data stay as they were",
          params: RunParams,
          response: { 200: Run, ...problems },
        },
      },
      async (request) => {
        const run = known(request.params.id);
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
function asRun(
  { id, state, step, progress, startedAt, endedAt, report, error }: ImportRun,
  request: FastifyRequest,
): Run {
  const problem = error && problemOf(error, languageOf(request.headers["accept-language"]));
  return { id, kind: "import", state, step, progress, startedAt, endedAt, report, problem };
}

/** Streams an upload to disk, file by file; a torn one leaves nothing behind. */
async function receive(request: FastifyRequest, areaId: string, folder: string): Promise<ImportFiles> {
  const fields = new Map<string, string>();
  const paths = new Map<string, { path: string; file: string }>();
  for await (const part of request.parts()) {
    if (part.type === "field") {
      fields.set(part.fieldname, String(part.value));
      continue;
    }
    const kind = ["osm", ...TABLE_KINDS].find((name) => name === part.fieldname);
    if (!kind || paths.has(kind)) {
      throw apiError("request_invalid", {
        place: "body",
        value: part.fieldname,
        expected: `each at most once: ${["osm", ...TABLE_KINDS].join(", ")}`,
      });
    }
    const file = basename(part.filename);
    const path = join(folder, `${paths.size}`);
    await pipeline(part.file, createWriteStream(path));
    paths.set(kind, { path, file });
  }
  const table = (kind: (typeof TABLE_KINDS)[number]): StatedTable | null => {
    const given = paths.get(kind);
    return given ? { ...given, crs: fields.get(`${kind}Crs`) ?? "" } : null;
  };
  return {
    areaId,
    areaName: fields.get("name")?.trim() || null,
    demo: false,
    osm: paths.get("osm") ?? null,
    boundary: table("boundary"),
    residences: table("residences"),
    facilities: table("facilities"),
    communities: table("communities"),
  };
}
