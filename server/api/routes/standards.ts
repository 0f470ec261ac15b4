/** Packs of standards, and findings of one on an area as the map knows it. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { packNamed, packSummary, shippedPacks } from "../../analysis/standard-packs.ts";
import { findingAnswer, findingsOf, verdictCounts } from "../../analysis/standards.ts";
import { dueDate } from "../../standards/dates.ts";
import { decodeOffset, nextOffset } from "../cursor.ts";
import { problems } from "../schemas/common.ts";
import { FindingsPage, FindingsQuery, PackId, PackList } from "../schemas/standards.ts";
import type { Services } from "../services.ts";

export function standardRoutes({ desk }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/standards",
      {
        schema: {
          tags: ["standards"],
          summary: "Packs of standards that ship with the service",
          response: { 200: PackList, ...problems },
        },
      },
      async () => ({ items: [...(await shippedPacks()).values()].map(packSummary) }),
    );

    app.get(
      "/standards/:pack/findings",
      {
        schema: {
          tags: ["standards"],
          summary: "A pack held against an area: a finding for each requirement and unit",
          params: PackId,
          querystring: FindingsQuery,
          response: { 200: FindingsPage, ...problems },
        },
      },
      async ({ params, query }) => {
        const pack = packNamed(await shippedPacks(), params.pack);
        const area = await desk.open(query.area);
        const asOf = dueDate(query.asOf ?? new Date().toISOString().slice(0, 10));
        const offset = decodeOffset(query.cursor, area.edition);
        const found = findingsOf(area, pack, { asOf, profile: query.profile, within: query.street });
        const chosen = found.findings.filter(({ verdict }) => query.verdict === undefined || verdict === query.verdict);
        const items = chosen.slice(offset, offset + query.limit).map((one) => findingAnswer(found, one));
        return {
          items,
          next: nextOffset(offset, items.length, chosen.length, area.edition),
          asOf,
          verdicts: verdictCounts(found),
        };
      },
    );
  };
}
