/** What `circle spacing` prints is what the service answers to the same question. On the server alone, where commands start at once. */
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import { circleHere } from "../support/circle-here.ts";
import { describeCircleOnServer, type Row } from "../support/circle-place.ts";
import { serviceOn } from "../support/service.ts";

const DATE = "2024-12-31";
const RULE = "jinshui-2013-clinic";

interface Pair {
  readonly a: { readonly ref: string };
  readonly b: { readonly ref: string };
  readonly distanceM: number;
  readonly shortfallM: number;
  readonly binding: { readonly verdict: string };
}

describeCircleOnServer("circle spacing", (place) => {
  let service: Awaited<ReturnType<typeof serviceOn>>;
  const asked = ["spacing", "demo", "--date", DATE, "--rule", RULE];
  const query = `area=demo&date=${DATE}&rule=${RULE}`;
  const json = async (...more: string[]) => {
    const { code, stdout } = await circleHere([...asked, ...more], place.env);
    expect(code).toBe(0);
    return JSON.parse(stdout);
  };
  const table = (...more: string[]) => tableOf(place, [...asked, ...more]);
  beforeAll(async () => {
    service = await serviceOn(place.env.DATABASE_URL);
  });
  afterAll(() => service?.close());

  it("pairs and clusters: the figures of the service, one row each, the largest shortfall first", async () => {
    const { next: _, ...page } = (await service.get(`/spacing?${query}&limit=1000`)).json;
    expect(page.items).toHaveLength(page.total);
    expect(await json("--format", "json")).toEqual(page);
    const rows = await table();
    expect(
      rows.map((row) => [row.a_ref, row.b_ref, Number(row.distance_m), Number(row.shortfall_m), row.binding]),
    ).toEqual(
      page.items.map(({ a, b, distanceM, shortfallM, binding }: Pair) => [
        a.ref,
        b.ref,
        distanceM,
        shortfallM,
        binding.verdict,
      ]),
    );
    const clusters = (await service.get(`/spacing/clusters?${query}&limit=1000`)).json;
    const told = await table("--by", "cluster");
    expect(
      told.map(({ id, facilities, pairs, least_moves }) => [
        id,
        Number(facilities),
        Number(pairs),
        Number(least_moves),
      ]),
    ).toEqual(
      clusters.items.map((one: Record<string, unknown>) => [one.id, one.facilities, one.pairs, one.leastMoves]),
    );
    const lines = await json("--format", "geojson");
    expect(lines.features).toHaveLength(page.total);
    expect(lines.features[0].geometry.type).toBe("LineString");
  });

  it("in one subdistrict, as the service filters", async () => {
    const { items } = (await service.get("/areas/demo/communities")).json;
    const units = items.filter(({ level }: { level: string }) => level === "subdistrict");
    const pages = await Promise.all(
      units.map(async ({ ref }: { ref: string }) => ({
        ref,
        page: (await service.get(`/spacing?${query}&unit=${ref}&limit=1000`)).json,
        clusters: (await service.get(`/spacing/clusters?${query}&unit=${ref}&limit=1000`)).json,
      })),
    );
    const whole = (await service.get(`/spacing?${query}&limit=1`)).json;
    const { ref, page, clusters } = pages.find((one) => one.page.total > 0 && one.page.total < whole.total)!;
    expect(page.binding.binds + page.binding.does_not_bind + page.binding.unknown).toBe(page.total);
    const rows = await table("--unit", ref);
    expect(rows.map((row) => row.a_ref)).toEqual(page.items.map(({ a }: Pair) => a.ref));
    const hanging = new Set(
      clusters.items.flatMap(({ members }: { members: { ref: string }[] }) => members.map((one) => one.ref)),
    );
    expect(rows.every((row) => hanging.has(row.a_ref) && hanging.has(row.b_ref))).toBe(true);
  });

  it("a pre-check: the same verdict, number and hash", async () => {
    const [lon, lat] = (await service.get("/areas/demo/residences?limit=1")).json.items[0].position;
    const at = `category=clinic&lon=${lon}&lat=${lat}`;
    const check = (await service.get(`/spacing/check?${query}&${at}&source=gps`)).json;
    const options = ["--check", `${lon},${lat}`, "--category", "clinic", "--source", "gps"];
    expect(await json(...options)).toEqual(check);
    const rows = await table(...options, "--format", "csv");
    expect(rows[0]).toMatchObject({ number: check.number, verdict: check.verdict, hash: check.hash });
    expect(rows.map(({ near_ref }) => near_ref)).toEqual(
      check.rules[0].near.map(({ facility }: { facility: { ref: string } }) => facility.ref),
    );
  });

  it("a pre-check of an address point", async () => {
    const { ref } = (await service.get("/areas/demo/residences?limit=1")).json.items[0];
    const check = (await service.get(`/spacing/check?${query}&category=clinic&residence=${ref}`)).json;
    expect(await json("--residence", ref, "--category", "clinic")).toEqual(check);
  });

  it("a batch: in order, an earlier approval counted, a faulty row told and left out", async () => {
    const home = await passing();
    const csv = [
      "编号,类别,经度,纬度,定位精度",
      `A,诊所,${home[0]},${home[1]},0`,
      `B,诊所,${home[0] + 1e-5},${home[1]},0`,
      "C,外星站,1,1,0",
    ].join("\n");
    const { items, refused } = (
      await service.post("/spacing/batch", { area: "demo", date: DATE, rule: RULE, crs: "wgs84", csv })
    ).json;
    const path = await place.file("applications.csv", csv);
    const batch = ["--batch", path, "--crs", "wgs84"];
    const { stdout, stderr } = await circleHere([...asked, ...batch, "--format", "json"], place.env);
    expect(JSON.parse(stdout).items).toEqual(items);
    expect(refused).toHaveLength(1);
    expect(stderr).toContain("外星站");
    const rows = await table(...batch);
    expect(
      rows.map(({ ref, verdict, near_ref, near_approved_before }) => [ref, verdict, near_ref, near_approved_before]),
    ).toEqual([
      ["A", "pass", expect.any(String), "false"],
      ["B", "fail", "A", "true"],
    ]);
    expect(rows.map(({ hash }) => hash)).toEqual(items.map(({ check }: { check: { hash: string } }) => check.hash));
  });

  /** A home where a clinic may open. */
  async function passing(): Promise<[number, number]> {
    const { items } = (await service.get("/areas/demo/residences?limit=200")).json;
    for (const { position } of items) {
      const at = `category=clinic&lon=${position[0]}&lat=${position[1]}&accuracy=0`;
      if ((await service.get(`/spacing/check?${query}&${at}`)).json.verdict === "pass") return position;
    }
    throw new Error("a clinic may open nowhere");
  }

  it("the permitted zone, and the places that serve", async () => {
    const zone = (await service.get(`/spacing/zone?${query}&category=clinic`)).json;
    const drawn = await json("--zone", "--category", "clinic");
    expect(drawn.features).toHaveLength(2 + zone.discs.length);
    expect(drawn.features[0]).toMatchObject({ properties: { kind: "permitted" }, geometry: zone.permitted });
    expect(drawn.pins).toEqual(zone.pins);
    const serving = (await service.get(`/spacing/serving?${query}&category=clinic&minutes=5`)).json;
    const rows = await table("--serving", "--category", "clinic", "--minutes", "5");
    const residents = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => Number(row.residents));
    expect(residents("permitted_place")).toEqual(serving.places.map((one: { residents: number }) => one.residents));
    expect(residents("unfillable_gap")).toEqual(
      serving.gaps.map(({ unserved }: { unserved: { residents: number } }) => unserved.residents),
    );
  });

  it.each([
    [["--rule", "nobody"], "rule_unknown"],
    [["--date", "2013-02-30"], "day_unreadable"],
    [["--check", "1,1", "--zone"], "options_exclusive"],
    [["--batch", "nowhere.csv", "--crs", "wgs84"], "nowhere.csv"],
  ])("%j ends with %s and prints nothing", async (more, told) => {
    const { code, stdout, stderr } = await circleHere(["spacing", "demo", ...more], place.env);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(told);
  });
});

/** As `place.table`, where the command says something beside its table. */
async function tableOf(place: { readonly env: Readonly<Record<string, string>> }, args: readonly string[]) {
  const { code, stdout } = await circleHere(args, place.env);
  expect(code).toBe(0);
  return parse(stdout, { columns: true }) as Row[];
}
