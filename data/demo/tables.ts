/** The two tables as a district would send them: residences from Baidu's map, facilities from Amap's. @module */
import { fromWgs84, parseCrs } from "../../server/base/crs.ts";
import type { DemoFacility } from "./facilities.ts";
import type { Point } from "./plane.ts";
import { toGround } from "./projection.ts";
import type { Random } from "./random.ts";
import recipe from "./recipe.json" with { type: "json" };
import type { Home } from "./town.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/** BD-09, to be written in UTF-8; begins with a byte order mark, as Excel wants it. */
export function residencesTable(homes: readonly Home[], random: Random): string {
  const rows = homes.map(({ name, point, households, street }, at) => {
    const residents = Math.round(households * (recipe.homes.residentsPerHousehold + random.between(-0.25, 0.25)));
    const address = `${recipe.area.name}${street ?? ""}${name}`;
    return [numbered("R", at), name, ...degrees("bd09", point), String(households), String(residents), address];
  });
  return BYTE_ORDER_MARK + table(["编号", "名称", "经度", "纬度", "户数", "人口", "地址"], rows);
}

/** GCJ-02, to be written in GB18030. Telephone numbers are plainly not ones. */
export function facilitiesTable(facilities: readonly DemoFacility[]): string {
  const rows = facilities.map(({ name, word, point, address, hours, capacity, opened, located }, at) => [
    numbered("F", at),
    name,
    word,
    ...degrees("gcj02", point),
    address,
    `0000-${String(at + 1).padStart(7, "0")}`,
    hours,
    capacity,
    opened,
    located,
  ]);
  const heads = ["编号", "名称", "类别", "经度", "纬度", "地址", "电话", "营业时间", "容量", "开业日期", "定位方式"];
  return table(heads, rows);
}

function degrees(crs: "bd09" | "gcj02", point: Point): string[] {
  return fromWgs84(parseCrs(crs), toGround(point)).map((value) => value.toFixed(6));
}

function numbered(letter: string, at: number): string {
  return `${letter}${String(at + 1).padStart(4, "0")}`;
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headers, ...rows].map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
