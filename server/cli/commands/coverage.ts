/** `circle coverage AREA`: who reaches a category within the limit. @module */
import writeXlsxFile from "write-excel-file/node";
import type { CoverageQuestion } from "../../analysis/coverage.ts";
import type { OpenArea } from "../../analysis/open-area.ts";
import { coverageTable, LEVELS, type PinnedTable } from "../coverage-table.ts";
import { csvLine } from "../csv.ts";
import { speaks } from "../language.ts";
import type { Command } from "../main.ts";
import { choice, type Given, listed, needed, numberOf, readOptions, text } from "../options.ts";
import { say, write, writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";

const usage = `circle coverage AREA [--category C,C…|all] [--minutes 5,10,15] [--profile P,P…|all] [--at "We 22:00"]
              [--by area|subdistrict|community|residence|cell] [--format csv|json|geojson|xlsx]`;
const string = { type: "string" } as const;
const strings = { type: "string", multiple: true } as const;
const HEADER_COLOUR = "#E6F2F1";
/** For every category of the catalogue, or every profile. */
const ALL = "all";

export const coverage: Command = {
  usage,
  run: async (args) => {
    const options = { category: strings, minutes: strings, profile: strings, at: string, by: string, format: string };
    const given = readOptions(args, options, usage, 1);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const level = choice(given, "by", LEVELS);
    const format = choice(given, "format", ["csv", "json", "geojson", "xlsx"]);
    const wanted = asked(given);
    await withDesk(async (desk, store) => {
      const area = await desk.open(areaId);
      await print[format](await coverageTable(store, area, questionsOf(area, wanted), level));
      if ((await desk.release(areaId)).peopleEstimated) say(ESTIMATED[speaks()]);
    });
  },
};

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
