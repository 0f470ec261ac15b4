/** What is kept is given again; what no longer fits is made anew, never wrong. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kept, RecentBytes, recent, unlessFailed } from "../../../server/analysis/kept.ts";

describe("answers kept by bytes", () => {
  it("lets those go that were asked longest ago", () => {
    const made: string[] = [];
    const kept = new RecentBytes<Uint8Array>(100, (value) => value.byteLength);
    const ask = (key: string, bytes: number) =>
      kept.get(key, () => {
        made.push(key);
        return new Uint8Array(bytes);
      });
    ask("a", 40);
    ask("b", 60);
    ask("a", 40);
    expect(made).toEqual(["a", "b"]);
    // 40 + 60 + 1 do not fit: b was asked longest ago.
    ask("c", 1);
    ask("a", 40);
    ask("c", 1);
    expect(made).toEqual(["a", "b", "c"]);
    ask("b", 60);
    expect(made).toEqual(["a", "b", "c", "b"]);
  });

  it("keeps the latest though it is larger than all that may be kept", () => {
    let made = 0;
    const kept = new RecentBytes<Uint8Array>(10, (value) => value.byteLength);
    const large = () =>
      kept.get("large", () => {
        made++;
        return new Uint8Array(11);
      });
    expect(large()).toBe(large());
    expect(made).toBe(1);
  });

  it("equals a list in order of asking that is cut where the sum is reached", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 30 }),
        (asked, most) => {
          const made: number[] = [];
          const kept = new RecentBytes<number>(most, (size) => size);
          const wanted: number[] = [];
          let latest: number[] = [];
          for (const size of asked) {
            const make = () => {
              made.push(size);
              return size;
            };
            expect(kept.get(`${size}`, make)).toBe(size);
            if (!latest.includes(size)) wanted.push(size);
            latest = [size, ...latest.filter((other) => other !== size)];
            while (latest.length > 1 && latest.reduce((sum, one) => sum + one, 0) > most) latest.pop();
          }
          expect(made).toEqual(wanted);
        },
      ),
    );
  });
});

describe("answers kept for the next who ask", () => {
  it("lets those go that were asked longest ago, and none for being asked again", () => {
    const made: string[] = [];
    const map = new Map<string, string>();
    const ask = (key: string) =>
      recent(map, key, 2, () => {
        made.push(key);
        return key;
      });
    for (const key of ["a", "b", "a", "b", "c", "b", "a"]) expect(ask(key)).toBe(key);
    expect(made).toEqual(["a", "b", "c", "a"]);
  });

  it("does not keep a failure", async () => {
    const map = new WeakMap<object, Promise<number>>();
    const of = {};
    let tries = 0;
    const ask = () =>
      kept(map, of, () =>
        unlessFailed(map, of, ++tries === 1 ? Promise.reject(new Error("lost")) : Promise.resolve(7)),
      );
    const [first, together] = [ask(), ask()];
    expect(together).toBe(first);
    await expect(first).rejects.toThrow("lost");
    expect(await ask()).toBe(7);
    expect(await ask()).toBe(7);
    expect(tries).toBe(2);
  });
});
