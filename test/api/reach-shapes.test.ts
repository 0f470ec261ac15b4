/** Several limits at once and the reached streets, over HTTP. */
import { beforeAll, expect, it } from "vitest";
import { describeService } from "../support/service.ts";

describeService("shapes of several limits", { holding: "demo", onlyRead: true }, (service) => {
  let home = "";
  beforeAll(async () => {
    const { items } = (await service.get("/areas/demo/residences?limit=1")).json;
    home = `area=demo&lon=${items[0].position[0]}&lat=${items[0].position[1]}`;
  });
  const reach = async (more: string) => (await service.get(`/reach?${home}${more}`)).json;

  it("nested ones grow and end with the shape of that limit alone", async () => {
    const { shapes, isochrone, isochroneAreaM2 } = await reach("&limits=15,5,10");
    expect(shapes.map(({ minutes }: { minutes: number }) => minutes)).toEqual([5, 10, 15]);
    expect(shapes.map(({ beyondMinutes }: { beyondMinutes: number }) => beyondMinutes)).toEqual([null, null, null]);
    expect(shapes[0].areaM2).toBeLessThan(shapes[1].areaM2);
    expect(shapes[1].areaM2).toBeLessThan(shapes[2].areaM2);
    expect(shapes[2].areaM2).toBe(isochroneAreaM2);
    expect(shapes[2].geometry).toEqual(isochrone);
  });

  it("bands leave out the smaller ones", async () => {
    const { shapes, isochroneAreaM2 } = await reach("&limits=5,10,15&shape=bands");
    expect(shapes.map(({ beyondMinutes }: { beyondMinutes: number }) => beyondMinutes)).toEqual([null, 5, 10]);
    const sum = shapes.reduce((total: number, { areaM2 }: { areaM2: number }) => total + areaM2, 0);
    expect(sum / isochroneAreaM2).toBeCloseTo(1, 1);
  });

  it("lines are cut at the limit, and stand in GeoJSON beside the shapes", async () => {
    const { lines, shapes } = await reach("&minutes=10&lines=true");
    expect(shapes).toBeUndefined();
    expect(Math.max(...lines.map(({ toM }: { toM: number }) => toM))).toBe(720);
    for (const { fromM, toM, toSeconds } of lines) {
      expect(toM).toBeGreaterThan(fromM);
      expect(toSeconds).toBeCloseTo(toM / 1.2, 6);
    }
    const { features } = await reach("&limits=5,10&lines=true&format=geojson");
    const kinds = features.map(({ properties }: { properties: { kind: string } }) => properties.kind);
    expect(kinds.filter((kind: string) => kind === "isochrone")).toHaveLength(2);
    expect(kinds.filter((kind: string) => kind === "street")).toHaveLength(lines.length);
  });

  it("without either, the answer is what it was", async () => {
    const answer = await reach("");
    expect(answer).not.toHaveProperty("shapes");
    expect(answer).not.toHaveProperty("lines");
  });

  it.each(["", "5,5", "5,ten", "0", "5,500", "1,2,3,4,5,6,7,8,9,10,11,12,13"])(
    "refuses the limits “%s”",
    async (limits) => {
      const { status, json } = await service.get(`/reach?${home}&limits=${limits}`);
      expect(status).toBe(400);
      expect(["limits_faulty", "minutes_out_of_range"]).toContain(json.code);
    },
  );
});
