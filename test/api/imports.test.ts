/** Files brought by upload: taken whole or not at all, followed, reported, and read by nobody before they stand. */

import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { afterEach, beforeAll, expect, it } from "vitest";
import type { ImportArea } from "../../server/intake/runs.ts";
import { describeService, type TestService } from "../support/service.ts";
import { at, csv, pharmacies, pharmacy, townOsm } from "../support/small-town.ts";
import { ended, expectNoUploadLeft, multipart, seenBy, send, type Upload } from "../support/upload.ts";

/** Set by a test that wants to stand in the way of an import. */
let meanwhile: { before?: () => Promise<void>; writing?: () => void } = {};
const around =
  (importing: ImportArea): ImportArea =>
  async (files, progress, signal) => {
    await meanwhile.before?.();
    return importing(
      files,
      (fraction, step) => {
        progress(fraction, step);
        if (fraction > 0.62) meanwhile.writing?.();
      },
      signal,
    );
  };

const OSM = ["小镇.osm", townOsm()] as const;
const WGS84 = { facilitiesCrs: "wgs84" };
const tables = (name: string, content: string | Uint8Array): Upload => ({
  fields: WGS84,
  files: { facilities: [name, content] },
});
describeService("imports", { holding: "nothing", around }, (service) => {
  beforeAll(async () => {
    const { json } = await send(service, "town", {
      fields: { name: "小镇", ...WGS84 },
      files: { osm: OSM, facilities: ["药店.csv", pharmacies(20)] },
    });
    expect((await ended(service, json.id)).state).toBe("done");
  });
  afterEach(async () => {
    meanwhile = {};
    await expectNoUploadLeft(service);
  });

  it("answers 202 with a run to follow, and the report when it is done", async () => {
    const { status, headers, json } = await send(service, "fresh", {
      fields: { name: "新区", ...WGS84 },
      files: { osm: OSM, facilities: ["药店.csv", pharmacies(3)] },
    });
    expect(status).toBe(202);
    expect(headers.location).toBe(`/api/v1/runs/${json.id}`);
    expect(json).toMatchObject({ kind: "import", state: "running", report: null, problem: null, endedAt: null });
    const run = await ended(service, json.id);
    expect(run).toMatchObject({ state: "done", progress: 1, problem: null, step: { zh: "完成", en: "Done" } });
    expect(run.endedAt > run.startedAt).toBe(true);
    expect(run.report).toMatchObject({ area: "fresh", release: 1, warnings: [], refusals: [] });
    expect(
      run.report.files.map(({ kind, file, taken, refused }: Record<string, unknown>) => [kind, file, taken, refused]),
    ).toEqual([
      ["facilities_file", "药店.csv", 3, 0],
      ["facilities_osm", "小镇.osm", 1, 0],
      ["residences_osm", "小镇.osm", 1, 0],
      ["streets", "小镇.osm", 10, 0],
    ]);
    const { json: area } = await service.get("/areas/fresh");
    expect(area).toMatchObject({
      id: "fresh",
      name: "新区",
      release: 1,
      demo: false,
      peopleEstimated: true,
      attribution: "© OpenStreetMap contributors",
    });
    expect(area.counts).toMatchObject({ facilities: 4, residences: 1, streetsKm: expect.closeTo(4, 1) });
    expect((await service.get(`/coverage?area=fresh&category=pharmacy&by=area`)).json.whole.residences).toMatchObject({
      total: 1,
      covered: 1,
    });
  });

  it("importing again makes the next release, under which the area keeps its name", async () => {
    const before = await seenBy(service);
    const { json } = await send(service, "town", tables("药店.csv", pharmacies(25)));
    const { report } = await ended(service, json.id);
    expect(report.release).toBe(before.release + 1);
    const { json: area } = await service.get("/areas/town");
    expect(area).toMatchObject({ name: "小镇", release: report.release });
    expect(area.counts.facilities).toBe(before.counts.facilities + 5);
    expect((await service.get(`/tiles/facilities/14/0/0.mvt?area=town&v=${before.release}`)).status).toBe(410);
  });

  it("readers see the release before until the new one stands", async () => {
    const before = await seenBy(service);
    const question = "/coverage?area=town&category=pharmacy&by=area";
    const covered = (await service.get(question)).text;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    meanwhile.before = () => held;
    const { json } = await send(service, "town", tables("药店.csv", pharmacies(30)));
    expect(await seenBy(service)).toEqual(before);
    expect((await service.get(question)).text).toBe(covered);
    expect((await service.get(`/tiles/facilities/14/0/0.mvt?area=town&v=${before.release}`)).status).toBe(200);
    expect((await service.get(`/runs/${json.id}`)).json.state).toBe("running");
    release();
    // From here on either the old release or the new one is seen, never anything between.
    while ((await service.get(`/runs/${json.id}`)).json.state === "running") {
      const { counts, release: number } = await seenBy(service);
      expect([before.release, before.release + 1]).toContain(number);
      expect(counts.facilities).toBe(before.counts.facilities + (number === before.release ? 0 : 5));
    }
    expect((await seenBy(service)).release).toBe(before.release + 1);
  });

  it("takes 9,963 of 10,000 rows, and tells each of the 37 broken ones", async () => {
    const broken: Record<string, (ref: string) => string> = {
      position_out_of_range: (ref) => `${ref},远方药店,药店,191.5,39.9`,
      position_missing: (ref) => `${ref},无坐标药店,药店,,39.9`,
      position_unreadable: (ref) => `${ref},乱码药店,药店,东经一一六,39.9`,
      position_zero: (ref) => `${ref},零点药店,药店,0,0`,
      category_unknown: (ref) => `${ref},算命铺,算命,116.301,39.901`,
      category_missing: (ref) => `${ref},无类药店,,116.301,39.901`,
    };
    const reasons = Object.keys(broken);
    const rows = pharmacies(10_000).split("\n").slice(1, -1);
    const expected = Array.from({ length: 37 }, (_, k) => {
      const index = 13 + k * 269;
      const reason = reasons[k % reasons.length] as string;
      rows[index] = broken[reason]?.(`P${index + 1}`) ?? "";
      return { row: index + 2, reason };
    });
    const { json } = await send(service, "town", tables("一万.csv", csv(rows)));
    const run = await ended(service, json.id);
    expect(run.state).toBe("done");
    const file = run.report.files.find(({ kind }: { kind: string }) => kind === "facilities_file");
    expect(file).toMatchObject({ file: "一万.csv", taken: 9963, refused: 37 });
    expect(Object.values<number>(file.refusedBy).reduce((a, b) => a + b, 0)).toBe(37);
    expect(run.report.refusals.map(({ row, reason }: { row: number; reason: string }) => ({ row, reason }))).toEqual(
      expected,
    );
    expect((await service.get("/areas/town")).json.counts.facilities).toBe(9963 + 1);

    const { status, headers, bytes: told } = await service.get(`/runs/${json.id}/refusals.csv`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).toContain("refusals.csv");
    expect([...told.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const table = parse(told, { bom: true, columns: true }) as Record<string, string>[];
    expect(table.map((row) => ({ row: Number(row["行 row"]), reason: row["原因 reason"] }))).toEqual(expected);
    expect(new Set(table.map((row) => row["文件 file"]))).toEqual(new Set(["一万.csv"]));
    expect(table[0]).toMatchObject({ "值 value": "191.5", 说明: "坐标超出范围" });
  });

  it("finds a column by the mapping that is given", async () => {
    const content = csv(["7,店一,药店,116.301,39.901"], "号,招牌,行业,东,北");
    const map = [
      ["facilitiesCrs", "wgs84"],
      ["map", "facilities.name=招牌"],
      ["map", "facilities.category=行业"],
      ["map", "facilities.lon=东"],
      ["map", "facilities.lat=北"],
      ["map", "facilities.ref=号"],
    ] as const;
    const { json } = await send(service, "town", { fields: map, files: { facilities: ["店.csv", content] } });
    expect((await ended(service, json.id)).state).toBe("done");
    expect((await service.get("/areas/town/facilities?category=pharmacy")).json.items).toMatchObject([
      { ref: "7", name: "店一", position: [116.301, 39.901] },
    ]);
  });

  it("keeps two ids apart that are the same", async () => {
    const { json } = await send(
      service,
      "town",
      tables("重复.csv", csv([pharmacy("A", 1, 1), pharmacy("B", 1, 2), pharmacy("A", 2, 2)])),
    );
    const { report } = await ended(service, json.id);
    expect(report.files[0]).toMatchObject({ taken: 2, refused: 1, refusedBy: { ref_duplicate: 1 } });
    expect(report.refusals[0]).toMatchObject({ file: "重复.csv", row: 4, value: "A" });
  });

  it("warns of a table that is stated in the wrong system", async () => {
    const shifted = Array.from({ length: 60 }, (_, i) => {
      const [lon, lat] = at((i % 8) / 2, Math.floor(i / 8) / 2);
      return `${i},店,药店,${(lon + 0.0062).toFixed(6)},${(lat + 0.0014).toFixed(6)}`;
    });
    const { json } = await send(service, "town", tables("偏移.csv", csv(shifted)));
    const { report } = await ended(service, json.id);
    expect(report.warnings).toHaveLength(1);
    expect(report.warnings[0].zh).toMatch(/^偏移\.csv：/);
    expect(report.warnings[0].en).toMatch(/^偏移\.csv: /);
  });

  it("an upload whose connection is torn leaves neither a run nor a folder", async () => {
    const before = await seenBy(service);
    const address = service.app.server.address() as AddressInfo | null;
    const { port } = address ?? (await listening(service));
    const { payload, headers } = await multipart({
      fields: WGS84,
      files: { osm: OSM, facilities: ["大.csv", pharmacies(20_000)] },
    });
    for (const share of [0.02, 0.5, 0.99]) {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(
        `POST /api/v1/areas/town/imports HTTP/1.1\r\nhost: x\r\ncontent-type: ${headers["content-type"]}\r\ncontent-length: ${payload.length}\r\n\r\n`,
      );
      await new Promise<void>((resolve) =>
        socket.write(payload.subarray(0, Math.floor(payload.length * share)), () => resolve()),
      );
      await setTimeout(100);
      socket.destroy();
    }
    await expectNoUploadLeft(service);
    expect(await seenBy(service)).toEqual(before);
    const { status, json } = await send(service, "town", tables("药店.csv", pharmacies(20)));
    expect(status).toBe(202);
    expect((await ended(service, json.id)).state).toBe("done");
  });

  it("one import of an area at a time: the second is told of the first, another area goes on", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    meanwhile.before = () => held;
    const first = await send(service, "town", tables("药店.csv", pharmacies(20)));
    const second = await send(service, "town", tables("药店.csv", pharmacies(21)));
    expect(second.status).toBe(409);
    expect(second.json).toMatchObject({ code: "import_running", fields: { value: "town", run: first.json.id } });
    const elsewhere = await send(service, "elsewhere", { files: { osm: OSM } });
    expect(elsewhere.status).toBe(202);
    release();
    expect((await ended(service, first.json.id)).state).toBe("done");
    expect((await ended(service, elsewhere.json.id)).state).toBe("done");
    const third = await send(service, "town", tables("药店.csv", pharmacies(20)));
    expect((await ended(service, third.json.id)).state).toBe("done");
  });

  it.each(["before it began", "while it reads", "while it writes"])(
    "cancelled %s, an import leaves all as it was",
    async (when) => {
      const before = await seenBy(service);
      let go = () => {};
      const reached = new Promise<void>((resolve) => {
        go = resolve;
      });
      if (when === "while it writes") meanwhile.writing = go;
      else
        meanwhile.before = async () => {
          go();
          if (when === "before it began") await setTimeout(300);
        };
      const { json } = await send(service, "town", tables("大.csv", pharmacies(30_000)));
      await reached;
      const { status, json: cancelled } = await service.send({ method: "DELETE", url: `/runs/${json.id}` });
      expect(status).toBe(200);
      expect(cancelled).toMatchObject({
        id: json.id,
        state: "cancelled",
        report: null,
        problem: { code: "import_cancelled" },
      });
      expect(await seenBy(service)).toEqual(before);
      const again = await service.send({ method: "DELETE", url: `/runs/${json.id}` });
      expect(again.json).toEqual(cancelled);
      const next = await send(service, "town", tables("药店.csv", pharmacies(20)));
      expect((await ended(service, next.json.id)).state).toBe("done");
    },
  );

  it("a run that is done stays done when it is cancelled", async () => {
    const { json } = await send(service, "town", tables("药店.csv", pharmacies(20)));
    const run = await ended(service, json.id);
    expect((await service.send({ method: "DELETE", url: `/runs/${json.id}` })).json).toEqual(run);
    expect((await service.get(`/runs/${json.id}/refusals.csv`)).text.trim().split("\n")).toHaveLength(1);
  });

  it("faults of ours stood behind none of it", () => {
    expect(service.faults).toEqual([]);
  });
});

async function listening(service: TestService): Promise<AddressInfo> {
  await service.app.listen({ port: 0, host: "127.0.0.1" });
  return service.app.server.address() as AddressInfo;
}
