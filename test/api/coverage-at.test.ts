/** Coverage at a chosen hour, and who finds a place: over HTTP, on the demo town. */
import { expect, it } from "vitest";
import { describeService } from "../support/service.ts";
import { everyFeature } from "../support/tiles-of.ts";

const PARTS = ["covered", "uncovered", "unknown"] as const;
const LATE = "We 22:10";
const late = `at=${encodeURIComponent(LATE)}`;
const QUESTION = "area=demo&category=pharmacy&minutes=6";

interface Load {
  readonly capacity: number | null;
  readonly assigned: number;
  readonly demandWithin: number;
  readonly turnedAway: number;
}

describeService("coverage at a chosen hour", { holding: "demo", onlyRead: true }, (service) => {
  const get = async (url: string) => (await service.get(url)).json;

  it("says which pharmacies are open, and covers fewer people late in the evening", async () => {
    const always = await get(`/coverage?${QUESTION}`);
    const morning = await get(`/coverage?${QUESTION}&at=We%2010:00`);
    const evening = await get(`/coverage?${QUESTION}&${late}`);
    expect([always.facilityHours, always.pins.at]).toEqual([null, undefined]);
    expect(evening.pins).toEqual({ ...always.pins, at: LATE });
    const all = always.whole.facilities;
    for (const { facilityHours } of [morning, evening]) {
      const { open, closed, unknown } = facilityHours;
      expect(open + closed + unknown).toBe(all);
      expect(unknown).toBeGreaterThan(0);
    }
    expect(morning.facilityHours.closed).toBe(0);
    expect(evening.facilityHours.closed).toBeGreaterThan(10);
    const covered = [always, morning, evening].map(({ whole }) => whole.residents.covered);
    expect(covered).toEqual(covered.toSorted((a, b) => b - a));
    expect(covered[2]).toBeLessThan(covered[1]);
    expect(evening.whole.unknownReasons.hours_unknown).toBeGreaterThan(0);
    for (const { whole, units } of [morning, evening]) {
      for (const part of PARTS) {
        const sum = units.reduce((n: number, unit: typeof whole) => n + unit.residents[part], 0);
        expect(sum).toBe(whole.residents[part]);
      }
      expect(whole.residents.total).toBe(always.whole.residents.total);
    }
  });

  it("tells the same by gaps, cells, tiles and residence", async () => {
    const { whole, limitM } = await get(`/coverage?${QUESTION}&by=area&${late}`);
    const gaps = await get(`/coverage/gaps?${QUESTION}&limit=1000&${late}`);
    expect(gaps.items).toHaveLength(whole.residences.uncovered);
    const { items: cells, pins } = await get(`/coverage/cells?${QUESTION}&${late}`);
    expect(pins.at).toBe(LATE);
    for (const part of PARTS)
      expect(cells.reduce((sum: number, cell: Record<string, number>) => sum + cell[part], 0)).toBe(
        whole.residents[part],
      );
    const query = `&category=pharmacy&${late}`;
    const shown = [...(await everyFeature(service, { layer: "residences", z: 14, query, key: "ref" })).values()];
    const within = (mm: unknown) => typeof mm === "number" && mm <= limitM * 1000;
    const verdict = ({ unknown, mm, unsureMm }: Record<string, unknown>) =>
      unknown === true ? "unknown" : within(mm) ? "covered" : within(unsureMm) ? "unknown" : "uncovered";
    for (const part of PARTS)
      expect([part, shown.filter((each) => verdict(each) === part).length]).toEqual([part, whole.residences[part]]);
    const unsure = shown.find((each) => each.unknown !== true && verdict(each) === "unknown");
    const told = await get(
      `/coverage/residence?area=demo&minutes=6&ref=${encodeURIComponent(String(unsure?.ref))}&${late}`,
    );
    expect(told.unknown).toContainEqual({ category: "pharmacy", reason: "hours_unknown" });
    expect(told.missing).not.toContain("pharmacy");
    const [lon, lat] = told.residence.position;
    const reach = await get(`/reach?area=demo&minutes=6&lon=${lon}&lat=${lat}&${late}`);
    expect(reach.pins.at).toBe(LATE);
    expect(reach.unknown).toContainEqual({ category: "pharmacy", reason: "hours_unknown" });
    expect(reach.missing).not.toContain("pharmacy");
    const hospital = (answer: typeof reach) =>
      answer.nearest.find(({ category }: { category: string }) => category === "hospital")?.walk.totalM;
    expect(hospital(reach)).toBe(hospital(told));
  });

  it.each(["22:00", "Mo 25:00", "Mo 24:00", "mo 22:00", "", "周一 22:00"])("refuses the moment “%s”", async (at) => {
    for (const path of ["coverage", "coverage/gaps", "coverage/cells", "coverage/capacity"]) {
      const { status, json } = await service.get(`/${path}?${QUESTION}&at=${encodeURIComponent(at)}`);
      expect([status, json.code, json.fields.value]).toEqual([400, "moment_unreadable", at]);
    }
  });

  it("gives out the places of the day-care centres to the nearest, and adds up", async () => {
    const question = "area=demo&category=elderly_day_care&minutes=10";
    const plain = await get(`/coverage?${question}`);
    const { whole, units, facilities, places, placesFree, facilitiesUncounted, pins } = await get(
      `/coverage/capacity?${question}&demand=households`,
    );
    expect(pins).toEqual(plain.pins);
    expect(whole.total).toBe(plain.whole.households.total);
    expect(whole.beyond).toBe(plain.whole.households.uncovered);
    expect(facilities).toHaveLength(plain.whole.facilities);
    for (const column of ["total", "served", "unserved", "unknown", "beyond"]) {
      expect(units.reduce((sum: number, unit: Record<string, number>) => sum + unit[column], 0)).toBe(whole[column]);
    }
    for (const unit of [whole, ...units])
      expect(unit.served + unit.unserved + unit.unknown + unit.beyond).toBe(unit.total);
    const counted = facilities.filter(({ capacity }: Load) => capacity !== null) as Load[];
    expect(facilities.length - counted.length).toBe(facilitiesUncounted);
    expect(facilitiesUncounted).toBeGreaterThan(0);
    expect(counted.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0)).toBe(places);
    expect(counted.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(whole.served);
    expect(whole.served + placesFree).toBe(places);
    expect(whole.served).toBeGreaterThan(0);
    for (const { capacity, assigned, demandWithin, turnedAway } of counted) {
      expect(assigned).toBeLessThanOrEqual(Math.min(capacity ?? 0, demandWithin));
      if (turnedAway > 0) expect(assigned).toBe(capacity);
    }
    const turned = facilities.map(({ turnedAway }: Load) => turnedAway);
    expect(turned).toEqual(turned.toSorted((a: number, b: number) => b - a));
  });

  it("says who may be counted where the group is none", async () => {
    const { status, json } = await service.get("/coverage/capacity?area=demo&category=kindergarten&demand=dogs");
    expect([status, json.code]).toEqual([400, "demand_unknown"]);
    expect(json.fields.expected).toContain("under_3");
  });
});
