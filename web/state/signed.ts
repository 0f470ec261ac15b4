/** Differences as they are written: always with their sign, nothing as 0. A sign before zeros tells what is too small for its digits. @module */
import { countShown } from "./figures.ts";

const MINUS = "−";

export function signedCount(value: number): string {
  return signed(value, countShown(Math.abs(value)));
}

/** With one decimal: minutes, and per cent of shares. */
export function signedTenths(value: number): string {
  return signed(value, Math.abs(value).toFixed(1));
}

function signed(value: number, digits: string): string {
  if (value === 0) return "0";
  return `${value > 0 ? "+" : MINUS}${digits}`;
}
