/** The map by night: whatever a layer writes stays readable, and painting again changes nothing. */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { LAYERS } from "../../../../web/map/layers/index.ts";
import { paintNight } from "../../../../web/map/night.ts";
import { walkClasses } from "../../../../web/map/ramp.ts";
import type { Scene } from "../../../../web/map/scene.ts";

const SCENE: Scene = {
  area: "demo",
  release: 1,
  scenario: null,
  category: "pharmacy",
  symbol: "药",
  profile: "adult",
  at: null,
  speedMmPerSecond: 1200,
  limitMm: 1_080_000,
  classes: walkClasses(15, "night"),
  hidden: [],
  unitLabels: [],
  unitLevel: "community",
  selectedUnit: null,
  selectedResidence: null,
  gaps: [],
  openGap: null,
  isochrone: null,
  origin: null,
  walk: null,
  drawn: null,
  whatIf: null,
  ground: "night",
};
/** As much of the map as layers and the night use. */
type Drawn = Parameters<typeof paintNight>[0];
/** Of letters, by WCAG. */
const READABLE = 4.5;

beforeAll(() => void vi.stubGlobal("window", { location: { origin: "http://localhost" } }));
afterAll(() => void vi.unstubAllGlobals());

it("every text of every layer is readable on its halo, and painting twice is painting once", () => {
  const layers = new Map<string, { type: string; paint: Record<string, unknown> }>();
  let painted = 0;
  const map = {
    addSource() {},
    getSource: () => undefined,
    hasImage: () => true,
    addLayer: ({ id, type, paint = {} }: { id: string; type: string; paint?: object }) =>
      layers.set(id, { type, paint: { ...paint } }),
    setLayoutProperty() {},
    setFilter() {},
    on() {},
    getLayersOrder: () => [...layers.keys()],
    getLayer: (id: string) => layers.get(id),
    getPaintProperty: (id: string, name: string) => layers.get(id)?.paint[name],
    setPaintProperty(id: string, name: string, value: unknown) {
      painted++;
      layers.set(id, { type: "", ...layers.get(id), paint: { ...layers.get(id)?.paint, [name]: value } });
    },
  };
  for (const layer of LAYERS) layer.add(map as unknown as Drawn, SCENE);
  paintNight(map as unknown as Drawn);
  const labelled = [...layers].filter(([, { paint }]) => paint["text-halo-color"] !== undefined);
  expect(labelled.length).toBeGreaterThan(3);
  for (const [id, { paint }] of labelled) {
    const contrast = contrastOf(String(paint["text-color"]), String(paint["text-halo-color"]));
    expect([id, contrast >= READABLE, paint["text-color"]]).toEqual([id, true, paint["text-color"]]);
  }
  const once = painted;
  paintNight(map as unknown as Drawn);
  expect(painted).toBe(once);
});

function contrastOf(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
