/** Archives that stream: read back by another reader, byte for byte the same whenever they are made. */
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { type ZipEntry, zipped } from "../../../server/export/xlsx/zip.ts";
import { joined } from "../../support/export-files.ts";

const AT = new Date("2026-01-02T03:04:06Z");

async function archive(entries: readonly ZipEntry[], at = AT): Promise<Buffer> {
  return joined(zipped(entries, at));
}

it("every entry is read back, long ones and empty ones, names in Chinese", async () => {
  const long = Array.from({ length: 50_000 }, (_, i) => `第${i}行\n`);
  const files = unzipSync(
    await archive([
      { path: "一/二.xml", pieces: () => ["<a>", "字", "</a>"] },
      { path: "empty", pieces: () => [] },
      { path: "long", pieces: () => long },
    ]),
  );
  expect(Object.keys(files)).toEqual(["一/二.xml", "empty", "long"]);
  expect(strFromU8(files["一/二.xml"])).toBe("<a>字</a>");
  expect(files.empty).toHaveLength(0);
  expect(strFromU8(files.long)).toBe(long.join(""));
});

it("the same content gives the same bytes; the time in it is the one given", async () => {
  const entries = [{ path: "a", pieces: () => ["a".repeat(1000)] }];
  const first = await archive(entries);
  expect(await archive(entries)).toEqual(first);
  // 2026-01-02 03:04:06 as DOS writes it.
  expect(first.readUInt32LE(10)).toBe(((46 << 9) | (1 << 5) | 2) * 0x10000 + ((3 << 11) | (4 << 5) | 3));
  expect(await archive(entries, new Date("2026-01-02T03:04:08Z"))).not.toEqual(first);
});

it("a fault of the rows reaches the reader", async () => {
  const broken = {
    path: "a",
    *pieces() {
      yield "a".repeat(100_000);
      throw new Error("no more rows");
    },
  };
  await expect(archive([broken])).rejects.toThrow("no more rows");
});

it("a reader that leaves early stops the rows", async () => {
  let ended = false;
  const entry = {
    path: "a",
    *pieces() {
      try {
        for (let i = 0; ; i++) yield String(Math.sin(i));
      } finally {
        ended = true;
      }
    },
  };
  for await (const chunk of zipped([entry], AT)) if (chunk.length > 10_000) break;
  await expect.poll(() => ended).toBe(true);
});
