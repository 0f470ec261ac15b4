/** Search by name: every kind of place is found where it stands, however it is typed. */
import { expect, it } from "vitest";
import { describeService } from "../support/service.ts";

describeService("search", { holding: "demo", onlyRead: true }, (service) => {
  const search = async (q: string, more = "") =>
    (await service.get(`/areas/demo/search?q=${encodeURIComponent(q)}${more}`)).json;

  it("finds a community by its initials, with its place and the subdistrict that it belongs to", async () => {
    const { items: units } = (await service.get("/areas/demo/communities")).json;
    const unit = units.find(({ name }: { name: string }) => name === "南环社区");
    const subdistrict = units.find(({ ref }: { ref: string }) => ref === unit.parent);
    const { items } = await search("nhsq");
    expect(items[0]).toMatchObject({
      kind: "community",
      ref: unit.ref,
      name: "南环社区",
      within: subdistrict.name,
      bbox: unit.bbox,
    });
    expect((await search("nanhuanshequ")).items[0].ref).toBe(unit.ref);
  });

  it("finds residences and facilities where they stand, and streets by their stretch", async () => {
    const { items: homes } = (await service.get("/areas/demo/residences?limit=1000")).json;
    const home = homes.find(({ name }: { name: string | null }) => name !== null);
    const residence = (await search(home.name, "&limit=50")).items.find(({ ref }: { ref: string }) => ref === home.ref);
    expect(residence).toMatchObject({ kind: "residence", name: home.name, position: home.position, bbox: null });
    const { items: places } = (await service.get("/areas/demo/facilities?category=hospital")).json;
    const found = (await search(places[0].name, "&limit=50")).items.find(
      ({ ref }: { ref: string }) => ref === places[0].ref,
    );
    expect(found).toMatchObject({ kind: "facility", category: "hospital", position: places[0].position });
    const [street] = (await search("北环路")).items;
    const [west, south, east, north] = street.bbox;
    expect(street).toMatchObject({ kind: "street", ref: null, name: "北环路" });
    expect(east - west).toBeGreaterThan(north - south);
    expect(
      (await service.get(`/reach?area=demo&lon=${street.position[0]}&lat=${street.position[1]}`)).json.snapped,
    ).toMatchObject({ street: "北环路", offsetM: 0 });
  });

  it("lists no more than asked for and tells how many there are; refuses what is too long", async () => {
    const few = await search("s", "&limit=3");
    expect(few.items).toHaveLength(3);
    expect(few.total).toBeGreaterThan(3);
    expect(await search("…")).toEqual({ items: [], total: 0 });
    expect((await service.get(`/areas/demo/search?q=${"a".repeat(61)}`)).status).toBe(400);
    expect((await service.get("/areas/nowhere/search?q=a")).status).toBe(404);
  });
});
