/** Areas and what they hold: categories, communities, facilities, residences; the profiles of walkers. @module */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { attributionOf } from "../../analysis/attribution.ts";
import { type BBox, isLonLat } from "../../base/lon-lat.ts";
import { coverageError } from "../../coverage/errors.ts";
import { type AreaRelease, listAreas, type ReleaseDataset } from "../../store/areas.ts";
import { facilityCounts, facilityPage } from "../../store/facilities.ts";
import { residencePage } from "../../store/residences.ts";
import { units } from "../../store/units.ts";
import { decodeOffset, encodeOffset } from "../cursor.ts";
import { asFacility, asResidence } from "../places.ts";
import { invalidRequest } from "../problems.ts";
import {
  Area,
  AreaList,
  CategoryList,
  CommunityList,
  FacilitiesQuery,
  FacilityPage,
  ProfileList,
  ResidencePage,
  ResidencesQuery,
} from "../schemas/areas.ts";
import { AreaId, problems } from "../schemas/common.ts";
import type { Services } from "../services.ts";

const Params = Type.Object({ area: AreaId });

export function areaRoutes({ store, desk, catalogue, profiles }: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/areas",
      { schema: { tags: ["areas"], summary: "All areas", response: { 200: AreaList, 500: problems[500] } } },
      async () => {
        return { items: (await listAreas(store.db)).map(asArea) };
      },
    );

    app.get(
      "/areas/:area",
      { schema: { tags: ["areas"], summary: "One area", params: Params, response: { 200: Area, ...problems } } },
      async ({ params }) => {
        return asArea(await desk.release(params.area));
      },
    );

    app.get(
      "/areas/:area/categories",
      {
        schema: {
          tags: ["areas"],
          summary: "Categories that the area has facilities of",
          params: Params,
          response: { 200: CategoryList, ...problems },
        },
      },
      async ({ params }) => {
        const { releaseId } = await desk.release(params.area);
        const counts = await facilityCounts(store.db, releaseId).execute();
        const items = counts.map(({ category, count }) => {
          const known = catalogue.byCode.get(category);
          return {
            code: category,
            name: { zh: known?.zh ?? category, en: known?.en ?? category },
            group: known?.group ?? "",
            count,
          };
        });
        return { items };
      },
    );

    app.get(
      "/areas/:area/communities",
      {
        schema: {
          tags: ["areas"],
          summary: "Subdistricts and communities",
          params: Params,
          response: { 200: CommunityList, ...problems },
        },
      },
      async ({ params }) => {
        const { releaseId } = await desk.release(params.area);
        const rows = await units(store.db, releaseId).execute();
        return {
          items: rows.map(({ ref, name, level, parentRef, bbox }) => ({ ref, name, level, parent: parentRef, bbox })),
        };
      },
    );

    app.get(
      "/areas/:area/facilities",
      {
        schema: {
          tags: ["areas"],
          summary: "Facilities, page by page",
          params: Params,
          querystring: FacilitiesQuery,
          response: { 200: FacilityPage, ...problems },
        },
      },
      async ({ params, query }) => {
        const { releaseId, release } = await desk.release(params.area);
        if (query.category !== undefined && !catalogue.byCode.has(query.category)) {
          throw unknownCategory(params.area, query.category, await facilityCounts(store.db, releaseId).execute());
        }
        const filter = {
          limit: query.limit,
          after: decodeOffset(query.cursor, release),
          ...boxOf(query.bbox),
          ...(query.category === undefined ? {} : { category: query.category }),
        };
        const rows = await facilityPage(store.db, releaseId, filter).execute();
        return { items: rows.map(asFacility), next: nextAfter(rows, query.limit, release) };
      },
    );

    app.get(
      "/areas/:area/residences",
      {
        schema: {
          tags: ["areas"],
          summary: "Residences, page by page",
          params: Params,
          querystring: ResidencesQuery,
          response: { 200: ResidencePage, ...problems },
        },
      },
      async ({ params, query }) => {
        const { releaseId, release } = await desk.release(params.area);
        const rows = await residencePage(store.db, releaseId, {
          limit: query.limit,
          after: decodeOffset(query.cursor, release),
          ...boxOf(query.bbox),
        }).execute();
        return { items: rows.map(asResidence), next: nextAfter(rows, query.limit, release) };
      },
    );

    app.get(
      "/profiles",
      {
        schema: {
          tags: ["areas"],
          summary: "Who walks, and how fast",
          response: { 200: ProfileList, 500: problems[500] },
        },
      },
      async () => {
        return { items: [...profiles.values()].map((profile) => ({ ...profile })) };
      },
    );
  };
}

function asArea({
  areaId,
  name,
  demo,
  release,
  releasedAt,
  bbox,
  counts,
  peopleEstimated,
  people,
  datasets,
}: AreaRelease): Area {
  return {
    id: areaId,
    name,
    demo,
    release,
    releasedAt,
    bbox: [...bbox],
    counts: { ...counts },
    peopleEstimated,
    people,
    attribution: attributionOf(demo),
    datasets: datasets.map(asDataset),
  };
}

/** What readers are told of a dataset. */
export function asDataset({
  kind,
  version,
  file,
  crs,
  importedAt,
  taken,
  refused,
}: ReleaseDataset): Area["datasets"][number] {
  return { kind, version, file, crs, importedAt, taken, refused };
}

function unknownCategory(area: string, value: string, known: readonly { readonly category: string }[]): Error {
  return coverageError("category_unknown", { area, value, expected: known.map(({ category }) => category).join(", ") });
}

/** The last id of a full page; null after the last page. */
function nextAfter(rows: readonly { readonly id: number }[], limit: number, release: number): string | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < limit ? null : encodeOffset(last.id, release);
}

function boxOf(text: string | undefined): { bbox: BBox } | Record<string, never> {
  if (text === undefined) return {};
  const [west, south, east, north, ...more] = text
    .split(",")
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const isBox = more.length === 0 && isLonLat(west, south) && isLonLat(east, north) && west <= east && south <= north;
  if (!isBox) {
    throw invalidRequest("querystring.bbox", text, {
      zh: "西,南,东,北（度），西 ≤ 东，南 ≤ 北",
      en: "west,south,east,north in degrees, west ≤ east, south ≤ north",
    });
  }
  return { bbox: [west, south, east, north] };
}
