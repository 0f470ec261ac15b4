/** What `circle` prints at an hour and with a scenario is what the service answers to the same question. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { circleHere } from "../support/circle-here.ts";
import { describeCircleOnServer, type Row } from "../support/circle-place.ts";
import { serviceOn } from "../support/service.ts";

type People = Record<"residences" | "households" | "residents", number>;

describeCircleOnServer("circle, at an hour and with a scenario", (place) => {
  let service: Awaited<ReturnType<typeof serviceOn>>;
  /** A scenario that closes a pharmacy and a kindergarten, in the evening. */
  let options: string[] = [];
  let query: string;
  let closed: string;
  beforeAll(async () => {
    service = await serviceOn(place.env.DATABASE_URL);
    const first = async (category: string) =>
      (await service.get(`/areas/demo/facilities?category=${category}&limit=1`)).json.items[0].ref;
    closed = await first("pharmacy");
    const changes = [closed, await first("kindergarten")].map((ref) => ({ kind: "close_facility", ref }));
    const { json } = await service.post("/scenarios", { area: "demo", name: "关两家", changes });
    options = ["--at", "We 19:30", "--scenario", String(json.id)];
    query = `&at=We%2019:30&scenario=${json.id}`;
  });
  afterAll(() => service?.close());

  async function printed(...args: string[]): Promise<string> {
    const { code, stdout } = await circleHere(args, place.env);
    expect(code).toBe(0);
    return stdout;
  }

  /** Asked of both faces; the area as it is must have another answer, or nobody heard of the hour and the scenario. */
  async function bothWays<Printed, Answered>(
    command: readonly string[],
    path: string,
    read: { printed(text: string): Printed; answered(json: never): Answered },
  ): Promise<void> {
    const answered = read.answered((await service.get(`${path}${query}`)).json as never);
    expect(read.printed(await printed(...command, ...options))).toEqual(answered);
    expect(read.answered((await service.get(path)).json as never)).not.toEqual(answered);
  }

  it("capacity", () =>
    bothWays(
      [
        "capacity",
        "demo",
        "--category",
        "kindergarten",
        "--demand",
        "households",
        "--minutes",
        "6",
        "--format",
        "json",
      ],
      "/coverage/capacity?area=demo&category=kindergarten&demand=households&minutes=6",
      { printed: JSON.parse, answered: (json) => json },
    ));

  it("coverage by unit, with its pins", () =>
    bothWays(
      ["coverage", "demo", "--category", "pharmacy", "--minutes", "6", "--by", "subdistrict", "--format", "json"],
      "/coverage?area=demo&category=pharmacy&minutes=6&by=subdistrict",
      {
        printed: (text) => {
          const { items, pins } = JSON.parse(text);
          const figures = ({ ref, residents_covered, residents_unknown, households_uncovered }: Row) => [
            ref,
            residents_covered,
            residents_unknown,
            households_uncovered,
          ];
          return { units: items.map(figures), pins };
        },
        answered: ({
          units,
          pins,
        }: {
          units: (Record<string, Record<string, number>> & { ref: string })[];
          pins: unknown;
        }) => ({
          units: units.map(({ ref, residents, households }) => [
            ref,
            residents.covered,
            residents.unknown,
            households.uncovered,
          ]),
          pins: [pins],
        }),
      },
    ));

  it("gaps", () =>
    bothWays(
      ["coverage", "demo", "--category", "pharmacy", "--minutes", "6", "--by", "gap", "--format", "json"],
      "/coverage/gap-clusters?area=demo&category=pharmacy&minutes=6&verdict=uncovered&limit=1000",
      {
        printed: (text) =>
          JSON.parse(text)
            .items.filter(({ verdict }: Row) => verdict === "uncovered")
            .map(({ id, why, residences, households, residents }: Row) => ({
              id,
              why,
              residences,
              households,
              residents,
            })),
        answered: ({ items }: { items: { id: string; why: string; people: People }[] }) =>
          items.map(({ id, why, people: { residences, households, residents } }) => ({
            id,
            why,
            residences,
            households,
            residents,
          })),
      },
    ));

  it("closing", async () => {
    const { items } = (await service.get("/coverage/dependence?area=demo&category=pharmacy&minutes=6&limit=5")).json;
    const { ref } = items
      .map(({ facility }: { facility: { ref: string } }) => facility)
      .find((facility: { ref: string }) => facility.ref !== closed);
    await bothWays(
      ["closure", "demo", ref, "--minutes", "6", "--format", "json"],
      `/coverage/closure?area=demo&facility=${encodeURIComponent(ref)}&minutes=6&limit=1000`,
      { printed: JSON.parse, answered: ({ next: _, ...closure }: Record<string, unknown>) => closure },
    );
  });

  it("reach and distances", async () => {
    const { position } = (await service.get("/areas/demo/residences?limit=1")).json.items[0];
    const [lon, lat] = position.map(String);
    await bothWays(
      ["reach", "demo", "--lon", lon, "--lat", lat, "--minutes", "6", "--format", "json"],
      `/reach?area=demo&lon=${lon}&lat=${lat}&minutes=6`,
      { printed: JSON.parse, answered: ({ community: _, ...reach }: Record<string, unknown>) => reach },
    );
    const pairs = await place.file("pairs.csv", `from_lon,from_lat,to_lon,to_lat\n${lon},${lat},${lon},${lat}\n`);
    const scenario = options.slice(-2);
    const { pins } = JSON.parse(await printed("distances", "demo", "--pairs", pairs, "--format", "json", ...scenario));
    expect(pins.scenario).toEqual({ id: Number(scenario[1]), revision: 1, staleChanges: 0 });
  });
});
