/** The embedded store as the service has it: a data folder, its lock, its worker, its end. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddedDialect } from "../../server/store/embedded/dialect.ts";
import { LOCK_FILE, lockFolder } from "../../server/store/embedded/folder-lock.ts";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { openStore, type Store } from "../../server/store/open.ts";
import { embeddedFolder } from "../support/stores.ts";

let folder: Awaited<ReturnType<typeof embeddedFolder>>;
beforeAll(async () => {
  folder = await embeddedFolder();
});
afterAll(() => folder.remove());

const open = () => openStore({ kind: "embedded", dataDir: folder.dataDir });
const lockPath = () => join(folder.dataDir, LOCK_FILE);
const writeLock = (holder: object) => writeFileSync(lockPath(), JSON.stringify(holder));
const gone = { pid: 2 ** 22 - 1, started: "1", host: hostname(), since: "2026-01-01T00:00:00.000Z", command: "circle" };

/** @returns once the child has opened the store and says so */
async function started(script: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: process.cwd(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", () => reject(new Error("the child ended early")));
  });
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

describe("a data folder", () => {
  it("keeps what was written, describes itself, and is given back when closed", async () => {
    let store: Store = await open();
    await sql`create table kept (text text)`.execute(store.db);
    await sql`insert into kept values ('留下')`.execute(store.db);
    expect(await store.describe()).toMatchObject({
      kind: "embedded",
      place: join(folder.dataDir, "postgres"),
      postgres: expect.stringMatching(/^18\./),
      postgis: expect.stringMatching(/^3\.6/),
      schema: expect.stringMatching(/^\d{3}-/),
    });
    expect(existsSync(lockPath())).toBe(true);
    await store.close();
    expect(existsSync(lockPath())).toBe(false);
    store = await open();
    expect((await sql`select text from kept`.execute(store.db)).rows).toEqual([{ text: "留下" }]);
    await store.close();
  });

  it("lets what is running end before it closes, and takes nothing after", async () => {
    const store = await open();
    const running = sql<{ v: number }>`select 1 as v, pg_sleep(0.2)`.execute(store.db);
    await running.then(({ rows }) => expect(rows[0].v).toBe(1));
    const last = sql`insert into kept select 'last' from pg_sleep(0.2)`.execute(store.db);
    const [, closing] = await Promise.allSettled([last, store.close()]);
    expect(closing.status).toBe("fulfilled");
    await expect(sql`select 1`.execute(store.db)).rejects.toThrow();
    const again = await open();
    expect((await sql`select from kept where text = 'last'`.execute(again.db)).rows).toHaveLength(1);
    await again.close();
  });

  it("cannot be opened twice: the error says who holds it", async () => {
    const store = await open();
    await expect(open()).rejects.toMatchObject({
      code: "store_locked",
      kind: "busy",
      fields: { folder: folder.dataDir, pid: process.pid, host: hostname(), command: process.argv.slice(1).join(" ") },
    });
    expect((await sql`select 1 as v`.execute(store.db)).rows).toEqual([{ v: 1 }]);
    await store.close();
  });

  it("is taken over from a process that was killed, with every row that was acknowledged", async () => {
    const child = await started(`
      import { sql } from "kysely";
      import { openStore } from "./server/store/open.ts";
      const { db } = await openStore({ kind: "embedded", dataDir: ${JSON.stringify(folder.dataDir)} });
      await sql\`insert into kept values ('before the kill')\`.execute(db);
      const trx = await db.startTransaction().execute();
      await sql\`insert into kept select 'never committed' from generate_series(1, 50000)\`.execute(trx);
      console.log("written");
      setInterval(() => {}, 1000);`);
    await expect(open()).rejects.toMatchObject({ code: "store_locked", fields: { pid: child.pid } });
    await killed(child);
    const store = await open();
    expect((await sql`select from kept where text = 'before the kill'`.execute(store.db)).rows).toHaveLength(1);
    expect((await sql`select from kept where text = 'never committed'`.execute(store.db)).rows).toEqual([]);
    await store.close();
  });

  it("says what holds it where a transaction waits for a statement outside itself", async () => {
    const store = await openEmbedded({ dataDir: folder.dataDir });
    const db = new Kysely<unknown>({ dialect: embeddedDialect(store.client, 50) });
    const forgetful = db.transaction().execute(async (trx) => {
      await sql`insert into kept values ('inside')`.execute(trx);
      await sql`select count(*) from kept`.execute(db);
    });
    await expect(forgetful).rejects.toMatchObject({
      code: "store_busy",
      fields: { statement: "insert into kept values ('inside')" },
    });
    expect((await sql`select from kept where text = 'inside'`.execute(db)).rows).toEqual([]);
    await store.close();
  });

  it("of a newer version is left alone", async () => {
    const store = await open();
    await sql`insert into kysely_migration values ('999-later', '2027-01-01T00:00:00.000Z')`.execute(store.db);
    await store.close();
    await expect(open()).rejects.toMatchObject({ code: "store_newer", fields: { found: "999-later" } });
    expect(existsSync(lockPath())).toBe(false);
  });
});

describe("the lock", () => {
  it.each([
    ["a pid that no process has", gone],
    ["a pid that another process has got since", { ...gone, pid: 1 }],
    ["our own pid, from before a restart that gave it again", { ...gone, pid: process.pid }],
  ])("of %s is taken over", (_, holder) => {
    writeLock(holder);
    const unlock = lockFolder(folder.dataDir);
    expect(JSON.parse(readFileSync(lockPath(), "utf8")).pid).toBe(process.pid);
    unlock();
    unlock();
    expect(existsSync(lockPath())).toBe(false);
  });

  it("that was cut short is taken over", () => {
    writeFileSync(lockPath(), '{"pid": 1');
    lockFolder(folder.dataDir)();
    expect(existsSync(lockPath())).toBe(false);
  });

  it("of another machine is respected", () => {
    writeLock({ ...gone, host: "elsewhere" });
    expect(() => lockFolder(folder.dataDir)).toThrow(/elsewhere/);
    writeLock(gone);
    lockFolder(folder.dataDir)();
  });
});
