/** `circle coverage AREA`: who reaches a category within the limit. @module */
import type { MultiPolygon } from "geojson";
import writeXlsxFile from "write-excel-file/node";
import { parseSet, type SetQuestion } from "../../analysis/completeness.ts";
import type { CoverageQuestion } from "../../analysis/coverage.ts";
import { assertMeets } from "../../analysis/coverage-polygon.ts";
import type { OpenArea } from "../../analysis/open-area.ts";
import { parseCrs } from "../../base/crs.ts";
import { readBoundary } from "../../import/boundaries/read-boundary.ts";
import type { Store } from "../../store/open.ts";
import { completenessTable, SET_LEVELS } from "../completeness-table.ts";
import { coverageTable, LEVELS, type PinnedTable, polygonTable } from "../coverage-table.ts";
import { csvLine } from "../csv.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import type { Command } from "../main.ts";
import { choice, type Given, idNumber, listed, needed, numberOf, readOptions, text } from "../options.ts";
import { say, write, writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";

const usage = `circle coverage AREA [--category C,C…|all] [--minutes 5,10,15] [--profile P,P…|all] [--at "We 22:00"]
              [--by area|subdistrict|community|residence|cell] [--scenario ID] [--format csv|json|geojson|xlsx]
circle coverage AREA --polygon FILE --polygon-crs CRS [--category …] [--minutes …] [--profile …] [--at …] [--format …]
circle coverage AREA --set C,C… [--minutes …] [--profile …] [--at …] [--by area|subdistrict|community|residence] [--format …]`;
const string = { type: "string" } as const;
const strings = { type: "string", multiple: true } as const;
const OPTIONS = {
  category: strings,
  minutes: strings,
  profile: strings,
  at: string,
  scenario: string,
  set: string,
  polygon: string,
  "polygon-crs": string,
  by: string,
  format: string,
};
const HEADER_COLOUR = "#E6F2F1";
/** For every category of the catalogue, or every profile. */
const ALL = "all";

export const coverage: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(args, OPTIONS, usage, 1);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const format = choice(given, "format", ["csv", "json", "geojson", "xlsx"]);
    const id = text(given, "scenario");
    const scenario = id === null ? undefined : idNumber("--scenario", id);
    const table = await tableFor(given);
    await withDesk(async (desk, store) => {
      await print[format](await table(await desk.open(areaId, scenario), store));
      if ((await desk.release(areaId)).peopleEstimated) say(ESTIMATED[speaks()]);
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

interface Asked {
  readonly categories: readonly string[];
  readonly profiles: readonly string[];
  readonly minutes: readonly number[];
  readonly at: string | undefined;
}

function asked(given: Given): Asked {
  const minutes = listed(given, "minutes");
  const profiles = listed(given, "profile");
  return {
    categories: listed(given, "category"),
    profiles: profiles.length > 0 ? profiles : ["adult"],
    minutes: minutes.length > 0 ? minutes.map((value) => numberOf("--minutes", value, "0 … 120")) : [15],
    at: text(given, "at") ?? undefined,
  };
}

/** Without any category named, those of which the area has facilities. */
function questionsOf({ content, knownCategories, profiles }: OpenArea, wanted: Asked): CoverageQuestion[] {
  const categories = wanted.categories.length > 0 ? wanted.categories : content.facilities.categories;
  const whole = (list: readonly string[], all: Iterable<string>) => (list.includes(ALL) ? [...all] : list);
  return whole(wanted.profiles, profiles.keys()).flatMap((profile) =>
    whole(categories, knownCategories).flatMap((category) =>
      wanted.minutes.map((minutes): CoverageQuestion => ({ category, profile, minutes, at: wanted.at })),
    ),
  );
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
  xlsx: async ({ columns, rows }: PinnedTable) => {
    const header = columns.map((value) => ({ value, fontWeight: "bold" as const, backgroundColor: HEADER_COLOUR }));
    const cells = rows.map((row) => row.map((value) => (value === null ? null : { value, type: typeOf(value) })));
    const file = writeXlsxFile([header, ...cells], {
      columns: columns.map((name) => ({ width: Math.max(10, name.length + 2) })),
      stickyRowsCount: 1,
    });
    await write(await file.toBuffer());
  },
};

function typeOf(value: string | number | boolean) {
  if (typeof value === "number") return Number;
  return typeof value === "boolean" ? Boolean : String;
}
