/** Changes of the standards' register: each one transaction and one new version; what counted before stays readable. @module */
import { type Kysely, sql, type Transaction } from "kysely";
import type { KeptFact } from "../../standards/facts/kept-fact.ts";
import { arrayOf } from "../array-parameters.ts";
import type { Database } from "../database.ts";
import { storeError } from "../errors.ts";
import { newestRegister } from "./read-register.ts";
import type { RegisterAction } from "./tables.ts";

export interface NewWaiver {
  readonly pack: string;
  readonly unit: string;
  readonly requirement: string;
  readonly reason: string;
  readonly office: string;
  readonly from: string;
  readonly until: string | null;
}
export interface NewAlias {
  readonly street: string;
  readonly written: string;
  /** Key of the unit; null: it is none of the register. */
  readonly unit: string | null;
}

export interface NewSetting {
  readonly parameter: string;
  /** null: it is taken back, and the pack's own value holds again. */
  readonly value: number | string | null;
}

export interface RegisterOrder {
  readonly areaId: string;
  readonly action: RegisterAction;
  /** Whoever changes it, as they call their office; null where they do not say. */
  readonly office: string | null;
  /** Version that it was worked out on, where it hangs on what the register had. */
  readonly workedOn?: number;
  readonly pack?: string | null;
  readonly file?: { readonly name: string; readonly sha256: string } | null;
  readonly facts?: readonly KeptFact[];
  /** Ids of facts that are known no more. */
  readonly withdrawn?: readonly number[];
  readonly waivers?: readonly NewWaiver[];
  /** Ids of waivers that end with this version. */
  readonly endedWaivers?: readonly number[];
  readonly aliases?: readonly NewAlias[];
  /** Of the pack that is named, by the office that is named. */
  readonly settings?: readonly NewSetting[];
}

export interface RegisterWritten {
  /** The new version; the one before where the order changes nothing. */
  readonly version: number;
  readonly changed: number;
}

/** @throws DomainError `register_area_unknown`, `register_moved`, `fact_unknown`, `waiver_unknown` */
export function writeRegister(db: Kysely<Database>, order: RegisterOrder): Promise<RegisterWritten> {
  return db.transaction().execute(async (trx) => {
    const { areaId, workedOn, withdrawn = [], endedWaivers = [] } = order;
    const before = await lockRegister(trx, areaId);
    if (workedOn !== undefined && workedOn !== before)
      throw storeError("register_moved", { area: areaId, value: before, expected: workedOn });
    const version = before + 1;
    const changed =
      (await endRows(trx, "register_fact", areaId, withdrawn, version)) +
      (await keepFacts(trx, order, version)) +
      (await endRows(trx, "register_waiver", areaId, endedWaivers, version)) +
      (await addWaivers(trx, order, version)) +
      (await keepAliases(trx, order, version)) +
      (await keepSettings(trx, order, version));
    if (changed === 0) return { version: before, changed };
    await addVersion(trx, version, changed, order);
    return { version, changed };
  });
}

/** The row that tells of a version. @param restored earlier version whose rows count again */
export async function addVersion(
  trx: Transaction<Database>,
  version: number,
  changed: number,
  { areaId, office, action, pack = null, file = null }: RegisterOrder,
  restored: number | null = null,
): Promise<void> {
  await trx
    .insertInto("register_version")
    .values({
      area_id: areaId,
      number: version,
      office,
      action,
      pack,
      file: file?.name ?? null,
      file_sha256: file?.sha256 ?? null,
      changed,
      restored,
    })
    .execute();
}

/** For the queue; a name that waits already stays as it came first. */
export async function askNames(
  db: Kysely<Database>,
  areaId: string,
  file: string,
  names: readonly { readonly street: string; readonly written: string; readonly row: number }[],
): Promise<void> {
  if (names.length === 0) return;
  await db
    .insertInto("register_name")
    .values(names.map((name) => ({ area_id: areaId, file, ...name })))
    .onConflict((conflict) => conflict.columns(["area_id", "street", "written"]).doNothing())
    .execute();
}

/** The row of the area stays locked, so that changes follow one another. @returns the version so far */
export async function lockRegister(trx: Transaction<Database>, areaId: string): Promise<number> {
  const area = await trx.selectFrom("area").select("id").where("id", "=", areaId).forUpdate().executeTakeFirst();
  if (area === undefined) throw storeError("register_area_unknown", { value: areaId });
  return newestRegister(trx, areaId);
}

