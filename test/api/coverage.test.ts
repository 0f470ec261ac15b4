/** Who is served: sums, gaps, cells and tiles tell the same story, and every verdict explains itself. */
import { expect, it } from "vitest";
import { describeService, type TestService } from "../support/service.ts";
import { everyFeature } from "../support/tiles-of.ts";

interface Tally {
  readonly total: number;
  readonly covered: number;
  readonly uncovered: number;
  readonly unknown: number;
}
interface Unit {
  readonly ref: string | null;
  readonly parent: string | null;
  readonly residences: Tally;
  readonly households: Tally;
  readonly residents: Tally;
  readonly residentShare: number | null;
  readonly facilities: number;
  readonly estimatedResidences: number;
  readonly peopleUnknownResidences: number;
  readonly unknownReasons: Readonly<Record<string, number>>;
  readonly unknownPeople: Readonly<Record<string, { readonly residences: number; readonly residents: number }>>;
  readonly servedFromOutside: { readonly residences: number; readonly residents: number };
  readonly residentsWithWalk: number;
  readonly residentsWithoutWalk: number;
  readonly householdsUnknownResidences: number;
  readonly residentsUnknownResidences: number;
  readonly facilitiesPer1000: number | null;
  readonly p10Seconds: number | null;
  readonly meanSeconds: number | null;
  readonly p90Seconds: number | null;
  readonly gapSeconds: number | null;
}
interface RankedUnit extends Unit {
  readonly rank: number | null;
  readonly rankSharedBy: number;
  readonly unequalRank: number | null;
}
interface Gap {
  readonly residence: { readonly ref: string; readonly residents: number | null };
  readonly nearest: {
    readonly category: string;
    readonly withinLimit: boolean;
    readonly walk: { readonly totalM: number };
  } | null;
}

const PARTS = ["covered", "uncovered", "unknown"] as const;
const TALLIES = ["residences", "households", "residents"] as const;
const SUMMED = [
  "facilities",
  "estimatedResidences",
  "peopleUnknownResidences",
  "householdsUnknownResidences",
  "residentsUnknownResidences",
  "residentsWithWalk",
  "residentsWithoutWalk",
] as const;
const SPEED_MM = 1200;

