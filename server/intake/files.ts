/** The files of one import, as stated by whoever brings them. @module */
import { parseCrs } from "../base/crs.ts";
import { DomainError, type ErrorKind, type Fields, type Messages } from "../base/errors.ts";

export interface StatedFile {
  readonly path: string;
  /** As the user calls it, in messages and in the list of datasets. */
  readonly file: string;
}
export interface StatedTable extends StatedFile {
  /** Coordinate system as stated; there is no default for tables of points. */
  readonly crs: string;
  /** Field → header, where the headers are not found by themselves. */
  readonly mapping?: Readonly<Record<string, string>>;
}

export interface ImportFiles {
  readonly areaId: string;
  /** Null keeps the name that the area has. */
  readonly areaName: string | null;
  readonly demo: boolean;
  /** Whoever imports, as they call their office, never a person; null or absent where they do not say. */
  readonly office?: string | null;
  readonly osm: StatedFile | null;
  readonly boundary: StatedTable | null;
  readonly residences: StatedTable | null;
  readonly facilities: StatedTable | null;
  readonly communities: StatedTable | null;
  /** A GeoTIFF, which names its system itself, or a table of H3 cells, which needs none. */
  readonly population: StatedTable | null;
}

export const TABLE_KINDS = ["boundary", "residences", "facilities", "communities", "population"] as const;

export type IntakeCode =
  | "area_id_invalid"
  | "office_too_long"
  | "nothing_to_import"
  | "crs_not_stated"
  | "crs_unknown"
  | "mapping_malformed"
  | "streets_needed"
  | "upload_unknown"
  | "upload_empty"
  | "upload_held"
  | "uploads_full"
  | "upload_twice"
  | "kind_twice"
  | "checks_running"
  | "import_running"
  | "import_cancelled"
  | "import_fault";

const messages: Messages<IntakeCode> = {
  area_id_invalid: {
    zh: "区域代号“{value}”不合规：应为小写字母、数字和连字符，以字母或数字开头，最多 63 个字符",
    en: "area id {value} is not valid: lower-case letters, digits and hyphens, starting with a letter or digit, at most 63",
  },
  office_too_long: {
    zh: "单位名称有 {value} 个字，最多 {expected} 个字",
    en: "the name of the office has {value} characters; expected at most {expected}",
  },
  nothing_to_import: { zh: "没有给出任何文件；应为：{expected}", en: "no file was given; expected one of: {expected}" },
  crs_not_stated: {
    zh: "文件 {file} 没有说明坐标系；应为：{expected}",
    en: "{file}: its coordinate system is not stated; expected one of: {expected}",
  },
  crs_unknown: {
    zh: "文件 {file} 声明的坐标系“{value}”无法识别；应为：{expected}",
    en: "{file}: its coordinate system is stated as {value}, which is not known; expected one of: {expected}",
  },
  mapping_malformed: {
    zh: "列对应关系“{value}”有误或重复，应为 类型.字段=列名，如 facilities.name=店名；类型：{expected}",
    en: "the mapping {value} is malformed or given twice; expected KIND.FIELD=HEADER such as facilities.name=店名, KIND one of: {expected}",
  },
  streets_needed: {
    zh: "区域“{value}”还没有道路，首次导入需要 OSM 数据",
    en: "area {value} has no streets yet: its first import needs an OSM extract",
  },
  upload_unknown: {
    zh: "没有已上传的文件 {value}：可能已过期或已导入，请重新上传",
    en: "there is no uploaded file {value}: it may have expired or been imported. Upload it again",
  },
  upload_empty: { zh: "文件 {file} 是空的", en: "{file} is empty" },
  upload_held: {
    zh: "文件 {file} 正在使用，请等检查或导入结束",
    en: "{file} is in use: wait until the check or the import has ended",
  },
  uploads_full: {
    zh: "等待导入的文件已满（{value}），上限为 {expected}。请先导入或去掉一些；{minutes} 分钟不用的文件会自动删除",
    en: "too much is waiting to be imported ({value}); expected {expected}. Import or remove some; files that are not used for {minutes} minutes go by themselves",
  },
  upload_twice: {
    zh: "文件 {file} 在一次导入中用了两次",
    en: "{file} is used twice in one import",
  },
  kind_twice: {
    zh: "一次导入中每种内容至多一个文件，但“{value}”有两个",
    en: "an import takes one file of each kind, and there are two of {value}",
  },
  checks_running: {
    zh: "正在进行的检查太多（{value} 个），请等其中一个结束",
    en: "too many checks are running ({value}): wait until one of them has ended",
  },
  import_running: {
    zh: "区域“{value}”正在导入（批次 {run}），请等它结束或取消它",
    en: "area {value} is being imported already (run {run}): wait for it or cancel it",
  },
  import_fault: {
    zh: "导入时服务内部出错，数据没有变化；请联系管理员并告知批次 {value}",
    en: "a fault of the service during the import, nothing was changed: tell its keeper the run {value}",
  },
  import_cancelled: { zh: "导入已取消，数据没有变化", en: "the import was cancelled; nothing was changed" },
};

const KINDS: Partial<Record<IntakeCode, ErrorKind>> = {
  import_running: "busy",
  checks_running: "busy",
  upload_unknown: "missing",
  upload_held: "busy",
  uploads_full: "busy",
};

export function intakeError(code: IntakeCode, fields: Fields = {}): DomainError<IntakeCode> {
  return new DomainError(KINDS[code] ?? "input", code, fields, messages[code]);
}

/** Characters, as the store takes them. */
const MAX_OFFICE = 100;
const AREA_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const KNOWN_CRS = "wgs84, gcj02, bd09, cgcs2000, EPSG:4547 …";

/** What can be said before any file is opened. Throws `area_id_invalid`, `office_too_long`, `nothing_to_import`, `crs_not_stated`, `crs_unknown`. */
export function checkFiles(files: ImportFiles): void {
  if (!AREA_ID.test(files.areaId)) throw intakeError("area_id_invalid", { value: files.areaId });
  const { length } = [...(files.office ?? "")];
  if (length > MAX_OFFICE) throw intakeError("office_too_long", { value: length, expected: MAX_OFFICE });
  if (files.osm === null && TABLE_KINDS.every((kind) => files[kind] === null)) {
    throw intakeError("nothing_to_import", { expected: ["osm", ...TABLE_KINDS].join(", ") });
  }
  for (const kind of TABLE_KINDS) {
    const table = files[kind];
    if (table === null) continue;
    if (table.crs.trim() === "" && kind === "population") continue;
    if (table.crs.trim() === "") throw intakeError("crs_not_stated", { file: table.file, expected: KNOWN_CRS });
    checkCrs(table);
  }
}

function checkCrs({ file, crs }: StatedTable): void {
  try {
    parseCrs(crs);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw intakeError("crs_unknown", { ...error.fields, file });
  }
}
