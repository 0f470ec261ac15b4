/** What changed between two datasets of one kind, row by row, told apart by ref. @module */
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { DatasetKind } from "../import/prepared.ts";
import type { Database } from "./database.ts";

export type RowChange = "added" | "removed" | "changed";

export interface ChangedRow {
  readonly change: RowChange;
  readonly ref: string;
  readonly name: string | null;
  /** Degrees; where it is now, of a removed row where it was. A unit has none. */
  readonly lon: number | null;
  readonly lat: number | null;
  /** Columns that differ, in the order of the table; empty unless the row changed. */
  readonly fields: readonly string[];
}

export type ChangeCounts = Readonly<Record<RowChange | "same", number>>;

type RowTable = "facility" | "residence" | "unit";

/** What is held against each other: column to its expression over a row `{r}`. */
const COMPARED: Readonly<Record<RowTable, Readonly<Record<string, string>>>> = {
  facility: Object.fromEntries(
    ["name", "category", "lon", "lat", "address", "phone", "opening_hours", "capacity"].map(plain),
  ),
  residence: Object.fromEntries(
    ["name", "kind", "lon", "lat", "households", "residents", "ages", "entrances", "address"].map(plain),
  ),
  unit: { ...Object.fromEntries(["name", "level", "parent_name"].map(plain)), shape: "ST_AsBinary({r}.geom)" },
};

function plain(column: string): [string, string] {
  return [column, `{r}.${column}`];
}

/** The table that rows of a kind stand in; null for streets, boundaries and population, which have no rows with refs. */
export function tableOfKind(kind: DatasetKind): RowTable | null {
  if (kind.startsWith("facilities")) return "facility";
  if (kind.startsWith("residences")) return "residence";
  return kind.startsWith("communities") ? "unit" : null;
}

/** @param before null where the earlier release has no dataset of the kind, and so on */
export async function changeCounts(
  db: Kysely<Database>,
  table: RowTable,
  before: number | null,
  after: number | null,
): Promise<ChangeCounts> {
  const { rows } = await sql<{ change: RowChange | "same"; count: number }>`
    select change, count(*)::int4 as count from (${compared(table, before, after)}) c group by change`.execute(db);
  const of = (change: RowChange | "same") => rows.find((row) => row.change === change)?.count ?? 0;
  return { added: of("added"), removed: of("removed"), changed: of("changed"), same: of("same") };
}

/** Added, then changed, then removed; by ref within. */
export async function changedRows(
  db: Kysely<Database>,
  table: RowTable,
  before: number | null,
  after: number | null,
  limit: number,
): Promise<ChangedRow[]> {
  const { rows } = await sql<ChangedRow>`
    select change, ref, name, lon, lat, fields from (${compared(table, before, after)}) c
    where change <> 'same'
    order by change, ref collate "C"
    limit ${limit}`.execute(db);
  return rows;
}

function compared(table: RowTable, before: number | null, after: number | null): RawBuilder<unknown> {
  const differing = Object.entries(COMPARED[table]).map(([column, expression]) => {
    const of = (row: string) => expression.replaceAll("{r}", row);
    return `case when ${of("a")} is distinct from ${of("b")} then '${column}' end`;
  });
  const [lon, lat] =
    table === "unit" ? ["null::float8", "null::float8"] : ["coalesce(b.lon, a.lon)", "coalesce(b.lat, a.lat)"];
  return sql`
    select ref, name, lon, lat,
      case when is_new then 'added' when is_gone then 'removed' when cardinality(differing) > 0 then 'changed'
        else 'same' end as change,
      case when is_new or is_gone then array[]::text[] else differing end as fields
    from (
      select coalesce(b.ref, a.ref) as ref, coalesce(b.name, a.name) as name,
        ${sql.raw(lon)} as lon, ${sql.raw(lat)} as lat,
        a.id is null as is_new, b.id is null as is_gone,
        array_remove(array[${sql.raw(differing.join(", "))}]::text[], null) as differing
      from (select * from ${sql.table(table)} where dataset_id = ${before}::int8) a
      full join (select * from ${sql.table(table)} where dataset_id = ${after}::int8) b on b.ref = a.ref
    ) pairs`;
}
