/** Packs of standards, findings of one on an area, and the table that asks for what is not known yet. @module */

import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { openTemplate } from "../../analysis/register/open-template.ts";
import { packNamed, packSummary, shippedPacks } from "../../analysis/standard-packs.ts";
import { findingAnswer, verdictCounts } from "../../analysis/standards.ts";
import { dayInChina } from "../../base/day.ts";
import { MEDIA_TYPES } from "../../export/formats.ts";
import { standardsBook } from "../../export/standards-book.ts";
import { factSheetCsv, factSheetWorkbook } from "../../export/templates/fact-sheet.ts";
import { askedFindings } from "../asked-findings.ts";
import { decodeOffset, nextOffset } from "../cursor.ts";
import { disposition } from "../disposition.ts";
import { languageOf } from "../language.ts";
import { problems } from "../schemas/common.ts";
import { TemplateFileParams, TemplateQuery } from "../schemas/register.ts";
import { FindingsPage, FindingsQuery, PackId, PackList, WorkbookQuery } from "../schemas/standards.ts";
import type { Services } from "../services.ts";

const tags = ["standards"];

export function standardRoutes({ desk, store, spacingRules: rules }: Services): FastifyPluginAsyncTypebox {
  const hands = { desk, store, rules };
  return async (app) => {
    app.get(
      "/standards",
      { schema: { tags, summary: "Packs that ship", response: { 200: PackList, 500: problems[500] } } },
      async () => ({ items: [...(await shippedPacks()).values()].map(packSummary) }),
    );

    app.get(
      "/standards/:pack/findings",
      {
        schema: {
          tags,
          summary: "Every requirement held against every unit, by the map and the register of facts",
          params: PackId,
          querystring: FindingsQuery,
          response: { 200: FindingsPage, ...problems },
        },
      },
      async ({ params, query }) => {
        const found = await askedFindings(hands, params.pack, query);
        const { pins } = found;
        const edition = `${pins.release}-${pins.register}`;
        const offset = decodeOffset(query.cursor, edition);
        const { verdict, unit, item } = query;
        const chosen = found.findings.filter(
          (one) =>
            (verdict === undefined || one.verdict === verdict) &&
            (unit === undefined || one.unit === unit) &&
            (item === undefined || one.item === item),
        );
        const items = chosen.slice(offset, offset + query.limit).map((one) => findingAnswer(found, one));
        return {
          items,
          next: nextOffset(offset, items.length, chosen.length, edition),
          asOf: pins.asOf,
          pins: { ...pins },
          verdicts: verdictCounts(found),
        };
      },
    );

    app.get(
      "/standards/:pack/template/:format",
      {
        schema: {
          tags,
          summary: "The table that asks an office for every fact of the pack that the register can hold",
          params: TemplateFileParams,
          querystring: TemplateQuery,
          response: { 200: { description: "the file", content: CONTENT }, ...problems },
        },
      },
      async ({ params, query }, reply) => {
        const pack = packNamed(await shippedPacks(), params.pack);
        const sheet = await openTemplate(hands, query.area, pack, {
          asOf: dayInChina(new Date()),
          within: query.street,
          table: query.table,
        });
        const file = params.format === "csv" ? factSheetCsv(sheet) : Readable.from(factSheetWorkbook(sheet));
        return reply
          .type(MEDIA_TYPES[params.format])
          .header(
            "content-disposition",
            disposition(`${sheet.title}.${params.format}`, `${pack.head.id}-${query.table}.${params.format}`),
          )
          .send(file);
      },
    );

    app.get(
      "/standards/:pack/workbook",
      {
        schema: {
          tags,
          summary: "Findings as a workbook to file: method, matrix, to-do, progress, late list, money",
          params: PackId,
          querystring: WorkbookQuery,
          response: { 200: { description: "the file", content: WORKBOOK }, ...problems },
        },
      },
      async ({ params, query, headers }, reply) => {
        const { area, street = null, lang } = query;
        const found = await askedFindings(hands, params.pack, query);
        const { asOf, pack } = found;
        const language = lang ?? languageOf(headers["accept-language"]);
        const release = await desk.release(area);
        const name = [street ?? release.name, pack.head[language], asOf].join(" ");
        return reply
          .type(MEDIA_TYPES.xlsx)
          .header("content-disposition", disposition(`${name}.xlsx`, `${area}-${pack.head.id}-${asOf}.xlsx`))
          .header("cache-control", "no-cache")
          .header("vary", "accept-language")
          .send(Readable.from(standardsBook(found, { release, language, street })));
      },
    );
  };
}

const CONTENT = Object.fromEntries(
  [MEDIA_TYPES.csv, MEDIA_TYPES.xlsx].map((type) => [
    type.split(";")[0],
    { schema: Type.Unsafe<Readable | string>({ type: "string", format: "binary" }) },
  ]),
);
const WORKBOOK = { [MEDIA_TYPES.xlsx]: CONTENT[MEDIA_TYPES.xlsx] };
