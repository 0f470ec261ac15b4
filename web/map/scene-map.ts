/** A map of scenes: bare land until it is ready, then whatever it was told to show last. @module */
import { Map as MapLibreMap, type MapOptions } from "maplibre-gl";
import { BARE_STYLE } from "./bare-style.ts";
import { drawScene } from "./draw-scene.ts";
import { addImages, LOCAL_FONTS } from "./images.ts";
import type { Scene } from "./scene.ts";
import { sketchOver } from "./sketch.ts";

export interface SceneMap {
  readonly map: MapLibreMap;
  show(scene: Scene): void;
}

export function openSceneMap(container: HTMLElement, options: Omit<MapOptions, "container" | "style">): SceneMap {
  const map = new MapLibreMap({
    container,
    style: BARE_STYLE,
    localIdeographFontFamily: LOCAL_FONTS,
    attributionControl: false,
    ...options,
  });
  const sketch = sketchOver(map);
  let drawn: Scene | null = null;
  let painted: Scene | null = null;
  let wanted: Scene | null = null;
  let ready = false;
  let later = new AbortController();
  const draw = () => {
    if (!ready || wanted === null) return;
    drawScene(map, wanted, drawn);
    drawn = wanted;
  };
  const catchUp = () => {
    draw();
    // Idle comes after a frame only, and there may be nothing to draw anew.
    map.triggerRepaint();
  };
  // What is handed to the map is on the screen only when its sources have taken it in.
  const caughtUp = () => {
    if (drawn === null || !PLAN_SOURCES.every((id) => map.isSourceLoaded(id))) return;
    painted = drawn;
    if (drawn === wanted) sketch.clear();
  };
  map.on("load", () => {
    addImages(map);
    ready = true;
    draw();
  });
  map.on("render", caughtUp);
  map.on("idle", () => {
    if (drawn !== null && drawn === wanted) note("painted whole");
  });
  map.on("remove", () => later.abort());
  return {
    map,
    show(scene) {
      const before = drawn;
      wanted = scene;
      later.abort();
      if (before === null || painted === null || !isOfAPlanAlone(before, scene)) {
        sketch.clear();
        draw();
        return;
      }
      later = new AbortController();
      sketch.show(scene, painted);
      if (scene.whatIf?.awaited) within(AWAITED_MS, catchUp, later.signal);
      else
        afterPaint(() => {
          note("painted effect");
          catchUp();
        }, later.signal);
    },
  };
}

/** In the browser's own timeline, for its developer tools and for benchmarks: the last time that it happened. */
function note(mark: "painted effect" | "painted whole"): void {
  performance.clearMarks(mark);
  performance.mark(mark);
}

/** Of what the sketch shows. */
const PLAN_SOURCES = ["changed-cells", "changed-residences", "change-marks"] as const;

/** The map's own frame would keep an effect waiting that is known a moment later. */
const AWAITED_MS = 250;

/** Both are of a plan, and differ in nothing that the sketch does not show. */
function isOfAPlanAlone(before: Scene, scene: Scene): boolean {
  if (before.whatIf === null || scene.whatIf === null) return false;
  return (Object.keys({ ...before, ...scene }) as (keyof Scene)[]).every(
    (key) => key === "whatIf" || key === "hidden" || before[key] === scene[key],
  );
}

/** In the frame after the one in which all that was drawn until now is painted. */
function afterPaint(then: () => void, signal: AbortSignal): void {
  const next = (act: () => void) => {
    const frame = requestAnimationFrame(act);
    signal.addEventListener("abort", () => cancelAnimationFrame(frame));
  };
  next(() => next(then));
}

function within(ms: number, then: () => void, signal: AbortSignal): void {
  const timer = setTimeout(then, ms);
  signal.addEventListener("abort", () => clearTimeout(timer));
}
