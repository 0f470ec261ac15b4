/** `circle spacing AREA`: who stands too close, may one open here, where one may, and many applications at once. @module */

import type { Desk } from "../../analysis/desk.ts";
import { spacingIn } from "../../analysis/spacing.ts";
import { decideBatch } from "../../analysis/spacing-batch.ts";
import { spacingClusters } from "../../analysis/spacing-clusters.ts";
import { type AskedCheck, askedCheck, openSpacing, openSpacingOf } from "../../analysis/spacing-question.ts";
import { servingPlaces } from "../../analysis/spacing-serving.ts";
import { permittedZone } from "../../analysis/spacing-zone.ts";
import { parseCrs } from "../../base/crs.ts";
import { dayInChina } from "../../base/day.ts";
import { batchBook } from "../../export/batch-book.ts";
import { fileContext } from "../../export/file-context.ts";
import { spacingBook, verdictBook } from "../../export/spacing-book.ts";
import type { Catalogue } from "../../import/categories.ts";
import { readApplications } from "../../import/tables/read-applications.ts";
import { readTable } from "../../import/tables/read-table.ts";
import { REASONS } from "../../import/write-refusals.ts";
import { SOURCE_UNCERTAINTY_M, type StatedSource } from "../../spacing/position.ts";
import type { Store } from "../../store/open.ts";
import type { Command } from "../command.ts";
import { csvLine } from "../csv.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import { choice, type Given, idNumber, needed, number, numberOf, readOptions, text } from "../options.ts";
import { say, write, writeJson } from "../output.ts";
import {
  batchTable,
  checkTable,
  clusterTable,
  pairTable,
  type SpacingTable,
  servingTable,
  zoneTable,
} from "../spacing-table.ts";
import { type Hands, withDesk } from "../with-store.ts";

const usage = `circle spacing AREA [--rule ID] [--date 2021-02-26] [--unit REF] [--by pair|cluster] [--scenario ID] [--format csv|json|geojson|xlsx]
circle spacing AREA --check LON,LAT --category clinic [--crs wgs84] [--source surveyed|gps|map|geocoded] [--accuracy M]
              [--except REF] [--rule ID] [--date …] [--format csv|json|xlsx]
circle spacing AREA --residence REF --category clinic …   the address point of a residence instead of LON,LAT
circle spacing AREA --batch FILE --crs CRS [--category clinic] [--rule ID] [--date …] [--format csv|json|xlsx]
circle spacing AREA --zone --category clinic [--rule ID] [--date …] [--format geojson|json]
circle spacing AREA --serving --category clinic [--minutes 15] [--profile adult] [--date …] [--format csv|json|geojson]`;
const string = { type: "string" } as const;
const OPTIONS = {
  rule: string,
  date: string,
  unit: string,
  by: string,
  scenario: string,
  format: string,
  check: string,
  residence: string,
  category: string,
  crs: string,
  source: string,
  accuracy: string,
  except: string,
  batch: string,
  zone: { type: "boolean" },
  serving: { type: "boolean" },
  minutes: string,
  profile: string,
} as const;
const MODES = ["check", "residence", "batch", "zone", "serving"] as const;

interface Tools extends Hands {
  readonly desk: Desk;
  readonly store: Store;
  readonly catalogue: Catalogue;
}
type Work = (tools: Tools) => Promise<void>;

export const spacing: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(args, OPTIONS, usage, 1);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const [mode, clash] = MODES.filter((name) => given.values[name] !== undefined);
    if (clash !== undefined) throw cliError("options_exclusive", { field: `--${mode}`, value: `--${clash}` });
    // All that is wrong with the command itself is said before the store is opened.
    const work = WORKS[mode ?? "pairs"](given, areaId);
    await withDesk((desk, store, catalogue, { rules }) => work({ desk, store, catalogue, rules }));
  },
};

