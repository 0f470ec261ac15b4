import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_CORNERS } from "../../../../web/state/polygon.ts";
import { DEFAULT_VIEW, readPlace, readView, roundCamera, type View, writeView } from "../../../../web/state/view.ts";

describe("the view and the address bar", () => {
  const place = fc
    .tuple(fc.integer({ min: -180e9, max: 180e9 }), fc.integer({ min: -90e9, max: 90e9 }))
    .map(([lon, lat]) => [lon / 1e9 + 0, lat / 1e9 + 0] as const);
  const corner = fc
    .tuple(fc.integer({ min: -18_000_000, max: 18_000_000 }), fc.integer({ min: -8_500_000, max: 8_500_000 }))
    .map(([lon, lat]) => [lon / 1e5, lat / 1e5] as const);
  const views: fc.Arbitrary<View> = fc.record({
    page: fc.constantFrom("coverage", "data", "batch", "violations"),
    area: fc.option(fc.constantFrom("demo", "malta", "beijing-tsinghua")),
    category: fc.option(fc.constantFrom("pharmacy", "clinic", "bus_stop")),
    profile: fc.constantFrom("adult", "elderly", "wheelchair"),
    minutes: fc.integer({ min: 5, max: 30 }),
    at: fc.option(fc.constantFrom("Mo 00:00", "We 22:00", "PH 23:59")),
    by: fc.constantFrom("community", "subdistrict"),
    place: fc.option(place),
    residence: fc.constant(null),
    unit: fc.option(fc.constantFrom("relation/42", "row/7", "花园路 & 文化路")),
    polygon: fc.option(fc.array(corner, { minLength: 3, maxLength: MOST_CORNERS })),
    camera: fc.option(
      fc
        .record({
          lon: fc.double({ min: -180, max: 180, noNaN: true }),
          lat: fc.double({ min: -85, max: 85, noNaN: true }),
          zoom: fc.double({ min: 0, max: 24, noNaN: true }),
        })
        .map(roundCamera),
    ),
    hidden: fc.subarray(["cells", "residences", "facilities", "gaps", "units"] as const),
    ground: fc.constantFrom("day", "night"),
    language: fc.constantFrom("zh", "en"),
    scenario: fc.option(fc.integer({ min: 1, max: 1e9 })),
    mode: fc.option(fc.constant("what-if" as const)),
    draft: fc.option(fc.constantFrom("k3f9.0", "a.12")),
    compare: fc.option(
      fc.oneof(
        fc.constant({ kind: "base" as const }),
        fc.record({ kind: fc.constant("scenario" as const), id: fc.integer({ min: 1, max: 1e9 }) }),
        fc.record({ kind: fc.constant("profile" as const), id: fc.constantFrom("adult", "elderly") }),
      ),
    ),
    swipe: fc.integer({ min: 0, max: 100 }),
    rule: fc.option(fc.constantFrom("jinshui-2013-clinic", "my-rule")),
    date: fc.option(fc.constantFrom("2013-09-25", "2024-02-29")),
    pair: fc.option(fc.constantFrom("rule-1 way/9 F0012")),
    zone: fc.boolean(),
    crs: fc.constantFrom("wgs84", "gcj02", "bd09"),
    source: fc.constantFrom("map", "surveyed", "gps", "geocoded", "unstated"),
    run: fc.option(fc.constantFrom("a1b2", "run-7")),
    pack: fc.option(fc.constantFrom("dongfeng-2015", "gb50180-2018")),
    tab: fc.constantFrom("matrix", "community", "progress", "money", "register"),
    street: fc.option(fc.constantFrom("东风路", "a & b")),
    community: fc.option(fc.constantFrom("community/row/7", "community/六合苑")),
    group: fc.option(fc.constantFrom("mandatory", "all", "whole")),
    only: fc.option(fc.constantFrom("fail" as const, "unknown" as const)),
    against: fc.option(fc.constantFrom("jinshui-2013")),
    paper: fc.constantFrom("matrix", "community", "week", "month"),
    size: fc.constantFrom("a4", "a3"),
    siting: fc.constant(DEFAULT_VIEW.siting),
  });

  it("reads back every view that it wrote", () => {
    fc.assert(
      fc.property(views, (view) => {
        const { view: read, unread } = readView(writeView(view));
        expect(unread).toEqual([]);
        expect(read).toEqual(view);
      }),
    );
  });

  it("leaves defaults out", () => {
    expect(writeView(DEFAULT_VIEW)).toBe("");
    expect(writeView({ ...DEFAULT_VIEW, area: "demo", minutes: 10 })).toBe("?area=demo&minutes=10");
  });

  it("keeps commas and slashes readable", () => {
    expect(writeView({ ...DEFAULT_VIEW, place: [113.66, 34.75], unit: "way/9" })).toBe(
      "?place=113.66,34.75&unit=way/9",
    );
  });

  it.each([
    ["?polygon=1,2_3,4", "polygon"],
    ["?polygon=1,2_3,4_5,86", "polygon"],
    ["?polygon=1,2_3,4_5", "polygon"],
    ["?minutes=4", "minutes"],
    ["?minutes=31", "minutes"],
    ["?minutes=12.5", "minutes"],
    ["?minutes=x", "minutes"],
    ["?at=22:00", "at"],
    ["?at=Mo+25:00", "at"],
    ["?page=nowhere", "page"],
    ["?scenario=0", "scenario"],
    ["?mode=edit", "mode"],
    ["?draft=k3f9", "draft"],
    ["?draft=K3F9.1", "draft"],
    ["?compare=scenario:0", "compare"],
    ["?compare=today", "compare"],
    ["?swipe=101", "swipe"],
    ["?scenario=mine", "scenario"],
    ["?area=UPPER", "area"],
    ["?place=200,10", "place"],
    ["?place=113.6", "place"],
    ["?map=1,2", "map"],
    ["?hide=cells,stars", "hide"],
    ["?lang=fr", "lang"],
    ["?tab=map", "tab"],
    ["?only=not_applicable", "only"],
    ["?paper=year", "paper"],
    ["?size=a5", "size"],
  ])("names what it could not read in %s", (search, name) => {
    expect(readView(search)).toEqual({ view: DEFAULT_VIEW, unread: [name] });
  });

  it("asks about a residence or a place, never both", () => {
    expect(readView("?place=1,2&residence=row/3").view).toMatchObject({ place: null, residence: "row/3" });
  });
});

describe("a place as a person types it", () => {
  it.each(["113.66,34.75", " 113.66, 34.75 ", "113.66，34.75", "113.66 34.75", "113.66；34.75"])("%s", (text) => {
    expect(readPlace(text)).toEqual([113.66, 34.75]);
  });

  it.each(["", "113.66", "a,b", "1,2,3", "113.66,", "1e2,3", "190,3", "3,95"])("refuses %j", (text) => {
    expect(readPlace(text)).toBeNull();
  });
});
