/** The embedded database brings of PostGIS what geometry needs, and is the one that the package brings. */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, expect, it } from "vitest";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { embeddedTemplate } from "../support/embedded-template.ts";

const folder = mkdtempSync(join(tmpdir(), "circle-parts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const QUESTION = sql<{ answer: string }>`select concat_ws(' ', postgis_lib_version(), postgis_geos_version(),
  st_astext(st_transform(st_setsrid(st_makepoint(113.6, 34.7), 4326), 4547), 3),
  st_area(st_buffer(st_makepoint(0, 0), 1)), (select count(*) from spatial_ref_sys)) as answer`;

async function answerOf(partsFolder: string | null): Promise<string> {
  const store = await openEmbedded({ dataDir: null, template: await embeddedTemplate(), partsFolder });
  try {
    return (await QUESTION.execute(store.db)).rows[0].answer;
  } finally {
    await store.close();
  }
}

it("answers as the whole package does, from one small file that is made once", async () => {
  const whole = await answerOf(null);
  expect(whole).toContain("POINT(463351.856 3841384.379)");
  expect(await answerOf(folder)).toBe(whole);
  const [name, ...others] = readdirSync(folder);
  expect([name, others]).toEqual([expect.stringMatching(/^postgis-[0-9a-f]{16}\.tar\.gz$/), []]);
  const { mtimeMs, size } = statSync(join(folder, name));
  expect(size).toBeLessThan(12_000_000);
  expect(await answerOf(folder)).toBe(whole);
  expect(statSync(join(folder, name)).mtimeMs).toBe(mtimeMs);
});
