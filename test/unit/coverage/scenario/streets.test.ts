/** Streets, gates and paths of a scenario, with answers worked out on paper; and which changes contradict each other. */
import { describe, expect, it } from "vitest";
import { openChanges, openSaved } from "../../../../server/analysis/scenario-area.ts";
import { UNREACHED } from "../../../../server/base/units.ts";
import type { Change } from "../../../../server/coverage/scenario/change.ts";
import { readChanges } from "../../../../server/coverage/scenario/read-changes.ts";
import { buildNetwork } from "../../../../server/network/build.ts";
import { openTown } from "../../../support/open-town.ts";
import { facilitiesAt, residencesAt } from "../../../support/people.ts";
import { moved, streetMap } from "../../../support/street-map.ts";

// Every join is 60 m. Homes at a and in the walled part behind the closed gate; the clinic at c.
const map = streetMap(`
  q r
  | |
  a-b-c
  |   |
  d-e-f   h-#-k
          |
  m=n     g
  |
  o-p
`);
const base = openTown({
  network: map.network,
  residences: residencesAt([
    { ref: "A", position: map.at("a"), residents: 1, community: -1 },
    { ref: "H", position: map.at("g"), residents: 2, community: -1 },
    { ref: "K", position: map.at("k"), residents: 4, community: -1, entrances: [map.at("k")], compound: true },
  ]),
  facilities: facilitiesAt([
    { ref: "C", category: "clinic", position: map.at("c"), community: -1 },
    { ref: "K1", category: "pharmacy", position: map.at("k"), community: -1 },
  ]),
});
const metresTo = (category: string, changes: readonly Change[]): (number | null)[] => {
  const { totalMm } = openChanges(base, changes, () => true).walksTo("adult", category);
  return Array.from(totalMm, (mm) => (mm === UNREACHED ? null : Math.round(mm / 1000)));
};

describe("streets", () => {
  it("a street closed at a point of it up to its junctions sends people round the block", () => {
    expect(metresTo("clinic", [])[0]).toBe(120);
    const closed: Change = { kind: "close_street", at: moved(map.at("b"), -20, 3) };
    expect(metresTo("clinic", [closed])[0]).toBe(240);
  });

  it("a closed piece closes what lies between its points, and leaves both ends of the street", () => {
    const [from, to] = [moved(map.at("a"), 40, 0), moved(map.at("b"), 20, 0)];
    const area = openChanges(base, [{ kind: "close_street", from, to }], () => true);
    expect(metresTo("clinic", [{ kind: "close_street", from, to }])[0]).toBe(240);
    const homes = residencesAt([{ ref: "X", position: moved(map.at("a"), 30, 0), residents: 1, community: -1 }]);
    const beside = openTown({ network: area.content.network, residences: homes, facilities: base.content.facilities });
    // 30 m back to a, then round: the stump of 40 m is still a street.
    expect(Math.round(beside.walksTo("adult", "clinic").totalMm[0] / 1000)).toBe(270);
  });

  it("walks with a street closed are those of a town built without it", () => {
    const without = streetMap(`
      q r
      | |
      a b-c
      |   |
      d-e-f
    `);
    const built = openTown({
      network: buildNetwork(without.rows, (...ends) => Math.round(roughMetres(...ends))),
      residences: base.content.residences,
      facilities: base.content.facilities,
    });
    const closed: Change = { kind: "close_street", at: moved(map.at("a"), 20, 0) };
    expect(metresTo("clinic", [closed])[0]).toBe(Math.round(built.walksTo("adult", "clinic").totalMm[0] / 1000));
  });

  it("a closed gate lets nobody pass, an opened one everybody, and entrances go with them", () => {
    expect(metresTo("pharmacy", [])).toEqual([null, null, 0]);
    expect(metresTo("pharmacy", [{ kind: "open_gate", at: moved(map.at("h"), 60, 5) }])).toEqual([null, 180, 0]);
    const shut = openChanges(base, [{ kind: "close_gate", at: map.at("k") }], () => true);
    expect(shut.content.residences.entrances[2]).toEqual([]);
    expect(shut.walksTo("adult", "pharmacy").state[2]).not.toBe(base.walksTo("adult", "pharmacy").state[2]);
    const again = openChanges(base, [{ kind: "open_gate", at: map.at("g"), residences: ["K"] }], () => true);
    expect(again.content.residences.entrances[2]).toEqual([map.at("k"), map.at("g")]);
  });

  it("a gate opened for a home without known entrances is one more way out, never the only one", () => {
    const opened = openChanges(base, [{ kind: "open_gate", at: map.at("q"), residences: ["A"] }], () => true);
    expect(opened.content.residences.entrances[0]).toEqual([map.at("a"), map.at("q")]);
    expect(metresTo("clinic", [{ kind: "open_gate", at: map.at("q"), residences: ["A"] }])).toEqual(
      metresTo("clinic", []),
    );
    // In a field, where no street is: the home's own point still has one.
    const field = moved(map.at("a"), -250, 250);
    expect(metresTo("clinic", [{ kind: "open_gate", at: field, residences: ["A"] }])[0]).toBe(120);
  });

  it("a footbridge joins two parts of town", () => {
    const bridge: Change = { kind: "add_path", line: [map.at("f"), map.at("h")], name: "人行天桥" };
    // f to h is 4 columns of 30 m apart on the drawing.
    expect(metresTo("clinic", [bridge])[1]).toBe(60 + 120 + 60);
  });

  it("shares with its base whatever it leaves as it is", () => {
    const none = openChanges(base, [], () => true);
    expect(none.streets).toBe(base.streets);
    expect(none.walker("adult")).toBe(base.walker("adult"));
    expect(none.startsOf("adult")).toBe(base.startsOf("adult"));
    const other = openChanges(base, [{ kind: "close_facility", ref: "K1" }], () => true);
    expect(other.walksTo("adult", "clinic").totalMm).toBe(base.walksTo("adult", "clinic").totalMm);
  });
});

