/** Uploads that must fail: told by code, file and value, and the store is as it was. */
import { afterEach, beforeAll, expect, it } from "vitest";
import { describeService } from "../support/service.ts";
import { csv, pharmacies, rectangle, townOsm } from "../support/small-town.ts";
import { ended, expectNoUploadLeft, failureOf, multipart, seenBy, send, type Upload } from "../support/upload.ts";
import { bytes, frame, text } from "../unit/import/osm/pbf-writer.ts";

const OSM = ["小镇.osm", townOsm()] as const;
const WGS84 = { facilitiesCrs: "wgs84" };
const tables = (name: string, content: string | Uint8Array): Upload => ({
  fields: WGS84,
  files: { facilities: [name, content] },
});
const wholePbf = Buffer.concat([
  frame("OSMHeader", text(4, "OsmSchema-V0.6")),
  frame("OSMData", bytes(1, Buffer.alloc(500))),
]);

describeService("uploads that must fail", { holding: "nothing", maxUploadBytes: 4 * 2 ** 20 }, (service) => {
  beforeAll(async () => {
    const { json } = await send(service, "town", {
      fields: { name: "小镇", ...WGS84 },
      files: { osm: OSM, facilities: ["药店.csv", pharmacies(20)] },
    });
    expect((await ended(service, json.id)).state).toBe("done");
  });
  afterEach(async () => {
    await expectNoUploadLeft(service);
    expect(service.faults).toEqual([]);
  });

  const bad: Record<string, [upload: Upload, code: string, fields: Record<string, unknown>]> = {
    "a truncated PBF": [
      { files: { osm: ["malta.osm.pbf", wholePbf.subarray(0, wholePbf.length - 9)] } },
      "osm_truncated",
      { file: "malta.osm.pbf" },
    ],
    "something that is no OSM": [
      { files: { osm: ["map.osm", "hello, world"] } },
      "osm_kind_unknown",
      { file: "map.osm" },
    ],
    "an OSM file without streets": [
      { files: { osm: ["leer.osm", "<osm version='0.6'></osm>"] } },
      "osm_no_streets",
      { file: "leer.osm" },
    ],
    "a CSV without coordinates": [
      tables("药店.csv", csv(["1,甲,药店"], "编号,名称,类别")),
      "columns_missing",
      { file: "药店.csv", value: expect.stringContaining("名称") },
    ],
    "a CSV without a category": [
      tables("药店.csv", csv(["1,甲,116.3,39.9"], "编号,名称,经度,纬度")),
      "columns_missing",
      { file: "药店.csv", field: expect.stringContaining("类别") },
    ],
    "latitude and longitude swapped": [
      tables("药店.csv", csv(Array.from({ length: 9 }, (_, i) => `${i},甲,药店,39.90${i},116.30${i}`))),
      "lat_lon_swapped",
      { file: "药店.csv", row: 2 },
    ],
    "no row within range": [
      tables("药店.csv", csv(["1,甲,药店,700,39.9", "2,乙,药店,116,-95"])),
      "nothing_taken",
      { file: "药店.csv", row: 2, value: "700" },
    ],
    "an empty file": [tables("药店.csv", ""), "file_empty", { file: "药店.csv" }],
    "a header and nothing under it": [tables("药店.csv", csv([])), "file_empty", { file: "药店.csv" }],
    "a PDF": [tables("药店.pdf", "%PDF-1.7 …"), "file_kind_unknown", { file: "药店.pdf", value: "PDF" }],
    "a boundary that touches no street": [
      { fields: { boundaryCrs: "wgs84" }, files: { boundary: ["边界.geojson", rectangle([121, 31], [121.1, 31.1])] } },
      "boundary_off_streets",
      { file: "边界.geojson" },
    ],
    "communities that touch no street": [
      {
        fields: { communitiesCrs: "wgs84" },
        files: { communities: ["社区.geojson", rectangle([121, 31], [121.1, 31.1], { name: "甲社区" })] },
      },
      "boundary_off_streets",
      { file: "社区.geojson" },
    ],
    "an unknown coordinate system": [
      { fields: { facilitiesCrs: "beijing54" }, files: { facilities: ["药店.csv", pharmacies(1)] } },
      "crs_unknown",
      { file: "药店.csv", value: "beijing54" },
    ],
    "no coordinate system": [
      { files: { facilities: ["药店.csv", pharmacies(1)] } },
      "crs_not_stated",
      { file: "药店.csv" },
    ],
    "a blank coordinate system": [
      { fields: { facilitiesCrs: "  " }, files: { facilities: ["药店.csv", pharmacies(1)] } },
      "crs_not_stated",
      { file: "药店.csv" },
    ],
    "a coordinate system for a file that is not there": [
      { fields: { boundaryCrs: "wgs84" }, files: { osm: OSM } },
      "request_invalid",
      { place: "body.boundaryCrs", value: "wgs84" },
    ],
    "a file of an unknown field": [
      { files: { shops: ["药店.csv", pharmacies(1)] } },
      "request_invalid",
      { place: "body.shops", value: "药店.csv" },
    ],
    "an unknown field": [
      { fields: { nmae: "x" }, files: { osm: OSM } },
      "request_invalid",
      { place: "body.nmae", value: "x" },
    ],
    "a mapping that is none": [
      { fields: { ...WGS84, map: "name=招牌" }, files: { facilities: ["药店.csv", pharmacies(1)] } },
      "mapping_malformed",
      { value: "name=招牌" },
    ],
    "a mapping of an unknown field": [
      { fields: { ...WGS84, map: "facilities.colour=招牌" }, files: { facilities: ["药店.csv", pharmacies(1)] } },
      "mapping_field_unknown",
      { file: "药店.csv", value: "colour" },
    ],
    "nothing at all": [{ fields: { name: "x" } }, "nothing_to_import", {}],
    "more than an upload may hold": [
      { files: { osm: ["gross.osm", Buffer.alloc(5 * 2 ** 20, " ")] } },
      "too_large",
      { expected: "4 MB" },
    ],
  };
  it.each(Object.entries(bad))(
    "%s is told by code, file and value, and changes nothing",
    async (_, [upload, code, fields]) => {
      const before = await seenBy(service);
      const { zh, en } = await failureOf(service, "town", upload);
      expect(zh).toMatchObject({ code, fields });
      expect(en).toMatchObject({ code, fields });
      expect(zh.detail).toMatch(/[\u4e00-\u9fff]/);
      for (const { detail } of [zh, en]) {
        expect(detail).not.toMatch(/\{\w+\}|undefined|NaN|\/tmp|yikezhong-import/);
        if ("file" in fields) expect(detail).toContain(fields.file);
      }
      expect(await seenBy(service)).toEqual(before);
    },
  );

  it("a new area needs streets, and is not there after it failed", async () => {
    expect((await failureOf(service, "streetless", tables("药店.csv", pharmacies(1)))).zh).toMatchObject({
      code: "streets_needed",
    });
    expect((await service.get("/areas/streetless")).status).toBe(404);
    expect(
      (
        await failureOf(service, "half", {
          ...tables("药店.csv", ""),
          files: { osm: OSM, facilities: ["药店.csv", ""] },
        })
      ).zh,
    ).toMatchObject({ code: "file_empty" });
    expect((await service.get("/areas/half")).status).toBe(404);
  });

  it.each([
    ["a folder of Linux", "/a/folder/图/药店.csv"],
    ["a folder of Windows", "C:\\图\\药店.csv"],
  ])("calls a file that comes with %s by its name alone", async (_, name) => {
    expect((await failureOf(service, "town", tables(name, ""))).zh).toMatchObject({ fields: { file: "药店.csv" } });
  });

  it("passes over the blank that a form sends where no file was chosen", async () => {
    const boundary = "x----";
    const part = (head: string, body: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const payload = [
      part('name="facilitiesCrs"', "wgs84"),
      part('name="osm"; filename=""\r\nContent-Type: application/octet-stream', ""),
      part('name="facilities"; filename="药店.csv"\r\nContent-Type: text/csv', pharmacies(2)),
      `--${boundary}--\r\n`,
    ].join("");
    const { status, json } = await service.send({
      method: "POST",
      url: "/areas/town/imports",
      payload,
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    });
    expect(status).toBe(202);
    const { report } = await ended(service, json.id);
    expect(report.files.map(({ kind, file, taken }: Record<string, unknown>) => [kind, file, taken])).toEqual([
      ["facilities_file", "药店.csv", 2],
    ]);
  });

  it("a file without a name is called by its field", async () => {
    const boundary = "x----";
    const payload = `--${boundary}\r\nContent-Disposition: form-data; name="osm"\r\nContent-Type: application/octet-stream\r\n\r\nhello\r\n--${boundary}--\r\n`;
    const { status, json } = await service.send({
      method: "POST",
      url: "/areas/town/imports",
      payload,
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    });
    const problem = status === 202 ? (await ended(service, json.id)).problem : json;
    expect(problem).toMatchObject({ code: "osm_kind_unknown", fields: { file: "osm" } });
  });

  it.each([
    ["JSON", "{}", "application/json"],
    ["multipart without a boundary", "x", "multipart/form-data"],
    ["a form of the old kind", "a=1", "application/x-www-form-urlencoded"],
  ])("refuses %s", async (_, payload, type) => {
    const { status, json } = await service.send({
      method: "POST",
      url: "/areas/town/imports",
      payload,
      headers: { "content-type": type },
    });
    expect(status).toBe(400);
    expect(json.code).toBe("request_invalid");
  });

  it("refuses a file given twice, and an upload that breaks off", async () => {
    const { payload, headers } = await multipart(tables("药店.csv", pharmacies(50)));
    const cut = await service.send({
      method: "POST",
      url: "/areas/town/imports",
      payload: payload.subarray(0, payload.length - 300),
      headers,
    });
    expect([cut.status, cut.json.code]).toEqual([400, "request_invalid"]);
    const form = new FormData();
    form.append("osm", new Blob([townOsm()]), "a.osm");
    form.append("osm", new Blob([townOsm()]), "b.osm");
    const twice = new Response(form);
    const answer = await service.send({
      method: "POST",
      url: "/areas/town/imports",
      payload: Buffer.from(await twice.arrayBuffer()),
      headers: { "content-type": twice.headers.get("content-type") ?? "" },
    });
    expect(answer.json).toMatchObject({ code: "request_invalid", fields: { place: "body.osm", value: "b.osm" } });
  });
});
