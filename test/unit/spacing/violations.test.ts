import { describe, expect, it } from "vitest";
import { geodesicEnd } from "../../../server/base/geodesic.ts";
import { at, HERE, type Placed, rule, told, violations } from "../../support/spacing.ts";

const place = (ref: string, eastM: number, northM: number, more: Partial<Placed> = {}): Placed => ({
  ref,
  position: at(eastM, northM),
  ...more,
});

describe("pairs on a lattice of known distances", () => {
  it("lists those closer than the rule, the closest first, each once", () => {
    const list = [place("A", 0, 0), place("B", 0, 400), place("C", 0, 700), place("D", 0, 2000)];
    expect(told(list)).toEqual(["B-C 300.000", "A-B 400.000"]);
  });

  it.each([0, 37, 90, 135, 200, 271.5])("exactly 500 m complies at azimuth %d°, 499.999 m does not", (azimuth) => {
    for (const lat of [0, 34.75, 70]) {
      const from: readonly [number, number] = [HERE[0], lat];
      const pair = (metres: number): Placed[] => [
        { ref: "A", position: from },
        { ref: "B", position: geodesicEnd(from, azimuth, metres) },
      ];
      expect(told(pair(500)), `${lat}`).toEqual([]);
      expect(told(pair(499.999)), `${lat}`).toEqual(["A-B 499.999"]);
      expect(told(pair(499.99999)), `${lat}`).toHaveLength(1);
    }
  });

  it("holds only the same class against each other, and of a named pair only one side against the other", () => {
    const list = [
      place("A", 0, 0),
      place("K", 0, 60, { category: "kindergarten" }),
      place("L", 0, 90, { category: "kindergarten" }),
      place("B", 0, 300),
    ];
    expect(told(list)).toEqual(["A-B 300.000"]);
    const named = rule({ sameClass: [], between: [["clinic"], ["kindergarten"]], leastM: 100 });
    expect(told(list, named)).toEqual(["A-K 60.000", "A-L 90.000"]);
  });

  it("forgives what the rule forgives", () => {
    const list = [place("A", 0, 0), place("B", 0, 495)];
    expect(told(list, rule({ toleranceM: 5 }))).toEqual([]);
    expect(told(list, rule({ toleranceM: 4.9 }))).toHaveLength(1);
  });

  it("leaves out whom the rule exempts by name", () => {
    const list = [place("A", 0, 0), place("B", 0, 100, { name: "某某社区卫生服务站" }), place("C", 0, 200)];
    const words = { zh: "公立除外", en: "public ones are exempt" };
    const exempting = rule({ exemptions: [{ words, nameContains: ["卫生服务站"] }] });
    expect(told(list, exempting)).toEqual(["A-C 200.000"]);
  });

  it("knows no class that nobody is of", () => {
    expect(told([place("A", 0, 0), place("B", 0, 1)], rule({ sameClass: ["pharmacy"] }))).toEqual([]);
  });

  it("finds pairs across the antimeridian, once each", () => {
    for (const same of [true, false]) {
      const list: Placed[] = [
        { ref: "A", position: [179.9995, 10] },
        { ref: "B", position: [-179.9995, 10], category: same ? "clinic" : "kindergarten" },
        { ref: "C", position: [179.5, 10.0001] },
      ];
      const by = same ? rule() : rule({ sameClass: [], between: [["clinic"], ["kindergarten"]] });
      expect(told(list, by).map((text) => text.split(" ")[0])).toEqual(["A-B"]);
      expect(told([list[1], list[2], list[0]], by).map((text) => text.split(" ")[0])).toEqual(["A-B"]);
    }
  });
});

describe("the register of a day", () => {
  const list = [
    place("A", 0, 0, { openedOn: "2015-03-01" }),
    place("B", 0, 300, { openedOn: "2016-05-10", closedOn: "2018-12-31" }),
  ];
  it.each([
    ["2016-05-09", 0],
    ["2016-05-10", 1],
    ["2018-12-31", 1],
    ["2019-01-01", 0],
  ])("on %s there are %d pairs: the first and the last day count", (day, count) => {
    expect(told(list, rule(), day)).toHaveLength(count);
  });
});

describe("many at one place", () => {
  it("are counted without being listed one by one, and all but one of them move", () => {
    const count = 2500;
    const list = Array.from({ length: count }, (_, i) => place(`f${String(i).padStart(4, "0")}`, 0, 0));
    const { pairs, clusters } = violations([...list, place("z", 0, 200)]);
    expect(pairs.total).toBe((count * (count - 1)) / 2 + count);
    expect(pairs.a.length).toBe(1_000_000);
    expect(pairs.metres.every((metres) => metres === 0)).toBe(true);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({ leastMoves: count, mostMoves: count, pairs: pairs.total });
    expect(clusters[0].members).toHaveLength(count + 1);
  });

  it("two at one point are one pair of no distance", () => {
    expect(told([place("A", 0, 0), place("B", 0, 0)])).toEqual(["A-B 0.000"]);
  });
});
