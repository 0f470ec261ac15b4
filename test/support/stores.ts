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
import { openStore, type StoreSettings } from "../../server/store/open.ts";
import { embeddedTemplate } from "./embedded-template.ts";
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
  return openEmbedded({ dataDir: null, template: await embeddedTemplate() });
}

/** A data folder as the service has it, with a database in it, so that opening takes 2 s; remove it when done. */
export async function embeddedFolder(): Promise<{ readonly dataDir: string; remove(): void }> {
  const dataDir = mkdtempSync(join(tmpdir(), "circle-data-"));
  const store = await openEmbedded({ dataDir, template: await embeddedTemplate() });
  await store.close();
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** A database of its own on the server of the tests. */
async function openPostgresForTests(): Promise<Opened> {
  const { url, drop } = await freshDatabase();
  const store = await openStore({ kind: "postgres", url });
  return {
    db: store.db,
    async close() {
      await store.close();
      await drop();
    },
  };
}

export async function freshDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = inject("postgisUrl");
  if (server === null) throw new Error("no PostGIS was found");
  const name = `circle_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
