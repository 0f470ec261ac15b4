/** Areas and what they hold, page by page. */
import { describe, expect, it } from "vitest";
import { describeService, type TestService } from "../support/service.ts";

describeService("areas", { holding: "demo", onlyRead: true }, (service) => {
  it("lists the areas with what they were made of", async () => {
    const { status, json } = await service.get("/areas");
    expect(status).toBe(200);
    expect(json.items).toHaveLength(1);
    expect((await service.get("/areas/demo")).json).toEqual(json.items[0]);
    expect(json.items[0]).toMatchObject({ id: "demo", demo: true, release: 1, peopleEstimated: false });
    expect(json.items[0].name).toMatch(/虚构/);
    expect(json.items[0].attribution).toMatch(/虚构.*invented/);
    expect(json.items[0].counts).toMatchObject({ residences: 380, communities: 24, subdistricts: 3 });
    const kinds = json.items[0].datasets.map(
      ({ kind, crs, version }: { kind: string; crs: string; version: number }) => `${kind} ${crs} ${version}`,
    );
    expect(kinds).toEqual([
      "boundary_file wgs84 1",
      "communities_file wgs84 1",
      "facilities_file gcj02 1",
      "facilities_osm wgs84 1",
      "residences_file bd09 1",
      "residences_osm wgs84 1",
      "streets wgs84 1",
    ]);
  });

  it("says which areas there are when asked for another", async () => {
    const { status, json } = await service.get("/areas/nowhere");
    expect(status).toBe(404);
    expect(json).toMatchObject({ code: "area_unknown", fields: { value: "nowhere", expected: "demo" } });
  });

  it("counts the facilities of every category, and they add up", async () => {
    const { items } = (await service.get("/areas/demo/categories")).json;
    const { counts } = (await service.get("/areas/demo")).json;
    expect(items.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(counts.facilities);
    expect(items.length).toBeGreaterThanOrEqual(25);
    expect(items.find(({ code }: { code: string }) => code === "pharmacy")).toMatchObject({
      name: { zh: "药店", en: "Pharmacy" },
      group: "health",
    });
    for (const { name, group } of items) expect(name.zh && name.en && group).toBeTruthy();
  });

  it("lists subdistricts and the communities inside them", async () => {
    const { items } = (await service.get("/areas/demo/communities")).json;
    const subdistricts = items.filter(({ level }: { level: string }) => level === "subdistrict");
    const communities = items.filter(({ level }: { level: string }) => level === "community");
    expect([subdistricts.length, communities.length]).toEqual([3, 24]);
    const refs = new Set(subdistricts.map(({ ref }: { ref: string }) => ref));
    for (const { parent, bbox } of communities) {
      expect(refs).toContain(parent);
      expect(bbox[0] < bbox[2] && bbox[1] < bbox[3]).toBe(true);
    }
  });

  it("knows the profiles", async () => {
    const { items } = (await service.get("/profiles")).json;
    const speeds = Object.fromEntries(
      items.map(({ id, speedMmPerSecond }: { id: string; speedMmPerSecond: number }) => [id, speedMmPerSecond]),
    );
    expect(speeds).toEqual({ adult: 1200, elderly: 800, planning: 1000, slow: 600, wheelchair: 800 });
  });

  it("says that it is well", async () => {
    expect((await service.get("/health")).json).toMatchObject({ status: "ok", store: service.kind });
  });

  describe.each(["facilities", "residences"])("pages of %s", (list) => {
    it.each([1000, 97, 380, 1])("loses and repeats nothing at %d a page", async (limit) => {
      const bbox = limit === 1 ? `&bbox=${await middle(service)}` : "";
      const refs = await allRefs(service, `/areas/demo/${list}?limit=${limit}${bbox}`);
      expect(new Set(refs).size).toBe(refs.length);
      if (limit !== 1) expect(refs).toHaveLength((await service.get("/areas/demo")).json.counts[list]);
      else expect(refs.length).toBeGreaterThan(0);
    });

    it("ends where a page is exactly full", async () => {
      const total = (await service.get("/areas/demo")).json.counts[list];
      const { items, next } = (await service.get(`/areas/demo/${list}?limit=${Math.min(1000, total)}`)).json;
      if (total <= 1000) {
        expect(items).toHaveLength(total);
        const after =
          next === null ? [] : (await service.get(`/areas/demo/${list}?limit=1000&cursor=${next}`)).json.items;
        expect(after).toEqual([]);
      }
    });

    it("holds what lies in a box, border included, and nothing else", async () => {
      const all = await everything(service, `/areas/demo/${list}?limit=1000`);
      const box = await middle(service);
      const [west, south, east, north] = box.split(",").map(Number);
      const inside = all.filter(
        ({ position: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north,
      );
      const found = await everything(service, `/areas/demo/${list}?limit=50&bbox=${box}`);
      expect(found.map(({ ref }) => ref)).toEqual(inside.map(({ ref }) => ref));
      expect(inside.length).toBeGreaterThan(3);
      const [lon, lat] = all[0].position;
      const onlyHere = await everything(service, `/areas/demo/${list}?bbox=${lon},${lat},${lon},${lat}`);
      expect(onlyHere.map(({ ref }) => ref)).toContain(all[0].ref);
    });

    it.each(["1,2,3", "a,b,c,d", "1,2,3,4,5", "10,0,9,1", "0,10,1,9", "181,0,182,1", "", ",,,", "NaN,0,1,1"])(
      "refuses the box “%s”",
      async (bbox) => {
        const { status, json } = await service.get(`/areas/demo/${list}?bbox=${bbox}`);
        expect(status).toBe(400);
        expect(json).toMatchObject({ code: "request_invalid", fields: { place: "querystring.bbox", value: bbox } });
      },
    );

    it("refuses a cursor that is not its own or of another release", async () => {
      for (const cursor of [
        "x",
        "!!",
        Buffer.from("2:5").toString("base64url"),
        Buffer.from("1:-1").toString("base64url"),
        Buffer.from("1:99999999999999999999").toString("base64url"),
      ]) {
        const { status, json } = await service.get(`/areas/demo/${list}?cursor=${cursor}`);
        expect([cursor, status]).toEqual([cursor, 400]);
        expect(json).toMatchObject({ code: "request_invalid", fields: { place: "querystring.cursor", value: cursor } });
      }
    });

    it("refuses pages that are too small or too large", async () => {
      for (const limit of ["0", "1001", "-1", "1.5", "x", ""])
        expect((await service.get(`/areas/demo/${list}?limit=${limit}`)).status).toBe(400);
    });
  });

  it("keeps the pair of coordinates as it was written, with its system", async () => {
    const { items } = (await service.get("/areas/demo/facilities?limit=1000")).json;
    const ofFile = items.filter(({ source }: { source: string }) => source === "file");
    expect(ofFile.length).toBeGreaterThan(500);
    for (const { original, position } of ofFile.slice(0, 50)) {
      expect(original.crs).toBe("gcj02");
      const shiftM = Math.hypot((original.x - position[0]) * 85_000, (original.y - position[1]) * 111_000);
      expect(shiftM).toBeGreaterThan(100);
      expect(shiftM).toBeLessThan(1000);
    }
  });

  it("holds one category alone where it is asked for", async () => {
    const categories = (await service.get("/areas/demo/categories")).json.items;
    const { count } = categories.find(({ code }: { code: string }) => code === "pharmacy");
    const pharmacies = await everything(service, "/areas/demo/facilities?category=pharmacy&limit=7");
    expect(pharmacies).toHaveLength(count);
    expect(new Set(pharmacies.map(({ category }) => category))).toEqual(new Set(["pharmacy"]));
  });

  it("refuses a category that the catalogue does not know, instead of showing an empty list", async () => {
    const { status, json } = await service.get("/areas/demo/facilities?category=farmacy");
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: "category_unknown", fields: { value: "farmacy" } });
  });
});

interface Item {
  readonly ref: string;
  readonly category: string;
  readonly position: readonly [number, number];
}

async function everything(service: TestService, url: string): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page: { json: { items: Item[]; next: string | null } } = await service.get(
      next === "" ? url : `${url}&cursor=${next}`,
    );
    items.push(...page.json.items);
    next = page.json.next;
  }
  return items;
}

async function allRefs(service: TestService, url: string): Promise<string[]> {
  return (await everything(service, url)).map(({ ref }) => ref);
}

/** A small box around the middle of the town. */
async function middle(service: TestService): Promise<string> {
  const [west, south, east, north] = (await service.get("/areas/demo")).json.bbox;
  const at = (from: number, to: number, share: number) => from + (to - from) * share;
  return [at(west, east, 0.3), at(south, north, 0.3), at(west, east, 0.6), at(south, north, 0.6)].join(",");
}
