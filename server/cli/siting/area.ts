/** `circle siting AREA`: candidates on the area's streets, people whom nothing serves, and the plan. @module */
import { makeScenario } from "../../analysis/scenarios.ts";
import { siteAddresses } from "../../analysis/site-addresses.ts";
import { sitingCase, solveCase } from "../../analysis/siting.ts";
import { type SitingAnswer, sitingAnswer } from "../../analysis/siting-answer.ts";
import { distancesOf } from "../../analysis/siting-distances.ts";
import { SITING_DEFAULTS, type SitingAsked } from "../../analysis/siting-question.ts";
import { fileContext } from "../../export/file-context.ts";
import { signingList } from "../../export/signing-list.ts";
import { SolverThread } from "../../siting/exact/solver-thread.ts";
import { OBJECTIVES } from "../../siting/problem.ts";
import { type Cell, csvLine } from "../csv.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import { choice, type Given, listed, needed, number, text } from "../options.ts";
import { say, write, writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";
import { readPlaces } from "./places.ts";
import { followed, MEMORY_LIMIT_BYTES, timeLimitOf } from "./solver.ts";

export const AREA_USAGE = `circle siting AREA --category C --sites N [--objective cover|fewest|median|center] [--minutes 15] [--profile adult]
              [--share S] [--from gate,corner,lattice] [--lattice 100] [--places FILE --places-crs CRS] [--signed REF,REF…]
              [--spacing METRES] [--rule ID] [--most-per-community K] [--one-per-community] [--budget B] [--capacities] [--equity]
              [--elderly-weight 1] [--most-candidates 1000] [--force ID] [--forbid ID] [--scenario ID] [--save NAME]
              [--seconds 30] [--format json|csv|geojson|xlsx]`;
const FOUND = ["gate", "corner", "lattice"] as const;

export async function sitingInArea(given: Given): Promise<void> {
  const areaId = needed(given.positionals[0], "AREA", AREA_USAGE);
  const format = choice(given, "format", ["json", "csv", "geojson", "xlsx"]);
  const asked = await askedOf(given);
  const scenario = text(given, "scenario") === null ? undefined : whole(given, "scenario");
  const save = text(given, "save");
  const rule = text(given, "rule");
  await withDesk(async (desk, store, catalogue, { rules }) => {
    const thread = new SolverThread(MEMORY_LIMIT_BYTES);
    try {
      const area = await desk.open(areaId, scenario);
      const { settings, done } = followed(thread, asked.seconds, { candidate: String, community: String });
      const distances = rule === null ? [] : distancesOf(await rules.rulesFor(areaId, rule), asked.category);
      const sited = await sitingCase(area, { ...asked, distances }, settings.signal!);
      const solution = await solveCase(sited, settings).finally(done);
      const answer = sitingAnswer(sited, solution);
      if (save !== null) {
        const { scenario: saved } = await makeScenario(desk, areaId, { name: save, changes: answer.changes });
        say(SAVED(saved.id)[speaks()]);
      }
      if (format !== "xlsx") return await print[format](answer);
      const release = await desk.release(areaId);
      const addresses = await siteAddresses(store.db, release.releaseId, answer.sites);
      const context = fileContext(release, catalogue, speaks());
      for await (const chunk of signingList(answer, addresses, context)) await write(chunk);
    } finally {
      thread.end();
    }
  });
}

const SAVED = (id: number) => ({ zh: `已存为方案 ${id}`, en: `saved as scenario ${id}` });

async function askedOf(given: Given): Promise<SitingAsked> {
  const category = needed(text(given, "category"), "--category", AREA_USAGE);
  const objective = choice(given, "objective", OBJECTIVES);
  const optional = (name: string, expected: string) =>
    text(given, name) === null ? null : number(given, name, null, expected);
  const from = listed(given, "from");
  const unknown = from.find((source) => !FOUND.some((known) => known === source));
  if (unknown !== undefined)
    throw cliError("option_wrong", { field: "--from", value: unknown, expected: FOUND.join(", ") });
  const places = text(given, "places");
  if (places === null && text(given, "places-crs") !== null)
    throw cliError("option_without_file", { field: "--places-crs", expected: "--places" });
  const signed = listed(given, "signed");
  return {
    ...SITING_DEFAULTS,
    category,
    objective,
    sites: objective === "fewest" && text(given, "sites") === null ? null : whole(given, "sites"),
    minutes: number(given, "minutes", 15, "0 … 120"),
    profile: text(given, "profile") ?? "adult",
    share: number(given, "share", 1, "0 … 1"),
    sources: from.length === 0 ? SITING_DEFAULTS.sources : FOUND.filter((source) => from.includes(source)),
    latticeM: number(given, "lattice", SITING_DEFAULTS.latticeM, "≥ 10"),
    listed:
      places === null ? [] : await readPlaces(places, needed(text(given, "places-crs"), "--places-crs", AREA_USAGE)),
    signed: signed.length === 0 ? null : signed,
    candidates: text(given, "most-candidates") === null ? SITING_DEFAULTS.candidates : whole(given, "most-candidates"),
    elderlyWeight: number(given, "elderly-weight", 1, "≥ 1"),
    force: listed(given, "force"),
    forbid: listed(given, "forbid"),
    spacingM: optional("spacing", "≥ 0"),
    mostPerCommunity: text(given, "most-per-community") === null ? null : whole(given, "most-per-community"),
    onePerCommunity: given.values["one-per-community"] === true,
    budget: optional("budget", "≥ 0"),
    capacities: given.values.capacities === true,
    equity: given.values.equity === true,
    seconds: timeLimitOf(given),
  };
}

function whole(given: Given, name: string): number {
  const value = number(given, name, null, "1, 2, …");
  if (!Number.isInteger(value) || value < 1)
    throw cliError("option_wrong", { field: `--${name}`, value: text(given, name), expected: "1, 2, …" });
  return value;
}

const COLUMNS = ["rank", "id", "source", "name", "lon", "lat", "street", "community", "gained", "elderly_gained"];

function cellsOf({ rank, id, source, name, position, street, community, gained, elderlyGained }: Site): Cell[] {
  return [rank, id, source, name, ...position, street, community, gained, elderlyGained];
}

type Site = SitingAnswer["sites"][number];

const print = {
  json: (answer: SitingAnswer) => writeJson(answer),
  csv: async ({ sites }: SitingAnswer) => {
    await write(csvLine(COLUMNS));
    for (const site of sites) await write(csvLine(cellsOf(site)));
  },
  geojson: ({ sites, pins }: SitingAnswer) =>
    writeJson({
      type: "FeatureCollection",
      pins,
      features: sites.map(({ position, ...properties }) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: position },
        properties,
      })),
    }),
};
