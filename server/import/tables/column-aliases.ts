/**
 * Headers that districts, Amap exports and shop systems really use, by the field that they mean.
 * Compared after {@link plainHeader}: full width, case, spaces, joining marks and units in brackets do not matter.
 *
 * Each field has ranks: where a file has headers of several ranks the first rank is taken (an Amap export has both
 * `typecode` and the wordier `type`); two headers of one rank are ambiguous and need a mapping.
 * @module
 */
import { AGE_GROUPS, type AgeGroup } from "../age-groups.ts";

export type FacilityField =
  | "ref"
  | "name"
  | "category"
  | "lon"
  | "lat"
  | "location"
  | "address"
  | "phone"
  | "openingHours"
  | "capacity"
  | "openedOn"
  | "closedOn"
  | "positionSource"
  | "positionAccuracy";
export type ResidenceField =
  | "ref"
  | "name"
  | "lon"
  | "lat"
  | "location"
  | "entrances"
  | "households"
  | "residents"
  | "address"
  | AgeGroup;
export type UnitField = "ref" | "name" | "level" | "subdistrict";
export type PopulationField = "cell" | "residents" | AgeGroup;
export type Field = FacilityField | ResidenceField | UnitField | PopulationField;

/** `60岁以上` is also `60岁以上人口`. */
const AGE_ENDINGS = ["", "人口", "人口数", "人数", "数"];

export const COLUMN_ALIASES: Readonly<Record<Field, readonly (readonly string[])[]>> = {
  ref: [
    ["编号", "编码", "唯一编号", "唯一标识", "id", "ref", "uid", "poiid"],
    ["设施编号", "网点编号", "门店编号", "小区编号", "小区编码", "社区编号", "社区编码", "行政区划代码"],
  ],
  name: [
    ["名称", "name"],
    ["店名", "门店名称", "网点名称", "设施名称", "机构名称", "单位名称", "企业名称", "药店名称", "中文名称", "title"],
    ["小区名称", "小区名", "小区", "楼盘名称", "楼盘", "居住地名称", "namezh", "namecn", "nameen"],
    ["社区名称", "社区名", "社区"],
    ["街道名称", "街道", "行政区名称"],
  ],
  category: [
    ["类别", "category", "设施类别", "网点类别", "服务类别"],
    ["typecode", "类型编码", "类别编码", "分类编码", "高德类型编码"],
    ["类型", "type", "分类", "设施类型", "网点类型", "业态", "poitype"],
  ],
  lon: [
    ["经度", "lon", "lng", "long", "longitude", "东经"],
    ["x", "x坐标", "横坐标", "东坐标", "easting", "pointx", "coordx"],
  ],
  lat: [
    ["纬度", "lat", "latitude", "北纬"],
    ["y", "y坐标", "纵坐标", "北坐标", "northing", "pointy", "coordy"],
  ],
  location: [["坐标", "location", "经纬度", "lnglat", "lonlat", "coordinates", "coordinate", "位置坐标", "坐标点"]],
  entrances: [
    ["出入口", "entrances", "大门", "gates", "entrance", "gate"],
    ["出入口坐标", "小区出入口", "大门坐标", "出入口位置", "大门位置"],
  ],
  households: [
    ["户数", "households", "总户数", "居民户数", "住户数", "家庭户数"],
    ["规划户数", "设计户数"],
  ],
  residents: [
    [
      "人口",
      "residents",
      "population",
      "pop",
      "总人口",
      "人口数",
      "人口数量",
      "居住人口",
      "常住人口",
      "居民人数",
      "人数",
    ],
  ],
  address: [
    ["地址", "address", "addr", "详细地址", "通讯地址", "经营地址", "所在地址"],
    ["位置", "地点", "所在位置"],
  ],
  phone: [
    ["电话", "tel", "phone", "telephone", "联系电话", "电话号码", "咨询电话"],
    ["手机", "手机号", "联系方式", "mobile"],
  ],
  openingHours: [
    ["营业时间", "openinghours", "服务时间", "开放时间", "开诊时间", "businesshours", "hours", "opentime"],
  ],
  capacity: [
    ["容量", "capacity", "服务容量", "可服务人数", "容纳人数"],
    ["床位数", "床位", "核定床位数", "beds"],
    ["托位数", "托位", "学位数", "学位", "座位数", "座位", "餐位数", "机位数", "车位数", "seats", "places"],
  ],
  openedOn: [
    ["开业日期", "openedon", "开办日期", "开诊日期", "开业时间", "opened", "opendate"],
    ["备案日期", "许可日期", "发证日期", "登记日期", "startdate"],
    ["成立日期", "注册日期"],
  ],
  closedOn: [
    ["停业日期", "closedon", "歇业日期", "关闭日期", "closed", "closedate"],
    ["注销日期", "enddate"],
  ],
  positionSource: [["定位方式", "positionsource", "坐标来源", "定位来源", "坐标获取方式"]],
  positionAccuracy: [["定位精度", "positionaccuracy", "坐标精度", "定位误差", "accuracy", "accuracym"]],
  level: [["级别", "level", "层级", "行政级别", "单位级别"]],
  subdistrict: [
    ["所属街道", "subdistrict", "街道", "街道名称", "所属街道办", "所在街道", "街道办", "街道办事处"],
    ["乡镇", "乡镇街道", "街道乡镇", "镇街", "parent", "township"],
  ],
  cell: [
    ["h3", "h3index", "h3id", "h3cell", "h3address", "hex", "hexid", "hexagon", "h3编号", "六边形编号", "六边形"],
    ["cell", "cellid", "格网编号", "网格编号", "单元编号", "格网", "网格"],
    ["id", "编号", "编码", "index"],
  ],
  ...ageAliases(),
};

/** Cells that say that there is nothing to say. */
export const NO_VALUE: ReadonlySet<string> = new Set([
  "-",
  "--",
  "—",
  "——",
  "/",
  "\\",
  "无",
  "暂无",
  "空",
  "不详",
  "未知",
  "null",
  "none",
  "nan",
  "n/a",
  "#n/a",
  "[]",
]);

/** Words for the level of a unit, compared as headers are. */
export const LEVEL_WORDS: Readonly<Record<"subdistrict" | "community", readonly string[]>> = {
  subdistrict: ["街道", "subdistrict", "街道办", "街道办事处", "乡", "镇", "乡镇", "town", "township"],
  community: [
    "社区",
    "community",
    "居委会",
    "社区居委会",
    "居民委员会",
    "村",
    "村委会",
    "行政村",
    "village",
    "neighbourhood",
    "neighborhood",
  ],
};

function ageAliases(): Record<AgeGroup, readonly (readonly string[])[]> {
  const ranks = AGE_GROUPS.map(({ code, headers }) => [
    code,
    [headers.flatMap((header) => AGE_ENDINGS.map((ending) => plainHeader(header + ending)))],
  ]);
  return Object.fromEntries(ranks);
}

/** `户 数（户）` → `户数`, `Opening_Hours` → `openinghours`, `0～3岁` → `03岁`. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕/g, "")
    .replace(/[\s_\-–—~.:*"'/]+/g, "");
}
