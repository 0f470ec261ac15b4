/** Scenarios over the base: nothing changes nothing, what is added comes off again, two people never overwrite each other. */
import { expect, it } from "vitest";
import { describeService, type TestService } from "../support/service.ts";
import type { Answer } from "../support/service-answer.ts";

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
