/** What is wrong with a request: one form, a closed code, the reader's language, the place and the value by name. */
import { expect, it } from "vitest";
import { describeService } from "../support/service.ts";

const IN_DEMO = "area=demo&lon=116.3&lat=39.9";

describeService("problems", { holding: "demo", onlyRead: true }, (service) => {
  it.each([
    ["/reach?area=demo&lon=200&lat=1", "querystring.lon", "200", "≥ -180, ≤ 180"],
    ["/reach?area=demo&lon=1&lat=-90.5", "querystring.lat", "-90.5", "≥ -90, ≤ 90"],
    ["/reach?area=demo&lon=abc&lat=1", "querystring.lon", "abc", "a number"],
    ["/reach?area=demo&lon=&lat=1", "querystring.lon", "", "a number"],
    ["/reach?area=demo&lon=0x10&lat=1", "querystring.lon", "0x10", "a number"],
    ["/reach?area=demo&lon=NaN&lat=1", "querystring.lon", "NaN", "a number"],
    ["/reach?area=demo&lon=1&lat=1&lat=2", "querystring.lat", '["1","2"]', "a number"],
    ["/reach?area=demo&lon=1&lat=1&minutes=0", "querystring.minutes", "0", "> 0, ≤ 120"],
    ["/reach?area=demo&lon=1&lat=1&minutes=121", "querystring.minutes", "121", "> 0, ≤ 120"],
    ["/reach?area=demo&lon=1&lat=1&format=kml", "querystring.format", "kml", "json, geojson"],
    ["/reach?area=Demo&lon=1&lat=1", "querystring.area", "Demo", "a text like ^[a-z0-9][a-z0-9-]{0,62}$"],
    ["/coverage?area=demo&category=clinic&by=street", "querystring.by", "street", "area, subdistrict, community"],
    ["/coverage?area=demo&category=clinic&category=school", "querystring.category", '["clinic","school"]', "one text"],
    ["/coverage/cells?area=demo&category=clinic&resolution=9.5", "querystring.resolution", "9.5", "a whole number"],
    ["/areas/demo/facilities?limit=1001", "querystring.limit", "1001", "≥ 1, ≤ 1000"],
    ["/tiles/rivers/1/0/0.mvt?area=demo&v=1", "params.layer", "rivers", "base, facilities, residences, cells"],
  ])("%s names %s, %s and what was expected", async (url, place, value, expected) => {
    const { status, json, headers } = await service.get(url, { "accept-language": "en" });
    expect(status).toBe(400);
    expect(headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(headers["cache-control"]).toBe("no-store");
    expect(json).toMatchObject({
      status: 400,
      title: "Bad Request",
      code: "request_invalid",
      fields: { place, value, expected },
    });
    expect(json.detail).toBe(`the request is wrong: ${place} is “${value}”; expected: ${expected}`);
  });

  it.each([
    [
      "/reach?area=demo&lon=1&lat=1&minuts=10",
      "querystring.minuts",
      "10",
      "area, scenario, lon, lat, minutes, profile, at, format, limits, shape, lines",
    ],
    ["/areas/demo/residences?category=clinic", "querystring.category", "clinic", "bbox, limit, cursor"],
    [
      "/coverage?area=demo&categori=clinic",
      "querystring.categori",
      "clinic",
      "area, scenario, category, minutes, profile, at, by",
    ],
  ])("%s: a name that is not known is refused, with those that are", async (url, place, value, expected) => {
    const { status, json } = await service.get(url, { "accept-language": "zh-CN" });
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: "request_invalid", fields: { place, value, expected } });
    expect(json.detail).toBe(`请求有误：不认识 ${place}，可用：${expected}`);
  });

  it.each([
    ["/reach?lon=1&lat=1", "querystring.area"],
    ["/reach?area=demo&lon=1", "querystring.lat"],
    ["/coverage?area=demo", "querystring.category"],
    ["/route?area=demo&fromLon=1&fromLat=1&toLon=1", "querystring.toLat"],
    ["/tiles/base/1/0/0.mvt?area=demo", "querystring.v"],
    ["/tiles/cells/1/0/0.mvt?area=demo&v=1", "querystring.category"],
  ])("%s: what is missing is named", async (url, place) => {
    const { status, json } = await service.get(url);
    expect(status).toBe(400);
    expect(json).toMatchObject({
      code: "request_invalid",
      fields: { place, value: null },
      detail: `请求有误：缺少 ${place}`,
    });
  });

  it.each([
    ["zh", undefined],
    ["zh", "zh-CN,zh;q=0.9,en;q=0.8"],
    ["zh", "fr"],
    ["zh", "*"],
    ["zh", "en;q=0.1, zh;q=0.2"],
    ["zh", "en;q=0"],
    ["en", "en-GB,en;q=0.9"],
    ["en", "fr, en;q=0.5, zh;q=0.4"],
  ])("speaks %s to a reader of %s", async (language, header) => {
    const { json, headers } = await service.get(
      "/reach?area=demo&lon=200&lat=1",
      header === undefined ? {} : { "accept-language": header },
    );
    expect(headers["content-language"]).toBe(language);
    expect(headers.vary).toContain("accept-language");
    expect(/[\u4e00-\u9fff]/.test(json.detail)).toBe(language === "zh");
  });

  it.each([
    ["no such path", "GET", "/nothing", 404, "not_found"],
    ["a method that a route does not know", "PUT", "/areas/demo", 404, "not_found"],
    ["an address that is not one", "GET", "/areas/%zz", 400, "request_invalid"],
    ["a run that nobody started", "GET", "/runs/none", 404, "run_unknown"],
    ["an unknown area", "GET", "/reach?area=nowhere&lon=1&lat=1", 404, "area_unknown"],
    ["an unknown profile", "GET", `/reach?${IN_DEMO}&profile=runner`, 400, "profile_unknown"],
    ["an unknown category", "GET", "/coverage?area=demo&category=casino", 400, "category_unknown"],
    ["an unknown residence", "GET", "/coverage/residence?area=demo&ref=none", 404, "residence_unknown"],
    ["an id longer than ids are", "GET", `/areas/${"a".repeat(64)}`, 400, "request_invalid"],
  ] as const)("%s", async (_, method, url, status, code) => {
    for (const language of ["zh", "en"]) {
      const answer = await service.send({ method, url, headers: { "accept-language": language } });
      expect(answer.status).toBe(status);
      expect(answer.json).toMatchObject({ type: "about:blank", status, code });
      expect(answer.json.detail).not.toMatch(/\{\w+\}|undefined|null|NaN/);
    }
  });

  it.each([
    ["not JSON", "{", "application/json", "body", "valid JSON"],
    ["nothing", "", "application/json", "body", "a body of JSON"],
    ["a form", "a=1", "application/x-www-form-urlencoded", "content-type", "application/json or multipart/form-data"],
  ])("a body that is %s", async (_, payload, type, place, expected) => {
    const { status, json } = await service.send({
      method: "POST",
      url: "/reach",
      payload,
      headers: { "content-type": type, "accept-language": "en" },
    });
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: "request_invalid", fields: { place, expected } });
  });

  it.each([
    ["a null for a number", { area: "demo", origins: [[null, 1]] }, "body.origins.0.0", "null", "a number"],
    ["a text for a number", { area: "demo", origins: [["1", 1]] }, "body.origins.0.0", "1", "a number"],
    ["a pair of three", { area: "demo", origins: [[1, 2, 3]] }, "body.origins.0.2", "3", "nothing there"],
    ["a point for a list", { area: "demo", origins: { lon: 1 } }, "body.origins", '{"lon":1}', "a list"],
    ["no point at all", { area: "demo", origins: [] }, "body.origins", "[]", "at least 1 of them"],
    [
      "more points than one batch takes",
      { area: "demo", origins: Array(1001).fill([1, 1]) },
      "body.origins",
      /^\[\[1,1\].*…$/,
      "at most 1000 of them",
    ],
    ["a list for the whole", [1], "body", "[1]", "an object"],
  ])("%s in a body is refused, never read as something else", async (_, body, place, value, expected) => {
    const { status, json } = await service.post("/reach", body, { "accept-language": "en" });
    expect(status).toBe(400);
    expect(json.fields).toMatchObject({
      place,
      value: value instanceof RegExp ? expect.stringMatching(value) : value,
      expected,
    });
  });

  it("refuses a body beyond its limit by name", async () => {
    const { status, json } = await service.post("/reach", {
      area: "demo",
      origins: [[1, 1]],
      profile: "x".repeat(1_100_000),
    });
    expect(status).toBe(413);
    expect(json).toMatchObject({ code: "too_large", fields: { expected: "1 MB" } });
  });
});

