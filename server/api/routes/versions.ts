/** Versions of an area: listed with who made them, compared, gone back to, with the refused rows of each. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { refusalsAsCsv } from "../../import/write-refusals.ts";
import {
  compareVersions,
  type KindChange,
  listVersions,
  restoreVersion,
  versionByNumber,
} from "../../intake/versions.ts";
import type { AreaRelease } from "../../store/areas.ts";
import { refusalPage } from "../../store/refusals.ts";
import { AreaId, problems } from "../schemas/common.ts";
import { CompareQuery, RestoreBody, Version, VersionChanges, VersionList, VersionParam } from "../schemas/versions.ts";
import type { Services } from "../services.ts";
import { asDataset } from "./areas.ts";

const Params = Type.Object({ area: AreaId });

export function versionRoutes({ store, desk, imports }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/areas/:area/versions",
      {
        schema: {
          tags: ["versions"],
          summary: "All versions of the area, the newest first",
          params: Params,
          response: { 200: VersionList, ...problems },
        },
      },
      async ({ params }) => {
        const { release } = await desk.release(params.area);
        return { items: (await listVersions(store, params.area)).map((one) => asVersion(one, release)) };
      },
    );

    app.post(
      "/areas/:area/versions",
      {
        schema: {
          tags: ["versions"],
          summary: "Go back to an earlier version: a new one over the same datasets; nothing is lost",
          params: Params,
          body: RestoreBody,
          response: { 201: Version, ...problems },
        },
      },
      async ({ params, body }, reply) => {
        await desk.release(params.area);
        imports.assertIdle(params.area);
        const made = await restoreVersion(store, {
          areaId: params.area,
          release: body.restore,
          office: body.office?.trim() || null,
        });
        desk.refresh(params.area);
        return reply.code(201).send(asVersion(made, made.release));
      },
    );

    app.get(
      "/areas/:area/versions/compare",
      {
        schema: {
          tags: ["versions"],
          summary: "What was added, removed and changed between two versions, by ref",
          params: Params,
          querystring: CompareQuery,
          response: { 200: VersionChanges, ...problems },
        },
      },
      async ({ params, query }) => {
        await desk.release(params.area);
        const { kinds } = await compareVersions(store, params.area, query.from, query.to);
        return { area: params.area, from: query.from, to: query.to, kinds: kinds.map(asKindChange) };
      },
    );

    app.get(
      "/areas/:area/versions/:release/refusals.csv",
      {
        schema: {
          tags: ["versions"],
          summary: "Every row that the files of a version had refused, with its reason",
          params: Type.Object({ area: AreaId, release: VersionParam }),
          response: { 200: Type.String(), ...problems },
        },
      },
      async ({ params }, reply) => {
        await desk.release(params.area);
        const { datasets } = await versionByNumber(store, params.area, params.release);
        const rows = [];
        for (const { datasetId } of datasets) {
          const page = { after: -1, limit: Number.MAX_SAFE_INTEGER };
          rows.push(...(await refusalPage(store.db, datasetId, page).execute()));
        }
        return reply
          .type("text/csv; charset=utf-8")
          .header("content-disposition", `attachment; filename="refusals-${params.area}-${params.release}.csv"`)
          .send(refusalsAsCsv(rows));
      },
    );
  };
}

function asVersion({ release, releasedAt, office, restored, counts, datasets }: AreaRelease, current: number): Version {
  return {
    release,
    current: release === current,
    releasedAt,
    office,
    restored,
    counts: { ...counts },
    datasets: datasets.map(asDataset),
  };
}

function asKindChange({ kind, before, after, rows, listed }: KindChange): VersionChanges["kinds"][number] {
  return {
    kind,
    before: before && asDataset(before),
    after: after && asDataset(after),
    sameDataset: before?.datasetId === after?.datasetId,
    rows: rows && { ...rows },
    listed: listed.map(({ change, ref, name, lon, lat, fields }) => ({
      change,
      ref,
      name,
      position: lon === null || lat === null ? null : [lon, lat],
      fields: [...fields],
    })),
  };
}
