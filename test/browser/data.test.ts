/** The data page as an official uses it: files dropped, looked at, checked, imported; versions compared and gone back to. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { encodeGb18030 } from "../../data/demo/gb18030.ts";
import { keepScreenshot, PHONE, seriousFaults } from "../support/browser.ts";
import { consolePages } from "../support/console-pages.ts";
import { startDemoService } from "../support/demo-folder.ts";
import { demoFiles } from "../support/demo-town.ts";
import { describeWith } from "../support/requirements.ts";
import type { RunningService } from "../support/running-service.ts";

const OFFICE = { width: 1366, height: 768 } as const;

describeWith("chromium", "the data page in a browser", () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startDemoService();
    await demoFiles(join(service.dataDir, "demo"));
  });
  afterAll(() => service?.stop());
  const { open, forgive } = consolePages(() => service.origin);

  interface Dropped {
    readonly name: string;
    readonly bytes: Uint8Array;
  }
  const demo = async (name: string): Promise<Dropped> => ({
    name,
    bytes: await readFile(join(service.dataDir, "demo", name)),
  });

  /** As a hand does it: held over the page, then let go. */
  async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
    const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
    const transfer = await page.evaluateHandle((given) => {
      const held = new DataTransfer();
      for (const { name, base64 } of given)
        held.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return held;
    }, plain);
    await page.getByText("把文件拖到页面任何地方").waitFor();
    await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
    await page.getByText("松开即可放入").waitFor();
    await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  }
  const card = (page: Page, name: string) => page.getByRole("article", { name, exact: true });
  const inUse = (page: Page, text: string) => page.locator(".versions tr.current", { hasText: text });
  const goOn = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

  it("an official drops an extract, a GB18030 table from Amap and community borders, and sees coverage", async () => {
    const page = await open("?page=data");
    const facilities = await demo("facilities.csv");
    expect(new TextDecoder("utf-8").decode(facilities.bytes)).toContain("\uFFFD");
    await drop(page, [await demo("streets.osm"), facilities, await demo("communities.geojson")]);
    await card(page, "streets.osm")
      .getByText(/道路 [\d,]+ 千米/)
      .waitFor({ timeout: 60_000 });
    const amap = card(page, "facilities.csv");
    // The streets of the extract speak for the system that Amap writes.
    await amap.locator(".reading", { hasText: "GCJ-02" }).getByText("最贴合道路").waitFor({ timeout: 60_000 });
    expect(await amap.locator(".first-rows tbody tr").count()).toBe(6);
    expect(await amap.locator(".first-rows thead").innerText()).toContain("类别");
    await keepScreenshot(page, "data-dropped-zh-wide");

    // Stated wrongly it is doubted, in words and metres; nothing is sent on without a statement.
    await amap.locator(".reading", { hasText: "WGS 84" }).click();
    await amap.getByText(/按 WGS 84 读，九成距最近道路在 \d+ 米以内；按 GCJ-02 读则在 \d+ 米以内/).waitFor();
    await goOn(page, "先检查");
    await page.getByText("请说明 communities.geojson 的坐标系").first().waitFor();
    await amap.locator(".reading", { hasText: "GCJ-02" }).click();
    await card(page, "communities.geojson").locator(".reading", { hasText: "WGS 84" }).click();
    // Proposed from the name of the extract, until a name or a person says better.
    expect(await page.getByLabel("区域代号").inputValue()).toBe("streets");
    await page.getByLabel("名称", { exact: true }).fill("河畔 Riverside");
    expect(await page.getByLabel("区域代号").inputValue()).toBe("riverside");
    await page.getByLabel("名称", { exact: true }).fill("河畔");
    await page.getByLabel("区域代号").fill("riverside");
    await page.getByLabel("导入单位").fill("区商务局");
    // Sent once, whatever the window does: files, statements and words are all there again.
    await page.reload();
    await amap.locator(".reading.stated", { hasText: "GCJ-02" }).waitFor({ timeout: 60_000 });
    expect(await page.getByLabel("导入单位").inputValue()).toBe("区商务局");
    await goOn(page, "先检查");
    await page.getByText(/检查(通过|完毕)/).waitFor({ timeout: 60_000 });
    await keepScreenshot(page, "data-checked-zh-wide");
    expect(await (await fetch(`${service.origin}/api/v1/areas/riverside`)).status).toBe(404);

    await goOn(page, "开始导入");
    await page.getByText("导入完成").waitFor({ timeout: 90_000 });
    await keepScreenshot(page, "data-imported-zh-wide");
    await page
      .getByRole("row", { name: /第 1 版 现用/ })
      .getByText("区商务局")
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await goOn(page, "看覆盖");
    await page.locator(".headline").waitFor();
    await page.waitForURL(/area=riverside/);
  });

  it("wrong files, swapped and broken rows are told before anything is taken", async () => {
    const page = await open("?page=data&area=riverside", OFFICE);
    const rows = Array.from(
      { length: 40 },
      (_, i) => `${i},店${i},${i < 3 ? "算命" : "药店"},34.7${i + 10},113.6${i + 10}`,
    );
    const table = encodeGb18030(["编号,名称,类别,经度,纬度", ...rows, ""].join("\r\n"));
    await drop(page, [
      { name: "通知.pdf", bytes: Buffer.from("%PDF-1.7 …") },
      { name: "店.csv", bytes: table },
    ]);
    await card(page, "通知.pdf")
      .getByText(/内容是 PDF/)
      .waitFor({ timeout: 30_000 });
    const shops = card(page, "店.csv");
    await shops.getByText("经度和纬度好像写反了").waitFor();
    await keepScreenshot(page, "data-bad-zh-office");
    await goOn(page, "对调这两列");
    await shops.getByText("经度和纬度好像写反了").waitFor({ state: "detached" });
    await shops.locator(".crs-line input").fill("wgs84");
    await page.keyboard.press("Escape");
    await goOn(page, "先检查");
    await page.getByText("通知.pdf 无法采用").waitFor();
    await page.getByLabel("去掉通知.pdf文件").click();
    await goOn(page, "先检查");
    await page.getByText(/有 3 行会被拒/).waitFor({ timeout: 60_000 });
    const refused = page.getByRole("region", { name: "被拒 3 行" });
    expect(await refused.innerText()).toContain("算命");
    const href = await page.locator(".check-result a[download]").getAttribute("href");
    const csv = await (await fetch(`${service.origin}${href}`)).text();
    expect(csv.trim().split("\r\n")).toHaveLength(4);
    await keepScreenshot(page, "data-refused-zh-office");
    await goOn(page, "开始导入");
    await page.getByText("导入完成").waitFor({ timeout: 60_000 });
    await inUse(page, "第 2 版").waitFor();
    forgive(/400/);
  });

  it("what changed between two versions is told, and the earlier one is gone back to", async () => {
    const page = await open("?page=data&area=riverside");
    await page.getByLabel("把第 1 版与现用版比较").click();
    await page.getByText(/新增 37 · 改动 0 · 删除 [\d,]+ · 未变 0/).waitFor({ timeout: 30_000 });
    await page.locator(".changes canvas").waitFor();
    await page.locator(".changes summary").first().click();
    await keepScreenshot(page, "data-versions-zh-wide");
    await page.getByLabel("恢复到第 1 版").click();
    await page.getByRole("button", { name: "恢复", exact: true }).last().click();
    await inUse(page, "恢复自第 1 版").waitFor({ timeout: 30_000 });
    const { items } = (await (await fetch(`${service.origin}/api/v1/areas/riverside/versions`)).json()) as {
      items: { release: number; counts: unknown }[];
    };
    expect(items[0].counts).toEqual(items[2].counts);
  });

  it("is worked by keyboard, on a phone, in English", async () => {
    const page = await open("?page=data&area=riverside&lang=en", PHONE);
    await page.locator("input[type=file]").setInputFiles({
      name: "shops.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("id,name,category,lng,lat\n1,A,pharmacy,113.65,34.75\n"),
    });
    const shops = card(page, "shops.csv");
    await shops.getByText("First 1 of 1 rows").waitFor({ timeout: 30_000 });
    await shops.locator(".reading").first().focus();
    await page.keyboard.press("Enter");
    await shops.locator(".reading.stated").waitFor();
    await page.getByRole("button", { name: "Check first" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Checked: no row would be refused.").waitFor({ timeout: 60_000 });
    expect(await seriousFaults(page)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await keepScreenshot(page, "data-en-phone");
    const link = page.getByLabel("XLSX template: Facilities");
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("模板-设施表.xlsx");
    await page.getByLabel("Switch to Chinese").or(page.getByLabel("切换到中文")).first().click();
    await page.getByText("检查通过").waitFor();
    await keepScreenshot(page, "data-zh-phone");
  });
});
