/** The commerce bureau's page: a plan with its proof, argued with by pinning and refusing, taken along as a list and as a scenario. */
import readXlsx from "read-excel-file/node";
import { expect, it } from "vitest";
import type { Effect } from "../../server/api/schemas/scenario-effect.ts";
import type { SitingAnswer, SitingRun } from "../../server/api/schemas/siting.ts";
import { countShown, shareShown } from "../../web/state/figures.ts";
import { keepScreenshot, PHONE, seriousFaults } from "../support/browser.ts";
import { consolePages } from "../support/console-pages.ts";
import { describeWith } from "../support/requirements.ts";

const ASKED = { area: "demo", category: "barber", minutes: 5, sites: 3 };
const ADDRESS = "?page=siting&area=demo&category=barber&minutes=5&sites=3";

describeWith("chromium", "siting in a browser", () => {
  const console_ = consolePages();
  type Page = Awaited<ReturnType<typeof console_.open>>;

  /** What the service says to the same question, when its run is over. */
  async function planned(some: object = {}): Promise<SitingAnswer> {
    const url = `${console_.origin}/api/v1/siting`;
    const headers = { "content-type": "application/json" };
    const asked = await fetch(url, { method: "POST", headers, body: JSON.stringify({ ...ASKED, ...some }) });
    if (asked.status === 200) return (await asked.json()) as SitingAnswer;
    const { id } = (await asked.json()) as SitingRun;
    for (;;) {
      const run = await console_.ask<SitingRun>(`/runs/${id}`);
      if (run.state !== "running") return run.answer!;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Waits for a plan that holds what is asked for; the one before stands until then. */
  async function done(page: Page, sites: readonly { id: string }[]): Promise<void> {
    await page.locator(`.answer[data-state="done"][data-sites="${sites.map(({ id }) => id).join(" ")}"]`).waitFor();
  }

  const rows = (page: Page) => page.locator('table[aria-label="新网点，按见效先后"] tbody tr');

  it("tells the service's plan, and solves anew for a site refused or pinned", async () => {
    const plan = await planned();
    const page = await console_.open(ADDRESS);
    await page.getByText("还没有选址").waitFor();
    expect(await page.getByRole("button", { name: "选址", exact: true }).first().getAttribute("aria-current")).toBe(
      "page",
    );
    await page.locator(".side-left").getByRole("button", { name: "选址", exact: true }).click();
    await done(page, plan.sites);
    expect(await page.locator(".headline b").innerText()).toContain(`+${countShown(plan.people.gained)}`);
    expect(await page.locator(".proof b").innerText()).toBe("已证明最优：没有更好的方案");
    const shares = await page.locator(".before-after tbody tr").first().innerText();
    for (const covered of [plan.people.coveredBefore, plan.people.covered])
      expect(shares).toContain(shareShown(covered / plan.people.total));
    const told = await rows(page).allInnerTexts();
    expect(told).toHaveLength(plan.sites.length);
    plan.sites.forEach(({ rank, gained, around }, i) => {
      expect(told[i]).toContain(String(rank));
      expect(told[i]).toContain(countShown(gained));
      expect(told[i]).toContain(`周边未覆盖 ${countShown(around!)} 人`);
    });
    await page.waitForLoadState("networkidle");
    await keepScreenshot(page, "siting-zh");
    expect(await seriousFaults(page)).toEqual([]);

    const [first, second] = plan.sites;
    await rows(page).nth(0).getByRole("button", { name: /^排除/ }).click();
    const without = await planned({ forbid: [first.id] });
    await done(page, without.sites);
    expect(without.sites.map(({ id }) => id)).not.toContain(first.id);
    expect(new URL(page.url()).searchParams.get("forbid")).toBe(first.id);

    // A place that was left out is pinned from its card, which Escape closes.
    await page.locator(".chips-forbid button").first().click();
    await page.locator(".card").getByText("已排除。").waitFor();
    await page.locator(".card").getByRole("button", { name: "必选" }).click();
    const pinned = await planned({ force: [first.id] });
    await page.keyboard.press("Escape");
    await done(page, pinned.sites);
    const link = new URL(page.url()).searchParams;
    expect([link.get("force"), link.get("forbid")]).toEqual([first.id, null]);
    await rows(page)
      .filter({ has: page.locator(`i:text-is("${pinned.sites.find(({ id }) => id === second.id)!.rank}")`) })
      .locator(".row-button")
      .click();
    await page.locator(".card .site-facts").waitFor();
    expect(await page.locator(".card .site-facts").innerText()).toContain(countShown(second.around!));
  });

  it("goes along as a list to sign from and as a scenario; its heat before and after; conditions that clash by name", async () => {
    const plan = await planned();
    const page = await console_.open(`${ADDRESS}&solve=1&lang=en`);
    await done(page, plan.sites);
    const href = await page.getByRole("link", { name: /Signing list/ }).getAttribute("href");
    const file = await fetch(new URL(href!, console_.origin));
    const [{ data }] = await readXlsx(Buffer.from(await file.arrayBuffer()));
    const gained = data[0].indexOf("People gained");
    expect(gained).toBeGreaterThan(0);
    expect(data.slice(1).map((row) => row[gained])).toEqual(plan.sites.map(({ gained }) => gained));

    const sent: { changes: unknown }[] = [];
    await page.route("**/api/v1/scenarios", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      sent.push(route.request().postDataJSON());
      await route.fulfill({ status: 201, json: { id: 7, name: "Plan A", changes: plan.changes } });
    });
    await page.getByRole("button", { name: "Save as scenario" }).click();
    await page.getByRole("textbox", { name: "Name of the scenario" }).fill("Plan A");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved as “Plan A”").waitFor();
    expect(sent.map(({ changes }) => changes)).toEqual([plan.changes]);

    const told = page.waitForResponse((response) => response.url().endsWith("/coverage/effect"));
    await page.locator(".picture-switch").getByText("Change", { exact: true }).click();
    const effect = (await (await told).json()) as Effect;
    expect(effect.whole.residents.gained).toBe(plan.people.gained);
    expect(effect.cells!.length).toBeGreaterThan(0);
    await page.waitForLoadState("networkidle");
    await keepScreenshot(page, "siting-change-en");
    await page.locator(".picture-switch").getByText("After", { exact: true }).click();
    await page.locator(".ramp .beyond").first().waitFor();
    await page.waitForLoadState("networkidle");
    await keepScreenshot(page, "siting-after-en");
    expect(await seriousFaults(page)).toEqual([]);

    await page.locator("summary", { hasText: "Conditions" }).click();
    await page.getByText("At least one in each community").click();
    await page.locator(".clashes").waitFor();
    const clashes = await page.locator(".clashes span").allInnerTexts();
    expect(clashes).toContain("at most 3 new sites");
    expect(clashes.length).toBeGreaterThan(1);
    await keepScreenshot(page, "siting-clash-en");
    console_.forgive(/409/);
  });

  it("fits a phone", async () => {
    const plan = await planned();
    const page = await console_.open(`${ADDRESS}&solve=1`, PHONE);
    await page.locator(".summary-figure").waitFor();
    await page.locator(".sheet-handle").press("Enter");
    await done(page, plan.sites);
    expect(await page.locator(".summary-figure").innerText()).toBe(`+${countShown(plan.people.gained)}`);
    await rows(page).first().scrollIntoViewIfNeeded();
    await keepScreenshot(page, "siting-phone");
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });
});
