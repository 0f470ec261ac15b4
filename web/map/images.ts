/** Small pictures drawn here, not fetched: the hatch for unknown, badges of facilities. Two device pixels per pixel. @module */
import type { Map as MapLibreMap } from "maplibre-gl";
import { UNKNOWN_COLOUR } from "./ramp.ts";

const RATIO = 2;
export const HATCH = "hatch";
export const HATCHED_DOT = "hatched-dot";

export function addImages(map: MapLibreMap): void {
  map.addImage(HATCH, drawHatch(), { pixelRatio: RATIO });
  map.addImage(HATCHED_DOT, drawHatchedDot(), { pixelRatio: RATIO });
}

/** Name of the badge that carries the character; drawn when first asked for. */
export function badge(map: MapLibreMap, symbol: string, large: boolean): string {
  const id = `badge-${symbol}-${large ? "large" : "small"}`;
  if (!map.hasImage(id)) map.addImage(id, drawBadge(symbol, large ? 26 : 19), { pixelRatio: RATIO });
  return id;
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

function drawHatchedDot(): ImageData {
  const size = 14 * RATIO;
  const pen = canvas(size);
  pen.beginPath();
  pen.arc(size / 2, size / 2, size / 2 - RATIO, 0, 2 * Math.PI);
  pen.fillStyle = "#ffffff";
  pen.fill();
  pen.save();
  pen.clip();
  pen.strokeStyle = UNKNOWN_COLOUR;
  pen.lineWidth = 1.3 * RATIO;
  for (let shift = -size; shift < size; shift += 4 * RATIO) line(pen, shift, size, shift + size, 0);
  pen.restore();
  pen.lineWidth = 1.2 * RATIO;
  pen.strokeStyle = UNKNOWN_COLOUR;
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

function drawBadge(symbol: string, width: number): ImageData {
  const size = width * RATIO;
  const pen = canvas(size);
  pen.beginPath();
  pen.roundRect(RATIO, RATIO, size - 2 * RATIO, size - 2 * RATIO, 4 * RATIO);
  pen.fillStyle = "#20363a";
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
