/** Vector tiles as a map and its caches meet them. */
import { expect, it } from "vitest";
import { loadProfiles } from "../../server/analysis/profiles.ts";
import { RuleBook } from "../../server/analysis/spacing-rules.ts";
import { buildApp } from "../../server/api/app.ts";
import { loadCatalogue } from "../../server/import/categories.ts";
import { Uploads } from "../../server/intake/uploads.ts";
import { SitingRuns } from "../../server/runs/siting-runs.ts";
import { describeService, type TestService } from "../support/service.ts";
import { type Address, decodeTile, everyFeature, tilesOver } from "../support/tiles-of.ts";

describeService("tiles", { holding: "demo", onlyRead: true }, (service) => {
  it("draws the base map with its Chinese names intact", async () => {
    const names = new Set<string>();
    const layers = new Set<string>();
    for (const address of await allOver(service, 14)) {
      const { status, headers, bytes } = await service.get(url("base", address));
      expect(status).toBe(200);
      expect(headers["content-type"]).toBe("application/vnd.mapbox-vector-tile");
      for (const [layer, features] of Object.entries(decodeTile(bytes, address))) {
        layers.add(layer);
        for (const { properties } of features) if (properties?.name) names.add(properties.name);
      }
    }
    expect([...layers].toSorted()).toEqual(["building", "green", "railway", "street", "unit", "water"]);
    const chinese = [...names].filter((name) => /^[\u4e00-\u9fff0-9·]+$/.test(name));
    expect(chinese.length).toBeGreaterThan(50);
    expect([...names].filter((name) => name.includes("\ufffd"))).toEqual([]);
    const units = (await service.get("/areas/demo/communities")).json.items.map(({ name }: { name: string }) => name);
    for (const name of units) expect(names).toContain(name);
  });

  it("leaves small things out from afar", async () => {
    const layersAt = async (z: number) => {
      const layers = new Set<string>();
      for (const address of await allOver(service, z)) {
        for (const layer of Object.keys(decodeTile((await service.get(url("base", address))).bytes, address)))
          layers.add(layer);
      }
      return [...layers].toSorted();
    };
    expect(await layersAt(5)).toEqual(["unit"]);
    expect(await layersAt(10)).toEqual(["railway", "street", "unit", "water"]);
    expect(await layersAt(13)).toEqual(["green", "railway", "street", "unit", "water"]);
  });

  it("shows every facility once, where the list has it", async () => {
    const shown = await everyFeature(service, { layer: "facilities", z: 14, key: "ref" });
    const { items, next } = (await service.get("/areas/demo/facilities?limit=1000")).json;
    const more =
      next === null ? [] : (await service.get(`/areas/demo/facilities?limit=1000&cursor=${next}`)).json.items;
    const listed = [...items, ...more];
    expect([...shown.keys()].toSorted()).toEqual(listed.map(({ ref }: { ref: string }) => ref).toSorted());
    for (const { ref, name, category } of listed) {
      expect(shown.get(ref)).toEqual({ ref, category, ...(name === null ? {} : { name }) });
    }
  });

  it("holds residences near to far, those without a walk last: drawn in this order, far ones lie on top", async () => {
    let compared = 0;
    for (const address of await allOver(service, 13)) {
      const { bytes } = await service.get(url("residences", address, "&category=clinic"));
      const drawn = (decodeTile(bytes, address).residences ?? []).map(({ properties }) => properties?.mm ?? Infinity);
      expect(drawn).toEqual(drawn.toSorted((a, b) => (a === b ? 0 : a - b)));
      compared += new Set(drawn).size;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it.each([10, 13, 16])("cells of zoom %d hold everybody once", async (z) => {
    const cells = await everyFeature(service, { layer: "cells", z, query: "&category=clinic", key: "h3" });
    const { counts } = (await service.get("/areas/demo")).json;
    const sum = (name: string) => [...cells.values()].reduce((total, cell) => total + Number(cell[name]), 0);
    expect(sum("residences")).toBe(counts.residences);
    expect(sum("residents")).toBe(counts.residents);
  });

  it("may be kept for good, and is not sent again to whoever has it", async () => {
    const [address] = await allOver(service, 14);
    const first = await service.get(url("base", address));
    expect(first.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await service.get(url("base", address), { "if-none-match": known });
      expect(again.status).toBe(304);
      expect(again.bytes).toHaveLength(0);
      expect(again.headers).toMatchObject({ etag, "cache-control": first.headers["cache-control"] });
      // A cache takes the headers of a 304 over into what it holds.
      expect(again.headers["content-type"]).toBe(first.headers["content-type"]);
    }
    expect((await service.get(url("base", address), { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("tells apart what differs by its tag", async () => {
    const [address] = await allOver(service, 14);
    const tags = new Set<unknown>();
    const urls = [
      url("base", address),
      url("facilities", address),
      url("cells", address, "&category=clinic"),
      url("residences", address, "&category=clinic"),
      url("residences", address, "&category=pharmacy"),
      url("residences", address, "&category=pharmacy&profile=elderly"),
      url("residences", { ...address, z: 15 }, "&category=pharmacy"),
    ];
    for (const each of urls) tags.add((await service.get(each)).headers.etag);
    expect(tags.size).toBe(urls.length);
  });

  it("is the same bytes each time it is drawn", async () => {
    const { store, desk, imports, coverageRuns } = service;
    const fresh = await buildApp(
      {
        store,
        desk,
        imports,
        uploads: new Uploads(),
        coverageRuns,
        sitingRuns: new SitingRuns(desk, () => {}),
        profiles: await loadProfiles(),
        catalogue: await loadCatalogue(),
        spacingRules: new RuleBook(() => true, null),
        webRoot: null,
      },
      "silent",
    );
    try {
      const address = (await allOver(service, 14)).at(-1) as Address;
      for (const each of [
        url("base", address),
        url("facilities", address),
        url("cells", address, "&category=clinic"),
        url("residences", address, "&category=clinic"),
      ]) {
        const { rawPayload } = await fresh.inject(`/api/v1${each}`);
        expect((await service.get(each)).bytes.equals(rawPayload)).toBe(true);
        expect(rawPayload.length).toBeGreaterThan(0);
      }
    } finally {
      await fresh.close();
    }
  });

  it("travels compressed where the reader unpacks", async () => {
    const [address] = await allOver(service, 10);
    const plain = await service.get(url("base", address));
    const packed = await service.get(url("base", address), { "accept-encoding": "gzip" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.headers.vary).toContain("accept-encoding");
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length);
  });

  it("is empty, not missing, beside the area", async () => {
    const { status, bytes } = await service.get(url("base", { z: 14, x: 0, y: 0 }));
    expect(status).toBe(200);
    expect(decodeTile(bytes, { z: 14, x: 0, y: 0 })).toEqual({});
  });

  it.each([
    ["x beyond the zoom", "/tiles/base/1/2/0.mvt?area=demo&v=1", "params", "1/2/0"],
    ["y beyond the zoom", "/tiles/base/1/0/2.mvt?area=demo&v=1", "params", "1/0/2"],
    ["a negative x", "/tiles/base/1/-1/0.mvt?area=demo&v=1", "params.x", "-1"],
    ["a zoom beyond the last", "/tiles/base/21/0/0.mvt?area=demo&v=1", "params.z", "21"],
    ["half a tile", "/tiles/base/1/0.5/0.mvt?area=demo&v=1", "params.x", "0.5"],
  ])("%s is refused", async (_, path, place, value) => {
    const { status, json } = await service.get(path);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: "request_invalid", fields: { place, value } });
  });

  it("says which release stands where another is asked for", async () => {
    for (const v of [0, 2]) {
      const { status, json, headers } = await service.get(`/tiles/base/1/0/0.mvt?area=demo&v=${v}`);
      expect(status).toBe(410);
      expect(json).toMatchObject({ code: "release_gone", fields: { value: v, expected: 1 } });
      expect(headers["cache-control"]).toBe("no-store");
    }
  });

  it("never lets a problem be kept in place of the tile", async () => {
    const [address] = await allOver(service, 14);
    for (const query of ["&category=casino", "&category=clinic&profile=runner"]) {
      const { status, headers } = await service.get(url("residences", address, query));
      expect(status).toBe(400);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers.etag).toBeUndefined();
    }
  });
});

function url(layer: string, { z, x, y }: Address, query = ""): string {
  return `/tiles/${layer}/${z}/${x}/${y}.mvt?area=demo&v=1${query}`;
}

async function allOver(service: TestService, z: number): Promise<Address[]> {
  return tilesOver((await service.get("/areas/demo")).json.bbox, z);
}
