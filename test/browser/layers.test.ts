/** Every layer of the map in real pixels: at places that the service names, in the colours that the legend means. */
import { centroid } from "@turf/turf";
import type { Feature, LineString, Polygon } from "geojson";
import { cellToLatLng } from "h3-js";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { GapClusterDetail, GapClusterPage } from "../../server/api/schemas/gaps.ts";
import type { Effect } from "../../server/api/schemas/scenario-effect.ts";
import type { Route } from "../../server/api/schemas/walks.ts";
import { CHANGE_COLOURS } from "../../web/map/change-looks.ts";
import { PALETTE } from "../../web/map/palette.ts";
import { UNKNOWN_COLOUR, walkClasses, walkColour } from "../../web/map/ramp.ts";
import { type Colour, colour, coloursAt, difference, keepScreenshot } from "../support/browser.ts";
import { consolePages, goTo, whole } from "../support/console-pages.ts";
import { addAt, askService, drawn, SOON, SOUTH, takeTool } from "../support/plan-page.ts";
import { describeWith } from "../support/requirements.ts";
import { type ScreenMap, screenMap, standingApart } from "../support/screen-map.ts";
import { decodeTile, tilesOver } from "../support/tiles-of.ts";

type LonLat = readonly [number, number];
type Point = readonly [number, number];

const QUESTION = "area=demo&category=pharmacy&minutes=15";
const ADULT_MM_PER_SECOND = 1200;
/** Of the heat cells, as far as they are not faded. */
const CELL_OPACITY = 0.82;
/** Clear of legend, tools and scale. */
const MARGIN_PX = 130;
const FEW = 12;

