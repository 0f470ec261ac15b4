import { expect, it } from "vitest";
import { readPacked } from "../../../server/store/packed.ts";

it("reads columns out of records, wherever the block begins in its buffer", () => {
  const bytes = new Uint8Array(1 + 2 * 20);
  const view = new DataView(bytes.buffer, 1);
  [0, 1].forEach((i) => {
    view.setFloat64(i * 20, 0.1 + 0.2 + i);
    view.setFloat64(i * 20 + 8, -i);
    view.setInt32(i * 20 + 16, -1 - i);
  });
  const records = readPacked(bytes.subarray(1), ["float64", "float64", "int32"]);
  expect(records.count).toBe(2);
  expect([...records.float64(0, 2)]).toEqual([0.1 + 0.2, -0, 1.1 + 0.2, -1]);
  expect([...records.int32(2)]).toEqual([-1, -2]);
});

it("refuses a block that ends inside a record", () => {
  expect(() => readPacked(new Uint8Array(9), ["float64"])).toThrow(/9 bytes/);
});

it("has no records where there is no block", () => {
  expect(readPacked(null, ["float64"]).float64(0)).toEqual(new Float64Array(0));
});
