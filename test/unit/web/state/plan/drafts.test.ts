import { beforeEach, describe, expect, it } from "vitest";
import { addVersion, openDraft, startDraft } from "../../../../../web/state/plan/drafts.ts";
import type { Changes } from "../../../../../web/state/plan/with-change.ts";

const closing = (...refs: string[]): Changes => refs.map((ref) => ({ kind: "close_facility", ref }));

describe("drafts of a window", () => {
  let shelf: Pick<Storage, "getItem" | "setItem">;
  beforeEach(() => {
    const held = new Map<string, string>();
    shelf = { getItem: (key) => held.get(key) ?? null, setItem: (key, text) => void held.set(key, text) };
  });
  const open = (address: string) => openDraft(shelf, address, "demo");

  it("lead back to what they started from and forth again", () => {
    const first = startDraft(shelf, "k3f9", "demo", null, closing("a"));
    const second = addVersion(shelf, first, closing("a", "b"), "pharmacy");
    expect(second).toBe("k3f9.1");
    expect(open(second)).toMatchObject({ changes: closing("a", "b"), before: first, after: null, unsaved: true });
    expect(open(first)).toMatchObject({ changes: closing("a"), before: null, after: second, unsaved: false });
  });

  it("keep a version that was undone and left for another, for the back button to find", () => {
    const first = startDraft(shelf, "k3f9", "demo", null, []);
    const left = addVersion(shelf, first, closing("a"), "pharmacy");
    const taken = addVersion(shelf, first, closing("b"), "clinic");
    expect(open(first)?.after).toBe(taken);
    expect(open(left)).toMatchObject({ changes: closing("a"), before: first, after: null });
    expect(open(taken)?.draft.categories).toEqual(["pharmacy", "clinic"]);
  });

  it("count as saved when the changes are what they started from", () => {
    const first = startDraft(shelf, "k", "demo", { id: 3, revision: 2 }, closing("a"));
    const changed = addVersion(shelf, first, [], "pharmacy");
    expect(open(addVersion(shelf, changed, closing("a"), "pharmacy"))?.unsaved).toBe(false);
  });

  it("are unknown to other windows, other areas, and under numbers that were never made", () => {
    const first = startDraft(shelf, "k3f9", "demo", null, []);
    expect(open("other.0")).toBeNull();
    expect(open("k3f9.1")).toBeNull();
    expect(openDraft(shelf, first, "malta")).toBeNull();
  });
});
