/** Reach, distances and routes tell of the same walks. */
import { beforeAll, expect, it } from "vitest";
import { requests } from "../bench/requests.ts";
import { describeService } from "../support/service.ts";

type Position = [lon: number, lat: number];

const SPEED_M = 1.2;
/** In the middle of the Pacific: on the globe, without a street. */
const AT_SEA: Position = [-150, 0];
const OFF_GLOBE: Position = [500, 1];

describeService("walks", { holding: "demo", onlyRead: true }, (service) => {
  let homes: Position[] = [];
  beforeAll(async () => {
    const { items } = (await service.get("/areas/demo/residences?limit=1000")).json;
    homes = items
      .map(({ position }: { position: Position }) => position)
      .filter((_: Position, i: number) => i % 40 === 0);
  });

  const reach = async ([lon, lat]: Position, more = "") =>
    (await service.get(`/reach?area=demo&lon=${lon}&lat=${lat}${more}`)).json;

  it("reach: nearest first, what is within and what is missing make up every category", async () => {
    const categories = (await service.get("/areas/demo/categories")).json.items.map(
      ({ code }: { code: string }) => code,
    );
    for (const home of homes) {
      const { status, origin, snapped, nearest, missing, facilitiesWithin, community, limitM, isochroneAreaM2 } =
        await reach(home);
      expect(status).toBe("ok");
      expect(origin).toEqual(home);
      expect(limitM).toBe(1080);
      expect(snapped.offsetM).toBeLessThanOrEqual(200);
      expect(community).toMatch(/社区$/);
      expect(isochroneAreaM2).toBeGreaterThan(10_000);
      expect(isochroneAreaM2).toBeLessThan(Math.PI * limitM ** 2);
      const totals = nearest.map(({ walk }: { walk: { totalM: number } }) => walk.totalM);
      expect(totals).toEqual(totals.toSorted((a: number, b: number) => a - b));
      expect([...Object.keys(facilitiesWithin), ...missing].toSorted()).toEqual(categories.toSorted());
      for (const { category, withinLimit, walk } of nearest) {
        expect(withinLimit).toBe(walk.totalM <= limitM);
        expect(category in facilitiesWithin).toBe(withinLimit);
      }
    }
  });

  it("reach: more time reaches more, and the shape grows", async () => {
    let before = { area: 0, facilities: 0 };
    for (const minutes of [1, 5, 10, 15, 30]) {
      const { isochroneAreaM2, facilitiesWithin } = await reach(homes[0], `&minutes=${minutes}`);
      const now = {
        area: isochroneAreaM2,
        facilities: Object.values<number>(facilitiesWithin).reduce((a, b) => a + b, 0),
      };
      expect(now.area).toBeGreaterThan(before.area);
      expect(now.facilities).toBeGreaterThanOrEqual(before.facilities);
      before = now;
    }
  });

  it("reach as GeoJSON: the shape, the point and its place on the street", async () => {
    const { type, features } = await reach(homes[0], "&format=geojson");
    const plain = await reach(homes[0]);
    expect(type).toBe("FeatureCollection");
    expect(features.map(({ properties }: { properties: { kind: string } }) => properties.kind)).toEqual([
      "isochrone",
      "origin",
      "snapped",
    ]);
    const [isochrone, origin, snapped] = features;
    expect(isochrone.geometry).toEqual(plain.isochrone);
    expect(isochrone.properties).toMatchObject({
      minutes: 15,
      limitM: 1080,
      areaM2: plain.isochroneAreaM2,
      profile: "adult",
    });
    expect(origin.geometry).toEqual({ type: "Point", coordinates: homes[0] });
    expect(snapped.properties.offsetM).toBe(plain.snapped.offsetM);
    for (const polygon of isochrone.geometry.coordinates) {
      for (const ring of polygon) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
  });

  it("reach where no street is near is unknown, not empty", async () => {
    const { status, snapped, isochrone, nearest, community } = await reach(AT_SEA);
    expect({ status, snapped, isochrone, nearest, community }).toEqual({
      status: "no_street_within_200m",
      snapped: null,
      isochrone: null,
      nearest: [],
      community: null,
    });
  });

  it("many at once are each as alone, in any order, one off the globe beside them", async () => {
    const origins = [homes[0], OFF_GLOBE, homes[1], AT_SEA, homes[2]];
    const { items } = (await service.post("/reach", { area: "demo", origins, minutes: 8 })).json;
    expect(items.map(({ status }: { status: string }) => status)).toEqual([
      "ok",
      "invalid_coordinates",
      "ok",
      "no_street_within_200m",
      "ok",
    ]);
    for (const i of [0, 2, 3, 4]) expect(items[i]).toEqual(await reach(origins[i], "&minutes=8"));
    const reversed = (await service.post("/reach", { area: "demo", origins: origins.toReversed(), minutes: 8 })).json
      .items;
    expect(reversed.toReversed()).toEqual(items);
  });

  it("distances are the walks of reach, in any order, bad pairs beside them", async () => {
    for (const home of homes.slice(0, 4)) {
      const { nearest } = await reach(home);
      const pairs = nearest.map(({ facility }: { facility: { position: Position } }) => [
        ...home,
        ...facility.position,
      ]);
      pairs.splice(1, 0, [...OFF_GLOBE, ...home], [...home, ...AT_SEA], [...home, 0, -91]);
      const { items } = (await service.post("/distances", { area: "demo", pairs })).json;
      expect(items.slice(1, 4).map(({ status }: { status: string }) => status)).toEqual([
        "invalid_coordinates",
        "no_street_within_200m",
        "invalid_coordinates",
      ]);
      const walks = items.toSpliced(1, 3);
      expect(walks.map(({ totalM }: { totalM: number }) => totalM)).toEqual(
        nearest.map(({ walk }: { walk: { totalM: number } }) => walk.totalM),
      );
      for (const { totalM, networkM, fromOffsetM, toOffsetM, seconds } of walks) {
        expect(fromOffsetM + networkM + toOffsetM).toBeCloseTo(totalM, 6);
        expect(seconds).toBeCloseTo(totalM / SPEED_M, 9);
      }
      const reversed = (await service.post("/distances", { area: "demo", pairs: pairs.toReversed() })).json.items;
      expect(reversed.toReversed()).toEqual(items);
    }
  });

  it("a point is its two offsets away from itself", async () => {
    const { items } = (await service.post("/distances", { area: "demo", pairs: [[...homes[0], ...homes[0]]] })).json;
    expect(items[0]).toMatchObject({ status: "ok", networkM: 0 });
    expect(items[0].totalM).toBeCloseTo(2 * items[0].fromOffsetM, 9);
  });

  it("a route begins and ends at its points, and is as long as the distance says", async () => {
    for (let i = 1; i < homes.length; i++) {
      const [from, to] = [homes[i - 1], homes[i]];
      const {
        walk,
        line,
        streets,
        from: start,
        to: end,
        gates,
        pins,
      } = (await service.get(`/route?area=demo&fromLon=${from[0]}&fromLat=${from[1]}&toLon=${to[0]}&toLat=${to[1]}`))
        .json;
      const [distance] = (await service.post("/distances", { area: "demo", pairs: [[...from, ...to]] })).json.items;
      expect(walk).toEqual(distance);
      expect(walk.status).toBe("ok");
      const points: Position[] = line.coordinates;
      expect(points[0]).toEqual(from);
      expect(points.at(-1)).toEqual(to);
      expect(metres([points[0], start.position])).toBeCloseTo(start.offsetM, 0);
      expect(metres([end.position, to])).toBeCloseTo(end.offsetM, 0);
      expect(Math.abs(metres(points) - walk.totalM)).toBeLessThan(0.5 + walk.totalM * 0.003);
      expect(streets.reduce((sum: number, street: { metres: number }) => sum + street.metres, 0)).toBeCloseTo(
        walk.networkM,
        3,
      );
      expect(Array.isArray(gates)).toBe(true);
      expect(pins).toMatchObject({ area: "demo", release: 1 });
    }
  });

  it("a route that cannot be walked says why, and draws no line", async () => {
    const { walk, line, from, to } = (
      await service.get(
        `/route?area=demo&fromLon=${homes[0][0]}&fromLat=${homes[0][1]}&toLon=${AT_SEA[0]}&toLat=${AT_SEA[1]}`,
      )
    ).json;
    expect(walk).toMatchObject({ status: "no_street_within_200m", totalM: null, seconds: null });
    expect([line, to]).toEqual([null, null]);
    expect(from.offsetM).toBe(walk.fromOffsetM);
  });

  it("the benchmark of requests runs, whatever it measures", async () => {
    const ask = async (url: string, headers = {}) => {
      const { statusCode, rawPayload } = await service.app.inject({ url, headers });
      return { status: statusCode, bytes: rawPayload.length, ms: 1 };
    };
    const gates = await requests(ask, "demo", homes, { questions: 2, commands: 0 });
    expect(gates.map(({ ratio }) => ratio)).toEqual([1, 1, 1, 1, 1]);
    await expect(requests(ask, "nowhere", homes, { questions: 1, commands: 0 })).rejects.toThrow("answered 404");
  });

  it("the same question is the same bytes", async () => {
    const url = `/reach?area=demo&lon=${homes[3][0]}&lat=${homes[3][1]}`;
    const first = await service.get(url);
    await service.get(`${url}&profile=wheelchair&minutes=30`);
    expect((await service.get(url)).text).toBe(first.text);
  });
});

/** On the sphere, good to 0.3 % of the ellipsoid. */
function metres(line: readonly Position[]): number {
  const rad = Math.PI / 180;
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const [[aLon, aLat], [bLon, bLat]] = [line[i - 1], line[i]];
    const x = (bLon - aLon) * rad * Math.cos(((aLat + bLat) / 2) * rad);
    sum += Math.hypot(x, (bLat - aLat) * rad) * 6_371_008.8;
  }
  return sum;
}
