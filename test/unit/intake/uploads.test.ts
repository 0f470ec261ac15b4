import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { afterEach, expect, it } from "vitest";
import { Uploads } from "../../../server/intake/uploads.ts";

const LIMITS = { fileBytes: 100, totalBytes: 250, files: 3, minutes: 10 };
const MINUTE_MS = 60_000;
let now = 0;
const open: Uploads[] = [];

function uploads(): Uploads {
  now = 1_000_000;
  const fresh = new Uploads(LIMITS, () => now);
  open.push(fresh);
  return fresh;
}

const add = (to: Uploads, name: string, bytes = 50) =>
  to.add(async (path) => {
    await writeFile(path, "x".repeat(bytes));
    return name;
  });

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

it("goes when it was not used for as long as the limit, and stays while it is used or read", async () => {
  const all = uploads();
  const { id, path } = await add(all, "甲.csv");
  now += 9 * MINUTE_MS;
  expect(all.get(id).file).toBe("甲.csv");
  now += 10 * MINUTE_MS;
  await all.removeExpired();
  expect(all.get(id).file).toBe("甲.csv");
  all.hold([id]);
  now += 60 * MINUTE_MS;
  await all.removeExpired();
  expect(existsSync(path)).toBe(true);
  await all.letGo([id], false);
  expect(() => all.get(id)).toThrow(expect.objectContaining({ code: "upload_unknown" }));
  await all.removeExpired();
  expect(existsSync(path)).toBe(false);
});

it("takes no more files and no more bytes than there is room for", async () => {
  const all = uploads();
  const first = await add(all, "1");
  await add(all, "2");
  await expect(add(all, "large", 151)).rejects.toMatchObject({ code: "uploads_full" });
  await add(all, "3");
  await expect(add(all, "4", 1)).rejects.toMatchObject({ code: "uploads_full" });
  expect(all.waiting()).toEqual({ files: 3, bytes: 150 });
  await all.remove(first.id);
  await add(all, "4", 1);
});

it("keeps nothing of a file that breaks off", async () => {
  const all = uploads();
  let seen = "";
  const torn = all.add(async (path) => {
    seen = path;
    await writeFile(path, "half");
    throw new Error("torn");
  });
  await expect(torn).rejects.toThrow("torn");
  expect(existsSync(seen)).toBe(false);
  expect(all.waiting()).toEqual({ files: 0, bytes: 0 });
});
