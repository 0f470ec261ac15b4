/** Drawn polygons, sets of categories, and the choices of every residence: over HTTP and by the command line alike. */
import { expect, it } from "vitest";
import { describeCircleOnServer } from "../support/circle-place.ts";
import { describeService } from "../support/service.ts";

const QUESTION = "area=demo&category=clinic&minutes=6";
const ASKED = { area: "demo", category: "clinic", minutes: 6 };
type Ring = [number, number][];
const polygon = (...rings: Ring[]) => ({ type: "Polygon", coordinates: rings });
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describeService("coverage of what is drawn", { holding: "demo", onlyRead: true }, (service) => {
  const boxOfAll = async (): Promise<[number, number, number, number]> => (await service.get("/areas/demo")).json.bbox;

  it("a polygon round everything is the whole area", async () => {
    const [west, south, east, north] = await boxOfAll();
    const ring = box(west - 0.1, south - 0.1, east + 0.1, north + 0.1);
    const { whole, pins } = (await service.get(`/coverage?${QUESTION}&by=area`)).json;
    const { json } = await service.post("/coverage/polygon", { ...ASKED, polygon: polygon(ring) });
    expect(json.pins).toEqual(pins);
    expect({ ...json.inside, bbox: null }).toEqual(whole);
  });

  it("two halves make the whole, and each is told who is served from the other", async () => {
    const [west, south, east, north] = await boxOfAll();
    // Off every residence: none stands on the line between, which is inside both.
    const middle = (west + east) / 2 + 1.234567e-9;
    const { whole } = (await service.get(`/coverage?${QUESTION}&by=area`)).json;
    const halves = [];
    for (const ring of [box(west - 1, south - 1, middle, north + 1), box(middle, south - 1, east + 1, north + 1)])
      halves.push((await service.post("/coverage/polygon", { ...ASKED, polygon: polygon(ring) })).json.inside);
    for (const tally of ["residences", "households", "residents"])
      for (const part of ["total", "covered", "uncovered", "unknown"])
        expect(halves[0][tally][part] + halves[1][tally][part]).toBe(whole[tally][part]);
    expect(halves[0].facilities + halves[1].facilities).toBe(whole.facilities);
    expect(halves[0].servedFromOutside.residences + halves[1].servedFromOutside.residences).toBeGreaterThan(0);
  });

  it.each([
    [
      "a bow tie",
      polygon([
        [116, 39],
        [117, 40],
        [117, 39],
        [116, 40],
        [116, 39],
      ]),
      "polygon_invalid",
      "ring_crosses_itself",
    ],
    [
      "an open ring",
      polygon([
        [116, 39],
        [117, 39],
        [117, 40],
        [116, 40],
      ]),
      "polygon_invalid",
      "ring_open",
    ],
    [
      "two corners",
      polygon([
        [116, 39],
        [117, 39],
        [116, 39],
      ]),
      "polygon_invalid",
      "ring_short",
    ],
    [
      "latitude first",
      polygon([
        [39, 116],
        [39, 117],
        [40, 117],
        [39, 116],
      ]),
      "polygon_invalid",
      "lat_lon_swapped",
    ],
    [
      "a line",
      {
        type: "LineString",
        coordinates: [
          [116, 39],
          [117, 39],
        ],
      },
      "polygon_invalid",
      "geometry_kind",
    ],
    ["no pairs", { type: "Polygon", coordinates: [["a", null]] }, "polygon_invalid", "position_unreadable"],
    ["a place on the other side of the world", polygon(box(-71, 42, -70, 43)), "polygon_outside_area", undefined],
    [
      "a coastline",
      polygon(Array.from({ length: 5001 }, (_, i): [number, number] => [116 + i / 1e5, 39])),
      "polygon_too_large",
      undefined,
    ],
  ])("%s is refused with what is wrong", async (_, drawn, code, reason) => {
    const { status, json } = await service.post("/coverage/polygon", { ...ASKED, polygon: drawn });
    expect([status, json.code, json.fields.reason]).toEqual([400, code, reason]);
    expect(json.fields.value).not.toBe("");
  });

  it("is a file too, with the figures of the answer", async () => {
    const [west, south, east, north] = await boxOfAll();
    const ring = box(west, south, (west + east) / 2, north);
    const { inside } = (await service.post("/coverage/polygon", { ...ASKED, polygon: polygon(ring) })).json;
    const corners = ring.slice(0, -1).join("_");
    const address = `/areas/demo/export/polygon?category=clinic&minutes=6&polygon=${corners}`;
    const { features } = (await service.get(`${address}&format=geojson`)).json;
    expect(features).toHaveLength(1);
    expect(features[0].geometry.coordinates.flat(2).sort()).toEqual([...ring].sort());
    expect(features[0].properties).toMatchObject({
      level: "polygon",
      category: "clinic",
      residents_covered: inside.residents.covered,
      residents_uncovered: inside.residents.uncovered,
      facilities: inside.facilities,
    });
    expect((await service.get(`${address}&format=csv`)).text.split("\n")[1]).toContain("polygon");
    for (const wrong of ["1,2", "a,b_c,d_e,f", "104,38_105,39_105,38_104,39", ""])
      expect((await service.get(`/areas/demo/export/polygon?polygon=${wrong}`)).json.code).toBe("polygon_invalid");
  });

  it("a set of one category is its coverage, and a set reaches no more people than its least", async () => {
    const one = (await service.get("/coverage/completeness?area=demo&set=clinic&minutes=6")).json;
    const { whole, units } = (await service.get(`/coverage?${QUESTION}`)).json;
    expect(one.whole.residents).toEqual(whole.residents);
    expect(one.units.map(({ residents }: { residents: object }) => residents)).toEqual(
      units.map(({ residents }: { residents: object }) => residents),
    );
    const three = (await service.get("/coverage/completeness?area=demo&set=clinic,pharmacy,park&minutes=6")).json;
    expect(three.whole.residents.covered).toBeLessThanOrEqual(whole.residents.covered);
    for (const unit of [three.whole, ...three.units]) {
      const reached = [...unit.reached, unit.partlyUnknown];
      for (const measure of ["residences", "households", "residents"])
        expect(reached.reduce((sum, count) => sum + count[measure], 0)).toBe(unit[measure].total);
    }
    const rows = (
      await service.get("/coverage/completeness/residences?area=demo&set=clinic,pharmacy,park&minutes=6&limit=1000")
    ).json.items;
    expect(rows.filter(({ verdict }: { verdict: string }) => verdict === "covered")).toHaveLength(
      three.whole.residences.covered,
    );
    for (const { reached, missing, unknown } of rows) expect(reached + missing + unknown).toBe(3);
  });

  it.each(["", "clinic,", "clinic,clinic"])("the set “%s” is refused", async (set) => {
    const { status, json } = await service.get(`/coverage/completeness?area=demo&set=${set}`);
    expect([status, json.code]).toEqual([400, "set_faulty"]);
  });

  it("tells of every residence how many are within each limit, as the sums have it", async () => {
    const { items } = (await service.get(`/coverage/residences?${QUESTION}&limits=5,10&limit=1000`)).json;
    const { whole } = (await service.get(`/coverage?${QUESTION}&by=area`)).json;
    expect(items).toHaveLength(whole.residences.total);
    for (const { verdict, nearest, second, within } of items) {
      const [asked, five, ten] = within.map(({ facilities }: { facilities: number }) => facilities);
      expect(within.map(({ minutes }: { minutes: number }) => minutes)).toEqual([6, 5, 10]);
      expect([five <= asked, asked <= ten, asked > 0, asked > 1]).toEqual([
        true,
        true,
        verdict === "covered",
        second?.withinLimit === true,
      ]);
      if (second === null) continue;
      expect(second.facility.ref).not.toBe(nearest.facility.ref);
      expect(second.seconds).toBeGreaterThanOrEqual(nearest.walk.seconds);
    }
  });
});

