/** Spacing to take along: the list of pairs, the verdict over one place, or those over many, as a workbook. @module */
import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { spacingIn } from "../../analysis/spacing.ts";
import { spacingClusters } from "../../analysis/spacing-clusters.ts";
import { askedCheck, openSpacing } from "../../analysis/spacing-question.ts";
import { dayInChina } from "../../base/day.ts";
import { batchBook } from "../../export/batch-book.ts";
import { fileContext } from "../../export/file-context.ts";
import { MEDIA_TYPES } from "../../export/formats.ts";
import { spacingBook, verdictBook } from "../../export/spacing-book.ts";
import { decidedTable, MAX_BATCH_BYTES } from "../decided-table.ts";
import { languageOf } from "../language.ts";
import { missingPart } from "../problems.ts";
import { problems } from "../schemas/common.ts";
import { BatchExportBody, CheckExportQuery, SpacingExportQuery } from "../schemas/spacing.ts";
import type { Services } from "../services.ts";

const FILE = {
  description: "the file",
  content: { [MEDIA_TYPES.xlsx]: { schema: Type.Unsafe<Readable>({ type: "string", format: "binary" }) } },
};

export function spacingFileRoutes(services: Services): FastifyPluginAsyncTypebox {
  const { desk, store, catalogue, spacingRules: book } = services;
  const context = async (areaId: string, language: "zh" | "en") =>
    fileContext(await desk.release(areaId), catalogue, language);
  return async (app) => {
    app.get(
      "/spacing/export",
      {
        schema: {
          tags: ["export"],
          summary: "Pairs that stand too close, with their clusters, as a workbook",
          querystring: SpacingExportQuery,
          response: { 200: FILE, ...problems },
        },
      },
      async ({ query, headers }, reply) => {
        const { area, date, rules } = await openSpacing(desk, book, query, dayInChina(new Date()));
        const question = { date, rules, unit: query.unit ?? null };
        const answer = await spacingIn(store.db, area, question, 0, Number.POSITIVE_INFINITY);
        const clusters = await spacingClusters(store.db, area, question, 0, Number.POSITIVE_INFINITY);
        const language = query.lang ?? languageOf(headers["accept-language"]);
        const bytes = spacingBook(answer, clusters.items, await context(query.area, language));
        return sendBook(reply, `${query.area}-spacing-${date}.xlsx`, bytes);
      },
    );

    app.get(
      "/spacing/check/export",
      {
        schema: {
          tags: ["export"],
          summary: "The verdict over one place as a workbook",
          querystring: CheckExportQuery,
          response: { 200: FILE, ...problems },
        },
      },
      async ({ query: { lang, ...query }, headers }, reply) => {
        for (const part of ["lon", "lat"] as const)
          if (query.residence === undefined && query[part] === undefined) throw missingPart(`querystring.${part}`);
        const check = await askedCheck(store.db, desk, book, query, dayInChina(new Date()));
        const language = lang ?? languageOf(headers["accept-language"]);
        return sendBook(reply, `${check.number}.xlsx`, verdictBook(check, await context(query.area, language)));
      },
    );

    app.post(
      "/spacing/batch/export",
      {
        bodyLimit: MAX_BATCH_BYTES,
        schema: {
          tags: ["export"],
          summary: "Applications decided at once, as a workbook",
          body: BatchExportBody,
          response: { 200: FILE, ...problems },
        },
      },
      async ({ body: { lang, ...body }, headers }, reply) => {
        const batch = await decidedTable(services, body);
        const language = lang ?? languageOf(headers["accept-language"]);
        return sendBook(
          reply,
          `${body.area}-applications-${batch.date}.xlsx`,
          batchBook(batch, await context(body.area, language)),
        );
      },
    );
  };
}

/** Sent page by page as it is written; its words are in the language that was asked for. */
function sendBook(reply: FastifyReply, name: string, book: AsyncIterable<Uint8Array>) {
  return reply
    .type(MEDIA_TYPES.xlsx)
    .header("content-disposition", `attachment; filename="${name}"`)
    .header("cache-control", "no-cache")
    .header("vary", "accept-language")
    .send(Readable.from(book));
}
