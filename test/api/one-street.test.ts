/**
 * Gaps, dependence and closing at an hour and with a scenario: five homes along one street, 100 m apart, whose people are
 * powers of two, so that every sum names who is in it. Limit 2 minutes, 144 m.
 *
 *     ODD (hours unknown)
 *      |
 *     h0 ── h1 ── h2 ── h3 ── h4      DAY at h0, 08:00–20:00; NIGHT at h4, always open
 *     1     2     4     8     16      the scenario adds NEW (always open) between h1 and h2, 20 m from h2
 */
import { beforeAll, expect, it } from "vitest";
import { describeService } from "../support/service.ts";
import { at, csv, townOsm } from "../support/small-town.ts";
import { ended, send } from "../support/upload.ts";

const HOMES = [0, 1, 2, 3, 4].map((column) => [`h${column}`, 2 ** column, ...at(column, 0)].join(","));
const PLACES = [
  ["DAY", "Mo-Su 08:00-20:00", ...at(0, 0)],
  ["NIGHT", "24/7", ...at(4, 0)],
  ["ODD", "", ...at(0, 1)],
].map(([ref, hours, lon, lat]) => `${ref},药店,${hours},${lon},${lat}`);

const MORNING = "&at=We%2010:00";
const NIGHT = "&at=We%2022:00";
const asked = "area=town&category=pharmacy&minutes=2";

describeService("one street", { holding: "nothing" }, (service) => {
  let scenario = "";
  beforeAll(async () => {
    const { json } = await send(service, "town", {
      fields: { name: "小镇", facilitiesCrs: "wgs84", residencesCrs: "wgs84" },
      files: {
        osm: ["小镇.osm", townOsm({ withHouse: false })],
        residences: ["居住地.csv", csv(HOMES, "编号,人口,经度,纬度")],
        facilities: ["药店.csv", csv(PLACES, "编号,类别,营业时间,经度,纬度")],
      },
    });
    expect((await ended(service, json.id)).state).toBe("done");
    const position = at(1.8, 0);
    const changes = [{ kind: "add_facility", ref: "NEW", category: "pharmacy", position, openingHours: "24/7" }];
    const made = await service.post("/scenarios", { area: "town", name: "加一家", changes });
    expect(made.status).toBe(201);
    scenario = `&scenario=${made.json.id}`;
  });
  const get = async (path: string, more: string) => (await service.get(`${path}?${asked}${more}`)).json;

  it("gaps: who is uncovered, and of whom it is unknown", async () => {
    const people = async (verdict: string, more: string) =>
      (await get("/coverage/gap-clusters", `&verdict=${verdict}${more}`)).items.map(
        (cluster: { people: { residents: number } }) => cluster.people.residents,
      );
    const told = async (more: string) => [await people("uncovered", more), await people("unknown", more)];
    expect(await told("")).toEqual([[4], []]);
    expect(await told(MORNING)).toEqual([[4], []]);
    // DAY is closed; ODD may be open for h0, and is too far for h1.
    expect(await told(NIGHT)).toEqual([[2 + 4], [1]]);
    expect(await told(scenario)).toEqual([[], []]);
    expect(await told(NIGHT + scenario)).toEqual([[], [1]]);
  });

  it("dependence: who has no other one", async () => {
    const told = async (more: string) =>
      Object.fromEntries(
        (await get("/coverage/dependence", more)).items.map(
          (row: Record<"facility" | "solely" | "nearestTo", { ref: string; residents: number }>) => [
            row.facility.ref,
            [row.nearestTo.residents, row.solely.residents],
          ],
        ),
      );
    // h0 has ODD beside DAY.
    expect(await told("")).toEqual({ DAY: [1 + 2, 2], NIGHT: [8 + 16, 8 + 16], ODD: [0, 0] });
    // In the morning nobody knows whether it has.
    expect(await told(MORNING)).toEqual({ DAY: [1 + 2, 1 + 2], NIGHT: [8 + 16, 8 + 16], ODD: [0, 0] });
    expect(await told(NIGHT)).toEqual({ DAY: [0, 0], NIGHT: [8 + 16, 8 + 16], ODD: [0, 0] });
    // h1 is 80 m from NEW and 100 m from DAY; h3 is 120 m from NEW and 100 m from NIGHT.
    expect(await told(scenario)).toEqual({ DAY: [1, 0], NEW: [2 + 4, 4], NIGHT: [8 + 16, 16], ODD: [0, 0] });
    expect(await told(NIGHT + scenario)).toEqual({
      DAY: [0, 0],
      NEW: [2 + 4, 2 + 4],
      NIGHT: [8 + 16, 16],
      ODD: [0, 0],
    });
  });

  it("closing: who stays, who loses, to which verdict", async () => {
    const told = async (ref: string, more: string) => {
      const question = `/coverage/closure?area=town&minutes=2&facility=${ref}${more}`;
      const { stay, lose, unsure, items, pins } = (await service.get(question)).json;
      expect(pins.at).toBe(more.includes("at=") ? decodeURIComponent(more.slice(4, 14)) : undefined);
      return [
        stay.residents,
        lose.residents,
        unsure.residents,
        items.map((row: { ref: string; verdict: string; next: { facility: { ref: string } } | null }) =>
          [row.ref, row.verdict, row.next?.facility.ref ?? "nobody"].join(" "),
        ),
      ];
    };
    expect(await told("DAY", "")).toEqual([1, 2, 0, ["h1 uncovered ODD"]]);
    expect(await told("DAY", MORNING)).toEqual([0, 2, 1, ["h1 uncovered NIGHT", "h0 unknown NIGHT"]]);
    expect(await told("DAY", NIGHT)).toEqual([0, 0, 0, []]);
    expect(await told("NIGHT", NIGHT)).toEqual([0, 8 + 16, 0, ["h4 uncovered nobody", "h3 uncovered nobody"]]);
    expect(await told("NIGHT", scenario)).toEqual([8, 16, 0, ["h4 uncovered NEW"]]);
    expect(await told("NIGHT", NIGHT + scenario)).toEqual([8, 16, 0, ["h4 uncovered NEW"]]);
    expect(await told("NEW", NIGHT + scenario)).toEqual([0, 2 + 4, 0, ["h2 uncovered NIGHT", "h1 uncovered NIGHT"]]);
    const elsewhere = await service.get("/coverage/closure?area=town&facility=NEW");
    expect([elsewhere.status, elsewhere.json.code]).toEqual([404, "facility_unknown"]);
  });

  it("many points of reach at an hour, as one", async () => {
    const origins = [at(0, 0), at(4, 0)];
    const many = await service.post("/reach", { area: "town", origins, minutes: 2, at: "We 22:00" });
    const [west, east] = many.json.items;
    // Nor does the clinic round the corner say when it is open.
    const unknown = ["clinic", "pharmacy"].map((category) => ({ category, reason: "hours_unknown" }));
    expect([west.unknown, west.missing]).toEqual([unknown, []]);
    expect([east.facilitiesWithin, east.unknown]).toEqual([{ pharmacy: 1 }, []]);
    const one = (await service.get(`/reach?area=town&minutes=2&lon=${origins[0][0]}&lat=${origins[0][1]}${NIGHT}`))
      .json;
    expect(west).toEqual(one);
    const wrong = await service.post("/reach", { area: "town", origins, at: "22:00" });
    expect([wrong.status, wrong.json.code]).toEqual([400, "moment_unreadable"]);
  });
});
