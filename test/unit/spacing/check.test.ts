import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTooClose, nearestStraight, orderByLat, strictest, verdictOver } from "../../../server/spacing/check.ts";
import { conversionUncertaintyM, uncertaintyM } from "../../../server/spacing/position.ts";
import { bindingOf, type Register } from "../../../server/spacing/register.ts";
import { opposites } from "../../../server/spacing/rule.ts";
import { mayBeSame } from "../../../server/spacing/same-facility.ts";
import { geodesicBetween } from "../../../server/spacing/straight.ts";
import { at, byRef, rule, town } from "../../support/spacing.ts";

describe("the verdict over one neighbour", () => {
  it.each([
    [500, 0, "pass"],
    [499.999, 0, "fail"],
    [510, 10, "pass"],
    [509.999, 10, "survey_needed"],
    [490.001, 10, "survey_needed"],
    [490, 10, "fail"],
    [0, 600, "survey_needed"],
  ])("%d m with both positions off by %d m together: %s", (metres, uncertainty, verdict) => {
    expect(verdictOver(metres, rule(), uncertainty)).toBe(verdict);
  });

  it("a walk that nobody knows must be surveyed; one that fails decides over all", () => {
    expect(verdictOver(null, rule(), 0)).toBe("survey_needed");
    expect(strictest(["pass", "survey_needed"])).toBe("survey_needed");
    expect(strictest(["survey_needed", "fail", "pass"])).toBe("fail");
    expect(strictest([])).toBe("pass");
  });

  it("positions carry their source's uncertainty, and that of their conversion", () => {
    expect(uncertaintyM("surveyed", null, "wgs84")).toBe(0.1);
    expect(uncertaintyM("gps", null, "gcj02")).toBe(5.5);
    expect(uncertaintyM("geocoded", 12, "gcj02")).toBe(12.5);
    expect(conversionUncertaintyM("EPSG:32650")).toBe(0);
    expect(conversionUncertaintyM("EPSG:4547")).toBe(1);
  });
});

describe("whom a rule binds", () => {
  const register = (a: string | null, b: string | null): Register => ({
    openedOn: [a, b],
    closedOn: [null, null],
    uncertaintyM: new Float64Array(2),
  });
  const ended = rule({ validUntil: "2021-02-26" });
  it.each([
    ["2010-01-01", "2013-09-25", "binds"],
    ["2013-09-24", "2013-09-24", "does_not_bind"],
    ["2010-01-01", "2021-02-26", "binds"],
    ["2010-01-01", "2021-02-27", "does_not_bind"],
    [null, null, "unknown"],
    ["2015-01-01", null, "unknown"],
    [null, "2022-01-01", "does_not_bind"],
  ])("opened %s and %s: %s", (a, b, verdict) => {
    expect(bindingOf(ended, register(a, b), 0, 1).verdict).toBe(verdict);
    expect(bindingOf(ended, register(b, a), 0, 1).verdict).toBe(verdict);
  });

  it("one that never ended binds whoever stands beside one opened under it", () => {
    expect(bindingOf(rule(), register("2015-01-01", null), 0, 1).verdict).toBe("binds");
    expect(bindingOf(rule(), register("2010-01-01", null), 0, 1).verdict).toBe("unknown");
    expect(bindingOf(rule({ binds: "existing_too" }), register(null, null), 0, 1).verdict).toBe("binds");
  });
});

describe("names", () => {
  it.each([
    ["仁和诊所", "仁和诊所（人民路店）", 10, true],
    ["郑州仁和大药房有限公司", "仁和大药房", 0, true],
    ["仁和诊所", "仁和诊所", 61, false],
    ["仁和诊所", "康泰诊所", 0, false],
    ["Gozo Pharmacy", "Gozo Chemists Pharmacy", 1, true],
    ["The Pharmacy Ltd.", "Pharmacy", 0, false],
    ["Brown's Pharmacy", "Smith Chemist", 0, false],
    [null, "仁和诊所", 0, false],
  ])("%s and %s, %d m apart", (a, b, metres, same) => {
    expect(mayBeSame(a, b, metres)).toBe(same);
    expect(mayBeSame(b, a, metres)).toBe(same);
  });
});

it("the classes on the other side", () => {
  const named = rule({ sameClass: [], between: [["clinic"], ["kindergarten", "primary_school"]] });
  expect(opposites(named, "clinic")).toEqual(["kindergarten", "primary_school"]);
  expect(opposites(named, "kindergarten")).toEqual(["clinic"]);
  expect(opposites(named, "pharmacy")).toEqual([]);
});

it("the nearest are those that measuring everybody finds", () => {
  const metres = fc.integer({ min: -3000, max: 3000 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.nat(5),
      (spots, radiusM, least) => {
        const { facilities } = town(spots.map(([x, y], i) => ({ ref: `f${i}`, position: at(x, y) })));
        const order = orderByLat(
          facilities,
          Int32Array.from(spots, (_, i) => i),
        );
        const here = at(0, 0);
        const all = spots
          .map((_, f) => ({ facility: f, metres: geodesicBetween(here, [facilities.lon[f], facilities.lat[f]]) }))
          .sort((p, q) => p.metres - q.metres || byRef(facilities)(p.facility, q.facility));
        const wanted = all.filter(({ metres }, i) => i < least || metres < radiusM);
        expect(nearestStraight(facilities, order, here, radiusM, least, byRef(facilities))).toEqual(wanted);
        expect(isTooClose(facilities, order, here[0], here[1], radiusM)).toBe(all[0].metres < radiusM);
      },
    ),
    { numRuns: 100 },
  );
});
