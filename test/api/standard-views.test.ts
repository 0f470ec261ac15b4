/** A pack by its parts, the matrix, progress and money over HTTP: the same findings, looked at in other ways. */
import { expect, it } from "vitest";
import type { Matrix, MoneyPage, PackDetail, Progress } from "../../server/api/schemas/standard-views.ts";
import type { Finding } from "../../server/api/schemas/standards.ts";
import { describeService } from "../support/service.ts";

const ASKED = "area=demo&asOf=2024-01-01";

describeService("standards as pages look at them", { holding: "demo", onlyRead: true }, (service) => {
  const get = async <T>(path: string): Promise<T> => {
    const { status, json } = await service.get(encodeURI(path));
    expect([path, status]).toEqual([path, 200]);
    return json as T;
  };

  it("tells a pack's document, groups, and how each contradiction is treated", async () => {
    const pack = await get<PackDetail>("/standards/dongfeng-2015");
    expect(pack).toMatchObject({
      document: { number: "东办〔2015〕10号", issued: "2015-04-10" },
      validFrom: "2015-04-10",
      validTo: null,
      evidence: "original",
      emptySlots: null,
    });
    expect(pack.groups.map(({ id }) => id)).toEqual(["mandatory", "optional", "programme"]);
    expect(pack.ambiguities.find(({ id }) => id === "A5")?.text.zh).toContain("52.9%");
    expect((await get<PackDetail>("/standards/guanghe-2019")).emptySlots).toMatchObject({ stated: 82 });
  });

  it("has the seventeen items of the street plan, and cells that count their own findings", async () => {
    const matrix = await get<Matrix>("/standards/dongfeng-2015/matrix?area=demo&asOf=2016-01-01");
    const mandatory = matrix.items.filter(({ group, form }) => group === "mandatory" && form !== "unit");
    expect(mandatory).toHaveLength(17);
    const row = matrix.rows.find(({ unit }) => unit.level === "community");
    const at = matrix.items.findIndex(({ id }) => id === "pharmacy");
    const { items } = await get<{ items: Finding[] }>(
      `/standards/dongfeng-2015/findings?area=demo&asOf=2016-01-01&unit=${row?.unit.id}&item=pharmacy`,
    );
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ item, unit }) => item.id === "pharmacy" && unit.id === row?.unit.id)).toBe(true);
    const tally: Record<string, number> = row?.cells[at]?.tally ?? {};
    expect(Object.values(tally).reduce((a, b) => a + b, 0)).toBe(items.length);
    const total = matrix.totals.find(({ unit }) => unit.level === "district");
    expect(total?.communities).toBe(matrix.rows.filter(({ unit }) => unit.level === "community").length);
  });

  it("narrows to a street office, whose communities alone are rows", async () => {
    const whole = await get<Matrix>(`/standards/gb50180-2018/matrix?${ASKED}`);
    const street = whole.totals.find(({ unit }) => unit.level === "street");
    const matrix = await get<Matrix>(`/standards/gb50180-2018/matrix?${ASKED}&street=${street?.unit.name}`);
    expect(matrix.rows.filter(({ unit }) => unit.level === "community")).toHaveLength(street?.communities ?? 0);
    expect(matrix.totals.map(({ unit }) => unit.name)).toEqual([street?.unit.name]);
    expect(matrix.totals[0].tallies).toEqual(street?.tallies);
  });

  it("shows milestones with their arithmetic: half of the communities, rounded up, of which nobody knows enough", async () => {
    const progress = await get<Progress>("/standards/jinshui-2013/progress?area=demo&asOf=2014-12-31");
    const half = progress.milestones.filter(({ shareAsked }) => shareAsked === 0.5);
    expect(half.length).toBeGreaterThan(0);
    for (const { total, yes, no, unknown, asked, percent } of half) {
      expect(asked).toBe(Math.ceil(total / 2));
      expect(yes + no + unknown).toBe(total);
      expect(percent).toBe(Math.round((yes / total) * 1000) / 10);
    }
    expect(progress.acceptances).toEqual([]);
  });

  it("pays nothing on what nobody knows, and has the ceilings of the document", async () => {
    const money = await get<MoneyPage>("/standards/jinshui-2013/money?area=demo&asOf=2014-12-31&limit=1000");
    expect(money.total.owedCny).toBe(money.items.reduce((sum, { cny }) => sum + (cny ?? 0), 0));
    expect(money.items.filter(({ state }) => state !== "owed").every(({ cny }) => cny === null)).toBe(true);
    expect(money.items.filter(({ state }) => state === "unknown").every(({ obstacles }) => obstacles.length > 0)).toBe(
      true,
    );
    const ceilings = Object.fromEntries(money.ceilings.map(({ name, totalCny }) => [name.zh, totalCny]));
    expect(Object.values(ceilings)).toEqual(expect.arrayContaining([2_120_000, 800_000, 280_000, 215_000, 87_200]));
    const [community] = money.items.filter(({ unit }) => unit.level === "community");
    const own = await get<MoneyPage>(
      `/standards/jinshui-2013/money?area=demo&asOf=2014-12-31&unit=${community.unit.id}&state=unknown&limit=1`,
    );
    expect(own.count).toBe(
      money.items.filter(({ unit, state }) => unit.id === community.unit.id && state === "unknown").length,
    );
    expect(own.items).toHaveLength(1);
    expect(own.next).not.toBeNull();
  });

  it.each([
    ["/standards/gb", 404, "pack_unknown"],
    ["/standards/gb/matrix?area=demo", 404, "pack_unknown"],
    ["/standards/gb50180-2018/progress?area=nowhere", 404, "area_unknown"],
    ["/standards/gb50180-2018/money?area=demo&asOf=2024-02-30", 400, "date_unreadable"],
    ["/standards/gb50180-2018/money?area=demo&unit=community/none", 404, "unit_unknown"],
  ])("%s is answered %i %s", async (path, status, code) => {
    const answer = await service.get(encodeURI(path));
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});
