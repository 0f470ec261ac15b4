/** What-ifs and comparing side by side: each journey of a planner, with the figures of the service. */
import { cellToLatLng } from "h3-js";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Coverage } from "../../server/api/schemas/coverage.ts";
import type { Effect } from "../../server/api/schemas/scenario-effect.ts";
import type { Change, Scenario, ScenarioEntry } from "../../server/api/schemas/scenarios.ts";
import { CHANGE_COLOURS } from "../../web/map/change-looks.ts";
import { countShown, shareShown } from "../../web/state/figures.ts";
import { signedCount } from "../../web/state/signed.ts";
import {
  colour,
  coloursAt,
  difference,
  keepScreenshot,
  openBrowser,
  openPage,
  PHONE,
  seriousFaults,
  type WatchedPage,
  WIDE,
} from "../support/browser.ts";
import { startDemoService } from "../support/demo-folder.ts";
import {
  addAt,
  askService,
  draftOf,
  drawn,
  effectShown,
  changeRows as rows,
  SOON,
  SOUTH,
  settled,
  takeTool as tool,
} from "../support/plan-page.ts";
import { describeWith } from "../support/requirements.ts";
import type { RunningService } from "../support/running-service.ts";
import { screenMap, standingApart } from "../support/screen-map.ts";

const OFFICE = { width: 1366, height: 768 } as const;
const QUESTION = { area: "demo", category: "pharmacy", minutes: 15, profile: "adult" } as const;
/** The town's middle, near enough that badges are drawn. */
const VIEW = "area=demo&map=104.3003,38.0930,13.6";

