/** The report: the figures of the service on sheets of A4, in both languages, and files from the same page. */
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import type { Coverage } from "../../server/api/schemas/coverage.ts";
import { countShown, shareShown } from "../../web/state/figures.ts";
import { ARTIFACTS, keepScreenshot, seriousFaults } from "../support/browser.ts";
import { consolePages } from "../support/console-pages.ts";
import { sheetsOf } from "../support/export-files.ts";
import { describeWith } from "../support/requirements.ts";

const QUESTION = "area=demo&category=pharmacy&minutes=8";
/** A4 in points, as PDF measures. */
const A4 = { width: 595, height: 842 };

describeWith("chromium", "the report in a browser", () => {
  const console = consolePages();
  let coverage: Coverage;
  beforeAll(async () => {
    coverage = await console.ask<Coverage>(`/coverage?${QUESTION}&by=community`);
  });

  it.each([
    ["zh", "药店 8 分钟步行覆盖报告", "打印 / 另存为 PDF"],
    ["en", "Pharmacy within 8 minutes on foot", "Print / save as PDF"],
  ])("holds the figures, and prints on A4 without its buttons: %s", async (language, title, button) => {
    const page = await console.show(`?page=report&${QUESTION}&lang=${language}`);
    await page.locator(".report-picture img").waitFor();
    expect(await page.locator(".report h1").innerText()).toContain(title);
    const { whole, units } = coverage;
    const text = await page.locator(".report").innerText();
    expect(text).toContain(`${shareShown(whole.residentShare ?? Number.NaN)}`);
    for (const part of ["covered", "uncovered", "unknown"] as const)
      expect(text).toContain(countShown(whole.residents[part]));
    const [, communities] = await page.locator(".report-table").all();
    const rows = await communities.locator("tbody tr").allInnerTexts();
    expect(rows).toHaveLength(units.length + 1);
    for (const { name, residents } of units) {
      const row = rows.find((one) => one.includes(name ?? "—"))?.split("\t");
      expect(row?.slice(4, 8)).toEqual(
        (["total", "covered", "uncovered", "unknown"] as const).map((part) => countShown(residents[part])),
      );
    }
    await page.getByRole("button", { name: button }).waitFor();
    await keepScreenshot(page, `report-${language}`);
    expect(await seriousFaults(page)).toEqual([]);

    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await mkdir(ARTIFACTS, { recursive: true });
    const path = join(ARTIFACTS, `report-${language}.pdf`);
    await writeFile(path, pdf);
    const boxes = [...pdf.toString("latin1").matchAll(/\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
    expect(boxes.length).toBeGreaterThan(1);
    for (const [, width, height] of boxes)
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([A4.width, A4.height]);
    const printed = textOf(path);
    if (printed === null) return;
    expect(printed).toContain(countShown(whole.residents.uncovered));
    expect(printed).not.toContain(button);
    expect(printed).toMatch(new RegExp(`1 ?/ ?${boxes.length}`));
  });

  it("is reached from the coverage page, and back; the files of its menu are of the question on screen", async () => {
    const page = await console.show(`?${QUESTION}`);
    await page.getByRole("button", { name: "导出" }).click();
    const workbook = page.getByRole("link", { name: /^Excel/ });
    const [download] = await Promise.all([page.waitForEvent("download"), workbook.click()]);
    expect(download.suggestedFilename()).toBe("云溪示例区（虚构）_药店_8分钟步行_覆盖_第1版.xlsx");
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const [head, row] = (await sheetsOf(Buffer.concat(chunks))).get("全区") ?? [];
    expect(row[head.indexOf("人口 未覆盖（人）")]).toBe(coverage.whole.residents.uncovered);
    await page.getByRole("button", { name: "报告" }).click();
    await page.locator(".report-picture img").waitFor();
    await page.getByRole("button", { name: "返回地图" }).click();
    await page.locator(".headline > b").waitFor();
    expect(page.url()).not.toContain("page=report");
  });
});

/** Null where the machine has no poppler. */
function textOf(path: string): string | null {
  try {
    return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
