/** Why one row of a good table, or one polygon of a good map, was not taken. @module */
import type { Messages } from "../base/errors.ts";

export type RowReason =
  | "quote_open"
  | "cells_count"
  | "text_damaged"
  | "text_too_long"
  | "position_missing"
  | "position_unreadable"
  | "position_out_of_range"
  | "position_zero"
  | "lat_lon_swapped"
  | "east_north_swapped"
  | "entrance_far"
  | "category_missing"
  | "category_unknown"
  | "count_unreadable"
  | "count_negative"
  | "count_not_whole"
  | "count_too_large"
  | "count_missing"
  | "group_above_residents"
  | "cell_invalid"
  | "cell_resolution"
  | "ref_duplicate"
  | "hours_unreadable"
  | "date_unreadable"
  | "dates_swapped"
  | "position_source_unknown"
  | "accuracy_unreadable"
  | "name_missing"
  | "level_unknown"
  | "geometry_kind"
  | "ring_short"
  | "ring_open"
  | "ring_crosses_itself"
  | "rings_cross"
  | "hole_outside"
  | "area_degenerate";

export const ROW_REASONS: Messages<RowReason> = {
  quote_open: { zh: "引号没有成对", en: "a quotation mark is not closed" },
  cells_count: { zh: "列数与表头不同", en: "the number of cells is not that of the header" },
  text_damaged: { zh: "文字已损坏", en: "the text is damaged" },
  text_too_long: { zh: "文字过长", en: "the text is too long" },
  position_missing: { zh: "缺少坐标", en: "the position is missing" },
  position_unreadable: { zh: "坐标无法识别", en: "the position cannot be read" },
  position_out_of_range: { zh: "坐标超出范围", en: "the position is out of range" },
  position_zero: { zh: "坐标为 0,0，等于没有填写", en: "the position is 0,0, which is a blank" },
  lat_lon_swapped: { zh: "经度和纬度写反了", en: "longitude and latitude are swapped" },
  east_north_swapped: { zh: "横坐标和纵坐标写反了", en: "easting and northing are swapped" },
  entrance_far: { zh: "出入口离居住地太远", en: "an entrance is too far from its residence" },
  category_missing: { zh: "缺少类别", en: "the category is missing" },
  category_unknown: { zh: "类别表中没有此类别", en: "the category is not in the catalogue" },
  count_unreadable: { zh: "数目无法识别", en: "the count cannot be read" },
  count_negative: { zh: "数目为负", en: "the count is negative" },
  count_not_whole: { zh: "数目不是整数", en: "the count is not a whole number" },
  count_too_large: { zh: "数目过大", en: "the count is too large" },
  count_missing: { zh: "缺少数目", en: "the count is missing" },
  cell_invalid: { zh: "不是 H3 单元编号", en: "this is no H3 cell" },
  cell_resolution: { zh: "H3 级别与表中其他单元不同", en: "the H3 resolution differs from that of the other cells" },
  group_above_residents: { zh: "年龄段人数多于总人口", en: "an age group is larger than all residents" },
  hours_unreadable: {
    zh: "营业时间无法识别，设施照收，时间按未知计",
    en: "the opening hours cannot be read; the facility was taken, its hours count as unknown",
  },
  date_unreadable: {
    zh: "日期无法识别，设施照收，日期按未知计",
    en: "the date cannot be read; the facility was taken, its date counts as unknown",
  },
  dates_swapped: {
    zh: "停业早于开业，设施照收，两个日期都按未知计",
    en: "it closed before it opened; the facility was taken, both dates count as unknown",
  },
  position_source_unknown: {
    zh: "不认识此定位方式，设施照收，按未说明计",
    en: "the way the position was found is unknown; the facility was taken, as one that does not say",
  },
  accuracy_unreadable: {
    zh: "定位精度无法识别，设施照收，按未说明计",
    en: "the accuracy cannot be read; the facility was taken, as one that does not say",
  },
  ref_duplicate: { zh: "编号重复", en: "the id occurs twice" },
  name_missing: { zh: "缺少名称", en: "the name is missing" },
  level_unknown: { zh: "级别无法识别", en: "the level is unknown" },
  geometry_kind: { zh: "几何类型不适用", en: "the kind of geometry is of no use here" },
  ring_short: { zh: "边界线的点太少", en: "a ring has too few points" },
  ring_open: { zh: "边界线没有闭合", en: "a ring is not closed" },
  ring_crosses_itself: { zh: "边界线与自身相交或相接", en: "a ring crosses or touches itself" },
  rings_cross: { zh: "两条边界线相交或重叠", en: "two rings cross or overlap" },
  hole_outside: { zh: "内环不在外环之内", en: "a hole lies outside its polygon" },
  area_degenerate: { zh: "面积近于零", en: "the area is next to nothing" },
};
