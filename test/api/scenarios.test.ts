/** Scenarios over the base: nothing changes nothing, what is added comes off again, two people never overwrite each other. */
import { expect, it } from "vitest";
import { describeService, type TestService } from "../support/service.ts";
import type { Answer } from "../support/service-answer.ts";
import { at, csv, pharmacy, townOsm } from "../support/small-town.ts";
import { ended, send } from "../support/upload.ts";

const QUESTION = "area=demo&category=pharmacy&minutes=5";
const EVERY_ANSWER = [
  `/coverage?${QUESTION}&by=community`,
  `/coverage?${QUESTION}&by=subdistrict&profile=elderly`,
  `/coverage/cells?${QUESTION}`,
  `/coverage/gaps?${QUESTION}&limit=1000`,
];

interface Tallied {
  readonly whole: Record<"residences" | "residents", { readonly covered: number; readonly total: number }>;
}

describeService("scenarios", { holding: "demo" }, (service) => {
  it("one of nothing gives the base's answers, byte for byte but for its pin", async () => {
    const { id } = await made(service, []);
    for (const address of EVERY_ANSWER) {
      const base = await service.get(address);
      const over = await service.get(`${address}&scenario=${id}`);
      expect(over.status).toBe(200);
      const { scenario, ...pins } = over.json.pins ?? {};
      if (over.json.pins !== undefined) expect(scenario).toEqual({ id, revision: 1, staleChanges: 0 });
      const bare = over.json.pins === undefined ? over.json : { ...over.json, pins };
      expect(JSON.stringify(bare)).toBe(JSON.stringify(base.json));
    }
  });

  it("is changed by who read its last revision, and by nobody else", async () => {
    const { id } = await made(service, []);
    const bodies = Array.from({ length: 8 }, (_, i) => ({ name: `稿 ${i}`, changes: [], revision: 1 }));
    const answers = await Promise.all(bodies.map((body) => put(service, id, body)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    for (const lost of answers.filter(({ status }) => status !== 200)) {
      expect(lost.status).toBe(409);
      expect(lost.json.code).toBe("scenario_changed_meanwhile");
    }
    const now = (await service.get(`/scenarios/${id}`)).json;
    expect([now.revision, now.name]).toEqual([2, won[0].json.name]);
    expect((await service.send({ method: "DELETE", url: `/scenarios/${id}?revision=1` })).status).toBe(409);
    expect((await service.send({ method: "DELETE", url: `/scenarios/${id}?revision=2` })).status).toBe(204);
    const gone = await service.get(`/coverage?${QUESTION}&scenario=${id}`);
    expect([gone.status, gone.json.code]).toEqual([404, "scenario_unknown"]);
  });

  it("adding covers more, and taking it back gives the answers of before", async () => {
    const before: Tallied = (await service.get(EVERY_ANSWER[0])).json;
    const { position } = (await service.get(`/coverage/gaps?${QUESTION}&limit=1`)).json.items[0].residence;
    const added = { kind: "add_facility", ref: "NEW-1", category: "pharmacy", position };
    const { id, touched } = await made(service, [added]);
    expect(touched).toEqual({ categories: ["pharmacy"], streets: false });
    const over: Tallied = (await service.get(`${EVERY_ANSWER[0]}&scenario=${id}`)).json;
    expect(over.whole.residents.covered).toBeGreaterThan(before.whole.residents.covered);
    expect(over.whole.residents.total).toBe(before.whole.residents.total);
    expect((await put(service, id, { name: "空", changes: [], revision: 1 })).status).toBe(200);
    const after = (await service.get(`${EVERY_ANSWER[0]}&scenario=${id}`)).json;
    expect(after.pins.scenario).toEqual({ id, revision: 2, staleChanges: 0 });
    expect(after.whole).toEqual(before.whole);
    expect((await service.get(EVERY_ANSWER[0])).json.whole).toEqual(before.whole);
  });

  it("fifty at once are all kept, and listed page by page", async () => {
    const names = Array.from({ length: 50 }, (_, i) => `方案 ${i}`);
    const answers = await Promise.all(
      names.map((name) => service.post("/scenarios", { area: "demo", name, changes: [] })),
    );
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 201));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(50);
    const listed: string[] = [];
    let cursor = "";
    do {
      const page = (await service.get(`/scenarios?area=demo&limit=7${cursor}`)).json;
      listed.push(...page.items.map(({ name }: { name: string }) => name));
      cursor = page.next === null ? "" : `&cursor=${page.next}`;
    } while (cursor !== "");
    expect(listed.filter((name) => names.includes(name)).sort()).toEqual([...names].sort());
  });

  it("the effect of a saved scenario is that of its changes, and its figures are those of coverage", async () => {
    const { items } = (await service.get("/areas/demo/facilities?category=pharmacy&limit=1")).json;
    const { position } = (await service.get(`/coverage/gaps?${QUESTION}&limit=1`)).json.items[0].residence;
    const changes = [{ kind: "move_facility", ref: items[0].ref, position }];
    const { id } = await made(service, changes);
    const [area, category, minutes] = ["demo", "pharmacy", 5];
    for (const by of ["community", "subdistrict", "cell", "residence"]) {
      const saved = (await service.get(`/scenarios/${id}/effect?category=${category}&minutes=${minutes}&by=${by}`))
        .json;
      const tried = (await service.post("/coverage/effect", { area, changes, category, minutes, by })).json;
      const { pins, ...figures } = saved;
      expect(pins.scenario).toEqual({ id, revision: 1, staleChanges: 0 });
      expect({ ...tried, pins: null }).toEqual({ ...figures, pins: null });
      if (by === "cell") {
        const before = (await service.get(EVERY_ANSWER[2])).json.items;
        const after = (await service.get(`${EVERY_ANSWER[2]}&scenario=${id}`)).json.items;
        const told = new Map(saved.cells.map((cell: { h3: string }) => [cell.h3, cell]));
        expect(told.size).toBeGreaterThan(0);
        for (const [i, { h3, covered, uncovered, unknown, meanSeconds }] of before.entries()) {
          const was = { covered, uncovered, unknown, meanSeconds };
          const now = after[i];
          const is = {
            covered: now.covered,
            uncovered: now.uncovered,
            unknown: now.unknown,
            meanSeconds: now.meanSeconds,
          };
          if (told.has(h3)) expect(told.get(h3)).toMatchObject({ before: was, after: is });
          else expect(is).toEqual(was);
        }
      }
      if (by !== "community") continue;
      const base = (await service.get(EVERY_ANSWER[0])).json;
      const over = (await service.get(`${EVERY_ANSWER[0]}&scenario=${id}`)).json;
      expect(saved.whole.residents.gained).toBeGreaterThan(0);
      for (const [i, unit] of saved.units.entries()) {
        for (const measure of ["residences", "households", "residents"]) {
          expect(unit[measure].before).toEqual(base.units[i][measure]);
          expect(unit[measure].after).toEqual(over.units[i][measure]);
        }
        expect([unit.meanSecondsBefore, unit.meanSecondsAfter]).toEqual([
          base.units[i].meanSeconds,
          over.units[i].meanSeconds,
        ]);
      }
      const sum = saved.units.reduce((all: number, unit: typeof saved.whole) => all + unit.residents.gained, 0);
      expect(sum).toBe(saved.whole.residents.gained);
    }
  });

  it("residences that notice something come page by page, none lost or repeated", async () => {
    const { items } = (await service.get("/areas/demo/facilities?category=pharmacy&limit=2")).json;
    const changes = items.map(({ ref }: { ref: string }) => ({ kind: "close_facility", ref }));
    const { id } = await made(service, changes);
    const asked = `/scenarios/${id}/effect?category=pharmacy&minutes=5&by=residence`;
    const whole = (await service.get(`${asked}&limit=1000`)).json.residences;
    const step = Math.ceil(whole.total / 3);
    const paged: unknown[] = [];
    for (let cursor = ""; ; ) {
      const { residences } = (await service.get(`${asked}&limit=${step}${cursor}`)).json;
      paged.push(...residences.items);
      if (residences.next === null) break;
      cursor = `&cursor=${residences.next}`;
    }
    expect(paged).toEqual(whole.items);
    expect(whole.items).toHaveLength(whole.total);
    for (const { from, to, before, after } of whole.items) {
      expect([from, to]).not.toEqual(["uncovered", "covered"]);
      expect(before.facility.ref).not.toBe(after?.facility.ref);
    }
  });

  it("tiles of a scenario carry its revision, and are gone with it", async () => {
    const { id } = await made(service, []);
    const tile = (revision: string) => `/tiles/facilities/12/3341/1627.mvt?area=demo&v=1&scenario=${id}${revision}`;
    expect((await service.get(tile("&revision=1"))).status).toBe(200);
    expect((await service.get(tile(""))).status).toBe(400);
    await put(service, id, { name: "改", changes: [], revision: 1 });
    const old = await service.get(tile("&revision=1"));
    expect([old.status, old.json.code]).toEqual([410, "revision_gone"]);
    expect((await service.get(tile("&revision=2"))).status).toBe(200);
  });

  it("made on one release and opened on the next, it tells what does not apply any more and keeps the rest", async () => {
    const importTown = async (facilities: string, files: Record<string, readonly [string, string]> = {}) => {
      const fields = { name: "小镇", facilitiesCrs: "wgs84" };
      const { json } = await send(service, "town", {
        fields,
        files: { ...files, facilities: ["药店.csv", facilities] },
      });
      expect((await ended(service, json.id)).state).toBe("done");
    };
    await importTown(csv([pharmacy("P1", 0, 0), pharmacy("P2", 1, 1), pharmacy("P3", 2, 2)]), {
      osm: ["小镇.osm", townOsm()],
    });
    const changes = [
      { kind: "close_facility", ref: "P1" },
      { kind: "move_facility", ref: "P2", position: at(3, 3) },
      { kind: "add_facility", ref: "P9", category: "pharmacy", position: at(1, 2) },
      { kind: "close_street", edge: 0 },
    ];
    const { status, json } = await service.post("/scenarios", { area: "town", name: "试", changes });
    expect([status, json.release, json.stale]).toEqual([201, 1, []]);
    await importTown(csv([pharmacy("P2", 1, 1), pharmacy("P9", 2, 2)]));
    const told = (await service.get(`/scenarios/${json.id}`)).json;
    expect(told).toMatchObject({ release: 1, currentRelease: 2, changes });
    const reasons = told.stale.map(({ index, problem }: { index: number; problem: { code: string } }) => [
      index,
      problem.code,
    ]);
    expect(reasons).toEqual([
      [0, "facility_not_there"],
      [2, "facility_already_there"],
    ]);
    const coverage = await service.get(`/coverage?area=town&category=pharmacy&scenario=${json.id}`);
    expect(coverage.json.pins.scenario).toEqual({ id: json.id, revision: 1, staleChanges: 2 });
    const effect = await service.get(`/scenarios/${json.id}/effect?category=pharmacy&by=area`);
    expect(effect.json.stale).toEqual(told.stale);
    const again = await put(service, json.id, { name: "试", changes, revision: 1 });
    expect([again.status, again.json.code]).toEqual([400, "facility_not_there"]);
    const mended = await put(service, json.id, { name: "试", changes: [changes[1], changes[3]], revision: 1 });
    expect([mended.status, mended.json.release, mended.json.stale]).toEqual([200, 2, []]);
  });

  it("one of another area is told as such", async () => {
    const { id } = await made(service, []);
    const { desk } = service;
    await expect(desk.open("elsewhere", id)).rejects.toMatchObject({ code: "scenario_of_other_area" });
  });

  it.each([
    ["a facility that is not there", [{ kind: "close_facility", ref: "nobody" }], 400, "facility_not_there"],
    ["a kind that there is none of", [{ kind: "explode" }], 400, "change_faulty"],
    ["a place off the globe", [addAt([200, 10])], 400, "position_off_globe"],
    ["a category of no catalogue", [{ ...addAt([113.6, 34.7]), category: "moon" }], 400, "category_not_in_catalogue"],
    ["an edge that is not there", [{ kind: "close_street", edge: 10_000_000 }], 400, "street_not_there"],
    ["a street where there is none", [{ kind: "close_street", at: [0, 0] }], 400, "street_not_there"],
    ["a gate where there is none", [{ kind: "open_gate", at: [0, 0] }], 400, "gate_not_there"],
    ["one facility twice", [addAt([113.6, 34.7]), addAt([113.6, 34.7])], 400, "change_contradicts"],
    ["more than anybody plans", Array(501).fill({ kind: "close_facility", ref: "x" }), 400, "changes_too_many"],
    ["no list", { kind: "close_facility" }, 400, "changes_not_a_list"],
  ])("refuses %s", async (_, changes, status, code) => {
    const answer = await service.post("/scenarios", { area: "demo", name: "错", changes });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.detail).toMatch(/\p{Script=Han}/u);
  });
});

function addAt(position: readonly [number, number]) {
  return { kind: "add_facility", ref: "A", category: "pharmacy", position };
}

async function made(service: TestService, changes: unknown): Promise<Answer["json"]> {
  const { status, json } = await service.post("/scenarios", { area: "demo", name: "试", changes });
  if (status !== 201) throw new Error(JSON.stringify(json));
  return json;
}

function put(service: TestService, id: number, body: unknown): Promise<Answer> {
  return service.send({
    method: "PUT",
    url: `/scenarios/${id}`,
    payload: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
}