describeService("coverage", { holding: "demo", onlyRead: true }, (service) => {
  it("tells of one residence, and of its place, that it is unknown where the sums count it as unknown", async () => {
    const { whole }: { whole: Unit } = (await service.get("/coverage?area=demo&category=pharmacy&by=area")).json;
    const { items } = (await service.get("/areas/demo/residences?limit=1000")).json;
    const unknown = [];
    for (const { ref, position } of items) {
      const told = (await service.get(`/coverage/residence?area=demo&ref=${encodeURIComponent(ref)}`)).json;
      const found = told.unknown.find(({ category }: { category: string }) => category === "pharmacy");
      if (!found) continue;
      unknown.push(found.reason);
      expect(told.missing).not.toContain("pharmacy");
      const reach = (await service.get(`/reach?area=demo&lon=${position[0]}&lat=${position[1]}`)).json;
      expect(reach.unknown).toContainEqual(found);
      expect(reach.missing).not.toContain("pharmacy");
    }
    expect(unknown.sort()).toEqual(["island", "island", "no_street_within_200m"]);
    expect(unknown).toHaveLength(whole.residences.unknown);
  });

  it.each([
    ["clinic", 15, "adult"],
    ["pharmacy", 5, "elderly"],
    ["primary_school", 10, "wheelchair"],
    ["park", 2, "slow"],
  ])("the parts of %s within %d minutes for %s equal the whole, at every level", async (category, minutes, profile) => {
    const question = `area=demo&category=${category}&minutes=${minutes}&profile=${profile}`;
    const { counts } = (await service.get("/areas/demo")).json;
    const wholes = [];
    for (const by of ["area", "subdistrict", "community"]) {
      const { whole, units, pins }: { whole: Unit; units: Unit[]; pins: object } = (
        await service.get(`/coverage?${question}&by=${by}`)
      ).json;
      wholes.push(whole);
      expect(pins).toMatchObject({ area: "demo", release: 1, profile });
      expect(units).toHaveLength({ area: 0, subdistrict: 3, community: 24 }[by] ?? Number.NaN);
      for (const unit of [whole, ...units]) expectConsistent(unit);
      if (by === "area") continue;
      for (const tally of TALLIES) {
        for (const part of ["total", ...PARTS] as const)
          expect(sum(units, (unit) => unit[tally][part])).toBe(whole[tally][part]);
      }
      for (const column of SUMMED) {
        expect(sum(units, (unit) => unit[column])).toBe(whole[column]);
      }
    }
    expect(wholes[1]).toEqual(wholes[0]);
    expect(wholes[2]).toEqual(wholes[0]);
    expect([wholes[0].residences.total, wholes[0].households.total, wholes[0].residents.total]).toEqual([
      counts.residences,
      counts.households,
      counts.residents,
    ]);
  });

  it("ranks communities by their share, equals together, and by how far apart their tenths are", async () => {
    const { units, whole, rankedBy } = (await service.get("/coverage?area=demo&category=clinic&minutes=6")).json;
    expect([rankedBy, whole.rank]).toEqual(["residents", undefined]);
    const ranked = (units as RankedUnit[]).filter(({ ref }) => ref !== null);
    expect(ranked.length).toBeGreaterThan(20);
    for (const unit of ranked) {
      const better = ranked.filter((other) => (other.residentShare ?? -1) > (unit.residentShare ?? -1));
      const equal = ranked.filter((other) => other.residentShare === unit.residentShare);
      const expected = unit.residentShare === null ? [null, 0] : [better.length + 1, equal.length];
      expect([unit.rank, unit.rankSharedBy]).toEqual(expected);
      const more = ranked.filter((other) => (other.gapSeconds ?? -1) > (unit.gapSeconds ?? -1));
      expect(unit.unequalRank).toBe(unit.gapSeconds === null ? null : more.length + 1);
    }
    expect(ranked.some(({ servedFromOutside }) => servedFromOutside.residences > 0)).toBe(true);
    expect(whole.servedFromOutside).toEqual({ residences: 0, households: 0, residents: 0 });
  });

  it("answers for a category of the catalogue that the area has none of: everybody uncovered", async () => {
    const has = (await service.get("/areas/demo/categories")).json.items.map(({ code }: { code: string }) => code);
    expect(has).not.toContain("patrol_room");
    const { whole, units } = (await service.get("/coverage?area=demo&category=patrol_room")).json;
    for (const tally of TALLIES)
      expect(whole[tally]).toEqual({ ...whole[tally], covered: 0, uncovered: whole[tally].total, unknown: 0 });
    expect(whole).toMatchObject({ facilities: 0, residentShare: 0, meanSeconds: null, unknownReasons: {} });
    expect(whole.residentsWithoutWalk).toBe(whole.residents.total);
    expect(units).toHaveLength(24);
    const { release } = (await service.get("/areas/demo")).json;
    const tile = await service.get(`/tiles/residences/0/0/0.mvt?area=demo&v=${release}&category=patrol_room`);
    expect(tile.status).toBe(200);
  });

  it("gaps are the uncovered residences, most residents first, none lost or repeated between pages", async () => {
    const question = "area=demo&category=hospital&minutes=10";
    const { whole, limitM } = (await service.get(`/coverage?${question}&by=area`)).json;
    expect(whole.residences.uncovered).toBeGreaterThan(20);
    for (const limit of [1000, 7]) {
      const gaps = await allGaps(service, `/coverage/gaps?${question}&limit=${limit}`);
      expect(new Set(gaps.map(({ residence }) => residence.ref)).size).toBe(gaps.length);
      expect(gaps).toHaveLength(whole.residences.uncovered);
      const residents = gaps.map(({ residence }) => residence.residents ?? 0);
      expect(sum(residents, (count) => count)).toBe(whole.residents.uncovered);
      expect(residents).toEqual(residents.toSorted((a, b) => b - a));
      for (const { nearest } of gaps) {
        if (nearest === null) continue;
        expect(nearest).toMatchObject({ category: "hospital", withinLimit: false });
        expect(nearest.walk.totalM).toBeGreaterThan(limitM);
      }
    }
  });

  it("refuses a cursor of another release", async () => {
    const cursor = Buffer.from("2:7").toString("base64url");
    expect((await service.get(`/coverage/gaps?area=demo&category=clinic&cursor=${cursor}`)).json).toMatchObject({
      code: "request_invalid",
    });
  });

  it.each([7, 9, 11])("cells of resolution %d add up to the whole", async (resolution) => {
    const question = "area=demo&category=clinic&minutes=6";
    const { whole } = (await service.get(`/coverage?${question}&by=area`)).json;
    const { items } = (await service.get(`/coverage/cells?${question}&resolution=${resolution}`)).json;
    expect(sum(items, ({ residences }: { residences: number }) => residences)).toBe(whole.residences.total);
    for (const part of PARTS) expect(sum(items, (cell: Tally) => cell[part])).toBe(whole.residents[part]);
    expect(new Set(items.map(({ h3 }: { h3: string }) => h3)).size).toBe(items.length);
  });

  it.each([
    ["clinic", 6, "adult"],
    ["hospital", 15, "wheelchair"],
  ])(
    "the tiles' walks, judged by a limit of %s within %d minutes for %s, agree with the sums",
    async (category, minutes, profile) => {
      const query = `&category=${category}&profile=${profile}`;
      const shown = [...(await everyFeature(service, { layer: "residences", z: 14, query, key: "ref" })).values()];
      const { whole, limitM } = (await service.get(`/coverage?area=demo&minutes=${minutes}&by=area${query}`)).json;
      const limitMm = limitM * 1000;
      const verdict = ({ unknown, mm }: Record<string, unknown>) =>
        unknown === true ? "unknown" : typeof mm === "number" && mm <= limitMm ? "covered" : "uncovered";
      for (const part of PARTS) {
        const ofPart = shown.filter((each) => verdict(each) === part);
        expect([part, ofPart.length]).toEqual([part, whole.residences[part]]);
        expect(sum(ofPart, ({ residents }) => Number(residents ?? 0))).toBe(whole.residents[part]);
        expect(sum(ofPart, ({ households }) => Number(households ?? 0))).toBe(whole.households[part]);
      }
    },
  );

  it("a larger limit contains a smaller one", async () => {
    let before = -1;
    for (const minutes of [0.01, 1, 3, 7.5, 15, 30, 120]) {
      const { covered } = (await service.get(`/coverage?area=demo&category=clinic&by=area&minutes=${minutes}`)).json
        .whole.residences;
      expect(covered).toBeGreaterThanOrEqual(before);
      before = covered;
    }
  });

  it("a slower walker is never served better", async () => {
    const covered = [];
    for (const profile of ["adult", "planning", "elderly", "wheelchair", "slow"]) {
      covered.push(
        (await service.get(`/coverage?area=demo&category=clinic&by=area&minutes=5&profile=${profile}`)).json.whole
          .residences.covered,
      );
    }
    expect(covered).toEqual(covered.toSorted((a, b) => b - a));
  });

  it("exactly at the limit is covered, a millimetre more is not", async () => {
    const [{ residence, nearest }] = (await service.get("/coverage/gaps?area=demo&category=clinic&minutes=3&limit=1"))
      .json.items;
    const totalMm = Math.round(nearest.walk.totalM * 1000);
    const within = async (mm: number) => {
      const { json } = await service.get(
        `/coverage/residence?area=demo&ref=${encodeURIComponent(residence.ref)}&minutes=${(mm + 0.5) / SPEED_MM / 60}`,
      );
      expect(json.limitM).toBe(mm / 1000);
      return json.nearest.find(({ category }: { category: string }) => category === "clinic").withinLimit;
    };
    expect(await within(totalMm)).toBe(true);
    expect(await within(totalMm - 1)).toBe(false);
  });

  it("explains one residence against every category, as reach from its place does", async () => {
    const { items } = (await service.get("/areas/demo/residences?limit=5")).json;
    const categories = (await service.get("/areas/demo/categories")).json.items.map(
      ({ code }: { code: string }) => code,
    );
    for (const { ref, position } of items) {
      const { json } = await service.get(`/coverage/residence?area=demo&ref=${encodeURIComponent(ref)}&minutes=8`);
      expect(json.residence.ref).toBe(ref);
      expect(json.status).toBe("ok");
      const within = json.nearest
        .filter(({ withinLimit }: { withinLimit: boolean }) => withinLimit)
        .map(({ category }: { category: string }) => category);
      expect([...within, ...json.missing].toSorted()).toEqual(categories.toSorted());
      for (const { walk } of json.nearest) {
        expect(walk.totalM).toBeCloseTo(walk.fromOffsetM + walk.networkM + walk.toOffsetM, 6);
        expect(walk.seconds).toBeCloseTo((walk.totalM * 1000) / SPEED_MM, 9);
      }
      const reach = (await service.get(`/reach?area=demo&lon=${position[0]}&lat=${position[1]}&minutes=8`)).json;
      const totals = (list: { category: string; walk: { totalM: number } }[]) =>
        Object.fromEntries(list.map(({ category, walk }) => [category, walk.totalM]));
      expect(totals(reach.nearest)).toEqual(totals(json.nearest));
      expect(reach.missing.toSorted()).toEqual(json.missing.toSorted());
    }
  });
});

