/** Analyses that stay: followed to their end, the same bytes for the same pins, compared, cancelled, deleted. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import { CoverageRuns } from "../../server/runs/coverage-runs.ts";
import { describeService, type TestService } from "../support/service.ts";

const ASKED = { area: "demo", categories: ["pharmacy", "clinic"], profiles: ["elderly", "adult"], minutes: [15, 5] };

async function startedRun(service: TestService, body: object): Promise<string> {
  const { status, json, headers } = await service.post("/runs", body);
  expect([status, headers.location]).toEqual([202, `/api/v1/runs/${json.id}`]);
  return json.id;
}

async function endedRun(service: TestService, id: string) {
  await service.coverageRuns.ended(id);
  return (await service.get(`/runs/${id}`)).json;
}

async function doneRun(service: TestService, body: object): Promise<string> {
  const id = await startedRun(service, body);
  expect(await endedRun(service, id)).toMatchObject({ state: "done", progress: 1, problem: null });
  return id;
}

describeService("runs of coverage", { holding: "demo" }, (service) => {
  it("is followed to its end, with its question in order and its pins", async () => {
    const id = await startedRun(service, ASKED);
    const run = await endedRun(service, id);
    expect(run).toMatchObject({
      id,
      kind: "coverage",
      area: "demo",
      release: 1,
      state: "done",
      question: {
        categories: ["clinic", "pharmacy"],
        profiles: ["adult", "elderly"],
        minutes: [5, 15],
        at: null,
        scenario: null,
      },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(Date.parse(run.endedAt)).toBeGreaterThanOrEqual(Date.parse(run.createdAt));
  });

  it("holds the very figures of /coverage, and in SQL the very walks", async () => {
    const id = await doneRun(service, ASKED);
    const { json } = await service.get(`/runs/${id}/result`);
    expect(json.coverage).toHaveLength(8);
    for (const { profile, category, minutes, whole, communities, subdistricts } of json.coverage) {
      const now = async (by: string) =>
        (await service.get(`/coverage?area=demo&category=${category}&profile=${profile}&minutes=${minutes}&by=${by}`))
          .json;
      const { pins, ...answer } = await now("community");
      expect(whole).toEqual(answer.whole);
      expect(communities).toEqual(answer.units);
      expect(subdistricts).toEqual((await now("subdistrict")).units);
      expect(json.pins[profile]).toEqual(pins);
    }
    const { rows } = await sql<{ covered: number; people: number }>`
      select count(*)::int as covered, sum(residents)::int as people from analysis_run_residence
      where run_id = ${id} and profile = 'adult' and category = 'pharmacy' and total_mm <= ${15 * 60 * 1200}`.execute(
      service.store.db,
    );
    const { whole } = json.coverage.find(
      (c: (typeof json.coverage)[number]) => c.profile === "adult" && c.category === "pharmacy" && c.minutes === 15,
    );
    expect(rows).toEqual([{ covered: whole.residences.covered, people: whole.residents.covered }]);
    const lengths = async (view: "analysis_run_residence" | "analysis_run_length") =>
      (
        await sql`select profile, category, at, total_mm from ${sql.ref(view)} where run_id = ${id}
          order by profile, category, at`.execute(service.store.db)
      ).rows;
    expect(await lengths("analysis_run_length")).toEqual(await lengths("analysis_run_residence"));
  });

  it("gives the same bytes for the same pins, asked in another order or again", async () => {
    const id = await doneRun(service, ASKED);
    const other = await doneRun(service, {
      ...ASKED,
      categories: ["clinic", "pharmacy"],
      profiles: ["adult", "elderly"],
      minutes: [5, 15],
    });
    const { status, json } = await service.post(`/runs/${id}/again`, {});
    expect(status).toBe(202);
    await service.coverageRuns.ended(json.id);
    const texts = await Promise.all(
      [id, other, json.id].map(async (run) => (await service.get(`/runs/${run}/result`)).text),
    );
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
    const { sha256 } = (await service.get(`/runs/${id}`)).json;
    expect((await service.get(`/runs/${id}/result`, { "if-none-match": `"${sha256}"` })).status).toBe(304);
  });

  it("asks of an hour, and the fewer that are open then only lose cover", async () => {
    const [id, night] = [await doneRun(service, ASKED), await doneRun(service, { ...ASKED, at: "We 22:00" })];
    const { json } = await service.get(`/runs/${id}/compare?to=${night}&category=pharmacy&minutes=15&limit=1000`);
    expect(json.after.question.at).toBe("We 22:00");
    expect(json.whole.gained.residences).toBe(0);
    expect(json.whole.lost.residences + json.whole.becameUnknown.residences).toBeGreaterThan(0);
    const { whole } = (await service.get("/coverage?area=demo&category=pharmacy&minutes=15&at=We%2022:00")).json;
    const { whole: day } = (await service.get("/coverage?area=demo&category=pharmacy&minutes=15")).json;
    expect(day.residences.covered - whole.residences.covered).toBe(
      json.whole.lost.residences + json.whole.becameUnknown.residences,
    );
  });

  it("compares two runs; a run with itself changed nothing, fewer minutes only lose", async () => {
    const id = await doneRun(service, ASKED);
    const compared = async (query: string) => service.get(`/runs/${id}/compare?to=${id}&${query}`);
    const same = await compared("category=pharmacy&minutes=15");
    expect(same.json.residences).toEqual({ items: [], next: null });
    const wrong = await compared("category=pharmacy&minutes=10");
    expect([wrong.status, wrong.json.code]).toEqual([400, "run_without"]);
    expect(wrong.json.fields.expected).toBe("clinic, pharmacy; adult, elderly; 5, 15");
  });

  it("lists the runs of an area, newest first, page by page", async () => {
    const ids = [await doneRun(service, ASKED), await doneRun(service, ASKED)];
    const first = (await service.get("/runs?area=demo&limit=1")).json;
    const second = (await service.get(`/runs?area=demo&limit=1&cursor=${first.next}`)).json;
    expect([...second.items, ...first.items].map(({ id }) => id)).toEqual(ids);
  });

  it("is cancelled while it waits or runs, and leaves nothing half done", async () => {
    const ids = await Promise.all(
      Array.from({ length: 5 }, () => startedRun(service, { ...ASKED, categories: undefined })),
    );
    const cancelled = await Promise.all(
      ids.slice(1).map(async (id) => (await service.send({ method: "DELETE", url: `/runs/${id}` })).json),
    );
    for (const run of cancelled) expect(run).toMatchObject({ state: "cancelled", sha256: null, problem: null });
    expect((await endedRun(service, ids[0])).state).toBe("done");
    const { status, json } = await service.get(`/runs/${ids[1]}/result`);
    expect([status, json.code, json.fields.state]).toEqual([409, "run_not_done", "cancelled"]);
    const { rows } = await sql`select 1 from analysis_run_walk where run_id = ${ids[1]}`.execute(service.store.db);
    expect(rows).toEqual([]);
  });

  it("is deleted with its result once it is over", async () => {
    const id = await doneRun(service, ASKED);
    expect((await service.send({ method: "DELETE", url: `/runs/${id}` })).status).toBe(200);
    const { status, json } = await service.get(`/runs/${id}`);
    expect([status, json.code]).toEqual([404, "run_unknown"]);
  });

  it("answers fifty at once, every one of them whole", async () => {
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, i) => startedRun(service, { ...ASKED, minutes: [1 + i] })),
    );
    expect(new Set(ids).size).toBe(50);
    const runs = await Promise.all(ids.map((id) => endedRun(service, id)));
    expect(runs.map(({ state, question }) => [state, question.minutes[0]])).toEqual(
      runs.map((_, i) => ["done", 1 + i]),
    );
  });

  it("one whose service ended is told as interrupted, and can be deleted", async () => {
    const id = await doneRun(service, ASKED);
    await sql`update analysis_run set state = 'running', alive_at = now() - interval '2 minutes' where id = ${id}`.execute(
      service.store.db,
    );
    const later = new CoverageRuns(service.store, service.desk, () => {});
    expect((await later.get(id)).state).toBe("interrupted");
    await later.cancelOrDelete(id);
    await expect(later.get(id)).rejects.toMatchObject({ code: "run_unknown" });
  });

  it.each([
    [{ ...ASKED, area: "nowhere" }, 404, "area_unknown"],
    [{ ...ASKED, categories: ["pharmacies"] }, 400, "category_unknown"],
    [{ ...ASKED, profiles: ["bird"] }, 400, "profile_unknown"],
    [{ ...ASKED, at: "22:00" }, 400, "moment_unreadable"],
    [{ ...ASKED, scenario: 99 }, 404, "scenario_unknown"],
    [{ ...ASKED, minutes: [0] }, 400, "request_invalid"],
    [{ ...ASKED, minutes: [5, 5] }, 400, "request_invalid"],
    [{ ...ASKED, categories: [] }, 400, "request_invalid"],
    [{ ...ASKED, colour: "red" }, 400, "request_invalid"],
  ])("%j → %i %s", async (body, status, code) => {
    const answer = await service.post("/runs", body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});
