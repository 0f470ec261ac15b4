import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../../data/demo/gb18030.ts";
import { newRandom } from "../../../data/demo/random.ts";
import { buildInTemporaryFolder } from "./read-town.ts";

async function hashes(seed?: number): Promise<string[]> {
  const { files } = await buildInTemporaryFolder(seed);
  return Promise.all(
    Object.values(files).map(async ({ path }) =>
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ),
  );
}

describe("the demo town", () => {
  it("is the same to the byte for the same seed, and another for another", async () => {
    const [first, again, other] = await Promise.all([hashes(), hashes(), hashes(7)]);
    expect(again).toEqual(first);
    expect(other.filter((hash, at) => hash === first[at])).toEqual([]);
  }, 60_000);

  it("says that it is invented, and in which system each file is", async () => {
    const { areaId, areaName, files } = await buildInTemporaryFolder();
    expect([areaId, areaName]).toEqual(["demo", "云溪示例区（虚构）"]);
    expect(Object.values(files).map(({ crs }) => crs)).toEqual(["wgs84", "wgs84", "wgs84", "bd09", "gcj02"]);
    expect((await readFile(files.streets.path, "utf8")).slice(0, 300)).toContain("虚构");
    expect([...(await readFile(files.residences.path)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe("encodeGb18030", () => {
  it("is read back by the decoder of the platform", () => {
    const text = "编号,名称\r\n云溪示例区（虚构）–24小时";
    expect(new TextDecoder("gb18030", { fatal: true }).decode(encodeGb18030(text))).toBe(text);
  });
  it("names a character that it has no two bytes for", () => {
    expect(() => encodeGb18030("街😀")).toThrow("😀");
  });
});

describe("newRandom", () => {
  it("keeps labels and seeds apart, and stays in range", () => {
    const draw = (seed: number, label: string): number[] => Array.from({ length: 50 }, newRandom(seed, label).next);
    expect(draw(1, "a")).toEqual(draw(1, "a"));
    expect(new Set([...draw(1, "a"), ...draw(1, "b"), ...draw(2, "a")]).size).toBe(150);
    expect(draw(3, "c").every((value) => value >= 0 && value < 1)).toBe(true);
    const whole = newRandom(4, "d");
    expect(new Set(Array.from({ length: 200 }, () => whole.whole(2, 4)))).toEqual(new Set([2, 3, 4]));
  });
});
