/** Tables that a district fills in: the columns that are known, one example row, and what each column means. @module */
import { latLngToCell } from "h3-js";
import type { Words } from "../../base/errors.ts";
import { AGE_GROUPS } from "../../import/age-groups.ts";

/** The last is decided on, the others are imported. */
export const TEMPLATE_KINDS = ["facilities", "residences", "population", "applications"] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export interface TemplateColumn {
  /** Field of the import that the header is found as. */
  readonly field: string;
  readonly header: string;
  readonly isNeeded: boolean;
  readonly note: Words;
  readonly example: string;
}

export interface Template {
  readonly kind: TemplateKind;
  readonly name: Words;
  readonly columns: readonly TemplateColumn[];
}

/** Where the example rows lie, on the ground of no real facility. */
const EXAMPLE_LON = 113.6654;
const EXAMPLE_LAT = 34.7579;
const EXAMPLE_RESOLUTION = 9;

const POSITION: readonly TemplateColumn[] = [
  column("lon", "经度", true, String(EXAMPLE_LON), {
    zh: "十进制度；整张表用同一坐标系，导入时要说明是哪一种（高德为 GCJ-02，百度为 BD-09，GPS 为 WGS 84）",
    en: "decimal degrees; one coordinate system for the whole table, stated at the import (Amap GCJ-02, Baidu BD-09, GPS WGS 84)",
  }),
  column("lat", "纬度", true, String(EXAMPLE_LAT), {
    zh: "十进制度，坐标系与经度相同",
    en: "decimal degrees, in the same system as the longitude",
  }),
];
const REF: Words = {
  zh: "本单位的编号，不可重复；可不填，但不填就无法比较两版之间哪些行变了",
  en: "your own id, each once; may be blank, but then changes between two versions cannot be told row by row",
};
const ADDRESS = column("address", "地址", false, "示例路 1 号", { zh: "可不填", en: "may be blank" });
const AGES = AGE_GROUPS.map(({ code, headers, zh, en }) =>
  column(code, headers[0], false, "", {
    zh: `${zh}的人数，可不填；不能多于人口`,
    en: `${en}: how many, may be blank; not more than the residents`,
  }),
);

const FOUND: readonly TemplateColumn[] = [
  column("positionSource", "定位方式", false, "GPS", {
    zh: "测绘、GPS、地图、地址解析之一；决定位置误差，不填按 10 米计",
    en: "one of surveyed, gps, map, geocoded: it says how far the position may be off; blank: 10 m",
  }),
  column("positionAccuracy", "定位精度", false, "", {
    zh: "位置误差，米；可不填，填了就不看定位方式",
    en: "how far the position may be off, metres; may be blank, counts before the way it was found",
  }),
];

export const TEMPLATES: Readonly<Record<TemplateKind, Template>> = {
  facilities: {
    kind: "facilities",
    name: { zh: "设施表", en: "Facilities" },
    columns: [
      column("ref", "编号", false, "示例-1", REF),
      column("name", "名称", false, "示例药店（导入前请删去本行）", { zh: "可不填", en: "may be blank" }),
      column("category", "类别", true, "药店", {
        zh: "如 药店、诊所、社区便民店；也可填高德六位类型编码或百度类型名",
        en: "such as 药店, 诊所, 社区便民店, or pharmacy; Amap's six-digit codes and Baidu's names are known too",
      }),
      ...POSITION,
      ADDRESS,
      column("phone", "电话", false, "", { zh: "可不填", en: "may be blank" }),
      column("openingHours", "营业时间", false, "08:00-21:00", {
        zh: "如 08:00-21:00、周一至周五 8:30-17:30、24小时；不填则时间未知",
        en: "such as 08:00-21:00, Mo-Fr 08:30-17:30 or 24/7; blank: unknown",
      }),
      column("capacity", "容量", false, "", {
        zh: "同时可服务的人数（床位、托位、座位等），可不填",
        en: "people served at once (beds, places, seats), may be blank",
      }),
      column("openedOn", "开业日期", false, "2019-05-01", {
        zh: "间距规则是否约束，看后开业一家的日期；可不填",
        en: "whether a rule of spacing binds two goes by the later one; may be blank",
      }),
      column("closedOn", "停业日期", false, "", { zh: "在业的不填", en: "blank for those that stand" }),
      ...FOUND,
    ],
  },
  residences: {
    kind: "residences",
    name: { zh: "居住地表", en: "Residences" },
    columns: [
      column("ref", "编号", false, "示例-1", REF),
      column("name", "名称", false, "示例小区（导入前请删去本行）", { zh: "可不填", en: "may be blank" }),
      ...POSITION,
      column("households", "户数", false, "320", { zh: "整数，可不填", en: "a whole number, may be blank" }),
      column("residents", "人口", false, "960", {
        zh: "整数，可不填；不填则人数未知，不计入人数合计",
        en: "a whole number; blank: unknown, and in no sum of people",
      }),
      ...AGES,
      column("entrances", "出入口", false, "113.6656,34.7581;113.6652,34.7577", {
        zh: "各门的“经度,纬度”，以分号隔开，坐标系同上；可不填",
        en: "lon,lat of every gate with semicolons between, in the same system; may be blank",
      }),
      ADDRESS,
    ],
  },
  population: {
    kind: "population",
    name: { zh: "人口 H3 表", en: "Population by H3 cell" },
    columns: [
      column("cell", "H3编号", true, latLngToCell(EXAMPLE_LAT, EXAMPLE_LON, EXAMPLE_RESOLUTION), {
        zh: "H3 单元编号，整张表同一级别（建议 9 或 10 级）；每个单元一行。导入前请删去示例行",
        en: "H3 cell, all of one resolution (9 or 10 do well), one row a cell. Delete the example row before importing",
      }),
      column("residents", "人口", true, "120", {
        zh: "单元内的人数，可有小数",
        en: "people in the cell, decimals allowed",
      }),
      ...AGES,
    ],
  },
  applications: {
    kind: "applications",
    name: { zh: "设置申请表", en: "Applications to open" },
    columns: [
      column("ref", "编号", false, "申请-1", {
        zh: "受理编号，不可重复；各行按受理先后排列，先通过的算作后来者的邻居",
        en: "your own number, each once; rows in the order in which they came: whoever passes stands in the way of those after",
      }),
      column("name", "名称", false, "示例诊所（使用前请删去本行）", { zh: "可不填", en: "may be blank" }),
      column("category", "类别", false, "诊所", {
        zh: "如 诊所、门诊部、药店；不填则按页面上选的类别",
        en: "such as 诊所, 门诊部 or clinic; blank: the class chosen on the page",
      }),
      ...POSITION,
      ...FOUND,
    ],
  },
};

function column(field: string, header: string, isNeeded: boolean, example: string, note: Words): TemplateColumn {
  return { field, header, isNeeded, note, example };
}
