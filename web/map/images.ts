/** Small pictures drawn here, not fetched: the hatch for unknown, badges of facilities. Two device pixels per pixel. @module */
import type { Map as MapLibreMap } from "maplibre-gl";
import { PALETTE } from "./palette.ts";
import { UNKNOWN_COLOUR } from "./ramp.ts";

const RATIO = 2;
export const HATCH = "hatch";
export const HATCHED_DOT = "hatched-dot";

/** Signs that fill cells: people gain cover, people lose it. They read without colour. */
export const PLUSES = "pluses";
export const MINUSES = "minuses";

export function addImages(map: MapLibreMap): void {
  map.addImage(PLUSES, drawSigns(true), { pixelRatio: RATIO });
  map.addImage(MINUSES, drawSigns(false), { pixelRatio: RATIO });
  map.addImage(HATCH, drawHatch(), { pixelRatio: RATIO });
  map.addImage(HATCHED_DOT, drawHatchedDot(), { pixelRatio: RATIO });
}

/** Name of the badge that carries the character; drawn when first asked for. */
export function badge(map: MapLibreMap, symbol: string, large: boolean): string {
  const id = `badge-${symbol}-${large ? "large" : "small"}`;
  if (!map.hasImage(id)) map.addImage(id, drawBadge(symbol, large ? 26 : 19), { pixelRatio: RATIO });
  return id;
}

/** Badge of a facility that a plan puts there. */
export function changeBadge(map: MapLibreMap, symbol: string): string {
  const id = `plan-${symbol}`;
  if (!map.hasImage(id)) map.addImage(id, drawBadge(symbol, 24, PALETTE.plan), { pixelRatio: RATIO });
  return id;
}

/** Pale badge, struck through, where a facility stood. */
export function goneBadge(map: MapLibreMap, symbol: string): string {
  const id = `gone-${symbol}`;
  if (!map.hasImage(id)) map.addImage(id, drawGone(symbol), { pixelRatio: RATIO });
  return id;
}

/** A street or a gate, shut (a cross) or open (a ring). */
export function signBadge(map: MapLibreMap, shut: boolean): string {
  const id = shut ? "sign-shut" : "sign-open";
  if (!map.hasImage(id)) map.addImage(id, drawSign(shut), { pixelRatio: RATIO });
  return id;
}

export interface Picture {
  readonly picture: HTMLCanvasElement;
  /** Pixels of the page. */
  readonly width: number;
  readonly height: number;
}

const pictures = new Map<string, Picture>();

/** A badge of the map, to be drawn elsewhere. */
export function pictureOf(map: MapLibreMap, id: string): Picture {
  const known = pictures.get(id);
  if (known !== undefined) return known;
  const { width, height, data } = map.getImage(id).data;
  const pen = canvas(width);
  pen.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  const made = { picture: pen.canvas, width: width / RATIO, height: height / RATIO };
  pictures.set(id, made);
  return made;
}

function drawGone(symbol: string): ImageData {
  const size = 20 * RATIO;
  const pen = canvas(size);
  pen.putImageData(drawBadge(symbol, 20, "#9aa3a5"), 0, 0);
  pen.strokeStyle = PALETTE.plan;
  pen.lineWidth = 2.4 * RATIO;
  line(pen, 2 * RATIO, size - 2 * RATIO, size - 2 * RATIO, 2 * RATIO);
  return pen.getImageData(0, 0, size, size);
}

function drawSign(shut: boolean): ImageData {
  const size = 22 * RATIO;
  const middle = size / 2;
  const pen = canvas(size);
  pen.beginPath();
  pen.arc(middle, middle, middle - RATIO, 0, 2 * Math.PI);
  pen.fillStyle = "#ffffff";
  pen.fill();
  pen.strokeStyle = PALETTE.plan;
  pen.lineWidth = 2.6 * RATIO;
  pen.stroke();
  const arm = 4 * RATIO;
  if (shut) {
    line(pen, middle - arm, middle - arm, middle + arm, middle + arm);
    line(pen, middle - arm, middle + arm, middle + arm, middle - arm);
  } else {
    pen.beginPath();
    pen.arc(middle, middle, arm, 0, 2 * Math.PI);
    pen.fillStyle = PALETTE.plan;
    pen.fill();
  }
  return pen.getImageData(0, 0, size, size);
}

/** Diagonal lines that join at the edges of a square tile. */
function drawHatch(): ImageData {
  const size = 8 * RATIO;
  const pen = canvas(size);
  pen.strokeStyle = UNKNOWN_COLOUR;
  pen.lineWidth = 1.4 * RATIO;
  for (const shift of [-size, 0, size]) line(pen, shift, size, shift + size, 0);
  return pen.getImageData(0, 0, size, size);
}

/** White signs, two to a tile, shifted by half like bricks. */
function drawSigns(plus: boolean): ImageData {
  const size = 16 * RATIO;
  const arm = 2.6 * RATIO;
  const pen = canvas(size);
  pen.strokeStyle = "#ffffff";
  pen.lineWidth = 1.5 * RATIO;
  for (const at of [size / 4, (3 * size) / 4]) {
    line(pen, at - arm, at, at + arm, at);
    if (plus) line(pen, at, at - arm, at, at + arm);
  }
  return pen.getImageData(0, 0, size, size);
}

function drawHatchedDot(): ImageData {
  const size = 14 * RATIO;
  const pen = canvas(size);
  const circle = () => {
    pen.beginPath();
    pen.arc(size / 2, size / 2, size / 2 - RATIO, 0, 2 * Math.PI);
  };
  circle();
  pen.fillStyle = "#ffffff";
  pen.fill();
  pen.save();
  pen.clip();
  pen.strokeStyle = UNKNOWN_COLOUR;
  pen.lineWidth = 1.3 * RATIO;
  for (let shift = -size; shift < size; shift += 4 * RATIO) line(pen, shift, size, shift + size, 0);
  pen.restore();
  // The hatch has left its last line as the path.
  circle();
  pen.lineWidth = 1.2 * RATIO;
  pen.strokeStyle = UNKNOWN_COLOUR;
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

function drawBadge(symbol: string, width: number, ground = "#20363a"): ImageData {
  const size = width * RATIO;
  const pen = canvas(size);
  pen.beginPath();
  pen.roundRect(RATIO, RATIO, size - 2 * RATIO, size - 2 * RATIO, 4 * RATIO);
  pen.fillStyle = ground;
  pen.fill();
  pen.lineWidth = 1.2 * RATIO;
  pen.strokeStyle = "#ffffff";
  pen.stroke();
  pen.fillStyle = "#ffffff";
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  pen.font = `${Math.round(width * 0.6) * RATIO}px ${LOCAL_FONTS}`;
  // Centred by the ink, not by the em box: fonts disagree on where a Chinese character sits.
  const ink = pen.measureText(symbol);
  pen.fillText(symbol, size / 2, size / 2 + (ink.actualBoundingBoxAscent - ink.actualBoundingBoxDescent) / 2);
  return pen.getImageData(0, 0, size, size);
}

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement("canvas");
  element.width = size;
  element.height = size;
  const pen = element.getContext("2d", { willReadFrequently: true });
  if (pen === null) throw new Error("this browser gives no 2D canvas");
  return pen;
}

function line(pen: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX, toY);
  pen.stroke();
}

/** Fonts of the machine; no glyphs are fetched. */
export const LOCAL_FONTS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';