describe("changes that do not apply", () => {
  const codeOf = (changes: readonly unknown[], isCategory = true): string => {
    try {
      openChanges(base, readChanges(changes), () => isCategory);
      return "applied";
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  it("a gate too far from the home to be its own, or opened and closed at once", () => {
    const far = { kind: "open_gate", at: moved(map.at("a"), -501, 0), residences: ["A"] };
    expect(codeOf([far])).toBe("gate_too_far");
    expect(codeOf([{ ...far, at: moved(map.at("a"), -499, 0) }])).toBe("applied");
    const shut = { kind: "close_gate", at: map.at("k") };
    expect(codeOf([shut, { kind: "open_gate", at: map.at("k"), residences: ["K"] }])).toBe("change_contradicts");
    expect(codeOf([{ kind: "open_gate", at: map.at("k"), residences: ["K"] }, shut])).toBe("change_contradicts");
  });

  const move = { kind: "move_facility", ref: "C", position: map.at("d") };

  it.each([
    ["moved twice", [move, move], "change_contradicts"],
    ["moved and closed", [move, { kind: "close_facility", ref: "C" }], "change_contradicts"],
    ["moved, and of another category", [move, { kind: "set_category", ref: "C", category: "pharmacy" }], "applied"],
    ["added where it is", [{ ...move, kind: "add_facility", category: "clinic" }], "facility_already_there"],
    ["closed when not there", [{ kind: "close_facility", ref: "Z" }], "facility_not_there"],
    ["a public street opened", [{ kind: "open_street", at: map.at("b") }], "street_change_faulty"],
    ["a private street opened", [{ kind: "open_street", at: moved(map.at("m"), 30, 0) }], "applied"],
    ["a street opened and closed", bothWays(), "street_change_faulty"],
    ["a street that is named twice over", [{ kind: "close_street", at: [0, 0], edge: 1 }], "change_faulty"],
    ["a street that is not named", [{ kind: "close_street" }], "change_faulty"],
    ["a field of another kind", [{ ...move, category: "clinic" }], "change_faulty"],
    ["a capacity below nothing", [{ kind: "set_capacity", ref: "C", capacity: -1 }], "change_faulty"],
    [
      "hours that nobody can read",
      [{ kind: "set_opening_hours", ref: "C", openingHours: "whenever" }],
      "change_faulty",
    ],
    [
      "hours as a table writes them",
      [{ kind: "set_opening_hours", ref: "C", openingHours: "周一至周五 8:00-17:00" }],
      "applied",
    ],
    ["a path that leads nowhere", [{ kind: "add_path", line: [map.at("a"), map.at("a")] }], "street_change_faulty"],
    [
      "a residence that is not there",
      [{ kind: "open_gate", at: map.at("g"), residences: ["?"] }],
      "residence_not_there",
    ],
  ])("%s", (_, changes, code) => {
    expect(codeOf(changes)).toBe(code);
  });

  it("a category of no catalogue", () => {
    expect(codeOf([{ kind: "set_category", ref: "C", category: "moon" }], false)).toBe("category_not_in_catalogue");
  });

  it("on a later release they are told, and the others stand", () => {
    const changes = readChanges([
      { kind: "close_facility", ref: "gone" },
      { kind: "close_street", edge: 0 },
      { kind: "move_facility", ref: "C", position: map.at("a") },
    ]);
    const { area, faults } = openSaved(base, { id: 7, revision: 3, changes, streetsVersion: 9 }, () => true);
    expect(faults.map(({ index, error }) => [index, error.code])).toEqual([
      [0, "facility_not_there"],
      [1, "edge_renumbered"],
    ]);
    expect(area.over?.pin).toEqual({ id: 7, revision: 3, staleChanges: 2 });
    expect(area.walksTo("adult", "clinic").totalMm[0]).toBe(0);
    expect(area.streets).toBe(base.streets);
  });

  function bothWays() {
    const at = moved(map.at("m"), 30, 0);
    return [
      { kind: "open_street", at },
      { kind: "close_street", at },
    ];
  }
});

function roughMetres(fromLon: number, fromLat: number, toLon: number, toLat: number): number {
  return Math.hypot((toLon - fromLon) * 91_500, (toLat - fromLat) * 110_900);
}