describeService("the description of the service", { holding: "nothing" }, (service) => {
  it("is valid JSON of OpenAPI 3.1 and holds every route with its problems", async () => {
    const { payload, statusCode } = await service.app.inject("/docs/json");
    expect(statusCode).toBe(200);
    const { openapi, paths } = JSON.parse(payload) as {
      openapi: string;
      paths: Record<string, Record<string, { summary?: string; tags?: string[]; responses: object }>>;
    };
    expect(openapi).toBe("3.1.0");
    const listed = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.toSorted()).toEqual([
      "DELETE /api/v1/areas/{area}/register/facts/{id}",
      "DELETE /api/v1/areas/{area}/register/waivers/{id}",
      "DELETE /api/v1/runs/{id}",
      "DELETE /api/v1/scenarios/{id}",
      "DELETE /api/v1/uploads/{id}",
      "GET /api/v1/areas",
      "GET /api/v1/areas/{area}",
      "GET /api/v1/areas/{area}/categories",
      "GET /api/v1/areas/{area}/communities",
      "GET /api/v1/areas/{area}/export",
      "GET /api/v1/areas/{area}/export/polygon",
      "GET /api/v1/areas/{area}/facilities",
      "GET /api/v1/areas/{area}/register",
      "GET /api/v1/areas/{area}/register/facts",
      "GET /api/v1/areas/{area}/register/names",
      "GET /api/v1/areas/{area}/register/settings",
      "GET /api/v1/areas/{area}/register/units",
      "GET /api/v1/areas/{area}/register/waivers",
      "GET /api/v1/areas/{area}/residences",
      "GET /api/v1/areas/{area}/search",
      "GET /api/v1/areas/{area}/versions",
      "GET /api/v1/areas/{area}/versions/compare",
      "GET /api/v1/areas/{area}/versions/{release}/refusals.csv",
      "GET /api/v1/coverage",
      "GET /api/v1/coverage/capacity",
      "GET /api/v1/coverage/cells",
      "GET /api/v1/coverage/closure",
      "GET /api/v1/coverage/completeness",
      "GET /api/v1/coverage/completeness/residences",
      "GET /api/v1/coverage/dependence",
      "GET /api/v1/coverage/gap-clusters",
      "GET /api/v1/coverage/gap-clusters/{id}",
      "GET /api/v1/coverage/gaps",
      "GET /api/v1/coverage/minutes",
      "GET /api/v1/coverage/residence",
      "GET /api/v1/coverage/residences",
      "GET /api/v1/health",
      "GET /api/v1/profiles",
      "GET /api/v1/reach",
      "GET /api/v1/route",
      "GET /api/v1/runs",
      "GET /api/v1/runs/{id}",
      "GET /api/v1/runs/{id}/candidates",
      "GET /api/v1/runs/{id}/compare",
      "GET /api/v1/runs/{id}/refusals.csv",
      "GET /api/v1/runs/{id}/result",
      "GET /api/v1/runs/{id}/signing-list.xlsx",
      "GET /api/v1/scenarios",
      "GET /api/v1/scenarios/{id}",
      "GET /api/v1/scenarios/{id}/effect",
      "GET /api/v1/siting",
      "GET /api/v1/spacing",
      "GET /api/v1/spacing/check",
      "GET /api/v1/spacing/check/export",
      "GET /api/v1/spacing/clusters",
      "GET /api/v1/spacing/export",
      "GET /api/v1/spacing/rules",
      "GET /api/v1/spacing/serving",
      "GET /api/v1/spacing/zone",
      "GET /api/v1/standards",
      "GET /api/v1/standards/compare",
      "GET /api/v1/standards/{pack}",
      "GET /api/v1/standards/{pack}/findings",
      "GET /api/v1/standards/{pack}/matrix",
      "GET /api/v1/standards/{pack}/money",
      "GET /api/v1/standards/{pack}/progress",
      "GET /api/v1/standards/{pack}/template/{format}",
      "GET /api/v1/standards/{pack}/trend",
      "GET /api/v1/standards/{pack}/workbook",
      "GET /api/v1/templates",
      "GET /api/v1/templates/{kind}/{format}",
      "GET /api/v1/tiles/{layer}/{z}/{x}/{y}.mvt",
      "GET /api/v1/uploads",
      "GET /api/v1/uploads/{id}",
      "POST /api/v1/areas/{area}/imports",
      "POST /api/v1/areas/{area}/imports/check",
      "POST /api/v1/areas/{area}/imports/from-uploads",
      "POST /api/v1/areas/{area}/register/facts",
      "POST /api/v1/areas/{area}/register/names",
      "POST /api/v1/areas/{area}/register/prices",
      "POST /api/v1/areas/{area}/register/units",
      "POST /api/v1/areas/{area}/register/versions",
      "POST /api/v1/areas/{area}/register/waivers",
      "POST /api/v1/areas/{area}/versions",
      "POST /api/v1/coverage/effect",
      "POST /api/v1/coverage/polygon",
      "POST /api/v1/distances",
      "POST /api/v1/reach",
      "POST /api/v1/runs",
      "POST /api/v1/runs/{id}/again",
      "POST /api/v1/scenarios",
      "POST /api/v1/siting",
      "POST /api/v1/spacing/batch",
      "POST /api/v1/spacing/batch/export",
      "POST /api/v1/uploads",
      "POST /api/v1/uploads/{id}/preview",
      "PUT /api/v1/areas/{area}/register/facts",
      "PUT /api/v1/areas/{area}/register/prices",
      "PUT /api/v1/areas/{area}/register/settings",
      "PUT /api/v1/scenarios/{id}",
    ]);
    for (const operations of Object.values(paths)) {
      for (const { summary, tags, responses } of Object.values(operations)) {
        expect(summary && tags?.length).toBeTruthy();
        expect(Object.keys(responses)).toContain("500");
      }
    }
  });

  it("is a page to read, too", async () => {
    const { statusCode, payload } = await service.app.inject("/docs/");
    expect(statusCode).toBe(200);
    expect(payload).toContain("swagger-ui");
  });

  it("lists no area where there is none, and says so", async () => {
    expect((await service.get("/areas")).json).toEqual({ items: [] });
    expect((await service.get("/areas/demo")).json).toMatchObject({ code: "area_unknown", fields: { expected: "—" } });
  });
});
