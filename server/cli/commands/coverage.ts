/** `circle coverage AREA`: who reaches a category within the limit. @module */
import writeXlsxFile from "write-excel-file/node";
import type { CoverageQuestion } from "../../analysis/coverage.ts";
import { type CoverageTable, coverageTable, LEVELS } from "../coverage-table.ts";
import { csvLine } from "../csv.ts";
import { speaks } from "../language.ts";
import type { Command } from "../main.ts";
import { choice, needed, number, readOptions, text, texts } from "../options.ts";
import { say, write, writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";

const usage = `circle coverage AREA [--category C …] [--minutes 15] [--profile adult] [--by area|subdistrict|community|residence|cell]
              [--format csv|json|geojson|xlsx]`;
const string = { type: "string" } as const;
const HEADER_COLOUR = "#E6F2F1";

export const coverage: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(
      args,
      { category: { type: "string", multiple: true }, minutes: string, profile: string, by: string, format: string },
      usage,
      1,
    );
    const areaId = needed(given.positionals[0], "AREA", usage);
    const level = choice(given, "by", LEVELS);
    const format = choice(given, "format", ["csv", "json", "geojson", "xlsx"]);
    const minutes = number(given, "minutes", 15, "0 … 120");
    const profile = text(given, "profile") ?? "adult";
    await withDesk(async (desk, store) => {
      const area = await desk.open(areaId);
      const wanted = texts(given, "category");
      const categories = wanted.length > 0 ? wanted : area.content.facilities.categories;
      const questions = categories.map((category): CoverageQuestion => ({ category, profile, minutes }));
      const table = await coverageTable(store, area, questions, level);
      await print[format](table);
      if ((await desk.release(areaId)).peopleEstimated) say(ESTIMATED[speaks()]);
    });
  },
};

const ESTIMATED = { zh: "部分户数和人口为估算", en: "some households and residents are estimates" };

const print = {
  csv: async ({ columns, rows }: CoverageTable) => {
    await write(csvLine(columns));
    for (const row of rows) await write(csvLine(row));
  },
  json: ({ columns, rows }: CoverageTable) =>
    writeJson(rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])))),
  geojson: ({ columns, rows, geometry }: CoverageTable) =>
    writeJson({
      type: "FeatureCollection",
      features: rows.map((row, i) => ({
        type: "Feature",
        geometry: geometry[i],
        properties: Object.fromEntries(columns.map((column, c) => [column, row[c]])),
      })),
    }),
  xlsx: async ({ columns, rows }: CoverageTable) => {
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
