import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "../../../../../server/api/schemas/scenarios.ts";
import { type Changes, freshRef, withChange } from "../../../../../web/state/plan/with-change.ts";

const move = (ref: string, lon: number): Change => ({ kind: "move_facility", ref, position: [lon, 34] });
const close = (ref: string): Change => ({ kind: "close_facility", ref });
const add = (ref: string): Change => ({ kind: "add_facility", ref, category: "pharmacy", position: [113, 34] });
const all = (...changes: Change[]): Changes => changes.reduce<Changes>(withChange, []);

describe("one more change", () => {
  it("replaces an earlier move of the same facility where it stood in the list", () => {
    expect(all(move("a", 1), move("b", 2), move("a", 3))).toEqual([move("a", 3), move("b", 2)]);
  });

  it("moves a facility that the plan adds by adding it elsewhere", () => {
    expect(all(add("new-1"), move("new-1", 5))).toEqual([{ ...add("new-1"), position: [5, 34] }]);
  });

  it("takes an added facility back when it is closed", () => {
    expect(all(add("new-1"), move("b", 2), close("new-1"))).toEqual([move("b", 2)]);
  });

  it("closes a moved facility, and opens a closed one again by moving it", () => {
    expect(all(move("a", 1), close("a"))).toEqual([close("a")]);
    expect(all(close("a"), move("a", 1))).toEqual([move("a", 1)]);
  });

  it("keeps other traits of a facility beside its move", () => {
    const hours: Change = { kind: "set_opening_hours", ref: "a", openingHours: null };
    expect(all(move("a", 1), hours, { ...hours, openingHours: "24/7" })).toEqual([
      move("a", 1),
      { ...hours, openingHours: "24/7" },
    ]);
  });

  it("is the same list when it says nothing new", () => {
    const gate: Change = { kind: "close_gate", at: [113, 34] };
    const changes = all(gate);
    expect(withChange(changes, gate)).toBe(changes);
  });

  it("never leaves two changes that contradict each other", () => {
    const change = fc.oneof(
      fc.constantFrom("a", "b").map((ref) => move(ref, 1)),
      fc.constantFrom("a", "b", "new-1").map(close),
      fc.constantFrom("a", "b").map((ref): Change => ({ kind: "set_capacity", ref, capacity: 3 })),
      fc.constant(move("new-1", 2)),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (list) => {
        const changes = all(add("new-1"), ...list);
        const kindsOf = (ref: string) => changes.filter((one) => one.ref === ref).map(({ kind }) => kind);
        for (const ref of ["a", "b"]) {
          const kinds = kindsOf(ref);
          expect(new Set(kinds).size).toBe(kinds.length);
          if (kinds.includes("close_facility")) expect(kinds).toEqual(["close_facility"]);
        }
      }),
    );
  });
});

it("names added facilities by the first free number", () => {
  expect(freshRef([add("new-1")], (ref) => ref === "new-2")).toBe("new-3");
});
