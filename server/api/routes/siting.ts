/** Siting: answered at once where the proof is quick, else with 202 and a run that shows the best so far. @module */
import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { siteAddresses } from "../../analysis/site-addresses.ts";
import { tellCandidates } from "../../analysis/siting-candidates.ts";
import { distancesOf } from "../../analysis/siting-distances.ts";
import { SITING_DEFAULTS, type SitingAsked } from "../../analysis/siting-question.ts";
import { parseCrs, toWgs84 } from "../../base/crs.ts";
import { fileContext } from "../../export/file-context.ts";
import { MEDIA_TYPES } from "../../export/formats.ts";
import { signingList, signingTitle } from "../../export/signing-list.ts";
import type { SitingRun as StoredRun } from "../../runs/siting-runs.ts";
import { disposition } from "../disposition.ts";
import { languageOf } from "../language.ts";
import { apiError, problemOf } from "../problems.ts";
import { problems } from "../schemas/common.ts";
import {
  SitingQuery as Query,
  SigningListQuery,
  Siting,
  SitingBody,
  SitingCandidates,
  type SitingQuery,
  SitingRun,
} from "../schemas/siting.ts";
import type { Services } from "../services.ts";

const RunParams = Type.Object({ id: Type.String() });
const response = { 200: Siting, 202: SitingRun, ...problems };

export function sitingRoutes({
  desk,
  store,
  catalogue,
  sitingRuns,
  spacingRules,
}: Services): FastifyPluginAsyncTypebox {
  const answer = async (body: SitingBody | SitingQuery, request: FastifyRequest, reply: FastifyReply) => {
    const { rule, category } = body;
    const distances = rule === undefined ? [] : distancesOf(await spacingRules.rulesFor(body.area, rule), category);
    const run = await sitingRuns.start(body.area, body.scenario, { ...askedOf(body), distances });
    await sitingRuns.within(run, body.waitSeconds * 1000);
    const best = sitingRuns.bestOf(run);
    if (run.state === "failed" && run.problem !== null) throw run.problem;
    if (run.state === "done" && best !== null) return { run: run.id, ...best };
    return reply
      .code(202)
      .header("location", `/api/v1/runs/${run.id}`)
      .send(asSitingRun(run, best, request));
  };

  return async (app) => {
    const schema = { tags: ["siting"], summary: "Where more sites serve most people who are not served" };
    app.get(
      "/siting",
      { schema: { ...schema, querystring: Query, response } },
      async (request, reply) => answer(request.query, request, reply as FastifyReply) as never,
    );
    app.post(
      "/siting",
      { schema: { ...schema, body: SitingBody, response } },
      async (request, reply) => answer(request.body, request, reply as FastifyReply) as never,
    );

    app.get(
      "/runs/:id/candidates",
      {
        schema: {
          tags: ["siting"],
          summary: "Where the sites of a plan could be: every candidate that was looked at",
          params: RunParams,
          response: { 200: SitingCandidates, ...problems },
        },
      },
      async ({ params }) => {
        const run = sitingRuns.get(params.id);
        const places = run && sitingRuns.candidatesOf(run);
        if (!places) throw apiError("not_found", { value: `siting ${params.id}` });
        return { items: tellCandidates(places) };
      },
    );

    app.get(
      "/runs/:id/signing-list.xlsx",
      {
        schema: {
          tags: ["siting"],
          summary: "The sites of a plan as a list to sign from: address, street, community, people gained, contact",
          params: RunParams,
          querystring: SigningListQuery,
          response: {
            200: {
              description: "the file",
              content: {
                [MEDIA_TYPES.xlsx]: { schema: Type.Unsafe<Readable>({ type: "string", format: "binary" }) },
              },
            },
            ...problems,
          },
        },
      },
      async ({ params, query, headers }, reply) => {
        const run = sitingRuns.get(params.id);
        const best = run && sitingRuns.bestOf(run);
        if (!run || !best) throw apiError("not_found", { value: `siting ${params.id}` });
        const release = await desk.release(run.areaId);
        const addresses = await siteAddresses(store.db, release.releaseId, best.sites);
        const language = query.lang ?? languageOf(headers["accept-language"]);
        const context = fileContext(release, catalogue, language);
        return reply
          .type(MEDIA_TYPES.xlsx)
          .header("content-disposition", disposition(`${signingTitle(best, context)}.xlsx`, "signing-list.xlsx"))
          .header("vary", "accept-language")
          .send(Readable.from(signingList(best, addresses, context)));
      },
    );
  };
}

function askedOf({
  area: _,
  scenario: __,
  rule: ___,
  waitSeconds: ____,
  ...asked
}: SitingBody | SitingQuery): SitingAsked {
  const { listed = [], listedCrs = "wgs84", ...rest } = asked as Partial<SitingBody> & typeof asked;
  const crs = parseCrs(listedCrs);
  return {
    ...SITING_DEFAULTS,
    ...rest,
    sites: asked.sites ?? null,
    spacingM: asked.spacingM ?? null,
    mostPerCommunity: asked.mostPerCommunity ?? null,
    budget: ("budget" in asked ? asked.budget : null) ?? null,
    signed: ("signed" in asked ? asked.signed : null) ?? null,
    listed: listed.map(({ id, position, name, price, capacity }) => ({
      id,
      position: toWgs84(crs, position[0], position[1]),
      name: name ?? null,
      price: price ?? null,
      capacity: capacity ?? null,
    })),
  };
}

/** The run as it stands, its problem in the reader's language. */
export function asSitingRun(
  { areaId, problem, ...run }: StoredRun,
  answer: SitingRun["answer"],
  request: FastifyRequest,
): SitingRun {
  return {
    ...run,
    kind: "siting",
    area: areaId,
    answer,
    problem: problem && problemOf(problem, languageOf(request.headers["accept-language"])),
  };
}
