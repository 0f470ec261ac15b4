import fc from "fast-check";
import { expect, it } from "vitest";
import { inBatches } from "../../../../server/reach/pool/batches.ts";

it("answers in the order of the items, whatever the size of a batch", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), async (items, size) => {
      const answers: number[] = [];
      const double = async (batch: readonly number[]) => batch.map((item) => 2 * item);
      for await (const answer of inBatches(items, size, double)) answers.push(answer);
      expect(answers).toEqual(items.map((item) => 2 * item));
    }),
  );
});

it("works on one batch ahead and no further", async () => {
  let begun = 0;
  const answer = async (batch: readonly number[]) => {
    begun++;
    return batch;
  };
  const stream = inBatches([1, 2, 3, 4, 5, 6, 7, 8], 2, answer);
  expect((await stream.next()).value).toBe(1);
  expect(begun).toBe(2);
  expect((await stream.next()).value).toBe(2);
  expect(begun).toBe(2);
  expect((await stream.next()).value).toBe(3);
  expect(begun).toBe(3);
});

it("calls off what nobody waits for any more, and nothing before", async () => {
  const signals: AbortSignal[] = [];
  const answer = async (batch: readonly number[], signal: AbortSignal) => {
    signals.push(signal);
    return batch;
  };
  const stream = inBatches([1, 2, 3, 4, 5, 6], 2, answer);
  await stream.next();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  await stream.return();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

it("tells a failure at the place where it came, after what was answered before", async () => {
  const answer = async (batch: readonly number[]) => {
    if (batch[0] === 3) throw new Error("three");
    return batch;
  };
  const seen: number[] = [];
  const read = async () => {
    for await (const item of inBatches([1, 2, 3, 4], 1, answer)) seen.push(item);
  };
  await expect(read()).rejects.toThrow("three");
  expect(seen).toEqual([1, 2]);
});
