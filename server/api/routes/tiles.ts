/** Vector tiles: the base map, facilities, residences and heat cells. Their addresses carry the release, and the revision of the scenario where there is one, so they never grow stale. @module */
import { createHash } from "node:crypto";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Feature } from "geojson";
import { type Static, Type } from "typebox";
import type { OpenArea, WalksQuestion } from "../../analysis/open-area.ts";
import { ALGORITHM, profileHash } from "../../analysis/pins.ts";
import type { BBox } from "../../base/lon-lat.ts";
import { apiError, invalidRequest, missingPart } from "../problems.ts";
import { AreaId, At, asked, ProfileId, problems, ScenarioId } from "../schemas/common.ts";
import type { Services } from "../services.ts";
import { baseMapFeatures } from "../tiles/base-map.ts";
import { encodeTile, type TileAddress, tileBounds } from "../tiles/encode.ts";
import { cellFeatures, cellResolutionAt, facilityFeatures, residenceFeatures } from "../tiles/people-features.ts";
import { TileCache } from "../tiles/tile-cache.ts";

const TILE = "application/vnd.mapbox-vector-tile";
const MAX_ZOOM = 20;
const CACHE_BYTES = 64 * 1024 * 1024;

const Layer = Type.Union([
  Type.Literal("base"),
  Type.Literal("facilities"),
  Type.Literal("residences"),
  Type.Literal("cells"),
]);
type Layer = Static<typeof Layer>;
const Params = Type.Object({
  layer: Layer,
  z: Type.Integer({ minimum: 0, maximum: MAX_ZOOM }),
  x: Type.Integer({ minimum: 0 }),
  y: Type.Integer({ minimum: 0 }),
});
const Query = asked({
  area: AreaId,
  v: Type.Integer({ description: "release of the area" }),
  category: Type.Optional(Type.String({ description: "for residences and cells" })),
  profile: ProfileId,
  at: At,
  scenario: ScenarioId,
  revision: Type.Optional(Type.Integer({ description: "of the scenario, needed where one is named" })),
});

export function tileRoutes({ desk, store }: Services): FastifyPluginAsyncTypebox {
  const cache = new TileCache(CACHE_BYTES);
  return async (app) => {
    app.get(
      "/tiles/:layer/:z/:x/:y.mvt",
      {
        schema: {
          tags: ["tiles"],
          summary: "One vector tile",
          params: Params,
          querystring: Query,
          response: {
            200: Type.Unsafe<Buffer>({ type: "string", format: "binary" }),
            304: Type.Null(),
            ...problems,
            410: problems[400],
          },
        },
      },
      async ({ params, query, headers }, reply) => {
        const { layer, z, x, y } = params;
        if (x >= 2 ** z || y >= 2 ** z)
          throw invalidRequest("params", `${z}/${x}/${y}`, {
            zh: `x 和 y 小于 ${2 ** z}`,
            en: `x and y below ${2 ** z}`,
          });
        const area = await desk.open(query.area, query.scenario);
        if (query.v !== area.content.release)
          throw apiError("release_gone", { value: query.v, expected: area.content.release });
        const pin = area.over?.pin ?? null;
        if (pin !== null && query.revision === undefined) throw missingPart("querystring.revision");
        if (pin !== null && query.revision !== pin.revision)
          throw apiError("revision_gone", { value: query.revision ?? null, expected: pin.revision });
        const category = layer === "residences" || layer === "cells" ? neededCategory(query.category) : "";
        const key = [
          ALGORITHM,
          query.area,
          area.edition,
          layer,
          z,
          x,
          y,
          category,
          category === "" ? "" : profileHash(area.walker(query.profile).profile),
          category === "" ? "" : (query.at ?? ""),
        ].join("/");
        const etag = `"${createHash("sha256").update(key).digest("base64url").slice(0, 22)}"`;
        const kept = { etag, "cache-control": "public, max-age=31536000, immutable" };
        if (isKnown(headers["if-none-match"], etag)) return reply.code(304).headers(kept).type(TILE).send(null);
        const address = { z, x, y };
        const tile = await cache.get(key, async () => {
          return Buffer.from(
            encodeTile(address, await featuresOf(layer, address, tileBounds(address), area, { ...query, category })),
          );
        });
        // Only now: a problem must never be kept for good in place of the tile.
        return reply.headers(kept).type(TILE).send(tile);
      },
    );
  };

  async function featuresOf(
    layer: Layer,
    { z }: TileAddress,
    bounds: BBox,
    area: OpenArea,
    question: WalksQuestion,
  ): Promise<Record<string, Feature[]>> {
    switch (layer) {
      case "base":
        return baseMapFeatures(store.db, area.content.releaseId, z, bounds);
      case "facilities":
        return { facilities: facilityFeatures(area, bounds) };
      case "residences":
        return { residences: residenceFeatures(area, area.walksFor(question), bounds) };
      case "cells":
        return { cells: cellFeatures(area, area.walksFor(question), cellResolutionAt(z), bounds) };
    }
  }
}

/** A list of tags, weak ones included: whoever compresses on the way marks them so. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

function neededCategory(category: string | undefined): string {
  if (category === undefined) throw missingPart("querystring.category");
  return category;
}
