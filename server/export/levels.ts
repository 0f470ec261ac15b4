/** The levels at which a file tells of an area, in the order of a workbook's sheets. @module */
import type { Words } from "../base/errors.ts";

export const EXPORT_LEVELS = ["area", "subdistrict", "community", "gap", "facility", "residence", "cell"] as const;
export type ExportLevel = (typeof EXPORT_LEVELS)[number];
/** What a table is of: a level, or one drawn polygon. */
export type TableLevel = ExportLevel | "polygon";

export interface LevelWords {
  /** Name of the layer in a GeoPackage. */
  readonly layer: string;
  /** Name of the sheet: at most 31 characters, none of : \ / ? * [ ]. */
  readonly sheet: Words;
  /** What one row is. */
  readonly row: Words;
}

export const LEVEL_WORDS: Readonly<Record<TableLevel, LevelWords>> = {
  area: {
    layer: "areas",
    sheet: { zh: "全区", en: "Area" },
    row: { zh: "每个类别一行", en: "one row a category" },
  },
  subdistrict: {
    layer: "subdistricts",
    sheet: { zh: "街道", en: "Subdistricts" },
    row: { zh: "每个类别的每个街道一行", en: "one row a category and subdistrict" },
  },
  community: {
    layer: "communities",
    sheet: { zh: "社区", en: "Communities" },
    row: { zh: "每个类别的每个社区一行", en: "one row a category and community" },
  },
  gap: {
    layer: "gaps",
    sheet: { zh: "缺口", en: "Gaps" },
    row: { zh: "每个类别的每片缺口一行，人多的在前", en: "one row a category and gap cluster, most people first" },
  },
  facility: {
    layer: "facilities",
    sheet: { zh: "设施", en: "Facilities" },
    row: { zh: "每个设施一行", en: "one row a facility" },
  },
  residence: {
    layer: "residences",
    sheet: { zh: "居住地", en: "Residences" },
    row: { zh: "每处居住地一行，各类别并列", en: "one row a residence, its categories side by side" },
  },
  polygon: {
    layer: "drawn",
    sheet: { zh: "所画范围", en: "Drawn area" },
    row: { zh: "每个类别一行", en: "one row a category" },
  },
  cell: {
    layer: "cells",
    sheet: { zh: "六边形网格", en: "Cells" },
    row: { zh: "每个类别的每个网格一行", en: "one row a category and cell" },
  },
};
