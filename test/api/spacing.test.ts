/** Spacing over both stores: pairs, clusters, verdicts, zones, batches, and the same from the command line's answers. */
import Geodesic from "geographiclib-geodesic";
import { expect, it } from "vitest";
import { describeService } from "../support/service.ts";

interface Facility {
  readonly ref: string;
  readonly category: string;
  readonly position: readonly [number, number];
  readonly openedOn: string | null;
}
interface Pair {
  readonly rule: string;
  readonly a: Facility;
  readonly b: Facility;
  readonly distanceM: number;
  readonly leastM: number;
  readonly shortfallM: number;
  readonly binding: { readonly verdict: string };
}
const DATE = "date=2024-12-31";
const metres = (a: readonly number[], b: readonly number[]) =>
  Geodesic.Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]).s12!;

interface Checked {
  readonly near: readonly { readonly distanceM: number }[];
}

describeService("spacing", { holding: "demo", onlyRead: true }, (service) => {
  const clinics = async (): Promise<Facility[]> =>
    (await service.get("/areas/demo/facilities?category=clinic&limit=1000")).json.items;
  const pairsOf = async (query: string): Promise<Pair[]> => {
    const items: Pair[] = [];
    for (let cursor = ""; ; ) {
      const { json } = await service.get(`/spacing?area=demo&${query}&limit=100${cursor}`);
      items.push(...json.items);
      if (json.next === null) {
        expect(json.total).toBe(items.length);
        return items;
      }
      cursor = `&cursor=${json.next}`;
    }
  };

  it("lists every pair of clinics nearer than 500 m, the largest shortfall first", async () => {
    const list = await clinics();
    const expected = list
      .flatMap((a, i) => list.slice(i + 1).map((b) => metres(a.position, b.position)))
      .filter((distance) => distance < 500)
      .sort((a, b) => a - b);
    const pairs = await pairsOf(`${DATE}&rule=jinshui-2013-clinic`);
    expect(pairs.length).toBeGreaterThan(20);
    expect(pairs.map(({ distanceM }) => distanceM.toFixed(4))).toEqual(expected.map((each) => each.toFixed(4)));
    for (const { shortfallM, leastM, distanceM } of pairs) expect(shortfallM).toBeCloseTo(leastM - distanceM, 9);
  });

  it("says whom the rule binds by the opening day of the later one", async () => {
    const pairs = await pairsOf(`${DATE}&rule=jinshui-2013-clinic`);
    for (const { a, b, binding } of pairs) {
      const days = [a.openedOn, b.openedOn].filter((day) => day !== null).sort();
      const later = days.at(-1);
      if (later !== undefined && later >= "2013-09-25") expect(binding.verdict).toBe("binds");
      else expect(binding.verdict).toBe(days.length === 2 ? "does_not_bind" : "unknown");
    }
    const kinds = new Set(pairs.map(({ binding }) => binding.verdict));
    expect([...kinds].sort()).toEqual(["binds", "does_not_bind", "unknown"]);
    const { json } = await service.get(`/spacing?area=demo&${DATE}&rule=jinshui-2013-clinic`);
    const { binding, pairs: count } = json.rules[0];
    expect(binding.binds + binding.does_not_bind + binding.unknown).toBe(count);
  });

  it("asks the default rules together, and answers an earlier day by the register of that day", async () => {
    const now = (await service.get(`/spacing?area=demo&${DATE}`)).json;
    expect(now.rules.map(({ id }: { id: string }) => id)).toEqual(["jinshui-2013-clinic", "jinshui-2013-outpatient"]);
    expect(now.total).toBe(now.rules.reduce((sum: number, { pairs }: { pairs: number }) => sum + pairs, 0));
    const shortfalls = now.items.map(({ shortfallM }: Pair) => shortfallM);
    expect(shortfalls).toEqual([...shortfalls].sort((a, b) => b - a));
    const then = (await service.get("/spacing?area=demo&date=2014-01-01")).json;
    expect(then.total).toBeLessThan(now.total);
    expect(then.rules[0].notStanding).toBeGreaterThan(0);
    const before = (await service.get("/spacing?area=demo&date=2013-09-24")).json;
    expect(before.rules.map(({ inForce, pairs }: never) => [inForce, pairs])).toEqual([
      [false, 0],
      [false, 0],
    ]);
    const first = (await service.get("/spacing?area=demo&date=2013-09-25")).json;
    expect(first.rules.every(({ inForce }: { inForce: boolean }) => inForce)).toBe(true);
  });

  it("gathers clusters whose moves leave no pair behind", async () => {
    const rule = "rule=jinshui-2013-clinic";
    const { items, total } = (await service.get(`/spacing/clusters?area=demo&${DATE}&${rule}`)).json;
    expect(items).toHaveLength(total);
    const pairs = await pairsOf(`${DATE}&${rule}`);
    const moved = new Set(items.flatMap(({ move }: { move: string[] }) => move));
    expect(pairs.filter(({ a, b }) => !moved.has(a.ref) && !moved.has(b.ref))).toEqual([]);
    expect(items.reduce((sum: number, cluster: { pairs: number }) => sum + cluster.pairs, 0)).toBe(pairs.length);
    for (const { leastMoves, mostMoves, move } of items) {
      expect(leastMoves).toBe(mostMoves);
      expect(move).toHaveLength(mostMoves);
    }
  });

  /** Pre-checks of the first hundred homes for a clinic. */
  async function homesChecked(): Promise<{ verdict: string; place: { position: number[] }; rules: Checked[] }[]> {
    const { items } = (await service.get("/areas/demo/residences?limit=100")).json;
    return Promise.all(
      items.map(async ({ position: [lon, lat] }: { position: [number, number] }) => {
        const url = `/spacing/check?area=demo&category=clinic&${DATE}&lon=${lon}&lat=${lat}`;
        return (await service.get(url)).json;
      }),
    );
  }

  it("pre-checks a place: fails beside a clinic, passes where nobody is near, asks for a survey at the limit, knows nothing abroad", async () => {
    const [clinic] = await clinics();
    const ask = async (lon: number, lat: number, more = "") =>
      (await service.get(`/spacing/check?area=demo&category=clinic&${DATE}&lon=${lon}&lat=${lat}${more}`)).json;
    const beside = await ask(clinic.position[0] + 0.0005, clinic.position[1]);
    expect(beside.verdict).toBe("fail");
    expect(beside.rules[0].near[0].facility.ref).toBe(clinic.ref);
    expect(beside.rules[0].near[0].distanceM).toBeCloseTo(
      metres(clinic.position, [clinic.position[0] + 0.0005, clinic.position[1]]),
      4,
    );
    const far = await ask(clinic.position[0] + 1, clinic.position[1]);
    expect([far.verdict, far.warnings]).toEqual(["unknown", ["far_from_streets", "outside_area"]]);
    expect(far.rules[0].near).toHaveLength(3);
    const passing = (await homesChecked()).filter(({ verdict }) => verdict === "pass");
    expect(passing.length).toBeGreaterThan(0);
    for (const { rules } of passing) for (const { distanceM } of rules[0].near) expect(distanceM).toBeGreaterThan(500);
    const unsure = await ask(clinic.position[0] + 0.0005, clinic.position[1], "&accuracy=1000");
    expect(unsure.verdict).toBe("survey_needed");
    const none = (await service.get(`/spacing/check?area=demo&category=barber&${DATE}&lon=1&lat=1`)).json;
    expect(none.verdict).toBe("not_applicable");
  });

  it("gives the same place in GCJ-02 the same verdict, and the same question the same hash", async () => {
    const { items } = (await service.get("/areas/demo/facilities?category=clinic&limit=20")).json;
    for (const { position, original } of items) {
      expect(original.crs).toBe("gcj02");
      const ask = async (lon: number, lat: number, crs: string, accuracy: number) =>
        (
          await service.get(
            `/spacing/check?area=demo&category=clinic&${DATE}&lon=${lon}&lat=${lat}&crs=${crs}&accuracy=${accuracy}`,
          )
        ).json;
      const shifted = await ask(original.x, original.y, "gcj02", 4.5);
      const straight = await ask(position[0], position[1], "wgs84", 5);
      const told = ({ rules, verdict }: typeof shifted) => [
        verdict,
        rules[0].near.map((near: { facility: Facility; distanceM: number; verdict: string }) => [
          near.facility.ref,
          near.distanceM.toFixed(3),
          near.verdict,
        ]),
      ];
      expect(told(shifted)).toEqual(told(straight));
      const again = await ask(position[0], position[1], "wgs84", 5);
      expect(again.hash).toMatch(/^[0-9a-f]{64}$/);
      expect([again.hash, again.number]).toEqual([straight.hash, straight.number]);
      expect(shifted.hash).not.toBe(straight.hash);
    }
  });

  it("lets a facility move without standing in its own way", async () => {
    const [clinic] = await clinics();
    const [lon, lat] = clinic.position;
    const path = `/spacing/check?area=demo&category=clinic&${DATE}&lon=${lon}&lat=${lat}&except=${clinic.ref}`;
    const { rules } = (await service.get(path)).json;
    expect(rules[0].near.map(({ facility }: { facility: Facility }) => facility.ref)).not.toContain(clinic.ref);
  });

  it("draws where one may open, as the pre-check decides it", async () => {
    const zone = (await service.get(`/spacing/zone?area=demo&category=clinic&${DATE}`)).json;
    expect(zone.discs.length).toBe((await clinics()).length);
    const box = (await service.get("/areas")).json.items[0].bbox;
    let seen = 0;
    for (let i = 0; i < 60; i++) {
      const lon = box[0] + ((box[2] - box[0]) * ((i * 37) % 60)) / 60;
      const lat = box[1] + ((box[3] - box[1]) * i) / 60;
      const nearest = Math.min(...zone.discs.map((disc: Facility) => metres(disc.position, [lon, lat])));
      if (!inside(zone.forbidden, lon, lat) && !inside(zone.permitted, lon, lat)) continue;
      if (nearest < 500) expect(inside(zone.permitted, lon, lat)).toBe(false);
      if (nearest > 500.5) expect(inside(zone.forbidden, lon, lat)).toBe(false);
      seen++;
    }
    expect(seen).toBeGreaterThan(20);
  });

  it("draws and counts a rule of walking distance along the streets, as the pre-check walks them", async () => {
    const walked = "rule=nanhai-2013-clinic&date=2024-12-31";
    const zone = (await service.get(`/spacing/zone?area=demo&category=clinic&${walked}`)).json;
    expect([zone.walked, zone.notDrawn, zone.discs]).toEqual([["nanhai-2013-clinic"], [], []]);
    const list = await clinics();
    // Whoever is farther than 300 m in a straight line is so on foot.
    for (const [ring] of zone.forbidden.coordinates)
      for (const corner of ring.slice(0, 40))
        expect(Math.min(...list.map(({ position }) => metres(position, corner)))).toBeLessThan(300);
    for (const { position } of list) expect(inside(zone.permitted, position[0], position[1])).toBe(false);
    const serving = (await service.get(`/spacing/serving?area=demo&category=clinic&${walked}&minutes=5`)).json;
    expect(serving.places.length).toBeGreaterThan(0);
    for (const { position } of serving.places.slice(0, 8)) {
      const at = `lon=${position[0]}&lat=${position[1]}&accuracy=0`;
      const { rules } = (await service.get(`/spacing/check?area=demo&category=clinic&${walked}&${at}`)).json;
      for (const { distanceM } of rules[0].near) expect(distanceM ?? Infinity).toBeGreaterThan(299.99);
    }
  });

  it("finds places that are permitted and of use, and the gaps that none can fill", async () => {
    const question = `area=demo&category=clinic&${DATE}&minutes=5`;
    const serving = (await service.get(`/spacing/serving?${question}`)).json;
    const { whole } = (await service.get("/coverage?area=demo&category=clinic&minutes=5&by=area")).json;
    expect(serving.uncovered.residents).toBe(whole.residents.uncovered);
    expect(serving.places.length).toBeGreaterThan(0);
    for (const { position, residents } of serving.places) {
      expect(residents).toBeGreaterThan(0);
      const path = `/spacing/check?area=demo&category=clinic&${DATE}&lon=${position[0]}&lat=${position[1]}&accuracy=0`;
      const { rules } = (await service.get(path)).json;
      expect(rules[0].near.every(({ marginM }: { marginM: number }) => marginM >= 0)).toBe(true);
    }
    const [best] = serving.places;
    const change = { kind: "add_facility", ref: "new", category: "clinic", position: best.position };
    const asked = { area: "demo", changes: [change], category: "clinic", minutes: 5 };
    const effect = (await service.post("/coverage/effect", asked)).json;
    expect(effect.whole.residents.gained).toBe(best.residents);
    expect(serving.gaps.length).toBeGreaterThan(0);
    const people = serving.gaps.map(({ unserved }: { unserved: { residents: number } }) => unserved.residents);
    expect(people).toEqual([...people].sort((a, b) => b - a));
    expect(people.reduce((sum: number, each: number) => sum + each, 0)).toBe(serving.unserved.residents);
  });

  it("decides a batch in the order in which it came: an approval counts for those after it", async () => {
    const { permitted } = (await service.get(`/spacing/zone?area=demo&category=clinic&${DATE}`)).json;
    const { places } = (await service.get(`/spacing/serving?area=demo&category=clinic&${DATE}&minutes=5`)).json;
    expect(permitted.coordinates.length).toBeGreaterThan(0);
    const [lon, lat] = places[0].position;
    const rows = [
      `A,诊所,${lon},${lat},0`,
      `B,诊所,${lon + 0.001},${lat},0`,
      `C,理发店,${lon},${lat},0`,
      `D,外星站,1,1,0`,
    ];
    const send = async (list: readonly string[]) => {
      const csv = ["编号,类别,经度,纬度,定位精度", ...list].join("\n");
      return (await service.post("/spacing/batch", { area: "demo", date: "2024-12-31", crs: "wgs84", csv })).json;
    };
    const { items, refused } = await send(rows);
    const verdicts = items.map(({ ref, check }: never) => [ref, (check as { verdict: string }).verdict]);
    // Distances to clinics converted from GCJ-02 are half a metre unsure at the least.
    expect(["pass", "survey_needed"]).toContain(verdicts[0][1]);
    if (verdicts[0][1] === "pass") expect(verdicts[1]).toEqual(["B", "fail"]);
    expect(verdicts[2]).toEqual(["C", "not_applicable"]);
    expect(refused).toMatchObject([{ row: 5, reason: "category_unknown", value: "外星站" }]);
    const free = (await homesChecked()).find(({ verdict }) => verdict === "pass")!;
    const [x, y] = free.place.position;
    const far = [`A,诊所,${x},${y},0`, `B,诊所,${x + 1e-5},${y},0`];
    const first = (await send(far)).items.map(({ check }: { check: { verdict: string } }) => check.verdict);
    const turned = (await send(far.toReversed())).items;
    expect(first).toEqual(["pass", "fail"]);
    expect(turned.map(({ ref }: { ref: string }) => ref)).toEqual(["B", "A"]);
    expect(turned[1].check.rules[0].near[0]).toMatchObject({ approvedBefore: true, facility: { ref: "B" } });
  });

  it("answers history by name, on its days", async () => {
    const ask = async (rule: string, date: string) =>
      (await service.get(`/spacing?area=demo&rule=${rule}&date=${date}`)).json.rules[0];
    expect(await ask("shanghai-pharmacy", "2021-02-27")).toMatchObject({ inForce: false, pairs: 0 });
    expect((await ask("shanghai-pharmacy", "2021-02-26")).pairs).toBeGreaterThan(0);
    const walked = (await service.get("/spacing?area=demo&rule=nanhai-2013-clinic&date=2024-12-31&limit=5")).json;
    expect(walked.total).toBeGreaterThan(0);
    for (const { distanceM, a, b } of walked.items)
      expect(distanceM).toBeGreaterThanOrEqual(metres(a.position, b.position) - 0.01);
  });

  it.each([
    ["/spacing?area=demo&rule=nobody", 404, "rule_unknown"],
    ["/spacing?area=demo&date=2013-02-30", 400, "day_unreadable"],
    ["/spacing?area=demo&date=25.9.2013", 400, "day_unreadable"],
    ["/spacing?area=nowhere", 404, "area_unknown"],
    ["/spacing/check?area=demo&category=clinic&lon=1", 400, "request_invalid"],
    ["/spacing/check?area=demo&category=clinic&lon=200&lat=1", 400, "place_outside_crs"],
    ["/spacing/check?area=demo&category=clinic&lon=1&lat=1&crs=mars", 400, "crs_unknown"],
    ["/spacing/check?area=demo&category=clinik&lon=1&lat=1", 400, "category_unknown"],
    ["/spacing/check?area=demo&category=pharmacy&rule=jinshui-2013-clinic&lon=1&lat=1", 400, "rule_not_for_category"],
    ["/spacing/check?area=demo&category=clinic&lon=1&lat=1&except=nobody", 404, "facility_unknown"],
  ])("%s is answered %d %s", async (path, status, code) => {
    const answer = await service.get(path);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it("writes the list and the verdict as workbooks", async () => {
    for (const path of [
      `/spacing/export?area=demo&${DATE}`,
      `/spacing/check/export?area=demo&category=clinic&${DATE}&lon=113.7&lat=34.7&lang=en`,
    ]) {
      const answer = await service.app.inject({ url: `/api/v1${path}` });
      expect(answer.statusCode).toBe(200);
      expect(answer.rawPayload.subarray(0, 2).toString()).toBe("PK");
    }
  });
});

function inside({ coordinates }: { coordinates: number[][][][] }, lon: number, lat: number): boolean {
  const holds = (ring: number[][]) => {
    let odd = false;
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1];
      const [bx, by] = ring[i];
      if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) odd = !odd;
    }
    return odd;
  };
  return coordinates.some(([outer, ...holes]) => holds(outer) && !holes.some(holds));
}
