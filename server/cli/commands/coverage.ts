/** `circle coverage AREA`: who reaches a category within the limit. @module */
import type { MultiPolygon } from "geojson";
import { parseSet, type SetQuestion } from "../../analysis/completeness.ts";
import { assertMeets } from "../../analysis/coverage-polygon.ts";
import type { OpenArea } from "../../analysis/open-area.ts";
import { parseCrs } from "../../base/crs.ts";
import { exportFile } from "../../export/export-file.ts";
import { placeOrder } from "../../export/place-order.ts";
import { plainWorkbook } from "../../export/xlsx/workbook.ts";
import { readBoundary } from "../../import/boundaries/read-boundary.ts";
import type { AreaRelease } from "../../store/areas.ts";
import type { Store } from "../../store/open.ts";
import type { Command } from "../command.ts";
import { completenessTable, SET_LEVELS } from "../completeness-table.ts";
import { coverageTable, LEVELS, type PinnedTable, polygonTable } from "../coverage-table.ts";
import { csvLine } from "../csv.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import { choice, type Given, needed, readOptions, scenarioOf, text } from "../options.ts";
import { say, write, writeJson } from "../output.ts";
import { ALL, type Asked, asked, QUESTION_OPTIONS, QUESTION_USAGE, questionsOf } from "../questions.ts";
import { withDesk } from "../with-store.ts";

const usage = `circle coverage AREA ${QUESTION_USAGE}
              [--by area|subdistrict|community|residence|cell|gap|facility|minute] [--scenario ID] [--format csv|json|geojson|xlsx]
circle coverage AREA --polygon FILE --polygon-crs CRS [--category …] [--minutes …] [--profile …] [--at …] [--format …]
circle coverage AREA --set C,C… [--minutes …] [--profile …] [--at …] [--by area|subdistrict|community|residence] [--format …]`;
const string = { type: "string" } as const;
const OPTIONS = {
  ...QUESTION_OPTIONS,
  scenario: string,
  set: string,
  polygon: string,
  "polygon-crs": string,
  by: string,
  format: string,
};

export const coverage: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(args, OPTIONS, usage, 1);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const format = choice(given, "format", ["csv", "json", "geojson", "xlsx"]);
    const scenario = scenarioOf(given);
    const table = await tableFor(given);
    const level = text(given, "set") === null && text(given, "polygon") === null ? choice(given, "by", LEVELS) : null;
    await withDesk(async (desk, store, catalogue) => {
      const release = await desk.release(areaId);
      if (format === "xlsx" && level !== null && level !== "minute") {
        const questions = (area: OpenArea) => questionsOf(area, asked(given));
        const order = await placeOrder(desk, store, catalogue, {
          area: areaId,
          questions,
          scenario,
          language: speaks(),
        });
        const file = await exportFile(order, format, [level], new AbortController().signal);
        for await (const chunk of file.bytes) await write(chunk);
      } else await print[format](await table(await desk.open(areaId, scenario), store), release);
      if (release.peopleEstimated) say(ESTIMATED[speaks()]);
    });
  },
};

/** All that is wrong with the command itself is said before the store is opened. */
async function tableFor(given: Given): Promise<(area: OpenArea, store: Store) => Promise<PinnedTable>> {
  const wanted = asked(given);
  const set = text(given, "set");
  const polygon = await polygonOf(given);
  for (const [field, excluded] of [
    ["set", ["category", "polygon"]],
    ["polygon", ["by"]],
  ] as const) {
    const clash = excluded.find((name) => given.values[field] !== undefined && given.values[name] !== undefined);
    if (clash) throw cliError("options_exclusive", { field: `--${field}`, value: `--${clash}` });
  }
  if (set !== null) {
    const codes = parseSet(set);
    const level = choice(given, "by", SET_LEVELS);
    return (area, store) => completenessTable(store, area, setQuestionsOf(area, codes, wanted), level);
  }
  if (polygon !== null) {
    return async (area) => {
      assertMeets(area, polygon);
      return polygonTable(area, questionsOf(area, wanted), polygon);
    };
  }
  const level = choice(given, "by", LEVELS);
  return (area, store) => coverageTable(store, area, questionsOf(area, wanted), level);
}

async function polygonOf(given: Given): Promise<MultiPolygon | null> {
  const path = text(given, "polygon");
  const crs = text(given, "polygon-crs");
  if (path === null && crs !== null)
    throw cliError("option_without_file", { field: "--polygon-crs", expected: "--polygon" });
  return path === null ? null : readBoundary(path, { crs: parseCrs(needed(crs, "--polygon-crs", usage)) });
}

function setQuestionsOf({ profiles }: OpenArea, set: readonly string[], wanted: Asked): SetQuestion[] {
  const all = wanted.profiles.includes(ALL) ? [...profiles.keys()] : wanted.profiles;
  return all.flatMap((profile) =>
    wanted.minutes.map((minutes): SetQuestion => ({ set, profile, minutes, at: wanted.at })),
  );
}

const ESTIMATED = { zh: "部分户数和人口为估算", en: "some households and residents are estimates" };

const print = {
  csv: async ({ columns, rows }: PinnedTable) => {
    await write(csvLine(columns));
    for (const row of rows) await write(csvLine(row));
  },
  json: ({ columns, rows, pins }: PinnedTable) =>
    writeJson({ items: rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))), pins }),
  geojson: ({ columns, rows, geometry, pins }: PinnedTable) =>
    writeJson({
      type: "FeatureCollection",
      pins,
      features: rows.map((row, i) => ({
        type: "Feature",
        geometry: geometry[i],
        properties: Object.fromEntries(columns.map((column, c) => [column, row[c]])),
      })),
    }),
  xlsx: async ({ columns, rows }: PinnedTable, { releasedAt }: AreaRelease) => {
    for await (const chunk of plainWorkbook(columns, rows, releasedAt)) await write(chunk);
  },
};
