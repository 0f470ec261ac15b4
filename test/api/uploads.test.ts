/** Files brought in once: looked at, checked without writing anything, imported from where they wait, and gone afterwards. */
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeAll, expect, it } from "vitest";
import { parseCrs } from "../../server/base/crs.ts";
import type { ImportArea } from "../../server/intake/runs.ts";
import { describeService } from "../support/service.ts";
import { at, csv, pharmacies, pharmacy, rectangle, townOsm } from "../support/small-town.ts";
import { ended, multipart, seenBy, send } from "../support/upload.ts";

/** Set by a test that wants to hold an import up. */
let meanwhile: (() => Promise<void>) | null = null;
const around =
  (importing: ImportArea): ImportArea =>
  async (...given) => {
    await meanwhile?.();
    return importing(...given);
  };

describeService("uploads", { holding: "nothing", around, maxUploadBytes: 4 * 2 ** 20 }, (service) => {
  const bring = async (name: string, content: string | Uint8Array) => {
    const { payload, headers } = await multipart({ files: { file: [name, content] } });
    return service.send({ method: "POST", url: "/uploads", payload, headers });
  };
  const idOf = async (name: string, content: string | Uint8Array): Promise<string> =>
    (await bring(name, content)).json.id;
  const look = async (id: string, body: object = { area: "town" }) =>
    (await service.post(`/uploads/${id}/preview`, body)).json;
  /** Twenty-five shops beside the streets, written as a system has it. */
  const shops = (crs: string, row: (i: number, x: string, y: string) => string) =>
    Array.from({ length: 25 }, (_, i) => {
      const [x, y] = parseCrs(crs).fromWgs84(at((i % 5) * 0.8 + 0.05, Math.floor(i / 5) * 0.8));
      return row(i, x.toFixed(7), y.toFixed(7));
    });
  const plain = (i: number, x: string, y: string) => `${i},店${i},药店,${x},${y}`;

  beforeAll(async () => {
    const { json } = await send(service, "town", { files: { osm: ["小镇.osm", townOsm()] } });
    expect((await ended(service, json.id)).state).toBe("done");
  });
  afterEach(() => {
    meanwhile = null;
    expect(service.faults).toEqual([]);
  });

  it("stages a file under a name that is no path, tells how long it waits, and removes it when asked", async () => {
    const { status, headers, json } = await bring("../../etc/药店.csv", pharmacies(3));
    expect(status).toBe(201);
    expect(json).toMatchObject({ file: "药店.csv", bytes: Buffer.byteLength(pharmacies(3)) });
    expect(headers.location).toBe(`/api/v1/uploads/${json.id}`);
    expect(service.stagedLeft()).toEqual([json.id]);
    const { waiting, limits } = (await service.get("/uploads")).json;
    expect(waiting).toEqual({ files: 1, bytes: json.bytes });
    expect(limits).toMatchObject({ fileBytes: 4 * 2 ** 20, minutes: 360 });
    expect((await service.send({ method: "DELETE", url: `/uploads/${json.id}` })).status).toBe(204);
    expect(service.stagedLeft()).toEqual([]);
    expect((await service.get(`/uploads/${json.id}`)).json.code).toBe("upload_unknown");
  });

  it("a look at a table tells kind, columns, first rows, and the system that the streets speak for", async () => {
    const id = await idOf("高德.csv", csv(shops("gcj02", plain)));
    const seen = await look(id);
    expect(seen).toMatchObject({
      kind: "facilities",
      guessed: "facilities",
      format: "csv",
      crsNeeded: true,
      crsWritten: null,
      suggested: "gcj02",
      swapped: false,
      problem: null,
      table: { header: ["编号", "名称", "类别", "经度", "纬度"], total: 25 },
    });
    expect(seen.table.rows).toHaveLength(20);
    expect(seen.table.rows[0]).toMatchObject({
      row: 2,
      cells: ["0", "店0", "药店", expect.any(String), expect.any(String)],
    });
    const fields = Object.fromEntries(seen.fields.map(({ field, header }: Record<string, string>) => [field, header]));
    expect(fields).toMatchObject({
      ref: "编号",
      name: "名称",
      category: "类别",
      lon: "经度",
      lat: "纬度",
      phone: null,
    });
    expect(seen.readings.map(({ crs }: { crs: string }) => crs).sort()).toEqual(["bd09", "gcj02", "wgs84"]);
    expect(seen.readings[0]).toMatchObject({ crs: "gcj02", sampled: 25 });
    expect(seen.readings[0].medianM).toBeLessThan(20);
    expect(seen.readings.find(({ crs }: { crs: string }) => crs === "wgs84").medianM).toBeGreaterThan(100);
    // Drawn as the streets speak for it, until somebody states a system.
    const [lon, lat] = at(0.05, 0);
    expect(seen.sketch.crs).toBe("gcj02");
    expect(seen.sketch.points[0][0]).toBeCloseTo(lon, 5);
    expect(seen.sketch.points[0][1]).toBeCloseTo(lat, 5);
    expect((await look(id, { area: "town", crs: "wgs84" })).sketch.crs).toBe("wgs84");
    // Without streets nothing speaks for any system.
    expect(await look(id, { area: "not-there-yet" })).toMatchObject({ readings: [], suggested: null });
  });

  it("holds a table against an extract that was dropped beside it, in metres too", async () => {
    const extract = await idOf("小镇.osm", townOsm());
    const seen = await look(extract, {});
    expect(seen).toMatchObject({ kind: "osm", table: null, extract: { facilities: 1, residences: 1 } });
    expect(seen.extract.streetsKm).toBeCloseTo(4, 1);
    expect(seen.sketch.lines.length).toBeGreaterThan(20);
    const metres = await idOf("测绘.csv", csv(shops("EPSG:4548", plain), "编号,名称,类别,X坐标,Y坐标"));
    const zone = await look(metres, { extract });
    expect(zone).toMatchObject({ suggested: "EPSG:4548", kind: "facilities" });
    expect(zone.readings[0].medianM).toBeLessThan(20);
  });

  it("notices swapped columns, and a mapping mends them", async () => {
    const swapped = csv(shops("wgs84", (i, x, y) => `${i},店${i},药店,${y},${x}`));
    const id = await idOf("反了.csv", swapped);
    expect(await look(id)).toMatchObject({ swapped: true, suggested: null });
    const mended = await look(id, { area: "town", mapping: { lon: "纬度", lat: "经度" } });
    expect(mended).toMatchObject({ swapped: false, suggested: "wgs84" });
    const file = { upload: id, kind: "facilities", crs: "wgs84" };
    const wrong = await check({ files: [file] });
    expect(wrong).toMatchObject({ state: "failed", problem: { code: "lat_lon_swapped" } });
    const right = await check({ files: [{ ...file, mapping: { lon: "纬度", lat: "经度" } }] });
    expect(right).toMatchObject({ state: "done", report: { files: [{ taken: 25, refused: 0 }] } });
  });

  it.each([
    ["社区.geojson", rectangle(at(0, 0), at(4, 4), { 社区名称: "甲", 所属街道: "乙" }), "communities"],
    ["边界.geojson", rectangle(at(0, 0), at(4, 4)), "boundary"],
    ["小区.csv", csv([`1,甲,${at(1, 1).join(",")},30`], "编号,小区名称,经度,纬度,户数"), "residences"],
    ["人口.csv", "H3编号,人口\n8931aa42a83ffff,20\n", "population"],
    ["说不清.csv", csv(["甲,1"], "甲,乙"), null],
  ])("guesses what %s is", async (name, content, kind) => {
    const seen = await look(await idOf(name, content));
    expect(seen.kind).toBe(kind);
    if (kind === "communities" || kind === "boundary") expect(seen.sketch.rings).toHaveLength(1);
    if (kind === "population") expect(seen).toMatchObject({ crsNeeded: false, crsWritten: "wgs84" });
  });

  it("tells what stands in the way, and the rest none the less", async () => {
    const id = await idOf("两列.csv", csv(["1,药店,116.3,39.9,116.3"], "编号,类别,经度,纬度,lon"));
    expect(await look(id)).toMatchObject({ problem: { code: "column_ambiguous" }, table: { total: 1 } });
    const chosen = await look(id, { area: "town", mapping: { lon: "lon" } });
    expect(chosen.problem).toBeNull();
    const none = await look(id, { area: "town", mapping: { lon: "lon", ref: "" } });
    expect(none.fields.find(({ field }: { field: string }) => field === "ref").header).toBeNull();
  });

  it.each([
    ["药店.pdf", "%PDF-1.7 …", "file_kind_unknown"],
    ["网页.csv", "<!doctype html><html></html>", "file_kind_unknown"],
    ["坏.xlsx", "PK\x03\x04 no workbook", "xlsx_damaged"],
    ["坏.geojson", '{"type": ', "json_malformed"],
  ])("does not look at %s, and says why", async (name, content, code) => {
    const id = await idOf(name, content);
    for (const language of ["zh", "en"]) {
      const { status, json } = await service.post(`/uploads/${id}/preview`, {}, { "accept-language": language });
      expect([status, json.code]).toEqual([400, code]);
      expect(json.detail).toContain(name);
      expect(json.detail).not.toMatch(/\{\w+\}|undefined|yikezhong-/);
    }
  });

  const check = async (order: object) => {
    const { status, json } = await service.post("/areas/town/imports/check", order);
    expect(status).toBe(202);
    expect(json.kind).toBe("check");
    return ended(service, json.id);
  };

  it("a dry run tells each of 37 broken rows among 10,000, writes nothing, and leaves the file for the import", async () => {
    const rows = pharmacies(10_000).split("\n").slice(1, -1);
    const broken = Array.from({ length: 37 }, (_, k) => 13 + k * 269);
    for (const index of broken) rows[index] = `P${index + 1},算命铺,算命,116.301,39.901`;
    const before = await seenBy(service);
    const id = await idOf("一万.csv", csv(rows));
    const file = { upload: id, kind: "facilities", crs: "wgs84" };
    const run = await check({ files: [file] });
    expect(run).toMatchObject({ state: "done", report: { area: "town", warnings: [] } });
    expect(run.report.files).toEqual([
      { kind: "facilities_file", file: "一万.csv", taken: 9963, refused: 37, refusedBy: { category_unknown: 37 } },
    ]);
    expect(run.report.refusals.map(({ row }: { row: number }) => row)).toEqual(broken.map((index) => index + 2));
    expect((await service.get(`/runs/${run.id}/refusals.csv`)).text.trim().split("\r\n")).toHaveLength(38);
    expect(await seenBy(service)).toEqual(before);

    const { status, headers, json } = await service.post("/areas/town/imports/from-uploads", {
      files: [file],
      office: "市商务局",
    });
    expect(status).toBe(202);
    expect(headers.location).toBe(`/api/v1/runs/${json.id}`);
    const done = await ended(service, json.id);
    expect(done).toMatchObject({ kind: "import", state: "done" });
    expect(done.report.files[0]).toMatchObject({ taken: 9963, refused: 37 });
    expect((await service.get("/areas/town/versions")).json.items[0].office).toBe("市商务局");
    // Imported: it waits no longer.
    await expect.poll(() => service.stagedLeft().includes(id)).toBe(false);
    expect((await service.get(`/uploads/${id}`)).status).toBe(404);
  });

  it("warns of the wrong system before anything is taken", async () => {
    const id = await idOf("偏移.csv", csv(shops("gcj02", plain)));
    const { report } = await check({ files: [{ upload: id, kind: "facilities", crs: "wgs84" }] });
    expect(report.warnings).toHaveLength(1);
    expect(report.warnings[0].zh).toMatch(/^偏移\.csv：按 wgs84 读取.*坐标系或区域可能不对$/);
    const right = await check({ files: [{ upload: id, kind: "facilities", crs: "gcj02" }] });
    expect(right.report.warnings).toEqual([]);
  });

  it("two imports of one area at once: the second is told of the first, and its file waits on", async () => {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    meanwhile = () => held;
    const ids = [await idOf("甲.csv", csv([pharmacy("A", 1, 1)])), await idOf("乙.csv", csv([pharmacy("B", 1, 1)]))];
    const start = (upload: string) =>
      service.post("/areas/town/imports/from-uploads", { files: [{ upload, kind: "facilities", crs: "wgs84" }] });
    const first = await start(ids[0]);
    const second = await start(ids[1]);
    expect(second.status).toBe(409);
    expect(second.json).toMatchObject({ code: "import_running", fields: { run: first.json.id } });
    const restored = await service.post("/areas/town/versions", { restore: 1 });
    expect([restored.status, restored.json.code]).toEqual([409, "import_running"]);
    // A file that is being read cannot be removed; a dry run goes on beside the import.
    const removed = await service.send({ method: "DELETE", url: `/uploads/${ids[0]}` });
    expect([removed.status, removed.json.code]).toEqual([409, "upload_held"]);
    expect(await check({ files: [{ upload: ids[1], kind: "facilities", crs: "wgs84" }] })).toMatchObject({
      state: "done",
    });
    go();
    expect((await ended(service, first.json.id)).state).toBe("done");
    expect((await ended(service, (await start(ids[1])).json.id)).state).toBe("done");
  });

  it("a cancelled import leaves its file to be tried again", async () => {
    const id = await idOf("大.csv", pharmacies(20_000));
    meanwhile = () => setTimeout(200);
    const { json } = await service.post("/areas/town/imports/from-uploads", {
      files: [{ upload: id, kind: "facilities", crs: "wgs84" }],
    });
    expect((await service.send({ method: "DELETE", url: `/runs/${json.id}` })).json.state).toBe("cancelled");
    expect((await service.get(`/uploads/${id}`)).status).toBe(200);
  });

  it.each([
    [
      "two files of a kind",
      (a: string, b: string) => [
        ["facilities", a],
        ["facilities", b],
      ],
      400,
      "kind_twice",
    ],
    [
      "a file used twice",
      (a: string) => [
        ["facilities", a],
        ["residences", a],
      ],
      400,
      "upload_twice",
    ],
    ["a file that is gone", () => [["facilities", "0".repeat(36)]], 404, "upload_unknown"],
    ["no coordinate system", (a: string) => [["facilities", a, ""]], 400, "crs_not_stated"],
    ["an unknown coordinate system", (a: string) => [["facilities", a, "beijing54"]], 400, "crs_unknown"],
    ["no file", () => [], 400, "request_invalid"],
    ["a kind that is none", (a: string) => [["shops", a]], 400, "request_invalid"],
  ])("refuses an order with %s at the door", async (_, files, status, code) => {
    const ids = [await idOf("甲.csv", csv([pharmacy("A", 1, 1)])), await idOf("乙.csv", csv([pharmacy("B", 1, 1)]))];
    const order = {
      files: (files(ids[0], ids[1]) as string[][]).map(([kind, upload, crs = "wgs84"]) => ({ kind, upload, crs })),
    };
    for (const what of ["check", "from-uploads"]) {
      const answer = await service.post(`/areas/town/imports/${what}`, order);
      expect([answer.status, answer.json.code]).toEqual([status, code]);
    }
    // Nothing holds them any longer.
    for (const id of ids) expect((await service.send({ method: "DELETE", url: `/uploads/${id}` })).status).toBe(204);
  });

  it("refuses what is too large, empty, two files or none, and keeps nothing of it", async () => {
    const left = service.stagedLeft();
    const large = await bring("大.osm", Buffer.alloc(5 * 2 ** 20, " "));
    expect([large.status, large.json.code, large.json.fields.expected]).toEqual([413, "too_large", "4 MB"]);
    const empty = await bring("空.csv", "");
    expect([empty.status, empty.json.code]).toEqual([400, "upload_empty"]);
    const two = await multipart({ files: { a: ["a.csv", "x"], b: ["b.csv", "y"] } });
    expect((await service.send({ method: "POST", url: "/uploads", ...two })).json.code).toBe("request_invalid");
    const none = await multipart({ fields: { file: "x" } });
    expect((await service.send({ method: "POST", url: "/uploads", ...none })).json.code).toBe("request_invalid");
    expect(service.stagedLeft()).toEqual(left);
  });

  it("an upload whose connection is torn leaves nothing", async () => {
    const left = service.stagedLeft();
    const waiting = (await service.get("/uploads")).json.waiting;
    if (service.app.server.address() === null) await service.app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = service.app.server.address() as AddressInfo;
    const { payload, headers } = await multipart({ files: { file: ["大.csv", pharmacies(20_000)] } });
    for (const share of [0.02, 0.5, 0.99]) {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(
        `POST /api/v1/uploads HTTP/1.1\r\nhost: x\r\ncontent-type: ${headers["content-type"]}\r\ncontent-length: ${payload.length}\r\n\r\n`,
      );
      await new Promise<void>((resolve) =>
        socket.write(payload.subarray(0, Math.floor(payload.length * share)), () => resolve()),
      );
      await setTimeout(100);
      socket.destroy();
    }
    await expect.poll(() => service.stagedLeft()).toEqual(left);
    expect((await service.get("/uploads")).json.waiting).toEqual(waiting);
  });

  it("templates come as workbook and CSV, and are taken back as they are", async () => {
    const { items } = (await service.get("/templates")).json;
    const kinds = ["facilities", "residences", "population", "applications"];
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(kinds);
    // Applications are decided on, not imported: those are taken back where spacing is asked about.
    for (const { kind, columns } of items.slice(0, 3)) {
      for (const format of ["xlsx", "csv"]) {
        const { status, headers, bytes } = await service.get(`/templates/${kind}/${format}`);
        expect(status).toBe(200);
        expect(headers["content-disposition"]).toContain(`${kind}.${format}`);
        const seen = await look(await idOf(`${kind}.${format}`, bytes), {});
        expect(seen).toMatchObject({ kind, problem: null, table: { total: 1 } });
        // Each column is known for what it is meant to be, without anybody's help.
        const found = seen.fields.filter(({ header }: { header: string | null }) => header !== null);
        expect(Object.fromEntries(found.map(({ field, header }: Record<string, string>) => [field, header]))).toEqual(
          Object.fromEntries(columns.map(({ field, header }: Record<string, string>) => [field, header])),
        );
      }
    }
    expect((await service.get("/templates/boundary/csv")).json.code).toBe("request_invalid");
    const files = [];
    for (const kind of ["facilities", "residences"])
      files.push({
        upload: await idOf(`${kind}.xlsx`, (await service.get(`/templates/${kind}/xlsx`)).bytes),
        kind,
        crs: "wgs84",
      });
    const run = await check({ files });
    expect(run.report.files.map(({ taken, refused }: Record<string, number>) => [taken, refused])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});
