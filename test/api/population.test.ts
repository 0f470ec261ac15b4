/** Population brought by upload: a raster or cells, shared out over the homes, told in the report and in every answer. */
import { latLngToCell } from "h3-js";
import { beforeAll, expect, it } from "vitest";
import { csvRowsOf } from "../support/export-files.ts";
import { geotiff } from "../support/geotiff.ts";
import { describeService } from "../support/service.ts";
import { at, csv, pharmacy, townOsm } from "../support/small-town.ts";
import { ended, failureOf, send, type Upload } from "../support/upload.ts";

const OSM = ["小镇.osm", townOsm()] as const;
const [WEST, NORTH] = at(0, 4);
/** Two cells side by side, the house of the town in the western one. */
const DRAWN = { rows: [[50, 7.4]], west: WEST, north: NORTH, step: 0.004 };
const [homeLon, homeLat] = at(2.3, 2.2);

const population = (content: string | Uint8Array, name = "人口.tif"): Upload => ({
  files: { population: [name, content] },
});

describeService("population", { holding: "nothing" }, (service) => {
  const imported = async (upload: Upload) => {
    const run = await ended(service, (await send(service, "town", upload)).json.id);
    expect(run).toMatchObject({ state: "done", problem: null });
    return run.report;
  };

  beforeAll(async () => {
    const report = await imported({
      fields: { facilitiesCrs: "wgs84" },
      files: { osm: OSM, facilities: ["药店.csv", csv([pharmacy("P1", 2, 2)])] },
    });
    expect(report.people).toMatchObject({ footprint: { residences: 1 }, sharing: null });
    // The house of the town has no mapped storeys: six are assumed, and that is said.
    expect(report.notes.map(({ zh }: { zh: string }) => zh)).toEqual([
      expect.stringContaining("OSM 住宅 1 处：0 处标有户数，1 处未标层数"),
      expect.stringMatching(/每户 100 平方米、2\.62 人.*第七次全国人口普查.*：1 处，\d+ 人$/),
    ]);
  });

  it("of a raster is shared out and told", async () => {
    const report = await imported(population(await geotiff(DRAWN)));
    expect(report.files).toEqual([
      { kind: "population_file", file: "人口.tif", taken: 2, refused: 0, refusedBy: {}, setAside: {} },
    ]);
    expect(report.people).toMatchObject({
      raster: { residences: 1, residents: 50 },
      sharing: { residents: { people: 57, shared: 50, withoutHomes: 7 } },
    });
    expect(report.notes.map(({ en }: { en: string }) => en)).toContain(
      "1 cells have no home: 7 people could not be placed",
    );
    const area = (await service.get("/areas/town")).json;
    expect([area.counts.residents, area.people, area.peopleEstimated]).toEqual([50, report.people, true]);
    expect((await service.get("/areas/town/residences")).json.items).toMatchObject([
      { residents: 50, ages: null, estimated: true, peopleSource: "raster", estimates: ["households", "residents"] },
    ]);
    const { whole, pins } = (await service.get("/coverage?area=town&category=pharmacy&by=area")).json;
    expect(whole.residents).toMatchObject({ total: 50, covered: 50 });
    expect([whole.estimatedResidences, whole.estimates]).toEqual([1, { households: 1, residents: 1, ages: 0 }]);
    expect(pins.people).toMatchObject({ given: 0, footprint: 0, raster: 50, estimatedShare: 1 });
    expect(pins.people.notes).toEqual([expect.objectContaining({ zh: expect.stringContaining("人口栅格") })]);
  });

  it("of cells replaces it, with age groups", async () => {
    const cell = latLngToCell(homeLat, homeLon, 9);
    const table = `h3,人口,60岁以上人口\n${cell},36,9\n89a901291abffff,5,1\nxyz,5,1\n`;
    const report = await imported(population(table, "格网.csv"));
    expect(report.files).toMatchObject([{ taken: 2, refused: 1, refusedBy: { cell_invalid: 1 } }]);
    expect(report.notes[0].zh).toBe("格网.csv：1 个单元（5 人）不在本区域，未采用");
    expect((await service.get("/areas/town/residences")).json.items).toMatchObject([
      { residents: 36, ages: { from_60: 9 }, peopleSource: "cells" },
    ]);
  });

  it("leaves flats that the map counts as they are given", async () => {
    await ended(
      service,
      (await send(service, "flats", { files: { osm: ["小镇.osm", townOsm({ flats: 24 })] } })).json.id,
    );
    expect((await service.get("/areas/flats/residences")).json.items).toMatchObject([
      { households: 24, residents: 63, estimated: true, estimates: ["residents"] },
    ]);
    const { whole } = (await service.get("/coverage?area=flats&category=clinic&by=area")).json;
    expect([whole.estimatedResidences, whole.estimates]).toEqual([1, { households: 0, residents: 1, ages: 0 }]);
  });

  it("that shares out age groups alone leaves the people of files given in every file", async () => {
    const homes = csv([`H1,40,${homeLon},${homeLat}`], "编号,人口,经度,纬度");
    const cells = `h3,人口,60岁以上人口\n${latLngToCell(homeLat, homeLon, 9)},40,9\n`;
    const upload = {
      fields: { residencesCrs: "wgs84" },
      files: {
        osm: ["小镇.osm", townOsm({ withHouse: false })],
        residences: ["居住地.csv", homes],
        population: ["格网.csv", cells],
      },
    } as const;
    expect((await ended(service, (await send(service, "given", upload)).json.id)).state).toBe("done");
    expect((await service.get("/areas/given")).json.peopleEstimated).toBe(false);
    expect((await service.get("/areas/given/residences")).json.items).toMatchObject([
      { residents: 40, ages: { from_60: 9 }, peopleSource: "given", estimates: ["ages"] },
    ]);
    const rowsOf = async (level: string) =>
      csvRowsOf((await service.get(`/areas/given/export?category=clinic&format=csv&level=${level}`)).bytes);
    expect(await rowsOf("area")).toMatchObject([{ residents_total: "40", estimated_residences: "0" }]);
    expect(await rowsOf("residence")).toMatchObject([{ ref: "H1", residents: "40", estimated: "false" }]);
  });

  it("that is wrong changes nothing, and says what is", async () => {
    const before = (await service.get("/areas/town")).json;
    const whole = await geotiff(DRAWN);
    const cases: [Upload, Record<string, unknown>][] = [
      [population(whole.slice(0, -4)), { code: "raster_damaged" }],
      [population(await geotiff({ ...DRAWN, rows: [[50, -3]] })), { code: "raster_value" }],
      [population(await geotiff({ ...DRAWN, rows: [[1e12, 3]] })), { code: "raster_value" }],
      [population(await geotiff({ ...DRAWN, epsg: 31982 })), { code: "raster_crs" }],
      [population(await geotiff({ ...DRAWN, west: 10 })), { code: "population_off_area" }],
      [{ ...population(whole), fields: { populationCrs: "gcj02" } }, { code: "crs_contradiction" }],
      [{ ...population(whole), fields: { populationCrs: "mars" } }, { code: "crs_unknown" }],
      [population("名称,人口\n甲,3\n", "小区.csv"), { code: "columns_missing" }],
      [{ fields: { populationCrs: "wgs84" } }, { code: "request_invalid" }],
    ];
    for (const [upload, problem] of cases) {
      const { zh, en } = await failureOf(service, "town", upload);
      expect(en).toMatchObject(problem);
      expect(zh.detail).toMatch(/[\u4e00-\u9fff]/);
    }
    expect((await service.get("/areas/town")).json).toEqual(before);
    expect(service.faults).toEqual([]);
  });
});
