/** What can be wrong with a table, a boundary or a set of communities as a whole, so that nothing of it is taken. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type ImportCode =
  | "file_missing"
  | "file_empty"
  | "file_kind_unknown"
  | "xls_old"
  | "xlsx_damaged"
  | "xlsx_too_large"
  | "sheet_unknown"
  | "json_malformed"
  | "geojson_unexpected"
  | "encoding_unknown"
  | "columns_missing"
  | "column_ambiguous"
  | "column_not_in_file"
  | "mapping_field_unknown"
  | "lat_lon_swapped"
  | "east_north_swapped"
  | "crs_contradiction"
  | "nothing_taken"
  | "raster_damaged"
  | "raster_unsuitable"
  | "raster_crs"
  | "raster_value"
  | "population_off_area"
  | "boundary_invalid"
  | "boundary_off_streets";

const MESSAGES: Messages<ImportCode> = {
  file_missing: {
    zh: "找不到或无法读取文件 {file}（{value}）",
    en: "{file} cannot be read ({value})",
  },
  file_empty: {
    zh: "文件 {file} 是空的，应为 {expected}",
    en: "{file} is empty; expected {expected}",
  },
  file_kind_unknown: {
    zh: "文件 {file} 的内容是 {value}，应为 {expected}",
    en: "the content of {file} is {value}; expected {expected}",
  },
  xls_old: {
    zh: "文件 {file} 是旧式 .xls 工作簿，请另存为 {expected} 后再导入",
    en: "{file} is an old .xls workbook; save it as {expected} and import that",
  },
  xlsx_damaged: {
    zh: "文件 {file} 不是完整的 .xlsx 工作簿（{value}）",
    en: "{file} is not a complete .xlsx workbook ({value})",
  },
  xlsx_too_large: {
    zh: "工作簿 {file} 解开后过大（{value}），应为 {expected}；请拆成几个文件，或另存为 CSV",
    en: "the workbook {file} unpacks to too much ({value}); expected {expected}. Split it, or save it as CSV",
  },
  sheet_unknown: {
    zh: "文件 {file} 中没有工作表“{value}”，现有：{expected}",
    en: "{file} has no sheet “{value}”; it has {expected}",
  },
  json_malformed: {
    zh: "文件 {file} 不是合法的 JSON（{value}）",
    en: "{file} is not valid JSON ({value})",
  },
  geojson_unexpected: {
    zh: "文件 {file} 是 {value}，应为 {expected}",
    en: "{file} is {value}; expected {expected}",
  },
  encoding_unknown: {
    zh: "无法识别文件 {file} 的编码：{value}，应为 {expected}",
    en: "the encoding of {file} cannot be told: {value}; expected {expected}",
  },
  columns_missing: {
    zh: "文件 {file} 缺少“{field}”列。找到的列：{value}。应有：{expected}",
    en: "{file} lacks a column for {field}. Columns found: {value}. Expected: {expected}",
  },
  column_ambiguous: {
    zh: "文件 {file} 中有多列都可能是“{field}”：{value}。请{expected}",
    en: "{file} has several columns that may be {field}: {value}. Please {expected}",
  },
  column_not_in_file: {
    zh: "文件 {file} 中没有为“{field}”指定的列“{value}”。找到的列：{expected}",
    en: "{file} has no column “{value}”, which the mapping gives for {field}. Columns found: {expected}",
  },
  mapping_field_unknown: {
    zh: "为文件 {file} 给出的列对应关系中，“{value}”不是已知字段，可用：{expected}",
    en: "the mapping for {file} names an unknown field “{value}”; known: {expected}",
  },
  lat_lon_swapped: {
    zh: "文件 {file} 的经度和纬度写反了：{count} 行如此，例如第 {row} 行 {value}。应为 {expected}",
    en: "longitude and latitude are swapped in {file}: in {count} rows, such as row {row}, {value}. Expected {expected}",
  },
  east_north_swapped: {
    zh: "文件 {file} 的横坐标（东）和纵坐标（北）写反了：{count} 行如此，例如第 {row} 行 {value}。测绘习惯以 X 为北，请指定列对应关系。应为 {expected}",
    en: "easting and northing are swapped in {file}: in {count} rows, such as row {row}, {value}. Chinese survey tables call the northing X: give a mapping. Expected {expected}",
  },
  crs_contradiction: {
    zh: "文件 {file} 自己注明坐标系为 {value}，与声明的 {expected} 不一致。请改正声明；若声明无误，请删去文件中的 crs 成员",
    en: "{file} itself says that its coordinate system is {value}, the statement says {expected}. Correct the statement or, if it is right, remove the crs member from the file",
  },
  nothing_taken: {
    zh: "文件 {file} 的 {count} 行没有一行可用：{reasonsZh}。例如第 {row} 行：{field} “{value}”，应为 {expected}",
    en: "none of the {count} rows of {file} could be taken: {reasonsEn}. For instance row {row}: {field} “{value}”, expected {expected}",
  },
  raster_damaged: {
    zh: "文件 {file} 不是完整的 GeoTIFF（{value}）",
    en: "{file} is not a complete GeoTIFF ({value})",
  },
  raster_unsuitable: {
    zh: "栅格 {file} 无法使用：{value}，应为 {expected}",
    en: "the raster {file} cannot be used: {value}; expected {expected}",
  },
  raster_crs: {
    zh: "栅格 {file} 注明的坐标系是“{value}”，无法识别。可用：{expected}",
    en: "the raster {file} says that its coordinate system is “{value}”, which is not known. Known: {expected}",
  },
  raster_value: {
    zh: "栅格 {file} 第 {row} 行第 {column} 列（{place}）的人数是 {value}，应为 {expected}。若它表示无数据，请在文件中声明 nodata",
    en: "{file} has {value} people in row {row}, column {column} ({place}); expected {expected}. If that means no data, declare it as nodata in the file",
  },
  population_off_area: {
    zh: "人口文件 {file}（{value}）与区域（{expected}）没有交集。请检查坐标系是否正确",
    en: "the population file {file} ({value}) does not touch the area ({expected}). Is the coordinate system right?",
  },
  boundary_invalid: {
    zh: "边界文件 {file} 第 {row} 个要素有误：{reasonZh}（{value}）",
    en: "feature {row} of the boundary {file} is wrong: {reasonEn} ({value})",
  },
  boundary_off_streets: {
    zh: "边界 {file}（{value}）内没有任何道路；道路数据的范围是 {expected}。请检查坐标系是否正确",
    en: "no street lies within the boundary {file} ({value}); the streets extend over {expected}. Is the coordinate system right?",
  },
};

export class ImportError extends DomainError<ImportCode> {}

export function importError(code: ImportCode, fields: Fields): ImportError {
  return new ImportError("input", code, fields, MESSAGES[code]);
}
