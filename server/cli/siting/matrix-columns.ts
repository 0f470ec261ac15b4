/** Which column of a table of costs, demand or candidates holds what: named by `--map`, else known by its header. @module */
import { basename } from "node:path";
import { readTable } from "../../import/tables/read-table.ts";
import { REASONS } from "../../import/write-refusals.ts";
import { sitingError } from "../../siting/errors.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";

/** Headers by table and field; those of an earlier list win over those of a later one. */
const HEADERS = {
  matrix: {
    origin: [["origin"], ["origin_id", "from", "from_id", "o", "source", "起点", "出发地"]],
    destination: [["destination"], ["destination_id", "dest", "to", "to_id", "d", "target", "终点", "目的地"]],
    cost: [
      ["cost"],
      [
        "distance",
        "dist",
        "time",
        "travel_time",
        "minutes",
        "seconds",
        "metres",
        "meters",
        "length",
        "费用",
        "距离",
        "时间",
        "分钟",
      ],
    ],
  },
  demand: {
    id: [
      ["id", "origin", "destination"],
      ["origin_id", "destination_id", "point", "point_id", "demand_id", "node", "name", "ref", "编号", "需求点"],
    ],
    weight: [
      ["weight", "demand"],
      ["people", "population", "residents", "count", "pop", "w", "权重", "需求", "人口", "人数"],
    ],
  },
  candidates: {
    id: [
      ["id", "candidate", "destination", "origin"],
      ["candidate_id", "site", "site_id", "name", "ref", "编号", "候选点"],
    ],
    price: [["price"], ["cost", "价格", "费用"]],
    capacity: [["capacity"], ["容量"]],
    community: [["community"], ["group", "社区"]],
  },
  places: {
    id: [["id"], ["ref", "place_id", "编号", "序号"]],
    lon: [["lon"], ["lng", "longitude", "x", "经度"]],
    lat: [["lat"], ["latitude", "y", "纬度"]],
    name: [["name"], ["address", "名称", "地址"]],
    price: [["price"], ["rent", "价格", "租金"]],
    capacity: [["capacity"], ["容量"]],
  },
  conflicts: {
    a: [["a"], ["first", "candidate_a", "origin", "甲"]],
    b: [["b"], ["second", "candidate_b", "destination", "乙"]],
  },
} as const satisfies Record<string, Record<string, readonly (readonly string[])[]>>;

export type TableName = keyof typeof HEADERS;
/** Table and field → header, such as `matrix.cost` → `minutes`. */
export type Mapping = ReadonlyMap<string, string>;

export interface Row {
  readonly row: number;
  /** By field; "" where the cell is empty or the column, if it may be missing, is. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Rows {
  readonly file: string;
  readonly rows: readonly Row[];
  /** Fields of which there is a column. */
  readonly fields: ReadonlySet<string>;
}

/** Of `--map TABLE.FIELD=HEADER`. */
export function parseMapping(given: readonly string[]): Mapping {
  const mapping = new Map<string, string>();
  for (const entry of given) {
    const cut = entry.indexOf("=");
    const key = entry.slice(0, Math.max(0, cut)).trim();
    const header = entry.slice(cut + 1).trim();
    if (!allFields().includes(key) || header === "" || mapping.has(key))
      throw cliError("option_wrong", { field: "--map", value: entry, expected: `${allFields().join(" | ")} =HEADER` });
    mapping.set(key, header);
  }
  return mapping;
}

/** @param optional fields whose column may be missing. Throws `column_missing`, `column_ambiguous`, `cell_wrong`. */
export async function readRows(
  path: string,
  table: TableName,
  mapping: Mapping,
  optional: readonly string[] = [],
): Promise<Rows> {
  const raw = await readTable(path, { mapping: knownHeaders(mapping) });
  const [refused] = raw.refusals;
  if (refused !== undefined)
    throw sitingError("cell_wrong", {
      file: raw.file,
      row: refused.row,
      field: REASONS[refused.reason]?.[speaks()] ?? refused.reason,
      value: refused.value,
      expected: refused.expected,
    });
  const columns = new Map<string, number>();
  for (const [field, ranks] of Object.entries<readonly (readonly string[])[]>(HEADERS[table])) {
    const column = columnOf(raw.file, raw.header, `${table}.${field}`, ranks, mapping);
    if (column !== null) columns.set(field, column);
  }
  if (table === "demand") takeTheOther(columns, raw.header);
  for (const [field, ranks] of Object.entries<readonly (readonly string[])[]>(HEADERS[table])) {
    if (columns.has(field) || optional.includes(field)) continue;
    throw sitingError("column_missing", {
      file: raw.file,
      field,
      value: raw.header.join(", "),
      expected: `${ranks.flat().join(" / ")}; --map ${table}.${field}=…`,
    });
  }
  const rows = raw.records.map(({ row, cells }): Row => {
    const named = Array.from(columns, ([field, column]) => [field, cells[column] ?? ""] as const);
    return { row, cells: Object.fromEntries(named) };
  });
  return { file: basename(path), rows, fields: new Set(columns.keys()) };
}

function columnOf(
  file: string,
  header: readonly string[],
  key: string,
  ranks: readonly (readonly string[])[],
  mapping: Mapping,
): number | null {
  const named = mapping.get(key);
  if (named !== undefined) {
    const column = header.findIndex((name) => plain(name) === plain(named));
    if (column >= 0) return column;
    throw sitingError("column_missing", { file, field: key, value: header.join(", "), expected: named });
  }
  const taken = new Set([...mapping.values()].map(plain));
  for (const rank of ranks) {
    const found = header.flatMap((name, i) => (rank.includes(plain(name)) && !taken.has(plain(name)) ? [i] : []));
    if (found.length > 1)
      throw sitingError("column_ambiguous", {
        file,
        field: key,
        value: found.map((i) => header[i]).join(", "),
        expected: `--map ${key}=…`,
      });
    if (found.length === 1) return found[0];
  }
  return null;
}

/** In a table of two columns the one whose header says nothing is what the other is not. */
function takeTheOther(columns: Map<string, number>, header: readonly string[]): void {
  if (header.length !== 2 || columns.size !== 1) return;
  const [[field, column]] = columns;
  columns.set(field === "id" ? "weight" : "id", 1 - column);
}

/** So that the line of headers is found as such, whatever ids there are below it. */
function knownHeaders(mapping: Mapping): Record<string, string> {
  const known = Object.values(HEADERS).flatMap((fields) => Object.values(fields).flat(2) as string[]);
  return Object.fromEntries([...known, ...mapping.values()].map((header) => [header, header]));
}

function plain(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
}

function allFields(): string[] {
  return Object.entries(HEADERS).flatMap(([table, fields]) => Object.keys(fields).map((field) => `${table}.${field}`));
}