describeCircleOnServer("circle coverage, many questions at once", (place) => {
  it("a polygon of a file, in its own system, for several limits and profiles", async () => {
    const ring = box(70, 10, 140, 60);
    const file = await place.file(
      "drawn.geojson",
      JSON.stringify({ type: "Feature", properties: {}, geometry: polygon(ring) }),
    );
    const of = ["coverage", "demo", "--category", "clinic,pharmacy", "--minutes", "5,10", "--profile", "adult,elderly"];
    const drawn = await place.table(...of, "--polygon", file, "--polygon-crs", "wgs84");
    const whole = await place.table(...of);
    expect(drawn).toHaveLength(8);
    expect(drawn.map((row) => ({ ...row, level: "", ref: "" }))).toEqual(
      whole.map((row) => ({ ...row, level: "", ref: "" })),
    );
  });

  it("a set, by residence and by area, in agreement", async () => {
    const of = ["coverage", "demo", "--set", "clinic,pharmacy", "--minutes", "6", "--by"];
    const [whole] = await place.table(...of, "area");
    const rows = await place.table(...of, "residence");
    const people = (verdict: string) =>
      rows.filter((row) => row.verdict === verdict).reduce((sum, { residents }) => sum + Number(residents), 0);
    for (const part of ["covered", "uncovered", "unknown"])
      expect(people(part)).toBe(Number(whole[`residents_${part}`]));
  });
});
