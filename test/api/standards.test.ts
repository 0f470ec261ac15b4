/** Packs and findings over HTTP, on the demo town as the map knows it. */

import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { describeCircleOnServer, type Row } from "../support/circle-place.ts";
import { describeService } from "../support/service.ts";

/** Every cell quoted. */
const stringify = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");

const FINDINGS = "/standards/gb50180-2018/findings?area=demo&asOf=2024-01-01";

describeService("standards", { holding: "demo", onlyRead: true }, (service) => {
  it("lists the packs with their papers, and how much of each nobody has checked", async () => {
    const { json } = await service.get("/standards");
    expect(json.items.map(({ id }: { id: string }) => id)).toContain("jinshui-2013");
    expect(json.items.find(({ id }: { id: string }) => id === "jinshui-2013")).toMatchObject({
      document: { number: "金政〔2013〕86号", issued: "2013-09-25" },
      historic: true,
      unverified: 0,
    });
  });

  it("pages through findings, each with its clause, and counts verdicts of all", async () => {
    const first = (await service.get(`${FINDINGS}&limit=1000&verdict=fail`)).json;
    expect(first.items.length).toBeGreaterThan(0);
    for (const { verdict, clause } of first.items)
      expect([verdict, clause]).toEqual(["fail", expect.stringMatching(/^(附录C|表3\.0\.4)$/)]);
    const radii = first.items.filter(({ requirement }: { requirement: string }) => requirement.endsWith(".radius"));
    expect(new Set(radii.map(({ sourceEvidence }: { sourceEvidence: string }) => sourceEvidence))).toEqual(
      new Set(["R"]),
    );
    const { json } = await service.get(`${FINDINGS}&limit=2`);
    expect(json.items).toHaveLength(2);
    const second = (await service.get(`${FINDINGS}&limit=2&cursor=${json.next}`)).json;
    expect(second.items[0]).not.toEqual(json.items[0]);
    expect(json.verdicts.fail).toBeGreaterThan(0);
  });

  it("nothing fails that the map cannot know: the programmes of 2013 to 2019 have passes and unknowns alone", async () => {
    const { json } = await service.get("/standards/dongfeng-2015/findings?area=demo&asOf=2016-01-01");
    expect(Object.keys(json.verdicts).sort()).toEqual(["not_applicable", "pass", "unknown"]);
  });

  it.each([
    ["/standards/gb/findings?area=demo", 404, "pack_unknown"],
    ["/standards/gb50180-2018/findings?area=demo&asOf=2024-02-30", 400, "date_unreadable"],
    ["/standards/gb50180-2018/findings?area=demo&street=没有街道", 400, "street_unknown"],
    ["/standards/gb50180-2018/findings?area=nowhere", 404, "area_unknown"],
  ])("%s is answered %i %s", async (path, status, code) => {
    const answer = await service.get(encodeURI(path));
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});

describeCircleOnServer("circle standards", (place) => {
  const PLAN = ["standards", "demo", "--pack", "dongfeng-2015", "--as-of", "2016-01-01"];

  it("writes a template, takes it back filled in, and tells what is lacking", async () => {
    const [header, ...rows] = parse(await place.printed(...PLAN, "--template")) as string[][];
    expect(header).toEqual(["街道", "社区", "项目", "设施名称", "事实", "值", "填写说明"]);
    // One of which the map shows no centre.
    const { street, community } = (await place.table(...PLAN)).find(
      ({ id, verdict }) => id === "culture_center.count" && verdict === "unknown",
    ) as Row;
    const filled = rows.map((row) =>
      row[0] === street && row[1] === community && row[2] === "文化活动中心" && row[4] === "台账齐全"
        ? row.with(5, "是")
        : row,
    );
    const file = await place.file("facts.csv", stringify([header, ...filled]));
    const lacking = await place.table(...PLAN, "--facts", file, "--by", "lacking");
    const here = lacking.filter((row) => row.community === community);
    expect(here.map(({ id, shortfall }) => [id, shortfall])).toEqual([
      ["culture_center.count", "1"],
      ["culture_center.area", "100"],
      ["culture_center.rooms", "5"],
      ["culture_center.square", "1"],
    ]);
    expect(lacking).toHaveLength(here.length);
  });

  it("has the matrix with a line for each community, and a cell for each item", async () => {
    const matrix = await place.table(...PLAN, "--by", "matrix");
    expect(matrix).toHaveLength(24);
    expect(Object.keys(matrix[0])).toEqual(
      expect.arrayContaining(["street", "community", "Culture centre", "Pharmacy"]),
    );
  });

  it("lists names of the document that are no unit of the area", async () => {
    const names = await place.table(...PLAN, "--by", "name");
    expect(names.map(({ written }) => written)).toContain("六合苑");
  });
});
