/** Turns: one after another, and nobody who has left keeps others waiting. */
import { expect, it } from "vitest";
import { Turns } from "../../../server/runs/turns.ts";

const NEVER = new AbortController().signal;

it("goes one after another, in the order asked, also after one that fails", async () => {
  const turns = new Turns();
  const done: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = turns.take(NEVER, async () => {
    await promise;
    done.push("first");
    throw new Error("broken");
  });
  const second = turns.take(NEVER, async () => {
    done.push("second");
    return 2;
  });
  expect([turns.isTaken, done]).toEqual([true, []]);
  resolve();
  await expect(first).rejects.toThrow("broken");
  expect(await second).toBe(2);
  expect([turns.isTaken, done]).toEqual([false, ["first", "second"]]);
});

it("whoever is told to stop leaves the line at once, and the next still waits for those before", async () => {
  const turns = new Turns();
  const { promise, resolve } = Promise.withResolvers<void>();
  const done: string[] = [];
  const first = turns.take(NEVER, async () => {
    await promise;
    done.push("first");
  });
  const stop = new AbortController();
  const second = turns.take(stop.signal, async () => done.push("second"));
  const third = turns.take(NEVER, async () => done.push("third"));
  stop.abort(new Error("enough"));
  await expect(second).rejects.toThrow("enough");
  expect(done).toEqual([]);
  resolve();
  await Promise.all([first, third]);
  expect(done).toEqual(["first", "third"]);
  await expect(turns.take(stop.signal, async () => 1)).rejects.toThrow("enough");
});
