/** Siting in the demo town over both stores: the plan's people are those whom coverage counts once its sites stand. */
import readXlsx from "read-excel-file/node";
import { expect, it } from "vitest";
import { fromWgs84, parseCrs } from "../../server/base/crs.ts";
import { describeService } from "../support/service.ts";

const ASKED = { area: "demo", category: "barber", minutes: 5, sites: 3 };

describeService("siting", { holding: "demo" }, (service) => {
  it("gains whom coverage counts once the sites stand, by community too", async () => {
    const plan = await planned(ASKED);
    expect(plan).toMatchObject({ objective: "cover", unit: "people", status: "optimal", gap: 0, stopped: null });
    expect(plan.value).toBe(plan.people.gained);
    expect(plan.sites.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3]);
    const gained = plan.sites.map((site: { gained: number }) => site.gained);
    expect(gained).toEqual([...gained].sort((a: number, b: number) => b - a));
    expect(gained.reduce((sum: number, own: number) => sum + own)).toBe(plan.people.gained);

    const question = "area=demo&category=barber&minutes=5&by=community";
    const before = (await service.get(`/coverage?${question}`)).json;
    expect(plan.people.coveredBefore).toBe(before.whole.residents.covered);
    const saved = await service.post("/scenarios", { area: "demo", name: "选址", changes: plan.changes });
    expect(saved.status).toBe(201);
    const after = (await service.get(`/coverage?${question}&scenario=${saved.json.id}`)).json;
    expect(plan.people.covered).toBe(after.whole.residents.covered);
    for (const { ref, covered } of plan.communities) {
      const unit = after.units.find((one: { ref: string }) => one.ref === ref);
      expect([ref, covered]).toEqual([ref, unit.residents.covered]);
    }
  });

  it("a site refused is not in the next plan, one pinned is; neither gains more", async () => {
    const plan = await planned(ASKED);
    const [first] = plan.sites;
    const without = await planned({ ...ASKED, forbid: [first.id] });
    expect(without.sites.map(({ id }: { id: string }) => id)).not.toContain(first.id);
    expect(without.value).toBeLessThanOrEqual(plan.value);
    const { replacement } = first;
    const pinned = await planned({ ...ASKED, forbid: [first.id], force: [replacement.id] });
    expect(pinned.sites.map(({ id }: { id: string }) => id)).toContain(replacement.id);
    expect(pinned.value).toBeGreaterThanOrEqual(plan.value - replacement.loss);
  });

  it("keeps spacing to what stands and among new sites", async () => {
    const plan = await planned({ ...ASKED, spacingM: 400 });
    const places = plan.sites.map(({ position }: { position: [number, number] }) => position);
    const facilities = (await service.get("/areas/demo/facilities?category=barber&limit=1000")).json.items;
    expect(plan.candidates.tooNearFacilities).toBeGreaterThan(0);
    places.forEach((own: [number, number], i: number) => {
      for (const other of [
        ...places.slice(i + 1),
        ...facilities.map((f: { position: [number, number] }) => f.position),
      ])
        expect(metres(own, other)).toBeGreaterThanOrEqual(399.99);
    });
  });

  it("keeps a rule of spacing, and refuses one that it cannot measure", async () => {
    const clinics = { ...ASKED, category: "clinic", seconds: 0 };
    const ruled = await planned({ ...clinics, rule: "jinshui-2013-clinic" });
    const spaced = await planned({ ...clinics, spacingM: 500 });
    expect(ruled.sites).toEqual(spaced.sites);
    expect(ruled.candidates.tooNearFacilities).toBeGreaterThan(0);
    expect(await service.post("/siting", { ...clinics, rule: "nanhai-2013-clinic" })).toMatchObject({
      status: 400,
      json: { code: "siting_rule_unmeasured" },
    });
    expect(await service.post("/siting", { ...clinics, rule: "nobody" })).toMatchObject({
      status: 404,
      json: { code: "rule_unknown" },
    });
  });

  it.each([
    [{ objective: "fewest", share: 0.9, sites: undefined }, "sites"],
    [{ objective: "median" }, "person_minutes"],
    [{ objective: "center", seconds: 5 }, "seconds"],
    [{ elderlyWeight: 2, equity: true, seconds: 5 }, "people"],
    [{ sources: ["lattice"], latticeM: 200, mostPerCommunity: 1 }, "people"],
  ])("answers %j", async (some, unit) => {
    const plan = await planned({ ...ASKED, ...some });
    expect(plan.unit).toBe(unit);
    expect(plan.people.covered).toBeGreaterThanOrEqual(plan.people.coveredBefore);
  });

  it("signs shops that are not signed yet, and places of a list", async () => {
    const facilities = (await service.get("/areas/demo/facilities?category=barber&limit=1000")).json.items;
    const signed = [facilities[0].ref];
    const plan = await planned({ ...ASKED, signed, sources: [], sites: 2 });
    expect(plan.sites.length).toBeGreaterThan(0);
    for (const site of plan.sites) expect(site.id).toMatch(/^unsigned:/);
    const listed = [{ id: "A1", position: plan.sites[0].position, name: "空置商铺" }];
    const one = await planned({ ...ASKED, signed, sources: [], listed, force: ["listed:A1"] });
    expect(one.sites.map(({ name }: { name: string }) => name)).toContain("空置商铺");
  });

  it("the same question by GET; its run, its list to sign from", async () => {
    const { status, json } = await service.get("/siting?area=demo&category=barber&minutes=5&sites=3&seconds=0");
    expect(status).toBe(200);
    const run = (await service.get(`/runs/${json.run}`)).json;
    const { run: _, ...answer } = json;
    expect(answer).toMatchObject({ method: "greedy" });
    expect(run).toMatchObject({ kind: "siting", state: "done", area: "demo", problem: null });
    expect(run.answer).toEqual(answer);
    const file = await service.app.inject({ url: `/api/v1/runs/${json.run}/signing-list.xlsx` });
    expect(file.statusCode).toBe(200);
    const [{ data }] = await readXlsx(file.rawPayload);
    expect(data).toHaveLength(1 + json.sites.length);
    expect(data[0]).toContain("联系人");
    expect(data[1]).toContain(json.sites[0].gained);
    const addresses = data.slice(1).map((row) => String(row[data[0].indexOf("地址")]));
    expect(addresses.filter((address) => /号|苑|小区|附近，约 \d+ 米$/.test(address)).length).toBeGreaterThan(0);
    const english = await service.app.inject({ url: `/api/v1/runs/${json.run}/signing-list.xlsx?lang=en` });
    expect((await readXlsx(english.rawPayload))[0].data[0]).toContain("Contact");
  });

  it("tells where sites could be: all that were looked at, the chosen among them, those too near marked", async () => {
    const { json } = await service.post("/siting", { ...ASKED, spacingM: 400, seconds: 0 });
    const { items } = (await service.get(`/runs/${json.run}/candidates`)).json;
    expect(items).toHaveLength(json.candidates.kept);
    expect(items.filter((one: { tooNear: boolean }) => one.tooNear)).toHaveLength(json.candidates.tooNearFacilities);
    for (const { id, position, street, community } of json.sites)
      expect(items).toContainEqual(
        expect.objectContaining({ id, position, street, community, tooNear: false, price: null }),
      );
    expect((await service.get("/runs/nobody/candidates")).status).toBe(404);
  });

  it("says how far a walk counts where walks are what counts, and only there", async () => {
    expect((await planned({ ...ASKED, seconds: 0 })).farthestMinutes).toBeNull();
    const longest = await planned({ ...ASKED, objective: "center", sites: 1, seconds: 0 });
    expect(longest.farthestMinutes).toBe(10);
    expect(longest.value).toBe(600);
  });

  it("takes premises in the system of the map that they were read from", async () => {
    const asked = { ...ASKED, sites: 1, sources: ["corner"], seconds: 0 };
    const [{ id, position }] = (await planned(asked)).sites;
    const crs = parseCrs("gcj02");
    const listed = [{ id: "A1", position: fromWgs84(crs, position), price: 3 }];
    const plan = await planned({ ...asked, sources: [], listed, listedCrs: "gcj02", force: ["listed:A1"] });
    expect(metres(plan.sites[0].position, position)).toBeLessThan(0.5);
    expect(id).toMatch(/^corner@/);
  });

  it("gives whoever must wait a greedy plan at once, and lets them leave the line", async () => {
    const long = { ...ASKED, objective: "center", minutes: 15, sites: 7, waitSeconds: 0 };
    const first = (await service.post("/siting", long)).json;
    const second = (await service.post("/siting", { ...ASKED, sites: 4, objective: "median", waitSeconds: 1 })).json;
    const told = second.run === undefined ? second.answer : second;
    if (second.state === "running" && second.step === "waiting") expect(told.sites).toHaveLength(4);
    for (const id of [second.id ?? second.run, first.id ?? first.run]) {
      const { json } = await service.send({ method: "DELETE", url: `/runs/${id}` });
      expect(["cancelled", "done"]).toContain(json.state);
    }
  });

  it.each([
    [{ sites: undefined }, 400, "siting_value_wrong"],
    [{ category: "palace" }, 400, "category_unknown"],
    [{ area: "nowhere" }, 404, "area_unknown"],
    [{ force: ["corner@1,1"] }, 400, "candidate_unknown"],
    [{ signed: ["nobody"] }, 404, "facility_unknown"],
    [{ budget: 5, sites: 1, onePerCommunity: true }, 409, "siting_infeasible"],
    [{ sites: 0 }, 400, "request_invalid"],
    [{ objective: "most" }, 400, "request_invalid"],
  ])("%j is answered %i %s", async (some, status, code) => {
    const answer = await service.post("/siting", { ...ASKED, ...some });
    const problem = answer.status === 202 ? (await ended(answer.json.id)).problem : answer.json;
    expect([problem.status, problem.code]).toEqual([status, code]);
  });

  it("a run that is cancelled keeps the best so far", async () => {
    const { json } = await service.post("/siting", { ...ASKED, objective: "center", minutes: 15, sites: 7 });
    const id = json.run ?? json.id;
    const cancelled = await service.send({ method: "DELETE", url: `/runs/${id}` });
    expect(["cancelled", "done"]).toContain(cancelled.json.state);
    expect((await service.get(`/runs/${id}`)).json.state).toBe(cancelled.json.state);
  });

  it("no faults", () => {
    expect(service.faults).toEqual([]);
  });

  /** The plan, at once or when its run is over. */
  async function planned(body: object) {
    const { status, json } = await service.post("/siting", body);
    expect([200, 202]).toContain(status);
    return status === 200 ? json : (await ended(json.id)).answer;
  }

  async function ended(id: string) {
    for (;;) {
      const { json } = await service.get(`/runs/${id}`);
      if (json.state !== "running") return json;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});

function metres([lon, lat]: [number, number], [otherLon, otherLat]: [number, number]): number {
  const dx = (otherLon - lon) * 111_320 * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(dx, (otherLat - lat) * 111_050);
}
