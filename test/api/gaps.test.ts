/** Gap clusters, dependence and closing: they tell the same story as the sums of coverage, and explain themselves. */
import { expect, it } from "vitest";
import { describeService, type TestService } from "../support/service.ts";

interface People {
  readonly residences: number;
  readonly households: number;
  readonly residents: number;
}
interface Cluster {
  readonly id: string;
  readonly why: string;
  readonly people: People;
  readonly bbox: readonly number[];
  readonly position: readonly [number, number];
  readonly worst: { readonly seconds: number } | null;
  readonly nearest: { readonly walk: { readonly totalM: number }; readonly withinLimit: boolean } | null;
  readonly straight: { readonly metres: number; readonly detour: number | null } | null;
  readonly barriers: readonly { readonly kind: string; readonly name: string | null }[];
  readonly closedGates: readonly unknown[];
}
const COLUMNS = ["residences", "households", "residents"] as const;

async function allClusters(service: TestService, question: string): Promise<Cluster[]> {
  const items: Cluster[] = [];
  for (let cursor = ""; ; ) {
    const { json } = await service.get(`/coverage/gap-clusters?${question}&limit=7${cursor}`);
    items.push(...json.items);
    if (json.next === null) {
      expect(json.total).toBe(items.length);
      return items;
    }
    cursor = `&cursor=${json.next}`;
  }
}

function sumOf(list: readonly { readonly people: People }[], column: (typeof COLUMNS)[number]): number {
  return list.reduce((sum, { people }) => sum + people[column], 0);
}