/** What is told again as it was stays as it is, with whoever told it first. */
async function keepFacts(trx: Transaction<Database>, { areaId, facts = [] }: RegisterOrder, version: number) {
  if (facts.length === 0) return 0;
  const column = (of: (fact: KeptFact) => string) => arrayOf("text", facts.map(of));
  const given = sql`unnest(
    ${column(({ unit }) => unit)}, ${column(({ kind }) => kind)}, ${column(({ place }) => place)},
    ${column(({ form }) => form)}, ${column(({ fact }) => fact)}, ${column(({ since }) => since)},
    ${column(({ value }) => JSON.stringify(value))}) as g(unit, kind, place, form, fact, since, value)`;
  const same = sql`f.area_id = ${areaId} and f.until_version is null and f.unit = g.unit and f.kind = g.kind
    and f.place = g.place and f.fact = g.fact and f.since = g.since`;
  await sql`update register_fact f set until_version = ${version}::int4 from ${given}
    where ${same} and f.value is distinct from g.value::jsonb`.execute(trx);
  const { rows } = await sql<{ id: number }>`
    insert into register_fact (area_id, from_version, unit, kind, place, form, fact, since, value)
    select ${areaId}, ${version}::int4, g.unit, g.kind, g.place, g.form, g.fact, g.since, g.value::jsonb from ${given}
    where not exists (select from register_fact f where ${same})
    returning id`.execute(trx);
  return rows.length;
}

/** Rows that count up to the version before and no longer. @returns how many */
async function endRows(
  trx: Transaction<Database>,
  table: "register_fact" | "register_waiver",
  areaId: string,
  ids: readonly number[],
  version: number,
): Promise<number> {
  for (const id of ids) {
    const { rows } = await sql<{ id: number }>`update ${sql.table(table)} set until_version = ${version}::int4
      where id = ${id}::int8 and area_id = ${areaId} and until_version is null returning id`.execute(trx);
    if (rows.length === 0) throw storeError(UNKNOWN_ROW[table], { value: id, area: areaId });
  }
  return ids.length;
}

const UNKNOWN_ROW = { register_fact: "fact_unknown", register_waiver: "waiver_unknown" } as const;

async function addWaivers(trx: Transaction<Database>, { areaId, waivers = [] }: RegisterOrder, version: number) {
  if (waivers.length === 0) return 0;
  await trx
    .insertInto("register_waiver")
    .values(
      waivers.map(({ from, until, ...waiver }) => ({
        ...waiver,
        area_id: areaId,
        from_version: version,
        until_version: null,
        valid_from: from,
        valid_until: until,
      })),
    )
    .execute();
  return waivers.length;
}

/** A name that is decided waits no more; decided otherwise later, the earlier decision stays readable. */
async function keepAliases(
  trx: Transaction<Database>,
  { areaId, office, aliases = [] }: RegisterOrder,
  version: number,
) {
  let changed = 0;
  for (const { street, written, unit } of aliases) {
    const current = trx
      .selectFrom("register_alias")
      .select(["id", "unit"])
      .where("area_id", "=", areaId)
      .where("street", "=", street)
      .where("written", "=", written)
      .where("until_version", "is", null);
    const known = await current.executeTakeFirst();
    if (known !== undefined && known.unit === unit) continue;
    if (known !== undefined)
      await trx.updateTable("register_alias").set({ until_version: version }).where("id", "=", known.id).execute();
    await trx
      .insertInto("register_alias")
      .values({ area_id: areaId, from_version: version, until_version: null, street, written, unit, office })
      .execute();
    changed++;
  }
  return changed;
}

/** What is set again as it is stays with whoever set it first. */
async function keepSettings(
  trx: Transaction<Database>,
  { areaId, office, pack = null, settings = [] }: RegisterOrder,
  version: number,
) {
  let changed = 0;
  for (const { parameter, value } of settings) {
    const known = await trx
      .selectFrom("register_setting")
      .select(["id", "value"])
      .where("area_id", "=", areaId)
      .where("pack", "=", pack ?? "")
      .where("parameter", "=", parameter)
      .where("until_version", "is", null)
      .executeTakeFirst();
    if ((known?.value ?? null) === value) continue;
    if (known !== undefined)
      await trx.updateTable("register_setting").set({ until_version: version }).where("id", "=", known.id).execute();
    if (value !== null)
      await trx
        .insertInto("register_setting")
        .values({
          area_id: areaId,
          from_version: version,
          until_version: null,
          pack: pack ?? "",
          parameter,
          value: JSON.stringify(value),
          office: office ?? "",
        })
        .execute();
    changed++;
  }
  return changed;
}
