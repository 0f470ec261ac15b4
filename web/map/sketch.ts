/**
 * What a plan changes, sketched over the map in the very frame in which it is known. The map follows within a frame or two
 * where there is a graphics card; a machine that renders in software takes a second for every frame of a city. @module
 */
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Place } from "../state/view.ts";
import { atZoom, CELL_OPACITY, CHANGE_COLOURS, HOME_EDGE_PX, HOME_RADIUS, HOMES_FROM_ZOOM } from "./change-looks.ts";
import { pictureOf } from "./images.ts";
import { markIcon } from "./layers/change-marks.ts";
import { PALETTE } from "./palette.ts";
import type { Scene } from "./scene.ts";
import type { ChangedCell, ChangedHome, WhatIfScene } from "./what-if-scene.ts";

export interface Sketch {
  /** @param drawn what the map underneath still shows */
  show(scene: Scene, drawn: Scene): void;
  clear(): void;
}

/** Opacity of land laid over what the map still shows and is no more. */
const WASH = 0.85;

export function sketchOver(map: MapLibreMap): Sketch {
  const canvas = document.createElement("canvas");
  canvas.className = "map-sketch";
  canvas.hidden = true;
  map.getCanvasContainer().append(canvas);
  let shown: { readonly scene: Scene; readonly drawn: Scene } | null = null;
  const draw = () => {
    if (shown === null) return;
    const { scene, drawn } = shown;
    const sheet = openSheet(canvas, map);
    const hides = scene.hidden.includes("cells") && !drawn.hidden.includes("cells");
    wash(sheet, hides, drawn.whatIf);
    if (scene.whatIf !== null) paint(sheet, scene.whatIf);
  };
  map.on("render", draw);
  return {
    show(scene, drawn) {
      shown = { scene, drawn };
      canvas.hidden = false;
      draw();
    },
    clear() {
      shown = null;
      canvas.hidden = true;
    },
  };
}

interface Sheet {
  /** Its unit is a pixel of the page. */
  readonly pen: CanvasRenderingContext2D;
  readonly map: MapLibreMap;
  readonly width: number;
  readonly height: number;
}

function openSheet(canvas: HTMLCanvasElement, map: MapLibreMap): Sheet {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const ratio = window.devicePixelRatio;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser gives no 2D canvas");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.setLineDash([]);
  pen.clearRect(0, 0, width, height);
  return { pen, map, width, height };
}

/** @param whole the map shows all walks of today; else only what the plan changed before is to go */
function wash(sheet: Sheet, whole: boolean, before: WhatIfScene | null): void {
  const { pen, map, width, height } = sheet;
  pen.globalAlpha = WASH;
  pen.fillStyle = String(map.getPaintProperty("land", "background-color"));
  if (whole) pen.fillRect(0, 0, width, height);
  else if (before !== null) {
    for (const cell of before.cells) if (trace(sheet, cell.ring)) pen.fill();
    for (const home of homesAt(map, before)) if (dot(sheet, home.at, HOME_EDGE_PX)) pen.fill();
  }
  pen.globalAlpha = 1;
}

function paint(sheet: Sheet, { cells, residences, lines, marks }: WhatIfScene): void {
  for (const cell of cells) paintCell(sheet, cell);
  for (const home of homesAt(sheet.map, { residences })) paintHome(sheet, home);
  for (const line of lines) paintLine(sheet, line);
  for (const { at, ...mark } of marks) {
    const { x, y } = sheet.map.project([...at]);
    const { picture, width, height } = pictureOf(sheet.map, markIcon(sheet.map, mark));
    sheet.pen.drawImage(picture, x - width / 2, y - height / 2, width, height);
  }
}

function paintCell(sheet: Sheet, { ring, turn }: ChangedCell): void {
  if (!trace(sheet, ring)) return;
  const { pen, map } = sheet;
  pen.globalAlpha = atZoom(CELL_OPACITY, map.getZoom());
  pen.fillStyle = CHANGE_COLOURS[turn];
  pen.fill();
  pen.globalAlpha = 0.8;
  pen.strokeStyle = String(map.getPaintProperty("changed-cells-edge", "line-color"));
  pen.lineWidth = 0.8;
  pen.stroke();
  pen.globalAlpha = 1;
}

function paintHome(sheet: Sheet, { at, turn }: ChangedHome): void {
  if (!dot(sheet, at, HOME_EDGE_PX / 2)) return;
  const { pen } = sheet;
  pen.fillStyle = CHANGE_COLOURS[turn];
  pen.fill();
  pen.strokeStyle = "#ffffff";
  pen.lineWidth = HOME_EDGE_PX;
  pen.stroke();
}

function paintLine({ pen, map }: Sheet, { kind, line }: WhatIfScene["lines"][number]): void {
  pen.strokeStyle = PALETTE.plan;
  pen.lineWidth = kind === "move" ? 2 : 3.5;
  pen.setLineDash(kind === "move" ? [4, 3] : []);
  pen.beginPath();
  for (const point of line) {
    const { x, y } = map.project([...point]);
    pen.lineTo(x, y);
  }
  pen.stroke();
}

function homesAt(map: MapLibreMap, { residences }: Pick<WhatIfScene, "residences">): readonly ChangedHome[] {
  return map.getZoom() < HOMES_FROM_ZOOM ? [] : residences;
}

/** Makes a closed ring the path of the pen; false where nothing of it is in view. */
function trace(sheet: Sheet, ring: readonly Place[]): boolean {
  const points = ring.map((corner) => sheet.map.project([...corner]));
  if (!points.some((point) => isOn(sheet, point, 0))) return false;
  const { pen } = sheet;
  pen.beginPath();
  for (const { x, y } of points) pen.lineTo(x, y);
  pen.closePath();
  return true;
}

/** The same for a dot, this much wider than its radius. */
function dot(sheet: Sheet, at: Place, widerPx: number): boolean {
  const { pen, map } = sheet;
  const centre = map.project([...at]);
  const radius = atZoom(HOME_RADIUS, map.getZoom()) + widerPx;
  if (!isOn(sheet, centre, radius)) return false;
  pen.beginPath();
  pen.arc(centre.x, centre.y, radius, 0, 2 * Math.PI);
  return true;
}

function isOn({ width, height }: Sheet, { x, y }: { x: number; y: number }, marginPx: number): boolean {
  return x > -marginPx && y > -marginPx && x < width + marginPx && y < height + marginPx;
}