describeService("gaps", { holding: "demo", onlyRead: true }, (service) => {
  it.each([
    ["pharmacy", 15, "adult"],
    ["clinic", 5, "elderly"],
    ["barber", 5, "wheelchair"],
  ])(
    "clusters of %s within %d minutes for %s hold the people of /coverage, to the person",
    async (category, minutes, profile) => {
      const question = `area=demo&category=${category}&minutes=${minutes}&profile=${profile}`;
      const { whole } = (await service.get(`/coverage?${question}&by=area`)).json;
      for (const verdict of ["uncovered", "unknown"]) {
        const clusters = await allClusters(service, `${question}&verdict=${verdict}`);
        for (const column of COLUMNS) expect(sumOf(clusters, column)).toBe(whole[column][verdict]);
        expect(new Set(clusters.map(({ id }) => id)).size).toBe(clusters.length);
        const ranks = clusters.map(({ people }) => people.residents);
        expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
      }
    },
  );

  it("says what the river and the railway cut off, and which gate, by name and detour", async () => {
    const clusters = await allClusters(service, "area=demo&category=pharmacy&minutes=15&profile=wheelchair");
    const more = await allClusters(service, "area=demo&category=barber&minutes=5");
    const why = (wanted: string) => [...clusters, ...more].filter((cluster) => cluster.why === wanted);
    const crossed = why("barrier").flatMap(({ barriers }) => barriers.map(({ kind, name }) => `${kind} ${name}`));
    expect(new Set(crossed)).toEqual(new Set(["water 云溪河", "railway 云溪铁路"]));
    for (const { straight, nearest, closedGates } of why("barrier")) {
      expect(straight?.detour).toBeCloseTo((nearest?.walk.totalM ?? 0) / (straight?.metres ?? 0), 9);
      expect(straight?.detour).toBeGreaterThan(Math.SQRT2);
      expect(closedGates).toEqual([]);
    }
    expect(why("closed_gate").length).toBeGreaterThan(0);
    for (const { closedGates, barriers } of why("closed_gate")) {
      expect(closedGates.length).toBeGreaterThan(0);
      expect(barriers).toEqual([]);
    }
    for (const { nearest } of [...clusters, ...more]) expect(nearest?.withinLimit ?? false).toBe(false);
  });

  it("opens a cluster by its id, and by any of its residences, with its homes and lines", async () => {
    const question = "area=demo&category=barber&minutes=5";
    const [first] = await allClusters(service, question);
    const open = async (ref: string) => service.get(`/coverage/gap-clusters/${encodeURIComponent(ref)}?${question}`);
    const { json, text } = await open(first.id);
    expect(json.cluster).toEqual(first);
    expect(json.members).toHaveLength(first.people.residences);
    expect(json.members.map(({ ref }: { ref: string }) => ref).sort()[0]).toBe(first.id);
    expect(
      sumOf(
        json.members.map((member: { residents: number }) => ({ people: member })),
        "residents",
      ),
    ).toBe(first.people.residents);
    const kinds = json.lines.features.map(({ properties }: { properties: { kind: string } }) => properties.kind);
    expect(kinds.slice(0, 2)).toEqual(["straight", "walk"]);
    for (const { geometry } of json.lines.features.slice(0, 2)) expect(geometry.coordinates[0]).toEqual(first.position);
    for (const { position } of json.members) {
      expect(position[0] >= first.bbox[0] && position[0] <= first.bbox[2]).toBe(true);
      expect(position[1] >= first.bbox[1] && position[1] <= first.bbox[3]).toBe(true);
    }
    expect((await open(json.members.at(-1).ref)).text).toBe(text);
  });

  it("gives the same bytes however often it is asked, and whatever was asked in between", async () => {
    const question = "area=demo&category=clinic&minutes=10&limit=1000";
    const first = (await service.get(`/coverage/gap-clusters?${question}`)).text;
    await service.get("/coverage/gap-clusters?area=demo&category=clinic&minutes=3");
    expect((await service.get(`/coverage/gap-clusters?${question}`)).text).toBe(first);
  });

  it("refuses what is not there, and says of a covered residence that it is in no gap", async () => {
    const question = "area=demo&category=pharmacy";
    const covered = (await service.get("/areas/demo/residences?limit=1000")).json.items;
    const uncovered = await allClusters(service, question);
    const unknown = await allClusters(service, `${question}&verdict=unknown`);
    expect([...uncovered, ...unknown].length).toBeGreaterThan(0);
    const codes = await Promise.all(
      ["R-nowhere", ...covered.map(({ ref }: { ref: string }) => ref).slice(0, 80)].map(async (ref) => {
        const { status, json } = await service.get(`/coverage/gap-clusters/${encodeURIComponent(ref)}?${question}`);
        return status === 200 ? "ok" : `${status} ${json.code}`;
      }),
    );
    expect(codes[0]).toBe("404 residence_unknown");
    expect(new Set(codes.slice(1))).toEqual(new Set(["ok", "404 gap_unknown"]));
    const closing = await service.get("/coverage/closure?area=demo&facility=F-nowhere");
    expect([closing.status, closing.json.code]).toEqual([404, "facility_unknown"]);
    for (const path of ["gap-clusters", "dependence"])
      expect((await service.get(`/coverage/${path}?area=demo&category=nothing`)).json.code).toBe("category_unknown");
  });

  it("ranks facilities by those who have no other, and closing them says the same", async () => {
    const question = "area=demo&category=clinic&minutes=10";
    const { whole } = (await service.get(`/coverage?${question}&by=area`)).json;
    const { items, total } = (await service.get(`/coverage/dependence?${question}&limit=1000`)).json;
    expect(items).toHaveLength(total);
    expect(total).toBe(whole.facilities);
    const users = items.map(({ nearestTo }: { nearestTo: People }) => ({ people: nearestTo }));
    for (const column of COLUMNS) expect(sumOf(users, column)).toBe(whole[column].covered);
    expect(items[0].solely.residents).toBeGreaterThan(0);
    for (const { facility, nearestTo, solely } of items.slice(0, 5)) {
      const closing = `/coverage/closure?area=demo&facility=${encodeURIComponent(facility.ref)}&minutes=10`;
      const { json } = await service.get(`${closing}&limit=1000`);
      expect([json.facility, json.category, json.users]).toEqual([facility, "clinic", nearestTo]);
      const gone = ({ lose, unsure }: { lose: People; unsure: People }) => [{ people: lose }, { people: unsure }];
      expect(json.items).toHaveLength(solely.residences);
      for (const column of COLUMNS) {
        expect(sumOf(gone(json), column)).toBe(solely[column]);
        expect(sumOf(json.communities.flatMap(gone), column)).toBe(solely[column]);
        const turned = json.turnTo.flatMap((to: Record<"stay" | "lose" | "unsure", People>) => [
          { people: to.stay },
          ...gone(to),
        ]);
        expect(sumOf(turned, column)).toBe(nearestTo[column]);
      }
      for (const { beforeSeconds, next, verdict } of json.items) {
        expect(beforeSeconds).toBeLessThanOrEqual(600);
        if (verdict === "uncovered" && next !== null) expect(next.seconds).toBeGreaterThan(600);
        if (next !== null) expect(next.seconds - beforeSeconds).toBeCloseTo(next.extraSeconds, 6);
      }
      const paged = await service.get(`${closing}&limit=1`);
      expect(paged.json.items).toEqual(json.items.slice(0, 1));
      expect(paged.json.next === null).toBe(solely.residences <= 1);
    }
  });
});
