/** `circle siting --places`: premises of a table in whatever system their map had, the first row that is wrong named. */
import { describe, expect, it } from "vitest";
import { fromWgs84, parseCrs } from "../../../server/base/crs.ts";
import { readPlaces } from "../../../server/cli/siting/places.ts";
import { tempFiles } from "../../support/temp-file.ts";

const file = tempFiles();

describe("premises of a table", () => {
  it("stand where their system says, with what is known of them", async () => {
    const [lon, lat] = fromWgs84(parseCrs("gcj02"), [113.66, 34.75]);
    const path = await file(
      "铺面.csv",
      `id,lon,lat,name,price,capacity\nA1,${lon},${lat},临街铺,1200.5,300\nB2,${lon},${lat},,,\n`,
    );
    const [first, second] = await readPlaces(path, "gcj02");
    expect(first).toMatchObject({ id: "A1", name: "临街铺", price: 1200.5, capacity: 300 });
    expect(first.position[0]).toBeCloseTo(113.66, 6);
    expect(first.position[1]).toBeCloseTo(34.75, 6);
    expect(second).toMatchObject({ id: "B2", name: null, price: null, capacity: null });
  });

  it.each([
    ["id,lon,lat\n,113.66,34.75\n", { code: "cell_wrong", fields: { row: 2, field: "id" } }],
    [
      "id,lon,lat\nA,113.66,34.75\nA,113.67,34.75\n",
      { code: "row_repeated", fields: { row: 3, first: 2, value: "A" } },
    ],
    ["id,lon,lat\nA,,34.75\n", { code: "cell_wrong", fields: { row: 2, field: "lon" } }],
    ["id,lon,lat\nA,113.66,134.75\n", { code: "cell_wrong", fields: { row: 2, field: "lat" } }],
    ["id,lon,lat,price\nA,113.66,34.75,-1\n", { code: "cell_wrong", fields: { row: 2, field: "price" } }],
    ["id,lon,lat,capacity\nA,113.66,34.75,many\n", { code: "cell_wrong", fields: { row: 2, field: "capacity" } }],
    ["id,lon\nA,113.66\n", { code: "column_missing" }],
  ])("%j is refused", async (text, problem) => {
    await expect(readPlaces(await file("places.csv", text), "wgs84")).rejects.toMatchObject(problem);
  });
});
