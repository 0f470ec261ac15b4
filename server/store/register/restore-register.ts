/**
 * An earlier version of the register made to count again, as one more version: facts, waivers, decisions about names and
 * settings alike. What counted until then stays readable as the version that it was.
 * @module
 */
import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "../database.ts";
import { storeError } from "../errors.ts";
import { addVersion, lockRegister, type RegisterWritten } from "./write-register.ts";

interface RestoredTable {
  readonly table: "register_fact" | "register_waiver" | "register_alias" | "register_setting";
  /** Columns that tell rows apart, and those that say something of them. */
  readonly subject: readonly string[];
  readonly said: readonly string[];
  /** Those of them that may be null; the others are compared by `=`, by which alone rows are found in a hash. */
  readonly nullable: readonly string[];
}

export const RESTORED_TABLES: readonly RestoredTable[] = [
  {
    table: "register_fact",
    subject: ["unit", "kind", "place", "fact", "since"],
    said: ["form", "value"],
    nullable: [],
  },
  {
    table: "register_waiver",
    subject: ["pack", "unit", "requirement", "reason", "office", "valid_from", "valid_until"],
    said: [],
    nullable: ["valid_until"],
  },
  { table: "register_alias", subject: ["street", "written"], said: ["unit", "office"], nullable: ["unit", "office"] },
  { table: "register_setting", subject: ["pack", "parameter"], said: ["value", "office"], nullable: [] },
];

export interface RestoreOrder {
  readonly areaId: string;
  /** The version that is to count again. */
  readonly version: number;
  readonly office: string | null;
}

/**
 * A row that counts now and counted then stays as it is, with whoever told it.
 *
 * @returns the version so far where both are the same
 * @throws DomainError `register_area_unknown`, `register_version_unknown`
 */
export function restoreRegister(
  db: Kysely<Database>,
  { areaId, version: wanted, office }: RestoreOrder,
): Promise<RegisterWritten> {
  return db.transaction().execute(async (trx) => {
    const before = await lockRegister(trx, areaId);
    if (wanted < 1 || wanted > before)
      throw storeError("register_version_unknown", { area: areaId, value: wanted, expected: `1 … ${before}` });
    const version = before + 1;
    let changed = 0;
    for (const part of RESTORED_TABLES) changed += await restorePart(trx, areaId, part, wanted, version);
    if (changed === 0) return { version: before, changed };
    await addVersion(trx, version, changed, { areaId, action: "restore", office }, wanted);
    return { version, changed };
  });
}

/** @returns how many subjects are told of otherwise than before */
async function restorePart(
  trx: Transaction<Database>,
  areaId: string,
  { table, subject, said, nullable }: RestoredTable,
  wanted: number,
  version: number,
): Promise<number> {
  const columns = [...subject, ...said];
  const listed = (names: readonly string[], of: string) => sql.join(names.map((name) => sql.ref(`${of}.${name}`)));
  const isSame = sql.join(
    columns.map((name) => {
      const equal = nullable.includes(name) ? sql`is not distinct from` : sql`=`;
      return sql`n.${sql.ref(name)} ${equal} o.${sql.ref(name)}`;
    }),
    sql` and `,
  );
  const rows = sql.table(table);
  // n counts now and began later; o counted then and counts no more.
  const now = sql`n.area_id = ${areaId} and n.until_version is null and n.from_version > ${wanted}::int4`;
  const then = sql`o.area_id = ${areaId} and o.from_version <= ${wanted}::int4 and o.until_version > ${wanted}::int4`;
  const ended = await sql<Record<string, unknown>>`update ${rows} as n set until_version = ${version}::int4
    where ${now} and not exists (select from ${rows} as o where ${then} and ${isSame})
    returning ${listed(subject, "n")}`.execute(trx);
  const begun = await sql<Record<string, unknown>>`
    insert into ${rows} (area_id, from_version, ${sql.join(columns.map((name) => sql.ref(name)))})
    select o.area_id, ${version}::int4, ${listed(columns, "o")} from ${rows} as o
    where ${then} and not exists (select from ${rows} as n where ${now} and ${isSame})
    order by o.id
    returning ${sql.join(subject.map((name) => sql.ref(name)))}`.execute(trx);
  return new Set([...ended.rows, ...begun.rows].map((row) => JSON.stringify(subject.map((name) => row[name])))).size;
}
