/** The register over HTTP on the demo town: tables in CSV and XLSX, facts by hand, waivers, names, versions. */
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { encodeGb18030 } from "../../data/demo/gb18030.ts";
import { describeService, type TestService } from "../support/service.ts";
import { multipart } from "../support/upload.ts";

const PLAN = "dongfeng-2015";
const AS_OF = "2016-01-01";
const REGISTER = "/areas/demo/register";

describeService("the register", { holding: "demo" }, (service) => {
  const upload = async (path: string, content: string | Uint8Array, name = "facts.csv") => {
    const { payload, headers } = await multipart({ files: { file: [name, content] } });
    return service.send({ method: "POST", url: `${REGISTER}/${path}`, payload, headers });
  };
  const put = (facts: object[], office = "东风路街道办事处") =>
    service.send({
      method: "PUT",
      url: `${REGISTER}/facts?pack=${PLAN}`,
      payload: { facts, office },
    });
  const finding = async (requirement: string, unit: string, more = "") =>
    (
      await service.get(
        `/standards/${PLAN}/findings?area=demo&asOf=${AS_OF}&unit=${encodeURIComponent(unit)}&limit=1000${more}`,
      )
    ).json.items.find((one: { requirement: string }) => one.requirement === requirement);

  it("takes a list of units, which stand beside those of the map", async () => {
    const list = "街道,社区,城乡,户数\n东风路街道,六合苑社区,城市,1860\n东风路街道,绿财社区,城市,\n";
    const dry = await upload(`units?dryRun=true`, list, "units.csv");
    expect([dry.status, dry.json]).toEqual([
      200,
      { file: "units.csv", version: null, changed: 6, facilities: 0, filled: 2, empty: 0 },
    ]);
    expect((await service.get(REGISTER)).json).toEqual({ version: 0, versions: [] });
    const taken = await upload(`units?office=${encodeURIComponent("区民政局")}`, encodeGb18030(list), "units.csv");
    expect([taken.status, taken.json.version, taken.json.changed]).toEqual([201, 1, 6]);
    const { items } = (await service.get(`${REGISTER}/units`)).json;
    expect(items.find(({ name }: { name: string }) => name === "六合苑社区")).toEqual({
      id: "register/东风路/六合苑",
      name: "六合苑社区",
      level: "community",
      street: "东风路街道",
      onMap: false,
      setting: "urban",
      age: null,
      households: 1860,
      residents: null,
      facts: 3,
    });
    expect(items.filter(({ onMap }: { onMap: boolean }) => onMap)).toHaveLength(28);
    expect((await service.get(REGISTER)).json.versions).toMatchObject([
      { number: 1, action: "units", office: "区民政局", file: "units.csv", changed: 6 },
    ]);
  });

  it("writes the template as a workbook and a CSV, and takes either back", async () => {
    const path = `/standards/${PLAN}/template`;
    const query = `area=demo&street=${encodeURIComponent("东风路")}`;
    const { body } = await service.app.inject(`/api/v1${path}/csv?${query}`);
    const [header, ...rows] = parse(body, { bom: true }) as string[][];
    expect(header).toEqual(["街道", "社区", "项目", "设施名称", "事实", "值", "填写说明"]);
    const fill = (item: string, fact: string, value: string) => (row: string[]) =>
      row[1] === "六合苑社区" && row[2] === item && row[4] === fact ? row.with(5, value) : row;
    const filled = rows.map(fill("文化活动中心", "面积", "86")).map(fill("文化活动中心", "台账齐全", "是"));
    const csv = [header, ...filled].map((row) => row.join(",")).join("\n");
    const taken = await upload(`facts?pack=${PLAN}`, csv);
    expect([taken.status, taken.json.changed]).toEqual([201, 2]);
    expect(await finding("culture_center.area", "register/东风路/六合苑")).toMatchObject({
      verdict: "fail",
      measured: { low: 86, high: 86 },
      shortfall: 14,
      unit: { street: "东风路街道" },
    });
    const book = await service.app.inject(`/api/v1${path}/xlsx?${query}`);
    expect(book.statusCode).toBe(200);
    const back = await upload(`facts?pack=${PLAN}`, book.rawPayload, "台账.xlsx");
    // It shows what is known by now.
    expect([back.status, back.json]).toMatchObject([201, { filled: 2, empty: rows.length - 2, changed: 0 }]);
  });

  it("refuses a table whole, names every cell, and puts unknown units into the queue", async () => {
    const before = (await service.get(REGISTER)).json.version;
    const table = [
      "街道,社区,项目,设施名称,事实,值",
      "东风路,六合苑,文化活动中心,,面积,一百多",
      "东风路,六合,文化活动中心,,面积,100",
      "东风路,绿财,文化活动中心,,面积,100",
    ].join("\n");
    const refused = await upload(`facts?pack=${PLAN}`, table);
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({
      code: "facts_refused",
      refusals: [
        { row: 2, column: "值", value: "一百多", expected: "数字（平方米）" },
        { row: 3, column: "社区", value: "六合", expected: "待确认，可能是：六合苑社区" },
      ],
      names: [{ street: "东风路", written: "六合", row: 3, candidates: [{ id: "register/东风路/六合苑" }] }],
    });
    expect((await service.get(REGISTER)).json.version).toBe(before);
    const waiting = async () =>
      (await service.get(`${REGISTER}/names?pack=${PLAN}`)).json.waiting.find(
        ({ written }: { written: string }) => written === "六合",
      );
    expect(await waiting()).toMatchObject({ file: "facts.csv", row: 3, candidates: [{ name: "六合苑社区" }] });
    const decision = {
      pack: PLAN,
      street: "东风路",
      written: "六合",
      unit: "register/东风路/六合苑",
      office: "东风路街道",
    };
    expect((await service.post(`${REGISTER}/names`, decision)).status).toBe(200);
    expect(await waiting()).toBeUndefined();
    const again = await upload(`facts?pack=${PLAN}`, table.replace("一百多", "100"));
    expect([again.status, again.json.changed]).toEqual([201, 2]);
    expect(await finding("culture_center.area", "register/东风路/六合苑")).toMatchObject({ verdict: "pass" });
  });

  it("takes facts by hand, tells who told them, replaces and withdraws them; an older version is still to be had", async () => {
    const unit = "register/东风路/绿财";
    const told = await put([{ unit, item: "文化活动中心", fact: "面积", value: "64" }]);
    expect(told.status).toBe(200);
    const facts = (await service.get(`${REGISTER}/facts?pack=${PLAN}&unit=${encodeURIComponent(unit)}`)).json.items;
    const area = facts.find(({ fact }: { fact: string }) => fact === "area");
    expect(area).toMatchObject({
      unit: { id: unit, onMap: false },
      item: { zh: "文化活动中心" },
      name: { zh: "面积" },
      value: { m2: 64, basis: "unknown" },
      office: "东风路街道办事处",
      version: told.json.version,
    });
    expect(await finding("culture_center.area", unit)).toMatchObject({ measured: { low: 64, high: 64 } });
    const gone = await service.send({ method: "DELETE", url: `${REGISTER}/facts/${area.id}` });
    expect(gone.status).toBe(200);
    expect(await finding("culture_center.area", unit)).toMatchObject({ verdict: "unknown" });
    expect(await finding("culture_center.area", unit, `&register=${told.json.version}`)).toMatchObject({
      measured: { low: 64, high: 64 },
    });
    expect((await finding("culture_center.area", unit, "&register=0"))?.verdict).toBeUndefined();
  });

  it("a waiver changes the verdict of what falls short and hides no value; what must be met is not waived", async () => {
    const unit = "register/东风路/六合苑";
    const told = await put([
      { unit, item: "政务服务站", fact: "所在楼层", value: "2" },
      { unit, item: "政务服务站", fact: "台账齐全", value: "是" },
    ]);
    expect(told.status).toBe(200);
    const waiver = {
      pack: PLAN,
      unit,
      requirement: "gov_service_station.floor",
      reason: "一楼无房",
      office: "区政务服务中心",
      from: "2015-05-01",
    };
    expect((await service.post(`${REGISTER}/waivers`, waiver)).status).toBe(201);
    expect(await finding("gov_service_station.floor", unit)).toMatchObject({
      verdict: "waived",
      measured: { low: 2, high: 2 },
      waiver: { office: "区政务服务中心", reason: "一楼无房" },
    });
    const [{ id }] = (await service.get(`${REGISTER}/waivers?pack=${PLAN}`)).json.items;
    await service.send({ method: "DELETE", url: `${REGISTER}/waivers/${id}` });
    expect(await finding("gov_service_station.floor", unit)).toMatchObject({ verdict: "fail", waiver: null });
    const must = await service.post(`${REGISTER}/waivers`, { ...waiver, requirement: "culture_center.area" });
    expect([must.status, must.json.code]).toEqual([400, "waiver_not_allowed"]);
  });

  it.each([
    [
      "a unit that is not there",
      { unit: "community/none", item: "文化活动中心", fact: "面积", value: "5" },
      404,
      "unit_unknown",
    ],
    ["words for a number", { unit: "area", item: "文化活动中心", fact: "面积", value: "五" }, 400, "facts_refused"],
    ["an item of no pack", { unit: "area", item: "游泳馆", fact: "面积", value: "5" }, 400, "facts_refused"],
  ])("%s by hand is refused", async (_, fact, status, code) => {
    const answer = await put([fact]);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it.each([
    ["a table without its columns", "街道,社区\n甲,乙\n", 400, "facts_columns_missing"],
    ["a PDF", "%PDF-1.4", 400, "file_kind_unknown"],
    ["nothing", "", 400, "file_empty"],
  ])("%s is refused by name", async (_, content, status, code) => {
    const answer = await upload(`facts?pack=${PLAN}`, content);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it("an area that is not there has no register", async () => {
    for (const path of ["", "/units", `/facts?pack=${PLAN}`, `/names?pack=${PLAN}`, `/waivers?pack=${PLAN}`])
      expect((await service.get(`/areas/nowhere/register${path}`)).json.code).toBe("area_unknown");
    expect(((await unknownVersion(service)).json as { code: string }).code).toBe("register_version_unknown");
  });
});

function unknownVersion(service: TestService) {
  return service.get(`/standards/${PLAN}/findings?area=demo&register=99`);
}
