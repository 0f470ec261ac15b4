/** What can stand in the way of reading and writing the store, and statements that ended without an answer. @module */
import { DomainError, type ErrorKind, type Fields, type Messages } from "../base/errors.ts";

export type StoreCode =
  | "store_locked"
  | "store_busy"
  | "store_unreachable"
  | "store_newer"
  | "area_without_streets"
  | "boundary_self_crossing"
  | "ref_repeated"
  | "release_unknown"
  | "release_current"
  | "import_cancelled"
  | "register_area_unknown"
  | "register_version_unknown"
  | "register_moved"
  | "waiver_unknown"
  | "fact_unknown";

const KINDS: Readonly<Record<StoreCode, ErrorKind>> = {
  store_locked: "busy",
  store_busy: "busy",
  store_unreachable: "missing",
  store_newer: "conflict",
  area_without_streets: "input",
  boundary_self_crossing: "input",
  ref_repeated: "input",
  release_unknown: "missing",
  release_current: "conflict",
  import_cancelled: "conflict",
  register_area_unknown: "missing",
  register_version_unknown: "missing",
  register_moved: "conflict",
  waiver_unknown: "missing",
  fact_unknown: "missing",
};

export const STORE_MESSAGES: Messages<StoreCode> = {
  store_locked: {
    zh: "数据目录 {folder} 正被进程 {pid}（主机 {host}）使用，自 {since} 起，命令：{command}。请先停止它，或改用另一个 DATA_DIR",
    en: "the data folder {folder} is in use by process {pid} on {host} since {since}: {command}. Stop it first, or choose another DATA_DIR",
  },
  store_busy: {
    zh: "内嵌数据库已被占用 {seconds} 秒，正在执行：{statement}",
    en: "the embedded store has been held for {seconds} s by: {statement}",
  },
  store_unreachable: {
    zh: "无法连接数据库 {host}/{database}：{reason}",
    en: "the database {host}/{database} cannot be reached: {reason}",
  },
  store_newer: {
    zh: "数据库由更新的版本写成（含迁移 {found}），本程序只认识到 {known}。请使用较新的程序",
    en: "the store was written by a newer version (it holds migration {found}, this program knows up to {known}): use that version",
  },
  area_without_streets: {
    zh: "区域 {area} 还没有道路数据：首次导入须带 --osm",
    en: "area {area} has no streets yet: its first import needs --osm",
  },
  boundary_self_crossing: {
    zh: "文件 {file} 中的边界自相交：{value}",
    en: "the boundary in {file} crosses itself: {value}",
  },
  ref_repeated: {
    zh: "文件 {file}（{kind}）中编号“{value}”出现了不止一次，应为唯一",
    en: "{file} ({kind}) gives the id “{value}” more than once; expected each id once",
  },
  release_unknown: {
    zh: "区域 {area} 没有第 {value} 版，现有：{expected}",
    en: "area {area} has no release {value}; it has: {expected}",
  },
  release_current: {
    zh: "第 {value} 版就是区域 {area} 现在的版本，无须恢复",
    en: "release {value} is the one that area {area} is at: there is nothing to go back to",
  },
  import_cancelled: {
    zh: "区域 {area} 的导入已取消，数据保持原样",
    en: "the import of {area} was cancelled; the store is as it was",
  },
  register_area_unknown: {
    zh: "没有区域“{value}”，不能登记事实",
    en: "there is no area {value} to register facts of",
  },
  register_version_unknown: {
    zh: "区域 {area} 的台账没有第 {value} 版，现有：{expected}",
    en: "the register of area {area} has no version {value}; it has: {expected}",
  },
  register_moved: {
    zh: "区域 {area} 的台账已到第 {value} 版，本次更改依据第 {expected} 版，未写入；请重试",
    en: "the register of area {area} is at version {value}, and the change was worked out on version {expected}: nothing was written; try again",
  },
  waiver_unknown: {
    zh: "区域 {area} 没有编号为 {value} 的有效免除",
    en: "area {area} has no waiver {value} that counts",
  },
  fact_unknown: {
    zh: "区域 {area} 的台账没有编号为 {value} 的现行事实",
    en: "the register of area {area} has no fact {value} that counts",
  },
};

export function storeError(code: StoreCode, fields: Fields): DomainError<StoreCode> {
  return new DomainError(KINDS[code], code, fields, STORE_MESSAGES[code]);
}

/**
 * A statement of the embedded store that ended with neither result nor error: an exception inside GEOS or PROJ,
 * which PGlite loses. A fault of ours, never of the input: the statement must not use that function, or not there.
 */
export class LostStatementError extends Error {
  readonly statement: string;

  constructor(statement: string) {
    super(
      `the embedded store gave no answer to a statement, which means that a geometry function failed inside: ${statement}`,
    );
    this.name = "LostStatementError";
    this.statement = statement;
  }
}
