/** `circle capacity AREA`: who finds a place where facilities serve the nearest people first, until they are full. @module */
import { type CapacityAnswer, capacityBy } from "../../analysis/capacity.ts";
import type { Command } from "../command.ts";
import { type Cell, csvLine } from "../csv.ts";
import { choice, needed, number, readOptions, scenarioOf, text } from "../options.ts";
import { write, writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";

const usage = `circle capacity AREA --category C [--demand residents|households|AGE_GROUP] [--minutes 15] [--profile adult]
              [--at "We 22:00"] [--scenario ID]
              [--by community|subdistrict|area|facility] [--format csv|json]`;
const string = { type: "string" } as const;

export const capacity: Command = {
  usage,
  run: async (args) => {
    const options = {
      category: string,
      demand: string,
      minutes: string,
      profile: string,
      at: string,
      scenario: string,
      by: string,
      format: string,
    };
    const given = readOptions(args, options, usage, 1);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const question = {
      category: needed(text(given, "category"), "--category", usage),
      demand: text(given, "demand") ?? "residents",
      minutes: number(given, "minutes", 15, "0 … 120"),
      profile: text(given, "profile") ?? "adult",
      at: text(given, "at") ?? undefined,
    };
    const scenario = scenarioOf(given);
    const by = choice(given, "by", ["community", "subdistrict", "area", "facility"]);
    const format = choice(given, "format", ["csv", "json"]);
    await withDesk(async (desk) => {
      const answer = capacityBy(await desk.open(areaId, scenario), question, by === "facility" ? "area" : by);
      if (format === "json") return writeJson(answer);
      const { columns, rows } = by === "facility" ? facilityTable(answer) : unitTable(answer, by);
      await write(csvLine(columns));
      for (const row of rows) await write(csvLine(row));
    });
  },
};

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

function unitTable({ category, demand, whole, units, pins }: CapacityAnswer, by: string): Table {
  const all = by === "area" ? [{ ...whole, ref: pins.area }] : units;
  return {
    columns: [
      "category",
      "demand",
      "level",
      "ref",
      "name",
      "parent",
      "total",
      "served",
      "unserved",
      "unknown",
      "beyond",
      "residences_without_figure",
    ],
    rows: all.map(({ ref, name, parent, total, served, unserved, unknown, beyond, residencesWithoutFigure }) => [
      category,
      demand,
      by,
      ref,
      name,
      parent,
      total,
      served,
      unserved,
      unknown,
      beyond,
      residencesWithoutFigure,
    ]),
  };
}

function facilityTable({ category, demand, facilities }: CapacityAnswer): Table {
  return {
    columns: [
      "category",
      "demand",
      "ref",
      "name",
      "lon",
      "lat",
      "community",
      "capacity",
      "assigned",
      "demand_within",
      "turned_away",
    ],
    rows: facilities.map(({ ref, name, position, community, capacity: places, assigned, demandWithin, turnedAway }) => [
      category,
      demand,
      ref,
      name,
      ...position,
      community,
      places,
      assigned,
      demandWithin,
      turnedAway,
    ]),
  };
}
