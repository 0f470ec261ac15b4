/** Gate of the console: from letting a dragged facility go to the painted map of its effect. @module */
import type { Page } from "playwright-core";
import type { Facility } from "../../server/api/schemas/areas.ts";
import { screenMap, standingApart } from "../support/screen-map.ts";
import { type Gate, milliseconds } from "./support/gates.ts";
import { median, shuffled } from "./support/timing.ts";
import { paintedAfter } from "./views.ts";

export interface Drags {
  readonly origin: string;
  readonly area: string;
  /** `lon,lat,zoom`, near enough that badges are drawn. */
  readonly camera: string;
  readonly rounds: number;
  /** The area, in words. */
  readonly size: string;
}

const BOUND_MS = 100;
const WARM_UP = 3;
/** Badges nearer to each other than this could be mistaken for one another. */
const APART_PX = 40;
const MARGIN_PX = 140;
const DRAG_PX = 70;
const MOST_LOOKS = 300;

interface Lap {
  readonly wholeMs: number;
  readonly untilAskedMs: number;
  readonly answeredMs: number;
  readonly paintedMs: number;
  readonly caughtUpMs: number;
}

/** Every round drags another facility; the plan is emptied in between, so that each effect is of one drag. */
export async function draggingOne(page: Page, { origin, area, camera, rounds, size }: Drags): Promise<Gate[]> {
  await page.goto(`${origin}/?area=${area}&map=${camera}&mode=what-if&lang=en`);
  await page.getByRole("button", { name: "New scenario" }).click();
  await page.locator(".maplibregl-canvas").waitFor();
  const pharmacies = await facilitiesOf(origin, area);
  const map = await screenMap(page);
  const positions = pharmacies.map(({ position }) => position);
  const places = standingApart(map, positions, { apartPx: APART_PX, marginPx: MARGIN_PX }).map((k) => ({
    at: map.at(positions[k]),
    name: pharmacies[k].name ?? "",
  }));
  if (places.length === 0) throw new Error(`no pharmacy of ${area} stands alone at ${camera}`);
  await keepMarks(page);
  const order = shuffled(places.length, 11);
  const laps: Lap[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const { at, name } = places[order[(round + WARM_UP) % places.length]];
    const lap = await drag(page, at, name, round % 2 === 0 ? DRAG_PX : -DRAG_PX);
    if (round >= 0) laps.push(lap);
    const before = await page.evaluate(() => performance.now());
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("No changes yet").first().waitFor();
    // The next drag finds the map at rest, as a person does.
    await paintedAfter(page, before);
  }
  const floor = median(await bareFrames(page, rounds));
  const of = (part: keyof Lap) => median(laps.map((lap) => lap[part]));
  const whole = of("wholeMs");
  return [
    {
      what: `one of ${pharmacies.length} facilities dragged, ${size}: release to painted map`,
      ours: milliseconds(whole),
      peer: `${BOUND_MS} ms`,
      ratio: whole / BOUND_MS,
      bound: { most: 1 },
    },
    ...(
      [
        ["of it until the service is asked", "untilAskedMs"],
        ["of it until its answer is whole", "answeredMs"],
        ["of it until the effect is painted over the map", "paintedMs"],
        ["then until the map's own layers are drawn anew beneath", "caughtUpMs"],
      ] as const
    ).map(([what, part]) => ({
      what,
      ours: milliseconds(of(part)),
      peer: `${milliseconds(whole)} the whole`,
      ratio: of(part) / whole,
      bound: null,
    })),
    {
      what: "what the machine needs for two frames of this page in which a dot moves, the map at rest",
      ours: milliseconds(floor),
      peer: `${milliseconds(whole)} the whole`,
      ratio: floor / whole,
      bound: null,
    },
  ];
}

/** The browser's own clock: from the event of the released button to the frame after the one that was drawn whole. */
async function drag(page: Page, [x, y]: readonly [number, number], name: string, by: number): Promise<Lap> {
  // Until the map has drawn its layers there is nothing to take hold of.
  for (let k = 0; (await page.locator(".hover-tip", { hasText: name }).count()) === 0; k++) {
    if (k === MOST_LOOKS) throw new Error(`${name} is not drawn`);
    await page.mouse.move(x + (k % 2), y);
    await page.waitForTimeout(200);
  }
  await page.evaluate(() => {
    (window as unknown as { marks: PerformanceEntry[] }).marks.length = 0;
    performance.clearResourceTimings();
  });
  await page.mouse.down();
  await page.mouse.move(x + by, y + by / 2, { steps: 4 });
  await page.mouse.up();
  const read = await page.waitForFunction(
    () => {
      const { marks } = window as unknown as { marks: PerformanceEntry[] };
      const asked = performance.getEntriesByType("resource").find(({ name }) => name.includes("/coverage/effect")) as
        | PerformanceResourceTiming
        | undefined;
      const after = (mark: string, time: number | undefined) =>
        time === undefined
          ? undefined
          : marks.find(({ name, startTime }) => name === mark && startTime > time)?.startTime;
      const painted = after("painted effect", asked?.responseEnd);
      const caughtUp = after("painted whole", painted);
      const [released] = marks.filter(({ name }) => name === "released");
      if (asked === undefined || painted === undefined || caughtUp === undefined) return null;
      return [released.startTime, asked.startTime, asked.responseEnd, painted, caughtUp];
    },
    undefined,
    { polling: 50 },
  );
  const [released, asked, answered, painted, caughtUp] = (await read.jsonValue()) as number[];
  return {
    wholeMs: painted - released,
    untilAskedMs: asked - released,
    answeredMs: answered - asked,
    paintedMs: painted - answered,
    caughtUpMs: caughtUp - painted,
  };
}

/** Milliseconds from moving a dot over the map to the frame after the one that shows it: no page can be painted sooner. */
function bareFrames(page: Page, rounds: number): Promise<number[]> {
  return page.evaluate(async (times) => {
    const dot = document.createElement("div");
    dot.className = "drag-ghost";
    document.querySelector(".map-canvas")?.append(dot);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const laps: number[] = [];
    for (let k = 0; k < times; k++) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const start = performance.now();
      dot.style.transform = `translate(${40 + 7 * k}px, 90px)`;
      await frame();
      await frame();
      laps.push(performance.now() - start);
    }
    dot.remove();
    return laps;
  }, rounds);
}

/** Every mark of the page, in the order of its timeline; of each name the page itself keeps only the last. */
async function keepMarks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = Object.assign(window, { marks: [] as PerformanceEntry[] });
    new PerformanceObserver((list) => kept.marks.push(...list.getEntries())).observe({ type: "mark" });
    window.addEventListener("pointerup", ({ timeStamp }) => performance.mark("released", { startTime: timeStamp }), {
      capture: true,
    });
  });
}

async function facilitiesOf(origin: string, area: string): Promise<readonly Facility[]> {
  const answer = await fetch(`${origin}/api/v1/areas/${area}/facilities?category=pharmacy&limit=1000`);
  return ((await answer.json()) as { items: Facility[] }).items;
}
