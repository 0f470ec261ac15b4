/** An answer that carries a shape, as JSON: of its thousands of numbers `JSON.stringify` would take three times as long. @module */
import type { MultiPolygon, Position } from "geojson";

/** Positions hold 7 decimals: each is a whole number of these parts of a degree. */
const PARTS = 10_000_000;
/** `[-179.1234567,-89.1234567],` with room to spare. */
const MOST_BYTES_A_POSITION = 32;

const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/**
 * The answer's own fields as `JSON.stringify` writes them, `isochrone` after them.
 *
 * @param answer without a shape, or with one whose positions hold at most 7 decimals
 */
export function answerJson(answer: { readonly isochrone?: MultiPolygon | null }): string {
  const { isochrone, ...rest } = answer;
  if (!isochrone) return JSON.stringify(answer);
  return `${JSON.stringify(rest).slice(0, -1)},"isochrone":${shapeJson(isochrone)}}`;
}

/** Byte for byte what `JSON.stringify` gives, but never with an exponent. @param geometry degrees with at most 7 decimals, as shapes are drawn */
export function shapeJson({ coordinates }: MultiPolygon): string {
  let rings = 0;
  let positions = 0;
  for (const polygon of coordinates)
    for (const ring of polygon) {
      rings++;
      positions += ring.length;
    }
  const head = '{"type":"MultiPolygon","coordinates":';
  const bytes = Buffer.allocUnsafe(
    head.length + 3 + 3 * (coordinates.length + rings) + MOST_BYTES_A_POSITION * positions,
  );
  let at = bytes.write(head, 0, "latin1");
  at = list(bytes, at, coordinates, (polygon, from) =>
    list(bytes, from, polygon, (ring, start) => list(bytes, start, ring, (position, i) => pair(bytes, i, position))),
  );
  bytes[at++] = "}".charCodeAt(0);
  return bytes.toString("latin1", 0, at);
}

function list<Item>(
  bytes: Buffer,
  from: number,
  items: readonly Item[],
  write: (item: Item, at: number) => number,
): number {
  let at = from;
  bytes[at++] = OPEN;
  for (let i = 0; i < items.length; i++) {
    if (i > 0) bytes[at++] = COMMA;
    at = write(items[i], at);
  }
  bytes[at++] = CLOSE;
  return at;
}

function pair(bytes: Buffer, from: number, position: Position): number {
  bytes[from] = OPEN;
  const comma = degrees(bytes, from + 1, position[0]);
  bytes[comma] = COMMA;
  const end = degrees(bytes, comma + 1, position[1]);
  bytes[end] = CLOSE;
  return end + 1;
}

function degrees(bytes: Buffer, from: number, value: number): number {
  let at = from;
  const parts = Math.round(Math.abs(value) * PARTS);
  if (value < 0 && parts > 0) bytes[at++] = MINUS;
  const whole = (parts / PARTS) | 0;
  let fraction = (parts - whole * PARTS) | 0;
  if (whole >= 100) bytes[at++] = ZERO + ((whole / 100) | 0);
  if (whole >= 10) bytes[at++] = ZERO + (((whole / 10) | 0) % 10);
  bytes[at++] = ZERO + (whole % 10);
  if (fraction === 0) return at;
  let digits = 7;
  while (fraction % 10 === 0) {
    fraction = (fraction / 10) | 0;
    digits--;
  }
  bytes[at++] = POINT;
  for (let i = at + digits - 1; i >= at; i--) {
    const rest = (fraction / 10) | 0;
    bytes[i] = ZERO + fraction - rest * 10;
    fraction = rest;
  }
  return at + digits;
}
