/** How values of the database arrive, the same from both stores: numbers as numbers, times as ISO strings. @module */

import { parseArray } from "./array-text.ts";

type Parse = (text: string) => unknown;

/** Type oids of PostgreSQL, from pg_type.dat. */
export const Oid = {
  BYTEA: 17,
  INT8: 20,
  JSON: 114,
  DATE: 1082,
  TIMESTAMP: 1114,
  TIMESTAMPTZ: 1184,
  NUMERIC: 1700,
  JSONB: 3802,
  BOOL_ARRAY: 1000,
  INT4_ARRAY: 1007,
  TEXT_ARRAY: 1009,
  INT8_ARRAY: 1016,
  FLOAT8_ARRAY: 1022,
} as const;

/** By oid. Types that are not listed keep what both drivers agree on: text, int2, int4, float4, float8, bool. */
export const PARSERS: Readonly<Record<number, Parse>> = {
  [Oid.BYTEA]: parseBytes,
  [Oid.INT8]: parseInt8,
  [Oid.JSON]: (text) => JSON.parse(text),
  [Oid.DATE]: (text) => text,
  [Oid.TIMESTAMP]: (text) => text,
  [Oid.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [Oid.NUMERIC]: Number,
  [Oid.JSONB]: (text) => JSON.parse(text),
  [Oid.BOOL_ARRAY]: (text) => parseArray(text, (item) => item === "t"),
  [Oid.INT4_ARRAY]: (text) => parseArray(text, Number),
  [Oid.TEXT_ARRAY]: (text) => parseArray(text, String),
  [Oid.INT8_ARRAY]: (text) => parseArray(text, parseInt8),
  [Oid.FLOAT8_ARRAY]: (text) => parseArray(text, Number),
};

/** A string is JSON text already and is not encoded again. */
export function jsonText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** @returns bytes that own their buffer from its first byte, so that typed arrays may be laid over them */
export function parseBytes(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow((text.length - 2) / 2);
  bytes.write(text.slice(2), "hex");
  return new Uint8Array(bytes.buffer);
}

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`int8 ${text} is beyond what a number holds exactly (2^53 − 1)`);
  return value;
}
