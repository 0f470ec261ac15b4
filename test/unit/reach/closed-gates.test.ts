import { describe, expect, it } from "vitest";
import { closedGatesBetween, withGatesOpen } from "../../../server/reach/closed-gates.ts";
import { walkBetween } from "../../../server/reach/pair.ts";
import { createWalker, openStreets } from "../../../server/reach/walker.ts";
import { profileOf } from "../../support/profiles.ts";
import { streetMap } from "../../support/street-map.ts";

const E7 = 1e7;

describe("closed gates", () => {
  // Two closed gates in a row lead from a to b, a third one nowhere; x is an island that no gate joins.
  const map = streetMap(`
    a-+-#-+-#-b
        |
        #-c

                        x-y
  `);
  const streets = openStreets(map.network);
  const between = (from: string, to: string, profile = "adult") =>
    closedGatesBetween(streets, createWalker(withGatesOpen(streets), profileOf(profile)), map.at(from), map.at(to));
  const gates = [...map.rows.nodeFlags.keys()]
    .filter((n) => map.rows.nodeFlags[n] === 1)
    .map((n) => [map.rows.nodeLonE7[n] / E7, map.rows.nodeLatE7[n] / E7]);

  it("are named in the order in which they stand in the way", () => {
    expect(walkBetween(createWalker(streets, profileOf("adult")), map.at("a"), map.at("b")).status).toBe("island");
    const [first, second] = [...gates].filter(([, lat]) => lat === map.at("a")[1]).sort(([a], [b]) => a - b);
    expect(between("a", "b")).toEqual([first, second]);
    expect(between("b", "a")).toEqual([second, first]);
    expect(between("a", "c")).toHaveLength(2);
  });

  it("are not the reason where no gate would help", () => {
    expect(between("a", "x")).toEqual([]);
  });

  it("cost nothing where there are none", () => {
    const open = openStreets(streetMap("a-b").network);
    expect(withGatesOpen(open)).toBe(open);
  });
});