function expectConsistent(unit: Unit): void {
  expect(Object.fromEntries(Object.entries(unit.unknownPeople).map(([reason, of]) => [reason, of.residences]))).toEqual(
    unit.unknownReasons,
  );
  expect(sum(Object.values(unit.unknownPeople), ({ residents }) => residents)).toBe(unit.residents.unknown);
  expect(unit.servedFromOutside.residences).toBeLessThanOrEqual(unit.residences.covered);
  expect(unit.servedFromOutside.residents).toBeLessThanOrEqual(unit.residents.covered);
  expect(unit.facilitiesPer1000).toBe(
    unit.residents.total > 0 ? (unit.facilities * 1000) / unit.residents.total : null,
  );
  const walked = [unit.p10Seconds, unit.meanSeconds, unit.p90Seconds].map((seconds) => seconds !== null);
  expect(walked).toEqual(Array(3).fill(unit.residentsWithWalk > 0));
  expect(unit.p10Seconds ?? 0).toBeLessThanOrEqual(unit.p90Seconds ?? 0);
  if (unit.gapSeconds !== null) expect(unit.gapSeconds).toBeCloseTo((unit.p90Seconds ?? 0) - (unit.p10Seconds ?? 0), 9);
  for (const tally of TALLIES) expect(sum(PARTS, (part) => unit[tally][part])).toBe(unit[tally].total);
  expect(sum(Object.values(unit.unknownReasons), (count) => count)).toBe(unit.residences.unknown);
  const { covered, uncovered } = unit.residents;
  expect(unit.residentShare).toBe(covered + uncovered === 0 ? null : covered / (covered + uncovered));
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

async function allGaps(service: TestService, url: string): Promise<Gap[]> {
  const items: Gap[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page: { json: { items: Gap[]; next: string | null } } = await service.get(
      next === "" ? url : `${url}&cursor=${next}`,
    );
    items.push(...page.json.items);
    next = page.json.next;
  }
  return items;
}
