/** Stores for tests: the same suite on the embedded store and on a PostGIS server, each on a fresh database. @module */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import postgres from "postgres";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { Database } from "../../server/store/database.ts";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { openStore, type Store, type StoreSettings } from "../../server/store/open.ts";
import { CACHE, embeddedTemplate } from "./embedded-template.ts";
import { describeWith } from "./requirements.ts";

export interface TestStore {
  readonly kind: StoreSettings["kind"];
  /** Read it inside tests and hooks: it is opened before the first test. */
  readonly db: Kysely<Database>;
}

interface Opened {
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

/**
 * One suite, two databases. Both begin with the schema and no rows; tests of a suite share what they write.
 * The PostGIS half is left out, by name, where no server is found.
 */
export function describeOnBothStores(name: string, body: (store: TestStore) => void): void {
  describe(`${name} · embedded`, () => body(opened("embedded", openEmbeddedForTests)));
  describeWith("postgis", `${name} · PostGIS`, () => body(opened("postgres", openPostgresForTests)));
}

function opened(kind: TestStore["kind"], open: () => Promise<Opened>): TestStore {
  let store: Opened | null = null;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => {
    await store?.close();
  });
  return {
    kind,
    get db() {
      if (!store) throw new Error("the store is open inside tests and hooks only");
      return store.db;
    },
  };
}

/** In memory, with the schema in it. */
export async function openEmbeddedForTests(): Promise<Opened> {
  return openEmbedded({ dataDir: null, template: await embeddedTemplate(), partsFolder: CACHE });
}

/** A data folder as the service has it, with a database in it, so that opening takes 2 s; remove it when done. */
export async function embeddedFolder(): Promise<{ readonly dataDir: string; remove(): void }> {
  const dataDir = mkdtempSync(join(tmpdir(), "circle-data-"));
  const store = await openEmbedded({ dataDir, template: await embeddedTemplate(), partsFolder: CACHE });
  await store.close();
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** A database of its own on the server of the tests. */
async function openPostgresForTests(): Promise<Opened> {
  const { url, drop } = await databaseLike("circle_schema", async () => {});
  const store = await openStore({ kind: "postgres", url });
  return {
    db: store.db,
    async close() {
      await store.close();
      await drop();
    },
  };
}

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Without anything in it. */
export function freshDatabase(): Promise<FreshDatabase> {
  return onServer((sql, server) => createDatabase(sql, server, "template1"));
}

/**
 * With the schema and whatever `fill` puts in: a copy, made in a fifth of a second, of a database that the first suite
 * to ask for it fills.
 *
 * @param name of that database; it stays on the server until the run ends
 */
export function databaseLike(name: string, fill: (store: Store) => Promise<void>): Promise<FreshDatabase> {
  return onServer(async (sql, server) => {
    await filledOnce(sql, server, name, fill);
    return createDatabase(sql, server, name);
  });
}

/** As {@link databaseLike}, one copy for all who only read it; it stays as long as what it is a copy of. @returns its address */
export function databaseToRead(name: string, fill: (store: Store) => Promise<void>): Promise<string> {
  return onServer(async (sql, server) => {
    await filledOnce(sql, server, name, fill);
    const copy = `${name}_to_read`;
    if (!(await isThere(sql, copy))) {
      const { url } = await createDatabase(sql, server, name);
      await sql.unsafe(`alter database ${nameIn(url)} rename to ${copy}`);
    }
    const url = new URL(server);
    url.pathname = `/${copy}`;
    return url.href;
  });
}

/** Holds its lock until the connection ends: suites run side by side, and a database that somebody is connected to cannot be copied. */
async function filledOnce(
  sql: postgres.Sql,
  server: string,
  name: string,
  fill: (store: Store) => Promise<void>,
): Promise<void> {
  await sql`select pg_advisory_lock(hashtext(${name}))`;
  if (await isThere(sql, name)) return;
  const made = await createDatabase(sql, server, "template1");
  const store = await openStore({ kind: "postgres", url: made.url });
  try {
    await fill(store);
  } finally {
    await store.close();
  }
  await sql.unsafe(`alter database ${nameIn(made.url)} rename to ${name}`);
}

async function isThere(sql: postgres.Sql, name: string): Promise<boolean> {
  return (await sql`select from pg_database where datname = ${name}`).length > 0;
}

async function createDatabase(sql: postgres.Sql, server: string, template: string): Promise<FreshDatabase> {
  const url = new URL(server);
  url.pathname = `/circle_${randomBytes(6).toString("hex")}`;
  await sql.unsafe(`create database ${nameIn(url.href)} template ${template}`);
  const drop = () =>
    onServer(async (again) => void (await again.unsafe(`drop database ${nameIn(url.href)} with (force)`)));
  return { url: url.href, drop };
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** What holds the connection ends with it, locks included. */
async function onServer<Result>(work: (sql: postgres.Sql, server: string) => Promise<Result>): Promise<Result> {
  const server = inject("postgisUrl");
  if (server === null) throw new Error("no PostGIS was found");
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    return await work(sql, server);
  } finally {
    await sql.end();
  }
}
