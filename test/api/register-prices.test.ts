/** Prices over HTTP on the demo town: the template filled in and taken, by hand beside it, versions and days. */
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { PRICE_COLUMNS, type PriceColumn } from "../../server/standards/facts/read-prices.ts";
import { describeService } from "../support/service.ts";
import { multipart } from "../support/upload.ts";

const PLAN = "dongfeng-2015";
const REGISTER = "/areas/demo/register";
const COLUMNS = Object.keys(PRICE_COLUMNS) as PriceColumn[];
const UNIT = "register/东风路/六合苑";

describeService("prices in the register", { holding: "demo" }, (service) => {
  const upload = async (path: string, content: string | Uint8Array, name = "prices.csv") => {
    const { payload, headers } = await multipart({ files: { file: [name, content] } });
    return service.send({ method: "POST", url: `${REGISTER}/${path}`, payload, headers });
  };
  const finding = async (more = "") => {
    const path = `/standards/${PLAN}/findings?area=demo&unit=${encodeURIComponent(UNIT)}&item=convenience_store`;
    const { items } = (await service.get(`${path}${more === "" ? "&asOf=2016-01-01" : more}`)).json;
    return items.find(({ requirement }: { requirement: string }) => requirement === "convenience_store.price");
  };
  const template = async () => {
    const query = `area=demo&table=prices&street=${encodeURIComponent("东风路街道")}`;
    const { body } = await service.app.inject(`/api/v1/standards/${PLAN}/template/csv?${query}`);
    return parse(body, { bom: true }) as string[][];
  };
  /** Two markets, so that each line of the template stands twice. */
  const filled = ([header, ...rows]: string[][], cny: string) =>
    [header, ...rows.flatMap((row) => [fill(row, cny, "甲市场", "1.40"), fill(row, cny, "乙市场", "1.60")])]
      .map((row) => row.join(","))
      .join("\n");

  it("takes the filled template whole, and the finding tells prices, day and evidence", async () => {
    await upload("units", "街道,社区\n东风路街道,六合苑社区\n东风路街道,绿财社区\n", "units.csv");
    expect(await finding()).toMatchObject({
      verdict: "unknown",
      wanted: [{ zh: "价格调查" }, { zh: "台账齐全" }],
      survey: null,
    });
    const sheet = await template();
    expect(sheet[0]).toEqual(Object.values(PRICE_COLUMNS));
    const dry = await upload(`prices?pack=${PLAN}&dryRun=true`, filled(sheet, "1.50"));
    expect([dry.status, dry.json]).toMatchObject([200, { version: null, changed: 1, facilities: 1, filled: 2 }]);
    const taken = await upload(`prices?pack=${PLAN}&office=${encodeURIComponent("经济科")}`, filled(sheet, "1.50"));
    expect([taken.status, taken.json]).toMatchObject([201, { version: 2, changed: 1, facilities: 1, filled: 2 }]);
    expect((await service.get(REGISTER)).json.versions[0]).toMatchObject({ action: "prices", office: "经济科" });
    expect(await finding()).toMatchObject({
      verdict: "pass",
      survey: {
        on: "2015-09-01",
        goods: [
          {
            name: "大白菜",
            per: "斤",
            cny: 1.5,
            meanCny: 1.5,
            isDear: false,
            markets: [
              { market: "甲市场", cny: 1.4, source: null },
              { market: "乙市场", cny: 1.6, source: null },
            ],
          },
        ],
      },
    });
    expect((await finding("&asOf=2015-08-31")).verdict).toBe("unknown");
    expect((await finding("&asOf=2015-09-01")).verdict).toBe("pass");
  });

  it("adds a market by hand, replaces the survey by a table of its day, and keeps every version", async () => {
    const price = { unit: UNIT, item: "convenience_store", on: "2015-09-01", good: "大白菜", per: "斤", cny: 1.5 };
    const told = await service.send({
      method: "PUT",
      url: `${REGISTER}/prices?pack=${PLAN}`,
      payload: { office: "经济科", prices: [{ ...price, market: "丙市场", marketCny: 1.2, source: "实地采价" }] },
    });
    expect([told.status, told.json.changed]).toEqual([200, 1]);
    // Another shop might comply, until all that there are stand in the register.
    expect((await finding()).verdict).toBe("unknown");
    const listed = { unit: UNIT, item: "社区便民店", fact: "台账齐全", value: "是" };
    await service.send({ method: "PUT", url: `${REGISTER}/facts?pack=${PLAN}`, payload: { facts: [listed] } });
    // (1.4 + 1.6 + 1.2) ÷ 3 = 1.4
    expect(await finding()).toMatchObject({ verdict: "fail", shortfall: 1, survey: { goods: [{ meanCny: 1.4 }] } });
    const again = await upload(`prices?pack=${PLAN}`, filled(await template(), "1.30"));
    expect(again.json.changed).toBe(1);
    expect(await finding()).toMatchObject({ verdict: "pass", survey: { goods: [{ cny: 1.3, meanCny: 1.5 }] } });
    expect(await finding(`&asOf=2016-01-01&register=${told.json.version + 1}`)).toMatchObject({ verdict: "fail" });
    const { items } = (await service.get(`${REGISTER}/facts?pack=${PLAN}&unit=${encodeURIComponent(UNIT)}`)).json;
    const survey = items.find(({ fact }: { fact: string }) => fact === "price");
    expect(survey).toMatchObject({ name: { zh: "价格调查" }, since: "2015-09-01", item: { zh: "社区便民店" } });
    await service.send({ method: "DELETE", url: `${REGISTER}/facts/${survey.id}` });
    expect(await finding()).toMatchObject({ survey: null, reason: "none_there" });
  });

  const PRICE = { unit: UNIT, item: "convenience_store", on: "2015-10-01", good: "大白菜", per: "斤", cny: 1.5 };
  const tell = (...prices: object[]) =>
    service.send({ method: "PUT", url: `${REGISTER}/prices?pack=${PLAN}`, payload: { prices } });
  const surveys = async (unit = UNIT) => {
    const { items } = (await service.get(`${REGISTER}/facts?pack=${PLAN}&unit=${encodeURIComponent(unit)}`)).json;
    return items.filter(({ fact }: { fact: string }) => fact === "price");
  };

  it("keeps what several tell at once", async () => {
    const markets = ["甲市场", "乙市场", "丙市场", "丁市场", "戊市场"];
    const told = await Promise.all(
      markets.map((market, i) => tell({ ...PRICE, market: ` ${market} `, marketCny: 1 + i, source: " 采价 " })),
    );
    expect(told.map(({ status }) => status)).toEqual(markets.map(() => 200));
    expect(new Set(told.map(({ json }) => json.version)).size).toBe(markets.length);
    const [survey, ...others] = await surveys();
    expect(others).toEqual([]);
    const [good] = survey.value.goods;
    expect(good.markets.map(({ market }: { market: string }) => market).sort()).toEqual(markets.sort());
    expect(good.markets[0].source).toBe("采价");
    // The first that was written made the shop; whoever came after found it there.
    expect(told.reduce((sum, { json }) => sum + json.facilities, 0)).toBe(1);
    await service.send({ method: "DELETE", url: `${REGISTER}/facts/${survey.id}` });
  });

  it("never makes a second shop beside one that the register has under no name", async () => {
    const unit = "register/东风路/绿财";
    const area = { unit, item: "社区便民店", fact: "面积", value: "60" };
    const listed = { unit, item: "社区便民店", fact: "台账齐全", value: "是" };
    await service.send({ method: "PUT", url: `${REGISTER}/facts?pack=${PLAN}`, payload: { facts: [area, listed] } });
    const price = { ...PRICE, unit, market: "甲市场", marketCny: 1.5 };
    const named = await tell({ ...price, place: "惠民店" });
    expect([named.status, named.json.code]).toEqual([400, "facts_refused"]);
    expect(await surveys(unit)).toEqual([]);
    expect((await tell({ ...price, place: " " })).json).toMatchObject({ changed: 1, facilities: 0 });
  });

  it.each([
    ["good", " "],
    ["per", " "],
    ["market", "\t"],
    ["place", "店".repeat(201)],
    ["source", "源".repeat(201)],
  ])("refuses %s that is blank or too long", async (field, value) => {
    const refused = await tell({ ...PRICE, market: "甲市场", marketCny: 1.5, [field]: value });
    expect([refused.status, refused.json.fields.place]).toEqual([400, `body.prices.0.${field}`]);
  });

  it("refuses a table whole, with row, column and value", async () => {
    const before = (await service.get(REGISTER)).json.version;
    const sheet = filled(await template(), "1.50").replace("1.60", "一块六");
    const refused = await upload(`prices?pack=${PLAN}`, sheet);
    expect([refused.status, refused.json]).toMatchObject([
      422,
      { refusals: [{ row: 5, column: "市场价格（元）", value: "一块六", expected: "数字（元，大于 0）" }] },
    ]);
    expect((await service.get(REGISTER)).json.version).toBe(before);
    const columns = await upload(`prices?pack=${PLAN}`, "街道,社区\n甲,乙\n");
    expect(columns.json.code).toBe("facts_columns_missing");
    const book = await service.app.inject(`/api/v1/standards/${PLAN}/template/xlsx?area=demo&table=prices`);
    const empty = await upload(`prices?pack=${PLAN}`, book.rawPayload, "价格调查.xlsx");
    expect([empty.status, empty.json]).toMatchObject([201, { filled: 0, changed: 0 }]);
    expect((await service.get(`/standards/${PLAN}`)).json.priced).toMatchObject([
      { id: "convenience_store", level: "community" },
      { id: "community_life_station", level: "community" },
    ]);
  });
});

function fill(row: readonly string[], cny: string, market: string, marketCny: string): string[] {
  const cell = (column: PriceColumn) => row[COLUMNS.indexOf(column)];
  if (cell("community") !== "六合苑社区" || cell("item") !== "社区便民店") return [...row];
  const told = { on: "2015-09-01", good: "大白菜", per: "斤", cny, market, marketCny };
  return COLUMNS.map((column) => told[column as keyof typeof told] ?? cell(column));
}
