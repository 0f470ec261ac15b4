/** Walks minute by minute over HTTP and by the command line: the sums of every other answer. */
import { expect, it } from "vitest";
import { describeCircleOnServer } from "../support/circle-place.ts";
import { describeService } from "../support/service.ts";

const QUESTION = "area=demo&category=pharmacy&profile=elderly";
interface People {
  readonly residences: number;
  readonly households: number;
  readonly residents: number;
}
interface Minute {
  readonly fromMinutes: number;
  readonly toMinutes: number;
  readonly walks: People;
  readonly residents: object;
}
const added = (items: readonly Minute[]) => items.reduce((total, { walks }) => total + walks.residents, 0);

describeService("coverage by minute", { holding: "demo", onlyRead: true }, (service) => {
  it("is at every minute what coverage is at that limit, and its walks add up to the limit's", async () => {
    const { items, farther, without, unknown, pins } = (await service.get(`/coverage/minutes?${QUESTION}&minutes=7.5`))
      .json as { items: Minute[]; farther: People; without: People; unknown: People; pins: object };
    expect(items.map(({ toMinutes }) => toMinutes)).toEqual([1, 2, 3, 4, 5, 6, 7, 7.5, 8, 9, 10, 11, 12, 13, 14, 15]);
    for (const [k, { fromMinutes, toMinutes, ...at }] of items.entries()) {
      expect(fromMinutes).toBe(k === 0 ? 0 : items[k - 1].toMinutes);
      const { whole } = (await service.get(`/coverage?${QUESTION}&minutes=${toMinutes}&by=area`)).json;
      const { residences, households, residents } = whole;
      expect(at).toEqual({ walks: at.walks, residences, households, residents });
    }
    const { whole, pins: pinned } = (await service.get(`/coverage?${QUESTION}&minutes=7.5&by=area`)).json;
    expect(pins).toEqual(pinned);
    expect(added(items.filter(({ toMinutes }) => toMinutes <= 7.5))).toBe(whole.residents.covered);
    const beyond = added(items.filter(({ toMinutes }) => toMinutes > 7.5));
    expect(beyond + farther.residents + without.residents).toBe(whole.residents.uncovered);
    expect(unknown.residents).toBe(whole.residents.unknown);
  });

  it("communities add up to the area; a unit of another level is unknown", async () => {
    const whole = (await service.get(`/coverage/minutes?${QUESTION}`)).json;
    const { units } = (await service.get(`/coverage?${QUESTION}&by=subdistrict`)).json;
    const parts = [];
    for (const { ref, name } of units) {
      const part = (await service.get(`/coverage/minutes?${QUESTION}&by=subdistrict&unit=${encodeURIComponent(ref)}`))
        .json;
      expect(part.unit).toEqual({ ref, name });
      parts.push(part);
    }
    for (const [k, { walks }] of whole.items.entries())
      expect(parts.reduce((total, { items }) => total + items[k].walks.residents, 0)).toBe(walks.residents);
    const refused = await service.get(
      `/coverage/minutes?${QUESTION}&by=community&unit=${encodeURIComponent(units[0].ref)}`,
    );
    expect([refused.status, refused.json.code]).toEqual([404, "unit_unknown"]);
  });
});

describeCircleOnServer("circle, minute by minute", (place) => {
  it("prints the same walks as the area's sums", async () => {
    const asked = ["coverage", "demo", "--category", "pharmacy", "--minutes", "6", "--by"];
    const [whole] = await place.table(...asked, "area");
    const rows = await place.table(...asked, "minute");
    const people = (walk: string, most = Number.POSITIVE_INFINITY) =>
      rows
        .filter((row) => row.walk === walk && Number(row.to_minutes) <= most)
        .reduce((total, { residents }) => total + Number(residents), 0);
    expect(rows).toHaveLength(12 + 3);
    expect(people("minutes", 6)).toBe(Number(whole.residents_covered));
    expect(people("unknown")).toBe(Number(whole.residents_unknown));
    expect(people("minutes") - people("minutes", 6) + people("farther") + people("without")).toBe(
      Number(whole.residents_uncovered),
    );
    expect(rows[5].residents_covered_within).toBe(whole.residents_covered);
  });
});
