/** A process killed in the middle of an import: the embedded store opens again and holds what it held before. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSnapshot } from "../../server/network/snapshot.ts";
import { currentRelease } from "../../server/store/areas.ts";
import { networkSnapshot } from "../../server/store/networks.ts";
import { openStore } from "../../server/store/open.ts";
import { circleHere } from "../support/circle-here.ts";
import { describeWith } from "../support/requirements.ts";
import { sharedData } from "../support/shared-data.ts";
import { embeddedFolder } from "../support/stores.ts";

const MAIN = fileURLToPath(new URL("../../server/cli/main.ts", import.meta.url));

describeWith("shared data", "an import killed while it writes", () => {
  let folder: Awaited<ReturnType<typeof embeddedFolder>>;
  let before: Awaited<ReturnType<typeof contents>>;
  const importing = (path: string) => ["import", "town", "--osm", path, "--refused", join(folder.dataDir, "r.csv")];

  beforeAll(async () => {
    folder = await embeddedFolder();
    const shanghai = sharedData("shanghai-core/shanghai-core.osm")!;
    const first = await circleHere(importing(shanghai), { DATA_DIR: folder.dataDir });
    expect(first.code, first.stderr).toBe(0);
    before = await contents(folder.dataDir);
  });
  afterAll(() => folder?.remove());

  it.each([
    [50, "shanghai-core/shanghai-core.osm"],
    [1000, "malta/malta-2016.osm.pbf"],
  ])("%d ms after writing began, leaves the release before", async (delayMs, extract) => {
    await killWhileWriting(importing(sharedData(extract)!), folder.dataDir, delayMs);
    expect(await contents(folder.dataDir)).toEqual(before);
  });
});

/** @throws where the import ended before it could be killed */
async function killWhileWriting(args: readonly string[], dataDir: string, delayMs: number): Promise<void> {
  const env = { ...process.env, CIRCLE_LANG: "en", DATA_DIR: dataDir };
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ["ignore", "ignore", "pipe"] });
  const closed = once(child, "close");
  let said = "";
  for await (const text of child.stderr.setEncoding("utf8")) {
    said += text;
    if (/Writing to the store/.test(said)) break;
  }
  await setTimeout(delayMs);
  child.kill("SIGKILL");
  const [, signal] = await closed;
  if (signal !== "SIGKILL") throw new Error(`the import ended by itself: ${said}`);
}

/** The release with its network read and checked, and the number of rows of every table. */
async function contents(dataDir: string) {
  const store = await openStore({ kind: "embedded", dataDir });
  try {
    const release = (await currentRelease(store.db, "town"))!;
    const { block } = await networkSnapshot(store.db, release.releaseId).executeTakeFirstOrThrow();
    const tables = await store.db.introspection.getTables();
    const rows: Record<string, number> = {};
    for (const { name } of tables.filter(({ schema, isView }) => schema === "public" && !isView)) {
      const { rows: counted } = await sql<{ count: number }>`select count(*) from ${sql.table(name)}`.execute(store.db);
      rows[name] = counted[0].count;
    }
    return { release, junctions: readSnapshot(block).nodeCount, rows };
  } finally {
    await store.close();
  }
}
