import { describe, expect, it } from "vitest";
import shipped from "../../../data/profiles/profiles.json" with { type: "json" };
import { EdgeFlag } from "../../../server/network/walk-network.ts";
import { closedTo, isRestricted, parseProfiles, penaltiesOf } from "../../../server/reach/profile.ts";

const GOOD = { id: "a", zh: "甲", en: "A", speedMmPerSecond: 1000, closedWays: [] as string[] };
const parse = (...profiles: unknown[]) => parseProfiles({ profiles });
const only = (raw: unknown) => [...parse(raw).values()][0];

describe("profiles", () => {
  it("that ship: five, of which the wheelchair alone is restricted, and nothing costs time", () => {
    const profiles = [...parseProfiles(shipped).values()];
    expect(profiles.map(({ id, speedMmPerSecond }) => `${id} ${speedMmPerSecond}`)).toEqual([
      "adult 1200",
      "elderly 800",
      "planning 1000",
      "slow 600",
      "wheelchair 800",
    ]);
    expect(profiles.filter(isRestricted).map(({ id }) => id)).toEqual(["wheelchair"]);
    for (const profile of profiles) {
      expect(penaltiesOf(profile)).toEqual({ crossingMm: 0, liftMm: 0, thousandStepsMm: 0 });
      expect(profile.maxOffsetMm).toBe(200_000);
    }
  });

  it("name closed ways, penalties and an offset", () => {
    const profile = only({
      ...GOOD,
      closedWays: ["unlit", "rough", "steps"],
      penaltySeconds: { crossing: 30, step: 0.5 },
      maxOffsetMetres: 150,
    });
    expect(closedTo(profile)).toBe(EdgeFlag.UNLIT | EdgeFlag.ROUGH | EdgeFlag.STEPS | EdgeFlag.ENDLESS);
    expect(penaltiesOf(profile)).toEqual({ crossingMm: 30_000, liftMm: 0, thousandStepsMm: 500_000 });
    expect([profile.maxOffsetMm, profile.avoidsSteps]).toEqual([150_000, true]);
  });

  it("take an offset to the millimetre, although its metres are no exact number", () => {
    for (const metres of [32.3, 0.001, 199.999, 64.6, 16.15, 150])
      expect(only({ ...GOOD, maxOffsetMetres: metres }).maxOffsetMm).toBe(Number((metres * 1000).toFixed(3)));
    expect(only({ ...GOOD, maxOffsetMetres: 32.3009 }).maxOffsetMm).toBe(32_300);
  });

  it.each([
    ["no list", { profiles: 5 }, "profiles", "5"],
    ["an empty list", { profiles: [] }, "profiles", "[]"],
    ["no object", { profiles: [7] }, "profiles[0]", "7"],
    ["null", { profiles: [null] }, "profiles[0]", "null"],
    ["nothing at all", null, "profiles", "null"],
  ])("are refused as %s", (_, content, place, value) => {
    expect(() => parseProfiles(content)).toThrow(
      expect.objectContaining({ code: "profiles_faulty", fields: { place, value } }),
    );
  });

  it.each([
    [{ id: undefined }, "id", "—"],
    [{ id: "" }, "id", ""],
    [{ zh: 1 }, "zh", "1"],
    [{ speedMmPerSecond: 0 }, "speedMmPerSecond", "0"],
    [{ speedMmPerSecond: 1.5 }, "speedMmPerSecond", "1.5"],
    [{ speedMmPerSecond: "1200" }, "speedMmPerSecond", "1200"],
    [{ speedMmPerSecond: Number.NaN }, "speedMmPerSecond", "null"],
    [{ closedWays: undefined }, "closedWays", "—"],
    [{ closedWays: ["stairs"] }, "closedWays[0]", "stairs"],
    [{ closedWays: ["steps", "toString"] }, "closedWays[1]", "toString"],
    [{ closedWays: ["steps", "steps"] }, "closedWays[1]", "steps"],
    [{ penaltySeconds: 3 }, "penaltySeconds", "3"],
    [{ penaltySeconds: { crossing: -1 } }, "penaltySeconds.crossing", "-1"],
    [{ penaltySeconds: { lift: 3601 } }, "penaltySeconds.lift", "3601"],
    [{ penaltySeconds: { lft: 3 } }, "penaltySeconds.lft", "3"],
    [{ maxOffsetMetres: 201 }, "maxOffsetMetres", "201"],
    [{ maxOffsetMetres: 0 }, "maxOffsetMetres", "0"],
    [{ avoidSteps: true }, "avoidSteps", "true"],
  ])("are refused with place and value: %j", (fault, field, value) => {
    expect(() => parse(GOOD, { ...GOOD, id: "b", ...fault })).toThrow(
      expect.objectContaining({ code: "profiles_faulty", fields: { place: `profiles[1].${field}`, value } }),
    );
  });

  it("are refused where two have one id", () => {
    expect(() => parse(GOOD, GOOD)).toThrow(
      expect.objectContaining({ fields: { place: "profiles[1].id", value: "a" } }),
    );
  });
});