describeWith("chromium", "the layers of the map", () => {
  const console = consolePages();

  /** Share of the points that are painted so; each point comes with what is expected of it. */
  async function painted(page: Page, wanted: readonly { at: Point; tone: Colour }[], by: number): Promise<number> {
    const seen = await coloursAt(
      page,
      wanted.map(({ at }) => at),
    );
    return seen.filter((one, k) => difference(one, wanted[k].tone) < by).length / wanted.length;
  }
  /** Some places lie under a label, a street or a border. */
  const most = (page: Page, wanted: readonly { at: Point; tone: Colour }[], by: number) => {
    expect(wanted.length).toBeGreaterThan(0);
    return expect.poll(() => painted(page, wanted, by), { timeout: 30_000 }).toBeGreaterThan(0.6);
  };
  const visible = (map: ScreenMap, places: readonly LonLat[]) =>
    places.map((place) => map.at(place)).filter((at) => map.isInside(at, MARGIN_PX));
  const inTone = (points: readonly Point[], tone: string) => points.map((at) => ({ at, tone: colour(tone) }));

  /** Shapes of the base map, from its tiles. */
  async function base(place: LonLat): Promise<Record<string, Feature[]>> {
    const [address] = tilesOver([...place, ...place], 16);
    return baseTile(address);
  }

  async function baseTile({ z, x, y }: { z: number; x: number; y: number }): Promise<Record<string, Feature[]>> {
    const { release } = await console.ask<{ release: number }>("/areas/demo");
    const answer = await fetch(`${console.origin}/api/v1/tiles/base/${z}/${x}/${y}.mvt?area=demo&v=${release}`);
    return decodeTile(new Uint8Array(await answer.arrayBuffer()), { z, x, y });
  }

  /** A pharmacy without which homes lose cover, and where they are. */
  async function closingThatCosts() {
    const { items } = await console.ask<{ items: { ref: string; name: string; position: LonLat }[] }>(
      "/areas/demo/facilities?category=pharmacy&limit=1000",
    );
    for (const closed of items) {
      const effect = await askService<Effect>(console.origin, "/coverage/effect", {
        ...{ area: "demo", category: "pharmacy", minutes: 15, by: "residence", limit: 1000 },
        changes: [{ kind: "close_facility", ref: closed.ref }],
      });
      const losses = (effect.residences?.items ?? [])
        .filter(({ from, to }) => from === "covered" && to === "uncovered")
        .map(({ position }) => position as LonLat);
      if (losses.length > 2) return { closed, losses };
    }
    throw new Error("no pharmacy is missed");
  }

  it("paints heat cells, hatches unknown ones, and draws facilities, gaps, buildings, streets, water and green", async () => {
    const page = await console.open(`?${QUESTION}&hide=residences,facilities,gaps,units&map=104.3003,38.0930,13.4`);
    await whole(page);
    const map = await screenMap(page);
    const { items } = await console.ask<{ items: { h3: string; meanSeconds: number | null; uncovered: number }[] }>(
      `/coverage/cells?${QUESTION}&resolution=9`,
    );
    const centre = ({ h3 }: { h3: string }): LonLat => {
      const [lat, lon] = cellToLatLng(h3);
      return [lon, lat];
    };
    const known = items.filter(({ meanSeconds }) => meanSeconds !== null);
    const cells = known
      .map((cell) => ({ at: map.at(centre(cell)), mm: (cell.meanSeconds ?? 0) * ADULT_MM_PER_SECOND }))
      .filter(({ at }) => map.isInside(at, MARGIN_PX))
      .map(({ at, mm }) => ({
        at,
        tone: over(colour(walkColour(mm, walkClasses(15), ADULT_MM_PER_SECOND)), colour(PALETTE.land), CELL_OPACITY),
      }));
    expect(new Set(cells.map(({ tone }) => String(tone))).size).toBeGreaterThan(2);
    await most(page, cells, 24);
    const unknown = visible(map, items.filter((cell) => cell.meanSeconds === null && cell.uncovered === 0).map(centre));
    expect(unknown.length).toBeGreaterThan(0);
    const hatched = unknown.flatMap((at) => block(at, 16));
    await expect.poll(() => painted(page, inTone(hatched, UNKNOWN_COLOUR), 75), SOON).toBeGreaterThan(0.05);
    await keepScreenshot(page, "layer-cells-zh-wide");

    const clusters = (await console.ask<GapClusterPage>(`/coverage/gap-clusters?${QUESTION}&limit=10`)).items;
    await goTo(page, `?${QUESTION}&hide=residences,cells,facilities,units&map=104.3003,38.0930,13.4`);
    const discs = visible(
      map,
      clusters.map(({ position }) => position),
    );
    await most(page, inTone(besides(discs, -6), PALETTE.gap), 40);

    await goTo(page, `?${QUESTION}&hide=residences,cells,gaps,units&map=104.3003,38.0930,14`);
    const near = await screenMap(page);
    const { items: pharmacies } = await console.ask<{ items: { position: LonLat }[] }>(
      "/areas/demo/facilities?category=pharmacy&limit=1000",
    );
    const positions = pharmacies.map(({ position }) => position);
    const apart = standingApart(near, positions, { apartPx: 30, marginPx: MARGIN_PX }).map((k) => positions[k]);
    await most(page, inTone(besides(visible(near, apart), -6), "#20363a"), 60);

    const at: LonLat = [104.3003, 38.093];
    const shapes = await base(at);
    await goTo(page, `?${QUESTION}&hide=residences,cells,gaps,units,facilities&map=${at},16.5`);
    const close = await screenMap(page);
    const middles = (layer: string) =>
      visible(
        close,
        (shapes[layer] ?? [])
          .filter((one): one is Feature<Polygon> => one.geometry.type === "Polygon")
          .map((one) => centroid(one).geometry.coordinates as unknown as LonLat),
      );
    const halfway = (layer: string) =>
      visible(
        close,
        (shapes[layer] ?? [])
          .filter((one): one is Feature<LineString> => one.geometry.type === "LineString")
          .map(({ geometry: { coordinates } }): LonLat => {
            const [a, b] = coordinates.slice(Math.floor((coordinates.length - 1) / 2));
            return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
          }),
      );
    await most(page, inTone(middles("building"), PALETTE.building), 24);
    const roads = halfway("street");
    expect(roads.length).toBeGreaterThan(5);
    await expect.poll(() => painted(page, inTone(roads, PALETTE.street), 24), SOON).toBeGreaterThan(0.3);

    // The river and a park lie elsewhere.
    for (const [layer, tone] of [
      ["water", PALETTE.water],
      ["green", PALETTE.green],
    ] as const) {
      const spot = WHERE[layer];
      await goTo(page, `?${QUESTION}&hide=residences,cells,gaps,units,facilities&map=${spot},16.5`);
      const here = await screenMap(page);
      const [x, y] = here.at(spot);
      const around: Point[] = [-12, -6, 0, 6, 12].flatMap((dx) => [-12, 0, 12].map((dy): Point => [x + dx, y + dy]));
      await most(page, inTone(around, tone), 14);
    }
  });

  it("draws a gap that is looked at: its point, its walk, its homes; and unknown residences as hatched dots", async () => {
    const { items } = await console.ask<GapClusterPage>(`/coverage/gap-clusters?${QUESTION}&limit=10`);
    const gap = items[0];
    const { members } = await console.ask<GapClusterDetail>(
      `/coverage/gap-clusters/${encodeURIComponent(gap.heart)}?${QUESTION}`,
    );
    const { position: heart, nearest } = members.find(({ ref }) => ref === gap.heart) ?? members[0];
    const hidden = "hide=residences,cells,gaps,units,facilities";
    const page = await console.open(`?${QUESTION}&${hidden}&residence=${gap.heart}&map=${heart},15`);
    await page.locator(".card .verdict").waitFor();
    await drawn(page);
    const map = await screenMap(page);
    await most(page, inTone(besides([map.at(heart)], 3), PALETTE.walk), 40);
    const [toLon, toLat] = nearest?.facility.position ?? [];
    const { line } = await console.ask<Route>(
      `/route?area=demo&fromLon=${heart[0]}&fromLat=${heart[1]}&toLon=${toLon}&toLat=${toLat}`,
    );
    const way = visible(map, (line?.coordinates ?? []) as unknown as LonLat[]);
    await most(page, inTone(way, PALETTE.walk), 60);
    const others = members.filter(({ ref }) => ref !== gap.heart).map(({ position }) => position);
    const homes = standingApart(map, others, { apartPx: 30, marginPx: MARGIN_PX }).map((k) => map.at(others[k]));
    await most(page, inTone(besides(homes, 11), PALETTE.gap), 70);
    await keepScreenshot(page, "layer-gap-zh-wide");

    const { items: unknown } = await console.ask<{ items: { position: LonLat; verdict: string }[] }>(
      `/coverage/residences?${QUESTION}&limit=1000`,
    );
    const lost = unknown.find(({ verdict }) => verdict === "unknown")?.position ?? heart;
    await goTo(page, `?${QUESTION}&hide=cells,gaps,units,facilities&map=${lost},17`);
    const within = block((await screenMap(page)).at(lost), 4);
    await expect.poll(() => painted(page, inTone(within, UNKNOWN_COLOUR), 60), SOON).toBeGreaterThan(0.1);
    await expect.poll(() => painted(page, inTone(within, "#ffffff"), 30), SOON).toBeGreaterThan(0.1);
  });

  it("draws railways, borders, the unit that is picked, and names in their places", async () => {
    const { bbox } = await console.ask<{ bbox: [number, number, number, number] }>("/areas/demo");
    const ground = await Promise.all(tilesOver(bbox, 14).map(baseTile));
    const railways = ground.flatMap(({ railway = [] }) => railway).flatMap(segmentsOf);
    const [a, b] = railways.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0];
    const middle: LonLat = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const bare = "hide=residences,cells,gaps,facilities";
    const page = await console.open(`?${QUESTION}&${bare},units&map=${middle},16`);
    await page.locator(".headline").first().waitFor();
    const rails = block((await screenMap(page)).at(middle), 4);
    await expect.poll(() => painted(page, inTone(rails, PALETTE.railway), 30), SOON).toBeGreaterThan(0.03);

    const { items } = await console.ask<{ items: { ref: string; name: string; level: string; bbox: number[] }[] }>(
      "/areas/demo/communities?limit=1000",
    );
    const [unit] = items.filter(({ level }) => level === "community");
    const centre: LonLat = [(unit.bbox[0] + unit.bbox[2]) / 2, (unit.bbox[1] + unit.bbox[3]) / 2];
    const border = ground
      .flatMap(({ unit: units = [] }) => units)
      .filter(({ properties }) => properties?.ref === unit.ref)
      .flatMap(segmentsOf)
      .map(([from, to]): LonLat => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
    const share = async (tone: string, by: number, shown: readonly Point[]) =>
      painted(
        page,
        inTone(
          shown.flatMap((at) => block(at, 2)),
          tone,
        ),
        by,
      );
    await goTo(page, `?${QUESTION}&${bare}&map=${centre},15&unit=${unit.ref}`);
    const map = await screenMap(page);
    const along = visible(map, border);
    expect(along.length).toBeGreaterThan(3);
    await expect.poll(() => share(PALETTE.accent, 40, along), SOON).toBeGreaterThan(0.2);
    const name = block(map.at(centre), 16);
    await expect.poll(() => painted(page, inTone(name, LABEL), 40), SOON).toBeGreaterThan(0.008);
    await keepScreenshot(page, "layer-units-zh-wide");

    await goTo(page, `?${QUESTION}&${bare},units&map=${centre},15`);
    const edge = over(colour(PALETTE.unit), colour(PALETTE.land), 0.75);
    const edges = () =>
      painted(
        page,
        along.flatMap((at) => block(at, 2)).map((at) => ({ at, tone: edge })),
        45,
      );
    await expect.poll(() => share(PALETTE.accent, 40, along), SOON).toBe(0);
    await expect.poll(() => painted(page, inTone(name, LABEL), 40), SOON).toBeLessThan(0.002);
    // Other things of this grey lie there too.
    const besidesBorders = await edges();
    await goTo(page, `?${QUESTION}&${bare}&map=${centre},15`);
    await expect.poll(edges, SOON).toBeGreaterThan(besidesBorders + 0.03);
    const streets = ground
      .flatMap(({ street = [] }) => street)
      .filter(({ properties }) => properties?.name !== undefined)
      .flatMap(segmentsOf)
      .map(([from]): LonLat => from);
    const named = visible(map, streets).flatMap((at) => block(at, 3));
    await expect.poll(() => painted(page, inTone(named, PALETTE.label), 50), SOON).toBeGreaterThan(0.003);
  });

  it("marks a change of a plan, and rings every residence that gains by it", async () => {
    const page = await console.open(`?${QUESTION}&mode=what-if&map=${SOUTH},15.4`);
    await page.getByRole("button", { name: "新建方案" }).click();
    await takeTool(page, "新增设施");
    await page.getByLabel("坐标", { exact: true }).fill(SOUTH.join(","));
    await page.keyboard.press("Enter");
    await page.locator("[data-effect=now]").waitFor();
    const asked = { area: "demo", category: "pharmacy", minutes: 15, changes: [addAt(SOUTH)] };
    const effect = await askService<Effect>(console.origin, "/coverage/effect", {
      ...asked,
      by: "residence",
      limit: 1000,
    });
    const gains = (effect.residences?.items ?? []).filter(({ from, to }) => from === "uncovered" && to === "covered");
    const map = await screenMap(page);
    const places = gains.map(({ position }) => position);
    const dots = standingApart(map, places, { apartPx: 24, marginPx: MARGIN_PX }).map((k) => map.at(places[k]));
    await most(page, inTone(besides(dots.slice(0, FEW), -6), CHANGE_COLOURS.gain), 50);
    await most(page, inTone(besides([map.at(SOUTH)], -9), PALETTE.plan), 60);
    await keepScreenshot(page, "layer-changes-zh-wide");

    // What was sketched while the map could not draw yet stood in the same places, and is gone.
    await expect.poll(() => page.locator(".map-sketch").isHidden(), SOON).toBe(true);
    const sketched = await sketchAt(page, besides(dots.slice(0, FEW), -6));
    expect(sketched.filter((one) => difference(one, colour(CHANGE_COLOURS.gain)) < 50).length).toBe(sketched.length);
    const [sketchedMs, wholeMs] = await page.evaluate(() =>
      ["painted effect", "painted whole"].map((mark) => performance.getEntriesByName(mark).at(-1)?.startTime),
    );
    expect(sketchedMs).toBeGreaterThan(0);
    expect(wholeMs).toBeGreaterThan(sketchedMs ?? 0);

    const { closed, losses } = await closingThatCosts();
    const draft = new URL(page.url()).searchParams.get("draft");
    await goTo(page, `?${QUESTION}&mode=what-if&draft=${draft}&map=${closed.position},15.4`);
    await takeTool(page, "关闭设施");
    const there = await screenMap(page);
    await page.locator(".maplibregl-canvas").first().waitFor();
    await expect
      .poll(async () => {
        await page.mouse.move(...there.at(closed.position));
        return page.locator(".hover-tip", { hasText: closed.name }).count();
      }, SOON)
      .toBe(1);
    await page.mouse.click(...there.at(closed.position));
    await page.waitForURL(/draft=\w+\.2/);
    const closing = new URL(page.url()).searchParams.get("draft");
    await goTo(page, `?${QUESTION}&mode=what-if&draft=${closing}&map=${losses[0]},15.4`);
    const far = await screenMap(page);
    const lost = standingApart(far, losses, { apartPx: 24, marginPx: MARGIN_PX }).map((k) => far.at(losses[k]));
    await most(page, inTone(besides(lost.slice(0, FEW), -6), CHANGE_COLOURS.loss), 50);
  });
});

