/** Coordinate systems that a file may be stated to be in. @module */
import { zh } from "../../words/zh.ts";

type Known = keyof typeof zh.data.crsName;

/** Offered in this order; any other EPSG code may be typed. */
export const OFFERED_CRS = Object.keys(zh.data.crsName) as readonly Known[];

/** Without the remark on who uses it. */
export function shortCrsName(t: (key: `data.crsName.${Known}`) => string, code: string): string {
  return crsName(t, code).replace(/\s*[（(].*$/, "");
}

export function crsName(t: (key: `data.crsName.${Known}`) => string, code: string): string {
  return code in zh.data.crsName ? t(`data.crsName.${code as Known}`) : code;
}
