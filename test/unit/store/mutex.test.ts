import { expect, it } from "vitest";
import { mutex } from "../../../server/store/embedded/mutex.ts";

const never = () => new Error("waited too long");

it("lets one in at a time, in the order of asking", async () => {
  const { acquire } = mutex();
  const order: string[] = [];
  const work = async (name: string) => {
    const release = await acquire(1000, never);
    order.push(`${name} in`);
    await new Promise((resolve) => setTimeout(resolve, 1));
    order.push(`${name} out`);
    release();
  };
  await Promise.all(["a", "b", "c"].map(work));
  expect(order).toEqual(["a in", "a out", "b in", "b out", "c in", "c out"]);
});

it("gives up waiting with the error that is given, and lets the next one in all the same", async () => {
  const { acquire } = mutex();
  const release = await acquire(1000, never);
  const impatient = acquire(1, () => new Error("waited too long"));
  const patient = acquire(1000, never);
  await expect(impatient).rejects.toThrow("waited too long");
  release();
  (await patient)();
  (await acquire(1000, never))();
});