/** Colour of names of units. */
const LABEL = "#2c3a3c";

function segmentsOf({ geometry }: Feature): (readonly [LonLat, LonLat])[] {
  const lines: readonly (readonly number[])[][] =
    geometry.type === "LineString"
      ? [geometry.coordinates]
      : geometry.type === "MultiLineString" || geometry.type === "Polygon"
        ? geometry.coordinates
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates.flat()
          : [];
  return lines.flatMap((line) =>
    line.slice(1).map((to, k) => [line[k] as unknown as LonLat, to as unknown as LonLat] as const),
  );
}

function lengthOf([a, b]: readonly [LonLat, LonLat]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Pixels of the last sketch, at points of the page. */
function sketchAt(page: Page, points: readonly Point[]): Promise<Colour[]> {
  return page.locator(".map-sketch").evaluate((element, wanted) => {
    const canvas = element as HTMLCanvasElement;
    const pen = canvas.getContext("2d");
    if (pen === null || canvas.parentElement === null) throw new Error("no sketch");
    const { left, top } = canvas.parentElement.getBoundingClientRect();
    const ratio = window.devicePixelRatio;
    return wanted.map(([x, y]) => {
      const [red, green, blue] = pen.getImageData((x - left) * ratio, (y - top) * ratio, 1, 1).data;
      return [red, green, blue] as const;
    });
  }, points) as Promise<Colour[]>;
}

/** In the town's lake, west of its island, and in the park round it. */
const WHERE = { water: [104.2915, 38.102], green: [104.2954, 38.1022] } as const;

/** Points so many pixels left (−) or right of these: in the middle of a symbol stands its sign. */
function besides(points: readonly Point[], byPx: number): Point[] {
  return points.map(([x, y]): Point => [x + byPx, y]);
}

/** Every pixel at most so far from the point along either axis. */
function block([x, y]: Point, reach: number): Point[] {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, k) => k - reach);
  return steps.flatMap((dx) => steps.map((dy): Point => [x + dx, y + dy]));
}

function over(top: Colour, ground: Colour, opacity: number): Colour {
  return top.map((part, k) => part * opacity + ground[k] * (1 - opacity)) as unknown as Colour;
}