describeWith("chromium", "what-ifs in a browser", () => {
  let service: RunningService;
  let browser: Browser;
  const watched: WatchedPage[] = [];

  beforeAll(async () => {
    service = await startDemoService();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });
  afterEach(async () => {
    const faults = watched.flatMap((one) => one.faults);
    const foreign = watched.flatMap((one) => one.foreign);
    for (const { page } of watched) await page.context().close();
    watched.length = 0;
    expect([faults, foreign]).toEqual([[], []]);
  });

  async function open(search: string, viewport: { width: number; height: number } = WIDE): Promise<Page> {
    const one = await openPage(browser, service.origin, viewport);
    watched.push(one);
    await one.page.goto(`${service.origin}/?${search}`);
    return one.page;
  }

  /** Answers that a journey is about are no faults of the page. */
  function forgive(meant: RegExp): void {
    for (const one of watched)
      one.faults.splice(0, one.faults.length, ...one.faults.filter((text) => !meant.test(text)));
  }

  const ask = <T>(path: string, body?: object, method?: "POST" | "PUT") =>
    askService<T>(service.origin, path, body, method);

  const effectOf = (changes: readonly Change[], by: string, resolution = 9) =>
    ask<Effect>("/coverage/effect", { ...QUESTION, changes, by, resolution });
  const make = (name: string, changes: readonly Change[]) =>
    ask<Scenario>("/scenarios", { area: "demo", name, changes });

  it("adds a facility by a click, and paints and tells its effect as the service does", async () => {
    const page = await open(`${VIEW}&mode=what-if`);
    await page.getByRole("button", { name: "新建方案" }).click();
    await drawn(page);
    await tool(page, "新增设施");
    const map = await screenMap(page);
    await page.mouse.click(...map.at(SOUTH));
    await page.waitForURL(/draft=/);
    const changes = await draftOf(page);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: "add_facility", ref: "new-1", category: "pharmacy" });
    expect(await rows(page)).toEqual(["新增药店“新药店 1”"]);

    const effect = await effectOf(changes, "community");
    expect(effect.whole.residents.gained).toBeGreaterThan(1000);
    await effectShown(page, effect.whole.residents);
    const figures = await page.locator(".before-after").innerText();
    const { before, after } = effect.whole.residents;
    for (const side of [before, after]) {
      expect(figures).toContain(countShown(side.covered));
      expect(figures).toContain(shareShown(side.covered / (side.covered + side.uncovered)));
    }
    const most = effect.units?.toSorted((a, b) => b.residents.gained - a.residents.gained)[0];
    const first = await page.locator(".rank tbody tr").first().innerText();
    expect(first).toContain(most?.name);
    expect(first).toContain(countShown(most?.residents.gained ?? 0));

    const { cells = [] } = await effectOf(changes, "cell");
    const gains = cells.filter((cell) => cell.after.covered > cell.before.covered);
    const points = gains
      .map(({ h3 }) => cellToLatLng(h3))
      .map(([lat, lon]) => map.at([lon, lat]))
      .flatMap(([x, y]) => [-9, -4, 0, 4, 9].map((by) => [x + by, y + by / 2] as const))
      .filter((point) => map.isInside(point, 80));
    expect(points.length).toBeGreaterThan(20);
    const isGain = async () => {
      const colours = await coloursAt(page, points);
      return colours.filter((found) => difference(found, colour(CHANGE_COLOURS.gain)) < 70).length / points.length;
    };
    await expect.poll(isGain, SOON).toBeGreaterThan(0.3);

    await page.mouse.move(...points[0]);
    await page.locator(".hover-tip", { hasText: "得到覆盖" }).waitFor();
    await page.getByText("现状", { exact: true }).last().click();
    await expect.poll(isGain, SOON).toBeLessThan(0.1);
  });

  it("drags a facility, undoes and redoes, and loses nothing on reload, back and forward", async () => {
    const page = await open(`${VIEW}&mode=what-if`);
    await page.getByRole("button", { name: "新建方案" }).click();
    await drawn(page);
    const { items } = await ask<{ items: { ref: string; name: string; position: [number, number] }[] }>(
      "/areas/demo/facilities?category=pharmacy&limit=1000",
    );
    const map = await screenMap(page);
    const [place] = standingApart(
      map,
      items.map(({ position }) => position),
      { apartPx: 40, marginPx: 150 },
    );
    const alone = items[place];
    if (alone === undefined) throw new Error("no pharmacy stands alone");
    const [x, y] = map.at(alone.position);
    await page.mouse.move(x, y);
    await page.locator(".hover-tip", { hasText: alone.name }).waitFor();
    await page.mouse.down();
    await page.mouse.move(x + 30, y, { steps: 4 });
    await page.locator(".drag-ghost").waitFor();
    await page.mouse.move(x + 60, y, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/draft=\w+\.1/);
    expect(await page.locator(".drag-ghost").count()).toBe(0);
    const moved = await draftOf(page);
    expect(moved).toMatchObject([{ kind: "move_facility", ref: alone.ref }]);
    expect((await rows(page))[0]).toMatch(new RegExp(`^药店“${alone.name.replace(/[()]/g, "\\$&")}”东移 [\\d,]+ 米$`));
    await effectShown(page, (await effectOf(moved, "area")).whole.residents);

    await tool(page, "关闭设施");
    await page.mouse.click(x + 60, y);
    await page.waitForURL(/draft=\w+\.2/);
    expect(await draftOf(page)).toEqual([{ kind: "close_facility", ref: alone.ref }]);
    await effectShown(page, (await effectOf(await draftOf(page), "area")).whole.residents);

    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => draftOf(page), SOON).toEqual(moved);
    await page.getByRole("button", { name: "重做" }).click();
    await page.waitForURL(/draft=\w+\.2/);
    await page.reload();
    await page.locator(".change").waitFor();
    await expect.poll(() => rows(page), SOON).toEqual([`关闭药店“${alone.name}”`]);
    await page.goBack();
    await expect.poll(() => draftOf(page), SOON).toEqual(moved);
    await page.goForward();
    await page.getByRole("button", { name: /^去掉/ }).click();
    await page.getByText("还没有改动").first().waitFor();
  });

  it("tells changes that do not apply one by one, and counts the others", async () => {
    const page = await open(`${VIEW}&mode=what-if`);
    await page.getByRole("button", { name: "新建方案" }).click();
    await page.locator(".tool").first().waitFor();
    for (const [name, verb, place] of [
      ["新增设施", "新增", SOUTH.join(",")],
      ["关闭道路", "封闭", "104.5,38.3"],
      ["开门", "开门", "104.5,38.3"],
    ]) {
      await tool(page, name);
      await page.getByLabel("坐标", { exact: true }).fill(place);
      await page.locator(".tools .ask-place").getByRole("button", { name: verb, exact: true }).click();
    }
    await page.getByText("不适用：50 米内没有可走的路").waitFor();
    await page.getByText("不适用：50 米内没有关着的门").waitFor();
    expect(await page.locator(".change-fails").count()).toBe(2);
    const [added] = await draftOf(page);
    await effectShown(page, (await effectOf([added], "area")).whole.residents);
    await page.getByRole("button", { name: "去掉不适用的 2 项" }).click();
    await expect.poll(() => rows(page), SOON).toHaveLength(1);
    forgive(/400/);
  });

  it("saves, shares, renames, copies and deletes", async () => {
    const page = await open(`${VIEW}&mode=what-if`);
    await page.getByRole("button", { name: "新建方案" }).click();
    await tool(page, "新增设施");
    await page.getByLabel("坐标", { exact: true }).fill(SOUTH.join("，"));
    await page.keyboard.press("Enter");
    await page.locator(".change").waitFor();
    await page.getByLabel("方案名称").fill("南岸药店");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("已保存（第 1 稿）").waitFor();
    const id = Number(new URL(page.url()).searchParams.get("scenario"));
    const saved = await ask<Scenario>(`/scenarios/${id}`);
    expect(saved).toMatchObject({ name: "南岸药店", changes: [addAt(SOUTH)] });

    await page.getByRole("button", { name: "分享链接" }).click();
    const link = await page.getByRole("textbox", { name: "分享链接" }).inputValue();
    const guest = await open(link.slice(`${service.origin}/?`.length));
    await guest.getByText("已保存（第 1 稿）").waitFor();
    expect(await rows(guest)).toEqual(["新增药店“新药店 1”"]);
    await effectShown(guest, (await effectOf(saved.changes, "area")).whole.residents);

    await page.getByRole("button", { name: "方案列表" }).click();
    const act = async (name: string, what: string) => {
      await page.getByRole("button", { name: `“${name}”的更多操作` }).click();
      await page.getByRole("menuitem", { name: what, exact: true }).click();
    };
    await act("南岸药店", "改名");
    await page.getByLabel("方案名称").fill("南岸新药店");
    await page.keyboard.press("Enter");
    await page.locator(".shelf-open", { hasText: "南岸新药店" }).waitFor();
    await act("南岸新药店", "复制");
    await page.locator(".shelf-open", { hasText: "南岸新药店 副本" }).waitFor();
    await act("南岸新药店 副本", "删除");
    await page.getByText("删除后不能恢复").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
    await page.locator(".shelf-open", { hasText: "副本" }).waitFor({ state: "detached" });
    const { items } = await ask<{ items: ScenarioEntry[] }>("/scenarios?area=demo");
    expect(items.find((one) => one.id === id)).toMatchObject({ name: "南岸新药店", revision: 2 });
    expect(items.some(({ name }) => name.includes("副本"))).toBe(false);
  });

  it("tells that somebody else saved meanwhile, and loses neither's changes", async () => {
    const { id } = await make("两人同改", [addAt(SOUTH)]);
    const page = await open(`${VIEW}&mode=what-if&scenario=${id}`);
    await page.locator(".change").waitFor();
    await tool(page, "关门");
    await page.getByLabel("坐标", { exact: true }).fill("104.3003,38.0930");
    await page.keyboard.press("Enter");
    await expect.poll(() => rows(page), SOON).toHaveLength(2);
    const theirs = { name: "两人同改", changes: [], revision: 1 };
    await ask<Scenario>(`/scenarios/${id}`, theirs, "PUT");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("别人已把此方案改到第 2 稿").waitFor();
    expect(await rows(page)).toHaveLength(2);
    await page.getByRole("button", { name: "把我的另存为新方案" }).click();
    await page.getByLabel("方案名称").fill("两人同改（我的）");
    await page.keyboard.press("Enter");
    await page.getByText("已保存（第 1 稿）").waitFor();
    const mine = Number(new URL(page.url()).searchParams.get("scenario"));
    expect((await ask<Scenario>(`/scenarios/${mine}`)).changes).toHaveLength(2);
    expect(await ask<Scenario>(`/scenarios/${id}`)).toMatchObject({ revision: 2, changes: [] });
    forgive(/409/);
  });

  it("is worked by keyboard alone", async () => {
    const page = await open(`${VIEW}&mode=what-if`);
    const press = async (name: string | RegExp) => {
      await page.getByRole("button", { name, exact: true }).first().focus();
      await page.keyboard.press("Enter");
    };
    await press(/新建方案/);
    await press("新增设施");
    await drawn(page);
    await page.locator(".maplibregl-canvas").first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".change").waitFor();
    expect((await draftOf(page))[0].position?.[0]).toBeCloseTo(104.3003, 3);

    await press("移动设施");
    await page.getByLabel("设施", { exact: true }).focus();
    await page.keyboard.type("新药店");
    await page.keyboard.press("Enter");
    await press("用地图中心");
    await page.getByLabel("坐标", { exact: true }).fill(SOUTH.join(","));
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await draftOf(page))[0].position, SOON).toEqual([...SOUTH]);
    await press(/^去掉/);
    await page.getByText("还没有改动").first().waitFor();

    await press("加小路");
    for (const place of ["104.2990,38.0900", "104.2990,38.0870"]) {
      await page.getByLabel("坐标", { exact: true }).fill(place);
      await page.keyboard.press("Enter");
    }
    await press("完成小路");
    await page.waitForFunction(() => document.querySelectorAll(".change").length === 1);
    expect(await draftOf(page)).toMatchObject([{ kind: "add_path" }]);
    expect((await rows(page))[0]).toMatch(/^加小路，长 33\d 米$/);
  });

  it("shows today and a scenario side by side, restored by its link", async () => {
    const { id } = await make("并排看", [addAt(SOUTH)]);
    const page = await open(`${VIEW}&compare=scenario:${id}&hide=facilities,units,gaps`);
    const divider = page.locator(".divider");
    await divider.waitFor();
    await drawn(page);
    const coverage = (scenario: string) => ask<Coverage>(`/coverage?area=demo&category=pharmacy&minutes=15${scenario}`);
    const [left, right] = [await coverage(""), await coverage(`&scenario=${id}`)];
    const table = page.locator(".before-after").first();
    for (const { whole } of [left, right]) {
      await table.getByText(countShown(whole.residents.covered), { exact: true }).waitFor();
      await table.getByText(shareShown(whole.residentShare ?? Number.NaN), { exact: true }).waitFor();
    }
    await table
      .getByText(signedCount(right.whole.residents.covered - left.whole.residents.covered), { exact: true })
      .waitFor();

    const map = await screenMap(page);
    const at = map.at(SOUTH);
    // Some of these may lie on a street or on the edge of a cell, which both sides draw alike.
    const around = [-24, -8, 8, 24].flatMap((x) => [-24, -8, 8, 24].map((y) => [at[0] + x, at[1] + y] as const));
    const seen = () => coloursAt(page, around);
    await divider.focus();
    await page.keyboard.press("End");
    await expect.poll(() => divider.getAttribute("aria-valuenow"), SOON).toBe("100");
    const withLeft = await seen();
    await page.keyboard.press("Home");
    const mostDifferent = async () => Math.max(...(await seen()).map((colour, k) => difference(colour, withLeft[k])));
    await expect.poll(mostDifferent, SOON).toBeGreaterThan(40);
    expect(await divider.getAttribute("aria-valuenow")).toBe("0");
    for (let k = 0; k < 4; k++) await page.keyboard.press("PageUp");
    await page.waitForURL(/swipe=40/);

    await page.reload();
    await expect.poll(() => divider.getAttribute("aria-valuenow"), SOON).toBe("40");
    const box = await divider.boundingBox();
    if (box === null) throw new Error("no divider");
    await page.mouse.move(box.x + box.width / 2, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 200, { steps: 3 });
    await page.mouse.up();
    await expect.poll(async () => Number(await divider.getAttribute("aria-valuenow")), SOON).toBeGreaterThan(45);

    await page.getByRole("button", { name: /左右互换/ }).click();
    await page.waitForURL(/compare=base/);
    expect(new URL(page.url()).searchParams.get("scenario")).toBe(String(id));
    await page.goBack();
    await page.waitForURL(/compare=scenario/);
  });

  it("shows two walkers side by side", async () => {
    const page = await open(`${VIEW}&compare=profile:elderly`);
    const table = page.locator(".before-after").first();
    for (const profile of ["adult", "elderly"]) {
      const { whole } = await ask<Coverage>(`/coverage?area=demo&category=pharmacy&minutes=15&profile=${profile}`);
      await table.getByText(countShown(whole.residents.covered), { exact: true }).waitFor();
    }
    expect(await page.locator(".side-caption", { hasText: /^步行：/ }).count()).toBe(2);
    await page.goto(`${service.origin}/?${VIEW}&compare=scenario:99999`);
    await page.getByText("没有这个对比对象").waitFor();
    forgive(/404/);
  });

  it.each([
    ["zh", "wide", WIDE],
    ["en", "office", OFFICE],
    ["zh", "phone", PHONE],
    ["en", "phone", PHONE],
  ] as const)("has no serious fault of access: %s, %s", async (language, size, viewport) => {
    const { id } = await make(`南岸药店 ${language} ${size}`, [
      addAt(SOUTH),
      { kind: "close_gate", at: [104.3003, 38.093] },
    ]);
    const page = await open(`area=demo&lang=${language}&mode=what-if`, viewport);
    const settle = () => settled(page, size === "phone");
    await settle();
    await page.locator(".shelf-open").first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, `what-if-shelf-${language}-${size}`);

    await page.locator(".shelf-open").first().click();
    await page.locator(".turned").first().waitFor();
    await settle();
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, `what-if-${language}-${size}`);

    await page.goto(`${service.origin}/?area=demo&lang=${language}&compare=scenario:${id}`);
    await page.locator(".divider").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await seriousFaults(page)).toEqual([]);
    await keepScreenshot(page, `compare-${language}-${size}`);
  });
});
