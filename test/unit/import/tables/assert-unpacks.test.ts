import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { assertUnpacks } from "../../../../server/import/tables/assert-unpacks.ts";

const sheet = (bytes: number) => new Uint8Array(bytes).fill(65);

it("lets through what unpacks to no more than the limit, exactly so much included", async () => {
  const packed = zipSync({ "xl/a.xml": sheet(600), "xl/b.xml": [sheet(400), { level: 0 }] });
  await expect(assertUnpacks(packed, "a.xlsx", 1000)).resolves.toBeUndefined();
  await expect(assertUnpacks(packed, "a.xlsx", 999)).rejects.toMatchObject({
    code: "xlsx_too_large",
    fields: { file: "a.xlsx" },
  });
});

it("stops at a file of some kilobytes that unpacks to far more, whatever its list of contents says", async () => {
  const packed = zipSync({ "xl/a.xml": sheet(8 * 2 ** 20) });
  expect(packed.length).toBeLessThan(200_000);
  const list = packed.lastIndexOf(0x50, packed.length - 60);
  const lying = packed.slice(0, list);
  for (const bytes of [packed, lying]) {
    await expect(assertUnpacks(bytes, "bomb.xlsx", 2 ** 20)).rejects.toMatchObject({ code: "xlsx_too_large" });
  }
});

it("leaves what is no ZIP, or breaks off, to the reader of workbooks", async () => {
  await expect(assertUnpacks(new TextEncoder().encode("hello"), "a.xlsx")).resolves.toBeUndefined();
  const packed = zipSync({ "a.xml": sheet(5000) });
  await expect(assertUnpacks(packed.slice(0, 40), "a.xlsx")).resolves.toBeUndefined();
});
