/** Files brought in once, looked at, checked by a dry run and imported from where they wait. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { fromWire } from "../../base/errors.ts";
import { currentSnapshot } from "../../intake/import-area.ts";
import { Looks } from "../../intake/looks.ts";
import { stagedFiles } from "../../intake/staged-files.ts";
import { currentRelease } from "../../store/areas.ts";
import { languageOf } from "../language.ts";
import { problemOf } from "../problems.ts";
import { receiveOne } from "../receive-upload.ts";
import { AreaId, problems } from "../schemas/common.ts";
import { CheckRun, Run } from "../schemas/runs.ts";
import { ImportOrder, LookBody, Preview, Upload, UploadRoom } from "../schemas/uploads.ts";
import type { Services } from "../services.ts";
import { asCheckRun, asImportRun } from "./runs.ts";

const Params = Type.Object({ id: Type.String() });
const AreaParams = Type.Object({ area: AreaId });

/** @param maxBytes that the service takes at all; files to be looked at have a limit of their own below it */
export function uploadRoutes({ store, uploads, imports }: Services, maxBytes: number): FastifyPluginAsyncTypebox {
  const looks = new Looks();
  const fileBytes = Math.min(maxBytes, uploads.limits.fileBytes);
  return async (app) => {
    app.addHook("onClose", () => looks.close());
    app.get(
      "/uploads",
      {
        schema: {
          tags: ["uploads"],
          summary: "How much may wait, and how much does",
          response: { 200: UploadRoom, 500: problems[500] },
        },
      },
      async () => ({ waiting: uploads.waiting(), limits: { ...uploads.limits, fileBytes } }),
    );

    app.post(
      "/uploads",
      {
        schema: {
          tags: ["uploads"],
          summary: "Bring one file in, to be looked at and imported later",
          description:
            "multipart/form-data with one file, of any name of field. It is written to disk as it comes; one that breaks off leaves nothing. What it is, is told by /uploads/{id}/preview.",
          consumes: ["multipart/form-data"],
          response: { 201: Upload, ...problems, 413: problems[400] },
        },
      },
      async (request, reply) => {
        const { path: _, ...upload } = await uploads.add((path) => receiveOne(request, path, fileBytes));
        return reply.code(201).header("location", `/api/v1/uploads/${upload.id}`).send(upload);
      },
    );

    app.get(
      "/uploads/:id",
      {
        schema: {
          tags: ["uploads"],
          summary: "A file that waits",
          params: Params,
          response: { 200: Upload, ...problems },
        },
      },
      async ({ params }) => {
        const { path: _, ...upload } = uploads.get(params.id);
        return upload;
      },
    );

    app.delete(
      "/uploads/:id",
      {
        schema: {
          tags: ["uploads"],
          summary: "Remove a file that waits",
          params: Params,
          response: { 204: Type.Null(), ...problems },
        },
      },
      async ({ params }, reply) => {
        await uploads.remove(params.id);
        return reply.code(204).send(null);
      },
    );

    app.post(
      "/uploads/:id/preview",
      {
        schema: {
          tags: ["uploads"],
          summary: "What the file is, its first rows, where its points lie and in which coordinate system",
          description:
            "Changes nothing; POST because the mapping of columns does not fit an address. An extract is read whole the first time, which takes as long as its import would.",
          params: Params,
          body: LookBody,
          response: { 200: Preview, ...problems },
        },
      },
      async ({ params, body, headers }, reply) => {
        const { id, path, file } = uploads.get(params.id);
        const ids = [id, ...(body.extract ? [body.extract] : [])];
        const [, extract] = uploads.hold(ids);
        try {
          const order = {
            path,
            file,
            kind: body.kind ?? null,
            crs: body.crs ?? null,
            mapping: body.mapping ?? {},
            streets: extract ? { path: extract.path, file: extract.file } : await streetsOf(body.area ?? null),
          };
          const look = await looks.look(order, leaving(reply));
          const problem = look.problem && problemOf(fromWire(look.problem), languageOf(headers["accept-language"]));
          return { ...(look as unknown as Omit<Preview, "problem">), problem };
        } finally {
          await uploads.letGo(ids, false);
        }
      },
    );

    app.post(
      "/areas/:area/imports/from-uploads",
      {
        schema: {
          tags: ["imports"],
          summary: "Import files that wait into an area, all or nothing",
          description: "They are removed once the import is done, and stay where it fails or is cancelled.",
          params: AreaParams,
          body: ImportOrder,
          response: { 202: Run, ...problems },
        },
      },
      async (request, reply) => {
        const { files, ids } = stagedFiles(request.params.area, request.body, uploads);
        const run = await holding(ids, (discard) => imports.start(files, ({ state }) => discard(state === "done")));
        return reply.code(202).header("location", `/api/v1/runs/${run.id}`).send(asImportRun(run, request));
      },
    );

    app.post(
      "/areas/:area/imports/check",
      {
        schema: {
          tags: ["imports"],
          summary: "Dry run: what an import of files that wait would take and refuse, with nothing written",
          params: AreaParams,
          body: ImportOrder,
          response: { 202: CheckRun, ...problems },
        },
      },
      async (request, reply) => {
        const { files, ids } = stagedFiles(request.params.area, request.body, uploads);
        const run = await holding(ids, (discard) => imports.check(files, () => discard(false)));
        return reply.code(202).header("location", `/api/v1/runs/${run.id}`).send(asCheckRun(run, request));
      },
    );
  };

  async function streetsOf(area: string | null) {
    const release = area === null ? null : await currentRelease(store.db, area);
    return release && { block: await currentSnapshot(store, release.areaId) };
  }

  /** Files of a run stay until it has ended, or did not even begin. */
  async function holding<T>(
    ids: readonly string[],
    begin: (discard: (isDone: boolean) => Promise<void>) => T,
  ): Promise<T> {
    uploads.hold(ids);
    try {
      return begin((isDone) => uploads.letGo(ids, isDone));
    } catch (error) {
      await uploads.letGo(ids, false);
      throw error;
    }
  }
}

/** Nobody reads on for whoever has left. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const abort = new AbortController();
  raw.on("close", () => {
    if (!raw.writableEnded) abort.abort();
  });
  return abort.signal;
}
