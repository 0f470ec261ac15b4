/** The demo town's register by its recipe: all five programmes run on it, with every verdict, and the 17 × 17 of 东风路. */
import readWorkbook from "read-excel-file/node";
import { expect, it } from "vitest";
import { openFindings } from "../../server/analysis/register/open-findings.ts";
import { RuleBook } from "../../server/analysis/spacing-rules.ts";
import { describeService } from "../support/service.ts";
import { shipped } from "../support/standard-packs.ts";

const VERDICTS = ["fail", "not_applicable", "not_due", "pass", "unknown", "waived"];
/** From the documents: sixteen of the seventeen communities are named in them. */
const NAMED =
  "绿财 园田 科技市场 十二里屯 丰乐花苑 六合苑 建业 文化绿城 锦华苑 豫教 同乐花园 轻院 大河春天 森林半岛 明天花园 文北".split(
    " ",
  );

describeService("the demo town's register", { holding: "registered" }, (service) => {
  const rules = new RuleBook(() => true, null);
  const found = (pack: string, asOf: string, within?: string) =>
    openFindings({ desk: service.desk, store: service.store, rules }, "demo", shipped(pack), {
      asOf,
      profile: "adult",
      within,
    });

  // The paper of 洸河 sets no day by which anything is due.
  it.each([
    ["jinshui-2013", "2013-12-20"],
    ["dongfeng-2015", "2015-08-10"],
    ["guanghe-2019", "2019-09-01"],
    ["jingzhou-2016", "2018-01-01"],
    ["duyun-2013", "2014-06-30"],
  ])("%s has every verdict on %s", async (pack, asOf) => {
    const { findings, refusedWaivers } = await found(pack, asOf);
    expect(refusedWaivers).toEqual([]);
    const isDated = findings.some(({ due }) => due !== null);
    expect(isDated).toBe(pack !== "guanghe-2019");
    expect([...new Set(findings.map(({ verdict }) => verdict))].sort()).toEqual(
      VERDICTS.filter((verdict) => isDated || verdict !== "not_due"),
    );
  });

  it("has the seventeen communities of 东风路 by seventeen items, sixteen by the names of the documents", async () => {
    const { context, pack } = await found("dongfeng-2015", "2015-08-10", "东风路");
    const communities = context.index.ofLevel("community").map(({ name }) => name);
    expect(communities).toHaveLength(17);
    expect(NAMED.filter((name) => !communities.includes(name))).toEqual([]);
    expect([...pack.items.values()].filter(({ group, form }) => group === "mandatory" && form !== "unit")).toHaveLength(
      17,
    );
  });

  it("has prices within the market's, above them, and shops that nobody has surveyed", async () => {
    const { findings } = await found("dongfeng-2015", "2016-01-01", "东风路");
    const prices = findings.filter(({ requirement }) => requirement === "convenience_store.price");
    expect(prices).toHaveLength(17);
    const verdicts = Object.groupBy(prices, ({ verdict }) => verdict);
    expect(Object.keys(verdicts)).toEqual(expect.arrayContaining(["pass", "fail", "unknown"]));
    for (const { survey } of verdicts.pass ?? []) expect(survey?.goods.some(({ isDear }) => isDear)).toBe(false);
    const tooDear = (verdicts.fail ?? []).filter(({ survey }) => survey !== null);
    expect(tooDear.length).toBeGreaterThan(0);
    for (const { survey, shortfall } of tooDear)
      expect(survey?.goods.filter(({ isDear }) => isDear)).toHaveLength(shortfall ?? 0);
    // The day before the survey nobody knew.
    const before = await found("dongfeng-2015", "2015-07-19", "东风路");
    const known = before.findings.filter(
      ({ requirement, survey }) => requirement.endsWith(".price") && survey !== null,
    );
    expect(known).toEqual([]);
  });

  it("moves from month to month, each verdict counted, and tells what moved", async () => {
    const path = `/standards/dongfeng-2015/trend?area=demo&street=${encodeURIComponent("东风路")}`;
    const { json } = await service.get(`${path}&from=2015-06-15&to=2015-10-20`);
    expect(json.days.map(({ asOf }: { asOf: string }) => asOf)).toEqual([
      "2015-06-15",
      "2015-06-30",
      "2015-07-31",
      "2015-08-31",
      "2015-09-30",
      "2015-10-20",
    ]);
    const sums = json.days.map(({ verdicts }: { verdicts: Record<string, number> }) =>
      Object.values(verdicts).reduce((a, b) => a + b, 0),
    );
    expect(new Set(sums).size).toBe(1);
    const gained = (verdict: string) => json.days.at(-1).verdicts[verdict] - json.days[0].verdicts[verdict];
    expect(json.movedCount).toBe(json.moved.length);
    for (const verdict of ["pass", "fail"]) {
      const into = json.moved.filter((one: { finding: { verdict: string } }) => one.finding.verdict === verdict).length;
      const outOf = json.moved.filter(({ before }: { before: string }) => before === verdict).length;
      expect(into - outOf).toBe(gained(verdict));
    }
    expect((await service.get(`${path}&from=2015-06-15&to=2015-06-15`)).json.code).toBe("days_asked");
    expect((await service.get(`${path}&from=2010-06-15&to=2015-06-15`)).json.code).toBe("days_asked");
  });

  it("holds a kindergarten counted in 2013 against the 300 m of today, in one community", async () => {
    const units = (await service.get("/areas/demo/register/units")).json.items;
    const { id } = units.find(({ name }: { name: string }) => name === "清泉社区");
    const path = "/standards/compare?area=demo&a=jinshui-2013&b=gb50180-2018&asOf=2020-01-01&unit=";
    const { json } = await service.get(path + encodeURIComponent(id));
    const kindergarten = json.items.find(({ kinds }: { kinds: string[] }) => kinds.includes("kindergarten"));
    const asked = (side: { requirement: string }[]) => side.map(({ requirement }) => requirement);
    expect(asked(kindergarten.findingsA)).toContain("kindergarten.count");
    expect(asked(kindergarten.findingsB)).toContain("kindergarten.radius");
    expect(json.items.some(({ a }: { a: unknown }) => a === null)).toBe(true);
    expect((await service.get(`${path}nobody`)).json.code).toBe("unit_unknown");
  });

  it("is filed as a workbook: method, matrix of seventeen, to-do, progress, late list, and money where there is any", async () => {
    const ofStreet = `&street=${encodeURIComponent("东风路街道")}`;
    const path = (pack: string, of = ofStreet) =>
      `/api/v1/standards/${pack}/workbook?area=demo&asOf=2015-08-10&lang=zh${of}`;
    const sheetsOf = async (pack: string, of?: string) => {
      const { statusCode, rawPayload } = await service.app.inject(path(pack, of));
      expect(statusCode).toBe(200);
      return readWorkbook(Buffer.from(rawPayload));
    };
    const plan = await sheetsOf("dongfeng-2015");
    const lists = ["说明", "矩阵", "补缺清单", "进度", "滞后通报"];
    expect(plan.map(({ sheet }) => sheet)).toEqual([...lists, "奖补", "奖补汇总"]);
    const [, { data: matrix }, { data: todo }] = plan;
    const rows = matrix.filter(([street]) => street === "东风路街道");
    // Seventeen communities, and the street's total under them.
    expect(rows).toHaveLength(18);
    expect(rows.some(([, name]) => name === "六合苑")).toBe(true);
    const { findings } = await found("dongfeng-2015", "2015-08-10", "东风路街道");
    expect(todo).toHaveLength(1 + findings.filter(({ verdict, counts }) => verdict === "fail" && counts).length);
    // Ceilings are the whole document's: a street's workbook has none.
    expect((await sheetsOf("jinshui-2013")).map(({ sheet }) => sheet)).not.toContain("文件上限");
    const ceilings = (await sheetsOf("jinshui-2013", "")).find(({ sheet }) => sheet === "文件上限")?.data ?? [];
    const { json } = await service.get("/standards/jinshui-2013/money?area=demo&asOf=2015-08-10");
    const stated: (string | number | null)[][] = json.ceilings.map(
      (one: { name: { zh: string }; eachCny: number; things: number; totalCny: number; clause: string }) =>
        [one.name.zh, one.eachCny || null, one.things, one.totalCny, one.clause] as const,
    );
    const sum = stated.reduce((all, row) => all + Number(row[3]), 0);
    expect(ceilings.slice(1)).toEqual([...stated, ["合计", null, null, sum, null]]);
    // 53 × 40,000 and 8 × 100,000, as the document has them.
    expect(stated.map((row) => row[3])).toEqual(expect.arrayContaining([2_120_000, 800_000]));
    expect((await sheetsOf("gb50180-2018")).map(({ sheet }) => sheet)).toEqual(lists);
    const again = await service.app.inject(path("dongfeng-2015"));
    expect(Buffer.from(again.rawPayload)).toEqual(
      Buffer.from((await service.app.inject(path("dongfeng-2015"))).rawPayload),
    );
  });

  it("counts new clinics that stand too close as the engine of spacing finds them", async () => {
    const { json } = await service.get("/spacing?area=demo&rule=jinshui-2013-clinic&date=2024-01-01&limit=1000");
    type Side = { ref: string; openedOn: string | null };
    type Pair = { a: Side; b: Side; binding: { verdict: string }; withinUncertainty: boolean };
    const sure = (json.items as Pair[]).filter(
      ({ a, b, binding, withinUncertainty }) =>
        binding.verdict === "binds" && !withinUncertainty && a.openedOn !== null && b.openedOn !== null,
    );
    const later = sure.flatMap(({ a, b }) => {
      const [first, second] = [a.openedOn as string, b.openedOn as string];
      return first === second ? [a.ref, b.ref] : [first > second ? a.ref : b.ref];
    });
    const { findings } = await found("jinshui-2013", "2024-01-01");
    const finding = findings.find(({ requirement }) => requirement === "medical_institution.clinic_spacing");
    expect(new Set(later).size).toBeGreaterThan(0);
    expect(finding).toMatchObject({ verdict: "fail", unit: "area", measured: { low: new Set(later).size } });
  });

  it("is the same wherever it is asked, and names what it rests on", async () => {
    const { json } = await service.get("/standards/dongfeng-2015/findings?area=demo&asOf=2015-08-10&limit=1");
    expect(json.pins).toMatchObject({ area: "demo", pack: "dongfeng-2015", asOf: "2015-08-10", profile: "adult" });
    expect(json.pins.register).toBe((await service.get("/areas/demo/register")).json.version);
    const { verdicts } = json;
    const here = await found("dongfeng-2015", "2015-08-10");
    for (const [verdict, count] of Object.entries(verdicts))
      expect(here.findings.filter((one) => one.counts && one.verdict === verdict)).toHaveLength(count as number);
  });
});
