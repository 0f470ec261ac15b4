/** What changed between two runs, on paper and against a slow oracle. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRuns, type RunSide } from "../../../server/runs/compare.ts";

/** `ref:community:residents:verdict` … */
function side(text: string): RunSide {
  const rows = text.split(" ").map((word) => word.split(":"));
  return {
    residence: rows.map(([ref]) => ref),
    community: rows.map(([, community]) => community || null),
    households: rows.map(() => null),
    residents: rows.map(([, , residents]) => (residents === "?" ? null : Number(residents))),
    verdicts: rows.map(([, , , verdict]) => verdict).join(""),
    totalMm: rows.map(([, , , verdict]) => (verdict === "-" ? null : 1000)),
    facility: rows.map(() => "f"),
  };
}

it("tells who gained, lost, became unknown, became known, came and went, by community", () => {
  const before = side("a:x:1:u b:x:2:c c:y:4:c d:y:8:- e:y:16:c gone:x:32:c");
  const after = side("new::64:c e:y:16:c d:y:8:u c:y:4:- b:x:2:u a:x:1:c");
  const { whole, communities, residences } = compareRuns(before, after);
  const residents = (changes: typeof whole) =>
    Object.entries(changes).flatMap(([what, { residents: n }]) => (n > 0 ? [[what, n]] : []));
  expect(residents(whole)).toEqual([
    ["gained", 1],
    ["lost", 2],
    ["becameUnknown", 4],
    ["becameKnown", 8],
    ["added", 64],
    ["removed", 32],
  ]);
  expect(communities.map(({ ref, changes }) => [ref, residents(changes)])).toEqual([
    [
      "x",
      [
        ["gained", 1],
        ["lost", 2],
        ["removed", 32],
      ],
    ],
    [
      "y",
      [
        ["becameUnknown", 4],
        ["becameKnown", 8],
      ],
    ],
    [null, [["added", 64]]],
  ]);
  expect(residences.map(({ ref, change }) => `${ref} ${change}`)).toEqual([
    "a gained",
    "b lost",
    "c becameUnknown",
    "d becameKnown",
    "gone removed",
    "new added",
  ]);
  expect(residences[0]).toMatchObject({
    before: { covered: false, totalMm: 1000, facility: "f" },
    after: { covered: true },
  });
});

const row = fc.record({
  ref: fc.constantFrom(..."abcdefgh"),
  community: fc.constantFrom("x", "y", ""),
  residents: fc.constantFrom("?", "0", "3", "700"),
  verdict: fc.constantFrom("c", "u", "-"),
});
const anySide = fc
  .uniqueArray(row, { selector: ({ ref }) => ref, minLength: 1 })
  .map((rows) => side(rows.map((r) => `${r.ref}:${r.community}:${r.residents}:${r.verdict}`).join(" ")));

describe("any two runs", () => {
  it("the same one twice changes nothing", () => {
    fc.assert(
      fc.property(anySide, (run) => {
        expect(compareRuns(run, run).residences).toEqual([]);
      }),
    );
  });

  it("backwards, what was gained is lost; communities make up the whole; covered after − before = gained − lost …", () => {
    fc.assert(
      fc.property(anySide, anySide, (a, b) => {
        const [there, back] = [compareRuns(a, b), compareRuns(b, a)];
        expect(back.whole.gained.residences).toBe(there.whole.lost.residences);
        expect(back.whole.added.residents).toBe(there.whole.removed.residents);
        const covered = ({ verdicts }: RunSide) => [...verdicts].filter((verdict) => verdict === "c").length;
        const net = there.residences.reduce(
          (sum, { before, after }) => sum + Number(after?.covered === true) - Number(before?.covered === true),
          0,
        );
        expect(covered(b) - covered(a)).toBe(net);
        for (const change of Object.keys(there.whole) as (keyof typeof there.whole)[]) {
          for (const people of ["residences", "residents"] as const) {
            const parts = there.communities.reduce((sum, { changes }) => sum + changes[change][people], 0);
            expect(parts).toBe(there.whole[change][people]);
          }
        }
      }),
    );
  });
});