const WORKS: Readonly<Record<(typeof MODES)[number] | "pairs", (given: Given, areaId: string) => Work>> = {
  pairs: (given, areaId) => {
    const format = choice(given, "format", ["csv", "json", "geojson", "xlsx"]);
    const by = choice(given, "by", ["pair", "cluster"]);
    const unit = text(given, "unit");
    return async ({ desk, store, catalogue, rules: book }) => {
      const { area, date, rules } = await openSpacing(desk, book, askedOf(given, areaId), dayInChina(new Date()));
      const question = { date, rules, unit };
      const clusters = await spacingClusters(store.db, area, question, 0, Number.POSITIVE_INFINITY);
      const answer = await spacingIn(store.db, area, question, 0, Number.POSITIVE_INFINITY);
      for (const { id, inForce, pairs, listed, title } of answer.rules) {
        say(`${id} (${title[speaks()]}): ${inForce ? `${pairs}` : NOT_IN_FORCE[speaks()](date)}`);
        if (listed < pairs) say(`${id}: ${LISTED[speaks()](listed)}`);
      }
      if (format === "xlsx")
        return writeBytes(spacingBook(answer, clusters.items, await contextOf(desk, catalogue, areaId)));
      if (format === "json") return writeJson(by === "cluster" ? clusters : answer);
      await print(by === "cluster" ? clusterTable(clusters.items) : pairTable(answer.items), format);
    };
  },
  check: checkWork,
  residence: checkWork,
  batch: (given, areaId) => {
    const format = choice(given, "format", ["csv", "json", "xlsx"]);
    const path = needed(text(given, "batch"), "--batch", usage);
    const crs = parseCrs(needed(text(given, "crs"), "--crs", usage));
    return async ({ desk, store, catalogue, rules: book }) => {
      const opened = await openSpacing(desk, book, askedOf(given, areaId), dayInChina(new Date()));
      const table = await readTable(path);
      const taken = readApplications(table, { crs, catalogue, category: text(given, "category") });
      for (const { file, row, reason, value } of taken.refusals)
        say(`${file}, ${row}: ${(REASONS[reason] ?? { zh: reason, en: reason })[speaks()]}: ${value ?? "—"}`);
      const batch = await decideBatch(store.db, opened, taken);
      const { items, refusals, date } = batch;
      if (format === "json") return writeJson({ items, refused: refusals, date });
      if (format === "csv") return print(batchTable(items), "csv");
      await writeBytes(batchBook(batch, await contextOf(desk, catalogue, areaId)));
    };
  },
  zone: (given, areaId) => {
    const format = choice(given, "format", ["geojson", "json"]);
    const category = needed(text(given, "category"), "--category", usage);
    return async ({ desk, store, rules: book }) => {
      const { area, date, rules } = await openSpacingOf(
        desk,
        book,
        askedOf(given, areaId),
        category,
        dayInChina(new Date()),
      );
      const zone = await permittedZone(store.db, area, { category, date, rules });
      await writeJson(format === "json" ? zone : zoneTable(zone));
    };
  },
  serving: (given, areaId) => {
    const format = choice(given, "format", ["csv", "json", "geojson"]);
    const category = needed(text(given, "category"), "--category", usage);
    const minutes = number(given, "minutes", 15, "0 … 120");
    const profile = text(given, "profile") ?? "adult";
    return async ({ desk, store, rules: book }) => {
      const { area, date, rules } = await openSpacingOf(
        desk,
        book,
        askedOf(given, areaId),
        category,
        dayInChina(new Date()),
      );
      const serving = await servingPlaces(store.db, area, { category, minutes, profile, date, rules });
      if (format === "json") return writeJson(serving);
      await print(servingTable(serving), format);
    };
  },
};

function checkWork(given: Given, areaId: string): Work {
  const format = choice(given, "format", ["json", "csv", "xlsx"]);
  const asked = askedCheckOf(given, areaId);
  return async ({ desk, store, catalogue, rules: book }) => {
    const check = await askedCheck(store.db, desk, book, asked, dayInChina(new Date()));
    if (format === "json") return writeJson(check);
    if (format === "csv") return print(checkTable(check), "csv");
    await writeBytes(verdictBook(check, await contextOf(desk, catalogue, areaId)));
  };
}

const NOT_IN_FORCE = {
  zh: (date: string) => `${date} 不在有效期内`,
  en: (date: string) => `not in force on ${date}`,
};
const LISTED = {
  zh: (listed: number) => `只列出最近的 ${listed} 对`,
  en: (listed: number) => `only the closest ${listed} pairs are listed`,
};

function askedOf(given: Given, areaId: string) {
  const id = text(given, "scenario");
  return {
    area: areaId,
    scenario: id === null ? undefined : idNumber("--scenario", id),
    rule: text(given, "rule") ?? undefined,
    date: text(given, "date") ?? undefined,
  };
}

function askedCheckOf(given: Given, areaId: string): AskedCheck {
  const accuracy = text(given, "accuracy");
  return {
    ...askedOf(given, areaId),
    category: needed(text(given, "category"), "--category", usage),
    ...placeOf(given),
    crs: text(given, "crs") ?? "wgs84",
    source: choice(given, "source", ["unstated", ...Object.keys(SOURCE_UNCERTAINTY_M)] as StatedSource[]),
    accuracy: accuracy === null ? undefined : numberOf("--accuracy", accuracy, "0 … 10000"),
    except: text(given, "except") ?? undefined,
  };
}

function placeOf(given: Given): Pick<AskedCheck, "lon" | "lat" | "residence"> {
  const residence = text(given, "residence");
  if (residence !== null) return { residence };
  const place = needed(text(given, "check"), "--check", usage).split(/[,，]/);
  if (place.length !== 2)
    throw cliError("option_wrong", { field: "--check", value: place.join(","), expected: "LON,LAT" });
  const [lon, lat] = place.map((part) => numberOf("--check", part, "LON,LAT"));
  return { lon, lat };
}

async function contextOf(desk: Desk, catalogue: Catalogue, areaId: string) {
  return fileContext(await desk.release(areaId), catalogue, speaks());
}

async function print({ columns, rows, geometry }: SpacingTable, format: "csv" | "geojson"): Promise<void> {
  if (format === "csv") {
    await write(csvLine(columns));
    for (const row of rows) await write(csvLine(row));
    return;
  }
  await writeJson({
    type: "FeatureCollection",
    features: rows.map((row, i) => ({
      type: "Feature",
      geometry: geometry[i],
      properties: Object.fromEntries(columns.map((column, c) => [column, row[c]])),
    })),
  });
}

async function writeBytes(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of bytes) await write(chunk);
}
